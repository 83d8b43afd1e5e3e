import Model
import Postgres

/// Offices, their pages and bodies.
extension PostgresStore {
    public func save(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let (pack, packed) = (try pack(record, verdict), try await packed(bodies))
        try await write { [fence] db in
            try Self.insert(record, verdict, pack, packed, in: scan, db)
            try fence?.markDone(record.target.code, db)
        }
    }

    public func replace(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let (pack, packed) = (try pack(record, verdict), try await packed(bodies))
        try await write { [fence] db in
            try db.run("DELETE FROM page WHERE scan = $1 AND office = $2", [scan, record.target.code])
            try db.run("DELETE FROM pack WHERE scan = $1 AND code = $2", [scan, record.target.code])
            try db.run("DELETE FROM office WHERE scan = $1 AND code = $2", [scan, record.target.code])
            try Self.insert(record, verdict, pack, packed, in: scan, db)
            try fence?.markDone(record.target.code, db)
        }
    }

    public func replaceVerdict(of office: String, in scan: String, with verdict: Verdict) async throws(StoreError) {
        let head = try packing { OfficePack.packed([try JSON.text(verdict)]) }
        try await write { db in
            try db.run("UPDATE pack SET head = $1 WHERE scan = $2 AND code = $3", [head, scan, office])
            try db.run(
                "UPDATE office SET status = $1, domain_class = $2, proven = $3, verdict = $4 WHERE scan = $5 AND code = $6",
                [
                    verdict.status.rawValue, verdict.domainClass.rawValue, verdict.proof.proven,
                    try JSON.text(verdict.brief), scan, office,
                ])
        }
    }

    public func records(of scan: String, withPages: Bool) async throws(StoreError) -> [SiteRecord] {
        try await read { db in
            try db.rows("\(Self.heads(withPages: withPages)) WHERE o.scan = $1 ORDER BY o.position", [scan]).map {
                try Self.office($0, withPages: withPages, db).record
            }
        }
    }

    public func offices(of scan: String, after code: String, limit: Int) async throws(StoreError) -> [StoredOffice] {
        try await read { db in
            try db.rows(
                """
                \(Self.heads()) WHERE o.scan = $1 AND o.code COLLATE "C" > $2 ORDER BY o.code COLLATE "C" LIMIT $3
                """, [scan, code, limit]
            ).map { try Self.office($0, withPages: false, db) }
        }
    }

    public func records(of scan: String, after code: String, limit: Int) async throws(StoreError) -> [SiteRecord] {
        try await read { db in
            try db.rows(
                """
                SELECT record, attempts FROM office WHERE scan = $1 AND code COLLATE "C" > $2
                ORDER BY code COLLATE "C" LIMIT $3
                """, [scan, code, limit]
            ).map { row in
                var record: SiteRecord = try JSON.value(row.text(0))
                record.attempts = try JSON.value(row.text(1))
                return record
            }
        }
    }

    /// Offices of one region of a round without their pages, by code; the next ones are asked for with the last code.
    public func offices(
        ofRegion region: String, in scan: String, after code: String, limit: Int
    ) async throws(StoreError) -> [StoredOffice] {
        try await read { db in
            try db.rows(
                """
                \(Self.heads()) WHERE o.scan = $1 AND o.region = $4 AND o.code COLLATE "C" > $2
                ORDER BY o.code COLLATE "C" LIMIT $3
                """, [scan, code, limit, region]
            ).map { try Self.office($0, withPages: false, db) }
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
            try db.first("\(Self.heads(withPages: true)) WHERE o.scan = $1 AND o.code = $2", [scan, office])
                .map { try Self.office($0, withPages: true, db).record }
        }
    }

    public func pageCounts(of scan: String) async throws(StoreError) -> [String: Int] {
        try await read { db in
            let rows = try db.rows(
                """
                SELECT office, count(*) FROM page WHERE scan = $1 GROUP BY office
                UNION ALL SELECT code, pages FROM pack WHERE scan = $1 AND pages > 0
                """, [scan])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0), $0.int(1)) })
        }
    }

    public func verdicts(of scan: String) async throws(StoreError) -> [String: Verdict] {
        try await read { db in
            let rows = try db.rows("\(Self.heads()) WHERE o.scan = $1", [scan])
            return Dictionary(uniqueKeysWithValues: try rows.map { ($0.text(0), try Self.verdict($0)) })
        }
    }

    public func verdict(of office: String, in scan: String) async throws(StoreError) -> Verdict? {
        try await read { db in
            try db.first("\(Self.heads()) WHERE o.scan = $1 AND o.code = $2", [scan, office]).map(Self.verdict)
        }
    }

    public func rounds(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [OfficeRound] {
        try await read { db in
            try db.rows(
                """
                \(Self.heads()) JOIN scan s ON s.id = o.scan JOIN scan this ON this.id = $2
                WHERE o.code = $1 AND o.scan <> $2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                ORDER BY o.finished_at DESC LIMIT $3
                """, [office, scan, limit]
            ).map { row in
                let known = try Self.office(row, withPages: false, db)
                return OfficeRound(
                    scan: row.text(7), finishedAt: known.record.finishedAt, verdict: known.verdict,
                    attempts: known.record.attempts, ownNetworkUp: known.record.ownNetworkUp)
            }
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
                    \(Self.heads(withPages: true)) JOIN scan s ON s.id = o.scan
                    WHERE o.code = $1 AND s.finished_at IS NOT NULL ORDER BY o.finished_at DESC LIMIT 1
                    """, [office]),
                let scan = try db.first("SELECT record FROM scan WHERE id = $1", [last.text(7)])
            else { return [:] }
            let pages = try Self.office(last, withPages: true, db).record.pages
            return PageValidators.of(pages.map(PageHead.init), in: try JSON.value(scan.text(0)))
        }
    }

    public func page(_ position: Int, of office: String, in scan: String) async throws(StoreError) -> PageRecord? {
        try await read { db in
            if let row = try db.first("SELECT data FROM pack WHERE scan = $1 AND code = $2", [scan, office]) {
                return try OfficePack.page(position, row.bytes(0))
            }
            return try db.first(
                "SELECT record FROM page WHERE scan = $1 AND office = $2 AND position = $3", [scan, office, position]
            ).map { try JSON.page($0.text(0)) }
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
        _ record: SiteRecord, _ verdict: Verdict, _ pack: OfficePack, _ bodies: [(StoredBody, PackedBytes)],
        in scan: String, _ db: PGConnection
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
                try JSON.text(head), try JSON.text(record.attempts), try JSON.text(verdict.brief),
            ])
        guard touched == 1 else {
            throw StoreError(.failed, "The round \(scan) has no office \(target.code); it was not begun with it.")
        }
        try insert(pack, scan, target.code, db)
        try insert(bodies, db)
    }

    static func insert(_ pack: OfficePack, _ scan: String, _ code: String, _ db: PGConnection) throws {
        try db.run(
            "INSERT INTO pack (scan, code, pages, head, data, bodies) VALUES ($1, $2, $3, $4, $5, $6::bigint[])",
            [scan, code, pack.pageCount, pack.head, pack.pages, array(pack.bodies)])
    }

    static func array(_ numbers: [Int64]) -> String { "{\(numbers.map { "\($0)" }.joined(separator: ","))}" }

    /// Bodies by COPY into a table of the transaction, and from there those that nobody brought meanwhile; in one order,
    /// so that two who bring the same ones wait for each other instead of being in each other's way.
    static func insert(_ bodies: [(StoredBody, PackedBytes)], _ db: PGConnection) throws {
        guard !bodies.isEmpty else { return }
        try db.script("CREATE TEMP TABLE IF NOT EXISTS incoming (LIKE body) ON COMMIT DELETE ROWS")
        try db.copy(
            into: "incoming (sha256, content_type, size, data)",
            bodies.map { body, data in
                [
                    body.sha256.pgValue, body.contentType.pgValue, data.size.pgValue, .bytes(data.frame),
                ]
            })
        try db.script(
            "INSERT INTO body SELECT DISTINCT ON (sha256) * FROM incoming ORDER BY sha256 ON CONFLICT DO NOTHING")
        try db.script("TRUNCATE incoming")
    }

    /// Packs an office before a connection is asked for. Record and attempts stay texts of their row: a program of the
    /// version before goes on reading how often an office was tried.
    private func pack(_ record: SiteRecord, _ verdict: Verdict) throws(StoreError) -> OfficePack {
        try packing { try OfficePack(record, verdict) }
    }

    private func packing<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        do { return try work() } catch { throw translate(error) }
    }

    /// Offices with what is packed of them, for `office` and `verdict`; those of older rounds have nothing packed.
    private static func heads(withPages: Bool = false) -> String {
        """
        SELECT o.code, o.position, o.record, o.attempts, o.verdict, k.head, \(withPages ? "k.data" : "NULL"), o.scan
        FROM office o LEFT JOIN pack k ON k.scan = o.scan AND k.code = o.code
        """
    }

    private static func office(_ row: PGRow, withPages: Bool, _ db: PGConnection) throws -> StoredOffice {
        var record: SiteRecord = try JSON.value(row.text(2))
        record.attempts = try JSON.value(row.text(3))
        if withPages, row.isNull(5) {
            record.pages = try db.rows(
                "SELECT record FROM page WHERE scan = $1 AND office = $2 ORDER BY position", [row.text(7), row.text(0)]
            ).map { try JSON.page($0.text(0)) }
        } else if withPages {
            record.pages = try OfficePack.pages(row.bytes(6))
        }
        return StoredOffice(position: row.int(1), record: record, verdict: try verdict(row))
    }

    private static func verdict(_ row: PGRow) throws -> Verdict {
        if row.isNull(5) { return try JSON.value(row.text(4)) }
        return try OfficePack.verdict(row.bytes(5))
    }
}
