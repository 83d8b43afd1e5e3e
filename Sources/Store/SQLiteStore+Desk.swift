import GRDB
import Model

extension SQLiteStore: DeskStore {
    public func latestRounds() async throws(StoreError) -> [RegionRound] {
        try await read { db in
            // SQLite takes the other columns from the row that has the maximum (sqlite.org/lang_select.html#bareagg).
            try Row.fetchAll(
                db,
                sql: "SELECT region, scan, max(finished_at) AS finished_at, counts FROM region_round GROUP BY region"
            ).map(Self.regionRound)
        }
    }

    public func latestScans(limit: Int) async throws(StoreError) -> [ScanRecord] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM scan ORDER BY started_at DESC LIMIT ?", arguments: [limit])
                .map { try JSON.value($0) }
        }
    }

    public func scan(_ id: String) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            try String.fetchOne(db, sql: "SELECT record FROM scan WHERE id = ?", arguments: [id]).map {
                try JSON.value($0)
            }
        }
    }

    public func rounds(ofRegion region: String, limit: Int) async throws(StoreError) -> [RegionRound] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT region, scan, finished_at, counts FROM region_round WHERE region = ?
                    ORDER BY finished_at DESC LIMIT ?
                    """,
                arguments: [region, limit]
            ).map(Self.regionRound)
        }
    }

    public func itemCounts(
        ofRegion region: String, in scan: String
    ) async throws(StoreError) -> [ItemKey: ItemCount] {
        try await read { db in
            var counts: [ItemKey: ItemCount] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT item, shown, offices FROM region_item WHERE region = ? AND scan = ?",
                arguments: [region, scan])
            while let row = try rows.next() {
                if let item = ItemKey(rawValue: row[0]) { counts[item] = ItemCount(shown: row[1], all: row[2]) }
            }
            return counts
        }
    }

    public func offices(ofRegion region: String, in scan: String) async throws(StoreError) -> [OfficeRow] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.target, o.verdict, o.finished_at FROM office o
                    JOIN scan_target t ON t.scan = o.scan AND t.code = o.code
                    WHERE o.scan = ? AND o.region = ? ORDER BY o.position
                    """,
                arguments: [scan, region]
            ).map { row in
                OfficeRow(
                    target: try JSON.value(row[0]), verdict: try JSON.value(row[1]), finishedAt: try Self.time(row[2]))
            }
        }
    }

    public func whereabouts(of office: String) async throws(StoreError) -> (region: String, scan: String)? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT o.region, o.scan FROM office o JOIN scan s ON s.id = o.scan
                    WHERE o.code = ? AND s.finished_at IS NOT NULL ORDER BY o.finished_at DESC LIMIT 1
                    """,
                arguments: [office]
            ).map { (region: $0[0], scan: $0[1]) }
        }
    }

    public func body(_ sha256: String, servesRegions regions: [String]) async throws(StoreError) -> Bool {
        try await read { db in
            let rows = try String.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT o.region FROM page p JOIN office o ON o.scan = p.scan AND o.code = p.office
                    WHERE p.sha256 = ?
                    """,
                arguments: [sha256])
            while let region = try rows.next() {
                if regions.isEmpty || regions.contains(where: { region == $0 || region.hasPrefix($0 + ".") }) {
                    return true
                }
            }
            return false
        }
    }

    private static func regionRound(_ row: Row) throws -> RegionRound {
        let counts: [String: Int] = try JSON.value(row["counts"])
        return RegionRound(
            region: row["region"], scan: row["scan"], finishedAt: try time(row["finished_at"]),
            counts: counts.reduce(into: [:]) { known, pair in
                if let status = OfficeStatus(rawValue: pair.key) { known[status] = pair.value }
            })
    }

    /// Counts what a round that has ended found, region by region; counted anew when it is judged anew.
    static func countRegions(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_round WHERE scan = ?", arguments: [scan])
        // A look at one office is no round of its region.
        let list = try String.fetchOne(
            db, sql: "SELECT json_extract(record, '$.lists[0]') FROM scan WHERE id = ?", arguments: [scan])
        if let list, list.hasPrefix(RoundSchedule.officeScheme) { return }
        try db.execute(
            sql: """
                INSERT INTO region_round (region, scan, finished_at, counts)
                SELECT region, scan, finished_at, json_group_object(status, n) FROM (
                    SELECT o.region, o.scan, s.finished_at, o.status, count(*) AS n FROM office o
                    JOIN scan s ON s.id = o.scan WHERE s.id = ? AND s.finished_at IS NOT NULL
                    GROUP BY o.region, o.status)
                GROUP BY region
                """,
            arguments: [scan])
    }

    /// The same for items, over the offices with a living site: a heat map asks no verdict.
    static func countItems(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_item WHERE scan = ?", arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO region_item (region, scan, item, shown, offices)
                SELECT o.region, o.scan, json_extract(i.value, '$.item'),
                    sum(json_extract(i.value, '$.state') IN ('present', 'linked')), count(*)
                FROM office o JOIN region_round r ON r.scan = o.scan AND r.region = o.region,
                    json_each(o.verdict, '$.items') i
                WHERE o.scan = ? AND o.status IN ('active', 'section') GROUP BY 1, 2, 3
                """,
            arguments: [scan])
    }

    static func time(_ text: String) throws -> Timestamp {
        guard let time = Timestamp(iso8601: text) else {
            throw StoreError(.corrupted, "The store holds a time that is none: \(text).")
        }
        return time
    }
}
