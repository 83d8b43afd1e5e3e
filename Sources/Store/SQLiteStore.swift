import Foundation
import GRDB
import Model
import Zstd

/// The store of one machine: a SQLite file in WAL mode, one writer, any number of readers.
public final class SQLiteStore: ScanStore {
    private let database: DatabasePool
    /// The file.
    public let path: String

    /// Opens or makes the store at a path and brings its tables up to date.
    public convenience init(path: String) throws(StoreError) { try self.init(path: path, watch: nil) }

    /// - Parameter watch: told every statement as it is run, for tests of query plans.
    init(path: String, watch: (@Sendable (String) -> Void)?) throws(StoreError) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { db in
                // WAL with NORMAL: a power cut may cost the last commits, never the file (sqlite.org/pragma.html).
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                db.add(function: Self.bodyKey)
                guard let watch else { return }
                db.trace(options: .statement) { event in
                    if case .statement(let statement) = event { watch(statement.expandedSQL) }
                }
            }
            database = try DatabasePool(path: path, configuration: configuration)
            let migrator = Schema.migrator
            if try database.read(migrator.hasBeenSuperseded) {
                throw StoreError(
                    .newerSchema,
                    "The store \(path) was written by a newer Ronda; install that version or another store.")
            }
            try migrator.migrate(database)
        } catch {
            throw Self.translate(error, path)
        }
    }

    /// `OfficePack.key` for SQL.
    private static let bodyKey = DatabaseFunction("body_key", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(OfficePack.key)
    }

    public func begin(_ scan: ScanRecord, targets: [Target]) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO scan (id, started_at, finished_at, target_key, record) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    scan.id, scan.startedAt.iso8601, scan.finishedAt?.iso8601, StoreKey.of(targets),
                    try JSON.text(scan),
                ])
            let insert = try db.makeStatement(
                sql: "INSERT INTO scan_target (scan, position, code, target) VALUES (?, ?, ?, ?)")
            for (position, target) in targets.enumerated() {
                try insert.execute(arguments: [scan.id, position, target.code, try JSON.text(target)])
            }
        }
    }

    public func unfinishedScan(over targets: [Target]) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT record FROM scan WHERE finished_at IS NULL AND target_key = ?
                    ORDER BY started_at DESC LIMIT 1
                    """,
                arguments: [StoreKey.of(targets)]
            ).map { try JSON.value($0) }
        }
    }

    public func remainingTargets(of scan: String) async throws(StoreError) -> [Target] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT target FROM scan_target t WHERE scan = ?
                    AND NOT EXISTS (SELECT 1 FROM office o WHERE o.scan = t.scan AND o.code = t.code) ORDER BY position
                    """,
                arguments: [scan]
            ).map { try JSON.value($0) }
        }
    }

    public func save(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let (pack, compressed) = (try pack(record, verdict), try await packed(bodies))
        let readings = Self.readings(of: bodies)
        try await write { db in try Self.insert(record, verdict, pack, compressed, readings, in: scan, db) }
    }

    public func replace(
        _ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String
    ) async throws(StoreError) {
        let (pack, compressed) = (try pack(record, verdict), try await packed(bodies))
        let readings = Self.readings(of: bodies)
        try await write { db in
            let key: StatementArguments = [scan, record.target.code]
            try PackSchema.remove(scan, record.target.code, db)
            try db.execute(sql: "DELETE FROM office WHERE scan = ? AND code = ?", arguments: key)
            try Self.insert(record, verdict, pack, compressed, readings, in: scan, db)
        }
    }

    public func replaceVerdict(of office: String, in scan: String, with verdict: Verdict) async throws(StoreError) {
        try await write { db in try Self.updateVerdict(verdict, of: office, in: scan, db) }
    }

    public func update(_ scan: ScanRecord) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE scan SET finished_at = ?, record = ? WHERE id = ?",
                arguments: [scan.finishedAt?.iso8601, try JSON.text(scan), scan.id])
            try Self.countRegions(of: scan.id, db)
            try Self.countItems(of: scan.id, db)
            try Self.countChanges(of: scan.id, db)
            for next in try Self.roundsAfter(scan.id, db) { try Self.countChanges(of: next, db) }
        }
    }

    public func scans() async throws(StoreError) -> [ScanRecord] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM scan ORDER BY started_at, id").map {
                try JSON.value($0)
            }
        }
    }

    public func records(of scan: String, withPages: Bool) async throws(StoreError) -> [SiteRecord] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db, sql: "\(Self.heads(withPages: withPages)) WHERE o.scan = ? ORDER BY o.position", arguments: [scan])
            var records: [SiteRecord] = []
            while let row = try rows.next() { records.append(try Self.office(row).record) }
            return records
        }
    }

    public func offices(
        of scan: String, after code: String, limit: Int
    ) async throws(StoreError) -> [StoredOffice] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: "\(Self.heads()) WHERE o.scan = ? AND o.code > ? ORDER BY o.code LIMIT ?",
                arguments: [scan, code, limit]
            ).map(Self.office)
        }
    }

    public func records(
        of scan: String, after code: String, limit: Int
    ) async throws(StoreError) -> [SiteRecord] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT record, attempts FROM office WHERE scan = ? AND code > ? ORDER BY code LIMIT ?",
                arguments: [scan, code, limit]
            ).map { row in
                var record: SiteRecord = try JSON.value(row[0])
                record.attempts = try JSON.value(row[1])
                return record
            }
        }
    }

    public func statusCounts(of scan: String) async throws(StoreError) -> [OfficeStatus: Int] {
        try await read { db in
            var counts: [OfficeStatus: Int] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT status, count(*) FROM office WHERE scan = ? GROUP BY status", arguments: [scan])
            while let row = try rows.next() {
                if let status = OfficeStatus(rawValue: row[0]) { counts[status] = row[1] }
            }
            return counts
        }
    }

    public func pageCounts(of scan: String) async throws(StoreError) -> [String: Int] {
        try await read { db in
            var counts: [String: Int] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT code, pages FROM pack WHERE scan = ? AND pages > 0", arguments: [scan])
            while let row = try rows.next() { counts[row[0]] = row[1] }
            return counts
        }
    }

    public func record(of office: String, in scan: String) async throws(StoreError) -> SiteRecord? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "\(Self.heads(withPages: true)) WHERE o.scan = ? AND o.code = ?", arguments: [scan, office]
            ).map { row in try Self.office(row).record }
        }
    }

    public func targets(of scan: String) async throws(StoreError) -> [Target] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT target FROM scan_target WHERE scan = ? ORDER BY position", arguments: [scan]
            ).map { try JSON.value($0) }
        }
    }

    public func verdicts(of scan: String) async throws(StoreError) -> [String: Verdict] {
        try await read { db in
            var verdicts: [String: Verdict] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "\(Self.heads()) WHERE o.scan = ?", arguments: [scan])
            while let row = try rows.next() { verdicts[row[0]] = try Self.verdict(row) }
            return verdicts
        }
    }

    public func verdict(of office: String, in scan: String) async throws(StoreError) -> Verdict? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "\(Self.heads()) WHERE o.scan = ? AND o.code = ?", arguments: [scan, office]
            ).map(Self.verdict)
        }
    }

    public func rounds(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [OfficeRound] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    \(Self.heads()) JOIN office_past h ON h.scan = o.scan AND h.code = o.code
                    JOIN scan s ON s.id = h.scan JOIN scan this ON this.id = ?2
                    WHERE h.code = ?1 AND h.scan <> ?2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                    ORDER BY h.finished_at DESC LIMIT ?3
                    """,
                arguments: [office, scan, limit]
            ).map { row in
                let known = try Self.office(row)
                return OfficeRound(
                    scan: row[7], finishedAt: known.record.finishedAt, verdict: known.verdict,
                    attempts: known.record.attempts, ownNetworkUp: known.record.ownNetworkUp)
            }
        }
    }

    public func body(_ sha256: String) async throws(StoreError) -> StoredBody? {
        try await read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT content_type, size, data FROM body WHERE sha256 = ?", arguments: [sha256])
            else { return nil }
            let data: Data = row[2]
            guard let bytes = PackedBody.unpacked(Array(data), size: row[1]) else {
                throw StoreError(.corrupted, "The body \(sha256) in the store cannot be unpacked.")
            }
            return StoredBody(sha256: sha256, contentType: row[0], bytes: bytes)
        }
    }

    public func validators(of office: String) async throws(StoreError) -> [String: PageValidators] {
        try await read { db in
            guard let (scan, pages) = try Self.lastPages(of: office, db) else { return [:] }
            return PageValidators.of(pages, in: scan)
        }
    }

    /// In one transaction: a thousand small ones, each with its way to the database's thread and back, were 7 % of a round
    /// in which nothing had changed (perf, without the ways).
    public func validators(
        of office: String, keptBy program: String
    ) async throws(StoreError) -> [String: PageValidators] {
        try await read { db in
            guard let (scan, pages) = try Self.lastPages(of: office, db) else { return [:] }
            var validators = PageValidators.of(pages, in: scan)
            let ask = try db.cachedStatement(sql: Self.keptReading)
            for page in pages {
                let key: StatementArguments = [page.sha256, page.address.description, program]
                guard let row = try Row.fetchOne(ask, arguments: key) else { continue }
                let data: Data = row[1]
                validators[page.address.crawlKey]?.kept = KeptFrame(
                    address: page.address, frame: Array(data), size: row[0])
            }
            return validators
        }
    }

    private static func lastPages(of office: String, _ db: Database) throws -> (ScanRecord, [PageHead])? {
        let last = try Row.fetchOne(
            db,
            sql: """
                SELECT p.data, s.record FROM office_past o JOIN scan s ON s.id = o.scan
                JOIN pack p ON p.scan = o.scan AND p.code = o.code
                WHERE o.code = ? AND s.finished_at IS NOT NULL ORDER BY o.finished_at DESC LIMIT 1
                """,
            arguments: [office])
        return try last.map { (try JSON.value($0[1]), try OfficePack.heads(Array($0[0] as Data))) }
    }

    private static let keptReading =
        "SELECT size, data FROM kept_reading WHERE sha256 = ? AND address = ? AND program = ?"

    public func keptReading(
        of sha256: String, at address: WebAddress, by program: String
    ) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            let ask = try db.cachedStatement(sql: Self.keptReading)
            guard let row = try Row.fetchOne(ask, arguments: [sha256, address.description, program]) else { return nil }
            let data: Data = row[1]
            return Zstd.decompress(Array(data), count: row[0])
        }
    }

    public func newestPage(at address: WebAddress) async throws(StoreError) -> PageRecord? {
        try await read { db in
            let sql = """
                SELECT p.id FROM pack p JOIN scan s ON s.id = p.scan
                JOIN office o ON o.scan = p.scan AND o.code = p.code WHERE p.pages > 0
                ORDER BY instr(ifnull(o.verdict ->> '$.finalAddress', ''), ?) = 0, s.started_at DESC, o.position
                """
            let ask = try db.cachedStatement(sql: "SELECT data FROM pack WHERE id = ?")
            for number in try Int64.fetchAll(db, sql: sql, arguments: ["://" + address.host]) {
                guard let data = try Data.fetchOne(ask, arguments: [number]) else { continue }
                let pages = try OfficePack.pages(Array(data))
                if let page = pages.first(where: { $0.address.crawlKey == address.crawlKey }) { return page }
            }
            return nil
        }
    }

    public func page(
        _ position: Int, of office: String, in scan: String
    ) async throws(StoreError) -> PageRecord? {
        try await read { db in
            let ask = try db.cachedStatement(sql: "SELECT data FROM pack WHERE scan = ? AND code = ?")
            guard let data = try Data.fetchOne(ask, arguments: [scan, office]) else { return nil }
            return try OfficePack.page(position, Array(data))
        }
    }
}

extension SQLiteStore {
    /// Compresses the bodies that the store does not hold yet, once each and before the writer is asked for.
    private func packed(_ bodies: [StoredBody]) async throws(StoreError) -> [(StoredBody, PackedBytes)] {
        guard !bodies.isEmpty else { return [] }
        var seen = try await read { db in
            let ask = try db.cachedStatement(sql: "SELECT 1 FROM body WHERE sha256 = ?")
            return Set(try bodies.map(\.sha256).filter { try Int.fetchOne(ask, arguments: [$0]) != nil })
        }
        return bodies.filter { seen.insert($0.sha256).inserted }.map { ($0, $0.packed) }
    }

    private static func readings(of bodies: [StoredBody]) -> [(String, StoredReading, PackedBytes)] {
        bodies.compactMap { body in body.reading.map { (body.sha256, $0, $0.packed) } }
    }

    private static func insert(
        _ record: SiteRecord, _ verdict: Verdict, _ pack: OfficePack, _ bodies: [(StoredBody, PackedBytes)],
        _ readings: [(String, StoredReading, PackedBytes)], in scan: String, _ db: Database
    ) throws {
        var head = record
        head.pages = []
        head.attempts = []
        let target = record.target
        try db.cachedStatement(
            sql: """
                INSERT INTO office (scan, code, position, region, kind, status, domain_class, proven, own_network_up,
                    started_at, finished_at, record, attempts, verdict)
                VALUES (?, ?, (SELECT position FROM scan_target WHERE scan = ?1 AND code = ?2), ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?)
                """
        ).execute(arguments: [
            scan, target.code, target.region, target.kind, verdict.status.rawValue, verdict.domainClass.rawValue,
            verdict.proof.proven, record.ownNetworkUp, record.startedAt.iso8601, record.finishedAt.iso8601,
            try JSON.text(head), try JSON.text(record.attempts), try JSON.text(verdict.brief),
        ])
        try PackSchema.insert(pack, scan, target.code, db)
        let insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO body (sha256, content_type, size, data) VALUES (?, ?, ?, ?)")
        for (body, data) in bodies {
            try insert.execute(arguments: [body.sha256, body.contentType, data.size, Data(data.frame)])
        }
        let keep = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO kept_reading (sha256, address, program, size, data) VALUES (?, ?, ?, ?, ?)")
        for (sha256, reading, data) in readings {
            try keep.execute(arguments: [
                sha256, reading.address.description, reading.program, data.size, Data(data.frame),
            ])
        }
    }

    /// Packs an office before the writer is asked for.
    private func pack(_ record: SiteRecord, _ verdict: Verdict) throws(StoreError) -> OfficePack {
        do { return try OfficePack(record, verdict) } catch { throw Self.translate(error, path) }
    }

    /// Offices with what is packed of them, for `office` and `verdict`.
    private static func heads(withPages: Bool = false) -> String {
        """
        SELECT o.code, o.position, o.record, o.attempts, o.verdict, k.head, \(withPages ? "k.data" : "NULL"), o.scan
        FROM office o LEFT JOIN pack k ON k.scan = o.scan AND k.code = o.code
        """
    }

    private static func office(_ row: Row) throws -> StoredOffice {
        var record: SiteRecord = try JSON.value(row[2])
        record.attempts = try JSON.value(row[3])
        if let data: Data = row[6] { record.pages = try OfficePack.pages(Array(data)) }
        return StoredOffice(position: row[1], record: record, verdict: try verdict(row))
    }

    private static func verdict(_ row: Row) throws -> Verdict {
        guard let head: Data = row[5] else { return try JSON.value(row[4]) }
        return try OfficePack.verdict(Array(head))
    }

    private static func updateVerdict(_ verdict: Verdict, of office: String, in scan: String, _ db: Database) throws {
        try db.cachedStatement(sql: "UPDATE pack SET head = ? WHERE scan = ? AND code = ?").execute(
            arguments: [Data(OfficePack.packed([try JSON.text(verdict)])), scan, office])
        try db.cachedStatement(
            sql: "UPDATE office SET status = ?, domain_class = ?, proven = ?, verdict = ? WHERE scan = ? AND code = ?"
        ).execute(arguments: [
            verdict.status.rawValue, verdict.domainClass.rawValue, verdict.proof.proven,
            try JSON.text(verdict.brief), scan, office,
        ])
    }

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await database.read(work) } catch { throw Self.translate(error, path) }
    }

    /// The same, for a caller that is on a thread of its own already.
    func readNow<Value>(_ work: (Database) throws -> Value) throws -> Value { try database.read(work) }

    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await database.write(work) } catch { throw Self.translate(error, path) }
    }

    func vacuuming() async throws(StoreError) {
        do { try await database.vacuum() } catch { throw Self.translate(error, path) }
    }

    func copying(to other: String) async throws(StoreError) {
        do {
            let queue = try DatabaseQueue(path: other)
            try database.backup(to: queue)
            try queue.close()
        } catch { throw Self.translate(error, other) }
    }

    /// SQLite's result code as a sentence that says what to do (sqlite.org/rescode.html).
    private static func translate(_ error: any Error, _ path: String) -> StoreError {
        var named = named(error, path)
        named.path = path
        return named
    }

    private static func named(_ error: any Error, _ path: String) -> StoreError {
        if let error = error as? StoreError { return error }
        guard let error = error as? DatabaseError else {
            return StoreError(.failed, "The store \(path) could not do its work: \(error).")
        }
        switch error.resultCode {
        case .SQLITE_FULL:
            return StoreError(
                .diskFull, "No space left for the store \(path); free some space and run the same command again.")
        case .SQLITE_READONLY, .SQLITE_PERM:
            return StoreError(.readOnly, "The store \(path) cannot be written; check its owner and rights.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return StoreError(
                .corrupted, "\(path) is no intact Ronda store; restore it from a copy or name another file.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return StoreError(.busy, "Another program is writing to \(path); wait until it ends.")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            return StoreError(
                .cannotOpen, "The store \(path) cannot be opened; check that its folder exists and has space.")
        default:
            return StoreError(
                .failed, "The store \(path) could not do its work: \(error.message ?? "\(error.resultCode)").")
        }
    }
}
