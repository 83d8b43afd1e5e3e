"""The main journeys in a real browser: python3 scripts/desk_browser.py RONDA [--shots FOLDER]

Debian's headless Chromium, spoken to over its debugging pipe (no driver, nothing from outside), against `ronda serve` over
an empty store, with the sample region served on loopback by `ronda demo --farm`. axe-core (from the wheel of
axe-playwright-python) looks at every page; every page is pictured at phone and desktop width when --shots names a folder.
Stops what it started. Prints one line a check; exit 1 when one fails.
"""
import base64, importlib.util, json, os, pathlib, re, select, shutil, signal, subprocess, sys, tempfile, threading, time

RONDA = os.path.abspath(sys.argv[1])
SHOTS = pathlib.Path(sys.argv[sys.argv.index("--shots") + 1]) if "--shots" in sys.argv else None
work = tempfile.mkdtemp(prefix="ronda-browser-")
store = os.path.join(work, "ronda.db")
failed, started = 0, []
SERIOUS = ("serious", "critical")


def check(name, right, told=""):
    global failed
    failed += 0 if right else 1
    print(("ok    " if right else "WRONG ") + name + ("" if right else f"   {told!r}"[:600]), flush=True)


class Chromium:
    """One browser over --remote-debugging-pipe: JSON ended by NUL on descriptors 3 and 4 (Chrome DevTools Protocol)."""

    def __init__(self):
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        def place():
            os.dup2(theirs_in, 103); os.dup2(theirs_out, 104)
            os.dup2(103, 3); os.dup2(104, 4)
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", *(["--no-sandbox"] if os.getuid() == 0 else []), "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
             "--user-data-dir=" + os.path.join(work, "profile"), "--remote-debugging-pipe", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started.append(self.process)
        os.close(theirs_in); os.close(theirs_out)
        self.read, self.write, self.rest, self.number, self.events = ours_in, ours_out, b"", 0, []
        target = next(t for t in self.ask("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "DOM", "Log"):
            self.call(domain + ".enable")

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        until = time.time() + 30
        while True:
            answer = self.next(until)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def next(self, until):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.read], [], [], max(0, until - time.time()))
            if not ready:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise RuntimeError("the browser ended")
            self.rest += piece
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def call(self, method, **params):
        return self.ask(method, self.session, **params)

    def js(self, text):
        result = self.call("Runtime.evaluate", expression=text, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"])[:400])
        return result["result"].get("value")

    def settle(self, act):
        """Does something that leads to another page, and waits until that has loaded."""
        self.js("window.__old = true")
        act()
        self.until("!window.__old && document.readyState === 'complete'", 20)

    def until(self, condition, seconds):
        end = time.time() + seconds
        while time.time() < end:
            try:
                if self.js(condition):
                    return True
            except RuntimeError:
                pass  # between two pages
            time.sleep(0.05)
        return False

    def go(self, path):
        self.settle(lambda: self.call("Page.navigate", url=self.home + path))

    def text(self):
        return self.js("document.querySelector('main').innerText")

    def path(self):
        return self.js("location.pathname + location.search")

    def focus(self, selector):
        return self.js(f"(e => {{ e && e.focus(); return !!e; }})(document.querySelector({json.dumps(selector)}))")

    def press(self, key, code=None, text=None, modifiers=0):
        codes = {"Backspace": 8, "Tab": 9, "Enter": 13, " ": 32, "End": 35, "Home": 36, "ArrowUp": 38, "ArrowDown": 40}
        more = {"windowsVirtualKeyCode": codes.get(key, 0), "modifiers": modifiers}
        typed = {"Enter": "\r", " ": " "}.get(key, text)
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, code=code or key, **more, **({"text": typed} if typed else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=code or key, **more)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def fill(self, selector, value):
        """Clicks into a field with the mouse and types over what it holds."""
        self.click(selector)
        self.js(f"document.querySelector({json.dumps(selector)}).select?.()")
        self.type(value)

    def click(self, selector):
        self.js(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        box = self.js(f"(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def file(self, selector, path):
        node = self.call("Runtime.evaluate", expression=f"document.querySelector({json.dumps(selector)})")["result"]
        self.call("DOM.setFileInputFiles", files=[path], objectId=node["objectId"])

    def active(self):
        return self.js("(e => ({tag: e.tagName, name: e.name || '', text: (e.innerText || e.value || '').trim().slice(0, 60),"
                       " href: e.getAttribute('href') || '', id: e.id, value: e.value || '', action: e.form?.getAttribute('action') || ''}))(document.activeElement)")

    def tab_to(self, wanted, limit=120):
        """Presses Tab until the focused element is the wanted one; what sits there must show that it has the focus."""
        for _ in range(limit):
            self.press("Tab")
            here = self.active()
            if wanted(here):
                outline = self.js("(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0)(getComputedStyle(document.activeElement))")
                return here if outline else None
        return None

    def width(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)


def axe_script():
    spec = importlib.util.find_spec("axe_playwright_python")
    places = list(spec.submodule_search_locations) if spec else []
    found = [os.path.join(p, "axe.min.js") for p in places if os.path.exists(os.path.join(p, "axe.min.js"))]
    if not found:
        sys.exit("desk_browser: axe.min.js is missing; scripts/bootstrap installs axe-playwright-python")
    return open(found[0], encoding="utf-8").read()


AXE = axe_script()


def look(browser, name):
    """axe at both widths, pictures, and whether the page itself scrolls sideways on a phone."""
    for label, width, height in (("d", 1280, 900), ("p", 390, 844)):
        browser.width(width, height)
        world = browser.call("Page.createIsolatedWorld", frameId=browser.frame())["executionContextId"]
        run = AXE + ";axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, impact: v.impact, n: v.nodes.length, at: v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.failureSummary || '').slice(0, 160))}))))"
        answer = browser.call("Runtime.evaluate", expression=run, contextId=world, awaitPromise=True, returnByValue=True)
        faults = json.loads(answer["result"].get("value") or "null")
        if faults is None:
            check(f"axe ran on {name}", False, answer)
            continue
        bad = [f for f in faults if f["impact"] in SERIOUS]
        check(f"axe finds no serious fault on {name} ({width} px)", not bad, bad)
        for fault in faults:
            if fault["impact"] not in SERIOUS:
                print(f"      minor: {fault['id']} x{fault['n']} on {name}", flush=True)
        if width < 500:
            over = browser.js("document.documentElement.scrollWidth - 390")
            wide = "" if over <= 0 else browser.js("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 391 && !e.closest('.wide')).slice(0, 4).map(e => e.tagName + '.' + e.className + ' ' + (e.innerText || '').slice(0, 40)).join(' | ')")
            check(f"{name} does not scroll sideways on a phone", over <= 0, f"{over} px: {wide}")
        if SHOTS:
            SHOTS.mkdir(parents=True, exist_ok=True)
            picture = browser.call("Page.captureScreenshot", format="png", captureBeyondViewport=False)
            (SHOTS / f"{label}-{name}.png").write_bytes(base64.b64decode(picture["data"]))
    browser.width(1280, 900)


Chromium.frame = lambda self: self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]


def account(name, password, *more):
    subprocess.run([RONDA, "account", name, "--store", store, "--quiet", *more], input=password + "\n", text=True,
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def spawn(arguments, pattern, stream):
    process = subprocess.Popen(arguments, text=True, **{stream: subprocess.PIPE},
                               **({"stderr": subprocess.DEVNULL} if stream == "stdout" else {}))
    started.append(process)
    timer = threading.Timer(60, process.kill)
    timer.start()
    lines = []
    for line in getattr(process, stream):
        lines.append(line.rstrip("\n"))
        if re.search(pattern, line):
            break
    timer.cancel()
    return process, lines


def journeys(browser, farm):
    # Sign in, with a wrong password first.
    browser.go("/")
    check("a stranger lands at the door", browser.path() == "/masuk", browser.path())
    look(browser, "masuk")
    browser.fill("#nama", "admin"); browser.fill("#sandi", "salah-sekali-1")
    browser.settle(lambda: browser.click("main form button"))
    check("a wrong password is said", "keliru" in browser.text(), browser.text())
    browser.fill("#nama", "admin"); browser.fill("#sandi", "rahasia-sekali-7")
    browser.settle(lambda: browser.click("main form button"))
    check("signed in", browser.path() == "/" and "Belum ada pemeriksaan" in browser.text(), browser.text())

    # Import a list with an error, mend it in the page, save it.
    rows = open(os.path.join(farm, "tanjung-rambai.csv"), encoding="utf-8").read().splitlines()
    broken = os.path.join(work, "rusak.csv")
    columns = rows[0].lstrip("\ufeff").split(",")
    fault = ["" for _ in columns]
    fault[columns.index("kode")], fault[columns.index("url")] = "X1", "bukan alamat"
    open(broken, "w", encoding="utf-8").write("\n".join(rows + [",".join(fault)]) + "\n")
    browser.go("/daftar")
    look(browser, "daftar-kosong")
    browser.fill("#nama", "tanjung-rambai")
    browser.file("#berkas", broken)
    browser.settle(lambda: browser.click("main form button"))
    said = browser.text()
    check("the row with the error is named", "nama kosong" in said and f"{len(rows) + 1}" in said, said[:400])
    check("nothing can be saved yet", browser.js("!document.querySelector('button[value=simpan]')"))
    look(browser, "daftar-salah")
    browser.js("(t => { t.value = t.value.split('\\n').filter(l => !l.includes('bukan alamat')).join('\\n'); })(document.querySelector('textarea[name=isi]'))")
    browser.settle(lambda: browser.click("button[value=coba]"))
    check("mended, it can be saved", "dapat disimpan" in browser.text(), browser.text()[:300])
    browser.settle(lambda: browser.click("button[value=simpan]"))
    check("the list is kept", browser.path() == "/daftar/tanjung-rambai" and "kantor." in browser.text(), browser.path())
    look(browser, "daftar")

    # A schedule of it, run now, watched to its end.
    browser.go("/jadwal")
    browser.fill("#nama", "rambai"); browser.fill("#kapan", "setiap minggu")
    browser.click("input[name=simpanan]")
    browser.settle(lambda: browser.click("main form[action='/jadwal'] button"))
    check("an ambiguous time is explained", browser.js("!!document.querySelector('[role=alert]')"), browser.text()[:300])
    browser.fill("#nama", "rambai"); browser.fill("#kapan", "setiap Senin 01.00")
    browser.click("input[name=simpanan]")
    browser.settle(lambda: browser.click("main form[action='/jadwal'] button"))
    check("the schedule is there", "rambai" in browser.text() and "Senin" in browser.text(), browser.text()[:300])
    look(browser, "jadwal")
    browser.settle(lambda: browser.click("form[action='/jadwal/rambai/sekarang'] button"))
    browser.go("/pemeriksaan")
    seen = browser.until("/dari \\d+ kantor/.test(document.querySelector('#kemajuan-teks').innerText)", 60)
    check("the round is seen while it runs", seen, browser.text()[:300])
    look(browser, "pemeriksaan")
    ended = browser.until("/selesai/i.test(document.querySelector('#kemajuan-teks').innerText)", 120)
    check("and seen to end, without loading again", ended, browser.text()[:300])

    # What it found: overview, region, office, evidence.
    browser.go("/")
    look(browser, "ikhtisar")
    browser.settle(lambda: browser.click("main table a[href^='/wilayah/']"))
    check("the region opens", browser.path().startswith("/wilayah/99.01"), browser.path())
    look(browser, "wilayah")
    browser.settle(lambda: browser.click("main table.grid a[href^='/kantor/']"))
    check("an office opens", browser.path().startswith("/kantor/"), browser.path())
    look(browser, "kantor")
    evidence = browser.js("document.querySelector(\"a[href^='/bukti/'][href*='kutipan=']:not([href$='kutipan='])\")?.getAttribute('href')")
    check("the office names its evidence", bool(evidence))
    if evidence:
        browser.go(evidence)
        check("the passage is marked in the stored page", browser.js("document.querySelectorAll('mark').length") >= 1, evidence)
        look(browser, "bukti")

    # Confirm an absence, and get the letter.
    browser.go("/wilayah/99.01?keadaan=missing")
    browser.settle(lambda: browser.click("main table.grid a[href^='/kantor/']"))
    office = browser.path()
    browser.fill("#alasan", "Sudah ditanyakan ke Dinas Kominfo; memang belum ada.")
    browser.settle(lambda: browser.click("form[action$='/pernyataan'] button"))
    check("the absence is confirmed", "tersimpan" in browser.text(), browser.text()[:300])
    look(browser, "kantor-tanpa-situs")
    letter = browser.js("fetch('/wilayah/99.01/surat/docx').then(async r => [r.status, (await r.arrayBuffer()).byteLength, r.headers.get('content-disposition')])")
    check("the letter is downloaded", letter[0] == 200 and letter[1] > 3000 and "attachment" in letter[2], letter)
    browser.go("/wilayah/99.01/surat/html")
    check("and can be looked at first", "Surat" in browser.js("document.title") or browser.js("document.body.innerText.length") > 500)

    for path, name in (("/sanggahan", "sanggahan"), ("/penilaian", "penilaian"), ("/peta", "peta"), ("/aturan", "aturan"), ("/ketelitian", "ketelitian"), ("/akun", "akun"), ("/catatan", "catatan"), ("/tiada", "tiada")):
        browser.go(path)
        look(browser, name)
    browser.go("/")
    browser.settle(lambda: browser.click("header form button"))
    check("signed out", browser.path() == "/masuk", browser.path())
    browser.go(office)
    check("and the pages are closed again", browser.path() == "/masuk", browser.path())


def keyboard(browser):
    """The same desk without a mouse: Tab, Enter and typing only, the focus seen at every stop."""
    browser.go("/masuk")
    check("Tab first offers to skip to the content", browser.tab_to(lambda e: e["href"] == "#isi", 1) is not None, browser.active())
    check("the name field is reached", browser.tab_to(lambda e: e["name"] == "nama") is not None, browser.active())
    browser.type("admin")
    check("then the password", browser.tab_to(lambda e: e["name"] == "sandi", 1) is not None, browser.active())
    browser.type("rahasia-sekali-7")
    browser.settle(lambda: browser.press("Enter"))
    check("Enter signs in", browser.path() == "/", browser.path())

    # The list with the faulty row once more: chosen, mended and saved.
    follow(browser, "the lists", lambda e: e["href"] == "/daftar", "/daftar")
    reach(browser, "the name of the list", lambda e: e["name"] == "nama")
    browser.type("papan-ketik")
    reach(browser, "the file", lambda e: e["id"] == "berkas")
    browser.call("Page.setInterceptFileChooserDialog", enabled=True)
    browser.press("Enter")
    browser.until("true", 0.2)
    opened = [e for e in browser.events if e.get("method") == "Page.fileChooserOpened"]
    check("Enter opens the choice of files", bool(opened))
    browser.call("DOM.setFileInputFiles", files=[os.path.join(work, "rusak.csv")], backendNodeId=opened[-1]["params"]["backendNodeId"])
    browser.call("Page.setInterceptFileChooserDialog", enabled=False)
    follow(browser, "the trial", lambda e: e["tag"] == "BUTTON" and "dahulu" in e["text"], "/daftar")
    check("the fault is named", "nama kosong" in browser.text(), browser.text()[:300])
    reach(browser, "the text of the list", lambda e: e["id"] == "isi-daftar")
    browser.press("End", modifiers=2)
    browser.press("ArrowUp", modifiers=8)
    browser.press("Home", modifiers=8)
    browser.press("Backspace")
    follow(browser, "the second trial", lambda e: e["tag"] == "BUTTON" and "lagi" in e["text"], "/daftar")
    check("mended by keys, it can be saved", "dapat disimpan" in browser.text(), browser.text()[:300])
    follow(browser, "the saving", lambda e: e["tag"] == "BUTTON" and "Simpan daftar" in e["text"], "/daftar/papan-ketik")

    # A schedule of it, its round watched to the end.
    follow(browser, "the schedules", lambda e: e["href"] == "/jadwal", "/jadwal")
    reach(browser, "the name of the schedule", lambda e: e["id"] == "nama")
    browser.type("papan-ketik")
    reach(browser, "its time", lambda e: e["id"] == "kapan")
    browser.type("setiap Selasa 02.00")
    reach(browser, "its list", lambda e: e["name"] == "simpanan" and e["value"] == "papan-ketik")
    browser.press(" ")
    reach(browser, "hours of a region", lambda e: e["id"] == "jam-wilayah")
    browser.type("61.12=22.00-04.00")
    browser.settle(lambda: browser.press("Enter"))
    check("the schedule is kept, by Enter", "setiap Selasa 02.00" in browser.text(), browser.text()[:300])
    follow(browser, "its round now", lambda e: e["action"] == "/jadwal/papan-ketik/sekarang", "/jadwal")
    follow(browser, "the rounds", lambda e: e["href"] == "/pemeriksaan", "/pemeriksaan")
    ended = browser.until("/selesai/i.test(document.querySelector('#kemajuan-teks').innerText)", 120)
    check("the round is watched to its end", ended, browser.text()[:300])

    # What it found: region, office, evidence; an absence confirmed; the letter.
    follow(browser, "the overview", lambda e: e["href"] == "/", "/")
    follow(browser, "the region", lambda e: e["href"].startswith("/wilayah/"), "/wilayah/")
    follow(browser, "an office", lambda e: e["href"].startswith("/kantor/"), "/kantor/")
    follow(browser, "the stored page", lambda e: e["href"].startswith("/bukti/"), "/bukti/")
    follow(browser, "the overview again", lambda e: e["href"] == "/", "/")
    follow(browser, "the region again", lambda e: e["href"].startswith("/wilayah/"), "/wilayah/")
    follow(browser, "those without a site", lambda e: "keadaan=missing" in e["href"], "/wilayah/99.01?")
    letter = browser.tab_to(lambda e: "/surat/docx" in e["href"])
    check("the letter is reached", letter is not None, browser.active())
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=work)
    browser.press("Enter")
    end = time.time() + 15
    while time.time() < end and not any(n.endswith(".docx") for n in os.listdir(work)):
        time.sleep(0.1)
    check("the letter lies in the folder of downloads", any(n.endswith(".docx") for n in os.listdir(work)), os.listdir(work))
    follow(browser, "an office without a site", lambda e: e["href"].startswith("/kantor/"), "/kantor/")
    reach(browser, "the reason", lambda e: e["id"] == "alasan")
    browser.type("Ditanyakan lagi; tetap belum ada.")
    follow(browser, "the confirmation", lambda e: e["tag"] == "BUTTON" and e["action"].endswith("/pernyataan"), "/kantor/")
    check("the absence is confirmed by keys", "tersimpan" in browser.text(), browser.text()[:300])
    follow(browser, "sign-out", lambda e: e["tag"] == "BUTTON" and e["text"] == "Keluar", "/masuk")


def reach(browser, what, wanted, limit=400):
    """Tab until something has the focus, seen."""
    check(what + " is reached", browser.tab_to(wanted, limit) is not None, browser.active())


def follow(browser, what, wanted, path):
    """The same, then Enter, and another page."""
    reach(browser, what, wanted)
    browser.settle(lambda: browser.press("Enter"))
    check(what + " opens", browser.path().startswith(path), browser.path())


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


try:
    begun = time.time()
    account("admin", "rahasia-sekali-7", "--role", "admin")
    farm = os.path.join(work, "farm")
    _, options = spawn([RONDA, "demo", "--farm", "--out", farm], r"^$", "stdout")
    server, lines = spawn([RONDA, "serve", "--port", "0", "--store", store, "--out", os.path.join(work, "reports"),
                           "--ocr", "off", "--pause", "0", *[o for o in options if o]], r":\d+/", "stderr")
    browser = Chromium()
    browser.home = "http://127.0.0.1:" + re.search(r":(\d+)/", lines[-1]).group(1)
    threading.Thread(target=lambda: [None for _ in server.stderr], daemon=True).start()
    browser.width(1280, 900)
    journeys(browser, farm)
    keyboard(browser)
    wrong = [e["params"]["entry"] for e in browser.events if e.get("method") == "Log.entryAdded" and e["params"]["entry"]["level"] == "error"]
    wrong = [e for e in wrong if not re.search(r"status of (4\d\d)", e.get("text", ""))]
    check("the browser's log has no error", not wrong, wrong[:2])
finally:
    for process in reversed(started):
        stop(process)
    shutil.rmtree(work, ignore_errors=True)
print(f"browser: all as it should be, {time.time() - begun:.0f} s" if not failed else f"browser: {failed} checks failed")
sys.exit(1 if failed else 0)
