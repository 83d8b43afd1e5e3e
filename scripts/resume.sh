#!/usr/bin/env bash
# Kills a scan with kill -9 in the middle, several times, and goes on: no office is lost, none that was finished is
# fetched again, and the end is that of an unbroken scan.
#   resume.sh [kills] [offices]      200 300 for the whole bar; RONDA names another program
set -euo pipefail
cd "$(dirname "$0")/.."
ronda=${RONDA:-.build/release/ronda}
kills=${1:-5}
offices=${2:-60}
work=$(mktemp -d)
python3 scripts/resume_farm.py "$offices" "$work" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -f "$work/port" ] && break; sleep 0.1; done
net=(--hosts "$work/hosts" --connect-to "::127.0.0.1:$(cat "$work/port")" --allow-private --control none --delay 0 --per-ip 6 --concurrency 6 --pause 0 --quiet)
"$ronda" scan "$work/list.csv" --store "$work/whole.db" --json "$work/whole.json" "${net[@]}"
python3 -B scripts/kill_points.py "$ronda" "$work" "$kills" "${net[@]}"
