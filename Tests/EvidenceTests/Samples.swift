import Cage
import Digest
import Foundation
import Model
import Store

@testable import Evidence

/// One office in one round, written down.
enum Samples {
    static func time(_ text: String) -> Timestamp { Timestamp(iso8601: text) ?? Timestamp(milliseconds: 0) }

    static let noon = time("2026-11-22T05:00:00Z")
    static let home = WebAddress("https://dinsos.contohraya.go.id/")!
    static let standard = WebAddress("https://dinsos.contohraya.go.id/standar-pelayanan")!

    static let homeHTML = Array(
        """
        <!doctype html><html><head><title>Dinas Sosial</title><script>alert(1)</script></head>
        <body onload="steal()"><h1>Dinas Sosial</h1><p>NIK pemohon 6112010101900001 terdaftar.</p>
        <a href="javascript:alert(2)">klik</a><img src="http://jauh.example/x.png"></body></html>
        """.utf8)
    static let standardHTML = Array(
        """
        <html><head><title>Standar</title></head><body><h2>Biaya</h2><p>Biaya: <b>Gratis</b> tidak dipungut biaya</p>
        <table><tr><th>Persyaratan</th><td>KTP &amp; KK</td></tr></table></body></html>
        """.utf8)

    static func head(_ lines: String...) -> HTTPExchange {
        HTTPExchange(head: lines.map { $0 + "\r\n" }.joined() + "\r\n", milliseconds: 12)
    }

    static func page(
        _ address: WebAddress, _ body: [UInt8], exchange: HTTPExchange?, findings: [Finding] = [],
        condition: SiteCondition = .normal, contentType: String = "text/html; charset=utf-8"
    ) -> PageRecord {
        PageRecord(
            requested: address, address: address, status: 200, title: "Dinas Sosial <b>", sha256: sha(body),
            ip: "192.0.2.7", bytes: body.count, fetchedAt: noon, contentType: contentType,
            reading: PageReading(kind: .home, condition: condition, findings: findings), exchange: exchange)
    }

    static func sha(_ body: [UInt8]) -> String { SHA256.hex(body) }

    static let free = Finding(
        item: .biaya, state: .present, strength: 0.9, place: "Biaya", quotation: "Gratis tidak dipungut biaya",
        rule: "biaya.1")

    /// A living site with one item present and one absent.
    static var active: OfficeCase {
        let pages = [
            page(
                home, homeHTML,
                exchange: head(
                    "HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip",
                    "Content-Length: 17", "Set-Cookie: a=b")),
            page(standard, standardHTML, exchange: nil, findings: [free]),
        ]
        let evidence = Evidence(
            address: standard, fetchedAt: noon, status: 200, ip: "192.0.2.7", sha256: sha(standardHTML), finding: free)
        let items = ItemKey.allCases.map { key in
            switch key {
            case .biaya: ItemVerdict(item: key, state: .present, evidence: [evidence])
            case .prosedur: ItemVerdict(item: key, state: .absent)
            default: ItemVerdict(item: key, state: .unknown, reason: "budget_spent")
            }
        }
        return office(
            .active, pages: pages, items: items, bodies: [homeHTML, standardHTML],
            attempts: [
                Attempt(
                    candidate: Candidate(address: home, reason: .listed), at: noon,
                    dns: DNSOutcome(host: home.host, kind: .addresses, addresses: ["192.0.2.7"]), status: 200,
                    result: .site)
            ])
    }

    /// No site: every name asked does not exist.
    static var missing: OfficeCase {
        var office = office(
            .missing, pages: [],
            items: ItemKey.allCases.map { ItemVerdict(item: $0, state: .unknown, reason: "site_not_found") },
            bodies: [],
            attempts: [
                Attempt(
                    candidate: Candidate(address: home, reason: .namingRule), at: noon,
                    dns: DNSOutcome(host: home.host, kind: .nxdomain), failure: .dnsNXDomain, result: .noSuchName)
            ])
        office.controls[office.scan.id] = [
            ControlCheck(at: noon, up: true, answered: "kontrol.example", asked: ["kontrol.example"])
        ]
        return office
    }

    static func office(
        _ status: OfficeStatus, pages: [PageRecord], items: [ItemVerdict], bodies: [[UInt8]], attempts: [Attempt],
        condition: SiteCondition = .normal
    ) -> OfficeCase {
        let target = Target(code: "99.01-03", name: "Dinas Sosial <script>", kind: "sosial", region: "99.01")
        let scan = ScanRecord(
            id: "20261122T050000Z-9901", regions: ["99.01"], startedAt: noon, finishedAt: noon, toolVersion: "0.9",
            rulesHash: String(repeating: "ab", count: 32), requestHeaders: ["User-Agent: RondaBot/0.9", "Accept: */*"])
        let record = SiteRecord(
            target: target, attempts: attempts, pages: pages, coverage: .complete, startedAt: noon, finishedAt: noon)
        let verdict = Verdict(
            status: status, reason: status == .missing ? "nxdomain_all" : "site_ok",
            reasonValues: ["host": home.host], proof: Proof(proven: false, attempts: 1, days: ["2026-11-22"]),
            siteAddress: pages.isEmpty ? nil : home, domainClass: pages.isEmpty ? .missing : .compliant,
            condition: condition, items: items)
        return OfficeCase(
            scan: scan, regionName: "Kabupaten Contoh Raya", record: record, verdict: verdict,
            bodies: Dictionary(
                uniqueKeysWithValues: bodies.map {
                    (sha($0), StoredBody(sha256: sha($0), contentType: "text/html; charset=utf-8", bytes: $0))
                }))
    }
}

/// Programs that know nothing of Ronda.
enum Outside {
    struct Failure: Error { let end: BoundedRun.End }

    /// The standard output and the exit code of a program; nil when it is not installed.
    static func run(_ words: [String], in folder: String? = nil) throws -> (code: Int32, text: String)? {
        let result = PlainRun(words, in: folder, hearing: .outputAndErrors).run()
        switch result.end {
        case .exited(let code): return (code, String(decoding: result.output, as: UTF8.self))
        case .notStarted: return nil
        case .killed, .timedOut, .outputLimit: throw Failure(end: result.end)
        }
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ronda-evidence-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
