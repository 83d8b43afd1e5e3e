#!/usr/bin/env bash
# Speed beside the C ceiling and the peers of ../shared/bench; skips with a message where it is absent.
#   bench.sh [modes] [rounds] [only]      e.g. bench.sh a 5 "C sax,go,ronda"
set -euo pipefail
cd "$(dirname "$0")/.."
bench=${RONDA_BENCH:-../shared/bench}
if [ ! -x "$bench/run" ]; then
    echo "skipped: no bench at $bench"
    exit 0
fi
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "ronda | a b c | $here/.build/release/ronda | $here/scripts/bench_ronda.sh {seeds} {count} {total} {perhost} {tmp}" >"$work/ours.conf"
"$bench/run" --modes "${1:-a}" --rounds "${2:-3}" --only "${3:-C sax,C dom,ronda}" --peers "$work/ours.conf"
