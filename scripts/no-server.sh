#!/usr/bin/env bash
# One machine needs no server: a round on a SQLite file talks to the offices it was given and to nobody else. Asked with
# strace: every connect(2) of a scan against the loopback farm must go to the farm's port, to nothing that is a database
# or a broker, and to no unix socket.
#   scripts/no-server.sh [RONDA] [WEBFARM]
set -euo pipefail
ronda=${1:-.build/release/ronda}
webfarm=${2:-.build/debug/webfarm}
command -v strace >/dev/null || { echo "no-server: strace is missing; scripts/bootstrap installs it" >&2; exit 1; }
work=$(mktemp -d)
mkfifo "$work/hold"
"$webfarm" --folder "$work" --regions 1 --offices 6 --addresses 2 --latency 1 --pages 2 <"$work/hold" &
farm=$!
exec 9>"$work/hold"
trap 'exec 9>&-; wait "$farm" 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -s "$work/port" ] && break; sleep 0.05; done
port=$(cat "$work/port")
strace -f -qq -e trace=connect -o "$work/trace" "$ronda" scan "$work/list.csv" --store "$work/ronda.db" \
    --json "$work/scan.json" --quiet --pause 0 --hosts "$work/hosts" --connect-to ":80::$port" --connect-to ":443::1" \
    --allow-private --control none --ocr off --delay 0 >/dev/null
asked=$(grep -c "htons($port)" "$work/trace" || true)
others=$(grep 'connect(' "$work/trace" | grep -vE "htons\(($port|1)\)" || true)
if [ "$asked" -eq 0 ]; then echo "no-server: the trace shows no connection at all; is strace allowed here?" >&2; exit 1; fi
if [ -n "$others" ]; then printf 'no-server: connections that a round on one machine must not make:\n%s\n' "$others" >&2; exit 1; fi
echo "no-server: $asked connections, all to the offices' server; none to a database, a broker or a unix socket"
