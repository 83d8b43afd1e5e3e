"""Kills `ronda serve` with kill -9 in the middle of a round, several times: python3 scripts/desk_kill.py RONDA [KILLS]

A list is imported, a schedule made and run from the desk, over the sample region on loopback. Each time it is killed, what had
finished must stay byte for byte, the schedule and what people said must be there, and the next process must go on; the end
is one finished round. (That a silent round is taken over after three minutes is told to the store, not waited for.)
"""
import http.client, os, re, signal, sqlite3, subprocess, sys, tempfile, time, shutil, urllib.parse

RONDA, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4
work = tempfile.mkdtemp(prefix="ronda-kill-")
store = os.path.join(work, "ronda.db")
started = []


def fail(text):
    print("desk_kill: " + text)
    sys.exit(1)


def serve():
    process = subprocess.Popen([RONDA, "serve", "--port", "0", "--store", store, "--out", os.path.join(work, "out"), "--ocr", "off",
                                "--pause", "0", "--concurrency", "2", *options], stderr=subprocess.PIPE, text=True)
    started.append(process)
    return process, int(re.search(r":(\d+)/", process.stderr.readline()).group(1))


def ask(method, path, form=None, cookie=None):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    link.request(method, path, urllib.parse.urlencode(form) if form else None,
                 {"Content-Type": "application/x-www-form-urlencoded", **({"Cookie": "ronda=" + cookie} if cookie else {})})
    answer = link.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace"), answer.getheader("Set-Cookie") or ""


def rows(sql):
    with sqlite3.connect(store, timeout=20) as db:
        return db.execute(sql).fetchall()


def finished():
    return dict(rows("SELECT scan || code, finished_at || length(record) || length(attempts) FROM office"))


try:
    subprocess.run([RONDA, "account", "admin", "--role", "admin", "--store", store, "--quiet"], input="rahasia-sekali-7\n", text=True, check=True, stdout=subprocess.DEVNULL)
    farm = subprocess.Popen([RONDA, "demo", "--farm", "--out", os.path.join(work, "farm")], stdout=subprocess.PIPE, text=True)
    started.append(farm)
    options = []
    for line in farm.stdout:
        if not line.strip():
            break
        options.append(line.rstrip("\n"))
    process, port = serve()
    cookie = re.match(r"ronda=([0-9a-f]+)", ask("POST", "/masuk", {"nama": "admin", "sandi": "rahasia-sekali-7"})[2]).group(1)
    key = re.search(r'name="kunci" value="([0-9a-f]+)"', ask("GET", "/", cookie=cookie)[1]).group(1)
    text = open(os.path.join(work, "farm", "tanjung-rambai.csv"), encoding="utf-8").read()
    made = [ask("POST", "/daftar", {"kunci": key, "nama": "rambai", "isi": text, "langkah": "simpan"}, cookie)[0],
            ask("POST", "/jadwal", {"kunci": key, "nama": "senin", "kapan": "setiap Senin 01.00", "simpanan": "rambai"}, cookie)[0],
            ask("POST", "/jadwal/senin/sekarang", {"kunci": key}, cookie)[0]]
    if made != [303, 303, 303]:
        fail(f"list, schedule and run were answered {made}")
    for number in range(kills):
        before, until = len(finished()), time.time() + 60
        while len(finished()) < min(before + 4, 48) and time.time() < until:
            time.sleep(0.05)
        process.kill()
        process.wait()
        kept = finished()
        with sqlite3.connect(store) as db:
            db.execute("UPDATE firing SET alive_at = alive_at - 200000 WHERE state = 'running'")
        process, port = serve()
        if any(finished().get(key) != value for key, value in kept.items()):
            fail("a finished office was lost or written again")
        if ask("GET", "/jadwal", cookie=cookie)[0] != 200 or rows("SELECT count(*) FROM schedule") != [(1,)]:
            fail("the schedule or the session is gone")
        print(f"kill {number + 1}: {len(kept)} offices finished, all there")
    until = time.time() + 90
    while rows("SELECT state FROM firing") != [("done",)] and time.time() < until:
        time.sleep(0.2)
    if rows("SELECT state FROM firing") != [("done",)]:
        fail(f"the round did not end: {rows('SELECT state, note FROM firing')}")
    ended, offices = rows("SELECT count(*) FROM scan WHERE finished_at IS NOT NULL"), rows("SELECT count(*), count(DISTINCT code) FROM office")
    if ended != [(1,)] or offices != [(50, 50)]:
        fail(f"{ended} finished scans, {offices} offices")
    print(f"one round, 50 offices, {kills} kills: nothing lost")
finally:
    for process in reversed(started):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    shutil.rmtree(work, ignore_errors=True)
