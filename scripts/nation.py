#!/usr/bin/env python3
"""The nation on one machine: every region of the register with its offices, on a farm on loopback, by several workers.

    scripts/nation.py RONDA WEBFARM [--regions N] [--workers N] [--slots N] [--pages N] [--rounds N] [--seed N]
                      [--memory FILE] [--out FILE]

The list is made of the registers (regions, kinds of office that are usual there, puskesmas and their kecamatan). Which office
has a website, which server is down, slow or silent, and who shares an address is drawn with a seed (6112), in the shares that
SHARES tells; nothing here is a fact about a real office. It prints what the plan (docs/capacity.md) needs: time, CPU, memory of
each worker over the time, bytes of the store, and how many offices differ from the truth, with the first few. Exit 1 when a bar is missed.
Servers, farm and folder go when it ends.

`--rounds N` makes so many rounds one after the other with the same workers: is their memory flat over hours? `--memory FILE` writes
every look at it: seconds, round, step, worker, MB of its own, MB of its readers.
"""
import argparse, csv, json, os, random, re, resource, shutil, subprocess, sys, tempfile, time
import yaml

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chaos import PG, Chaos, Farm, Nats, Postgres, free_ports

RESOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources", "Rules", "Resources")
# Of a hundred offices: how many have a website, by class.
SHARES = {"opd": 75, "kecamatan": 40, "puskesmas": 10}
# Of a hundred websites: how many fail, and how.
FAILURES = {"busy": 3, "reset": 1, "silent": 1}


def slug(text):
    return re.sub(r"[^a-z0-9]+", "", text.lower())


class Nation:
    """List, names and web, from the registers."""

    def __init__(self, folder, regions, pages, seed=6112):
        self.dice = random.Random(seed)
        self.rows, self.web, self.hosts, self.truth = [], [], [], {}
        kinds = yaml.safe_load(open(f"{RESOURCES}/opd-kinds.yaml"))["kinds"]
        health = {}
        for row in csv.DictReader(open(f"{RESOURCES}/puskesmas.csv")):
            health.setdefault(row["region_code"], []).append(row)
        known = list(csv.DictReader(open(f"{RESOURCES}/regions.csv")))
        for number, region in enumerate(known[:: max(1, len(known) // regions)][:regions]):
            self.region(number, region, kinds, health.get(region["code"], []), pages)
        for name, lines in (("list.csv", self.rows), ("hosts", self.hosts), ("web.tsv", self.web)):
            open(f"{folder}/{name}", "w").write("\n".join(lines) + "\n")

    def region(self, number, region, kinds, health, pages):
        domain = (region["portal_domain"] or slug(region["name"]) + ".go.id").split("/")[0]
        if not self.rows:
            self.rows.append("kode,nama,jenis,wilayah,url,induk,keterangan")
        # Two servers a region; every tenth region lies in a data centre it shares with nine others.
        centre = number // 10 if number % 10 == 0 else number
        servers = [f"127.78.{centre * 2 // 200}.{centre * 2 % 200 + 1}", f"127.78.{centre * 2 // 200}.{centre * 2 % 200 + 2}"]
        self.add(domain, servers[0], "portal", region["name"], region["code"], pages)
        self.rows.append(f"P{region['code']},Pemerintah {region['name']},portal,{region['code']},http://{domain}/,,")
        taken = {domain}
        for kind in kinds:
            if region["kind"].split("-")[0] not in kind["usual_in"] or kind["key"] in ("kecamatan", "puskesmas", "kelurahan"):
                continue
            label = next(iter(kind["host_labels"]), slug(kind["names"][0]))
            self.office(f"{region['code']}.{kind['key']}", kind["names"][0], kind["key"], "opd", region, f"{label}.{domain}",
                        servers, taken, pages)
        # Parts of the secretariat are assessed like offices: Biro in a province, Bagian elsewhere.
        part = "Biro " if region["kind"] == "provinsi" else "Bagian "
        for name in next(kind["names"] for kind in kinds if kind["key"] == "setda-bagian"):
            if name.startswith(part):
                self.office(f"{region['code']}.{slug(name)}", name, "setda-bagian", "opd", region, f"{slug(name)}.{domain}",
                            servers, taken, pages)
        for row in health:
            self.office(row["code"], f"Puskesmas {row['name']}", "puskesmas", "puskesmas", region,
                        f"pkm-{slug(row['name'])}.{domain}", servers, taken, pages)
        for place in sorted({row["kecamatan"] for row in health if row["kecamatan"]}):
            self.office(f"{region['code']}.kec-{slug(place)}", f"Kecamatan {place}", "kecamatan", "kecamatan", region,
                        f"kec{slug(place)}.{domain}", servers, taken, pages)

    def office(self, code, name, kind, share, region, host, servers, taken, pages):
        if not code or code in self.truth or host in taken:
            return
        has = self.dice.random() * 100 < SHARES[share]
        url = ""
        if has:
            taken.add(host)
            luck, behaviour = self.dice.random() * 100, "site"
            for failure, part in FAILURES.items():
                luck -= part
                if luck < 0:
                    behaviour = failure
                    break
            self.add(host, self.dice.choice(servers), behaviour, f"{name} {region['name']}", region["code"], pages)
            if self.dice.random() < 0.6:
                url = f"http://{host}/"
        self.truth[code] = behaviour if has else "none"
        quoted = '"' + name.replace('"', '""') + '"'
        self.rows.append(f"{code},{quoted},{kind},{region['code']},{url},,")

    def add(self, host, address, kind, title, region, pages):
        delay = self.dice.choice([20, 50, 100, 200, 400])
        self.web.append("\t".join([host, address, kind, title.replace("\t", " "), region, str(delay), str(pages)]))
        self.hosts.append(f"{address} {host}")


class Run(Chaos):
    def __init__(self, options):
        self.options, self.failed, self.figures, self.name = options, [], [], "nation"
        self.folder = tempfile.mkdtemp(prefix="ronda-nation-")
        os.chmod(self.folder, 0o755)
        self.number, self.workers = 0, {}
        os.makedirs(self.folder + "/farm1")
        self.nation = Nation(self.folder + "/farm1", options.regions, options.pages, options.seed)
        self.postgres = Postgres(self.folder + "/pg")
        self.nats = Nats(self.folder + "/nats", free_ports(1)[0])
        self.queue, self.delay = self.nats.url, options.delay
        self.farm = Table(options.webfarm, self.folder + "/farm1")

    def step(self):
        """What is under way: the first open step of the round."""
        kinds = {row[0] for row in self.postgres.ask(self.url, f"SELECT DISTINCT kind FROM unit WHERE scan = '{self.scan}' AND state <> 'done'")}
        return next((kind for kind in ("survey", "first", "turn", "second", "close") if kind in kinds), "end")

    def nation_rounds(self):
        start = time.time()
        self.begin()
        self.say(f"{len(self.nation.truth)} offices in {self.options.regions} regions, {len(self.nation.web)} hosts; "
                 f"round begun in {time.time() - start:.0f} s")
        self.start_workers(self.options.workers, "--slots", str(self.options.slots), "--max-pages", str(self.options.pages + 5))
        looks, told, round_looks = [], [time.time()], []

        def each():
            # Every second while a round is closed: that is where a worker was largest.
            step = self.step()
            if not looks or time.time() - looks[-1][0] > (1 if step in ("close", "end") else 10):
                looks.append((time.time(), step, [self.parts(p.pid) for p in self.workers.values()]))
            if time.time() - told[0] > 60:
                told[0] = time.time()
                done = self.postgres.ask(self.url, f"SELECT count(*) FROM office WHERE scan = '{self.scan}'")[0][0]
                print(f"  {time.time() - self.began:.0f} s: {step}, {done} offices, workers {max(map(sum, looks[-1][2])):.0f} MB", flush=True)

        for number in range(1, self.options.rounds + 1):
            if number > 1:
                looks = []
                self.scan = self.run(["scan", self.farm.folder + "/list.csv", "--no-wait", "--pause", "1", "--quiet", *self.shared,
                                      *self.farm.network(self.delay)]).strip()
                self.began = time.time()
            seconds = self.wait(self.options.limit, each)
            if seconds is None:
                self.keep(round_looks + [looks])
                return self.bar("the round completes", False, f"not in {self.options.limit} s")
            round_looks.append(looks)
            self.timeline(seconds)
            self.result(seconds, looks)
            self.right()
        self.keep(round_looks)
        self.flat(round_looks)
        self.end_workers()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.say(f"    {used.ru_utime + used.ru_stime:.0f} CPU s of what ended here (the servers still run)")

    def result(self, seconds, looks):
        offices, pages = map(int, self.postgres.ask(self.url, f"""
            SELECT (SELECT count(*) FROM office WHERE scan = '{self.scan}'),
                   (SELECT coalesce(sum(pages), 0) FROM pack WHERE scan = '{self.scan}')""")[0])
        spent = {name: self.cpu(pid) for name, pid in (self.servers() | {n: p.pid for n, p in self.workers.items()}).items()}
        self.bar("the round completes", offices == len(self.nation.truth),
                 f"{offices} offices, {pages} pages in {seconds:.0f} s; CPU s so far: "
                 + ", ".join(f"{n} {s:.0f}" for n, s in spent.items()) + f" = {sum(spent.values()):.0f}")
        self.memory(looks)
        size = int(self.postgres.ask(self.url, """
            SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'
            AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'body'""")[0][0])
        body = int(self.postgres.ask(self.url, "SELECT pg_total_relation_size('body')")[0][0])
        size //= int(self.postgres.ask(self.url, "SELECT count(*) FROM scan")[0][0])
        self.bar("store <= 1 GB a round without bodies", size <= 1e9,
                 f"{size / 1e6:.0f} MB = {size / offices / 1e3:.1f} KB an office; bodies {body / 1e6:.0f} MB")

    def memory(self, looks):
        """The largest worker with its readers: in all, by thirds of the time, and by step of the round."""
        def most(some):
            return max((sum(parts) for _, _, sizes in some for parts in sizes), default=0)

        third = (looks[-1][0] - looks[0][0]) / 3
        middle = most([look for look in looks if third <= look[0] - looks[0][0] <= 2 * third] or looks)
        end = most([look for look in looks if look[0] - looks[0][0] > 2 * third])
        steps = list(dict.fromkeys(step for _, step, _ in looks))
        self.bar("memory per worker <= 200 MB and flat", most(looks) <= 200 and end <= middle * 1.15,
                 f"{most(looks):.0f} MB with its readers; middle third {middle:.0f}, last third {end:.0f}; by step "
                 + ", ".join(f"{step} {most([look for look in looks if look[1] == step]):.0f}" for step in steps))

    def flat(self, rounds):
        """Over rounds: the last one may not be larger than the second by more than a tenth."""
        peaks = [max(sum(parts) for _, _, sizes in looks for parts in sizes) for looks in rounds]
        if len(peaks) > 2:
            self.bar("memory flat over rounds", peaks[-1] <= peaks[1] * 1.1, " ".join(f"{peak:.0f}" for peak in peaks) + " MB")

    def keep(self, rounds):
        if not self.options.memory:
            return
        with open(self.options.memory, "w") as file:
            file.write("seconds,round,step,worker,own_mb,readers_mb\n")
            for number, looks in enumerate(rounds, 1):
                for at, step, sizes in looks:
                    for worker, (own, readers) in enumerate(sizes):
                        file.write(f"{at - rounds[0][0][0]:.0f},{number},{step},{worker},{own:.1f},{readers:.1f}\n")

    def right(self):
        """Every office against the truth. A website that failed is never missing; one that is not there is."""
        found = dict(self.postgres.ask(self.url, f"SELECT code, status FROM office WHERE scan = '{self.scan}'"))
        wrong = {code: found.get(code) for code, truth in self.nation.truth.items()
                 if (truth == "none") != (found.get(code) == "missing")}
        accused = [code for code in wrong if self.nation.truth[code] != "none"]
        missing = sum(1 for truth in self.nation.truth.values() if truth == "none")
        self.bar("nobody is called missing wrongly", not accused, f"{len(accused)}: {accused[:5]}")
        missed = [code for code in wrong if self.nation.truth[code] == "none"]
        self.bar("of those without a website >= 98 % are found", len(missed) <= missing * 0.02,
                 f"{missing - len(missed)} of {missing}; {[(c, found.get(c)) for c in missed[:5]]}")
        self.why(missed, found)
        lives = [code for code, truth in self.nation.truth.items() if truth == "site"]
        alive = sum(1 for code in lives if found.get(code) == "active")
        self.bar("of the websites >= 95 % are found", alive >= len(lives) * 0.95, f"{alive} of {len(lives)}")

    def why(self, missed, found):
        """Offices without a website that were not called missing: behind each stands a website that failed, of the parent office
        (a section of this one may stand there) or at a name that this one could have; any other is a mistake."""
        failing = {line.split("\t")[0] for line in self.nation.web if line.split("\t")[2] in FAILURES}
        parents, names, others = [], [], []
        for code in missed:
            said = json.loads(self.postgres.ask(
                self.url, f"SELECT attempts FROM office WHERE scan = '{self.scan}' AND code = '{code}'")[0][0])
            met = [a for a in said if a["result"] == "unreachable" and re.split("[/:]+", a["candidate"]["address"])[1] in failing]
            group = others if not met else parents if any(a["candidate"]["reason"] == "sister_link" for a in met) else names
            group.append((code, found.get(code)))
        self.say(f"    the other {len(missed)}: {len(parents)} behind a failing website of the parent, {len(names)} behind one at a "
                 f"likely name, {len(others)} mistaken {others[:5]}")

    def go(self):
        try:
            self.nation_rounds()
        finally:
            self.end_workers(kill=True)
            for server in (self.farm, self.nats, self.postgres):
                server.stop()
            shutil.rmtree(self.folder, ignore_errors=True)
            if self.options.out:
                open(self.options.out, "w").write("\n".join(self.figures) + "\n")
        print("\n".join(["nation: every bar held"] if not self.failed else ["nation: missed:"] + self.failed))
        return 1 if self.failed else 0


class Table(Farm):
    """The farm of a table of hosts."""

    def __init__(self, program, folder):
        self.folder, self.mark = folder, 0
        self.process = subprocess.Popen([program, "--folder", folder, "--web", folder + "/web.tsv"], stdin=subprocess.PIPE)
        for _ in range(600):
            if os.path.exists(folder + "/port") and open(folder + "/port").read():
                break
            time.sleep(0.05)
        self.port = open(folder + "/port").read()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("ronda")
    parser.add_argument("webfarm")
    parser.add_argument("--regions", type=int, default=552)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--slots", type=int, default=16)
    parser.add_argument("--pages", type=int, default=3)
    parser.add_argument("--delay", type=float, default=0.02)
    parser.add_argument("--limit", type=int, default=7200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=6112)
    parser.add_argument("--memory")
    parser.add_argument("--out")
    options = parser.parse_args()
    if not PG:
        sys.exit("nation: PostgreSQL is not installed; scripts/bootstrap installs it")
    sys.exit(Run(options).go())
