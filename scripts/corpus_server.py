#!/usr/bin/env python3
"""Serve the labelled pages of a corpus on loopback, one host name a site, and say how to reach them.

    corpus_server.py CORPUS_DIR OUT_DIR [LIST.csv ...]

Writes OUT_DIR/hosts, OUT_DIR/list.csv (one office a corpus site) and OUT_DIR/port, then serves until it is stopped.
The listed addresses of the target lists given are mapped to the corpus sites too, every second one, so that real
lists run on real pages: the other half does not exist.
"""
import csv, html, http.server, json, pathlib, sys, threading
from urllib.parse import urlsplit

corpus, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
sites = {}
for line in (corpus / 'labels.jsonl').read_text(encoding='utf-8').splitlines():
    label = json.loads(line)
    sites.setdefault(label['site'], []).append(label)
names = sorted(sites)
by_host = {f'{name.replace("_", "-").strip("-").lower()}.contohkab.go.id': name for name in names}

mapped = []
for path in sys.argv[3:]:
    for row in csv.DictReader(open(path, encoding='utf-8-sig', newline='')):
        if row.get('url'):
            mapped.append(urlsplit(row['url'] if '://' in row['url'] else '//' + row['url']).hostname)
for number, host in enumerate(dict.fromkeys(h for h in mapped if h)):
    if number % 2 == 0:
        by_host.setdefault(host, names[number % len(names)])


def index(site):
    """The home page we give a site: its name and a link to each of its pages, as a menu would have it."""
    links = ''.join(f'<li><a href="/{html.escape(l["id"])}.html">{html.escape(l["id"].split("__")[-1].replace("-", " "))}</a></li>'
                    for l in sites[site])
    title = html.escape(site.replace('-', ' ').title())
    return f'<!doctype html><html lang="id"><title>{title}</title><h1>{title}</h1><ul>{links}</ul></html>'.encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        site = by_host.get((self.headers.get('Host') or '').split(':')[0].lower())
        path = self.path.split('?')[0]
        body = None
        if site and path == '/':
            body = index(site)
        elif site:
            label = next((l for l in sites[site] if path == f'/{l["id"]}.html'), None)
            body = (corpus / label['file']).read_bytes() if label else None
        status = 200 if body is not None else 404
        body = body if body is not None else b'<title>404</title>'
        self.send_response(status)
        self.send_header('Content-Type', 'text/html')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
out.mkdir(parents=True, exist_ok=True)
(out / 'hosts').write_text(''.join(f'127.0.0.1 {host}\n' for host in by_host))
with open(out / 'list.csv', 'w', encoding='utf-8', newline='') as file:
    rows = csv.writer(file)
    rows.writerow(['kode', 'nama', 'jenis', 'wilayah', 'url', 'induk', 'keterangan'])
    for number, name in enumerate(names):
        host = next(h for h, n in by_host.items() if n == name)
        rows.writerow([f'C{number:03}', name.replace('-', ' ').title(), '', '99.99', f'http://{host}/', '', 'corpus'])
(out / 'pages').write_text(str(sum(len(pages) for pages in sites.values())))
(out / 'port').write_text(str(server.server_port))
threading.Timer(1800, server.shutdown).start()
server.serve_forever()
