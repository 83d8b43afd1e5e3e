#!/bin/bash
# Runs the public test vectors against `ronda inspect` and holds each against its bar.
#
#   scripts/conformance.sh [RONDA [VECTORS]]     default: .build/release/ronda ../shared/conformance
#
# Exit: 0 every bar is met; 1 one is not; 2 it could not run; 0 with SKIPPED when the vectors are not there.
set -u
cd "$(dirname "$0")/.."
ronda=${1:-.build/release/ronda}
vectors=${2:-../shared/conformance}

if [ ! -x "$vectors/conformance.py" ] && [ ! -f "$vectors/conformance.py" ]; then
    echo "SKIPPED: no vectors at $vectors; nothing was tested."
    exit 0
fi
if ! command -v python3 >/dev/null; then
    echo "SKIPPED: python3 is not installed; nothing was tested."
    exit 0
fi
if [ ! -x "$ronda" ]; then
    echo "conformance.sh: $ronda is not there; build it with: swift build -c release" >&2
    exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
met=0

# run STAGE FILE BAR: the share of counted cases in percent that must pass.
run() {
    local stage=$1 file=$2 bar=$3
    if [ ! -f "$vectors/$file" ]; then
        printf '%-10s %-24s missing: %s\n' "$stage" "$file" "SKIPPED"
        return
    fi
    if ! python3 "$vectors/conformance.py" --cmd "$ronda inspect $stage --batch" --json "$work/result.json" \
        "$vectors/$file" >"$work/log" 2>&1 && [ ! -s "$work/result.json" ]; then
        cat "$work/log" >&2
        exit 2
    fi
    python3 - "$work/result.json" "$stage" "$file" "$bar" <<'PY' || met=1
import json, sys
result = json.load(open(sys.argv[1]))
stage, file, bar = sys.argv[2], sys.argv[3], float(sys.argv[4])
share = 100 * result['passed'] / result['total']
good = share >= bar and not result['ended_early']
groups = ', '.join(f"{g} {n['passed']}/{n['total']}" for g, n in result['groups'].items())
print(f"{stage:<10} {file:<24} {result['passed']:>4}/{result['total']:<4} {share:6.1f} %  bar {bar:g} %  "
      f"{'ok' if good else 'BELOW THE BAR'}  {groups}")
if not good:
    print('    failing:', *result['failing'][:40])
sys.exit(not good)
PY
    rm -f "$work/result.json"
}

run url url.jsonl 97
run robots robots.jsonl 98
run charset charset.jsonl 98
run host psl.jsonl 100
run host go-id.jsonl 100
run sitemap sitemap/expected.json 90
exit $met
