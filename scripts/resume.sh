#!/usr/bin/env bash
# Kills a scan with kill -9 in the middle, several times, and goes on: no office is lost, none that was finished is
# fetched again, and the end is that of an unbroken scan.
#   resume.sh [kills]
set -euo pipefail
cd "$(dirname "$0")/.."
ronda=.build/release/ronda
kills=${1:-5}
offices=60
work=$(mktemp -d)
python3 scripts/resume_farm.py "$offices" "$work" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -f "$work/port" ] && break; sleep 0.1; done
net=(--hosts "$work/hosts" --connect-to "::127.0.0.1:$(cat "$work/port")" --allow-private --delay 0 --per-ip 4 --concurrency 4 --pause 0 --quiet)
json() { python3 -c 'import json,sys; print(json.dumps(sorted([o["kode"], o["status"], [i["key"] + "=" + i["state"] for i in o["items"]]] for o in json.load(open(sys.argv[1]))["offices"])))' "$1"; }

"$ronda" scan "$work/list.csv" --store "$work/whole.db" --json "$work/whole.json" "${net[@]}"

for kill in $(seq "$kills"); do
    : >"$work/log"
    "$ronda" scan "$work/list.csv" --store "$work/broken.db" --json "$work/broken.json" "${net[@]}" &
    scan=$!
    sleep "0.$((RANDOM % 6 + 2))"
    if ! kill -9 "$scan" 2>/dev/null; then wait "$scan" || true; echo "round $kill: ended before it was killed"; continue; fi
    wait "$scan" 2>/dev/null || true
    "$ronda" report --store "$work/broken.db" --format json >"$work/part.json" || echo '{"offices": []}' >"$work/part.json"
    python3 - "$work" <<'PY'
import json, pathlib, sys
work = pathlib.Path(sys.argv[1])
done = {o['kode'] for o in json.load(open(work / 'part.json'))['offices']}
before = set((work / 'done').read_text().split()) if (work / 'done').exists() else set()
asked = {'U' + line[5:8] for line in (work / 'log').read_text().splitlines()}
again, lost = before & asked, before - done
if again or lost:
    sys.exit(f'fetched again: {sorted(again)[:5]}; lost: {sorted(lost)[:5]}')
(work / 'done').write_text(' '.join(sorted(done)))
print(f'{len(done)} offices finished before the kill, none fetched again')
PY
done
"$ronda" scan "$work/list.csv" --store "$work/broken.db" --json "$work/broken.json" "${net[@]}"
if [ "$(json "$work/whole.json")" != "$(json "$work/broken.json")" ]; then
    echo "resume.sh: the resumed scan differs from the unbroken one" >&2
    exit 1
fi
scans=$("$ronda" report --store "$work/broken.db" --list | wc -l)
echo "resumed scan equals the unbroken one: $offices offices, $kills kills, $scans scan(s) in the store"
