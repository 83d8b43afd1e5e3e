#!/usr/bin/env python3
"""The runs of the shared bench as a table: CPU per 1,000 pages with spread, wall time, and the ratio to the C ceiling.

bench_table.py RUNS.json [--check FILE]     FILE holds the committed ratio; exit 1 when today's is more than 25 % above it
"""
import json, os, platform, re, statistics, subprocess, sys

CEILING = "C sax epoll"
runs = json.load(open(sys.argv[1]))


def cpu(run):
    return (run["user"] + run["sys"]) / max(1, run["pages"]) * 1000


def version(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].strip()
    except (OSError, IndexError):
        return "-"


def machine():
    model = re.search(r"model name\s*:\s*(.*)", open("/proc/cpuinfo").read())
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


def ratios(mode, name):
    ours = [cpu(run) for run in runs if run["mode"] == mode and run["name"] == name]
    ceiling = [cpu(run) for run in runs if run["mode"] == mode and run["name"] == CEILING]
    return [a / b for a, b in zip(ours, ceiling) if b > 0]


print(f"\nmachine: {machine()}\nversions: {version('swift', '--version')}; {version('curl', '--version')}")
for mode in sorted({run["mode"] for run in runs}):
    print(f"\n| mode {mode} | pages | CPU s / 1,000 pages: median (least - most) | x C sax | wall s | RSS MB | most at a host |")
    print("|---|---|---|---|---|---|---|")
    names = {run["name"]: [r for r in runs if r["mode"] == mode and r["name"] == run["name"]] for run in runs if run["mode"] == mode}
    for name, own in sorted(names.items(), key=lambda entry: statistics.median(map(cpu, entry[1]))):
        costs, times = [cpu(run) for run in own], ratios(mode, name)
        print(
            f"| {name} | {own[0]['pages']}/{own[0]['want']} | {statistics.median(costs):.2f} ({min(costs):.2f} - {max(costs):.2f})"
            f" | {statistics.median(times):.2f} |" if times else f"| {name} | {own[0]['pages']} | {statistics.median(costs):.2f} | - |",
            f"{statistics.median(run['wall'] for run in own):.2f} | {max(run['rss'] for run in own):.0f} | {max(run['perhost'] for run in own)} |",
        )

if "--check" in sys.argv:
    file = sys.argv[sys.argv.index("--check") + 1]
    if not os.path.exists(file):
        print(f"\nratio to the C ceiling: {statistics.median(ratios('a', 'ronda')):.2f}; no figure is committed yet in {file}")
        sys.exit(0)
    committed = float(next(line for line in open(file) if line.strip() and not line.startswith("#")))
    today = statistics.median(ratios("a", "ronda"))
    print(f"\nratio to the C ceiling: {today:.2f}, committed {committed:.2f}")
    if today > committed * 1.25:
        sys.exit(f"slower than committed by more than 25 %: see docs/performance.md, or commit a new figure in {file}")
