#!/usr/bin/env bash
# The whole suite under the address sanitizer and under the thread sanitizer, each in a build of its own.
#
#     scripts/sanitize.sh [address|thread]... [-- FILTER_OPTION...]
#
# SANITIZED (Sources/Cage): no limit of address space on our own readers, whose shadow memory takes terabytes (the document
# tools keep theirs), and their reports are heard. Leaks are not looked for: Swift's tagged pointers look like leaks to the
# leak sanitizer (llvm-project issue 56751). False reports are named in scripts/sanitize-thread.txt, each with its reason.
# Exit 1 when a test fails or a report was made.
set -uo pipefail
cd "$(dirname "$0")/.."
export ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0:symbolize=1"
export TSAN_OPTIONS="suppressions=$PWD/scripts/sanitize-thread.txt:halt_on_error=0:second_deadlock_stack=1:history_size=4"
kinds=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do kinds+=("$1"); shift; done
[ $# -gt 0 ] && shift
[ ${#kinds[@]} -gt 0 ] || kinds=(address thread)
# The thread sanitizer wants its addresses where it expects them.
plain=()
setarch -R true 2>/dev/null && plain=(setarch -R)
failed=0
for kind in "${kinds[@]}"; do
    options=(--sanitize "$kind" -Xswiftc -DSANITIZED --scratch-path ".build/${kind:0:1}san")
    swift build --build-tests "${options[@]}" || exit 1
    # By a pipe: a reader may write to no file, and its report must be read.
    "${plain[@]}" swift test --skip-build "${options[@]}" "$@" 2>&1 | tee ".build/${kind:0:1}san.log" || failed=1
    if grep -qE "ERROR: AddressSanitizer|WARNING: ThreadSanitizer|ERROR: ThreadSanitizer" ".build/${kind:0:1}san.log"; then
        echo "sanitize: reports of the $kind sanitizer stand in .build/${kind:0:1}san.log"
        failed=1
    fi
done
exit "$failed"
