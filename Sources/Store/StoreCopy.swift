import Foundation
import GRDB
import Model
import Postgres

/// What was copied from a store of one machine, and what could not be.
public struct StoreCopyReport: Sendable, Hashable {
    /// Rows by table.
    public var rows: [String: Int] = [:]
    /// Tables that hold rows and have no place on PostgreSQL yet.
    public var left: [String: Int] = [:]
}

extension SQLiteStore {
    /// Copies every round, body, statement and schedule into an empty PostgreSQL store, row by row as they are, in one
    /// transaction: it is there whole or not at all.
    public func copy(to target: PostgresStore) async throws(StoreError) -> StoreCopyReport {
        try await read { source in
            var report = StoreCopyReport()
            for table in Self.leftTables where try source.tableExists(table) {
                let count = try Int.fetchOne(source, sql: "SELECT count(*) FROM \(table)") ?? 0
                if count > 0 { report.left[table] = count }
            }
            return report
        }.merged(with: try await copyRows(to: target))
    }

    /// Accounts, assessments and the like: the web desk runs on one machine for now.
    private static let leftTables = [
        "person", "desk_session", "api_token", "message", "audit", "publication", "assessment", "assessment_finding",
        "assessment_form", "instrument_pack", "official_result",
    ]

    private static let tables: [(name: String, columns: String, order: String)] = [
        ("statement", "id, office, kind, at, answers, record, chain", "id"),
        ("schedule", "id, record", "id"),
        ("firing", "schedule, due, state, scheduler, at, alive_at, scan, note", "schedule, due"),
        ("body", "sha256, content_type, size, data", "sha256"),
        ("scan_target", "scan, position, code, region, target", "scan, position"),
        (
            "office",
            "scan, code, position, region, kind, status, domain_class, proven, own_network_up, started_at, finished_at, record, attempts, verdict",
            "scan, position"
        ),
    ]

    private func copyRows(to target: PostgresStore) async throws(StoreError) -> StoreCopyReport {
        try await target.write { [self] db in
            guard try db.first("SELECT 1 FROM scan UNION ALL SELECT 1 FROM statement LIMIT 1") == nil else {
                throw StoreError(.failed, "The store to copy to holds rounds already; name an empty one.")
            }
            return try readNow { source in
                var report = StoreCopyReport()
                let scans = try Row.fetchAll(
                    source,
                    sql: "SELECT id, started_at, finished_at, target_key, record FROM scan ORDER BY started_at, id")
                for scan in scans {
                    let row = try db.first(
                        """
                        INSERT INTO scan (id, started_at, finished_at, target_key, record) VALUES ($1, $2, $3, $4, $5)
                        RETURNING number
                        """, (0..<5).map { Self.value(scan[$0]) })
                    try PostgresStore.makePartitions(scan[0], number: row?.int(0) ?? 0, db)
                }
                report.rows["scan"] = scans.count
                for table in Self.tables { report.rows[table.name] = try Self.copy(table, from: source, to: db) }
                (report.rows["pack"], report.rows["page"]) = try Self.copyPacks(from: source, to: db)
                return report
            }
        }
    }

    /// A thousand rows at a time, so that a large store does not fill the memory.
    private static func copy(
        _ table: (name: String, columns: String, order: String), from source: Database, to db: PGConnection
    ) throws -> Int {
        var columns = table.columns
        if table.name == "scan_target" {
            columns = "scan, position, code, coalesce(json_extract(target, '$.region'), ''), target"
        }
        let rows = try Row.fetchCursor(source, sql: "SELECT \(columns) FROM \(table.name) ORDER BY \(table.order)")
        var (batch, count): ([[PGValue]], Int) = ([], 0)
        let place = "\(table.name) (\(table.columns))"
        while let row = try rows.next() {
            batch.append((0..<row.count).map { Self.value(row[$0]).pgValue })
            count += 1
            if batch.count == 1000 {
                try db.copy(into: place, batch)
                batch = []
            }
        }
        try db.copy(into: place, batch)
        return count
    }

    /// What is packed of offices, as it is, with the bodies it rests on.
    private static func copyPacks(from source: Database, to db: PGConnection) throws -> (packs: Int, pages: Int) {
        let rows = try Row.fetchCursor(source, sql: "SELECT id, scan, code, pages, head, data FROM pack ORDER BY id")
        let resting = try source.makeStatement(sql: "SELECT body FROM pack_body WHERE pack = ? ORDER BY body")
        var (batch, packs, pages) = ([[PGValue]](), 0, 0)
        let place = "pack (scan, code, pages, head, data, bodies)"
        while let row = try rows.next() {
            let bodies = try Int64.fetchAll(resting, arguments: [row[0] as Int64])
            batch.append((1...5).map { value(row[$0]).pgValue } + [PostgresStore.array(bodies).pgValue])
            packs += 1
            pages += row[3]
            if batch.count == 100 {
                try db.copy(into: place, batch)
                batch = []
            }
        }
        try db.copy(into: place, batch)
        return (packs, pages)
    }

    private static func value(_ value: DatabaseValue) -> PGCell {
        switch value.storage {
        case .null: PGCell(pgValue: .null)
        case .int64(let number): PGCell(pgValue: number.pgValue)
        case .double(let number): PGCell(pgValue: number.pgValue)
        case .string(let text): PGCell(pgValue: text.withoutNUL.pgValue)
        case .blob(let data): PGCell(pgValue: .bytes(Array(data)))
        }
    }

    private struct PGCell: PGParameter { var pgValue: PGValue }
}

extension StoreCopyReport {
    fileprivate func merged(with other: StoreCopyReport) -> StoreCopyReport {
        StoreCopyReport(
            rows: rows.merging(other.rows, uniquingKeysWith: +), left: left.merging(other.left, uniquingKeysWith: +))
    }
}
