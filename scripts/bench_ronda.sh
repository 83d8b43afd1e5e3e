#!/usr/bin/env bash
# One bench run: a seed file as a target list, the whole pipeline, and the number of pages it read.
#   bench_ronda.sh SEEDS COUNT_FILE CONNECTIONS PER_HOST TMP        RONDA_FLAGS: more options, such as --readers 0
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
seeds=$1 count=$2 total=$3 perhost=$4 tmp=$5
awk 'BEGIN { print "kode,nama,jenis,wilayah,url,induk,keterangan" } { printf "B%05d,Kantor %d,,,%s,,\n", NR, NR, $1 }' "$seeds" >"$tmp/list.csv"
"$here/.build/release/ronda" scan "$tmp/list.csv" --store "$tmp/bench.db" --json "$tmp/bench.json" --allow-private --control none \
    --exhaustive --max-pages 0 --delay 0 --per-ip "$perhost" --concurrency $((total / perhost)) --pause 0 --quiet ${RONDA_FLAGS:-}
python3 -c 'import json,sys; print(sum(o["pages_read"] for o in json.load(open(sys.argv[1]))["offices"]))' "$tmp/bench.json" >"$count"
