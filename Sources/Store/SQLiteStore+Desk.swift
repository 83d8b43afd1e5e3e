import Foundation
import GRDB
import Model

extension SQLiteStore: DeskStore {
    public func latestRounds() async throws(StoreError) -> [RegionRound] {
        try await read { db in
            // From region to region by the index, not through every round there was (a loose index scan).
            try Row.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE named(region) AS (
                        SELECT min(region) FROM region_round
                        UNION ALL
                        SELECT (SELECT min(region) FROM region_round WHERE region > named.region) FROM named
                        WHERE named.region IS NOT NULL)
                    SELECT r.region, r.scan, r.finished_at, r.counts FROM named JOIN region_round r
                    ON r.region = named.region AND r.scan = (
                        SELECT scan FROM region_round WHERE region = named.region ORDER BY finished_at DESC LIMIT 1)
                    """
            ).map(Self.regionRound)
        }
    }

    public func roundsMark(ofRegion region: String?) async throws(StoreError) -> String {
        try await read { db in
            if let region {
                return try String.fetchOne(
                    db,
                    sql: Self.markQuery, arguments: [region]) ?? ""
            }
            return try String.fetchOne(db, sql: Self.markQuery, arguments: [""]) ?? ""
        }
    }

    /// Counts of a round are written anew when it ends and when it is judged anew: either changes the mark.
    private static let markQuery = """
        SELECT ifnull((SELECT n FROM desk_mark WHERE region = ?), 0) || ' ' || (SELECT ifnull(max(id), 0) FROM statement)
        """

    public func changes(inRounds scans: [String]) async throws(StoreError) -> [OfficeChange] {
        try await read { db in
            var changes: [OfficeChange] = []
            for scan in scans {
                let rows = try Row.fetchCursor(
                    db,
                    sql: "SELECT region, scan, office, name, status_before, status FROM region_change WHERE scan = ?",
                    arguments: [scan])
                while let row = try rows.next() {
                    let (before, after): (String, String) = (row[4], row[5])
                    guard let before = OfficeStatus(rawValue: before), let after = OfficeStatus(rawValue: after) else {
                        continue
                    }
                    changes.append(
                        OfficeChange(
                            region: row[0], scan: row[1], office: row[2], name: row[3], before: before, after: after))
                }
            }
            return changes
        }
    }

    public func latestIncidents(limit: Int) async throws(StoreError) -> [(scan: String, incident: Incident)] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT scan, record FROM scan_incident ORDER BY started_at DESC LIMIT ?", arguments: [limit]
            ).map { (scan: $0[0], incident: try JSON.value($0[1])) }
        }
    }

    public func roundBefore(_ scan: ScanRecord) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            var newest: ScanRecord?
            for region in scan.regions {
                let text = try String.fetchOne(
                    db,
                    sql: """
                        SELECT s.record FROM region_round r JOIN scan s ON s.id = r.scan
                        WHERE r.region = ? AND s.started_at < ? ORDER BY s.started_at DESC LIMIT 1
                        """,
                    arguments: [region, scan.startedAt.iso8601])
                guard let text else { continue }
                let found: ScanRecord = try JSON.value(text)
                if newest.map({ $0.startedAt < found.startedAt }) ?? true { newest = found }
            }
            return newest
        }
    }

    public func pastStatuses(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [PastStatus] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT o.scan, o.finished_at, o.status, o.domain_class, o.proven, o.reason, o.reason_values,
                        o.condition, o.final_address, o.attempts
                    FROM office_past o JOIN scan s ON s.id = o.scan JOIN scan this ON this.id = ?2
                    WHERE o.code = ?1 AND o.scan <> ?2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                    ORDER BY o.finished_at DESC LIMIT ?3
                    """,
                arguments: [office, scan, limit]
            ).map { row in
                PastStatus(
                    scan: row[0], finishedAt: try StoredRow.time(row[1]),
                    verdict: try Self.shortVerdict(row, items: nil))
            }
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
                    SELECT t.target, o.finished_at, o.status, o.domain_class, o.proven, \(Self.shortVerdict),
                        (SELECT group_concat((i.value ->> 'item') || ' ' || (i.value ->> 'state'))
                            FROM json_each(o.verdict, '$.items') i)
                    FROM office o JOIN scan_target t ON t.scan = o.scan AND t.code = o.code
                    WHERE o.scan = ? AND o.region = ? ORDER BY o.position
                    """,
                arguments: [scan, region]
            ).map { row in
                OfficeRow(
                    target: try JSON.value(row[0]), verdict: try Self.shortVerdict(row, items: row[10]),
                    finishedAt: try StoredRow.time(row[1]))
            }
        }
    }

    /// What lists need of a verdict, taken out by SQLite: decoding the whole would be most of a page's time.
    private static let shortVerdict = """
        o.verdict ->> '$.reason', o.verdict -> '$.reasonValues', o.verdict ->> '$.condition',
        o.verdict ->> '$.finalAddress', o.verdict ->> '$.proof.attempts'
        """

    /// A verdict of columns 2 to 9; `items` as `biaya present,produk absent`.
    private static func shortVerdict(_ row: Row, items: String?) throws -> Verdict {
        try StoredRow.ShortVerdict(
            status: row[2], domainClass: row[3], proven: row[4], reason: row[5], reasonValues: row[6],
            condition: row[7], finalAddress: row[8], attempts: row[9], items: items
        ).verdict()
    }

    public func whereabouts(of office: String) async throws(StoreError) -> (region: String, scan: String)? {
        try await read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT o.region, o.scan FROM office_past h JOIN scan s ON s.id = h.scan
                    JOIN office o ON o.scan = h.scan AND o.code = h.code
                    WHERE h.code = ? AND s.finished_at IS NOT NULL ORDER BY h.finished_at DESC LIMIT 1
                    """,
                arguments: [office]
            ).map { (region: $0[0], scan: $0[1]) }
        }
    }

    public func body(_ sha256: String, servesRegions regions: [String]) async throws(StoreError) -> Bool {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT o.region, p.data FROM pack_body b JOIN pack p ON p.id = b.pack
                    JOIN office o ON o.scan = p.scan AND o.code = p.code WHERE b.body = ?
                    """,
                arguments: [OfficePack.key(sha256)])
            while let row = try rows.next() {
                let region: String = row[0]
                guard regions.isEmpty || regions.contains(where: { region == $0 || region.hasPrefix($0 + ".") })
                else { continue }
                // Eight bytes find it, all thirty-two prove it.
                if try OfficePack.pages(Array(row[1] as Data)).contains(where: { $0.sha256 == sha256 }) { return true }
            }
            return false
        }
    }

    private static func regionRound(_ row: Row) throws -> RegionRound {
        try StoredRow.regionRound(
            region: row["region"], scan: row["scan"], finishedAt: row["finished_at"], counts: row["counts"])
    }
}
