#!/usr/bin/env python3
"""Misbehaving hosts with public-looking addresses, for scripts/hostile-net.sh. Runs inside an empty network namespace.

One kind, one host, one address (36.66.x.y), one expected outcome; healthy hosts beside them; a name server on
36.60.0.53:53 with misbehaviours of its own; traps ("canaries") on every port and address that a crawler must not touch.

    farm.py OUT [--only-healthy] [--kinds a,b]     writes OUT/list.csv, OUT/expect.json, OUT/ca.pem, OUT/ready, OUT/log
"""
import argparse, asyncio, os, warnings, base64, gzip, json, pathlib, signal, socket, ssl, struct, subprocess, sys, time, zlib

warnings.simplefilter('ignore')
import kinds as K
import more_kinds

parser = argparse.ArgumentParser()
parser.add_argument('out', type=pathlib.Path)
parser.add_argument('--only-healthy', action='store_true')
parser.add_argument('--kinds', default='')
parser.add_argument('--seconds', type=int, default=1500)
options = parser.parse_args()
out = options.out
out.mkdir(parents=True, exist_ok=True)
(out / 'pid').write_text(str(os.getpid()))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
DOMAIN = 'hostilkab.go.id'
log = open(out / 'log', 'a', buffering=1)
canary = open(out / 'canary', 'a', buffering=1)


def note(kind, what):
    log.write(f'{time.monotonic():.3f} {kind} {what}\n')


# --- certificates ---------------------------------------------------------------------------------------------------

def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def certificates():
    c = out / 'tls'
    c.mkdir(exist_ok=True)
    def key(name): run('openssl', 'ecparam', '-genkey', '-name', 'prime256v1', '-out', c / f'{name}.key')
    def sign(name, subject, san, issuer, days=('-days', '30'), ca=False, bits=0):
        if bits: run('openssl', 'genrsa', '-out', c / f'{name}.key', str(bits))
        else: key(name)
        run('openssl', 'req', '-new', '-key', c / f'{name}.key', '-subj', f'/CN={subject}', '-out', c / f'{name}.csr')
        ext = f'basicConstraints=critical,CA:{"TRUE" if ca else "FALSE"}\n' + (f'subjectAltName=DNS:{san}\n' if san else '')
        (c / f'{name}.ext').write_text(ext)
        signer = ['-CA', c / f'{issuer}.pem', '-CAkey', c / f'{issuer}.key', '-CAcreateserial'] if issuer else ['-signkey', c / f'{name}.key']
        run('openssl', 'x509', '-req', '-in', c / f'{name}.csr', *signer, *days, '-extfile', c / f'{name}.ext', '-out', c / f'{name}.pem')
    sign('ca', 'Uji Root', '', None, ca=True)
    sign('mid', 'Uji Perantara', '', 'ca', ca=True)
    sign('good', DOMAIN, f'*.{DOMAIN}', 'ca')
    sign('wrong', 'lain.example', 'lain.example', 'ca')
    sign('expired', DOMAIN, f'*.{DOMAIN}', 'ca')
    sign('future', 'masa.' + DOMAIN, f'*.{DOMAIN}', 'ca')
    sign('noname', 'tanpa-nama', '', 'ca')
    sign('evil', '\x1b[31m =HYPERLINK("x")', ',DNS:'.join(f'a{n}.lain.example' for n in range(400)), 'ca')
    sign('weak', DOMAIN, f'*.{DOMAIN}', 'ca', bits=1024)
    sign('long', DOMAIN, f'*.{DOMAIN}', 'ca')
    with open(c / 'long.pem', 'ab') as chain: chain.write((c / 'mid.pem').read_bytes() * 90)
    # `openssl x509` signs for the future only; `openssl ca` takes any dates.
    (c / 'index.txt').write_text('')
    (c / 'serial').write_text('77\n')
    (c / 'ca.conf').write_text(f'[ca]\ndefault_ca=d\n[d]\ndatabase={c}/index.txt\nserial={c}/serial\nnew_certs_dir={c}\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n')
    run('openssl', 'ca', '-batch', '-config', c / 'ca.conf', '-cert', c / 'ca.pem', '-keyfile', c / 'ca.key', '-startdate', '20200101000000Z',
        '-enddate', '20210101000000Z', '-extfile', c / 'expired.ext', '-in', c / 'expired.csr', '-out', c / 'expired.pem', '-notext')
    run('openssl', 'ca', '-batch', '-config', c / 'ca.conf', '-cert', c / 'ca.pem', '-keyfile', c / 'ca.key', '-startdate', '20400101000000Z',
        '-enddate', '20410101000000Z', '-extfile', c / 'future.ext', '-in', c / 'future.csr', '-out', c / 'future.pem', '-notext')
    sign('self', DOMAIN, f'*.{DOMAIN}', None)
    sign('short', DOMAIN, f'*.{DOMAIN}', 'mid')
    (out / 'ca.pem').write_bytes((c / 'ca.pem').read_bytes())


def context(name='good', old=False, client=False):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if name == 'weak': ctx.set_ciphers('ALL:@SECLEVEL=0')
    ctx.load_cert_chain(out / 'tls' / f'{name}.pem', out / 'tls' / f'{name}.key')
    if old:
        ctx.set_ciphers('ALL:@SECLEVEL=0')
        ctx.minimum_version = ssl.TLSVersion.TLSv1
        ctx.maximum_version = ssl.TLSVersion.TLSv1
    if client:
        ctx.load_verify_locations(out / 'ca.pem')
        ctx.verify_mode = ssl.CERT_REQUIRED
    return ctx


# --- one host -------------------------------------------------------------------------------------------------------

def serve(kind, is_tls=False):
    async def handle(reader, writer):
        connection = K.Connection(reader, writer, kind, DOMAIN)
        try:
            if kind.greeting and not is_tls:
                return await kind.greeting(connection)
            while True:
                first = await reader.readexactly(1)
                if first < b' ': return writer.write(b'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
                head = first + await reader.readuntil(b'\r\n\r\n')
                lines = head.decode('latin-1').split('\r\n')
                words = lines[0].split(' ')
                connection.method, connection.path = words[0], words[1]
                connection.headers = {l.split(':', 1)[0].lower(): l.split(':', 1)[1].strip() for l in lines[1:] if ':' in l}
                connection.count = kind.hits = kind.hits + 1
                note(kind.name, f'{connection.method} {connection.path[:200]} host={connection.headers.get("host", "")[:80]}')
                for name in ('cookie', 'authorization'):
                    if name in connection.headers: canary.write(f'{name} sent to {kind.name}\n')
                if connection.method not in ('GET', 'HEAD') or any(w in connection.path for w in K.NEVER):
                    canary.write(f'{kind.name} {connection.method} {connection.path[:200]}\n')
                await kind.answer(connection)
                if connection.done: return
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError, ssl.SSLError, OSError, IndexError):
            pass
        finally:
            try: writer.close()
            except Exception: pass
    return handle


def listener(address, port, backlog=128):
    family = socket.AF_INET6 if ':' in address else socket.AF_INET
    s = socket.socket(family, socket.SOCK_STREAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((address, port))
    s.listen(backlog)
    s.setblocking(False)
    return s


async def start(kind):
    for scheme in kind.doors:
        if scheme == 'silent':  # the queue is full: a connection is never made
            s = listener(kind.ip, 80, 0)
            kind.keep = [s] + [socket.socket() for _ in range(3)]
            for c in kind.keep[1:]:
                c.setblocking(False)
                c.connect_ex((kind.ip, 80))
            s2 = listener(kind.ip, 443, 0)
            kind.keep += [s2]
            for _ in range(3):
                c = socket.socket(); c.setblocking(False); c.connect_ex((kind.ip, 443)); kind.keep.append(c)
        elif scheme == 'http': await asyncio.start_server(serve(kind), sock=listener(kind.ip, 80), limit=1 << 20)
        elif scheme == 'http443': await asyncio.start_server(serve(kind), sock=listener(kind.ip, 443), limit=1 << 20)
        elif scheme == 'tlsstall':
            async def stall(reader, writer): await asyncio.sleep(600)
            await asyncio.start_server(stall, sock=listener(kind.ip, 443))
        elif scheme == 'tlsreset':
            async def reset(reader, writer):
                await reader.read(1)
                writer.get_extra_info('socket').setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
                writer.transport.abort()
            await asyncio.start_server(reset, sock=listener(kind.ip, 443))
        else:
            name = scheme.split(':')[1] if ':' in scheme else 'good'
            ctx = context('good' if name in ('old', 'client') else name, old=name == 'old', client=name == 'client')
            await asyncio.start_server(serve(kind, True), sock=listener(kind.ip, 443), ssl=ctx, limit=1 << 20, ssl_handshake_timeout=30)


# --- names ----------------------------------------------------------------------------------------------------------

def labels(name): return b''.join(bytes([len(l)]) + l.encode() for l in name.split('.')) + b'\0'


def record(name, kind, data, ttl=60): return labels(name) + struct.pack('!HHIH', kind, 1, ttl, len(data)) + data


def a(name, ip, ttl=60):
    if ':' in ip: return record(name, 28, socket.inet_pton(socket.AF_INET6, ip), ttl)
    return record(name, 1, socket.inet_aton(ip), ttl)


class Names:
    def __init__(self, hosts): self.hosts, self.asked = hosts, {}

    def answer(self, query, tcp=False):
        """Bytes to send, or None for silence."""
        try:
            at, parts = 12, []
            while query[at]:
                parts.append(query[at + 1:at + 1 + query[at]].decode('latin-1'))
                at += 1 + query[at]
            kind = struct.unpack('!H', query[at + 1:at + 3])[0]
        except (IndexError, struct.error): return None
        name = '.'.join(parts).lower()
        question = query[12:at + 5]
        def reply(records=(), code=0, flags=0): return query[:2] + struct.pack('!HHHHH', 0x8180 | flags | code, 1, len(records), 0, 0) + question + b''.join(records)
        host = self.hosts.get(name) or next((h for n, h in self.hosts.items() if h.most and name.endswith('.' + n)), None)
        if host is None: return reply(code=3)
        self.asked[name, kind] = count = self.asked.get((name, kind), 0) + 1
        note(host.name, f'dns {kind}')
        if host.dns:
            return host.dns(host, name, kind, reply, a, record, labels, count, tcp)
        return reply([a(name, host.ip)] if kind == 1 else [])


class UDP(asyncio.DatagramProtocol):
    def __init__(self, names): self.names = names
    def connection_made(self, transport): self.transport = transport
    def datagram_received(self, data, address):
        answer = self.names.answer(data)
        if isinstance(answer, tuple):  # (seconds, bytes): later
            asyncio.get_running_loop().call_later(answer[0], self.transport.sendto, answer[1], address)
        elif answer is not None: self.transport.sendto(answer, address)


async def dns_tcp(names, reader, writer):
    try:
        while True:
            size = struct.unpack('!H', await reader.readexactly(2))[0]
            answer = names.answer(await reader.readexactly(size), tcp=True)
            if answer is None: return await asyncio.sleep(30)
            writer.write(struct.pack('!H', len(answer)) + answer)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError): pass
    finally: writer.close()


# --- canaries -------------------------------------------------------------------------------------------------------

def canaries():
    for address in ['169.254.169.254', '10.0.0.5', '192.168.1.1', '127.0.0.1', '::1', '172.16.0.9', '100.64.0.7', '192.0.2.7']:
        for port in (80, 443, 22, 8080): yield address, port
    for port in (21, 22, 23, 25, 110, 143, 445, 3306, 5432, 6379, 8086, 9200, 11211, 27017): yield '36.67.0.9', port


async def main():
    table = K.table(options.only_healthy, set(filter(None, options.kinds.split(','))))
    for number, kind in enumerate(table):
        kind.ip = kind.ip or f'36.66.{number // 200 + 1}.{number % 200 + 10}'
        kind.host = kind.host or f'{kind.name}.{DOMAIN}'
        kind.title = f'Dinas Uji {number + 1000}'
        if kind.healthy == healthy: await start(kind)
    if not healthy: return await asyncio.sleep(options.seconds)
    def trap(address, port):
        async def touched(reader, writer):
            canary.write(f'connection to {address}:{port}\n')
            writer.close()
        return touched
    for address, port in canaries():
        try: await asyncio.start_server(trap(address, port), sock=listener(address, port))
        except OSError as error: sys.stderr.write(f'canary {address}:{port}: {error}\n')
    names = Names({k.host: k for k in table})
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(lambda: UDP(names), local_addr=('36.60.0.53', 53))
    await asyncio.start_server(lambda r, w: dns_tcp(names, r, w), sock=listener('36.60.0.53', 53))
    rows = [f'{k.code},{k.title},,98.98,{k.listed or k.doors_url()},,' for k in table if k.listed != '-']
    (out / 'list.csv').write_text('kode,nama,jenis,wilayah,url,induk,keterangan\n' + '\n'.join(rows) + '\n', encoding='utf-8')
    expect = [dict(code=k.code, kind=k.name, status=k.status, failure=k.failure, note=k.note, healthy=k.healthy, most=k.most or 200) for k in table if k.listed != '-']
    (out / 'expect.json').write_text(json.dumps(expect))
    (out / 'ready').touch()
    await asyncio.sleep(options.seconds)


# The healthy hosts and the name server have a process of their own: what the others cost here is not their delay.
certificates()
K.bomb('gzip'), K.bomb('deflate'), K.NESTED.append(gzip.compress(K.bomb('gzip'))), K.BIG.append(K.big_sitemap())
child = os.fork()
healthy = child != 0
try: asyncio.run(main())
finally:
    if child: os.kill(child, 9)
