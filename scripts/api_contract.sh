#!/usr/bin/env bash
# The JSON API against its own OpenAPI document, by schemathesis: no 5xx, no answer that the document does not describe.
#   api_contract.sh RONDA STORE    works on a copy of STORE; everything on loopback
set -euo pipefail
command -v schemathesis >/dev/null || { echo "api_contract: schemathesis is not here; nothing measured."; exit 0; }
ronda=$(realpath "$1")
work=$(mktemp -d)
python3 -c 'import sqlite3, sys; a, b = map(sqlite3.connect, sys.argv[1:]); a.backup(b)' "$2" "$work/ronda.db"
password=$(head -c 18 /dev/urandom | base64)
echo "$password" | "$ronda" account kontrak --role admin --store "$work/ronda.db" --quiet >/dev/null
token=$("$ronda" account kontrak --token uji --store "$work/ronda.db" --quiet 2>&1 | grep -oE '[0-9a-f]{64}' | head -n 1)
"$ronda" serve --port 0 --store "$work/ronda.db" --desk-only 2>"$work/log" &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do port=$(sed -n 's|.*:\([0-9]*\)/.*|\1|p' "$work/log"); [ -n "$port" ] && break; sleep 0.1; done
cd "$work"
ask=(schemathesis run "http://127.0.0.1:$port/openapi.json" -H "Authorization: Bearer $token" --continue-on-failure --no-color)
# Codes that nobody gave, then codes that the store holds.
"${ask[@]}" --max-examples 25 >first 2>&1 || { tail -n 60 first; exit 1; }
region=$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT region FROM region_round LIMIT 1").fetchone()[0])' "$work/ronda.db")
office=$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT code FROM office LIMIT 1").fetchone()[0])' "$work/ronda.db")
cat >schemathesis.toml <<TOML
[[operations]]
include-path-regex = "regions/"
parameters = { kode = "$region" }
[[operations]]
include-path-regex = "offices/"
parameters = { kode = "$office" }
TOML
"${ask[@]}" --max-examples 25 >second 2>&1 || { tail -n 60 second; exit 1; }
grep -hE 'generated' first second
