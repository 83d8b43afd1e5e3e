#!/usr/bin/env bash
# Backup while the desk runs, retention, and a restore, as an administrator does them.
#   upkeep.sh RONDA STORE    works on a copy of STORE; everything on loopback
set -euo pipefail
ronda=$(realpath "$1")
work=$(mktemp -d)
python3 -c 'import sqlite3, sys; a, b = map(sqlite3.connect, sys.argv[1:]); a.backup(b)' "$2" "$work/ronda.db"
cd "$work"
server=
trap 'if [ -n "$server" ]; then kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; fi; rm -rf "$work"' EXIT
ok() { printf 'ok   %s\n' "$1"; }
die() { printf 'BAD  %s\n' "$1"; [ -f last ] && tail -n 5 last; exit 1; }
# count FILE: rows of every table that must survive.
count() {
    python3 - "$1" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print({t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("scan", "scan_target", "office", "pack", "pack_body", "body", "statement", "region_round", "person")})
PY
}

# pages FILE: how long the store is, whatever of it still stands in the write-ahead log.
pages() { python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("PRAGMA page_count").fetchone()[0])' "$1"; }

echo rahasia-sekali-9 | "$ronda" account kepala --role admin --store ronda.db --quiet >last
"$ronda" object 99.01.009 --store ronda.db --by 'Contoh, Kasi' --note 'Situs kami ada' >last
"$ronda" serve --port 0 --store ronda.db --desk-only 2>log &
server=$!
for _ in $(seq 200); do grep -q 'http' log && break; sleep 0.1; done
grep -q http log || die "the desk does not start"

"$ronda" backup salinan.db --store ronda.db >last || die "backup while the desk runs"
grep -q utuh last && ok "backup while the desk runs: $(cat last)"
if "$ronda" backup salinan.db --store ronda.db >last 2>&1; then die "an older copy was overwritten"; else ok "an older copy is not overwritten"; fi
whole=$(count ronda.db)
[ "$(count salinan.db)" = "$whole" ] || die "the copy differs: $(count salinan.db) and $whole"
ok "the copy has every row: $whole"

"$ronda" vacuum --rounds 1 --store ronda.db >last || die "vacuum counts"
grep -q 'Akan dihapus' last && [ "$(count ronda.db)" = "$whole" ] || die "vacuum without --yes changed something"
ok "vacuum without --yes only counts: $(cat last)"
before=$(pages ronda.db)
"$ronda" vacuum --rounds 1 --yes --compact --store ronda.db >last || die "vacuum removes"
python3 - ronda.db salinan.db <<'PY' || die "retention went wrong"
import sqlite3, sys
new, old = map(sqlite3.connect, sys.argv[1:])
def rows(db, sql): return set(db.execute(sql))
scans = [r[0] for r in old.execute("SELECT id FROM scan ORDER BY started_at")]
assert rows(new, "SELECT scan, code, verdict FROM office") == rows(old, "SELECT scan, code, verdict FROM office"), "a verdict changed"
paged = f"SELECT DISTINCT code FROM pack WHERE pages > 0 AND scan <> '{scans[-1]}'"
left, had = rows(new, paged), rows(old, paged)
assert len(had) > 1 and left <= {("99.01.009",)}, (had, left)
newest = f"SELECT * FROM pack WHERE scan = '{scans[-1]}'"
assert rows(new, newest) == rows(old, newest), "a page of the newest round is gone"
# A pack knows its bodies by the first eight bytes of their digests.
def lost(db):
    there = {int.from_bytes(bytes.fromhex(r[0][:16]), "big", signed=True) for r in db.execute("SELECT sha256 FROM body")}
    return {r[0] for r in db.execute("SELECT body FROM pack_body")} - there
assert not lost(new) - lost(old), "a page lost its body"
assert len(lost(old)) < len(rows(old, "SELECT body FROM pack_body")), "no body was found at all: the check checks nothing"
PY
[ "$(pages ronda.db)" -lt "$before" ] || die "the store did not get smaller: $(pages ronda.db) pages"
ok "vacuum: $(cat last); $before pages of the file became $(pages ronda.db)"
kill -0 $server 2>/dev/null || die "the desk did not survive it"

kill $server
wait $server 2>/dev/null || true
server=
# The disk is lost: the copy takes the store's place.
head -c 4096 /dev/urandom >ronda.db
rm -f ronda.db-wal ronda.db-shm
if "$ronda" report --list --store ronda.db >last 2>&1; then die "a broken store was read"; else ok "a broken store is said to be broken"; fi
cp salinan.db ronda.db
[ "$(count ronda.db)" = "$whole" ] || die "the restored store differs"
first=$("$ronda" report --list --store ronda.db | awk 'NR == 1 { print $1 }')
"$ronda" evidence --scan "$first" --office 99.01.005 --no-pictures --out bukti --store ronda.db >last || die "evidence of the oldest round after a restore"
"$ronda" report --store ronda.db --out laporan >last || die "report after a restore"
ok "restored: $first has its pages again, the report is written"
