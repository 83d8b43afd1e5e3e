#!/usr/bin/env bash
# The bars that need no peer: repeat scan, rejudge, two cores, focused crawl, memory against the list. One line each.
#   bench_bars.sh [sites] [small list] [long list]      default 20 1000 10000
# Skips where ../shared/bench is absent. Figures stand in docs/performance.md; a busy machine makes wall times worthless.
set -euo pipefail
cd "$(dirname "$0")/.."
bench=${RONDA_BENCH:-../shared/bench}
sites=${1:-20} small=${2:-1000} long=${3:-10000}
for need in "$bench/farm.py" "$(type -P nginx || echo nginx)" "$(type -P time || echo time)"; do
    if [ ! -e "$need" ]; then
        echo "skipped: no $need (scripts/bootstrap --bench; the bench itself is not part of this repository)"
        exit 0
    fi
done
ronda=${RONDA:-.build/release/ronda}
work=$(mktemp -d)
chmod 755 "$work"
trap 'for pid in "$work"/*.pid; do kill "$(cat "$pid")" 2>/dev/null || true; done; sleep 0.2; rm -rf "$work"' EXIT

# farm NAME SITES PAGES PORT: a farm, and NAME.csv with one office a site.
farm() {
    python3 "$bench/farm.py" gen --out "$work/$1" --sites "$2" --pages "$3" --distinct 50 >"$work/$1.log"
    python3 "$bench/farm.py" conf --out "$work/$1" --port "$4" --lat-port $(($4 + 1)) --latency-ms 0 --jitter 0 >>"$work/$1.log"
    nginx -c "$work/$1/nginx.conf" -e "$work/$1/logs/error.log" 2>>"$work/$1.log" &
    echo $! >"$work/$1.pid"
    awk -v port="$4" 'BEGIN { print "kode,nama,jenis,wilayah,url,induk,keterangan" } { printf "B%05d,Kantor %d,,,http://%s:%s/,,\n", NR, NR, $1, port }' \
        "$work/$1/hosts" >"$work/$1.csv"
    sleep 1
}

# scan NAME LIST STORE EXTRA...: user+system CPU, wall and memory into NAME.time, the report into NAME.json
scan() {
    local name=$1 list=$2 store=$3
    shift 3
    command time -q -f "%U %S %e %M" -o "$work/$name.time" "${before[@]}" "$ronda" scan "$list" --store "$store" \
        --json "$work/$name.json" --allow-private --control none --delay 0 --per-ip 2 --pause 0 --quiet "$@" || true
}
before=()
all=(--exhaustive --max-pages 0 --concurrency 16)
cpu() { awk '{ printf "%.2f", $1 + $2 }' "$work/$1.time"; }
field() { awk -v n="$2" '{ print $n }' "$work/$1.time"; }
pages() { python3 -c 'import json,sys; print(sum(o["pages_read"] for o in json.load(open(sys.argv[1]))["offices"]))' "$work/$1.json"; }
items() { # the items that a scan's report shows present, office by office
    python3 - "$work/$1.json" <<'PY'
import json, sys
for office in json.load(open(sys.argv[1]))["offices"]:
    for item in office.get("items") or []:
        if item.get("state") == "present":
            print(office.get("code") or office.get("kode"), item.get("item") or item.get("key"))
PY
}

farm a "$sites" 50 28401
scan first "$work/a.csv" "$work/a.db" "${all[@]}"
scan again "$work/a.csv" "$work/a.db" "${all[@]}"
python3 - "$work/a.db" "$(cpu first)" "$(cpu again)" <<'PY'
import sqlite3, subprocess, sys
packs = sqlite3.connect(sys.argv[1]).execute("select pages, data from pack where scan = (select max(id) from scan) and pages > 0")
rows = [0, 0]
for count, data in packs:  # a length of four bytes, then a zstd frame (docs/store.md)
    rows[0] += count
    rows[1] += subprocess.run(["zstd", "-dc"], input=data[4:], capture_output=True, check=True).stdout.count(b'"notModified":true')
first, again = float(sys.argv[2]), float(sys.argv[3])
print(f"repeat scan: {rows[1]} of {rows[0]} pages answered by 304 ({100 * rows[1] / rows[0]:.1f} %); CPU {first} s, then {again} s ({100 * again / first:.0f} %)")
PY
command time -q -f "%U %S %e %M" -o "$work/judge.time" "$ronda" rejudge --store "$work/a.db" >/dev/null || true
echo "rejudge: $(pages again) pages in $(cpu judge) s of CPU: $(python3 -c "print(round($(pages again) / $(cpu judge)))") pages/s/core"

for cores in 0 0,1; do
    before=(taskset -c "$cores")
    scan "cores$cores" "$work/a.csv" "$work/cores$cores.db" "${all[@]}"
done
before=()
echo "two cores: $(field cores0 3) s on one, $(field cores0,1 3) s on two: $(python3 -c "print(round($(field cores0 3) / $(field cores0,1 3), 2))") times as fast (the farm's nginx on the same cores)"

scan focused "$work/a.csv" "$work/f.db" --concurrency 16
items first | sort >"$work/all.items"
items focused | sort >"$work/focused.items"
echo "focused crawl: $(pages focused) of $(pages first) pages, $(comm -12 "$work/all.items" "$work/focused.items" | wc -l) of $(wc -l <"$work/all.items") items"

farm c "$long" 2 28403
head -n $((small + 1)) "$work/c.csv" >"$work/small.csv"
for list in small c; do scan "$list" "$work/$list.csv" "$work/$list.db" --max-pages 1 --concurrency 64; done
echo "memory: $small offices $(($(field small 4) / 1024)) MB, $long offices $(($(field c 4) / 1024)) MB; home check $(python3 -c "print(round($small / $(field small 3) * 60))") sites a minute, $(python3 -c "print(round(1000 * $(cpu small) / $small, 1))") ms of CPU each"
