"""Measures every page of the desk under load: python3 scripts/desk_bench.py RONDA STORE [SECONDS]

50 readers (wrk, 2 threads) on each page of a store made by scripts/desk_load.py, regions and offices at random, while
`ronda scan` writes offices of a loopback farm into the same store. Prints a table; exit 1 when a median is not under 150 ms,
a 99th percentile not under 400 ms, or the server's memory not under 300 MB.
"""
import http.client, json, os, random, re, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse

RONDA, store = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
seconds = sys.argv[3] if len(sys.argv) > 3 else "8"
here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp(prefix="ronda-bench-")
started = []
subprocess.run([RONDA, "account", "bench", "--store", store, "--quiet", "--role", "admin"], input="rahasia-sekali-7\n", text=True, check=True, stdout=subprocess.DEVNULL)
db = sqlite3.connect(store)
rounds = db.execute("SELECT region, scan FROM region_round ORDER BY finished_at DESC LIMIT 600").fetchall()
random.seed(7)
picked = random.sample(rounds, min(200, len(rounds)))
offices = [urllib.parse.quote(db.execute("SELECT code FROM office WHERE scan = ? LIMIT 1 OFFSET ?", (scan, random.randrange(70))).fetchone()[0]) for _, scan in picked]
held = {row[0] for row in db.execute("SELECT body FROM pack_body")}
bodies = [r[0] for r in db.execute("SELECT sha256 FROM body WHERE content_type LIKE 'text/html%'")
          if int.from_bytes(bytes.fromhex(r[0][:16]), "big", signed=True) in held][:40]
db.close()
regions = [r for r, _ in picked]
pages = {
    "/": ["/"], "/wilayah/…": [f"/wilayah/{r}" for r in regions], "/wilayah/…?keadaan=": [f"/wilayah/{r}?keadaan=missing" for r in regions],
    "/kantor/…": [f"/kantor/{o}" for o in offices], "/bukti/…": [f"/bukti/{b}?kutipan=Dinas" for b in bodies],
    "/pemeriksaan": ["/pemeriksaan"], "/jadwal": ["/jadwal"], "/daftar": ["/daftar"], "/sanggahan": ["/sanggahan"],
    "/penilaian": ["/penilaian"], "/ketelitian": ["/ketelitian"], "/peta": ["/peta"],
    "/peta/…": [f"/peta/{r[:2]}" for r in regions], "/aturan": ["/aturan"], "/catatan": ["/catatan"], "/akun": ["/akun"],
    "/api/v1/regions": ["/api/v1/regions"], "/api/v1/regions/…/offices": [f"/api/v1/regions/{r}/offices" for r in regions],
    "/api/v1/offices/…": [f"/api/v1/offices/{o}" for o in offices], "/api/v1/scans": ["/api/v1/scans"], "/metrics": ["/metrics"],
}


def spawn(*arguments, **more):
    process = subprocess.Popen(arguments, **more)
    started.append(process)
    return process


def memory(pid):
    text = open(f"/proc/{pid}/status").read()
    return int(re.search(r"VmHWM:\s+(\d+)", text).group(1)) // 1024, int(re.search(r"RssAnon:\s+(\d+)", text).group(1)) // 1024


try:
    server = spawn(RONDA, "serve", "--port", "0", "--store", store, "--desk-only", stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", server.stderr.readline()).group(1))
    threading.Thread(target=lambda: [None for _ in server.stderr], daemon=True).start()
    link = http.client.HTTPConnection("127.0.0.1", port)
    link.request("POST", "/masuk", "nama=bench&sandi=rahasia-sekali-7", {"Content-Type": "application/x-www-form-urlencoded"})
    cookie = re.match(r"ronda=([0-9a-f]+)", link.getresponse().getheader("Set-Cookie")).group(1)
    spawn(sys.executable, os.path.join(here, "resume_farm.py"), "4000", work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(os.path.join(work, "port")):
        time.sleep(0.1)
    farm = open(os.path.join(work, "port")).read()
    scan = spawn(RONDA, "scan", os.path.join(work, "list.csv"), "--store", store, "--hosts", os.path.join(work, "hosts"), "--connect-to",
                 f"::127.0.0.1:{farm}", "--allow-private", "--delay", "0.02", "--per-ip", "2", "--concurrency", "2", "--quiet", "--ocr", "off",
                 cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(3)
    bad = 0
    print(f"{'page':32} {'req/s':>8} {'p50 ms':>8} {'p99 ms':>8} {'KB':>6}   load {os.getloadavg()[0]:.1f}")
    for name, paths in pages.items():
        if not paths:
            continue
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        link.request("GET", paths[0], headers={"Cookie": "ronda=" + cookie})
        answer = link.getresponse()
        size = len(answer.read())
        script = os.path.join(work, "paths.lua")
        open(script, "w").write("local p = {" + ",".join(json.dumps(p) for p in paths) + "}\nlocal n = 0\nrequest = function()\n n = n % #p + 1\n"
                                f" return wrk.format('GET', p[n], {{['Cookie'] = 'ronda={cookie}'}})\nend\n"
                                "done = function(s, l, r) io.write(string.format('@ %.1f %.1f %d %d\\n', l:percentile(50) / 1000, l:percentile(99) / 1000, s.requests, s.errors.status + s.errors.timeout + s.errors.read)) end\n")
        told = subprocess.run(["wrk", "-t2", "-c50", f"-d{seconds}s", "--timeout", "30s", "-s", script, f"http://127.0.0.1:{port}"], capture_output=True, text=True).stdout
        half, last, count, errors = re.search(r"@ ([\d.]+) ([\d.]+) (\d+) (\d+)", told).groups()
        wrong = answer.status != 200 or int(errors) > 0 or float(half) >= 150 or float(last) >= 400
        bad += wrong
        print(f"{name:32} {int(count) / float(seconds):8.0f} {half:>8} {last:>8} {size / 1024:6.0f} {'  over the bar' if wrong else ''}{' status ' + str(answer.status) if answer.status != 200 else ''}{' errors ' + errors if int(errors) else ''}", flush=True)
    peak, private = memory(server.pid)
    written = sqlite3.connect(store).execute("SELECT count(*) FROM office WHERE region = '98.98' AND scan = (SELECT max(id) FROM scan WHERE id LIKE '%-9898')").fetchone()[0]
    print(f"memory: peak {peak} MB, private {private} MB; offices written meanwhile: {written}; scan still writing: {scan.poll() is None}")
    bad += peak >= 300
finally:
    for process in reversed(started):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
    shutil.rmtree(work, ignore_errors=True)
print("bench: within the bars" if not bad else f"bench: {bad} over the bars")
sys.exit(1 if bad else 0)
