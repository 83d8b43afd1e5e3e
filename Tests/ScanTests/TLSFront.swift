import Cage
import Foundation

/// A front that ends TLS for many hosts and hands the plain requests on to a loopback port; also a plain IPv6 front.
///
/// Python ends the TLS, because a test of a hundred hosts wants one certificate with all their names, and the scan then
/// meets real handshakes. It stops when its standard input closes.
final class TLSFront {
    /// Ports: with a certificate that the authority signed, with one that nobody signed, and plain on [::1] (0: no IPv6).
    let trusted: Int
    let untrusted: Int
    let six: Int
    /// The authority, for `FetchSettings.caFile`.
    let authority: String
    private let child: Child
    private let folder: String

    enum Failure: Error { case didNotStart(String), command(String) }

    init(hosts: [String], secureTarget: Int, plainTarget: Int) throws {
        folder = NSTemporaryDirectory() + "ronda-front-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        authority = folder + "/ca.pem"
        try Self.certificates(folder, hosts: hosts)
        let words = ["python3", "-c", Self.script, folder, String(secureTarget), String(plainTarget)]
        guard let child = PlainRun(words).start() else { throw Failure.didNotStart("no python3") }
        self.child = child
        var text = ""
        while !text.contains("\n") {
            guard let data = child.channel.receiveNext(seconds: 600) else { throw Failure.didNotStart(text) }
            text += String(decoding: data, as: UTF8.self)
        }
        let ports = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard ports.count == 3 else { throw Failure.didNotStart(text) }
        (trusted, untrusted, six) = (ports[0], ports[1], ports[2])
    }

    deinit {
        child.kill()
        _ = child.wait(seconds: 10)
        child.channel.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func certificates(_ folder: String, hosts: [String]) throws {
        let names = hosts.map { "DNS:\($0)" }.joined(separator: ",")
        try "subjectAltName=\(names)\n".write(toFile: folder + "/ext", atomically: true, encoding: .utf8)
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try openssl(
            folder,
            ["req", "-x509"] + key + [
                "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Otoritas uji", "-days", "60",
            ])
        try openssl(folder, ["req", "-new"] + key + ["-keyout", "a.key", "-out", "a.csr", "-subj", "/CN=uji"])
        try openssl(
            folder,
            [
                "x509", "-req", "-in", "a.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile",
                "ext", "-days", "40", "-out", "a.pem",
            ])
        try openssl(
            folder,
            ["req", "-x509"] + key + ["-keyout", "b.key", "-out", "b.pem", "-subj", "/CN=localhost", "-days", "40"])
    }

    private static func openssl(_ folder: String, _ arguments: [String]) throws {
        let result = PlainRun(["/usr/bin/openssl"] + arguments, in: folder, hearing: .outputAndErrors).run()
        guard result.end == .exited(0) else { throw Failure.command(String(decoding: result.output, as: UTF8.self)) }
    }

    private static let script = """
        import asyncio, ssl, sys, threading, os
        folder, secure, plain = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        def front(target):
            async def pump(reader, writer):
                try:
                    while data := await reader.read(65536):
                        writer.write(data); await writer.drain()
                except Exception: pass
                try: writer.close()
                except Exception: pass
            async def serve(reader, writer):
                try: r, w = await asyncio.open_connection('127.0.0.1', target)
                except OSError: return writer.close()
                await asyncio.gather(pump(reader, w), pump(r, writer))
            return serve
        def context(name):
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            made.load_cert_chain(f'{folder}/{name}.pem', f'{folder}/{name}.key'); return made
        async def main():
            a = await asyncio.start_server(front(secure), '0.0.0.0', 0, ssl=context('a'))
            b = await asyncio.start_server(front(secure), '0.0.0.0', 0, ssl=context('b'))
            try: six = (await asyncio.start_server(front(plain), '::1', 0)).sockets[0].getsockname()[1]
            except OSError: six = 0
            print(a.sockets[0].getsockname()[1], b.sockets[0].getsockname()[1], six, flush=True)
            await asyncio.Event().wait()
        asyncio.run(main())
        """
}
