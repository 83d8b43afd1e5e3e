import Foundation
import GRDB
import Model
import Postgres

/// What was copied from a store of one machine.
public struct StoreCopyReport: Sendable, Hashable {
    /// Rows by table.
    public var rows: [String: Int] = [:]
}

extension SQLiteStore {
    private static let tables: [(name: String, columns: String, order: String)] = [
        ("statement", "id, office, kind, at, answers, record, chain", "id"),
        ("schedule", "id, record", "id"),
        ("firing", "schedule, due, state, scheduler, at, alive_at, scan, note", "schedule, due"),
        ("message", "id, key, receiver, state, due, record", "id"),
        ("round_request", "id, kind, subject, record", "id"),
        ("person", "name, record, password", "name"),
        ("desk_session", "key, person, form_secret, expires", "key"),
        ("api_token", "key, purpose, person, created_at, scopes, regions, expires", "key"),
        ("audit", "id, at, record", "id"),
        ("office_list", "id, revision, record", "id"),
        ("listed_office", "list, code, valid_from, position, record", "list, code, valid_from"),
        ("publication", "id, kind, number, at, record, copy", "id"),
        ("instrument_pack", "hash, file, text", "hash"),
        ("assessment", "id, created_at, pack, record", "id"),
        ("assessment_finding", "id, assessment, office, item, record", "id"),
        ("assessment_form", "assessment, number, imported_at, record, size, data", "assessment, number"),
        ("official_result", "id, region, year, family, record", "id"),
        ("body", "sha256, content_type, size, data", "sha256"),
        ("scan_target", "scan, position, code, region, target", "scan, position"),
        (
            "office",
            "scan, code, position, region, kind, status, domain_class, proven, own_network_up, started_at, finished_at, record, attempts, verdict",
            "scan, position"
        ),
    ]

    /// Copies everything into an empty PostgreSQL store, row by row as it is, in one transaction: it is there whole or not at
    /// all. What only helps (`kept_reading`) stays behind; what is counted when a round ends is counted there anew.
    public func copy(to target: PostgresStore) async throws(StoreError) -> StoreCopyReport {
        try await target.write { [self] db in
            let filled = try db.first(
                "SELECT 1 FROM scan UNION ALL SELECT 1 FROM statement UNION ALL SELECT 1 FROM person LIMIT 1")
            guard filled == nil else {
                throw StoreError(.failed, "The store to copy to holds rounds or accounts already; name an empty one.")
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
                for table in PostgresDesk.numbered {
                    try db.run(
                        "SELECT setval(pg_get_serial_sequence('\(table)', 'id'), max(id)) FROM \(table) HAVING max(id) > 0"
                    )
                }
                try PostgresDesk.countForgotten(db)
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
        case .string(let text): PGCell(pgValue: text.pgValue)
        case .blob(let data): PGCell(pgValue: .bytes(Array(data)))
        }
    }

    private struct PGCell: PGParameter { var pgValue: PGValue }
}
