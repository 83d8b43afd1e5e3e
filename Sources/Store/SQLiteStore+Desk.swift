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
                    SELECT o.scan, o.finished_at, o.status, o.domain_class, o.proven, \(Self.shortVerdict)
                    FROM office o JOIN scan s ON s.id = o.scan JOIN scan this ON this.id = ?2
                    WHERE o.code = ?1 AND o.scan <> ?2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                    ORDER BY o.finished_at DESC LIMIT ?3
                    """,
                arguments: [office, scan, limit]
            ).map { row in
                PastStatus(
                    scan: row[0], finishedAt: try Self.time(row[1]), verdict: try Self.shortVerdict(row, items: nil))
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
                    finishedAt: try Self.time(row[1]))
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
        let (status, domain): (String, String) = (row[2], row[3])
        guard let status = OfficeStatus(rawValue: status), let domain = DomainClass(rawValue: domain) else {
            throw StoreError(.corrupted, "The store holds a status that is none: \(status) \(domain).")
        }
        let address: String? = row[8]
        var verdict = Verdict(
            status: status, reason: row[5] ?? "",
            proof: Proof(proven: row[4], attempts: row[9] ?? 0, days: []),
            finalAddress: address.flatMap { WebAddress($0) }, domainClass: domain,
            items: (items ?? "").split(separator: ",").compactMap { pair in
                let halves = pair.split(separator: " ")
                guard halves.count == 2, let item = ItemKey(rawValue: String(halves[0])),
                    let state = ItemState(rawValue: String(halves[1]))
                else { return nil }
                return ItemVerdict(item: item, state: state)
            })
        if let condition: String = row[7] { verdict.condition = SiteCondition(rawValue: condition) ?? .normal }
        if items == nil, let values: String = row[6] { verdict.reasonValues = try JSON.value(values) }
        return verdict
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

    /// What a round changed against the round before of the same region, and the incidents it met.
    static func countChanges(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_change WHERE scan = ?", arguments: [scan])
        try db.execute(sql: "DELETE FROM scan_incident WHERE scan = ?", arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO region_change (region, scan, office, name, status_before, status)
                SELECT r.region, r.scan, o.code, ifnull(t.target ->> 'name', o.code), b.status, o.status
                FROM region_round r
                JOIN office o ON o.scan = r.scan AND o.region = r.region
                JOIN office b ON b.code = o.code AND b.scan = (
                    SELECT p.scan FROM region_round p WHERE p.region = r.region AND p.finished_at < r.finished_at
                    ORDER BY p.finished_at DESC LIMIT 1)
                LEFT JOIN scan_target t ON t.scan = o.scan AND t.code = o.code
                WHERE r.scan = ? AND b.status <> o.status
                """,
            arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO scan_incident (scan, number, started_at, record)
                SELECT s.id, i.key, i.value ->> 'startedAt', i.value FROM scan s, json_each(s.record, '$.incidents') i
                WHERE s.id = ? AND s.finished_at IS NOT NULL
                """,
            arguments: [scan])
    }

    /// The next rounds of a round's regions: what they changed depends on it.
    static func roundsAfter(_ scan: String, _ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT n.scan FROM region_round r JOIN region_round n ON n.region = r.region AND n.scan = (
                    SELECT p.scan FROM region_round p WHERE p.region = r.region AND p.finished_at > r.finished_at
                    ORDER BY p.finished_at LIMIT 1)
                WHERE r.scan = ?
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
