import Digest
import Model
import Store

@testable import Desk

extension DeskHarness {
    static func key(of secret: String) -> String { SHA256.hex(secret) }
}

/// Two regions with one office each, and somebody for each of them.
enum DeskSample {
    static let attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

    static let people = [
        Person(name: "admin", role: .admin, regions: [], createdAt: DeskHarness.now),
        Person(name: "dekat", role: .petugas, regions: ["61.12"], createdAt: DeskHarness.now),
        Person(name: "jauh", role: .petugas, regions: ["62.71"], createdAt: DeskHarness.now),
        Person(name: "baca", role: .pembaca, regions: ["61.12"], createdAt: DeskHarness.now),
    ]

    /// SHA-256 of the one stored body.
    static let body = String(repeating: "a", count: 64)

    static func fill(_ store: SQLiteStore) async throws {
        try await round(store, "s1", "61.12", Target(code: "A1", name: attack, kind: "sosial", region: "61.12"))
        try await round(store, "s2", "62.71", Target(code: "B1", name: "Dinas B", kind: "sosial", region: "62.71"))
    }

    /// A week later the site of A1 is gone, and a server failed meanwhile.
    static func secondRound(_ store: SQLiteStore) async throws {
        let start = Timestamp(iso8601: "2026-03-16T01:00:00Z")!
        let target = Target(code: "A1", name: "Dinas A", kind: "sosial", region: "61.12")
        var scan = ScanRecord(id: "s3", regions: ["61.12"], startedAt: start, toolVersion: "1", rulesHash: "00")
        scan.incidents = [Incident(kind: .sharedServerDown, subject: "192.0.2.1", startedAt: start, offices: ["A9"])]
        try await store.begin(scan, targets: [target])
        let record = SiteRecord(
            target: target, attempts: [], pages: [], coverage: .complete, startedAt: start, finishedAt: start)
        let verdict = Verdict(
            status: .missing, reason: "nxdomain_all",
            proof: Proof(proven: false, attempts: 1, days: ["2026-03-16"]), domainClass: .missing,
            items: ItemKey.allCases.map { ItemVerdict(item: $0, state: .unknown) })
        try await store.save(record, verdict, bodies: [], in: "s3")
        scan.finishedAt = start.adding(seconds: 60)
        try await store.update(scan)
    }

    private static func round(_ store: SQLiteStore, _ id: String, _ region: String, _ target: Target) async throws {
        let start = Timestamp(iso8601: "2026-03-09T01:00:00Z")!
        var scan = ScanRecord(id: id, regions: [region], startedAt: start, toolVersion: "1", rulesHash: "00")
        try await store.begin(scan, targets: [target])
        let address = WebAddress("https://dinas.example.go.id/")!
        let finding = Finding(
            item: .biaya, state: .present, strength: 0.9, place: "Biaya", quotation: "Tidak dipungut biaya",
            rule: "biaya.1")
        let sha256 = region == "61.12" ? body : String(repeating: "b", count: 64)
        let page = PageRecord(
            requested: address, address: address, status: 200, title: attack, sha256: sha256, ip: "127.0.0.1",
            etag: nil, bytes: 5, fetchedAt: start,
            reading: PageReading(kind: .home, condition: .normal, findings: [finding]))
        let record = SiteRecord(
            target: target, attempts: [], pages: [page], coverage: .complete, startedAt: start, finishedAt: start)
        let evidence = Evidence(address: address, fetchedAt: start, status: 200, sha256: sha256, finding: finding)
        let verdict = Verdict(
            status: .active, reason: "site_ok", proof: Proof(proven: false, attempts: 1, days: ["2026-03-09"]),
            domainClass: .compliant,
            items: ItemKey.allCases.map {
                ItemVerdict(
                    item: $0, state: $0 == .biaya ? .present : .absent, evidence: $0 == .biaya ? [evidence] : [])
            })
        let html = "<html><title>x</title><p>Tidak dipungut biaya</p><script>alert(3)</script></html>"
        try await store.save(
            record, verdict,
            bodies: [StoredBody(sha256: sha256, contentType: "text/html", bytes: Array(html.utf8))], in: id)
        scan.finishedAt = start.adding(seconds: 60)
        try await store.update(scan)
    }
}
