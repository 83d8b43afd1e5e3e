import Model
import Postgres

/// Units of work: who has which, and what comes after.
///
/// The truth of a shared round lies here and nowhere else. A message of the broker only says "look at this unit"; a lost
/// or doubled message costs a look. A round's steps (survey and first pass, turn, second pass, close) follow each other in
/// the commit that ends the last unit of a step.
extension PostgresStore {
    /// The same store, whose writes are those of a unit.
    public func fenced(by fence: UnitFence) -> PostgresStore {
        var copy = self
        copy.fence = fence
        return copy
    }

    /// How the rows of a shared round are written. It stands behind the hash of its rules, so that programs that write
    /// them otherwise leave its units alone, and finish their own.
    static let form = "+pack+turns"

    /// Begins a round that workers share: its offices, its plan and a survey for every region, in one transaction.
    public func begin(_ scan: ScanRecord, targets: [Target], plan: SharedPlan) async throws(StoreError) {
        try await write { db in
            try Self.begin(scan, targets, db)
            try db.run(
                "INSERT INTO scan_plan (scan, rules_hash, priority, record) VALUES ($1, $2, $3, $4)",
                [scan.id, scan.rulesHash + Self.form, plan.priority, try JSON.text(plan)])
            for region in Set(targets.map(\.region)).sorted() {
                try Self.give(scan.id, "survey/\(region)", .survey, region: region, db)
            }
        }
    }

    /// Takes a unit, when it is there to be taken.
    ///
    /// - Parameters:
    ///   - seconds: how long the worker has it without a sign of life.
    ///   - rulesHash: of this worker; a round is made by the rules it was begun with.
    ///   - most: attempts without any progress after which the unit is dead.
    public func claim(
        _ unit: UnitName, by worker: String, for seconds: Double, rulesHash: String, most: Int
    ) async throws(StoreError) -> UnitAnswer {
        try await write { db in
            guard
                let row = try db.first(
                    """
                    SELECT u.kind, u.region, u.state, u.epoch, u.attempts, u.remaining,
                        greatest(extract(epoch FROM u.lease_until - clock_timestamp()),
                            extract(epoch FROM u.not_before - clock_timestamp())),
                        s.record, p.record, p.rules_hash
                    FROM unit u JOIN scan s ON s.id = u.scan JOIN scan_plan p ON p.scan = u.scan
                    WHERE u.scan = $1 AND u.grp = $2 AND u.slice = $3 FOR UPDATE OF u
                    """, [unit.scan, unit.group, unit.slice]),
                let kind = UnitKind(rawValue: row.text(0)), ["ready", "running"].contains(row.text(2))
            else { return .over }
            if let wait = row.columns[6].flatMap(Double.init), wait > 0 { return .later(wait + 0.5) }
            if row.text(9) != rulesHash + Self.form { return .later(60) }
            let pass = kind == .first ? 1 : kind == .second ? 2 : 0
            let offices = pass == 0 ? 0 : try Self.remaining(unit, pass, db)
            let progressed = pass > 0 && offices < row.int(5)
            let attempt = progressed ? 1 : row.int(4) + 1
            guard attempt <= most else {
                try db.run(
                    """
                    UPDATE unit SET state = 'dead', worker = NULL, lease_until = NULL,
                        error = coalesce(error, 'the worker that had it went away, each time')
                    WHERE scan = $1 AND grp = $2 AND slice = $3
                    """, [unit.scan, unit.group, unit.slice])
                return .over
            }
            try db.run(
                """
                UPDATE unit SET state = 'running', epoch = epoch + 1, worker = $4, attempts = $5, remaining = $6,
                    lease_until = clock_timestamp() + make_interval(secs => $7::float8), not_before = NULL
                WHERE scan = $1 AND grp = $2 AND slice = $3
                """, [unit.scan, unit.group, unit.slice, worker, attempt, offices, seconds])
            return .mine(
                UnitClaim(
                    fence: UnitFence(unit: unit, epoch: row.int(3) + 1, pass: pass), kind: kind, region: row.text(1),
                    attempt: attempt, scan: try JSON.value(row.text(7)), plan: try JSON.value(row.text(8)), offices: [])
            )
        }
    }

    /// The offices of a claimed unit that have no outcome in its pass.
    public func offices(of fence: UnitFence) async throws(StoreError) -> [Target] {
        try await read { db in
            try db.rows(
                """
                SELECT t.target FROM unit_office o JOIN scan_target t ON t.scan = o.scan AND t.code = o.code
                WHERE o.scan = $1 AND o.pass = $2 AND o.grp = $3 AND NOT o.done ORDER BY o.position
                """, [fence.unit.scan, fence.pass, fence.unit.group]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    /// Targets of a round in one region, in list order.
    public func targets(of scan: String, region: String) async throws(StoreError) -> [Target] {
        try await read { db in
            try db.rows(
                "SELECT target FROM scan_target WHERE scan = $1 AND region = $2 ORDER BY position", [scan, region]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    /// A sign of life; false when the unit belongs to another worker by now.
    public func renew(_ fence: UnitFence, for seconds: Double) async throws(StoreError) -> Bool {
        let unit = fence.unit
        return try await read { db in
            try db.run(
                """
                UPDATE unit SET lease_until = clock_timestamp() + make_interval(secs => $5::float8)
                WHERE scan = $1 AND grp = $2 AND slice = $3 AND epoch = $4 AND state = 'running'
                """, [unit.scan, unit.group, unit.slice, fence.epoch, seconds]) == 1
        }
    }

    /// Gives a unit back unfinished and unharmed: the worker stops.
    public func handBack(_ fence: UnitFence) async throws(StoreError) {
        try await end(fence, "state = 'ready', attempts = greatest(attempts - 1, 0), published_at = NULL", [])
    }

    /// Gives a unit back unfinished, to be taken again after some seconds: the hours of its regions are over.
    public func postpone(_ fence: UnitFence, for seconds: Double) async throws(StoreError) {
        try await end(
            fence,
            """
            state = 'ready', attempts = greatest(attempts - 1, 0), published_at = NULL,
            not_before = clock_timestamp() + make_interval(secs => $5::float8)
            """, [seconds])
    }

    /// Gives a unit back after an error; dead when it was the last attempt.
    public func fail(_ fence: UnitFence, error: String, most: Int, retryAfter: Double) async throws(StoreError) {
        try await end(
            fence,
            """
            state = CASE WHEN attempts >= $5::int THEN 'dead' ELSE 'ready' END, error = $6, published_at = NULL,
            not_before = clock_timestamp() + make_interval(secs => $7::float8)
            """, [most, error, retryAfter])
    }

    private func end(
        _ fence: UnitFence, _ changes: String, _ values: [any PGParameter & Sendable]
    ) async throws(StoreError) {
        let unit = fence.unit
        // Giving back what another has by now is refused too, but loses nothing: counted apart from results.
        try await fenced(by: fence).write(refusal: "refused_returns") { db in
            _ = try db.run(
                """
                UPDATE unit SET worker = NULL, lease_until = NULL, \(changes)
                WHERE scan = $1 AND grp = $2 AND slice = $3 AND epoch = $4
                """, [unit.scan, unit.group, unit.slice, fence.epoch] + values)
        }
    }

    // MARK: - What comes after

    /// Ends a survey: its view is kept, its offices go to the groups of their servers.
    public func finishSurvey(
        _ fence: UnitFence, region: String, view: String, groups: [String: String], stats: [String: Int]
    ) async throws(StoreError) {
        try await finish(fence, stats: stats) { db in
            try db.run(
                """
                INSERT INTO region_view (scan, region, record) VALUES ($1, $2, $3)
                ON CONFLICT (scan, region) DO UPDATE SET record = excluded.record
                """, [fence.unit.scan, region, view])
            try Self.share(groups, pass: 1, fence.unit.scan, db)
        }
    }

    /// Ends the turn of a region: its offices that are asked once more, by their groups, and what is known of it by now;
    /// nil when that is as it was.
    public func finishTurn(
        _ fence: UnitFence, groups: [String: String], view: String?, stats: [String: Int]
    ) async throws(StoreError) {
        try await finish(fence, stats: stats) { db in
            if let view {
                try db.run(
                    """
                    UPDATE region_view v SET record = $4 FROM unit u
                    WHERE u.scan = $1 AND u.grp = $2 AND u.slice = $3 AND v.scan = u.scan AND v.region = u.region
                    """, [fence.unit.scan, fence.unit.group, fence.unit.slice, view])
            }
            try Self.share(groups, pass: 2, fence.unit.scan, db)
        }
    }

    /// Ends a slice, or the close.
    public func finish(_ fence: UnitFence, pages: Int = 0, stats: [String: Int]) async throws(StoreError) {
        try await finish(fence, pages: pages, stats: stats) { _ in }
    }

    /// Ends a unit in one transaction with what it leaves and what comes after it.
    private func finish(
        _ fence: UnitFence, pages: Int = 0, stats: [String: Int],
        _ work: @escaping @Sendable (PGConnection) throws -> Void
    ) async throws(StoreError) {
        let unit = fence.unit
        // The plan's row is locked first: of two units that end at once, the second sees that the first has ended.
        try await write { db in
            try db.run("SELECT 1 FROM scan_plan WHERE scan = $1 FOR UPDATE", [unit.scan])
            try fence.prove(db)
            try work(db)
            let kind = try db.first(
                """
                UPDATE unit SET state = 'done', lease_until = NULL, finished_at = clock_timestamp(), error = NULL,
                    pages = $4, stats = $5
                WHERE scan = $1 AND grp = $2 AND slice = $3 RETURNING kind
                """, [unit.scan, unit.group, unit.slice, pages, try JSON.text(stats)])
            try Self.follow(unit, UnitKind(rawValue: kind?.text(0) ?? "") ?? .first, fence.pass, db)
        }
    }

    /// Gives the units that follow one that has ended.
    static func follow(_ unit: UnitName, _ kind: UnitKind, _ pass: Int, _ db: PGConnection) throws {
        if pass > 0, try remaining(unit, pass, db) > 0 {
            return try give(unit.scan, unit.group, kind, db)
        }
        let step =
            switch kind {
            case .survey, .first: ["survey", "first"]
            case .turn, .second: ["turn", "second"]
            case .close: ["close"]
            }
        let open = try db.first(
            """
            SELECT 1 FROM unit WHERE scan = $1 AND kind = ANY($2::text[]) AND state IN ('ready', 'running', 'dead') LIMIT 1
            """, [unit.scan, "{\(step.joined(separator: ","))}"])
        guard open == nil else { return }
        switch kind {
        case .survey, .first: try giveTurns(unit.scan, db)
        case .turn, .second: try give(unit.scan, "close", .close, db)
        case .close: break
        }
    }

    private static func remaining(_ unit: UnitName, _ pass: Int, _ db: PGConnection) throws -> Int {
        try db.first(
            "SELECT count(*) FROM unit_office WHERE scan = $1 AND pass = $2 AND grp = $3 AND NOT done",
            [unit.scan, pass, unit.group])?.int(0) ?? 0
    }

    /// Puts offices into groups, and gives each group that has no open unit one.
    private static func share(_ groups: [String: String], pass: Int, _ scan: String, _ db: PGConnection) throws {
        for (code, group) in groups.sorted(by: { $0.key < $1.key }) {
            try db.run(
                """
                INSERT INTO unit_office (scan, pass, code, grp, position)
                SELECT scan, $2, code, $4, position FROM scan_target WHERE scan = $1 AND code = $3
                ON CONFLICT DO NOTHING
                """, [scan, pass, code, group])
        }
        for group in Set(groups.values).sorted() {
            let open = try db.first(
                "SELECT 1 FROM unit WHERE scan = $1 AND grp = $2 AND state IN ('ready', 'running', 'dead')",
                [scan, group])
            if open == nil { try give(scan, group, pass == 1 ? .first : .second, db) }
        }
    }

    /// A new unit: the next slice of its group. It waits in its row until it is published (the outbox).
    ///
    /// - Parameter seconds: before which nobody may take it.
    private static func give(
        _ scan: String, _ group: String, _ kind: UnitKind, region: String = "", after seconds: Double = 0,
        _ db: PGConnection
    ) throws {
        let pass = kind == .first ? 1 : kind == .second ? 2 : 0
        try db.run(
            """
            INSERT INTO unit (scan, grp, slice, kind, region, not_before, remaining)
            SELECT $1, $2, coalesce(max(slice), 0) + 1, $3, $4,
                clock_timestamp() + make_interval(secs => nullif($5::float8, 0)),
                (SELECT count(*) FROM unit_office o WHERE o.scan = $1 AND o.pass = $6 AND o.grp = $2 AND NOT o.done)
            FROM unit WHERE scan = $1 AND grp = $2
            """, [scan, group, kind.rawValue, region, seconds, pass])
    }

    /// The first pass is over: every region chooses what is asked once more, when the pause between the passes is over.
    private static func giveTurns(_ scan: String, _ db: PGConnection) throws {
        guard let row = try db.first("SELECT record FROM scan_plan WHERE scan = $1", [scan]) else { return }
        let plan: SharedPlan = try JSON.value(row.text(0))
        for region in try db.rows("SELECT DISTINCT region FROM scan_target WHERE scan = $1 ORDER BY 1", [scan]) {
            let name = region.text(0)
            try give(scan, "turn/\(name)", .turn, region: name, after: plan.secondPass ? plan.secondPassPause : 0, db)
        }
    }

    // MARK: - What workers share

    /// What the survey of a region left; nil before it.
    public func view(of region: String, in scan: String) async throws(StoreError) -> String? {
        try await read { db in
            try db.first("SELECT record FROM region_view WHERE scan = $1 AND region = $2", [scan, region])?.text(0)
        }
    }

    /// Keeps the links of an office's site to its neighbours, for the second pass.
    public func keepSister(_ page: String, of office: Target, in scan: String) async throws(StoreError) {
        try await write { db in
            _ = try db.run(
                """
                INSERT INTO sister_page (scan, code, region, record) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
                """, [scan, office.code, office.region, page])
        }
    }

    /// The links that sites of a region have to their neighbours, in list order.
    public func sisters(in region: String, of scan: String) async throws(StoreError) -> [String] {
        try await read { db in
            try db.rows(
                """
                SELECT s.record FROM sister_page s JOIN scan_target t ON t.scan = s.scan AND t.code = s.code
                WHERE s.scan = $1 AND s.region = $2 ORDER BY t.position
                """, [scan, region]
            ).map { $0.text(0) }
        }
    }

    /// Counters of all ended units of a round, summed.
    public func unitStats(of scan: String) async throws(StoreError) -> [String: Int] {
        try await read { db in
            var sums: [String: Int] = [:]
            for row in try db.rows("SELECT stats FROM unit WHERE scan = $1 AND state = 'done'", [scan]) {
                let stats: [String: Int] = try JSON.value(row.text(0))
                sums.merge(stats, uniquingKeysWith: +)
            }
            return sums
        }
    }
}
