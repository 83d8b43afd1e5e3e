import Foundation
import Model

@testable import Store

/// A store in a folder of its own that goes away with it.
final class TemporaryStore {
    let folder: URL
    let store: SQLiteStore

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
    }

    var path: String { folder.appendingPathComponent("ronda.db").path }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

enum Sample {
    static func time(_ text: String) -> Timestamp { Timestamp(iso8601: text) ?? Timestamp(milliseconds: 0) }

    static let targets = [
        Target(code: "A1", name: "Dinas Kesehatan", kind: "kesehatan", region: "61.12", extra: ["nip": "x"]),
        Target(code: "A2", name: "Dinas Sosial", kind: "sosial", region: "61.12"),
        Target(code: "A3", name: "Puskesmas Punggur", kind: "puskesmas", region: "61.12", parent: "A1"),
    ]

    static func scan(_ id: String, at start: String) -> ScanRecord {
        ScanRecord(id: id, regions: ["61.12"], startedAt: time(start), toolVersion: "1", rulesHash: "00")
    }

    static func record(_ target: Target, at start: String) throws -> SiteRecord {
        let address = WebAddress("https://dinkes.example.go.id/")!
        let finding = Finding(
            item: .biaya, state: .present, strength: 0.9, place: "Biaya", quotation: "Gratis \u{1F600} \"'\n",
            rule: "biaya.1")
        let page = PageRecord(
            requested: address, address: address, status: 200, title: "Dinas", sha256: "ab", ip: "127.0.0.1",
            etag: "\"v1\"",
            bytes: 5, fetchedAt: time(start), reading: PageReading(kind: .home, condition: .normal, findings: [finding])
        )
        let attempt = Attempt(
            candidate: Candidate(address: address, reason: .listed), at: time(start), status: 200, result: .site)
        return SiteRecord(
            target: target, attempts: [attempt], pages: [page], coverage: .complete, startedAt: time(start),
            finishedAt: time(start).adding(seconds: 5))
    }

    static func verdict(_ status: OfficeStatus) -> Verdict {
        Verdict(
            status: status, reason: "site_ok", proof: Proof(proven: false, attempts: 1, days: ["2026-03-01"]),
            domainClass: .compliant, items: [ItemVerdict(item: .biaya, state: .present)])
    }
}
