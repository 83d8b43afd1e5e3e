#!/usr/bin/env bash
# The readers of foreign bytes under libFuzzer (coverage-guided), in a build of their own.
#
#     scripts/fuzz.sh [--seconds 60] [--at-once 2] [READER...]
#     scripts/fuzz.sh keep [READER...]      a part of what reached new code goes to Tests/FuzzTests/Corpus
#
# Inputs that crash, hang (25 s) or take more than 2 GB stand in .build/fuzz/found/<reader>-*, each a report of its own
# in .build/fuzz/<reader>.log; put one into Corpus (base64, one line) when it is mended. Exit 1 when one was found.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=60 at_once=2 keep=0 readers=()
while [ $# -gt 0 ]; do
    case "$1" in
    --seconds) seconds="$2" && shift ;;
    --at-once) at_once="$2" && shift ;;
    keep) keep=1 ;;
    *) readers+=("$1") ;;
    esac
    shift
done
[ ${#readers[@]} -gt 0 ] || read -ra readers <<<"$(sed -n 's/^ *case \(charset, .*\)$/\1/p' Tests/FuzzTests/ReaderFuzz.swift | head -1 | tr -d ,)"
if [ "$keep" = 0 ] && [ -z "${RONDA_LIBFUZZ:-}" ]; then
    # Shared libraries of Swift, and what the tests see of a module, in a release build.
    RONDA_LIBFUZZER=1 RONDA_SHARED_SWIFT=1 swift build -c release --product libfuzz --sanitize fuzzer -Xswiftc -enable-testing \
        --scratch-path .build/fuzz/build || exit 1
    RONDA_LIBFUZZ="$(RONDA_LIBFUZZER=1 swift build -c release --scratch-path .build/fuzz/build --show-bin-path)/libfuzz"
fi
export RONDA_LIBFUZZ seconds
mkdir -p .build/fuzz/corpus .build/fuzz/found

one() {
    # The runs and the coverage stand in the log, and so does what a reader complained of.
    "$RONDA_LIBFUZZ" "$1" ".build/fuzz/corpus/$1" -max_total_time="$seconds" -max_len=20000 -timeout=25 -rss_limit_mb=2048 \
        -artifact_prefix=".build/fuzz/found/$1-" -print_final_stats=1 >".build/fuzz/$1.log" 2>&1
    local code=$?
    echo "$1: exit $code, $(sed -n 's/^stat::number_of_executed_units: *//p' ".build/fuzz/$1.log") runs," \
        "$(sed -n 's/^stat::slowest_unit_time_sec: *//p' ".build/fuzz/$1.log") s the slowest," \
        "coverage $(grep -oE 'cov: [0-9]+' ".build/fuzz/$1.log" | tail -1 | cut -c6-)"
    return "$code"
}

export -f one
if [ "$keep" = 1 ]; then
    for reader in "${readers[@]}"; do python3 scripts/fuzz_corpus.py "$reader" ".build/fuzz/corpus/$reader"; done
else
    printf '%s\n' "${readers[@]}" | xargs -P "$at_once" -I{} bash -c 'one {}'
    [ $? = 0 ] || { echo "fuzz: see .build/fuzz/found and the logs beside it" && exit 1; }
fi
