#!/usr/bin/env python3
"""Faults against a shared round, on loopback: PostgreSQL, nats-server and a farm of offices, all started here.

    scripts/chaos.py RONDA WEBFARM [--short] [--only NAME,...] [--out FILE]

Every scenario makes the same round as one process with SQLite does and compares the findings row for row. Exit code 1 when a
bar is missed. Nothing is left behind: servers end with this process, folders are removed.
"""
import argparse, datetime, json, os, random, re, shutil, signal, socket, subprocess, sys, tempfile, time

PG = next((d for d in (f"/usr/lib/postgresql/{v}/bin" for v in (15, 16, 17, 14)) if os.path.exists(d + "/initdb")), None)
NATS = shutil.which("nats-server") or "/usr/sbin/nats-server"


def unprivileged(words):
    return (["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []) + words


def free_ports(count):
    """Ports that nobody listens at."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Postgres:
    def __init__(self, folder):
        self.folder, self.process = folder, None
        os.makedirs(folder)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        subprocess.run(unprivileged([PG + "/initdb", "-D", folder + "/data", "-U", "ronda", "-A", "trust", "-E", "UTF8",
                                     "--locale=C"]), check=True, stdout=subprocess.DEVNULL, cwd="/tmp")
        self.start()

    def start(self, *more):
        log = open(self.folder + ".log", "ab")
        self.process = subprocess.Popen(
            unprivileged([PG + "/postgres", "-D", self.folder + "/data", "-k", self.folder, "-c", "listen_addresses=",
                          "-c", "max_connections=300", *more]), stdout=log, stderr=log, cwd="/tmp")
        for _ in range(300):
            if subprocess.run([PG + "/pg_isready", "-q", "-h", self.folder]).returncode == 0:
                return
            time.sleep(0.1)
        raise SystemExit("chaos: PostgreSQL did not start")

    def kill(self):
        """kill -9 of the server and all its processes, as a power cut would."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True).stdout.split()
        for pid in [self.process.pid, *map(int, children)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def database(self, name):
        subprocess.run([PG + "/createdb", "-h", self.folder, "-U", "ronda", name], check=True)
        return f"postgres://ronda@/{name}?host={self.folder}"

    def ask(self, url, sql):
        done = subprocess.run([PG + "/psql", "-XAtq", url, "-c", sql], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return [line.split("|") for line in done.stdout.splitlines()]

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait()


class Nats:
    def __init__(self, folder, port, cluster=None, number=0, monitor=None):
        self.folder, self.port, self.process, self.cluster, self.number = folder, port, None, cluster, number
        self.monitor = monitor
        os.makedirs(folder)
        self.start()

    @property
    def url(self):
        return f"nats://127.0.0.1:{self.port}"

    def start(self, wait=True):
        words = [NATS, "-a", "127.0.0.1", "-p", str(self.port), "-js", "-sd", self.folder]
        if self.cluster:
            name, routes, own = self.cluster
            words += ["--name", f"n{self.number}", "--cluster_name", name, "--cluster", f"nats://127.0.0.1:{own}",
                      "--routes", ",".join(f"nats://127.0.0.1:{r}" for r in routes), "-m", str(self.monitor)]
        self.process = subprocess.Popen(words, stdout=open(self.folder + ".log", "ab"), stderr=subprocess.STDOUT)
        time.sleep(0.5 if wait else 0)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def wipe(self):
        shutil.rmtree(self.folder)
        os.makedirs(self.folder)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


class Farm:
    """The offices: regions x offices on a few loopback addresses."""

    def __init__(self, program, folder, **shape):
        os.makedirs(folder)
        self.folder = folder
        words = [program, "--folder", folder]
        for key, value in shape.items():
            words += ["--" + key, str(value)]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE)
        for _ in range(200):
            if os.path.exists(folder + "/port") and open(folder + "/port").read():
                break
            time.sleep(0.05)
        self.port = open(folder + "/port").read()
        self.mark = 0

    def network(self, delay):
        return ["--hosts", self.folder + "/hosts", "--connect-to", f":80::{self.port}", "--connect-to", ":443::1",
                "--allow-private", "--control", "none", "--ocr", "off", "--per-ip", "1", "--delay", str(delay),
                "--timeout", "10"]

    def requests(self):
        """Requests since the last call: (microseconds, address, agent, host, target)."""
        time.sleep(1.2)
        with open(self.folder + "/log") as log:
            log.seek(self.mark)
            text = log.read()
            self.mark = log.tell()
        return [(int(p[0]), *p[1:]) for p in (line.split(" ", 4) for line in text.splitlines()) if len(p) == 5]

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


TIMES = {"at", "time", "started_at", "finished_at", "fetched_at", "scanned_at", "id", "milliseconds", "days",
         "first", "last", "same_since", "first_seen", "last_confirmed", "generated_at", "toolVersion", "seconds"}


def timeless(value):
    if isinstance(value, dict):
        return {k: timeless(v) for k, v in sorted(value.items()) if k not in TIMES and not k.endswith("_at")}
    if isinstance(value, list):
        return [timeless(v) for v in value]
    return value


REASONS = ["listed", "portal_link", "redirect", "register", "sitemap", "sister_link", "naming_rule"]


def tries(office, gap):
    """Separate tries of an office by the times of its attempts: those with the strongest claim, at least `gap` seconds apart."""
    counted = [a for a in office["attempts"] if a["result"] != "not_counted"]
    strongest = min((REASONS.index(a["reason"]) for a in counted), default=0)
    places = {}
    for attempt in counted:
        if REASONS.index(attempt["reason"]) == strongest:
            place = re.sub(r"^https?://(www\.)?|/$", "", attempt["url"])
            places.setdefault(place, []).append(datetime.datetime.fromisoformat(attempt["at"].replace("Z", "+00:00")).timestamp())
    most = 0
    for times in places.values():
        kept = []
        for at in sorted(times):
            if not kept or at - kept[-1] >= gap:
                kept.append(at)
        most = max(most, len(kept))
    return most


def proven_by_times(office):
    """Where the number of tries is the one that the row's own times give (five minutes apart), it is a time like others: a loaded
    machine makes two tries of what an idle one makes one of. Any other number stays and is compared."""
    told = office["proof"]["attempts"]
    if told in (tries(office, 299), tries(office, 301)):
        office["proof"]["attempts"] = "by its times"
        # The sentence of the status says the same number.
        if office.get("status_values", {}).get("attempts") == str(told):
            office["status_values"]["attempts"] = "by its times"
    return office


class Chaos:
    def __init__(self, options):
        self.options, self.failed, self.figures = options, [], []
        self.folder = tempfile.mkdtemp(prefix="ronda-chaos-")
        os.chmod(self.folder, 0o755)
        self.number, self.workers = 0, {}
        self.postgres = Postgres(self.folder + "/pg")
        self.nats = Nats(self.folder + "/nats", free_ports(1)[0])
        self.queue = self.nats.url
        self.farm, self.delay, self.shape = None, 0.05, None

    # -- the pieces of a scenario

    def make_farm(self, delay, **shape):
        if self.farm and self.shape == (delay, shape):
            return
        if self.farm:
            self.farm.stop()
        self.number += 1
        self.farm = Farm(self.options.webfarm, f"{self.folder}/farm{self.number}", **shape)
        self.delay, self.shape = delay, (delay, shape)
        start = time.time()
        store = f"{self.folder}/alone{self.number}.db"
        self.run(["scan", self.farm.folder + "/list.csv", "--store", store, "--json", store + ".json", "--pause", "1",
                  "--quiet", *self.farm.network(delay)])
        self.alone = self.rows(store + ".json")
        self.alone_seconds = time.time() - start
        requests = self.farm.requests()
        self.alone_pages = self.pages(requests)
        by_address = {}
        for at, address, *_ in requests:
            by_address.setdefault(address, []).append(at)
        self.alone_gap = min(b - a for log in by_address.values() for a, b in zip(log, log[1:]))
        self.say(f"one process, SQLite: {len(self.alone)} offices, {len(requests)} requests, {self.alone_seconds:.0f} s")

    @staticmethod
    def pages(requests):
        """Page requests by (host, target); robots.txt and probes of names that do not exist are no pages."""
        count = {}
        for _, _, _, host, target in requests:
            if target != "/robots.txt" and "sitemap" not in target and re.fullmatch(r"/(layanan|kontak|halaman/\d+)", target):
                count[(host, target)] = count.get((host, target), 0) + 1
        return count

    def run(self, words, check=True):
        done = subprocess.run([self.options.ronda, *words], capture_output=True, text=True)
        if check and done.returncode not in (0, 1):
            raise SystemExit(f"chaos: ronda {' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return done.stdout

    def rows(self, file):
        scan = json.load(open(file))
        return {office["kode"]: timeless(proven_by_times(office)) for office in scan["offices"]}

    def begin(self, *more):
        """A new database and stream, and a round that waits for workers."""
        self.number += 1
        self.url = self.postgres.database(f"chaos{self.number}")
        self.stream = f"CHAOS{self.number}"
        self.shared = ["--store", self.url, "--queue", self.queue, "--queue-stream", self.stream, *more]
        self.scan = self.run(["scan", self.farm.folder + "/list.csv", "--no-wait", "--pause", "1", "--quiet", *self.shared,
                              *self.farm.network(self.delay)]).strip()
        self.began = time.time()

    def start_worker(self, name, *more):
        log = open(f"{self.folder}/{self.stream}-{name}.log", "ab")
        self.workers[name] = subprocess.Popen(
            [self.options.ronda, "worker", "--name", name, "--user-agent", f"RondaBot/{name}", "--slots", "3", *self.shared,
             "--store", f"{self.url}&application_name={name}", *self.farm.network(self.delay), *more], stderr=log, stdout=log)

    def start_workers(self, count, *more):
        for number in range(count):
            self.start_worker(f"w{number}", *more)

    def log_of(self, name):
        path = f"{self.folder}/{self.stream}-{name}.log"
        return open(path, errors="replace").read() if os.path.exists(path) else ""

    def ended(self):
        try:
            return self.postgres.ask(self.url, f"SELECT finished_at IS NOT NULL FROM scan WHERE id = '{self.scan}'") == [["t"]]
        except RuntimeError:
            return False

    def wait(self, limit, each=None):
        while not self.ended():
            if time.time() - self.began > limit:
                self.dump()
                self.end_workers(kill=True)
                return None
            if each:
                each()
            time.sleep(0.25)
        return time.time() - self.began

    def dump(self):
        for row in self.postgres.ask(self.url, "SELECT grp, slice, state, epoch, attempts, worker, lease_until - now(), left(error, 120) FROM unit WHERE state <> 'done' LIMIT 20"):
            self.say("   open: " + " | ".join(row))
        for name in list(self.workers)[:2]:
            self.say("   " + "\n   ".join(self.log_of(name).splitlines()[-6:]))

    def end_workers(self, kill=False):
        for process in self.workers.values():
            if process.poll() is None:
                process.kill() if kill else process.terminate()
        start = time.time()
        for process in self.workers.values():
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                self.bar("workers end within 60 s of SIGTERM", False, "one did not")
        self.workers = {}
        return time.time() - start

    # -- what is measured

    def say(self, text):
        print(text, flush=True)
        self.figures.append(text)

    def bar(self, what, holds, figure):
        self.say(f"  {'ok    ' if holds else 'MISSED'} {what}: {figure}")
        if not holds:
            self.failed.append(f"{self.name}: {what}: {figure}")

    def compare(self):
        file = f"{self.folder}/{self.stream}.json"
        with open(file, "w") as out:
            subprocess.run([self.options.ronda, "report", "--store", self.url, "--format", "json"], stdout=out, check=True)
        shared = self.rows(file)
        lost = sorted(set(self.alone) - set(shared))
        different = [code for code in self.alone if code in shared and self.alone[code] != shared[code]]
        for code in different[:2]:
            for key in self.alone[code]:
                if self.alone[code][key] != shared[code].get(key):
                    self.say(f"    {code} {key}:\n      {str(self.alone[code][key])[:400]}\n      {str(shared[code].get(key))[:400]}")
        self.bar("findings equal row for row", not lost and not different,
                 f"{len(shared)} rows, {len(lost)} lost, {len(different)} different")
        doubled = self.postgres.ask(self.url, "SELECT count(*) - count(DISTINCT code) FROM office")
        self.bar("0 duplicates", doubled == [["0"]], doubled[0][0])

    def politeness(self, again=None):
        requests = self.farm.requests()
        by_address = {}
        for at, address, agent, _, _ in requests:
            by_address.setdefault(address, []).append((at, agent))
        latency = self.shape[1]["latency"] * 1000
        smallest, handed, overlaps, changes = 10**9, 10**9, 0, 0
        for log in by_address.values():
            for (before, one), (after, other) in zip(log, log[1:]):
                gap = after - before
                smallest = min(smallest, gap)
                if one != other:
                    changes += 1
                    overlaps += gap < latency
                    handed = min(handed, gap)
        self.bar("per address never two workers at once", overlaps == 0,
                 f"{overlaps} overlaps in {changes} changes of worker, {len(requests)} requests, {len(by_address)} addresses")
        # As read by the farm: a loaded machine reads one request late and the next in time, also from a single process.
        self.bar("gap at a change of worker >= the delay", handed >= self.delay * 1e6,
                 f"smallest {handed / 1000:.0f} ms of {self.delay * 1000:.0f}" if changes else "no change")
        self.say(f"    smallest gap of one worker {smallest / 1000:.0f} ms of {self.delay * 1000:.0f}, of one process {self.alone_gap / 1000:.0f} ms")
        if again is not None:
            pages = self.pages(requests)
            extra = sum(max(0, n - self.alone_pages.get(key, 0)) for key, n in pages.items())
            share = 100 * extra / max(1, sum(self.alone_pages.values()))
            self.bar(f"pages fetched again <= {again} %", share <= again, f"{extra} of {sum(self.alone_pages.values())} = {share:.1f} %")

    def finish(self, limit, each=None, again=None):
        seconds = self.wait(limit, each)
        self.bar(f"completes within {limit} s", seconds is not None, f"{seconds or 0:.0f} s")
        if seconds is None:
            self.farm.requests()
            return
        self.end_workers()
        self.compare()
        self.politeness(again)

    # -- scenarios, in the order of the bars

    def equal(self):
        workers = 3 if self.options.short else 8
        self.begin()
        self.start_workers(workers)
        self.finish(120, again=0)

    def killed(self):
        """kill -9 of a random worker every 20 s (5 s in the short run)."""
        self.begin()
        self.start_workers(3 if self.options.short else 8)
        every, state = (6 if self.options.short else 20), {"next": 0, "kills": 0, "taken": []}

        def each():
            if time.time() < state["next"] or (self.options.short and state["kills"] >= 2):
                return
            if state["kills"] == 0:
                self.until_under_way()
            state["next"] = time.time() + every
            name = random.choice(sorted(n for n, p in self.workers.items() if p.poll() is None))
            self.workers[name].kill()
            self.workers[name].wait()
            state["kills"] += 1
            self.start_worker(f"k{state['kills']}")

        # In a round this small one office under way is more than 3 % of its pages.
        self.finish(400, each, again=None if self.options.short else 3)
        self.say(f"    {state['kills']} workers killed")

    def takeover(self):
        """A worker is killed while it has units: how long until another has them?"""
        self.begin()
        self.start_worker("victim")
        held = []
        for _ in range(100):
            held = self.postgres.ask(self.url, "SELECT grp FROM unit WHERE worker = 'victim' AND kind = 'first' AND state = 'running'")
            if len(held) >= 2:
                break
            time.sleep(0.1)
        self.start_worker("heir")
        self.workers["victim"].kill()
        killed, waits = time.time(), {}
        while len(waits) < len(held) and time.time() - killed < 120:
            for (group,) in held:
                rows = self.postgres.ask(self.url, f"SELECT worker FROM unit WHERE grp = '{group}' AND (worker = 'heir' OR state = 'done')")
                if rows and group not in waits:
                    waits[group] = time.time() - killed
            time.sleep(0.2)
        worst = max(waits.values(), default=0)
        self.bar("unit taken over within 75 s", len(waits) == len(held) > 0 and worst <= 75, f"{len(held)} units, worst {worst:.0f} s")
        self.finish(240)

    def zombie(self):
        """SIGSTOP of three workers for 120 s (40 s in the short run), then SIGCONT: late commits are refused, no row is theirs."""
        # Three pages a site, each answer 3 s under way: a worker is stopped while the last answer of an office is on the line,
        # so that the first thing it does when it goes on is to judge the office and to commit it.
        self.make_farm(0.1, regions=2, offices=14, addresses=6, latency=3000, pages=0)
        self.begin()
        self.trace()
        zombies = [f"zombie{n}" for n in range(3)]
        for name in zombies:
            self.start_worker(name, "--slots", "1", "--offices", "1", "--timeout", "300")
        at_last_page = self.stop_at_last_page(zombies)
        stopped, before = time.time(), self.rows_of("zombie")
        self.start_workers(2)
        time.sleep(40 if self.options.short else 120)
        # Their signs of life answer late, so that the commits come first; otherwise they give up by themselves in time.
        self.postgres.ask(self.url, "INSERT INTO slow VALUES (true)")
        for name in zombies:
            self.workers[name].send_signal(signal.SIGCONT)
        seconds = time.time() - stopped
        time.sleep(6)
        self.postgres.ask(self.url, "DELETE FROM slow")
        log = "".join(map(self.log_of, zombies))
        lost = sum(log.count(word) for word in ('"unit_lost"', '"turns_lost"', '"unit_refused"'))
        refused, late = self.counter("refused_commits"), self.rows_of("zombie") - before
        self.say(f"    stopped for {seconds:.0f} s, {at_last_page} of 3 with the last answer on the line; "
                 f"{self.counter('refused_returns')} late returns refused, {lost} units given up or refused")
        self.bar("late commits are refused", refused >= 1, f"{refused} refused")
        self.bar("0 rows from late commits", late == 0, f"{late} rows, {before} before the stop")
        self.finish(400)

    def stop_at_last_page(self, names):
        """Stops each of these workers when it has asked for the last page of a site; the number of those where that was seen."""
        open_names, asked, start, seen = set(names), {}, time.time(), 0
        with open(self.farm.folder + "/log") as log:
            log.seek(self.farm.mark)
            while open_names and time.time() - start < 60:
                parts = log.readline().split(" ")
                if len(parts) < 5:
                    time.sleep(0.05)
                    continue
                name, target = parts[2].split("/")[-1], parts[4].strip()
                pages = asked.setdefault((name, parts[3]), set())
                if target in ("/", "/layanan", "/kontak"):
                    pages.add(target)
                if name in open_names and len(pages) == 3:
                    self.workers[name].send_signal(signal.SIGSTOP)
                    open_names.discard(name)
                    seen += 1
        for name in open_names:
            self.workers[name].send_signal(signal.SIGSTOP)
        return seen

    def trace(self):
        """Keeps beside every row of an office who wrote it; and can make the signs of life of zombies slow."""
        self.postgres.ask(self.url, """
            CREATE TABLE trace (app TEXT, code TEXT); CREATE TABLE slow (yes BOOL);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO trace VALUES (current_setting('application_name'), NEW.code); RETURN NEW; END $$;
            CREATE TRIGGER note AFTER INSERT ON office FOR EACH ROW EXECUTE FUNCTION note();
            CREATE FUNCTION drag() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF current_setting('application_name') LIKE 'zombie%' AND EXISTS (SELECT 1 FROM slow) THEN
                    PERFORM pg_sleep(3); END IF; RETURN NULL; END $$;
            CREATE TRIGGER drag BEFORE UPDATE ON unit FOR EACH STATEMENT EXECUTE FUNCTION drag();""")

    def rows_of(self, name):
        return int(self.postgres.ask(self.url, f"SELECT count(*) FROM trace WHERE app LIKE '{name}%'")[0][0])

    def counter(self, name):
        return int(self.postgres.ask(self.url, f"SELECT coalesce(max(value), 0) FROM counter WHERE name = '{name}'")[0][0])

    def broker(self):
        """Broker kill -9, back after 30 s (5 s); later its disk is wiped."""
        self.begin()
        self.start_workers(3)
        self.until_under_way()
        before = self.done_units()
        self.nats.kill()
        time.sleep(5 if self.options.short else 30)
        self.nats.start()
        back = time.time()
        while self.done_units() <= before and not self.ended() and time.time() - back < 60:
            time.sleep(0.2)
        self.bar("work goes on within 20 s", time.time() - back <= 20, f"{time.time() - back:.0f} s")
        self.finish(300)

    def wiped(self):
        """Broker kill -9 in the middle, its disk wiped: the stream and every message are gone."""
        self.begin()
        self.start_workers(3)
        self.until_under_way()
        self.nats.kill()
        self.nats.wipe()
        time.sleep(2)
        self.nats.start()
        self.finish(300)

    def until_under_way(self, offices=5):
        while time.time() - self.began < 60 and int(self.postgres.ask(self.url, "SELECT count(*) FROM office")[0][0]) < offices:
            time.sleep(0.2)

    def done_units(self):
        return int(self.postgres.ask(self.url, "SELECT count(*) FROM unit WHERE state = 'done'")[0][0])

    def leaders(self):
        """Three nodes, the leader of the stream killed 10 times; an office a unit, so that one is taken every second."""
        self.make_farm(0.7, **self.long)
        free = free_ports(9)
        ports, routes, monitors = free[:3], free[3:6], free[6:]
        nodes = [Nats(f"{self.folder}/node{i}-{self.number}", ports[i], ("chaos", routes, routes[i]), i, monitors[i])
                 for i in range(3)]
        time.sleep(5)
        single, self.queue = self.queue, ",".join(n.url for n in nodes)
        try:
            self.begin("--queue-replicas", "3")
            self.start_workers(3, "--slice-pages", "1", "--slots", "4")
            self.until_under_way()
            gaps = []
            for _ in range(10):
                if self.ended():
                    break
                leader = self.leader(nodes)
                nodes[leader].kill()
                start = time.time()
                before = self.claims()
                while self.claims() <= before and not self.ended() and time.time() - start < 60:
                    time.sleep(0.2)
                gaps.append(time.time() - start)
                time.sleep(2)
                nodes[leader].start()
                time.sleep(3)
            self.bar("leader killed: next unit taken within 5 s", bool(gaps) and max(gaps) <= 5,
                     f"{len(gaps)} kills, gaps {' '.join(f'{g:.1f}' for g in gaps)} s")
            self.finish(600)
        finally:
            self.queue = single
            for node in nodes:
                node.stop()

    def claims(self):
        return int(self.postgres.ask(self.url, "SELECT coalesce(sum(epoch), 0) FROM unit")[0][0])

    def leader(self, nodes):
        import urllib.request
        for node in nodes:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{node.monitor}/jsz?streams=true", timeout=2) as answer:
                    state = json.load(answer)
                for account in state.get("account_details") or []:
                    for stream in account.get("stream_detail") or []:
                        if stream["name"] == self.stream:
                            return int(stream["cluster"]["leader"][1:])
            except (OSError, KeyError, ValueError):
                continue
        return random.randrange(3)

    # A round of some minutes, for faults that come ten times.
    long = {"regions": 6, "offices": 40, "addresses": 14, "latency": 30, "pages": 2}

    def in_commit(self):
        """Waits until a worker's commit is on its way to the disk; false when none was seen."""
        for _ in range(200):
            if self.postgres.ask(self.url, """SELECT 1 FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'
                                              AND application_name LIKE 'w_' LIMIT 1"""):
                return True
        return False

    def database(self):
        """PostgreSQL kill -9 10 times (2), each in the middle of a commit."""
        self.make_farm(0.7, **self.long)
        self.postgres.stop()
        # A commit waits 100 ms before it is flushed, so that the kill falls into it.
        self.postgres.start("-c", "commit_delay=100000", "-c", "commit_siblings=0")
        self.begin()
        self.start_workers(3)
        self.until_under_way()
        kills, waits, hits = 2 if self.options.short else 10, [], 0
        for _ in range(kills):
            time.sleep(3)
            if self.ended():
                break
            hits += self.in_commit()
            self.postgres.kill()
            time.sleep(1)
            self.postgres.start("-c", "commit_delay=100000", "-c", "commit_siblings=0")
            back, before = time.time(), None
            while time.time() - back < 60:
                now = self.postgres.ask(self.url, "SELECT count(*) FROM worker WHERE seen_at > now() - interval '3 seconds'")
                if now == [["3"]]:
                    break
                time.sleep(0.2)
            waits.append(time.time() - back)
        self.bar("workers reconnect within 30 s", bool(waits) and max(waits) <= 30,
                 f"{len(waits)} kills, {hits} of them in a commit, {' '.join(f'{w:.0f}' for w in waits)} s")
        self.finish(600)

    def poison(self):
        """One office whose row cannot be read: exactly one dead unit, others done; mended and retried, the round ends."""
        self.begin()
        code = self.postgres.ask(self.url, "SELECT code FROM scan_target ORDER BY position OFFSET 5 LIMIT 1")[0][0]
        self.start_workers(2, "--attempts", "3")
        while not self.postgres.ask(self.url, f"SELECT 1 FROM unit_office WHERE code = '{code}'"):
            self.postgres.ask(self.url, "SELECT 1")
            if time.time() - self.began > 60:
                break
        # Spoilt between survey and slice, in the row that the slice reads.
        self.postgres.ask(self.url, f"UPDATE scan_target SET target = '!' || target WHERE code = '{code}'")
        while time.time() - self.began < 150:
            dead = self.run(["dead", "list", "--store", self.url]).splitlines()
            if dead:
                break
            time.sleep(0.5)
        time.sleep(2)
        open_units = self.postgres.ask(self.url, "SELECT count(*) FROM unit WHERE state IN ('ready','running')")
        dead = self.run(["dead", "list", "--store", self.url]).splitlines()
        self.bar("exactly one dead unit", len(dead) == 1, f"{len(dead)}: {dead[:1]}, {open_units[0][0]} others still open")
        self.postgres.ask(self.url, f"UPDATE scan_target SET target = substr(target, 2) WHERE code = '{code}'")
        self.run(["dead", "retry", "--store", self.url])
        self.finish(240)

    def drained(self):
        """SIGTERM in the middle: each worker ends within 60 s and leaves nothing half done."""
        self.begin()
        self.start_workers(2)
        self.until_under_way()
        held = self.postgres.ask(self.url, "SELECT count(*) FROM unit WHERE state = 'running'")[0][0]
        self.say(f"    {held} units held when they were told to stop")
        seconds = self.end_workers()
        left = self.postgres.ask(self.url, "SELECT count(*) FROM unit WHERE state = 'running'")[0][0]
        self.bar("SIGTERM: out within 60 s, nothing held", seconds <= 60 and left == "0", f"{seconds:.1f} s, {left} units held")
        self.start_workers(2)
        self.finish(200, again=0)

    def speed(self):
        """1 to 4 workers on a farm bound by latency."""
        # Twelve servers for each of the twelve slots of four workers; the nation has more. With two for each (24 addresses) the
        # slots wait for the one that met the two slowest servers, and 2.9 is all there can be (docs/operations.md).
        self.make_farm(0.25, regions=12, offices=48, addresses=144, latency=100, pages=2)
        seconds, memory = [], 0
        for count in (1, 4):
            self.begin()
            self.start_workers(count, "--slots", "3")
            used = {}

            def each():
                everybody = self.servers() | {n: p.pid for n, p in self.workers.items()}
                for name, pid in everybody.items():
                    used[name] = max(used.get(name, 0), self.cpu(pid))

            before = {name: self.cpu(pid) for name, pid in self.servers().items()}
            seconds.append(self.wait(900, each))
            memory = max([memory] + [self.peak(p.pid) for p in self.workers.values()])
            self.timeline(seconds[-1])
            spent = {name: used.get(name, 0) - before.get(name, 0) for name in used}
            self.say(f"    {count} workers: CPU s of " + ", ".join(f"{n} {s:.1f}" for n, s in spent.items())
                     + f" = {sum(spent.values()):.0f} of {2 * (seconds[-1] or 0):.0f}")
            self.end_workers()
            self.farm.requests()
        if None in seconds:
            return self.bar("speed-up of 4 workers", False, "a round did not end")
        self.bar("speed-up of 4 workers >= 3.6", seconds[0] / seconds[1] >= 3.6,
                 f"{seconds[0]:.0f} s / {seconds[1]:.0f} s = {seconds[0] / seconds[1]:.2f}")
        self.bar("memory per worker <= 200 MB", memory <= 200, f"{memory:.0f} MB at most")

    def servers(self):
        return {"postgres": self.postgres.process.pid, "broker": self.nats.process.pid, "farm": self.farm.process.pid}

    def timeline(self, seconds):
        """When each kind of unit began and ended, and how much of the slots' time was work: what a speed-up is lost in."""
        spans = {}
        for name in self.workers:
            begun = {}
            for line in self.log_of(name).splitlines():
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue
                at = datetime.datetime.fromisoformat(entry["time"].replace("Z", "+00:00")).timestamp() - self.began
                scan, _, unit = entry.get("unit", "").partition(":")
                if scan != self.scan:
                    continue
                if entry["event"] == "unit_begun":
                    begun[unit] = at
                elif entry["event"] == "unit_done" and unit in begun:
                    spans.setdefault(re.split("[/:]", unit)[0], []).append((begun[unit], at))
        for kind, times in sorted(spans.items(), key=lambda pair: min(pair[1])):
            lengths = [end - start for start, end in times]
            self.say(f"    {({'1': 'first pass', '2': 'second pass'}).get(kind, kind)}: {len(times)} units of {min(lengths):.0f} to "
                     f"{max(lengths):.0f} s, {sum(lengths):.0f} s of work from {min(t[0] for t in times):.0f} to {max(t[1] for t in times):.0f} s")

    @staticmethod
    def cpu(pid):
        """CPU seconds of a process and of all it started, ended ones too (stat(5): utime, stime, cutime, cstime)."""
        own, total = [pid], 0
        for one in own:
            try:
                for task in os.listdir(f"/proc/{one}/task"):
                    own += map(int, open(f"/proc/{one}/task/{task}/children").read().split())
                total += sum(map(int, open(f"/proc/{one}/stat").read().rsplit(")", 1)[1].split()[11:15]))
            except (OSError, TypeError):
                continue
        return total / os.sysconf("SC_CLK_TCK")

    def sample(self):
        """Twenty regions of forty offices by two workers: is their memory flat, and what does the store grow by?"""
        self.make_farm(0.02, regions=20, offices=40, addresses=60, latency=20, pages=18)
        self.begin()
        self.start_workers(2, "--slots", "8")
        sizes = []

        def each():
            if not sizes or time.time() - sizes[-1][0] > 5:
                sizes.append((time.time(), max((self.now(p.pid) for p in self.workers.values()), default=0)))

        seconds = self.wait(1500, each)
        alone = max((self.peak(p.pid) for p in self.workers.values()), default=0)
        if seconds is None or len(sizes) < 6:
            return self.bar("completes", False, f"{len(sizes)} looks")
        third = len(sizes) // 3
        middle, end = (max(s for _, s in part) for part in (sizes[third:2 * third], sizes[2 * third:]))
        peak = max(size for _, size in sizes)
        self.bar("memory per worker <= 200 MB and flat", peak <= 200 and end <= middle * 1.15,
                 f"{peak:.0f} MB with its readers; middle third {middle:.0f}, last third {end:.0f}; its own process {alone:.0f}")
        rows = self.postgres.ask(self.url, "SELECT (SELECT count(*) FROM office), (SELECT sum(pages) FROM pack)")[0]
        tables = self.postgres.ask(self.url, """
            SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r'
            AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'body'""")[0][0]
        offices, pages = int(rows[0]), int(rows[1])
        packed = int(self.postgres.ask(self.url, "SELECT sum(length(data)) FROM pack")[0][0])
        self.say(f"    {offices} offices, {pages} pages in {seconds:.0f} s; tables without bodies {int(tables) / 1e6:.1f} MB = "
                 f"{int(tables) / offices / 1e3:.1f} KB an office; packed pages {packed / max(1, pages):.0f} B each")
        self.end_workers()
        self.compare()
        self.politeness()

    @classmethod
    def now(cls, pid):
        """MB of a worker and of the readers it has started, shared pages counted once (PSS)."""
        return sum(cls.parts(pid))

    @staticmethod
    def parts(pid):
        """MB of a worker, and of the readers it has started."""
        all_of, sizes = [pid], [0, 0]
        for one in all_of:
            try:
                for task in os.listdir(f"/proc/{one}/task"):
                    all_of += map(int, open(f"/proc/{one}/task/{task}/children").read().split())
                size = int(re.search(r"^Pss:\s+(\d+)", open(f"/proc/{one}/smaps_rollup").read(), re.M)[1]) / 1024
                sizes[one != pid] += size
            except (OSError, TypeError):
                continue
        return sizes

    @staticmethod
    def peak(pid):
        try:
            text = open(f"/proc/{pid}/status").read()
            return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) / 1024
        except (OSError, TypeError):
            return 0

    def go(self):
        short = ["equal", "killed", "wiped"]
        long = ["equal", "killed", "takeover", "zombie", "broker", "wiped", "leaders", "database", "poison", "drained", "speed", "sample"]
        names = self.options.only.split(",") if self.options.only else short if self.options.short else long
        try:
            for name in names:
                self.name = name
                if name not in ("speed", "sample", "zombie", "leaders", "database"):
                    if self.options.short:
                        self.make_farm(0.03, regions=3, offices=10, addresses=6, latency=10, pages=3)
                    else:
                        self.make_farm(0.1, regions=6, offices=22, addresses=14, latency=30, pages=6)
                self.say(f"{name}: {(getattr(self, name).__doc__ or '').strip()}")
                getattr(self, name)()
        finally:
            self.end_workers(kill=True)
            if self.farm:
                self.farm.stop()
            self.nats.stop()
            self.postgres.stop()
            if self.failed and os.environ.get("KEEP"):
                print(f"kept: {self.folder}")
            else:
                shutil.rmtree(self.folder, ignore_errors=True)
            if self.options.out:
                open(self.options.out, "w").write("\n".join(self.figures) + "\n")
        print("\n".join(["chaos: every bar held"] if not self.failed else ["chaos: missed:"] + self.failed))
        return 1 if self.failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("ronda")
    parser.add_argument("webfarm")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--out")
    options = parser.parse_args()
    if not PG or not os.path.exists(NATS):
        sys.exit("chaos: PostgreSQL or nats-server is not installed; scripts/bootstrap installs both")
    # A time limit from outside ends what was started here too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(Chaos(options).go())
