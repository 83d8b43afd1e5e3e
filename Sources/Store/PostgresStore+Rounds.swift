import Model
import Postgres

/// Rounds: what `ScanStore` asks of a scan as a whole.
extension PostgresStore: ScanStore {
    public func begin(_ scan: ScanRecord, targets: [Target]) async throws(StoreError) {
        try await write { db in try Self.begin(scan, targets, db) }
    }

    static func begin(_ scan: ScanRecord, _ targets: [Target], _ db: PGConnection) throws {
        let row = try db.first(
            """
            INSERT INTO scan (id, started_at, finished_at, target_key, record) VALUES ($1, $2, $3, $4, $5)
            RETURNING number
            """,
            [
                scan.id, scan.startedAt.iso8601, scan.finishedAt?.iso8601, StoreKey.of(targets), try JSON.text(scan),
            ])
        try makePartitions(scan.id, number: row?.int(0) ?? 0, db)
        try db.copy(
            into: "scan_target (scan, position, code, region, target)",
            try targets.enumerated().map { position, target in
                [
                    scan.id.pgValue, position.pgValue, target.code.pgValue, target.region.pgValue,
                    try JSON.text(target).pgValue,
                ]
            })
    }

    /// The tables of one round. Made apart and then attached: that locks nobody out of the other rounds (PostgreSQL
    /// manual, ALTER TABLE, ATTACH PARTITION).
    static func makePartitions(_ scan: String, number: Int, _ db: PGConnection) throws {
        let quoted = "'" + scan.replacing("'", with: "''") + "'"
        for table in ["scan_target", "office", "page", "pack"] {
            try db.script("CREATE TABLE \(table)_\(number) (LIKE \(table) INCLUDING ALL)")
            try db.script("ALTER TABLE \(table) ATTACH PARTITION \(table)_\(number) FOR VALUES IN (\(quoted))")
        }
    }

    /// Forgets a round: its tables are dropped, its bodies go when no page of another round rests on them.
    ///
    /// - Returns: false when there is no such round.
    public func forget(_ scan: String) async throws(StoreError) -> Bool {
        let found = try await read { db in try db.first("SELECT number FROM scan WHERE id = $1", [scan])?.int(0) }
        guard let number = found else { return false }
        for table in ["page", "pack", "office", "scan_target"] {
            do {
                try await pool.outside { db in
                    let there = try db.first("SELECT to_regclass($1) IS NOT NULL", ["\(table)_\(number)"])
                    guard there?.bool(0) == true else { return }
                    let attached = try db.first(
                        "SELECT 1 FROM pg_inherits WHERE inhrelid = to_regclass($1)", ["\(table)_\(number)"])
                    if attached != nil {
                        try db.script("ALTER TABLE \(table) DETACH PARTITION \(table)_\(number) CONCURRENTLY")
                    }
                    try db.script("DROP TABLE \(table)_\(number)")
                }
            } catch {
                throw translate(error)
            }
        }
        try await write { db in
            try db.run("DELETE FROM scan WHERE id = $1", [scan])
            try PostgresDesk.forget(scan, db)
            try Self.forgetBodies(db)
        }
        return true
    }

    /// Drops bodies that nothing rests on: no page, and no answer that an office's record keeps as evidence. While a round
    /// is open none is dropped, for its workers count on what they have seen there; the next time does it.
    static func forgetBodies(_ db: PGConnection) throws {
        guard try db.first("SELECT 1 FROM scan WHERE finished_at IS NULL") == nil else { return }
        try db.script(
            """
            CREATE TEMP TABLE kept ON COMMIT DROP AS
                SELECT DISTINCT (regexp_matches(record, '"sha256":"([0-9a-f]+)"', 'g'))[1] AS sha256 FROM office;
            CREATE TEMP TABLE packed ON COMMIT DROP AS SELECT DISTINCT unnest(bodies) AS body FROM pack;
            """)
        var last = ""
        while true {
            let some = try db.rows(
                """
                SELECT sha256 FROM body b WHERE sha256 > $1
                AND NOT EXISTS (SELECT 1 FROM page p WHERE p.sha256 = b.sha256)
                AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.sha256 = b.sha256) ORDER BY sha256 LIMIT 5000
                """, [last]
            ).map { $0.text(0) }
            guard let end = some.last else { return }
            last = end
            try db.run(
                """
                DELETE FROM body b USING unnest($1::text[], $2::bigint[]) AS d (sha256, body)
                WHERE b.sha256 = d.sha256 AND NOT EXISTS (SELECT 1 FROM packed p WHERE p.body = d.body)
                """,
                [
                    "{\(some.map { "\"\($0)\"" }.joined(separator: ","))}",
                    PostgresStore.array(some.map(OfficePack.key)),
                ])
        }
    }

    public func unfinishedScan(over targets: [Target]) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            try db.first(
                """
                SELECT record FROM scan WHERE finished_at IS NULL AND target_key = $1
                ORDER BY started_at DESC LIMIT 1
                """, [StoreKey.of(targets)]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    public func remainingTargets(of scan: String) async throws(StoreError) -> [Target] {
        try await read { db in
            try db.rows(
                """
                SELECT target FROM scan_target t WHERE scan = $1
                AND NOT EXISTS (SELECT 1 FROM office o WHERE o.scan = t.scan AND o.code = t.code) ORDER BY position
                """, [scan]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    public func update(_ scan: ScanRecord) async throws(StoreError) {
        try await write { db in
            try db.run(
                "UPDATE scan SET finished_at = $1, record = $2 WHERE id = $3",
                [scan.finishedAt?.iso8601, try JSON.text(scan), scan.id])
            try PostgresDesk.count(scan.id, db)
        }
    }

    public func scans() async throws(StoreError) -> [ScanRecord] {
        try await read { db in
            try db.rows("SELECT record FROM scan ORDER BY started_at, id").map { try JSON.value($0.text(0)) }
        }
    }

    public func targets(of scan: String) async throws(StoreError) -> [Target] {
        try await read { db in
            try db.rows("SELECT target FROM scan_target WHERE scan = $1 ORDER BY position", [scan]).map {
                try JSON.value($0.text(0))
            }
        }
    }
}
