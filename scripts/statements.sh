#!/usr/bin/env bash
# What people say of a row, by the command line: confirm, object, answer, explain; and what `missing --since` then tells.
#   scripts/statements.sh DEMO_DIR    DEMO_DIR/ronda.db holds the two rounds of `ronda demo`
set -uo pipefail
cd "$(dirname "$0")/.."
ronda=${RONDA:-$(pwd)/.build/release/ronda}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$1/ronda.db" "$work/ronda.db"
store=(--store "$work/ronda.db")
bad=0

# says NAME WORDS COMMAND...: the command succeeds and its output holds the words.
says() {
    local name=$1 words=$2
    shift 2
    if "$@" >"$work/last" 2>&1 && grep -qF -- "$words" "$work/last"; then echo "ok   $name"; else bad=$((bad + 1)); echo "BAD  $name"; head -n 5 "$work/last"; fi
}
# refuses NAME WORDS COMMAND...: the command fails and says the words.
refuses() {
    local name=$1 words=$2
    shift 2
    if "$@" >"$work/last" 2>&1; then bad=$((bad + 1)); echo "BAD  $name: taken"; return; fi
    if grep -qF -- "$words" "$work/last"; then echo "ok   $name"; else bad=$((bad + 1)); echo "BAD  $name"; head -n 5 "$work/last"; fi
}
# row CODE: the line of an office in the list proper, before the annex.
row() { "$ronda" missing "${store[@]}" | sed '/^Lampiran/,$d' | grep -E " $1 " | head -n 1; }
stands() { if [ -n "$(row "$1")" ]; then echo "ok   $2"; else bad=$((bad + 1)); echo "BAD  $2"; fi; }
gone() { if [ -z "$(row "$1")" ]; then echo "ok   $2"; else bad=$((bad + 1)); echo "BAD  $2"; fi; }

code=99.01.009
by=(--by 'Siti Aminah, Kabid TIK')
[ -n "$(row $code)" ] || { echo "BAD  $code stands in the list"; exit 1; }
refuses "a statement without words" "--note" "$ronda" confirm $code "${by[@]}" --note ' ' "${store[@]}"
refuses "an unknown office" "99.99.999" "$ronda" confirm 99.99.999 "${by[@]}" --note 'tidak ada' "${store[@]}"
refuses "a time that has passed" "--until" "$ronda" confirm $code "${by[@]}" --note 'benar' --now 2026-03-20 --until 2026-03-19 "${store[@]}"
says "a confirmation is kept for 180 days" "2026-09-16" "$ronda" confirm $code "${by[@]}" --note 'ditelepon, belum ada situs' --now 2026-03-20T00:00:00Z "${store[@]}"
says "an objection is kept" "Ketahanan Pangan" "$ronda" object 99.01.014 "${by[@]}" --note 'situs kami ada' --url dkp.tanjungrambaikab.go.id --now 2026-03-20T00:00:00Z "${store[@]}"
gone 99.01.014 "a row objected to leaves the list"
refuses "an answer without a decision" "--accept" "$ronda" object --answer 2 "${by[@]}" --note 'sudah dilihat' "${store[@]}"
says "an objection is answered" "ditolak" "$ronda" object --answer 2 --dismiss "${by[@]}" --note 'alamat itu tidak terdaftar' --now 2026-03-21T00:00:00Z "${store[@]}"
stands 99.01.014 "a row whose objection was dismissed is back"
says "an explanation is kept until its day" "2026-12-31" "$ronda" note 99.01.024 "${by[@]}" --note 'dianggarkan 2027' --now 2026-03-20T00:00:00Z --until 2026-12-31 "${store[@]}"
says "changes since a day" "Perubahan sejak" "$ronda" missing "${store[@]}" --since 2026-03-05
says "a move to go.id is told" "Pindah ke go.id" "$ronda" missing "${store[@]}" --since 2026-03-05
refuses "a day before the first scan" "2020-01-01" "$ronda" missing "${store[@]}" --since 2020-01-01
[ "$bad" -eq 0 ]
