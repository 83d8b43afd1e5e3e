#!/usr/bin/env python3
"""A long scan on loopback, and whether its memory and its open files stay what they were.

    scripts/soak.py RONDA WEBFARM [--hosts N] [--pages N] [--every SECONDS] [--limit SECONDS] [--out FILE] [--samples FILE]
    scripts/soak.py --self-check

Offices of made-up regions, each with a website on a farm of our own (webfarm), are read by one `ronda scan`; together they
have at least so many pages. Every few seconds the resident memory and the descriptors of the scan and of its readers are
written down. The mean of the last quarter of the scan must not stand over that of its second quarter by more than 10 %:
the first quarter is left out because caches fill then. What the scan does after its last request (the report) is told and
not judged. Exit 1 when a bar is missed; --self-check shows made-up runs to the judge, leaking ones among them.
"""
import argparse, csv, os, random, shutil, sqlite3, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
GROWTH = 1.10
MEASURES = {"scan_mb": "memory of the scan", "readers_mb": "memory of the readers", "scan_files": "descriptors of the scan",
            "readers_files": "descriptors of the readers"}


def quarters(samples, measure):
    """Means of the four quarters of the time, and the highest value."""
    first, last = samples[0]["at"], samples[-1]["at"]
    parts = [[], [], [], []]
    for sample in samples:
        parts[min(3, int(4 * (sample["at"] - first) / max(last - first, 1e-9)))].append(sample[measure])
    return [sum(part) / len(part) for part in parts], max(sample[measure] for sample in samples)


def judge(samples):
    """(bar, held, figures) for each measure; too few samples hold nothing."""
    if len(samples) < 16:
        return [("enough samples", False, f"{len(samples)}; a longer run or a smaller --every is needed")]
    bars = []
    for measure, name in MEASURES.items():
        means, peak = quarters(samples, measure)
        told = " ".join(f"{mean:.1f}" for mean in means)
        bars.append((f"{name} flat within 10 %", means[3] <= means[1] * GROWTH,
                     f"quarters {told}, at most {peak:.1f}; last to second {means[3] / max(means[1], 1e-9):.3f}"))
    return bars


def self_check():
    def run(**change):
        dice, samples = random.Random(7), []
        for at in range(200):
            share = at / 200
            value = {"scan_mb": 150 * min(1, 0.3 + 4 * share), "readers_mb": 200, "scan_files": 90, "readers_files": 8}
            value = {key: base * (1 + change.get(key, 0) * share) * dice.uniform(0.97, 1.03) for key, base in value.items()}
            samples.append(value | {"at": at})
        return samples

    wanted = [({}, []), ({"scan_mb": -0.5}, []), ({"scan_mb": 0.1}, []), ({"scan_mb": 0.4}, ["memory of the scan"]),
              ({"readers_mb": 0.5}, ["memory of the readers"]), ({"scan_files": 1}, ["descriptors of the scan"]),
              ({"readers_files": 0.4, "scan_mb": 3}, ["memory of the scan", "descriptors of the readers"])]
    for change, names in wanted:
        missed = [bar.removesuffix(" flat within 10 %") for bar, held, _ in judge(run(**change)) if not held]
        if missed != names:
            sys.exit(f"soak: the judge says {missed} of {change}, not {names}")
    if all(held for _, held, _ in judge(run()[:10])):
        sys.exit("soak: ten samples are taken for enough")
    print(f"soak: the judge is right about {len(wanted) + 1} made-up runs")


def web(folder, hosts, pages):
    """List, names and table of the farm; 250 offices a region, 2 % of the sites busy and 1 % broken."""
    dice = random.Random(7)
    regions = [row for row in csv.DictReader(open(f"{HERE}/../Sources/Rules/Resources/regions.csv"))
               if row["kind"].startswith("kab")]
    each = -(-pages // hosts)
    rows, names, table = ["kode,nama,jenis,wilayah,url,induk,keterangan"], [], []

    def site(host, kind, title, region):
        address = f"127.78.{(len(table) % 400) // 200}.{len(table) % 200 + 1}"
        table.append("\t".join([host, address, kind, title, region["code"], "0", str(each)]))
        names.append(f"{address} {host}")

    for number in range(hosts):
        place, region = number // 250, regions[number // 250 % len(regions)]
        domain = f"ujikab{place}.go.id"
        if number % 250 == 0:
            site(domain, "portal", f"Pemerintah {region['name']}", region)
            rows.append(f"P{place},Pemerintah {region['name']},portal,{region['code']},http://{domain}/,,")
            continue
        host, luck = f"dinas{number}.{domain}", dice.random() * 100
        site(host, "busy" if luck < 2 else "reset" if luck < 3 else "site", f"Dinas Uji Nomor {number} {region['name']}", region)
        rows.append(f"K{number},Dinas Uji Nomor {number},lainnya,{region['code']},http://{host}/,,")
    for name, lines in (("list.csv", rows), ("hosts", names), ("web.tsv", table)):
        with open(f"{folder}/{name}", "w") as file:
            file.write("\n".join(lines) + "\n")


def figure(process, name):
    """Resident memory in MB and open descriptors of a process; None when it is gone."""
    try:
        with open(f"/proc/{process}/status") as file:
            lines = dict(line.split(":", 1) for line in file if ":" in line)
        if name not in lines["Name"]:
            return None
        return int(lines["VmRSS"].split()[0]) / 1024, len(os.listdir(f"/proc/{process}/fd"))
    except (OSError, KeyError, ValueError):
        return None


def children(process):
    """Processes it started (man 5 proc, stat: field 4)."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    if file.read().rpartition(")")[2].split()[1] == str(process):
                        found.append(name)
            except OSError:
                pass
    return found


def look(process, served, start):
    try:
        own = figure(process, "ronda")
        readers = [sizes for child in children(process) if (sizes := figure(child, "ronda"))]
    except OSError:
        return None
    if own is None:
        return None
    return {"at": time.monotonic() - start, "served": served, "scan_mb": own[0], "scan_files": own[1],
            "readers": len(readers), "readers_mb": sum(mb for mb, _ in readers), "readers_files": sum(n for _, n in readers)}


def served(folder):
    try:
        return int(open(f"{folder}/count").read() or 0)
    except (OSError, ValueError):
        return 0


def scan(options, folder):
    """Runs the scan; answers its samples until the last request, its exit code, seconds, and the peak afterwards."""
    port = open(f"{folder}/port").read()
    words = [options.ronda, "scan", f"{folder}/list.csv", "--store", f"{folder}/soak.db", "--json", f"{folder}/soak.json", "--hosts",
             f"{folder}/hosts", "--connect-to", f":80::{port}", "--connect-to", ":443::1", "--allow-private", "--control", "none",
             "--ocr", "off", "--render", "off", "--per-ip", "4", "--delay", "0", "--timeout", "20", "--pause", "1", "--quiet", "--lang", "en",
             "--max-pages", "0", "--exhaustive"]
    start, samples, told = time.monotonic(), [], 0
    run = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        while run.poll() is None and time.monotonic() - start < options.limit:
            sample = look(run.pid, served(folder), start)
            if sample:
                samples.append(sample)
            if time.monotonic() - told > 60 and sample:
                told = time.monotonic()
                print("  " + " ".join(f"{key} {value:.0f}" for key, value in sample.items()), flush=True)
            time.sleep(options.every)
        seconds = time.monotonic() - start
    finally:
        if run.poll() is None:
            run.kill()
        code = run.wait()
    last = max((sample["served"] for sample in samples), default=0)
    reading = [sample for sample in samples if sample["served"] < last or sample is samples[-1]]
    return samples, [sample for sample in reading if sample["served"] > 0], code, seconds


def main(options):
    folder = tempfile.mkdtemp(prefix="ronda-soak-", dir=options.folder)
    os.chmod(folder, 0o755)
    failed, figures = [], []

    def bar(name, held, text):
        figures.append(f"{'ok    ' if held else 'MISSED'} {name}: {text}")
        print(figures[-1], flush=True)
        if not held:
            failed.append(name)

    web(folder, options.hosts, options.pages)
    farm = subprocess.Popen([options.webfarm, "--folder", folder, "--web", f"{folder}/web.tsv", "--log", "no"], stdin=subprocess.PIPE)
    try:
        for _ in range(600):
            if os.path.exists(f"{folder}/port") and open(f"{folder}/port").read():
                break
            time.sleep(0.1)
        samples, reading, code, seconds = scan(options, folder)
        time.sleep(1.5)
        bar("the scan ends well", code == 0, f"exit {code} after {seconds:.0f} s")
        with sqlite3.connect(f"{folder}/soak.db") as store:
            pages, = store.execute("SELECT coalesce(sum(pages), 0) FROM pack").fetchone()
            outcomes = store.execute("SELECT status, count(*) FROM office GROUP BY status ORDER BY 2 DESC").fetchall()
        bar(f"at least {options.pages} pages kept", pages >= options.pages, f"{pages} of {served(folder)} requests")
        offices = options.hosts - -(-options.hosts // 250)  # a portal a region is read and is no office
        bar("each office has one outcome", sum(count for _, count in outcomes) == offices,
            f"{offices} offices of {options.hosts} hosts: " + ", ".join(f"{count} {status}" for status, count in outcomes))
        for name, held, text in judge(reading):
            bar(name, held, text)
        if samples:
            print(f"       highest of all, the report included: {max(s['scan_mb'] for s in samples):.0f} MB")
    finally:
        farm.stdin.close()
        farm.wait()
        if options.samples:
            with open(options.samples, "w") as file:
                writer = csv.DictWriter(file, fieldnames=list(samples[0]))
                writer.writeheader()
                writer.writerows(samples)
        shutil.rmtree(folder, ignore_errors=True)
    if options.out:
        open(options.out, "w").write("\n".join(figures) + "\n")
    print("soak: every bar held" if not failed else "soak: missed: " + ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("ronda", nargs="?")
    parser.add_argument("webfarm", nargs="?")
    parser.add_argument("--hosts", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=500_000)
    parser.add_argument("--every", type=float, default=5)
    parser.add_argument("--limit", type=int, default=4 * 3600)
    parser.add_argument("--folder", help="where its folder is made; default: the system's")
    parser.add_argument("--out")
    parser.add_argument("--samples")
    parser.add_argument("--self-check", action="store_true")
    options = parser.parse_args()
    if options.self_check:
        self_check()
    elif not options.webfarm:
        parser.error("RONDA and WEBFARM are needed")
    else:
        sys.exit(main(options))
