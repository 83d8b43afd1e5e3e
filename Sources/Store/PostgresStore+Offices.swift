import Model
import Postgres

/// Offices, their pages and bodies.
extension PostgresStore {
    public func save(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let packed = try await packed(bodies)
        try await write { [fence] db in
            try Self.insert(record, verdict, packed, in: scan, db)
            try fence?.markDone(record.target.code, db)
        }
    }

    public func replace(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let packed = try await packed(bodies)
        try await write { [fence] db in
            try db.run("DELETE FROM page WHERE scan = $1 AND office = $2", [scan, record.target.code])
            try db.run("DELETE FROM office WHERE scan = $1 AND code = $2", [scan, record.target.code])
            try Self.insert(record, verdict, packed, in: scan, db)
            try fence?.markDone(record.target.code, db)
        }
    }

    public func replaceVerdict(of office: String, in scan: String, with verdict: Verdict) async throws(StoreError) {
        try await write { db in
            try db.run(
                "UPDATE office SET status = $1, domain_class = $2, proven = $3, verdict = $4 WHERE scan = $5 AND code = $6",
                [
                    verdict.status.rawValue, verdict.domainClass.rawValue, verdict.proof.proven, try JSON.text(verdict),
                    scan, office,
                ])
        }
    }

    public func records(of scan: String, withPages: Bool) async throws(StoreError) -> [SiteRecord] {
        try await read { db in
            let rows = try db.rows(
                "SELECT code, record, attempts FROM office WHERE scan = $1 ORDER BY position", [scan])
            return try rows.map { try Self.record($0, pagesOf: withPages ? scan : nil, db) }
        }
    }

    public func offices(of scan: String, after code: String, limit: Int) async throws(StoreError) -> [StoredOffice] {
        try await read { db in
            try db.rows(
                """
                SELECT code, record, attempts, position, verdict FROM office
                WHERE scan = $1 AND code COLLATE "C" > $2 ORDER BY code COLLATE "C" LIMIT $3
                """, [scan, code, limit]
            ).map { row in
                StoredOffice(
                    position: row.int(3), record: try Self.record(row, pagesOf: nil, db),
                    verdict: try JSON.value(row.text(4)))
            }
        }
    }

    public func statusCounts(of scan: String) async throws(StoreError) -> [OfficeStatus: Int] {
        try await read { db in
            let rows = try db.rows("SELECT status, count(*) FROM office WHERE scan = $1 GROUP BY status", [scan])
            return Dictionary(
                uniqueKeysWithValues: rows.compactMap { row in
                    OfficeStatus(rawValue: row.text(0)).map { ($0, row.int(1)) }
                })
        }
    }

    public func record(of office: String, in scan: String) async throws(StoreError) -> SiteRecord? {
        try await read { db in
            try db.first("SELECT code, record, attempts FROM office WHERE scan = $1 AND code = $2", [scan, office])
                .map { try Self.record($0, pagesOf: scan, db) }
        }
    }

    public func pageCounts(of scan: String) async throws(StoreError) -> [String: Int] {
        try await read { db in
            let rows = try db.rows("SELECT office, count(*) FROM page WHERE scan = $1 GROUP BY office", [scan])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0), $0.int(1)) })
        }
    }

    public func verdicts(of scan: String) async throws(StoreError) -> [String: Verdict] {
        try await read { db in
            let rows = try db.rows("SELECT code, verdict FROM office WHERE scan = $1", [scan])
            return Dictionary(uniqueKeysWithValues: try rows.map { ($0.text(0), try JSON.value($0.text(1))) })
        }
    }

    public func verdict(of office: String, in scan: String) async throws(StoreError) -> Verdict? {
        try await read { db in
            try db.first("SELECT verdict FROM office WHERE scan = $1 AND code = $2", [scan, office]).map {
                try JSON.value($0.text(0))
            }
        }
    }

    public func rounds(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [OfficeRound] {
        try await read { db in
            try db.rows(
                """
                SELECT o.scan, o.finished_at, o.verdict, o.attempts, o.own_network_up
                FROM office o JOIN scan s ON s.id = o.scan JOIN scan this ON this.id = $2
                WHERE o.code = $1 AND o.scan <> $2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                ORDER BY o.finished_at DESC LIMIT $3
                """, [office, scan, limit]
            ).map(Self.round)
        }
    }

    public func body(_ sha256: String) async throws(StoreError) -> StoredBody? {
        try await read { db in
            guard let row = try db.first("SELECT content_type, size, data FROM body WHERE sha256 = $1", [sha256])
            else { return nil }
            guard let bytes = PackedBody.unpacked(row.bytes(2), size: row.int(1)) else {
                throw StoreError(.corrupted, "The body \(sha256) in the store cannot be unpacked.")
            }
            return StoredBody(sha256: sha256, contentType: row.text(0), bytes: bytes)
        }
    }

    public func validators(of office: String) async throws(StoreError) -> [String: PageValidators] {
        try await read { db in
            guard
                let last = try db.first(
                    """
                    SELECT o.scan, s.record FROM office o JOIN scan s ON s.id = o.scan
                    WHERE o.code = $1 AND s.finished_at IS NOT NULL ORDER BY o.finished_at DESC LIMIT 1
                    """, [office])
            else { return [:] }
            let scan: ScanRecord = try JSON.value(last.text(1))
            let rows = try db.rows(
                "SELECT address, etag, last_modified, sha256, position FROM page WHERE scan = $1 AND office = $2",
                [last.text(0), office])
            var validators: [String: PageValidators] = [:]
            for row in rows {
                validators[row.text(0)] = PageValidators(
                    etag: row.columns[1], lastModified: row.columns[2], sha256: row.text(3), scan: scan.id,
                    position: row.int(4), rulesHash: scan.rulesHash, toolVersion: scan.toolVersion)
            }
            return validators
        }
    }

    public func page(_ position: Int, of office: String, in scan: String) async throws(StoreError) -> PageRecord? {
        try await read { db in
            try db.first(
                "SELECT record FROM page WHERE scan = $1 AND office = $2 AND position = $3", [scan, office, position]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    /// Compresses the bodies that the store does not hold yet, once each and before a connection is asked for.
    private func packed(_ bodies: [StoredBody]) async throws(StoreError) -> [(StoredBody, PackedBytes)] {
        guard !bodies.isEmpty else { return [] }
        let names = "{" + bodies.map(\.sha256).joined(separator: ",") + "}"
        var seen = try await read { db in
            Set(try db.rows("SELECT sha256 FROM body WHERE sha256 = ANY($1::text[])", [names]).map { $0.text(0) })
        }
        return bodies.filter { seen.insert($0.sha256).inserted }.map { ($0, $0.packed) }
    }

    private static func insert(
        _ record: SiteRecord, _ verdict: Verdict, _ bodies: [(StoredBody, PackedBytes)], in scan: String,
        _ db: PGConnection
    ) throws {
        var head = record
        head.pages = []
        head.attempts = []
        let target = record.target
        let touched = try db.run(
            """
            INSERT INTO office (scan, code, position, region, kind, status, domain_class, proven, own_network_up,
                started_at, finished_at, record, attempts, verdict)
            SELECT scan, code, position, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
            FROM scan_target WHERE scan = $1 AND code = $2
            """,
            [
                scan, target.code, target.region, target.kind, verdict.status.rawValue, verdict.domainClass.rawValue,
                verdict.proof.proven, record.ownNetworkUp, record.startedAt.iso8601, record.finishedAt.iso8601,
                try JSON.text(head), try JSON.text(record.attempts), try JSON.text(verdict),
            ])
        guard touched == 1 else {
            throw StoreError(.failed, "The round \(scan) has no office \(target.code); it was not begun with it.")
        }
        try insertPages(of: record, in: scan, db)
        try insert(bodies, db)
    }

    private static func insertPages(of record: SiteRecord, in scan: String, _ db: PGConnection) throws {
        try db.copy(
            into: "page (scan, office, position, address, sha256, etag, last_modified, record)",
            try record.pages.enumerated().map { position, page in
                [
                    scan.pgValue, record.target.code.pgValue, position.pgValue,
                    page.address.crawlKey.withoutNUL.pgValue,
                    page.sha256.pgValue, page.etag?.withoutNUL.pgValue ?? .null,
                    page.lastModified?.withoutNUL.pgValue ?? .null, try JSON.text(page).pgValue,
                ]
            })
    }

    /// Bodies by COPY into a table of the transaction, and from there those that nobody brought meanwhile; in one order,
    /// so that two who bring the same ones wait for each other instead of being in each other's way.
    static func insert(_ bodies: [(StoredBody, PackedBytes)], _ db: PGConnection) throws {
        guard !bodies.isEmpty else { return }
        try db.script("CREATE TEMP TABLE IF NOT EXISTS incoming (LIKE body) ON COMMIT DELETE ROWS")
        try db.copy(
            into: "incoming (sha256, content_type, size, data)",
            bodies.map { body, data in
                [
                    body.sha256.pgValue, body.contentType.withoutNUL.pgValue, data.size.pgValue, .bytes(data.frame),
                ]
            })
        try db.script(
            "INSERT INTO body SELECT DISTINCT ON (sha256) * FROM incoming ORDER BY sha256 ON CONFLICT DO NOTHING")
        try db.script("TRUNCATE incoming")
    }

    private static func record(_ row: PGRow, pagesOf scan: String?, _ db: PGConnection) throws -> SiteRecord {
        var record: SiteRecord = try JSON.value(row.text(1))
        record.attempts = try JSON.value(row.text(2))
        if let scan {
            record.pages = try db.rows(
                "SELECT record FROM page WHERE scan = $1 AND office = $2 ORDER BY position", [scan, row.text(0)]
            ).map { try JSON.value($0.text(0)) }
        }
        return record
    }

    private static func round(_ row: PGRow) throws -> OfficeRound {
        guard let time = Timestamp(iso8601: row.text(1)) else {
            throw StoreError(.corrupted, "The store holds a time that is none: \(row.text(1)).")
        }
        return OfficeRound(
            scan: row.text(0), finishedAt: time, verdict: try JSON.value(row.text(2)),
            attempts: try JSON.value(row.text(3)), ownNetworkUp: row.bool(4))
    }
}

extension String {
    /// PostgreSQL keeps no NUL in a text; what a server sent with one is kept with U+FFFD in its place.
    var withoutNUL: String { utf8.contains(0) ? replacing("\u{0}", with: "\u{FFFD}") : self }
}
