"""A second set of misbehaviours, written after the first was right, to learn what an unknown farm would find.

Same terms as kinds.py. `most` bounds the requests a host may get; NEVER words in a path are canaries here too.
"""
import asyncio, gzip, io, struct, zipfile, zlib
from kinds import DOWN, KINDS, OK, UNSURE, Kind, kind, name_kind, page, redirect, robots, root, tls, trap

LINK = '<a href="/layanan">Standar Pelayanan</a>'
FILLER = '<p>Kami melayani warga setiap hari kerja di kantor dinas.</p>' * 12


def at(paths, status=OK, failure='', **more):
    """A good site whose named paths misbehave."""
    def declare(function):
        async def answer(c):
            if c.path == '/robots.txt' and '/robots.txt' not in paths: await c.missing()
            elif c.path.split('?')[0] in paths: await function(c)
            else: await c.site(more_links)
        KINDS.append(Kind(function.__name__.replace('_', '-'), answer, status, failure, **more))
        return function
    more_links = more.pop('links', '')
    return declare

# --- protocol edges -------------------------------------------------------------------------------------------------

def simple(c): return c.html(LINK + FILLER).encode()
@root(OK, '')
async def head_lf_only(c):
    b = simple(c); await c.raw(b'HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: %d\n\n' % len(b) + b, True)
@root(OK + '|' + DOWN, '|malformed_http')
async def header_folded(c):
    b = simple(c); await c.raw(b'HTTP/1.1 200 OK\r\nX-Lipat: satu\r\n dua\r\n\ttiga\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n' % len(b) + b)
@kind(DOWN, 'malformed_http')
async def blank_lines_first(c): await c.raw(b'\r\n\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok', True)
@root(OK, '')
async def http10_no_length(c): await c.raw(b'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n' + simple(c), True)
@root(OK + '|' + DOWN, '|malformed_http')
async def icy_status(c): await c.raw(b'ICY 200 OK\r\nContent-Type: text/html\r\n\r\n' + simple(c), True)
@root(OK, '')
async def status_no_reason(c): b = simple(c); await c.raw(b'HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n' % len(b) + b)
@kind(DOWN, 'malformed_http')
async def http2_frames(c): await c.raw(b'\0\0\x12\4\0\0\0\0\0\0\3\0\0\0d\0\4\0\1\0\0\0\2\0\0\0\0' + b'\0\0\x08\7\0\0\0\0\0\0\0\0\0\0\0\0\x0d', True)
@root(OK + '|' + DOWN, '|malformed_http')
async def upgrade_h2c_offer(c): await c.reply(simple(c), headers=[('Upgrade', 'h2c'), ('Connection', 'Upgrade')])
@kind(OK, '')
async def unsolicited_second_answer(c):
    b = c.html('<p>Dinas Lain Sama Sekali</p>', 'Dinas Lain Sama Sekali').encode()
    await c.site(); await c.raw(b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n' % len(b) + b)
@root(OK, '')
async def alt_svc_to_canary(c): await c.reply(simple(c), headers=[('Alt-Svc', 'h2="36.67.0.9:22"; ma=86400, h3="10.0.0.5:443"'), ('Refresh', '0;url=http://169.254.169.254/')])
@root(OK + '|' + DOWN, '|malformed_http|bad_content_coding')
async def transfer_coding_twice(c):
    b = simple(c); await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'); await c.raw(b'%x\r\n' % len(b) + b + b'\r\n0\r\n\r\n', True)
@kind(DOWN, 'malformed_http|closed_early|bad_content_coding')
async def transfer_coding_unknown(c): await c.head('Content-Type: text/html', 'Transfer-Encoding: mystery'); await c.raw(b'<p>x</p>', True)
@kind(DOWN, 'malformed_http|closed_early|connection_reset')
async def chunk_size_negative(c): await c.head('Transfer-Encoding: chunked'); await c.raw(b'-5\r\nhello\r\n0\r\n\r\n', True)
@root(OK + '|' + DOWN, '|malformed_http')
async def chunk_size_zeros(c):
    b = simple(c); await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked'); await c.raw(b'00000000%x\r\n' % len(b) + b + b'\r\n0\r\n\r\n', True)
@kind('unreachable|unknown', None)
async def status_204_with_body(c): await c.raw(b'HTTP/1.1 204 No Content\r\nContent-Length: 500\r\n\r\n' + b'x' * 500, True)
@root(OK, '')
async def disposition_traversal(c): await c.reply(simple(c), headers=[('Content-Disposition', 'attachment; filename="../../../../tmp/ronda-jebol.html"')])
for code, right in [(300, DOWN + '|unknown'), (305, DOWN + '|unknown'), (402, DOWN + '|blocked'), (407, 'blocked|' + DOWN), (421, DOWN), (426, DOWN + '|blocked'), (511, DOWN + '|blocked'), (530, DOWN), (599, DOWN)]:
    async def answer(c, code=code):
        if c.path == '/robots.txt': return await c.missing()
        await c.reply(f'<h1>{code}</h1>', f'{code} Status', [('Location', 'http://169.254.169.254/')] if code in (300, 305) else [])
    KINDS.append(Kind(f'code-{code}', answer, right, None))
@kind(OK, '')
async def one_connection_only(c):
    c.kind.busy = getattr(c.kind, 'busy', 0) + 1
    try:
        if c.kind.busy > 1: return c.reset()
        await asyncio.sleep(.2); await c.site(); c.done = True
    finally: c.kind.busy -= 1
@kind(DOWN + '|unknown|' + OK, 'stalled|total_timeout|')
async def body_trickle(c):
    await c.head('Content-Type: text/html', 'Content-Length: 900000'); await c.endless(b'<p>' + b'a' * 40, 3)
@kind(DOWN, 'first_byte_timeout|stalled|total_timeout|too_many_headers|malformed_http')
async def status_line_drip(c): await c.endless(b'H', 1)

# --- codings --------------------------------------------------------------------------------------------------------

@kind('unknown|unreachable', None)
async def gzip_inside_gzip(c): await c.reply(gzip.compress(gzip.compress(simple(c))), headers=[('Content-Encoding', 'gzip')])
@root(OK + '|' + DOWN, '|bad_content_coding')
async def gzip_members(c): await c.reply(gzip.compress(simple(c)[:200]) + gzip.compress(simple(c)[200:]), headers=[('Content-Encoding', 'gzip')])
@root(OK + '|' + DOWN, '|bad_content_coding')
async def gzip_trailing_garbage(c): await c.reply(gzip.compress(simple(c)) + b'\xde\xad' * 900, headers=[('Content-Encoding', 'gzip')])
@kind(DOWN, 'bad_content_coding')
async def coding_two_lines(c): await c.reply(gzip.compress(gzip.compress(simple(c))), headers=[('Content-Encoding', 'gzip'), ('Content-Encoding', 'gzip')])
@root(OK + '|' + DOWN, '|bad_content_coding')
async def deflate_without_wrapper(c):
    z = zlib.compressobj(9, zlib.DEFLATED, -15); await c.reply(z.compress(simple(c)) + z.flush(), headers=[('Content-Encoding', 'deflate')])
@root(OK + '|' + DOWN, '|bad_content_coding|closed_early')
async def gzip_empty(c): await c.reply(b'', headers=[('Content-Encoding', 'gzip')])
@kind(DOWN, 'bad_content_coding')
async def zstd_lie(c): await c.reply(b'\x28\xb5\x2f\xfd' + b'\xff' * 400, headers=[('Content-Encoding', 'zstd')])
@kind(DOWN + '|unknown', None)
async def brotli_garbage(c): await c.reply(bytes((n * 89 + 7) % 256 for n in range(3000)), headers=[('Content-Encoding', 'br')])

# --- redirects ------------------------------------------------------------------------------------------------------

async def _home(c):
    if c.path == '/beranda': c.path = '/'
    await c.site()
def hop(name, status, failure, answer_root, **more):
    async def answer(c):
        if c.path == '/robots.txt': return await c.missing()
        if c.path == '/': return await answer_root(c)
        await _home(c)
    KINDS.append(Kind(name, answer, status, failure, **more))
async def huge_body(c): await c.reply(b'x' * 30_000_000, '302 Pindah', [('Location', '/beranda')])
hop('redirect-huge-body', OK, '', huge_body)
async def drip_body(c):
    await c.head('Location: /beranda', 'Content-Length: 90000', status='302 Pindah'); await c.endless(b'x', 1)
hop('redirect-drip-body', OK + '|' + DOWN, '|stalled|total_timeout', drip_body)
async def raw_utf8(c): await c.raw('HTTP/1.1 302 Pindah\r\nLocation: /béranda layanan?q=ñ ü\r\nContent-Length: 0\r\n\r\n'.encode())
async def utf8_site(c):
    if c.path == '/robots.txt': return await c.missing()
    if c.path == '/': return await raw_utf8(c)
    c.path = '/' if 'randa' in c.path else c.path
    await c.site()
KINDS.append(Kind('redirect-utf8-spaces', utf8_site, OK, ''))
async def two_locations(c): await c.reply('', '302 Pindah', [('Location', '/beranda'), ('Location', 'http://169.254.169.254/')])
hop('redirect-two-locations', OK + '|unknown|unreachable', None, two_locations)
async def cookie_gate(c):
    if c.path == '/robots.txt': return await c.missing()
    await c.reply('', '302 Pindah', [('Location', '/'), ('Set-Cookie', 'izin=1')])
KINDS.append(Kind('redirect-cookie-gate', cookie_gate, 'unreachable|blocked|unknown', 'redirect_loop'))
redirect('redirect-https-refused', lambda c: f'https://{c.kind.host}/', DOWN, 'connect_refused')
async def doors(c):
    if c.path == '/robots.txt': return await c.missing()
    secure = c.writer.get_extra_info('ssl_object') is not None
    await c.reply('', '301 Pindah', [('Location', f'http{"" if secure else "s"}://{c.kind.host}/')])
KINDS.append(Kind('redirect-door-pingpong', doors, DOWN, 'redirect_loop', doors=('http', 'tls')))
redirect('redirect-fragment', '#atas', DOWN, 'redirect_loop|bad_redirect')
redirect('redirect-query-forever', lambda c: f'/?langkah={c.count}', DOWN, 'too_many_redirects')
redirect('redirect-blob', 'blob:http://x/1', 'unknown|unreachable', 'forbidden_protocol|bad_redirect')
redirect('redirect-port-0', 'http://36.67.0.9:0/', 'unknown|unreachable', 'forbidden_port|bad_redirect')
redirect('redirect-port-70000', 'http://36.67.0.9:70000/', 'unknown|unreachable', 'forbidden_port|bad_redirect')
redirect('redirect-6to4', 'http://[2002:7f00:1::]/', 'unknown|unreachable', 'forbidden_address')
redirect('redirect-v6-scope', 'http://[fe80::1%25lo]/', 'unknown|unreachable', 'forbidden_address|bad_redirect')
redirect('redirect-dot-segments', 'http://127.0.0.1.:80/../', 'unknown|unreachable', 'forbidden_address')
redirect('redirect-percent-host', 'http://%31%32%37.0.0.1/', 'unknown|unreachable', 'forbidden_address|bad_redirect')
redirect('redirect-tab-scheme', 'java\tscript:alert(1)', 'unknown|unreachable', 'forbidden_protocol|bad_redirect')
redirect('redirect-host-of-64kb', lambda c: 'http://' + 'a.' * 20000 + 'id/', 'unknown|unreachable', 'bad_redirect|bad_host_name|too_many_headers|dns_nxdomain|dns_malformed')
async def refresh_chain(c):
    if c.path == '/robots.txt': return await c.missing()
    await c.reply(page(c.kind.title, f'<p>Situs {c.kind.title}.</p>', f'<meta http-equiv="refresh" content="0; url=/langkah{c.count}">'))
KINDS.append(Kind('refresh-chain', refresh_chain, OK + '|unknown|unreachable|placeholder', None, most=90))
async def script_chain(c):
    if c.path == '/robots.txt': return await c.missing()
    await c.reply(page(c.kind.title, f'<script>window.location.replace("/langkah{c.count}")</script>'))
KINDS.append(Kind('script-redirect-chain', script_chain, OK + '|unknown|unreachable|placeholder', None, most=90))
@root(OK + '|unknown|unreachable|placeholder', None)
async def refresh_to_javascript(c): await c.reply(page(c.kind.title, f'<p>Situs {c.kind.title} melayani warga.</p>', '<meta http-equiv=refresh content="0;url=javascript:alert(1)"><meta http-equiv=refresh content="0;url=file:///etc/passwd">'))
@root(OK, '')
async def base_private(c): await c.reply(page(c.kind.title, LINK + FILLER, '<base href="http://169.254.169.254/latest/">'))
@root(OK, '')
async def base_javascript(c): await c.reply(page(c.kind.title, LINK + FILLER, '<base href="javascript:alert(1)//">'))

# --- TLS ------------------------------------------------------------------------------------------------------------

async def handshake_drip(c):
    await c.raw(b'\x16\x03\x03\x40\x00\x02'); await c.endless(b'\0', 0.5)
async def never(c): await c.site()
KINDS.append(Kind('tls-hello-drip', never, DOWN, 'tls_timeout|tls_handshake', doors=('http443',), greeting=handshake_drip))
async def alerts(c): await c.endless(b'\x15\x03\x03\x00\x02\x01\x5a' * 50)
KINDS.append(Kind('tls-warning-storm', never, DOWN, 'tls_handshake|not_tls|tls_timeout|connection_reset', doors=('http443',), greeting=alerts))
tls('tls-future', 'tls:future', OK, '', 'tls:')
tls('tls-long-chain', 'tls:long', OK + '|' + DOWN, '|tls_handshake', '')
tls('tls-no-name', 'tls:noname', OK, '', 'tls:wrong_name')
tls('tls-evil-names', 'tls:evil', OK, '', 'tls:')
tls('tls-weak-key', 'tls:weak', OK + '|' + DOWN, '|tls_handshake|tls_version', '')
async def after_handshake(c): c.done = True
KINDS.append(Kind('tls-close-after-handshake', after_handshake, DOWN, 'empty_reply|connection_reset|closed_early|tls_handshake', doors=('tls',)))

# --- names ----------------------------------------------------------------------------------------------------------

def to_private(host, name, kind, reply, a, record, labels, count, tcp):
    return reply([record(name, 5, labels('gudang.hostilkab.go.id')), a('gudang.hostilkab.go.id', '192.168.1.1')] if kind == 1 else [])
name_kind('dns-cname-private', to_private, UNSURE, 'forbidden_address', doors=())
def six_only(*ips):
    def dns(host, name, kind, reply, a, record, labels, count, tcp): return reply([a(name, ip) for ip in ips] if kind == 28 else [])
    return dns
name_kind('dns-6to4-private', six_only('2002:0a00:0005::1'), UNSURE, 'forbidden_address', doors=())
name_kind('dns-nat64-private', six_only('64:ff9b::a9fe:a9fe'), UNSURE, 'forbidden_address', doors=())
name_kind('dns-teredo', six_only('2001:0:a00:5::1'), UNSURE, 'forbidden_address', doors=())
name_kind('dns-ttl-huge', lambda host, name, kind, reply, a, *m: reply([a(name, host.ip, 0xffffffff)] if kind == 1 else []), OK, '')
name_kind('dns-case-changed', lambda host, name, kind, reply, a, *m: reply([a(name.upper(), host.ip)] if kind == 1 else []), OK, '')
name_kind('dns-always-truncated', lambda host, name, kind, reply, *m: reply([], flags=0x200), DOWN, 'dns_malformed|dns_timeout|dns_servfail|dns_refused|dns_nodata')
name_kind('dns-nxdomain-with-address', lambda host, name, kind, reply, a, *m: reply([a(name, '10.0.0.5')], code=3), UNSURE + '|missing', 'dns_nxdomain|forbidden_address', doors=())
name_kind('dns-slow', lambda host, name, kind, reply, a, *m: (2.5, reply([a(name, host.ip)] if kind == 1 else [])), OK, '')
name_kind('dns-twice-same', lambda host, name, kind, reply, a, *m: reply([a(name, host.ip)] * 12 if kind == 1 else []), OK, '')
name_kind('dns-wrong-class', lambda host, name, kind, reply, a, record, labels, *m: reply([labels(name) + struct.pack('!HHIH', 1, 3, 60, 4) + b'\x0a\0\0\5']), UNSURE, 'dns_malformed|dns_nodata|dns_timeout|forbidden_address', doors=())
name_kind('dns-short-rdata', lambda host, name, kind, reply, a, record, *m: reply([record(name, 1, b'\x0a\0')] if kind == 1 else []), UNSURE, 'dns_malformed|dns_nodata|dns_timeout', doors=())
def hop_alias(host, name, kind, reply, a, record, labels, count, tcp):
    return reply([record(name, 5, labels(f'l{count}.{name}'[:240]))])
name_kind('dns-alias-without-end', hop_alias, UNSURE + '|missing', None, doors=())

# --- robots and sitemaps --------------------------------------------------------------------------------------------

@robots('robots-bom', 'blocked', 'robots_disallowed')
async def _(c): await c.reply(b'\xef\xbb\xbfUser-agent: *\nDisallow: /\n', type='text/plain')
@robots('robots-cr-only', 'blocked', 'robots_disallowed')
async def _(c): await c.reply(b'User-agent: *\rDisallow: /\r', type='text/plain')
@robots('robots-utf16', OK + '|blocked', None)
async def _(c): await c.reply('User-agent: *\nDisallow: /\n'.encode('utf-16'), type='text/plain')
@robots('robots-401', OK, '')
async def _(c): await c.reply('masuk', '401 Masuk')
@robots('robots-429', OK + '|' + DOWN + '|blocked', None)
async def _(c): await c.reply('nanti', '429 Nanti', [('Retry-After', '99999')])
@robots('robots-reset', DOWN, None)
async def _(c): c.reset()
@robots('robots-empty', OK, '')
async def _(c): await c.reply(b'', type='text/plain')
@robots('robots-204', OK, '')
async def _(c): await c.head(status='204 No Content')
@robots('robots-six-hops', OK, '')
async def _(c): await c.reply('', '302 Pindah', [('Location', f'/robots.txt?{c.count}')])
@robots('robots-million-groups', OK, '')
async def _(c): await c.reply('User-agent: a\nDisallow: /\n' * 60_000, type='text/plain')
@robots('robots-crawl-delay-day', OK + '|unknown', None)
async def _(c): await c.reply('User-agent: *\nCrawl-delay: 86400\n', type='text/plain')
@robots('robots-percent', OK, '')
async def _(c): await c.reply('User-agent: *\nDisallow: /%00%zz%\nDisallow: /*%2A%24$\nAllow: /\n', type='text/plain')
def sitemap(name, make, type='application/xml', most=150):
    async def answer(c):
        if c.path == '/robots.txt': return await c.reply(f'Sitemap: http://{c.kind.host}/sitemap.xml\n', type='text/plain')
        if c.path.startswith('/sitemap'):
            body = make(c)
            return await (body if asyncio.iscoroutine(body) else c.reply(body, type=type))
        await c.site()
    KINDS.append(Kind('sitemap-' + name, answer, OK, '', most=most))
sitemap('tree', lambda c: '<sitemapindex>' + ''.join(f'<sitemap><loc>http://{c.kind.host}/sitemap{c.count}-{n}.xml</loc></sitemap>' for n in range(1000)) + '</sitemapindex>')
sitemap('private-locs', lambda c: '<urlset>' + ''.join(f'<url><loc>{u}</loc></url>' for u in ['http://169.254.169.254/', 'http://10.0.0.5/layanan', 'file:///etc/passwd', 'http://36.67.0.9:22/x', f'http://{c.kind.host}/admin/hapus?id=2', '/layanan']) + '</urlset>')
sitemap('stall', lambda c: c.hang())
sitemap('utf16', lambda c: f'<?xml version="1.0" encoding="utf-16"?><urlset><url><loc>http://{c.kind.host}/layanan</loc></url></urlset>'.encode('utf-16'))
sitemap('cdata-comments', lambda c: '<urlset>' + '<!--x-->' * 50000 + f'<url><loc><![CDATA[http://{c.kind.host}/layanan]]></loc></url></urlset>')
sitemap('html', lambda c: '<!doctype html><title>x</title>' + '<url><loc>' * 20000, 'text/html')
sitemap('gzip-of-gzip', lambda c: gzip.compress(gzip.compress(b'<urlset></urlset>')), 'application/gzip')
sitemap('long-loc', lambda c: '<urlset><url><loc>http://' + c.kind.host + '/' + 'a' * 2_000_000 + '</loc></url></urlset>')

# --- markup ---------------------------------------------------------------------------------------------------------

for name, tail in {
    'comment-open': '<!-- tidak ditutup ' + 'x' * 2_000_000, 'script-open': '<script>' + 'var a=1;' * 200_000, 'textarea-open': '<textarea>' + 'y ' * 500_000,
    'style-open': '<style>' + 'a{b:c}' * 200_000, 'svg-deep': '<svg><g>' * 60_000, 'select-huge': '<select>' + '<option>satu' * 100_000,
    'entities': '&amp;&#x110000;&#99999999999999999999;&#0;&#xD800;' * 60_000, 'quotes': '<p title="' + "'<a href=" * 100_000, 'formatting': '<b><i><u>' * 60_000,
    'lt-storm': '<' * 1_500_000, 'close-storm': '</div>' * 300_000, 'cdata': '<![CDATA[' * 100_000, 'template-nest': '<template>' * 50_000, 'frames': '<iframe src="/f">' * 40_000,
    'zalgo': '<p>' + 'a' + '\u0301' * 400_000, 'list-deep': '<ul><li>' * 40_000, 'form-deep': '<form><input>' * 40_000, 'details': '<details><summary>x' * 40_000, 'images': '<img src="/layanan.jpg" alt="alur pelayanan">' * 30_000,
}.items():
    async def answer(c, tail=tail):
        if c.path == '/robots.txt': return await c.missing()
        if c.path == '/': return await c.reply(c.html(LINK + FILLER + tail))
        await c.site()
    KINDS.append(Kind('markup-' + name, answer, OK, '', most=150))
for name, make in {
    'utf16-says-ascii': (lambda c: simple(c).decode().encode('utf-16-le'), 'text/html; charset=us-ascii'), 'says-utf16': (lambda c: simple(c), 'text/html; charset=utf-16'),
    'iso2022': (lambda c: simple(c).replace(b'<p>', b'<p>\x1b$B\x24\x22\x1b(B', 3), 'text/html; charset=iso-2022-jp'), 'gb18030-broken': (lambda c: simple(c) + b'<p>\x81\x30\xff\x81' * 500, 'text/html; charset=gb18030'),
    'utf32': (lambda c: simple(c).decode().encode('utf-32'), 'text/html'), 'odd-utf16': (lambda c: b'\xff\xfe' + simple(c).decode().encode('utf-16-le') + b'\xd8\x00\xd8', 'text/html'),
    'ebcdic': (lambda c: simple(c), 'text/html; charset=ibm037'), 'meta-lies': (lambda c: simple(c).replace(b'<head>', b'<head><meta charset=utf-16be><meta charset=shift_jis>'), 'text/html'),
    'double-type': (lambda c: simple(c), 'text/html; charset=utf-8, application/pdf; charset=x'), 'overlong': (lambda c: simple(c) + b'<p>\xc0\xbcscript\xc0\xbe</p>', 'text/html; charset=utf-8'),
}.items():
    async def answer(c, make=make):
        if c.path == '/robots.txt': return await c.missing()
        if c.path == '/': return await c.reply(make[0](c), type=make[1])
        await c.site()
    KINDS.append(Kind('charset-' + name, answer, OK + ('|unknown|unreachable|placeholder' if name in ('utf32', 'says-utf16', 'utf16-says-ascii', 'ebcdic') else ''), None if name in ('utf32', 'says-utf16', 'utf16-says-ascii', 'ebcdic') else ''))
for name, type in [('multipart', 'multipart/x-mixed-replace; boundary=x'), ('event-stream', 'text/event-stream'), ('exe', 'application/x-msdownload'), ('wasm', 'application/wasm')]:
    async def answer(c, type=type, name=name):
        if c.path == '/robots.txt': return await c.missing()
        if c.path != '/': return await c.site()
        await c.head(f'Content-Type: {type}')
        await c.endless(b'\r\n--x\r\nContent-Type: text/html\r\n\r\ndata: apa saja\n\n' if name in ('multipart', 'event-stream') else b'MZ\x90\0' + bytes(range(256)), 0.01)
    KINDS.append(Kind('stream-' + name, answer, 'unknown|unreachable|placeholder|' + OK, None))

# --- documents ------------------------------------------------------------------------------------------------------

def pdf(objects, trailer='/Root 1 0 R'):
    out, at_ = b'%PDF-1.5\n', []
    for n, o in enumerate(objects, 1): at_.append(len(out)); out += b'%d 0 obj\n' % n + o + b'\nendobj\n'
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1) + b''.join(b'%010d 00000 n \n' % a for a in at_)
    return out + b'trailer<</Size %d %s>>\nstartxref\n%d\n%%%%EOF' % (len(objects) + 1, trailer.encode(), start)
def flate(data): z = zlib.compress(data, 9); return b'<</Length %d/Filter/FlateDecode>>stream\n' % len(z) + z + b'\nendstream'
def one_page(content, more=b''): return [b'<</Type/Catalog/Pages 2 0 R' + more + b'>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>', b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>', content, b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
def zipped(parts):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, data in parts: z.writestr(name, data)
    return b.getvalue()
WORD = '<?xml version="1.0"?>%s<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha">' + ''.join(f'<!ENTITY a{n} "{("&a%s;" % (n - 1 if n else "")) * 10}">' for n in range(10)) + ']>'
PNG = lambda w, h: b'\x89PNG\r\n\x1a\n' + struct.pack('!I4sIIBBBBB', 13, b'IHDR', w, h, 8, 2, 0, 0, 0) + b'\0\0\0\0' + struct.pack('!I4s', 20, b'IDAT') + zlib.compress(b'\0' * 50)[:20] + b'\0\0\0\0'
DOCUMENTS = {
    'pdf-flate-bomb': lambda: pdf(one_page(flate(b'BT /F 12 Tf (persyaratan) Tj ET ' * 8_000_000))), 'pdf-pages-circle': lambda: pdf([b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>']),
    'pdf-count-lie': lambda: pdf([b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[]/Count 99999999>>']), 'pdf-nest': lambda: pdf([b'<</Type/Catalog/Pages 2 0 R/X ' + b'[' * 300_000 + b']' * 300_000 + b'>>', b'<</Type/Pages/Kids[]/Count 0>>']),
    'pdf-launch': lambda: pdf(one_page(flate(b'BT ET'), b'/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd)>>>>')), 'pdf-xref-loop': lambda: b'%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF',
    'pdf-huge-page': lambda: pdf(one_page(flate(b'BT ET')))[:].replace(b'[0 0 600 800]', b'[0 0 9e9 9e9]'), 'pdf-cut': lambda: pdf(one_page(flate(b'BT /F 12 Tf (biaya) Tj ET')))[:180],
    'docx-laughs': lambda: zipped([('[Content_Types].xml', '<Types/>'), ('word/document.xml', WORD % (LAUGHS, '<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>'))]), 'docx-bomb': lambda: zipped([('word/document.xml', WORD % ('', '<w:p/>' * 40_000_000))]),
    'docx-entries': lambda: zipped([(f'word/x{n}.xml', '') for n in range(60_000)] + [('word/document.xml', WORD % ('', ''))]), 'docx-traversal': lambda: zipped([('../../../../tmp/ronda-jebol.txt', 'x'), ('word/document.xml', WORD % ('', '<w:p/>'))]),
    'docx-deep': lambda: zipped([('word/document.xml', WORD % ('', '<w:tbl><w:tr><w:tc>' * 60_000))]), 'docx-external': lambda: zipped([('word/document.xml', WORD % ('<!DOCTYPE x SYSTEM "http://169.254.169.254/a.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '<w:p><w:r><w:t>&f;</w:t></w:r></w:p>'))]),
    'xlsx-bomb': lambda: zipped([('xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'), ('xl/worksheets/sheet1.xml', '<worksheet><sheetData>' + '<row><c t="inlineStr"><is><t>x</t></is></c></row>' * 3_000_000)]),
    'png-60000': lambda: PNG(60000, 60000), 'png-zero': lambda: PNG(0, 0), 'png-square': lambda: PNG(3000, 3000), 'gif-cut': lambda: b'GIF89a\xff\xff\xff\xff\xf7\0\0', 'tiff-loop': lambda: b'II*\0\x08\0\0\0\0\0\x08\0\0\0', 'jpeg-storm': lambda: b'\xff\xd8' + b'\xff\xda\0\2' * 200_000,
    'rtf': lambda: b'{\\rtf1' + b'{\\b' * 200_000, 'ole': lambda: b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\xff' * 60_000, 'endless': None, 'stall': None,
}
MADE = {}
for name, make in DOCUMENTS.items():
    ending = name.split('-')[0] if name.split('-')[0] in ('pdf', 'docx', 'xlsx', 'png', 'gif', 'tiff', 'jpeg', 'rtf') else 'pdf'
    async def answer(c, make=make, name=name, ending=ending):
        if c.path == '/robots.txt': return await c.missing()
        if c.path.startswith('/berkas'):
            if name == 'stall': return await c.hang()
            if name == 'endless':
                await c.head('Content-Type: application/pdf'); await c.raw(b'%PDF-1.4\n'); return await c.endless(b'x' * 20_000, 0.01)
            if name not in MADE: MADE[name] = await asyncio.get_running_loop().run_in_executor(None, make)
            return await c.reply(MADE[name], type='application/' + ending)
        await c.site(f'<a href="/berkas/maklumat.{ending}">Maklumat Pelayanan</a><a href="/berkas/pengaduan.{ending}">Alur Pengaduan</a><img src="/berkas/maklumat-pelayanan.{ending}" alt="Maklumat Pelayanan">')
    KINDS.append(Kind('doc-' + name, answer, OK, '', most=150))

# --- traps ----------------------------------------------------------------------------------------------------------

def wide(name, make):
    trap(name, make)
    KINDS[-1].most = 150
wide('trap-pages', lambda c: f'<a href="/berita/page/{c.count + 1}">Berikutnya</a> ')
wide('trap-dates', lambda c: ''.join(f'<a href="/{2000 + c.count}/{m:02}/{d:02}/kabar">Kabar</a> ' for m in range(1, 5) for d in range(1, 9)))
wide('trap-facets', lambda c: ''.join(f'<a href="/info?warna={n}&ukuran={c.count}&urut={n % 3}&hal=1">Layanan {n}</a> ' for n in range(30)))
wide('trap-case', lambda c: ''.join(f'<a href="/{"".join(x.upper() if (c.count * 31 + n) >> i & 1 else x for i, x in enumerate("layananpublik"))}">Layanan</a> ' for n in range(20)))
wide('trap-percent', lambda c: f'<a href="{c.path.split("?")[0].rstrip("/")}/%25{c.count}%2e%2e/x">Profil</a> <a href="/..%2f..%2f{c.count}">Layanan</a> ')
wide('trap-jsessionid', lambda c: ''.join(f'<a href="/info{n};jsessionid=A{c.count}B{n}C9">Layanan</a> ' for n in range(5)))
wide('trap-slashes', lambda c: f'<a href="{c.path.split("?")[0]}/">Layanan</a> <a href="/{"/" * (c.count % 50)}info">Profil</a> ')
wide('trap-dots', lambda c: f'<a href="./a/../a{c.count}/./b/..">Profil</a> ')
def everywhere(host, name, kind, reply, a, *more): return reply([a(name, host.ip)] if kind == 1 else [])
async def subdomains(c):
    if c.path == '/robots.txt': return await c.missing()
    if c.path in ('/layanan', '/kontak'): return await c.site()
    await c.reply(c.html(LINK + ''.join(f'<a href="http://s{c.count}x{n}.{c.kind.host}/">Bidang {n}</a> ' for n in range(20))))
KINDS.append(Kind('trap-subdomains', subdomains, OK, '', dns=everywhere, most=200))
async def documents_500(c): await c.reply(c.html(LINK + ''.join(f'<a href="/dok/maklumat-{n}.pdf">Maklumat Pelayanan {n}</a> ' for n in range(500))))
root(OK, '', most=150)(documents_500)
@root(OK, '')
async def dangerous_links(c):
    await c.reply(c.html(LINK + ''.join(f'<a href="{u}">{t}</a> ' for u, t in [('/rahasia/signout', 'Keluar dari akun'), ('/akun/rahasia/sign-out', 'Layanan'), ('/rahasia/5', 'Hapus'), ('/rahasia?act=del&id=7', 'Layanan Hapus Data'), ('/adm/rahasia/del.php?id=2', 'Persyaratan'), ('/rahasia/nonaktifkan', 'Nonaktifkan akun'), ('/rahasia/reset-password', 'Layanan'), ('/rahasia/unsubscribe', 'Berhenti berlangganan'), ('/rahasia/keranjang/tambah/3', 'Tambah ke keranjang'), ('/rahasia?hapus=3', 'Standar Pelayanan'), ('/rahasia/deleteUser', 'Biaya'), ('/index.php?r=rahasia/hapus-data', 'Tarif'), ('/rahasia/log_out', 'Selesai'), ('/rahasia?mode=logoff', 'Profil'), ('/rahasia/batalkan/9', 'Batalkan permohonan'), ('/rahasia/setujui/9', 'Setujui')])))

# --- what no report may carry ---------------------------------------------------------------------------------------

@at(['/layanan', '/kontak'])
async def nik_everywhere(c):
    n = '6171010203040506'
    await c.reply(page(f'Penerima {n} dan {n[:4]} {n[4:8]} {n[8:12]} {n[12:]}', f'<h2>Persyaratan {n}</h2><table><tr><th>NIK</th><td>{n}</td></tr><tr><th>Password</th><td>hunter2secret</td></tr></table><h2>Layanan KTP {n}</h2><ul><li>Fotokopi KTP {n}</li></ul><p>Biaya: gratis token=sangatrahasia123</p><p>Pengaduan: WhatsApp 0812345678, NIK: 61.71.01.02.03.04.0506</p><a href="/kontak?nik={n}">Kontak {n}</a><a href="https://wa.me/62812345678?text={n}">WhatsApp {n}</a><img src="/{n}.jpg">', f'<meta name="description" content="{n}">'))
@root('compromised|' + OK + '|unknown|unreachable|placeholder', None)
async def debug_table(c): await c.reply(page(f'{c.kind.title}', LINK + '<h1>Whoops</h1><table><tr><td>DB_PASSWORD</td><td>"hunter2secret"</td></tr><tr><td>AWS_SECRET_ACCESS_KEY</td><td>sangatrahasia123</td></tr></table><pre>mysql://root:hunter2secret@10.0.0.5/db\nAuthorization: Bearer sangatrahasia123\n$db["password"] = \'hunter2secret\';</pre>'))
@kind('unknown|unreachable|placeholder|missing|' + OK, None)
async def secret_in_title(c): await c.reply(page('DB_PASSWORD=hunter2secret 6171010203040506', '<p>token=sangatrahasia123</p>'))
@kind(DOWN + '|blocked|unknown', None)
async def secret_in_redirect(c):
    await c.reply('', '302 Pindah', [('Location', f'/masuk{c.count}?token=sangatrahasia123&nik=6171010203040506&password=hunter2secret')])

# --- pages that only scripts write ----------------------------------------------------------------------------------

for name, script in {
    'fetches': 'fetch("/isi.json").then(r=>r.json()).then(d=>{document.getElementById("app").innerHTML=d.html})', 'loop': 'while(true){}', 'memory': 'var a=[];while(true){a.push(new Array(1e6).fill(1))}', 'popups': 'setInterval(()=>{window.open("/p"+Math.random());alert(1)},1)',
    'private': '["http://169.254.169.254/","http://10.0.0.5/","http://127.0.0.1:8080/"].forEach(u=>{fetch(u);new Image().src=u;new WebSocket(u.replace("http","ws"));navigator.sendBeacon&&navigator.sendBeacon(u)});new RTCPeerConnection({iceServers:[{urls:"stun:36.67.0.9:3306"}]}).createDataChannel("x")',
    'redirect-private': 'location.href="http://169.254.169.254/"', 'post': 'fetch("/kirim-formulir",{method:"POST",body:"x"});fetch("/rahasia/hapus",{method:"DELETE"});document.forms[0]&&document.forms[0].submit()', 'fetch-storm': 'for(let i=0;i<5000;i++)fetch("/isi.json?"+i)',
    'reload': 'setTimeout(()=>location.reload(),10)', 'dom-bomb': 'setInterval(()=>{for(let i=0;i<20000;i++)document.body.appendChild(document.createElement("div")).textContent="x"},1)',
}.items():
    async def answer(c, script=script):
        if c.path == '/robots.txt': return await c.missing()
        if c.path.startswith('/app.js'): return await c.reply(script, type='text/javascript')
        if c.path.startswith('/isi.json'): return await c.reply('{"html":"<h1>%s</h1><h2>Persyaratan</h2><ul><li>Fotokopi KTP</li></ul>"}' % c.kind.title, type='application/json')
        await c.reply(f'<!doctype html><html lang="id"><head><title>{c.kind.title}</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><form action="/kirim-formulir" method="post"></form><script src="/app.js"></script></body></html>')
    KINDS.append(Kind('spa-' + name, answer, 'unknown|unreachable|placeholder|' + OK, None, most=150))
