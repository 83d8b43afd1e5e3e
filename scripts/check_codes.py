"""What `ronda check` says of a site and its exit code, as an office's own pipeline sees it: python3 scripts/check_codes.py RONDA

Sites of one loopback farm: one with the six, one without fees, one whose pages cannot be read, one that is not there; and
a control host that never answers, which must end in code 4 within its time and with nothing said of the site.
"""
import http.server, os, shutil, socket, subprocess, sys, tempfile, threading, time

RONDA = os.path.abspath(sys.argv[1])
STANDARD = """<h1>Rekomendasi Izin Operasional Klinik</h1>
<h2>Persyaratan</h2><ul><li>Surat permohonan</li><li>Fotokopi akta pendirian badan usaha</li><li>Daftar tenaga kesehatan</li></ul>
<h2>Sistem, Mekanisme dan Prosedur</h2><ol><li>Pemohon menyerahkan berkas ke loket</li><li>Petugas memeriksa berkas</li><li>Kepala Dinas menandatangani</li></ol>
<h2>Jangka Waktu Penyelesaian</h2><p>14 hari kerja</p>{fee}
<h2>Produk Pelayanan</h2><p>Surat rekomendasi izin operasional klinik</p>
<h2>Penanganan Pengaduan, Saran dan Masukan</h2><p>Pengaduan disampaikan ke nomor 0812-3456-7890 atau surel pengaduan@lengkap.ujikab.go.id</p>"""
FEE = "<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>"
SITES = {"lengkap.ujikab.go.id": FEE, "kurang.ujikab.go.id": "", "kontrol.ujikab.go.id": "", "tertutup.ujikab.go.id": None}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        host = (self.headers.get("Host") or "").split(":")[0]
        fee = SITES.get(host)
        pages = {"/": '<h1>Dinas Kesehatan</h1><p>Jl. Merdeka 1</p><a href="/standar-pelayanan">Standar Pelayanan</a>',
                 "/standar-pelayanan": STANDARD.format(fee=fee)}
        status = 403 if fee is None else 200 if self.path in pages else 404
        body = f"<!doctype html><html lang=id><title>Dinas Kesehatan</title>{pages.get(self.path, '') if status == 200 else 'tidak'}".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
# It takes connections and never says a word.
silent = socket.create_server(("127.0.0.1", 0), backlog=64)
work = tempfile.mkdtemp(prefix="ronda-check-")
hosts = os.path.join(work, "hosts")
with open(hosts, "w") as out:
    out.writelines(f"127.0.0.1 {host}\n" for host in [*SITES, "bisu.ujikab.go.id", "mati.ujikab.go.id"])
port, deaf = server.server_port, silent.getsockname()[1]
common = ["--hosts", hosts, "--allow-private", "--delay", "0", "--ocr", "off", "--render", "off", "--connect-to", f"bisu.ujikab.go.id:80:127.0.0.1:{deaf}",
          "--connect-to", f"bisu.ujikab.go.id:443:127.0.0.1:{deaf}", "--connect-to", "mati.ujikab.go.id::127.0.0.1:1", "--connect-to", f"::127.0.0.1:{port}"]
bad = 0


def check(name, code, says, *arguments, never=(), limit=60.0):
    global bad
    begun = time.time()
    told = subprocess.run([RONDA, "check", *arguments, *common], capture_output=True, text=True, timeout=limit + 60)
    text, seconds = told.stdout + told.stderr, time.time() - begun
    wrong = [f"exit {told.returncode}, not {code}"] * (told.returncode != code) + [f"does not say: {w}" for w in says if w not in text]
    wrong += [f"says: {w}" for w in never if w in text] + [f"took {seconds:.0f} s"] * (seconds > limit)
    bad += bool(wrong)
    print(f"{'BAD ' if wrong else 'ok  '} {name}: exit {told.returncode}, {seconds:.1f} s {'; '.join(wrong)}")
    if wrong:
        print("\n".join("     " + line for line in text.splitlines()[:40]))


up = ["--control", "http://kontrol.ujikab.go.id/"]
page = os.path.join(work, "hasil.html")
check("the six are there", 0, ["Biaya/tarif *: ada", '"Tidak dipungut biaya"'], "http://lengkap.ujikab.go.id/", *up, "--html", page)
check("no fees", 1, ["Biaya/tarif *: tidak ada", "Terbitkan lebih dulu", "Rp…", "†"], "http://kurang.ujikab.go.id/", *up)
check("no page can be read", 5, [], "http://tertutup.ujikab.go.id/", *up, never=["Biaya/tarif *: tidak ada"])
check("nothing listens", 5, [], "http://mati.ujikab.go.id/", *up, never=["Biaya/tarif *: tidak ada"])
check("no address", 2, ["contoh:"], "bukan alamat", *up)
check("a control host that never answers", 4, ["tidak dapat diperiksa", "bisu.ujikab.go.id"], "http://kurang.ujikab.go.id/", "--control", "bisu.ujikab.go.id",
      "--network-wait", "4", never=["Biaya/tarif"], limit=30)
check("in English", 4, ["Could not look at", "--control"], "http://kurang.ujikab.go.id/", "--lang", "en", "--control", "mati.ujikab.go.id", "--network-wait", "2",
      never=["Fee"], limit=30)
text = open(page, encoding="utf-8").read()
if "Tidak dipungut biaya" not in text or "<script src" in text or text.count("<script") > 1:
    bad += 1
    print("BAD  the HTML of the complete site")
shutil.rmtree(work, ignore_errors=True)
sys.exit(1 if bad else 0)
