#!/usr/bin/env bash
# Disk full at several points, a read-only disk, a damaged store, two scans on one store, a clock that jumps: each time a
# sentence and no crash, and the next run goes on to the same end as an unbroken one. Needs root for tmpfs.
#   trouble.sh [--points N] [--ronda PATH]
set -euo pipefail
cd "$(dirname "$0")/.."
ronda=.build/release/ronda points=5
while [ $# -gt 0 ]; do
    case $1 in --points) points=$2 ;; --ronda) ronda=$2 ;; *) sed -n 2,5p "$0"; exit 2 ;; esac
    shift 2
done
if [ -z "${RONDA_TROUBLE:-}" ]; then
    [ "$(id -u)" = 0 ] || { echo "trouble.sh: needs root for a small tmpfs; nothing was tried"; exit 0; }
    export RONDA_TROUBLE=1
    exec unshare -m "$0" --points "$points" --ronda "$ronda"
fi
work=$(mktemp -d)
mkdir "$work/disk"
python3 scripts/resume_farm.py 40 "$work" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; umount "$work/disk" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -f "$work/port" ] && break; sleep 0.1; done
net=(--hosts "$work/hosts" --connect-to "::127.0.0.1:$(cat "$work/port")" --allow-private --delay 0 --per-ip 8 --concurrency 8 --pause 0 --quiet --lang en --control none)
failed=0
wrong() { echo "WRONG: $1"; failed=1; }
scan() { # STORE JSON [more]: exit status in $status, what was said in $work/said
    status=0
    "$ronda" scan "$work/list.csv" --store "$1" --json "$2" "${net[@]}" "${@:3}" >"$work/said" 2>&1 || status=$?
}
# Refused or failed with one sentence; a signal (128 and more) is a crash.
said() {
    [ "$status" -ne 0 ] || wrong "$1: ended as if nothing had happened"
    [ "$status" -lt 128 ] || wrong "$1: crashed with $status"
    [ -s "$work/said" ] || wrong "$1: not a word"
    echo "$1: exit $status, $(head -c 200 "$work/said" | head -1)"
}
same() { python3 - "$work/whole.json" "$1" <<'PY'
import json, sys
def gist(path): return sorted([o['kode'], o['status'], [i['key'] + '=' + i['state'] for i in o['items']]] for o in json.load(open(path))['offices'])
sys.exit(0 if gist(sys.argv[1]) == gist(sys.argv[2]) else 1)
PY
}
scan "$work/whole.db" "$work/whole.json"
[ "$status" = 0 ] || { cat "$work/said"; exit 1; }
full=$(($(stat -c %s "$work/whole.db") / 1024))

for point in $(seq "$points"); do
    size=$((60 + (RANDOM * 32768 + RANDOM) % full))
    mount -t tmpfs -o "size=${size}k" tmpfs "$work/disk"
    scan "$work/disk/ronda.db" "$work/part.json"
    if [ "$status" = 0 ]; then echo "disk of $size KB: was large enough"; else said "disk full at $size KB"; fi
    mount -o remount,size=200m "$work/disk"
    scan "$work/disk/ronda.db" "$work/part.json"
    [ "$status" = 0 ] || wrong "disk of $size KB made larger: $(head -1 "$work/said")"
    same "$work/part.json" || wrong "after a full disk of $size KB the end differs"
    umount "$work/disk"
done

mount -t tmpfs -o size=200m tmpfs "$work/disk"
cp "$work/whole.db" "$work/disk/ronda.db"
mount -o remount,ro "$work/disk"
scan "$work/disk/ronda.db" "$work/part.json"
said "read-only disk"
mount -o remount,rw "$work/disk"

python3 - "$work/disk/ronda.db" <<'PY'
import sys
with open(sys.argv[1], 'r+b') as f:
    for at in range(4096, 4096 * 40, 4096): f.seek(at); f.write(b'\xa5' * 900)
PY
scan "$work/disk/ronda.db" "$work/part.json"
said "damaged store"
printf 'bukan basis data sama sekali, tetapi berkas teks biasa\n' >"$work/disk/text.db"
scan "$work/disk/text.db" "$work/part.json"
said "a text file for a store"
grep -q bukan "$work/disk/text.db" || wrong "the text file was overwritten"

"$ronda" scan "$work/list.csv" --store "$work/two.db" --json "$work/one.json" "${net[@]}" --delay 0.2 >/dev/null 2>&1 & first=$!
sleep 1.5
scan "$work/two.db" "$work/part.json"
said "a second scan on the same store"
wait "$first" || wrong "the first of two scans failed"
same "$work/one.json" || wrong "the first of two scans ended otherwise"

cp "$work/whole.db" "$work/clock.db"
scan "$work/clock.db" "$work/part.json" --now 2001-01-01T00:00:00Z
[ "$status" -lt 128 ] || wrong "clock in the past: crashed"
echo "clock 25 years back: exit $status, $(head -c 160 "$work/said" | head -1)"
[ "$status" != 0 ] || same "$work/part.json" || wrong "a clock in the past changed the outcomes"
exit $failed
