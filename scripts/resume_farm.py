#!/usr/bin/env python3
"""A slow farm for scripts/resume.sh: N hosts of 4 pages on one loopback port, each request logged to OUT/log."""
import http.server, pathlib, sys, threading, time

count, out = int(sys.argv[1]), pathlib.Path(sys.argv[2])
hosts = [f'dinas{n:03}.ujikab.go.id' for n in range(count)]
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        host = (self.headers.get('Host') or '').split(':')[0]
        with lock, open(out / 'log', 'a') as log:
            log.write(f'{host} {self.path}\n')
        time.sleep(0.03)
        name = f'Dinas Uji {host[5:8]}'
        pages = {'/': '<a href="/profil">Profil</a> <a href="/layanan">Standar Pelayanan</a> <a href="/kontak">Kontak</a>',
                 '/profil': '<h2>Visi</h2><p>Pelayanan yang cepat dan terbuka bagi semua warga.</p>',
                 '/layanan': '<h2>Persyaratan</h2><ul><li>Fotokopi KTP</li><li>Fotokopi KK</li></ul><h2>Biaya</h2><p>Tidak dipungut biaya.</p>',
                 '/kontak': '<p>Jl. Merdeka No. 1, telepon (0561) 123450</p>'}
        found = self.path in pages
        body = (f'<!doctype html><html lang="id"><title>{name}</title><h1>{name}</h1>' + pages.get(self.path, '')).encode()
        self.send_response(200 if found else 404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
(out / 'log').touch()
(out / 'hosts').write_text(''.join(f'127.0.0.1 {host}\n' for host in hosts))
rows = ''.join(f'U{n:03},Dinas Uji {n:03},,98.98,http://{host}/,,\n' for n, host in enumerate(hosts))
(out / 'list.csv').write_text('kode,nama,jenis,wilayah,url,induk,keterangan\n' + rows)
(out / 'port').write_text(str(server.server_port))
threading.Timer(1500, server.shutdown).start()
server.serve_forever()
