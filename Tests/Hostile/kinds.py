"""The kinds of misbehaviour, one host each: what the host does, and the outcomes that are right for its office.

`status` lists the right statuses, `failure` the right failure kinds of the decisive attempt ('' for none: a page came).
"""
import asyncio, base64, gzip, socket, struct, zlib

# Words in a path that no crawler may ask for.
NEVER = ('logout', 'keluar', 'hapus', 'delete', 'kirim-formulir', '/rahasia')
SECOND = 'forbidden'
KINDS = []


class Connection:
    def __init__(self, reader, writer, kind, domain):
        self.reader, self.writer, self.kind, self.domain = reader, writer, kind, domain
        self.done = False

    async def raw(self, data, close=False):
        self.writer.write(data)
        await self.writer.drain()
        if close: self.done = True

    async def reply(self, body=b'', status='200 OK', headers=(), type='text/html; charset=utf-8', close=False):
        if isinstance(body, str): body = body.encode()
        lines = [f'HTTP/1.1 {status}'] + ([f'Content-Type: {type}'] if type else []) + [f'Content-Length: {len(body)}']
        lines += [f'{n}: {v}' for n, v in headers] + (['Connection: close'] if close else [])
        await self.raw('\r\n'.join(lines).encode() + b'\r\n\r\n' + (b'' if self.method == 'HEAD' else body), close)

    async def head(self, *lines, status='200 OK'):
        await self.raw('\r\n'.join([f'HTTP/1.1 {status}', *lines]).encode() + b'\r\n\r\n')

    async def endless(self, piece, pause=0.0):
        self.done = True
        while True:
            await self.raw(piece)
            if pause: await asyncio.sleep(pause)

    def reset(self):
        self.writer.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        self.writer.transport.abort()
        self.done = True

    async def hang(self):
        self.done = True
        await asyncio.sleep(900)

    def html(self, extra='', title=None): return page(title or self.kind.title, extra)

    async def site(self, extra=''):
        """A well-behaved little site of the office."""
        pages = {
            '/': self.html('<nav><a href="/layanan">Standar Pelayanan</a> <a href="/kontak">Kontak</a></nav>'
                           f'<p>Selamat datang di situs resmi {self.kind.title}. Kami melayani warga setiap hari kerja.</p>' + extra),
            '/layanan': self.html('<h2>Persyaratan</h2><ol><li>Fotokopi KTP</li><li>Fotokopi Kartu Keluarga</li></ol>'
                                  '<h2>Jangka Waktu Penyelesaian</h2><p>3 (tiga) hari kerja</p><h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>'),
            '/kontak': self.html('<p>Jalan Merdeka Nomor 1. Telepon (0561) 123450, surel dinas@hostilkab.go.id</p>'),
        }
        path = self.path.split('?')[0]
        if path in pages: await self.reply(pages[path])
        else: await self.reply('<h1>404 Tidak Ditemukan</h1>', '404 Not Found')

    async def missing(self): await self.reply('<h1>404 Tidak Ditemukan</h1>', '404 Not Found')


def page(title, body, head=''):
    return f'<!doctype html><html lang="id"><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>'


class Kind:
    def __init__(self, name, answer, status, failure=None, doors=('http',), dns=None, listed=None, note='', greeting=None, healthy=False, ip=None, host=None, most=None):
        self.name, self.answer, self.status, self.failure = name, answer, status.split('|'), failure
        self.doors, self.dns, self.listed, self.note, self.greeting = doors, dns, listed, note, greeting
        self.healthy, self.ip, self.host, self.hits, self.code, self.most = healthy, ip, host, 0, name.upper(), most

    def doors_url(self):
        tls = any(d.startswith('tls') or d == 'http443' for d in self.doors)
        return f'{"https" if tls else "http"}://{self.host}/'


def table(only_healthy, names):
    chosen = [k for k in KINDS if (k.healthy or not only_healthy) and (not names or k.name in names or k.healthy or k.listed == '-')]
    return chosen


def kind(status, failure=None, **more):
    """Declares a kind; the function answers everything but robots.txt, which is a 404."""
    def declare(function):
        async def answer(c):
            if c.path == '/robots.txt' and not more_robots: return await c.missing()
            await function(c)
        KINDS.append(Kind(function.__name__.replace('_', '-'), answer, status, failure, **more))
        return function
    more_robots = more.pop('robots', False)
    return declare


def root(status, failure=None, **more):
    """Declares a kind that misbehaves on its home page only; the rest is a good site."""
    def declare(function):
        async def answer(c):
            if c.path == '/robots.txt': await c.missing()
            elif c.path == '/': await function(c)
            else: await c.site()
        KINDS.append(Kind(function.__name__.replace('_', '-'), answer, status, failure, **more))
        return function
    return declare


def name_kind(name, dns, status, failure, **more):
    async def answer(c): await c.site()
    KINDS.append(Kind(name, answer, status, failure, dns=dns, **more))


OK = 'active'
DOWN = 'unreachable'
UNSURE = 'unknown|unreachable'

# --- healthy --------------------------------------------------------------------------------------------------------

for number in range(20):
    async def healthy(c):
        if c.path == '/robots.txt': return await c.missing()
        await c.site()
    KINDS.append(Kind(f'sehat-{number:02}', healthy, OK, healthy=True))

# --- stalls ---------------------------------------------------------------------------------------------------------

async def nothing(c): await c.hang()
KINDS.append(Kind('connect-silent', nothing, DOWN, 'connect_timeout', doors=('silent',)))
KINDS.append(Kind('connect-refused', nothing, DOWN, 'connect_refused', doors=()))
KINDS.append(Kind('tls-stall', nothing, DOWN, 'tls_timeout', doors=('tlsstall',)))
KINDS.append(Kind('tls-reset', nothing, DOWN, 'connection_reset|tls_handshake', doors=('tlsreset',)))
KINDS.append(Kind('accept-then-silence', nothing, DOWN, 'first_byte_timeout', greeting=nothing))

@kind(DOWN, 'first_byte_timeout')
async def first_byte_never(c): await c.hang()
@kind(DOWN, 'first_byte_timeout|stalled|total_timeout')
async def header_drip(c):
    await c.raw(b'HTTP/1.1 200 OK\r\nX-A: ')
    await c.endless(b'x', 0.5)
@kind(DOWN, 'first_byte_timeout|stalled|total_timeout')
async def header_lines_drip(c):
    await c.raw(b'HTTP/1.1 200 OK\r\n')
    await c.endless(b'X-A: b\r\n', 1)
@kind(DOWN + '|unknown', 'stalled|total_timeout')
async def body_drip(c):
    await c.head('Content-Type: text/html', 'Content-Length: 100000')
    await c.endless(b'<', 1)
@root(DOWN + '|' + OK, 'stalled|total_timeout|')
async def body_half_then_silence(c):
    await c.head('Content-Type: text/html', 'Content-Length: 100000')
    await c.raw(c.html('<p>' + f'Situs resmi {c.kind.title} melayani warga. ' * 30).encode())
    await c.hang()
@root(OK, '')
async def body_never_ends(c):
    await c.head('Content-Type: text/html')
    await c.raw(c.html('<a href="/layanan">Standar Pelayanan</a>')[:-14].encode())
    await c.endless(b'<p>tidak pernah selesai, tidak pernah selesai</p>\n' * 200)
@kind(DOWN, 'stalled|total_timeout|first_byte_timeout')
async def one_byte_a_second(c):
    for byte in b'HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n' + b'a' * 3000:
        await c.raw(bytes([byte])); await asyncio.sleep(1)

# --- heads ----------------------------------------------------------------------------------------------------------

@kind(DOWN, 'too_many_headers')
async def headers_count(c):
    await c.head(*[f'X-{n}: y' for n in range(20000)], 'Content-Length: 2'); await c.raw(b'ok')
@kind(DOWN, 'too_many_headers')
async def headers_endless(c):
    await c.raw(b'HTTP/1.1 200 OK\r\n'); await c.endless(b'X-Lagi: dan lagi\r\n' * 100)
@kind(DOWN, 'too_many_headers')
async def header_line_10mb(c): await c.head('X-Besar: ' + 'x' * 10_000_000, 'Content-Length: 2'); await c.raw(b'ok')
@kind(DOWN, 'too_many_headers')
async def header_line_endless(c):
    await c.raw(b'HTTP/1.1 200 OK\r\nX-Besar: '); await c.endless(b'x' * 20000)
@kind(DOWN, 'too_many_headers')
async def header_line_90kb(c): await c.head('X-Besar: ' + 'x' * 90_000, 'Content-Length: 2'); await c.raw(b'ok')
@kind(DOWN, 'too_many_headers|malformed_http')
async def status_line_1mb(c): await c.head('Content-Length: 2', status='200 ' + 'O' * 1_000_000); await c.raw(b'ok')
@root(OK, '')
async def interim_few(c):
    for _ in range(4): await c.raw(b'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n')
    await c.site()
@kind(DOWN, 'too_many_headers|malformed_http')
async def interim_storm(c): await c.endless(b'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n' * 50)
@kind(DOWN, 'too_many_headers|malformed_http')
async def interim_100_storm(c): await c.endless(b'HTTP/1.1 100 Continue\r\n\r\n' * 50)
@kind(DOWN, 'too_many_headers|malformed_http|total_timeout|stalled|first_byte_timeout')
async def interim_drip(c): await c.endless(b'HTTP/1.1 100 Continue\r\n\r\n', 0.7)
@kind(DOWN, 'malformed_http|too_many_headers|empty_reply|first_byte_timeout|closed_early')
async def switching_protocols(c): await c.raw(b'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n'); await c.hang()
@kind(DOWN, 'malformed_http')
async def http09(c): await c.raw(b'<html><title>Dinas</title><p>tanpa kepala</p></html>', True)
@kind(DOWN, 'malformed_http')
async def garbage(c): await c.raw(bytes((n * 167 + 29) % 256 for n in range(5000)), True)
@kind(DOWN, 'malformed_http')
async def status_letters(c): await c.raw(b'HTTP/1.1 ABC OK\r\nContent-Length: 2\r\n\r\nok', True)
@kind(DOWN, 'malformed_http|')
async def status_999(c): await c.reply(c.html(), '999 Apa Saja')
@kind(DOWN, 'malformed_http|')
async def status_000(c): await c.reply(c.html(), '000 Nol')
@kind(DOWN, 'malformed_http')
async def http_version_9(c): await c.raw(b'HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\nok', True)
@kind(DOWN, 'malformed_http')
async def ssh_banner(c): await c.raw(b'SSH-2.0-OpenSSH_9.2p1\r\n', True)
@root(OK, '')
async def header_nul_and_ansi(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), headers=[('Server', '\x1b[31mmerah\x1b[0m'), ('X-Aneh', '\u00e9'.encode().decode('latin-1'))])
@kind(DOWN, 'malformed_http|empty_reply|closed_early')
async def header_nul(c): await c.raw(b'HTTP/1.1 200 OK\r\nX-N: a\0b\r\nContent-Length: 2\r\n\r\nok', True)
@root(OK + '|' + DOWN, '|malformed_http')
async def header_no_colon(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.raw(b'HTTP/1.1 200 OK\r\nbukan kepala sama sekali\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n' % len(body) + body, True)

# --- lengths and chunks ---------------------------------------------------------------------------------------------

@root(OK + '|' + DOWN, '|closed_early')
async def length_too_long(c):
    await c.head('Content-Type: text/html', 'Content-Length: 50000')
    await c.raw(c.html('<a href="/layanan">Standar Pelayanan</a>' + '<p>Melayani warga setiap hari kerja.</p>' * 20).encode(), True)
@root(OK, '')
async def length_too_short(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', f'Content-Length: {len(body) - 20}'); await c.raw(body, True)
@kind(DOWN, 'malformed_http')
async def length_negative(c): await c.head('Content-Length: -5'); await c.raw(b'hello', True)
@kind(DOWN, 'malformed_http')
async def length_letters(c): await c.head('Content-Length: banyak'); await c.raw(b'hello', True)
@root(OK + '|' + DOWN, '|closed_early|malformed_http')
async def length_huge(c):
    await c.head('Content-Type: text/html', 'Content-Length: 99999999999999999999999')
    await c.raw(c.html('<a href="/layanan">Standar Pelayanan</a>').encode(), True)
@root(OK + '|' + DOWN, '|closed_early|malformed_http')
async def length_twice(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Content-Length: 10', f'Content-Length: {len(body)}'); await c.raw(body, True)
@root(OK + '|' + DOWN, '|malformed_http')
async def length_and_chunked(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Content-Length: 5', 'Transfer-Encoding: chunked')
    await c.raw(b'%x\r\n' % len(body) + body + b'\r\n0\r\n\r\n', True)
@kind(DOWN, 'malformed_http')
async def chunk_garbage(c): await c.head('Transfer-Encoding: chunked'); await c.raw(b'zzz\r\nxxxx\r\n', True)
@kind(DOWN, 'malformed_http')
async def chunk_size_overflow(c): await c.head('Transfer-Encoding: chunked'); await c.raw(b'fffffffffffffffffff\r\nxx', True)
@root(DOWN + '|' + OK, '|closed_early|stalled')
async def chunk_huge_promise(c):
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked')
    await c.raw(b'7fffffff\r\n' + c.html('<a href="/layanan">Standar</a>' + '<p>Melayani warga.</p>' * 30).encode()); await c.raw(b'', True)
@root(DOWN + '|' + OK, '|closed_early')
async def chunk_never_closed(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>' + '<p>Melayani warga.</p>' * 30).encode()
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked'); await c.raw(b'%x\r\n' % len(body) + body + b'\r\n', True)
@root(OK + '|' + DOWN, '|too_many_headers')
async def trailers_endless(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked')
    await c.raw(b'%x\r\n' % len(body) + body + b'\r\n0\r\n'); await c.endless(b'X-Ekor: lagi\r\n' * 100)
@root(OK, '')
async def trailers_lie(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked', 'Trailer: Content-Encoding')
    await c.raw(b'%x\r\n' % len(body) + body + b'\r\n0\r\nContent-Encoding: gzip\r\nContent-Encoding: br\r\nContent-Type: image/png\r\n\r\n', True)
@root(OK, '')
async def chunk_extension(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked')
    await c.raw(b'%x;' % len(body) + b'x' * 3000 + b'\r\n' + body + b'\r\n0\r\n\r\n', True)
@root(OK, '')
async def chunks_of_one_byte(c):
    body = c.html('<a href="/layanan">Standar Pelayanan</a>').encode()
    await c.head('Content-Type: text/html', 'Transfer-Encoding: chunked')
    await c.raw(b''.join(b'1\r\n%c\r\n' % b for b in body) + b'0\r\n\r\n', True)

# --- ends -----------------------------------------------------------------------------------------------------------

@kind(DOWN, 'empty_reply')
async def empty_reply(c): c.done = True
@kind(DOWN, 'connection_reset|empty_reply')
async def reset_at_request(c): c.reset()
async def reset_first(c): c.reset()
KINDS.append(Kind('reset-at-accept', nothing, DOWN, 'connection_reset|empty_reply', greeting=reset_first))
@kind(DOWN, 'connection_reset|closed_early|empty_reply')
async def reset_in_head(c): await c.raw(b'HTTP/1.1 200 OK\r\nContent-'); await asyncio.sleep(.1); c.reset()
@kind(DOWN, 'closed_early|empty_reply|connection_reset|')
async def close_in_head(c): await c.raw(b'HTTP/1.1 200 OK\r\nContent-Type: text/', True)
@kind(DOWN, 'connection_reset|closed_early')
async def reset_in_body(c): await c.head('Content-Type: text/html', 'Content-Length: 9000'); await c.raw(b'<p>'); await asyncio.sleep(.1); c.reset()
@kind(OK, '')
async def keepalive_reset(c):
    if c.count % 2 == 0 and c.path != '/': return c.reset()
    await c.site()
@kind(OK, '')
async def flapping(c):
    if c.count % 3 == 1: return c.reset()
    await c.site()
@kind(OK, '')
async def closes_without_saying(c): await c.site(); c.done = True

# --- codings --------------------------------------------------------------------------------------------------------

def stream(make, piece, count):
    return b''.join([make.compress(piece) for _ in range(count)]) + make.flush()
BOMB, NESTED, BIG = {}, [], []
def big_sitemap(): return b'<urlset>' + b'<url><loc>http://x.hostilkab.go.id/halaman</loc></url>' * 950_000
def bomb(name):
    if name not in BOMB:
        head = page('Bom', '<p>' + 'isi ' * 200).encode()
        z = zlib.compressobj(9, zlib.DEFLATED, {'gzip': 31, 'deflate': 15, 'raw': -15}[name])
        BOMB[name] = z.compress(head) + stream(z, b'\0' * 1_000_000 if name != 'gzip' else b'a' * 1_000_000, 400)
    return BOMB[name]
@root(OK + '|unknown', '')
async def gzip_bomb(c): await c.reply(bomb('gzip'), headers=[('Content-Encoding', 'gzip')])
@root(OK + '|unknown|placeholder', '')
async def deflate_bomb(c): await c.reply(bomb('deflate'), headers=[('Content-Encoding', 'deflate')])
# 300 MB of zeros in 228 bytes.
BROTLI = base64.b64decode('z///fwAkAOKxQHLv//n//w+ABEAcFoDu/T////8BkACIwwLQvf/n//8/ABIAcVgAuvf//P//B0ACIA4LQPf+n////wBIAMRhAeje//P//x8ACYA4LADd+3/+//8DIAEQhwWge//P//9/ACQA4rAAdO//+f//D4AEQBwWgO79P////wGQAIjDAtC9/+f//z8AEgBxWAC69//8//8HQAIgDgtA9/6f////AEgAxGEB6N7/8///HwAJgDgsAN37f/7//wMgARCHBaB7/8///38AJADisAB07//zXzQcgARAHBaArmY4')
@kind('unknown|placeholder|unreachable', None)
async def brotli_bomb(c): await c.reply(BROTLI * 1, headers=[('Content-Encoding', 'br')])
@kind(DOWN, 'bad_content_coding')
async def nested_gzip(c): await c.reply(NESTED[0], headers=[('Content-Encoding', 'gzip, gzip')])
@kind(DOWN, 'bad_content_coding')
async def codings_twenty(c): await c.reply(b'x', headers=[('Content-Encoding', ', '.join(['gzip'] * 20))])
@kind(DOWN, 'bad_content_coding')
async def coding_lie(c): await c.reply(c.html(), headers=[('Content-Encoding', 'gzip')])
@kind(DOWN + '|unknown|' + OK, 'bad_content_coding|')
async def coding_unknown(c): await c.reply(c.html(), headers=[('Content-Encoding', 'aes128gcm')])
@root(OK, '')
async def coding_identity(c): await c.reply(c.html('<a href="/layanan">Standar</a>'), headers=[('Content-Encoding', 'identity')])
@root(OK + '|' + DOWN, '|bad_content_coding|closed_early')
async def gzip_cut(c):
    whole = gzip.compress(c.html('<a href="/layanan">Standar Pelayanan</a>' + ''.join(f'<p>Baris {n * 7919 % 1000} layanan warga</p>' for n in range(400))).encode())
    await c.reply(whole[:len(whole) // 2], headers=[('Content-Encoding', 'gzip')])
@root(DOWN + '|' + OK, 'bad_content_coding|')
async def gzip_damaged(c):
    whole = bytearray(gzip.compress(c.html('<p>Isi</p>' * 500).encode())); whole[40] ^= 0xff
    await c.reply(bytes(whole), headers=[('Content-Encoding', 'gzip')])
@root(DOWN + '|' + OK, 'bad_content_coding|malformed_http|')
async def transfer_coding_gzip(c): await c.head('Content-Type: text/html', 'Transfer-Encoding: gzip'); await c.raw(gzip.compress(c.html().encode()), True)

# --- statuses -------------------------------------------------------------------------------------------------------

@kind('unreachable|unknown', None)
async def status_204(c): await c.head(status='204 No Content')
@kind('unreachable|unknown', None)
async def status_304_unasked(c): await c.head(status='304 Not Modified')
@root(OK, '')
async def status_206_unasked(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), '206 Partial Content', [('Content-Range', 'bytes 0-99/5000')])
@kind('unreachable|unknown', None)
async def empty_200(c): await c.reply(b'')
for code, right in [(400, DOWN), (401, 'blocked'), (403, 'blocked'), (404, 'unreachable|missing|unknown|placeholder'), (410, 'unreachable|missing|unknown|placeholder'), (418, 'blocked|unreachable'), (451, 'blocked'), (500, DOWN), (502, DOWN), (504, DOWN), (508, DOWN), (521, DOWN)]:
    async def answer(c, code=code):
        if c.path == '/robots.txt': return await c.missing()
        await c.reply(f'<h1>{code}</h1>', f'{code} Status')
    KINDS.append(Kind(f'status-{code}', answer, right, None))
for label, value in [('0', '0'), ('1e9', '1000000000'), ('past', 'Mon, 01 Jan 2001 00:00:00 GMT'), ('garbage', 'sebentar lagi'), ('future', 'Fri, 31 Dec 2099 23:59:59 GMT'), ('overflow', '99999999999999999999999'), ('negative', '-5')]:
    for code in (429, 503):
        async def answer(c, code=code, value=value):
            if c.path == '/robots.txt': return await c.missing()
            await c.reply('<h1>Nanti</h1>', f'{code} Nanti', [('Retry-After', value)])
        KINDS.append(Kind(f'retry-{code}-{label}', answer, 'blocked' if code == 429 else DOWN, None))
@kind(OK, '')
async def retry_then_fine(c):
    if c.count <= 3: return await c.reply('<h1>Nanti</h1>', '503 Nanti', [('Retry-After', '1')])
    await c.site()

# --- redirects ------------------------------------------------------------------------------------------------------

def redirect(name, location, status, failure, code=302, **more):
    async def answer(c):
        if c.path == '/robots.txt': return await c.missing()
        await c.reply('', f'{code} Pindah', [('Location', location(c) if callable(location) else location)])
    KINDS.append(Kind(name, answer, status, failure, **more))
redirect('redirect-self', '/', DOWN, 'redirect_loop')
redirect('redirect-chain', lambda c: '/a' + str(c.count), DOWN, 'too_many_redirects')
redirect('redirect-pingpong', lambda c: '/b' if c.path == '/a' else '/a', DOWN, 'redirect_loop')
async def no_location(c):
    if c.path == '/robots.txt': return await c.missing()
    await c.reply('', '302 Pindah')
KINDS.append(Kind('redirect-no-location', no_location, DOWN, None))
redirect('redirect-empty', '', DOWN, 'redirect_loop|bad_redirect|')
redirect('redirect-garbage', 'http://[::1', DOWN + '|unknown', 'bad_redirect')
redirect('redirect-64kb', '/' + 'a' * 50000, DOWN + '|unknown', 'bad_redirect|too_many_redirects|too_many_headers|redirect_loop|')
FORBID = 'unknown|unreachable'
for name, where, failure in [
    ('data', 'data:text/html,<h1>halo</h1>', 'forbidden_protocol'), ('javascript', 'javascript:alert(1)', 'forbidden_protocol'),
    ('file', 'file:///etc/passwd', 'forbidden_protocol'), ('ftp', 'ftp://36.67.0.9/', 'forbidden_protocol'),
    ('gopher', 'gopher://36.67.0.9:25/_x', 'forbidden_protocol'), ('dict', 'dict://36.67.0.9:11211/stat', 'forbidden_protocol'),
    ('ssh-port', 'http://36.67.0.9:22/', 'forbidden_port'), ('smtp-port', 'http://36.67.0.9:25/', 'forbidden_port'),
    ('redis-port', 'http://36.67.0.9:6379/', 'forbidden_port'), ('mysql-port', 'http://36.67.0.9:3306/', 'forbidden_port'),
    ('influx-port', 'http://36.67.0.9:8086/', 'forbidden_port'), ('elastic-port', 'http://36.67.0.9:9200/', 'forbidden_port'),
    ('loopback', 'http://127.0.0.1/', 'forbidden_address'), ('loopback-8080', 'http://127.0.0.1:8080/', 'forbidden_address|forbidden_port'),
    ('metadata', 'http://169.254.169.254/latest/meta-data/', 'forbidden_address'), ('ten', 'http://10.0.0.5/', 'forbidden_address'),
    ('router', 'http://192.168.1.1/', 'forbidden_address'), ('cgnat', 'http://100.64.0.7/', 'forbidden_address'),
    ('docnet', 'http://192.0.2.7/', 'forbidden_address'),
    ('decimal', 'http://2130706433/', 'forbidden_address'), ('octal', 'http://0177.0.0.1/', 'forbidden_address'),
    ('hex', 'http://0x7f000001/', 'forbidden_address'), ('short', 'http://127.1/', 'forbidden_address'), ('zero', 'http://0/', 'forbidden_address'),
    ('mapped', 'http://[::ffff:127.0.0.1]/', 'forbidden_address'), ('mapped-hex', 'http://[::ffff:7f00:1]/', 'forbidden_address'),
    ('six-loopback', 'http://[::1]/', 'forbidden_address'), ('nat64', 'http://[64:ff9b::a00:5]/', 'forbidden_address'),
    ('localhost', 'http://localhost/', 'forbidden_address'), ('localhost-dot', 'http://localhost./', 'forbidden_address|dns_nxdomain'),
    ('fullwidth', 'http://\uff11\uff12\uff17.0.0.1/', 'forbidden_address'), ('dotless', 'http://intranet/', 'dns_nxdomain|bad_host_name'),
    ('userinfo-trick', 'http://portal.hostilkab.go.id@127.0.0.1/', 'forbidden_address'), ('backslash-trick', 'http://127.0.0.1\\@portal.hostilkab.go.id/', 'forbidden_address'),
]:
    redirect('to-' + name, where, FORBID, failure)
redirect('to-private-name', 'http://rahasia.hostilkab.go.id/', FORBID, 'forbidden_address')
redirect('to-credentials', 'http://admin:sandi@sehat-00.hostilkab.go.id/', 'active|unknown|off_domain|missing|unreachable', None)
redirect('to-nowhere', 'http://tidakada.hostilkab.go.id/', 'unreachable|unknown', 'dns_nxdomain')
async def never(c): await c.site()
KINDS.append(Kind('rahasia', never, OK, ip='10.0.0.5', doors=(), listed='-'))
@kind(OK, '')
async def refresh_loop(c):
    if c.path in ('/', '/r'): return await c.reply(page(c.kind.title, f'<p>{c.kind.title} melayani warga.</p>' * 12, f'<meta http-equiv=refresh content="0;url={"/r" if c.path == "/" else "/"}">'))
    await c.site()
@root('unknown|unreachable|placeholder|' + OK, None)
async def refresh_private(c): await c.reply(page(c.kind.title, '', '<meta http-equiv=refresh content="0;url=http://169.254.169.254/">'))
@root(OK + '|unknown|placeholder', '')
async def script_redirect(c): await c.reply(c.html('<script>location.href="http://127.0.0.1/"</script><p>Melayani warga setiap hari.</p><a href="/layanan">Standar Pelayanan</a>'))
@root(OK, '')
async def links_everywhere(c):
    bad = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://127.0.0.1/', 'http://169.254.169.254/', 'http://[::1]/', '//10.0.0.5/', 'http://36.67.0.9:22/', '../../../../etc/passwd', 'http://user:pass@sehat-01.hostilkab.go.id/', 'mailto:a@b', 'tel:1', ' \t\n/layanan ', '\\\\10.0.0.5\\x', '/' + 'x' * 65536, 'http://аpple.hostilkab.go.id/', '/logout', '/keluar', '/admin/hapus?id=1', '/delete/5', '/user/logout.php', '/?aksi=hapus&id=3', '/index.php?action=delete&id=9', '/?do=logout']
    await c.reply(c.html(''.join(f'<a href="{b}">Standar Pelayanan {n}</a>' for n, b in enumerate(bad)) + '<form action="/kirim-formulir" method="post"><input name=q><button>Kirim</button></form><form action="/kirim-formulir"><input name=q></form><iframe src="http://127.0.0.1/"></iframe><img src="http://10.0.0.5/x.png"><a href="/layanan">Layanan</a>'))
@root(OK, '')
async def cookies(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), headers=[('Set-Cookie', 'sesi=rahasia; Domain=.hostilkab.go.id; Path=/'), ('WWW-Authenticate', 'Basic realm=x')])

# --- names ----------------------------------------------------------------------------------------------------------

def fixed(*ips):
    def dns(host, name, kind, reply, a, record, labels, count, tcp):
        return reply([a(name, ip) for ip in ips if (':' in ip) == (kind == 28)] if kind in (1, 28) else [])
    return dns
for label, ip in [('private', '10.0.0.5'), ('loopback', '127.0.0.1'), ('multicast', '224.0.0.1'), ('zero', '0.0.0.0'), ('linklocal', '169.254.169.254'), ('broadcast', '255.255.255.255'), ('mapped', '::ffff:10.0.0.5'), ('six-loopback', '::1'), ('ula', 'fd00::1')]:
    name_kind(f'dns-{label}', fixed(ip), UNSURE, 'forbidden_address', doors=())
def mixed(host, name, kind, reply, a, record, labels, count, tcp):
    return reply([a(name, '10.0.0.5'), a(name, '127.0.0.1'), a(name, host.ip)] if kind == 1 else [])
name_kind('dns-mixed', mixed, OK, '')
def rebinding(host, name, kind, reply, a, record, labels, count, tcp):
    if kind != 1: return reply()
    return reply([a(name, host.ip if count <= 1 else '169.254.169.254', 0)])
name_kind('dns-rebinding', rebinding, OK, '')
def many(host, name, kind, reply, a, record, labels, count, tcp):
    if kind != 1: return reply()
    if not tcp: return reply([], flags=0x200)
    return reply([a(name, host.ip)] + [a(name, f'36.68.{n // 250}.{n % 250 + 1}') for n in range(500)])
name_kind('dns-500-addresses', many, OK + '|' + DOWN, None)
def loop(host, name, kind, reply, a, record, labels, count, tcp): return reply([record(name, 5, labels('x.' + name)), record('x.' + name, 5, labels(name))])
name_kind('dns-cname-loop', loop, UNSURE, 'dns_malformed|dns_servfail')
def chain(host, name, kind, reply, a, record, labels, count, tcp):
    names = [name] + [f'c{n}.{name}' for n in range(12)]
    rows = [record(names[i], 5, labels(names[i + 1])) for i in range(len(names) - 1)]
    return reply(rows + ([a(names[-1], host.ip)] if kind == 1 else []))
name_kind('dns-cname-chain', chain, OK, '')
def long_chain(host, name, kind, reply, a, record, labels, count, tcp):
    if not tcp: return reply([], flags=0x200)
    names = [name] + [f'c{n}.{name}' for n in range(400)]
    rows = [record(names[i], 5, labels(names[i + 1])) for i in range(len(names) - 1)]
    return reply(rows + ([a(names[-1], host.ip)] if kind == 1 else []))
name_kind('dns-cname-400', long_chain, UNSURE + '|' + OK, None)
def coded(code):
    return lambda host, name, kind, reply, *more: reply(code=code)
name_kind('dns-nxdomain', coded(3), 'missing|unknown|unreachable', 'dns_nxdomain', doors=())
name_kind('dns-servfail', coded(2), DOWN, 'dns_servfail')
name_kind('dns-refused', coded(5), DOWN, 'dns_refused')
name_kind('dns-formerr', coded(1), DOWN, 'dns_malformed')
name_kind('dns-notimp', coded(4), DOWN, 'dns_refused|dns_malformed|dns_servfail')
name_kind('dns-nodata', lambda host, name, kind, reply, *more: reply(), 'missing|unknown|unreachable', 'dns_nodata')
name_kind('dns-silent', lambda *all: None, DOWN, 'dns_timeout')
name_kind('dns-garbage', lambda host, name, kind, reply, *more: reply()[:12] + bytes(range(200)), DOWN, 'dns_malformed|dns_timeout')
name_kind('dns-cut', lambda host, name, kind, reply, a, *more: reply([a(name, host.ip)])[:-3], DOWN, 'dns_malformed|dns_timeout')
name_kind('dns-count-lie', lambda host, name, kind, reply, *more: (lambda r: r[:6] + b'\xff\xff' + r[8:])(reply()), DOWN, 'dns_malformed|dns_timeout')
name_kind('dns-pointer-loop', lambda host, name, kind, reply, *more: (lambda r: r[:6] + b'\0\1' + r[8:] + b'\xc0' + bytes([len(r)]))(reply()), DOWN, 'dns_malformed|dns_timeout')
name_kind('dns-wrong-id', lambda host, name, kind, reply, a, *more: (lambda r: bytes([r[0] ^ 255]) + r[1:])(reply([a(name, '10.0.0.5')])), DOWN, 'dns_timeout')
name_kind('dns-other-name', lambda host, name, kind, reply, a, *more: reply([a('lain.example', '10.0.0.5')]), UNSURE + '|missing', None)
def truncated(host, name, kind, reply, a, record, labels, count, tcp):
    return reply([a(name, host.ip)] if kind == 1 else []) if tcp else reply([], flags=0x200)
name_kind('dns-truncated', truncated, OK, '')
name_kind('dns-truncated-silent', lambda host, name, kind, reply, a, record, labels, count, tcp: None if tcp else reply([], flags=0x200), DOWN, 'dns_timeout|dns_malformed|dns_servfail|dns_refused')
def flaky(host, name, kind, reply, a, record, labels, count, tcp):
    if count == 1: return reply(code=2)
    return reply([a(name, host.ip)] if kind == 1 else [])
name_kind('dns-servfail-once', flaky, OK, '')
def silent_six(host, name, kind, reply, a, record, labels, count, tcp): return reply([a(name, host.ip)]) if kind == 1 else None
name_kind('dns-aaaa-silent', silent_six, OK, '')

# --- robots and sitemaps --------------------------------------------------------------------------------------------

def robots(name, status, failure=None, home=None):
    def declare(function):
        async def answer(c):
            if c.path == '/robots.txt': await function(c)
            elif home and c.path in home: await home[c.path](c)
            else: await c.site()
        KINDS.append(Kind(name, answer, status, failure))
    return declare
@robots('robots-endless', OK, '')
async def _(c):
    await c.head('Content-Type: text/plain'); await c.endless(b'Disallow: /rahasia\n' * 500)
@robots('robots-huge-line', OK, '')
async def _(c): await c.reply('User-agent: *\nDisallow: /' + 'x' * 3_000_000, type='text/plain')
@robots('robots-stall', DOWN, 'first_byte_timeout')
async def _(c): await c.hang()
@robots('robots-drip', DOWN, 'stalled|total_timeout')
async def _(c): await c.head('Content-Type: text/plain'); await c.endless(b'#', 1)
@robots('robots-500', DOWN, 'robots_unreachable')
async def _(c): await c.reply('galat', '500 Galat')
@robots('robots-403', OK, '')
async def _(c): await c.reply('tidak', '403 Tidak')
@robots('robots-loop', OK, '')
async def _(c): await c.reply('', '302 Pindah', [('Location', '/robots.txt?x')] if '?' not in c.path else [('Location', '/robots.txt')])
@robots('robots-private', OK, '')
async def _(c): await c.reply('', '302 Pindah', [('Location', 'http://169.254.169.254/robots.txt')])
@robots('robots-html', OK, '')
async def _(c): await c.reply('<!doctype html><title>Halaman</title><p>Disallow: /</p>')
@robots('robots-binary', OK, '')
async def _(c): await c.reply(bytes(range(256)) * 400, type='application/octet-stream')
@robots('robots-disallow', 'blocked', 'robots_disallowed')
async def _(c): await c.reply('User-agent: *\nDisallow: /\n', type='text/plain')
@robots('robots-stars', OK, '')
async def _(c): await c.reply('User-agent: *\n' + ''.join(f'Disallow: /{"*a" * 200}{n}$\n' for n in range(300)), type='text/plain')
@robots('robots-gzip-bomb', OK, '')
async def _(c): await c.reply(bomb('gzip'), headers=[('Content-Encoding', 'gzip')])
@robots('robots-delay-1e9', OK, '')
async def _(c): await c.reply('User-agent: *\nCrawl-delay: 2\nCrawl-delay: nan\n', type='text/plain')
@robots('robots-sitemap-bad', OK, '')
async def _(c): await c.reply('User-agent: *\nDisallow: /tidak\nSitemap: http://169.254.169.254/s.xml\nSitemap: file:///etc/passwd\nSitemap: /sitemap.xml\nSitemap: http://36.67.0.9:22/\n', type='text/plain')
SITEMAPS = {
    'entities': '<?xml version="1.0"?><!DOCTYPE u [<!ENTITY a "aaaaaaaaaa">' + ''.join(f'<!ENTITY a{n} "{"&a%s;" % (n - 1 if n else "") * 10}">' for n in range(12)) + ']><urlset><url><loc>http://x/&a11;</loc></url></urlset>',
    'external': '<?xml version="1.0"?><!DOCTYPE u SYSTEM "http://169.254.169.254/x.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>',
    'deep': '<urlset>' + '<url>' * 300_000, 'self': '<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>',
}
for label, text in SITEMAPS.items():
    async def answer(c, text=text):
        if c.path == '/robots.txt': return await c.reply(f'Sitemap: http://{c.kind.host}/sitemap.xml\n', type='text/plain')
        if c.path == '/sitemap.xml': return await c.reply(text, type='application/xml')
        await c.site()
    KINDS.append(Kind(f'sitemap-{label}', answer, OK, ''))
for label, make in [('bomb', lambda: bomb('gzip')), ('50mb', lambda: BIG[0])]:
    async def answer(c, make=make):
        if c.path == '/robots.txt': return await c.reply(f'Sitemap: http://{c.kind.host}/sitemap.xml\n', type='text/plain')
        if c.path.startswith('/sitemap'): return await c.reply(make(), type='application/xml')
        await c.site()
    KINDS.append(Kind(f'sitemap-{label}', answer, OK, ''))

# --- traps and content ----------------------------------------------------------------------------------------------

def trap(name, links):
    async def answer(c):
        if c.path == '/robots.txt': return await c.missing()
        if c.path in ('/layanan', '/kontak'): return await c.site()
        await c.reply(c.html(f'<p>Halaman {c.path[:60]} dari {c.kind.title} untuk warga.</p><a href="/layanan">Standar Pelayanan</a> ' + links(c)))
    KINDS.append(Kind(name, answer, OK, ''))
trap('trap-calendar', lambda c: ''.join(f'<a href="/kalender?tahun={2000 + c.count}&bulan={m}">Bulan {m}</a> ' for m in range(12)))
trap('trap-calendar-path', lambda c: ''.join(f'<a href="/agenda/{2000 + c.count}/{m}">Bulan {m}</a> ' for m in range(12)))
trap('trap-session', lambda c: ''.join(f'<a href="/info{n}?PHPSESSID={c.count}x{n}">Info {n}</a> ' for n in range(3)))
trap('trap-session-path', lambda c: f'<a href="/s{c.count}a9f8e7d6c5b4a3/profil">Profil</a> ')
trap('trap-deep', lambda c: f'<a href="{c.path.rstrip("/")}/lagi">Profil dinas</a> ')
trap('trap-relative', lambda c: '<a href="profil/visi/">Profil</a> <a href="profil/misi/">Misi</a> ')
trap('trap-endless', lambda c: ''.join(f'<a href="/h{c.count * 20 + n}">Layanan {n}</a> ' for n in range(20)))
trap('trap-query', lambda c: ''.join(f'<a href="/?urut={n}&hal={c.count}&tampil={n * 7}">Halaman {n}</a> ' for n in range(9)))
@root(OK, '')
async def links_200000(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>' + ''.join(f'<a href="/p{n}">x</a>' for n in range(200_000))))
@root(OK, '')
async def page_100mb(c):
    await c.head('Content-Type: text/html', 'Content-Length: 100000000')
    await c.raw(c.html('<a href="/layanan">Standar Pelayanan</a>').encode())
    for _ in range(2000): await c.raw(b'x' * 50000)
@root(OK, '')
async def deep_nesting(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>' + '<div>' * 200_000))
@root(OK, '')
async def attributes_40000(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><p ' + ' '.join(f'a{n}=1' for n in range(40_000)) + '>x</p>'))
@root(OK, '')
async def attribute_5mb(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><p title="' + 'x' * 5_000_000 + '">y</p>'))
@root(OK, '')
async def tables_nested(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>' + '<table><tr><td colspan=1000000 rowspan=1000000>' * 3000))
@root(OK, '')
async def nul_bytes(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><p>\0\0a\0</p>' + '\0' * 5000))
@root(OK, '')
async def utf16(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>').encode('utf-16'), type='text/html')
@root(OK, '')
async def utf7(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>+ADw-script+AD4-'), type='text/html; charset=utf-7')
@root(OK, '')
async def invalid_utf8(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>').encode() + b'<p>\xff\xfe\xc3\x28\xed\xa0\x80</p>')
@root(OK, '')
async def charset_lie(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), type='text/html; charset=' + 'x' * 3000)
@kind(OK + '|unknown|unreachable|placeholder', None)
async def type_wrong(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), type='image/png')
@root(OK, '')
async def type_none(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a>'), type='')
@kind('unknown|unreachable', None)
async def html_is_png(c): await c.reply(b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 200)
@kind('unknown|unreachable', None)
async def html_is_pdf(c): await c.reply(b'%PDF-1.4\n' + b'x' * 200000)
@root(OK, '')
async def pdf_is_html(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><a href="/tarif.pdf">Tarif dan biaya</a><a href="/syarat.pdf">Persyaratan</a>'))
@root(OK, '')
async def title_evil(c): await c.reply(page(f'{c.kind.title} \x1b[2J\x1b]0;x\x07 \u202egnihsup =HYPERLINK("http://x") <script>alert(1)</script>'.replace('<script>', '&lt;script&gt;'), f'<h1>{c.kind.title}</h1><a href="/layanan">Standar Pelayanan</a><p>=cmd|\' /C calc\'!A0</p><p>\u202e\u2066 terbalik</p>'))
@root(OK, '')
async def nik_and_secrets(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><h2>Persyaratan</h2><ul><li>KTP nomor 6171010203040506</li><li>DB_PASSWORD=sangatrahasia123</li></ul>'))
@root('compromised|' + OK, None)
async def debug_page(c): await c.reply(c.html('<a href="/layanan">Standar Pelayanan</a><pre>APP_KEY=base64:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcd= DB_PASSWORD=hunter2secret</pre>'))
@root(OK, '')
async def gigantic_title(c): await c.reply(page(c.kind.title + ' ' + 'judul ' * 300_000, f'<h1>{c.kind.title}</h1><a href="/layanan">Standar Pelayanan</a>'))

# --- TLS ------------------------------------------------------------------------------------------------------------

def tls(name, door, status, failure, problem=None):
    async def answer(c):
        if c.path == '/robots.txt': return await c.missing()
        await c.site()
    KINDS.append(Kind(name, answer, status, failure, doors=(door,), note=problem or ''))
tls('tls-good', 'tls', OK, '')
tls('tls-expired', 'tls:expired', OK, '', 'tls:expired')
tls('tls-wrong-name', 'tls:wrong', OK, '', 'tls:wrong_name')
tls('tls-self-signed', 'tls:self', OK, '', 'tls:self_signed')
tls('tls-incomplete', 'tls:short', OK, '', 'tls:incomplete_chain')
tls('tls-old', 'tls:old', OK, '', 'tls:')
tls('tls-client-cert', 'tls:client', DOWN + '|blocked', 'tls_handshake|connection_reset|closed_early|empty_reply')
tls('http-on-443', 'http443', DOWN, 'not_tls')
async def tls_on_80(c): await c.raw(b'\x15\x03\x01\x00\x02\x02\x28', True)
KINDS.append(Kind('tls-on-80', tls_on_80, DOWN, 'malformed_http', greeting=None))
async def alert(c): await c.raw(b'\x15\x03\x03\x00\x02\x02\x28', True)
KINDS.append(Kind('tls-alert', never, DOWN, 'tls_handshake', doors=('http443',), greeting=alert))
async def tls_garbage(c): await c.raw(b'\x16\x03\x03\xff\xff' + b'\0' * 70000, True)
KINDS.append(Kind('tls-garbage', never, DOWN, 'tls_handshake|not_tls', doors=('http443',), greeting=tls_garbage))
