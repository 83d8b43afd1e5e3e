#!/usr/bin/env bash
# Misbehaving hosts and healthy ones in an empty network namespace: public-looking addresses, ports 80, 443 and 53, the
# program unchanged and its guards on. Says which outcome is wrong, what the healthy hosts lost, how much memory it took
# and whether a forbidden port or address was touched. Needs root (or user namespaces), python3, openssl, iproute2.
#   hostile-net.sh [--kinds a,b] [--keep DIR] [--ronda PATH] [--timeout S]
set -uo pipefail
cd "$(dirname "$0")/.."
ronda=.build/release/ronda kinds="" keep="" timeout=20
while [ $# -gt 0 ]; do
    case $1 in
    --kinds) kinds=$2 ;; --keep) keep=$2 ;; --ronda) ronda=$2 ;; --timeout) timeout=$2 ;;
    *) sed -n 2,6p "$0"; exit 2 ;;
    esac
    shift 2
done
if [ -z "${RONDA_HOSTILE_NET:-}" ]; then
    for tool in unshare ip openssl python3; do
        command -v $tool >/dev/null || { echo "hostile-net.sh: $tool is not here; nothing was tried"; exit 0; }
    done
    unshare -n true 2>/dev/null || unshare -rn true 2>/dev/null || { echo "hostile-net.sh: no network namespace may be made here; nothing was tried"; exit 0; }
    export RONDA_HOSTILE_NET=1
    args=(--kinds "$kinds" --keep "$keep" --ronda "$ronda" --timeout "$timeout")
    if [ "$(id -u)" = 0 ]; then exec unshare -n "$0" "${args[@]}"; else exec unshare -rn "$0" "${args[@]}"; fi
fi
work=${keep:-$(mktemp -d)}
mkdir -p "$work"
farm=0
trap '[ $farm != 0 ] && kill $farm 2>/dev/null; [ -n "$keep" ] || rm -rf "$work"' EXIT
ip link set lo up
for net in 36.60.0.0/16 36.66.0.0/16 36.67.0.0/16 10.0.0.5/32 192.168.1.1/32 169.254.169.254/32 172.16.0.9/32 100.64.0.7/32 192.0.2.7/32; do
    ip addr add "$net" dev lo
done
scan() { # NAME [farm options]
    local out=$work/$1
    rm -rf "$out"; shift
    PYTHONPATH=Tests/Hostile python3 -B Tests/Hostile/farm.py "$out" "$@" &
    for _ in $(seq 1200); do [ -f "$out/ready" ] && break; sleep 0.1; done
    farm=$(cat "$out/pid")
    local start=$SECONDS
    python3 -B Tests/Hostile/measured.py "$out/time" timeout 1200 "$ronda" scan "$out/list.csv" --store "$out/ronda.db" --json "$out/scan.json" --out "$out/reports" \
        --dns 36.60.0.53 --ca "$out/ca.pem" --control none --timeout "$timeout" --pause 5 --lang en >"$out/said" 2>"$out/progress"
    echo "scan: exit $?, $((SECONDS - start)) s, $(grep -c . "$out/log") requests and questions"
    kill "$farm" 2>/dev/null; wait; farm=0
}
if [ -z "$kinds" ]; then scan healthy --only-healthy; fi
scan all ${kinds:+--kinds "$kinds"}
python3 -B Tests/Hostile/check.py "$work"
