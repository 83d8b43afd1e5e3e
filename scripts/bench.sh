#!/usr/bin/env bash
# Speed beside the C ceiling and the peers of ../shared/bench; skips with a message where it is absent.
#   bench.sh [modes] [rounds] [only]      e.g. bench.sh a 5 "C sax,go,ronda"; a table with machine, versions and spread
#   bench.sh --check                      20 sites, 5 pairs of runs: fails when the median ratio to the C ceiling is more than 25 % above
#                                         the one in scripts/bench-ratio.txt
set -euo pipefail
cd "$(dirname "$0")/.."
bench=${RONDA_BENCH:-../shared/bench}
for need in "$bench/run" "$(type -P nginx || echo nginx)" "$(type -P time || echo time)"; do
    if [ ! -x "$need" ]; then
        echo "skipped: no $need (scripts/bootstrap --bench; the bench itself is not part of this repository)"
        exit 0
    fi
done
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# nginx drops its rights and must be able to read the farm.
chmod 755 "$work"
echo "ronda | a b c | $here/.build/release/ronda | $here/scripts/bench_ronda.sh {seeds} {count} {total} {perhost} {tmp}" >"$work/ours.conf"
export BENCH_WORK=${BENCH_WORK:-$work/farm}
if [ "${1:-}" = "--check" ]; then
    "$bench/run" --no-install --modes a --rounds 5 --sites 20 --only "C sax,ronda" --no-parse --peers "$work/ours.conf" --json "$work/runs.json"
    exec python3 scripts/bench_table.py "$work/runs.json" --check scripts/bench-ratio.txt
fi
"$bench/run" --no-install --modes "${1:-a}" --rounds "${2:-5}" --only "${3:-C sax,C dom epoll,C fetch,go,aiohttp,scrapy,ronda}" \
    --peers "$work/ours.conf" --json "$work/runs.json"
python3 scripts/bench_table.py "$work/runs.json"
