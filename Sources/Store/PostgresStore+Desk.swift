import Model
import Postgres

/// What the desk reads of rounds; `SQLiteStore+Desk` answers the same.
extension PostgresStore: DeskStore {
    /// Counts rounds that an older program closed; called when a desk opens.
    public func countForgottenRounds() async throws(StoreError) {
        try await write { db in try PostgresDesk.countForgotten(db) }
    }

    public func latestRounds() async throws(StoreError) -> [RegionRound] {
        try await read { db in
            // From region to region by the index, not through every round there was (a loose index scan).
            try db.rows(
                """
                WITH RECURSIVE named (region) AS (
                    (SELECT region FROM region_round ORDER BY region LIMIT 1)
                    UNION ALL
                    SELECT (SELECT r.region FROM region_round r WHERE r.region > named.region ORDER BY r.region LIMIT 1)
                    FROM named WHERE named.region IS NOT NULL)
                SELECT r.region, r.scan, r.finished_at, r.counts FROM named CROSS JOIN LATERAL (
                    SELECT * FROM region_round n WHERE n.region = named.region ORDER BY n.finished_at DESC LIMIT 1) r
                """
            ).map(Self.regionRound)
        }
    }

    public func roundsMark(ofRegion region: String?) async throws(StoreError) -> String {
        try await read { db in
            try db.first(
                """
                SELECT coalesce((SELECT n FROM desk_mark WHERE region = $1), 0) || ' '
                    || (SELECT coalesce(max(id), 0) FROM statement)
                """, [region ?? ""])?.text(0) ?? ""
        }
    }

    public func changes(inRounds scans: [String]) async throws(StoreError) -> [OfficeChange] {
        try await read { db in
            try scans.flatMap { scan in
                try db.rows(
                    """
                    SELECT region, scan, office, name, status_before, status FROM region_change WHERE scan = $1
                    ORDER BY region, office
                    """, [scan]
                ).compactMap { row in
                    guard let before = OfficeStatus(rawValue: row.text(4)),
                        let after = OfficeStatus(rawValue: row.text(5))
                    else { return nil }
                    return OfficeChange(
                        region: row.text(0), scan: row.text(1), office: row.text(2), name: row.text(3),
                        before: before, after: after)
                }
            }
        }
    }

    public func latestIncidents(limit: Int) async throws(StoreError) -> [(scan: String, incident: Incident)] {
        try await read { db in
            try db.rows(
                "SELECT scan, record FROM scan_incident ORDER BY started_at DESC, scan, number LIMIT $1", [limit]
            ).map { (scan: $0.text(0), incident: try JSON.value($0.text(1))) }
        }
    }

    public func roundBefore(_ scan: ScanRecord) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            var newest: ScanRecord?
            for region in scan.regions {
                let row = try db.first(
                    """
                    SELECT s.record FROM region_round r JOIN scan s ON s.id = r.scan
                    WHERE r.region = $1 AND s.started_at < $2 ORDER BY s.started_at DESC LIMIT 1
                    """, [region, scan.startedAt.iso8601])
                guard let row else { continue }
                let found: ScanRecord = try JSON.value(row.text(0))
                if newest.map({ $0.startedAt < found.startedAt }) ?? true { newest = found }
            }
            return newest
        }
    }

    public func pastStatuses(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [PastStatus] {
        try await read { db in
            try db.rows(
                """
                SELECT o.scan, o.finished_at, o.status, o.domain_class, o.proven, \(Self.shortVerdict), NULL
                FROM office o JOIN scan s ON s.id = o.scan JOIN scan this ON this.id = $2
                WHERE o.code = $1 AND o.scan <> $2 AND s.finished_at IS NOT NULL AND s.started_at < this.started_at
                ORDER BY o.finished_at DESC LIMIT $3
                """, [office, scan, limit]
            ).map { row in
                PastStatus(
                    scan: row.text(0), finishedAt: try StoredRow.time(row.text(1)), verdict: try Self.shortVerdict(row))
            }
        }
    }

    public func latestScans(limit: Int) async throws(StoreError) -> [ScanRecord] {
        try await read { db in
            try db.rows("SELECT record FROM scan ORDER BY started_at DESC LIMIT $1", [limit]).map {
                try JSON.value($0.text(0))
            }
        }
    }

    public func scan(_ id: String) async throws(StoreError) -> ScanRecord? {
        try await read { db in
            try db.first("SELECT record FROM scan WHERE id = $1", [id]).map { try JSON.value($0.text(0)) }
        }
    }

    public func rounds(ofRegion region: String, limit: Int) async throws(StoreError) -> [RegionRound] {
        try await read { db in
            try db.rows(
                """
                SELECT region, scan, finished_at, counts FROM region_round WHERE region = $1
                ORDER BY finished_at DESC LIMIT $2
                """, [region, limit]
            ).map(Self.regionRound)
        }
    }

    public func itemCounts(
        ofRegion region: String, in scan: String
    ) async throws(StoreError) -> [ItemKey: ItemCount] {
        try await read { db in
            let rows = try db.rows(
                "SELECT item, shown, offices FROM region_item WHERE region = $1 AND scan = $2", [region, scan])
            return rows.reduce(into: [:]) { counts, row in
                if let item = ItemKey(rawValue: row.text(0)) {
                    counts[item] = ItemCount(shown: row.int(1), all: row.int(2))
                }
            }
        }
    }

    public func offices(ofRegion region: String, in scan: String) async throws(StoreError) -> [OfficeRow] {
        try await read { db in
            try db.rows(
                """
                SELECT t.target, o.finished_at, o.status, o.domain_class, o.proven, \(Self.shortVerdict),
                    (SELECT coalesce(string_agg((i ->> 'item') || ' ' || (i ->> 'state'), ',' ORDER BY n), '')
                        FROM json_array_elements(\(PostgresDesk.json("o.verdict")) -> 'items') WITH ORDINALITY AS a (i, n))
                FROM office o JOIN scan_target t ON t.scan = $1 AND t.code = o.code
                WHERE o.scan = $1 AND o.region = $2 ORDER BY o.position
                """, [scan, region]
            ).map { row in
                OfficeRow(
                    target: try JSON.value(row.text(0)), verdict: try Self.shortVerdict(row),
                    finishedAt: try StoredRow.time(row.text(1)))
            }
        }
    }

    /// What lists need of a verdict, taken out by the server.
    private static let shortVerdict = {
        let verdict = PostgresDesk.json("o.verdict")
        return """
            \(verdict) ->> 'reason', \(verdict) -> 'reasonValues', \(verdict) ->> 'condition',
            \(verdict) ->> 'finalAddress', \(verdict) -> 'proof' ->> 'attempts'
            """
    }()

    /// A verdict of columns 2 to 9, its items in column 10.
    private static func shortVerdict(_ row: PGRow) throws -> Verdict {
        try StoredRow.ShortVerdict(
            status: row.text(2), domainClass: row.text(3), proven: row.bool(4), reason: row.columns[5],
            reasonValues: row.columns[6], condition: row.columns[7], finalAddress: row.columns[8],
            attempts: row.int(9), items: row.columns[10]
        ).verdict()
    }

    private static func regionRound(_ row: PGRow) throws -> RegionRound {
        try StoredRow.regionRound(
            region: row.text(0), scan: row.text(1), finishedAt: row.text(2), counts: row.text(3))
    }

    public func whereabouts(of office: String) async throws(StoreError) -> (region: String, scan: String)? {
        try await read { db in
            try db.first(
                """
                SELECT o.region, o.scan FROM office o JOIN scan s ON s.id = o.scan
                WHERE o.code = $1 AND s.finished_at IS NOT NULL ORDER BY o.finished_at DESC LIMIT 1
                """, [office]
            ).map { (region: $0.text(0), scan: $0.text(1)) }
        }
    }

    public func body(_ sha256: String, servesRegions regions: [String]) async throws(StoreError) -> Bool {
        try await read { db in
            let served = { (region: String) in
                regions.isEmpty || regions.contains { region == $0 || region.hasPrefix($0 + ".") }
            }
            let rows = try db.rows(
                """
                SELECT o.region, o.scan, o.code FROM pack k JOIN office o ON o.scan = k.scan AND o.code = k.code
                WHERE k.bodies @> $1::bigint[]
                """, [Self.array([OfficePack.key(sha256)])])
            for row in rows where served(row.text(0)) {
                let pack = try db.first(
                    "SELECT data FROM pack WHERE scan = $1 AND code = $2", [row.text(1), row.text(2)])
                // Eight bytes find it, all thirty-two prove it.
                if try OfficePack.pages(pack?.bytes(0) ?? []).contains(where: { $0.sha256 == sha256 }) { return true }
            }
            return try db.rows(
                """
                SELECT DISTINCT o.region FROM page p JOIN office o ON o.scan = p.scan AND o.code = p.office
                WHERE p.sha256 = $1
                """, [sha256]
            ).contains { served($0.text(0)) }
        }
    }

    public func newestPage(at address: WebAddress) async throws(StoreError) -> PageRecord? {
        try await read { db in
            let places = try db.rows(
                """
                SELECT o.scan, o.code FROM office o JOIN scan s ON s.id = o.scan
                ORDER BY strpos(coalesce(\(PostgresDesk.json("o.verdict")) ->> 'finalAddress', ''), $1) = 0, s.started_at DESC, o.position
                """, ["://" + address.host])
            for place in places {
                let key = [place.text(0), place.text(1)]
                let pack = try db.first("SELECT data FROM pack WHERE scan = $1 AND code = $2 AND pages > 0", key)
                var pages = try OfficePack.pages(pack?.bytes(0) ?? [])
                if pack == nil {
                    pages = try db.rows(
                        "SELECT record FROM page WHERE scan = $1 AND office = $2 ORDER BY position", key
                    )
                    .map { try JSON.page($0.text(0)) }
                }
                if let page = pages.first(where: { $0.address.crawlKey == address.crawlKey }) { return page }
            }
            return nil
        }
    }
}
