#!/usr/bin/env bash
# Measures on the real pages of ../shared/corpus; skips with a message where they are absent.
#   corpus.sh eval    precision, recall and F1 per key
#   corpus.sh scan    serves the pages on loopback and scans them: the corpus as a region, and two real office lists
#   corpus.sh all     both
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${RONDA_CORPUS:-../shared/corpus/dev}
ronda=.build/release/ronda
if [ ! -f "$corpus/labels.jsonl" ]; then
    echo "skipped: no corpus at $corpus (set RONDA_CORPUS to a folder with labels.jsonl and pages/)"
    exit 0
fi

evaluate() { "$ronda" eval "$corpus"; }

scan() {
    work=$(mktemp -d)
    python3 scripts/corpus_server.py "$corpus" "$work" targets/6271-palangka-raya.csv targets/62-kalimantan-tengah.csv >/dev/null 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
    for _ in $(seq 100); do [ -f "$work/port" ] && break; sleep 0.1; done
    local port
    port=$(cat "$work/port")
    local net=(--hosts "$work/hosts" --connect-to "::127.0.0.1:$port" --allow-private --delay 0 --per-ip 8 --pause 0 --quiet)
    "$ronda" scan "$work/list.csv" --store "$work/corpus.db" --json "$work/corpus.json" --exhaustive --max-pages 0 "${net[@]}"
    python3 scripts/check_scan.py "$work/corpus.json" --pages "$(cat "$work/pages")" --read-all
    for list in targets/6271-palangka-raya.csv targets/62-kalimantan-tengah.csv; do
        "$ronda" scan "$list" --store "$work/lists.db" --json "$work/list.json" "${net[@]}"
        python3 scripts/check_scan.py "$work/list.json" --never-proven
    done
}

case "${1:-all}" in
    eval) evaluate ;;
    scan) scan ;;
    all) evaluate && scan ;;
    *) echo "corpus.sh: eval, scan or all" >&2; exit 2 ;;
esac
