import Cage
import Foundation

/// `openssl s_server -www` on a loopback port of its own, with a certificate made for the test.
final class TLSServer {
    let port: Int
    private let child: Child

    /// Extra arguments go to s_server: a certificate, a chain, versions.
    init(_ arguments: [String]) throws {
        let words = ["/usr/bin/openssl", "s_server", "-accept", "127.0.0.1:0", "-www"] + arguments
        guard let child = PlainRun(words).start() else { throw TLSServerError.didNotStart("no openssl") }
        self.child = child
        var text = ""
        var found: Int?
        while found == nil {
            guard let data = child.channel.receiveNext(seconds: 600) else { throw TLSServerError.didNotStart(text) }
            text += String(decoding: data, as: UTF8.self)
            if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT ") }), text.hasSuffix("\n") {
                found = line.split(separator: ":").last.flatMap { Int($0) }
            }
        }
        port = found ?? 0
    }

    deinit {
        child.kill()
        _ = child.wait(seconds: 10)
        child.channel.close()
    }
}

enum TLSServerError: Error { case didNotStart(String), command(String) }

/// A folder of certificates: two authorities and leaves of every kind, made by the openssl command.
struct CertificateFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ronda-tls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try authority("akar", issuer: nil)
        try authority("antara", issuer: "akar")
        try authority("asing", issuer: nil)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    subscript(_ name: String) -> String { path + "/" + name }

    private func authority(_ name: String, issuer: String?) throws {
        try request(name, subject: "/CN=Otoritas \(name)")
        try sign(name, issuer: issuer, extensions: "basicConstraints=critical,CA:TRUE", from: -10, to: 3000)
    }

    /// A leaf for a host, signed by an authority, or by itself; days are counted from now.
    func leaf(_ name: String, host: String, issuer: String?, from: Int = -5, to: Int = 90) throws {
        try request(name, subject: "/CN=\(host)")
        try sign(name, issuer: issuer, extensions: "subjectAltName=DNS:\(host)", from: from, to: to)
    }

    private func request(_ name: String, subject: String) throws {
        try openssl([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            self[name + ".key"],
            "-out", self[name + ".csr"], "-subj", subject,
        ])
    }

    /// `openssl ca` is the only command of OpenSSL 3.0 that takes both ends of the validity.
    private func sign(_ name: String, issuer: String?, extensions: String, from: Int, to: Int) throws {
        let config = """
            [ca]
            default_ca=d
            [d]
            database=\(self[name + ".db"])
            new_certs_dir=\(path)
            rand_serial=yes
            default_md=sha256
            policy=p
            x509_extensions=e
            [p]
            commonName=supplied
            [e]
            \(extensions)
            """
        try config.write(toFile: self[name + ".cnf"], atomically: true, encoding: .utf8)
        try "".write(toFile: self[name + ".db"], atomically: true, encoding: .utf8)
        let signer = issuer.map { ["-cert", self[$0 + ".pem"], "-keyfile", self[$0 + ".key"]] }
        try openssl(
            [
                "ca", "-batch", "-notext", "-config", self[name + ".cnf"], "-in", self[name + ".csr"], "-out",
                self[name + ".pem"],
                "-startdate", Self.date(from), "-enddate", Self.date(to),
            ]
                + (signer ?? ["-selfsign", "-keyfile", self[name + ".key"]]))
    }

    private static func date(_ days: Int) -> String {
        let format = DateFormatter()
        format.dateFormat = "yyyyMMddHHmmss'Z'"
        format.timeZone = TimeZone(identifier: "UTC")
        format.locale = Locale(identifier: "en_US_POSIX")
        return format.string(from: Date(timeIntervalSinceNow: Double(days) * 86_400))
    }

    private func openssl(_ arguments: [String]) throws {
        let result = PlainRun(["/usr/bin/openssl"] + arguments, hearing: .outputAndErrors).run()
        guard result.end == .exited(0) else {
            throw TLSServerError.command("\(result.end) \(String(decoding: result.output, as: UTF8.self))")
        }
    }
}
