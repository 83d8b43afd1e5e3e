"""Asks the desk as a browser and as an attacker would: python3 scripts/desk_check.py RONDA STORE [--postgres]

Works on a copy of STORE (the demo's), with --postgres on a PostgreSQL of its own, on loopback, and stops what it started.
Prints one line a check; exit 1 when one fails.
"""
import atexit, html, http.client, json, os, re, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse

RONDA, SOURCE = sys.argv[1], sys.argv[2]
work = tempfile.mkdtemp(prefix="ronda-desk-")
store = os.path.join(work, "ronda.db")
with sqlite3.connect(SOURCE) as old, sqlite3.connect(store) as new:
    old.backup(new)
    new.execute("DELETE FROM person")
failed = 0


def check(name, right, told=""):
    global failed
    if not right:
        failed += 1
    print(("ok    " if right else "WRONG ") + name + ("" if right else f"   {told!r}"[:300]))


class Browser:
    """One visitor: keeps the cookie, follows nothing."""

    def __init__(self, port):
        self.port, self.cookie = port, None

    def ask(self, method, path, form=None, headers=None):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = "ronda=" + self.cookie
        body = urllib.parse.urlencode(form) if form is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body, headers)
        answer = link.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        given = answer.getheader("Set-Cookie")
        if given:
            self.cookie = re.match(r"ronda=([^;]*)", given).group(1) or None
        link.close()
        return answer

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, **form):
        return self.ask("POST", path, form)

    def key(self, path="/"):
        found = re.search(r'name="kunci" value="([0-9a-f]+)"', self.get(path).text)
        return found.group(1) if found else ""

    def sign_in(self, name, password):
        return self.post("/masuk", nama=name, sandi=password)


def account(name, password, *more):
    subprocess.run([RONDA, "account", name, "--store", store, "--quiet", *more], input=password + "\n", text=True,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def serve(*more):
    process = subprocess.Popen([RONDA, "serve", "--port", "0", "--store", store, "--desk-only", *more],
                               stderr=subprocess.PIPE, text=True)
    timer = threading.Timer(30, process.kill)
    timer.start()
    line = process.stderr.readline()
    timer.cancel()
    return process, int(re.search(r":(\d+)/", line).group(1))


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        return process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        return None


# An office whose name is an attack: it must stay words on every page.
evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'
with sqlite3.connect(store) as db:
    code, scan = db.execute("SELECT code, scan FROM office WHERE status = 'active' ORDER BY finished_at DESC LIMIT 1").fetchone()
    for table, column in (("scan_target", "target"), ("office", "record")):
        for (text,) in db.execute(f"SELECT {column} FROM {table} WHERE code = ? AND scan = ?", (code, scan)).fetchall():
            value = json.loads(text)
            (value["target"] if "target" in value else value)["name"] = evil
            db.execute(f"UPDATE {table} SET {column} = ? WHERE code = ? AND scan = ?", (json.dumps(value), code, scan))
    body = db.execute("SELECT sha256 FROM body WHERE content_type LIKE 'text/html%' LIMIT 1").fetchone()[0]
if "--postgres" in sys.argv:
    from chaos import Postgres
    os.chmod(work, 0o711)  # the server runs under another user
    server = Postgres(os.path.join(work, "pg"))
    atexit.register(server.stop)
    file, store = store, server.database("ronda")
    subprocess.run([RONDA, "store", "copy", file, store], check=True, stdout=subprocess.DEVNULL)


bare = subprocess.run([RONDA, "serve", "--port", "0", "--store", store], capture_output=True, text=True, timeout=60)
check("serve without an account refuses with a sentence", bare.returncode == 2 and "ronda account" in bare.stderr, bare.stderr)
short = subprocess.run([RONDA, "account", "x", "--store", store], input="pendek\n", capture_output=True, text=True)
check("a short password is refused", short.returncode == 2, short.stderr)
account("admin", "rahasia-sekali-7", "--role", "admin")
account("jauh", "rahasia-sekali-8", "--role", "petugas", "--region", "61.12")
account("baca", "rahasia-sekali-9", "--role", "pembaca", "--region", "99")
lists = os.path.join(work, "daftar")
os.mkdir(lists)
open(os.path.join(lists, "a.csv"), "w").write("kode,nama,jenis,wilayah,url\nA1,Dinas Kesehatan,kesehatan,62.71,\n")

process, port = serve("--lists", lists)
try:
    nobody, admin = Browser(port), Browser(port)
    check("a stranger is sent to the door", nobody.get("/").status == 303)
    for path in ("/wilayah/99.01", f"/kantor/{code}", f"/bukti/{body}", "/jadwal", "/akun", "/catatan", "/kemajuan"):
        check(f"a stranger sees nothing of {path.split('/')[1]}", nobody.get(path).status in (303, 404))
    check("the API tells a stranger 401 as JSON", "error" in json.loads(nobody.get("/api/v1/regions").text))
    admin.cookie = "0" * 64
    answer = admin.sign_in("admin", "rahasia-sekali-7")
    check("signing in gives a new secret (session fixation)", answer.status == 303 and admin.cookie not in (None, "0" * 64))
    cookie = answer.getheader("Set-Cookie")
    check("the cookie is HttpOnly and SameSite=Strict", "HttpOnly" in cookie and "SameSite=Strict" in cookie, cookie)
    for path in ("/", "/wilayah/99.01", f"/kantor/{code}", f"/bukti/{body}?kutipan=a", "/pemeriksaan", "/jadwal", "/aturan", "/akun", "/catatan"):
        answer = admin.get(path)
        check(f"{path[:30]} answers", answer.status == 200, answer.status)
        policy = answer.getheader("Content-Security-Policy") or ""
        check("  with a policy and without script of others", "default-src 'none'" in policy and "<script>alert" not in answer.text and "<img src=x" not in answer.text)
    raw = admin.get(f"/bukti/{body}/isi")
    check("a stored body is a download, never a page", raw.getheader("Content-Type") == "application/octet-stream" and "attachment" in raw.getheader("Content-Disposition"))
    for path in ("/bukti/../../etc/passwd", "/bukti/%2e%2e%2fronda.db", "/wilayah/%00", "/kantor/%3Cscript%3E", "/wilayah/99.01/../../x", "/bukti/" + "f" * 64):
        check(f"{path[:34]} is not found", admin.get(path).status in (400, 404), admin.get(path).status)

    key = admin.key()
    check("a form without its key is refused (CSRF)", admin.post("/akun", nama="x", peran="admin", sandi="rahasia-sekali-0").status == 403)
    check("a form with another key is refused", admin.post("/jadwal", kunci="0" * 64, nama="x", kapan="bulanan", daftar="a.csv").status == 403)
    for bad in ("../../etc/passwd", "/etc/passwd", "tiada.csv", ""):
        check(f"list {bad!r} is refused", admin.post("/jadwal", kunci=key, nama="x", kapan="bulanan", daftar=bad).status == 422)
    check("an unreadable time is refused", admin.post("/jadwal", kunci=key, nama="x", kapan="setiap minggu", daftar="a.csv").status == 422)
    check("a schedule is added", admin.post("/jadwal", kunci=key, nama="bulanan", kapan="bulanan", daftar="a.csv").status == 303)
    check("and shown", "bulanan" in admin.get("/jadwal").text)
    check("and paused", admin.post("/jadwal/bulanan/henti", kunci=key).status == 303 and "dihentikan sementara" in admin.get("/jadwal").text)

    far, reader = Browser(port), Browser(port)
    far.sign_in("jauh", "rahasia-sekali-8")
    reader.sign_in("baca", "rahasia-sekali-9")
    for path in ("/wilayah/99.01", f"/kantor/{code}", f"/bukti/{body}", f"/api/v1/offices/{code}", "/api/v1/regions/99.01"):
        check(f"a petugas of another region does not see {path[:24]} (IDOR)", far.get(path).status == 404, far.get(path).status)
    check("nor writes there", far.post(f"/kantor/{code}/pernyataan", kunci=far.key(), jenis="object", alasan="x").status == 404)
    check("nor pauses a schedule that is not theirs", far.post("/jadwal/bulanan/jalan", kunci=far.key()).status == 404)
    check("nor sees accounts", far.get("/akun").status == 403 and far.get("/catatan").status == 403)
    check("a reader sees their region", reader.get("/wilayah/99.01").status == 200)
    check("a reader writes nothing", reader.post(f"/kantor/{code}/pernyataan", kunci=reader.key(), jenis="object", alasan="x").status == 404)
    said = admin.post(f"/kantor/{code}/pernyataan", kunci=key, jenis="object", alasan=evil, alamat="https://dinas.contoh.go.id/")
    page = admin.get(f"/kantor/{code}").text
    check("an objection is kept and shown as words", said.status == 303 and "<script>alert" not in page, said.status)
    log = admin.get("/catatan").text
    check("the audit log has it", "pernyataan: object" in log and "<script>alert" not in log)

    page = json.loads(admin.get("/api/v1/regions/99.01/offices?per_page=7&page=2").text)
    check("the API pages", len(page["offices"]) == 7 and page["total"] >= 50)
    first = admin.get("/api/v1/regions/99.01")
    again = admin.get("/api/v1/regions/99.01", headers={"If-None-Match": first.getheader("ETag")})
    check("the same tag is answered by 304", again.status == 304)
    for bad in ("page=0", "page=x", "per_page=100000", "page=-1"):
        check(f"?{bad} is a 400", admin.get("/api/v1/regions/99.01/offices?" + bad).status == 400)
    contract = json.loads(admin.get("/openapi.json").text)
    check("openapi.json is 3.1 and names every API path", contract["openapi"].startswith("3.1") and len(contract["paths"]) == 8)
    check("health and metrics", admin.get("/healthz").text == "ok\n" and "ronda_offices{status=" in admin.get("/metrics").text)

    guesser = Browser(port)
    tries = [guesser.sign_in("baca", "salah-%d" % n).status for n in range(7)]
    check("guessing is slowed down", tries[0] == 401 and tries[-1] == 429, tries)
    left = Browser(port)
    left.cookie = admin.cookie
    check("signing out ends the session", admin.post("/keluar", kunci=key).status == 303 and left.get("/").status == 303)
    started = time.time()
    check("SIGTERM ends it cleanly", stop(process) == 0 and time.time() - started < 10)

    process, port = serve("--public")
    anyone = Browser(port)
    check("public reading shows regions", anyone.get("/wilayah/99.01").status == 200)
    page = re.sub(r'<svg[^>]*class="defs".*?</svg>', "", anyone.get("/wilayah/99.01").text, flags=re.S)
    names = html.unescape(page).lower() + anyone.get("/api/v1/regions").text
    check("and no word of hacked sites", "disusupi" not in names and "compromised" not in names)
    check("nor stored bodies", anyone.get(f"/bukti/{body}").status == 303)
finally:
    stop(process)
    shutil.rmtree(work, ignore_errors=True)
print("desk: all as it should be" if not failed else f"desk: {failed} checks failed")
sys.exit(1 if failed else 0)
