#!/usr/bin/env bash
# Bad input gets a sentence that says what to do and its documented exit code, never a crash.
set -uo pipefail
cd "$(dirname "$0")/.."
ronda=$(pwd)/.build/release/ronda
work=$(mktemp -d)
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
bad=0

# expect CODE WORDS COMMAND...: the exit code, and words (extended regex) that must stand in what is printed.
expect() {
    local code=$1 words=$2 got output
    shift 2
    output=$(timeout 60 "$@" 2>&1 </dev/null)
    got=$?
    if [ "$got" -ne "$code" ] || ! grep -Eq "$words" <<<"$output"; then
        bad=$((bad + 1))
        printf 'BAD  %s\n     exit %s, wanted %s and /%s/\n%s\n' "$*" "$got" "$code" "$words" "$(head -n 6 <<<"$output")"
    else
        printf 'ok   exit %s  %s\n' "$got" "$(head -n 1 <<<"$output" | cut -c 1-110)"
    fi
}

cd "$work" || exit 1
printf 'kode,nama,jenis,wilayah,url\n1,Dinas A,sosial,61.12,ht!tp://x\n' >url.csv
printf 'kode,jenis\n1,sosial\n' >noname.csv
printf 'nama,wilayah\n"Dinas A,61.12\n' >quote.csv
printf 'nama,wilayah\n,61.12\n' >emptyname.csv
: >empty.csv
head -c 3000 /dev/urandom >noise.csv
head -c 3000 /dev/urandom >noise.xlsx
printf 'nama;wilayah;url\r\nDinas Sosial;61.12;-\r\n' >good.csv
head -c 8192 /dev/urandom >broken.db
printf '' >hosts

scan=("$ronda" scan --control none --hosts hosts --pause 0 --delay 0)
expect 2 'url.csv:2:' "${scan[@]}" url.csv
expect 2 'noname.csv:1:.*nama' "${scan[@]}" noname.csv
expect 2 'quote.csv:2:' "${scan[@]}" quote.csv
expect 2 'emptyname.csv:2:' "${scan[@]}" emptyname.csv
expect 2 'empty.csv' "${scan[@]}" empty.csv
expect 2 'noise.csv' "${scan[@]}" noise.csv
expect 2 'noise.xlsx' "${scan[@]}" noise.xlsx
expect 2 'tidak-ada.csv' "${scan[@]}" tidak-ada.csv
expect 3 'broken.db' "${scan[@]}" good.csv --store broken.db
expect 3 'none/x.db' "${scan[@]}" good.csv --store none/x.db
expect 2 'hosts' "$ronda" scan good.csv --hosts tidak-ada
expect 64 'connect-to' "${scan[@]}" good.csv --connect-to salah
expect 64 'now' "${scan[@]}" good.csv --now kemarin
expect 2 'store' "$ronda" report --store tidak-ada.db
expect 2 'alamat|address' "$ronda" check 'javascript:alert(1)'
expect 1 'url.csv:2:' "$ronda" targets lint url.csv
expect 0 '.' "$ronda" targets lint good.csv
expect 2 '99.99' "$ronda" targets draft --wilayah 99.99
expect 0 'Dinas' "$ronda" targets draft --wilayah 61.12
expect 0 'belum' "${scan[@]}" good.csv --store good.db --out out
expect 0 '.' "$ronda" report --store good.db --list
[ -L /dev/stdout ] && "$ronda" report --store good.db --format json >stdout.json 2>/dev/null
expect 0 'offices' cat stdout.json
expect 0 'stdout' find /dev/stdout -type l
if [ "$(id -u)" -ne 0 ]; then
    mkdir locked && chmod a-w locked
    expect 3 'locked' "${scan[@]}" good.csv --store good2.db --out locked
fi
if [ -e /dev/full ]; then
    expect 3 'full|space|/dev/full' "${scan[@]}" good.csv --store good3.db --json /dev/full
fi
[ "$bad" -eq 0 ] || { echo "$bad of these were not as documented"; exit 1; }
