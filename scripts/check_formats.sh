#!/usr/bin/env bash
# Every format a user gets is opened by an independent reader: LibreOffice, poppler, Python's zipfile, csv and jsonschema.
#   scripts/check_formats.sh [DEMO_DIR]    DEMO_DIR/ronda.db is made by `ronda demo` when it is not given
#   FULL=1 adds 2,000 offices under 20 s and 400 MB.
# Readers that are not installed are named and left out, except in CI, where they must be there.
set -uo pipefail
cd "$(dirname "$0")/.."
ronda=${RONDA:-$(pwd)/.build/release/ronda}
schema=$(pwd)/docs/schema
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

ok() { printf 'ok   %s\n' "$1"; }
wrong() { bad=$((bad + 1)); printf 'BAD  %s\n' "$1"; }
# must NAME COMMAND...: the command succeeds within a minute and a half.
must() {
    local name=$1
    shift
    if timeout 90 "$@" >"$work/last" 2>&1; then ok "$name"; else wrong "$name"; head -n 5 "$work/last"; fi
}
# finds FILE WORDS: the text of a PDF holds the words, line ends and hyphens aside.
finds() {
    local text
    text=$(pdftotext -layout "$1" - | tr -s ' \n' '  ')
    if grep -qF -- "$2" <<<"$text"; then ok "${1##*/} says: ${2:0:60}"; else wrong "${1##*/} does not say: $2"; fi
}
fonts_embedded() {
    # The column before "sub" and "uni" is "emb".
    if pdffonts "$1" | tail -n +3 | awk '{ if ($(NF-4) != "yes") exit 1 } END { if (NR == 0) exit 1 }'; then
        ok "${1##*/}: every font embedded"
    else
        wrong "${1##*/}: a font is not embedded"
    fi
}
office() { timeout 90 soffice "-env:UserInstallation=file://$work/lo" --headless --convert-to "$1" --outdir "$2" "${@:3}" >/dev/null 2>&1; }

for tool in soffice pdftotext pdffonts weasyprint python3; do
    command -v "$tool" >/dev/null && continue
    echo "check_formats: $tool is not installed"
    if [ -n "${CI:-}" ]; then exit 1; else exit 0; fi
done

demo=${1:-$work/demo}
[ -f "$demo/ronda.db" ] || must "demo" "$ronda" demo --quiet --out "$demo"
cp "$demo/ronda.db" "$work/ronda.db"
store=(--store "$work/ronda.db")
cat >"$work/surat.yaml" <<'YAML'
kop: {pemerintah: PEMERINTAH KABUPATEN TANJUNG RAMBAI, perangkat_daerah: SEKRETARIAT DAERAH, baris: [Jalan Contoh 1]}
surat: {tempat: Tanjung Rambai, nomor: '555/{urut}/{tahun}', sifat: Penting}
pejabat: {jabatan: Sekretaris Daerah}
YAML

# LibreOffice's CSV with comma, quote and UTF-8 (76).
utf8='csv:Text - txt - csv (StarCalc):44,34,76'

# The letter with its list.
must "letter lint" "$ronda" letter lint "$work/surat.yaml"
must "letter daftar" "$ronda" letter daftar "${store[@]}" --out "$work/s" --setelan "$work/surat.yaml" --urut 12 --tanggal 2026-11-23
must "letter instansi" "$ronda" letter instansi 99.01.005 "${store[@]}" --out "$work/s"
must "diff" "$ronda" diff "${store[@]}" --out "$work/d"
sentence=$("$ronda" missing "${store[@]}" | head -n 1)
office pdf "$work/word" "$work/s/surat-kominfo.docx" "$work/s/surat-99.01.005.docx" || wrong "LibreOffice reads the DOCX"
office "$utf8" "$work/calc" "$work/s/daftar-tanpa-situs.xlsx" || wrong "LibreOffice reads the XLSX"
for file in "$work/s/surat-kominfo.pdf" "$work/word/surat-kominfo.pdf"; do
    finds "$file" "$sentence"
    finds "$file" "555/12/2026"
    finds "$file" "23 November 2026"
    finds "$file" "Daftar instansi yang belum memiliki situs web resmi"
done
for file in "$work/s/surat-99.01.005.pdf" "$work/word/surat-99.01.005.pdf"; do
    finds "$file" "Informasi yang perlu dilengkapi"
    finds "$file" "Contoh kalimat untuk dilengkapi"
done
finds "$work/d/perbandingan.pdf" "Sebelum dan sesudah pendampingan"
for file in "$work"/s/*.pdf "$work"/d/*.pdf; do
    fonts_embedded "$file"
    if pdfinfo "$file" | grep -q 'Page size:.*A4'; then ok "${file##*/} is A4"; else wrong "${file##*/} is not A4"; fi
done
if [ "$(pdfinfo "$work/d/perbandingan.pdf" | awk '/^Pages:/ { print $2 }')" = 1 ]; then ok "perbandingan.pdf is one page"; else wrong "perbandingan.pdf is more than one page"; fi
must "the CSV of LibreOffice holds the rows of ours" python3 - "$work/calc/daftar-tanpa-situs.csv" "$work/s/daftar-tanpa-situs.csv" <<'PY'
import csv, sys
calc, ours = (list(csv.reader(open(name, encoding="utf-8-sig", newline=""))) for name in sys.argv[1:])
proven = [row for row in ours[1:] if row[8] == "ya"]
assert len(calc) - 1 == len(proven) > 0, (len(calc), len(proven))
assert [row[1] for row in calc[1:]] == [row[2] for row in proven]
PY

# JSON by its schema.
"$ronda" report "${store[@]}" --format json >"$work/scan.json"
for pair in "scan $work/scan.json" "missing $work/s/daftar-tanpa-situs.json" "diff $work/d/perbandingan.json"; do
    python3 -c 'import jsonschema' 2>/dev/null || { echo "     python3 has no jsonschema here: $pair not checked"; continue; }
    read -r name file <<<"$pair"
    must "$name.schema.json" python3 -c '
import json, sys, jsonschema
schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
jsonschema.Draft202012Validator(schema).validate(value)' "$schema/$name.schema.json" "$file"
done

# Preview, objection, answer, publication.
must "sanggah pratinjau" "$ronda" sanggah pratinjau "${store[@]}" --oleh 'Contoh, Kabag' --batas 2026-12-01 --now 2026-11-23T02:00:00Z --out "$work/p"
finds "$work/p/surat-kominfo.pdf" "PRATINJAU"
publish=("$ronda" sanggah terbit 1 "${store[@]}" --oleh 'Contoh, Kabag' --setelan "$work/surat.yaml" --urut 13 --tanggal 2026-12-02 --out "$work/t")
if "${publish[@]}" --now 2026-11-25T02:00:00Z >"$work/last" 2>&1; then wrong "published before the deadline"; else ok "not before the deadline"; fi
must "object" "$ronda" object 99.01.009 "${store[@]}" --by 'Contoh, Kasi' --note 'Situs kami ada' --now 2026-11-26T02:00:00Z
if "${publish[@]}" --now 2026-12-02T02:00:00Z >"$work/last" 2>&1; then wrong "published over an open objection"; else ok "not over an open objection"; fi
must "answer" "$ronda" object --answer 1 --accept "${store[@]}" --by 'Contoh, Kabag' --note 'Diterima' --now 2026-12-01T02:00:00Z
must "sanggah terbit" "${publish[@]}" --now 2026-12-02T02:00:00Z
if pdftotext "$work/t/surat-kominfo.pdf" - | grep -q '99.01.009'; then wrong "the office that objected is named"; else ok "the office that objected is not named"; fi
must "sanggah periksa" "$ronda" sanggah periksa 2 "$work/t" "${store[@]}"
printf ' ' >>"$work/t/sanggahan.csv"
if "$ronda" sanggah periksa 2 "$work/t" "${store[@]}" >"$work/last" 2>&1; then wrong "a changed file was not noticed"; else ok "a changed file is noticed"; fi

# Evidence: a bag that other programs find valid, with pictures of its quotations where Chromium is.
must "evidence" "$ronda" evidence "${store[@]}" --office 99.01.005 --out "$work/e" --now 2026-11-23T02:00:00Z
must "the bag is as it was written" "$ronda" evidence --check "$work"/e/bukti-*.zip
cp "$work"/e/bukti-*.zip "$work/altered.zip" && python3 - "$work/altered.zip" <<'PY'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "a") as bag:
    bag.writestr(bag.namelist()[0].split("/")[0] + "/data/sisipan.html", "x")
PY
if "$ronda" evidence --check "$work/altered.zip" >"$work/last" 2>&1 || ! grep -q sisipan.html "$work/last"; then wrong "an altered bag is called whole"; else ok "what was put into a bag is named"; fi
must "evidence opens" python3 -m zipfile -e "$work"/e/bukti-*.zip "$work/e"
bag=$(find "$work/e" -maxdepth 1 -type d -name 'bukti-*')
must "bagit" python3 -m bagit --validate "$bag"
must "warcio" sh -c 'python3 -m warcio.cli check -v "$1"/data/warc/*.warc.gz' sh "$bag"
must "pictures of the stored pages, or why not" python3 - "$bag" <<'PY'
import glob, json, os, struct, sys
bag = sys.argv[1]
told = json.load(open(bag + "/data/fakta.json", encoding="utf-8"))["pictures"]
page = open(bag + "/data/bukti.html", encoding="utf-8").read()
manifest = open(bag + "/manifest-sha256.txt", encoding="utf-8").read()
chromium = any(os.access(p, os.X_OK) for p in ("/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/usr/lib/chromium-browser/chromium"))
if not chromium:
    assert told["state"] == "not_installed" and "Chromium tidak terpasang" in page, told
    sys.exit()
assert told["state"] == "made" and told["files"] and "not the live site" in told["from"], told
assert len(told["files"]) == len(glob.glob(bag + "/data/gambar/*.png"))
for picture in told["files"]:
    name = "data/" + picture["file"]
    head = open(f"{bag}/{name}", "rb").read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">II", head[16:24]) == (told["width"], told["height"]), name
    assert "  " + name + "\n" in manifest and f'src="{picture["file"]}"' in page, name
PY

# A ranking of regions: every other office of the demo is said to be of a second region.
cp "$demo/ronda.db" "$work/dua.db"
python3 - "$work/dua.db" <<'PY'
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for number, (scan, code, text) in enumerate(db.execute("SELECT scan, code, target FROM scan_target ORDER BY code, scan").fetchall()):
    record = json.loads(text)
    if number // 2 % 2 and "portal" not in (record.get("kind"), record.get("jenis")):
        record["region"] = "99.02"
        db.execute("UPDATE scan_target SET target = ? WHERE scan = ? AND code = ?", (json.dumps(record), scan, code))
for (scan, text) in db.execute("SELECT id, record FROM scan").fetchall():
    record = json.loads(text)
    record["regions"] = ["99.01", "99.02"]
    db.execute("UPDATE scan SET record = ? WHERE id = ?", (json.dumps(record), scan))
db.commit()
PY
dua=(--store "$work/dua.db")
must "sanggah peringkat" "$ronda" sanggah peringkat "${dua[@]}" --oleh 'Contoh, Kabag' --batas 2026-12-01 --now 2026-11-23T02:00:00Z --out "$work/pr"
finds "$work/pr/perbandingan.pdf" "PRATINJAU"
if grep -qF '<th scope="row">99.02</th>' "$work/pr/perbandingan.html"; then ok "the preview ranks both regions"; else wrong "the preview does not rank both regions"; fi
must "a region objects" "$ronda" object 99.02 "${dua[@]}" --by 'Contoh, Sekda' --note 'Data kami lain' --now 2026-11-26T02:00:00Z
must "its objection is accepted" "$ronda" object --answer 1 --accept "${dua[@]}" --by 'Contoh, Kabag' --note 'Diterima' --now 2026-12-01T02:00:00Z
must "sanggah terbit of a ranking" "$ronda" sanggah terbit 1 "${dua[@]}" --oleh 'Contoh, Kabag' --urut 14 --tanggal 2026-12-02 --now 2026-12-02T02:00:00Z --out "$work/tr"
if grep -qF '<th scope="row">99.02</th>' "$work/tr/perbandingan.html"; then wrong "the region that objected is ranked"; else ok "the region that objected is not ranked"; fi

# Hostile words: a list whose names try everything.
python3 - "$work/jahat.csv" <<'PY'
import csv, sys
names = ['=HYPERLINK("http://evil.example","x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '"><script>alert(1)</script>',
         "Dinas \u202egnp.exe", "Dinas\tTab", "{{wilayah}}", "Puskesmas أحمد 中文 Ⅻ", "Dinas ' OR 1=1 --", "&amp;<b>]]>", "panjang " * 1250]
with open(sys.argv[1], "w", encoding="utf-8", newline="") as out:
    rows = csv.writer(out)
    rows.writerow(["kode", "nama", "jenis", "wilayah"])
    for number, name in enumerate(names): rows.writerow([f"J{number}", name, "sosial", "61.12"])
PY
: >"$work/hosts"
jahat=(--store "$work/jahat.db")
timeout 90 "$ronda" scan "$work/jahat.csv" "${jahat[@]}" --hosts "$work/hosts" --control none --pause 0 --delay 0 --quiet --out "$work/j" >"$work/last" 2>&1
for number in 0 1 2 3 4 5 6 7 8 9 10 11; do
    "$ronda" confirm "J$number" "${jahat[@]}" --by '=1+1' --note '<script>@' >/dev/null 2>&1
done
must "hostile names: letter" "$ronda" letter daftar "${jahat[@]}" --out "$work/j/s" --setelan "$work/surat.yaml"
must "hostile names: nothing is a formula, a script or turned" python3 - "$work/j" <<'PY'
import csv, glob, io, re, sys, unicodedata, zipfile
seen = 0
for name in glob.glob(sys.argv[1] + "/**/*", recursive=True):
    if name.endswith(".csv"):
        for row in csv.reader(open(name, encoding="utf-8-sig", newline="")):
            assert not any(cell[:1] in set("=+-@\t\r") and cell for cell in row), (name, row)
    if name.endswith((".html", ".csv", ".json")):
        text = open(name, encoding="utf-8-sig").read()
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\x00-\x08\x0b\x0c\x0e-\x1f]", text), name
        if name.endswith(".html"):
            assert len(re.findall("<script", text)) <= 1 and "<script>alert" not in text, name
            assert not re.search(r"(?:src|href)=\"(?!data:|#|https?://)", text), name
            seen += 1
    if name.endswith((".xlsx", ".docx")):
        for part in zipfile.ZipFile(name).namelist():
            body = zipfile.ZipFile(name).read(part).decode("utf-8", "replace")
            assert "<f>" not in body and "<script" not in body, (name, part)
        seen += 1
assert seen >= 4, seen
PY
office pdf "$work/word2" "$work/j/s/surat-kominfo.docx" || wrong "LibreOffice reads the hostile DOCX"
office "$utf8" "$work/calc2" "$work/j/s/daftar-tanpa-situs.xlsx" || wrong "LibreOffice reads the hostile XLSX"
for file in "$work/j/s/surat-kominfo.pdf" "$work/word2/surat-kominfo.pdf"; do
    finds "$file" '{{wilayah}}'
    finds "$file" 'Ⅻ'
    if pdftotext "$file" - | tr -d ' \n' | grep -qF '<script>alert(1)</script>'; then ok "${file##*/}: the script is words"; else wrong "${file##*/}: lost words"; fi
done

# many DIR TIMES: the demo's newest round with each of its offices many times over.
many() {
    cp "$demo/ronda.db" "$1"
    python3 - "$1" "$2" <<'PY'
import sqlite3, sys
db, times = sqlite3.connect(sys.argv[1]), int(sys.argv[2])
scan = db.execute("SELECT id FROM scan ORDER BY started_at DESC LIMIT 1").fetchone()[0]
def copies(table, key):
    names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    rows = db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE scan = ?", (scan,)).fetchall()
    code, position = names.index(key), names.index("position")
    for turn in range(1, times):
        for row in rows:
            new = [v.replace(row[code], f"{row[code]}-{turn}") if isinstance(v, str) and n != "scan" else v for n, v in zip(names, row)]
            new[position] = row[position] + turn * 100_000
            db.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", new)
copies("scan_target", "code")
copies("office", "code")
db.commit()
PY
}

if [ -n "${FULL:-}" ]; then
    many "$work/banyak.db" 40
    banyak=(--store "$work/banyak.db")
    /usr/bin/time -f '%e %M' -o "$work/time1" "$ronda" report "${banyak[@]}" --out "$work/b" >/dev/null
    /usr/bin/time -f '%e %M' -o "$work/time2" "$ronda" letter daftar "${banyak[@]}" --out "$work/b" --setelan "$work/surat.yaml" >"$work/last" 2>&1
    if awk '{ s += $1; if ($2 > m) m = $2; printf "     2,000 offices: %s s, %d MB\n", $1, $2 / 1024 }
         END { exit !(s < 20 && m < 400 * 1024) }' "$work/time1" "$work/time2"; then ok "report set under 20 s and 400 MB"; else wrong "report set over 20 s or 400 MB"; fi
    many "$work/amat.db" 350
    /usr/bin/time -f '     17,500 offices, list in four forms: %e s, %M KB' "$ronda" missing --store "$work/amat.db" --out "$work/a" >/dev/null
    python3 -c 'import sys; print("     rows:", sum(1 for _ in open(sys.argv[1])) - 1)' "$work/a/daftar-tanpa-situs.csv"
fi

[ "$bad" -eq 0 ] || { echo "$bad checks of the formats failed"; exit 1; }
