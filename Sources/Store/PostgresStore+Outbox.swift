import Model
import Postgres

/// A unit whose message is to be published, and how urgent it is.
public struct UnitToPublish: Sendable, Hashable {
    public var unit: UnitName
    public var isUrgent: Bool
}

/// A unit that nobody works on any more.
public struct DeadUnit: Sendable {
    public var unit: UnitName
    public var kind: String
    public var attempts: Int
    public var error: String
    /// Offices that have no outcome because of it.
    public var offices: Int
}

/// The outbox of units, and the units that are dead.
extension PostgresStore {
    /// Units whose message is due: never published, or published so long ago and untouched since that the broker may have
    /// lost it, or in the hands of a worker that gave no sign of life. Oldest first.
    public func toPublish(silentFor seconds: Double, limit: Int) async throws(StoreError) -> [UnitToPublish] {
        try await read { db in
            try db.rows(
                """
                SELECT u.scan, u.grp, u.slice, p.priority FROM unit u JOIN scan_plan p ON p.scan = u.scan
                WHERE u.state IN ('ready', 'running') AND (u.published_at IS NULL
                    OR u.published_at < clock_timestamp() - make_interval(secs => $1::float8))
                    AND (u.state = 'ready' OR u.lease_until < clock_timestamp())
                    AND (u.not_before IS NULL OR u.not_before < clock_timestamp())
                ORDER BY p.priority DESC, u.published_at NULLS FIRST, u.kind = 'survey' DESC, u.remaining DESC,
                    u.created_at LIMIT $2
                """, [seconds, limit]
            ).map {
                UnitToPublish(
                    unit: UnitName(scan: $0.text(0), group: $0.text(1), slice: $0.int(2)), isUrgent: $0.int(3) > 0)
            }
        }
    }

    /// A unit that could be taken and has waited longer than this, whatever became of its message; any of them, so that
    /// many who ask do not all ask for one. Nil when none waits.
    public func waiting(longerThan seconds: Double, rulesHash: String) async throws(StoreError) -> UnitName? {
        try await read { db in
            try db.first(
                """
                SELECT u.scan, u.grp, u.slice FROM unit u JOIN scan_plan p ON p.scan = u.scan
                WHERE p.rules_hash = $2 AND (u.not_before IS NULL OR u.not_before < clock_timestamp())
                    AND (u.state = 'ready' AND coalesce(u.published_at, u.created_at)
                            < clock_timestamp() - make_interval(secs => $1::float8)
                        OR u.state = 'running' AND u.lease_until < clock_timestamp())
                ORDER BY p.priority DESC, random() LIMIT 1
                """, [seconds, rulesHash + Self.form]
            ).map { UnitName(scan: $0.text(0), group: $0.text(1), slice: $0.int(2)) }
        }
    }

    /// Notes that the broker has the messages of these units.
    public func published(_ units: [UnitName]) async throws(StoreError) {
        try await read { db in
            for unit in units {
                try db.run(
                    "UPDATE unit SET published_at = clock_timestamp() WHERE scan = $1 AND grp = $2 AND slice = $3",
                    [unit.scan, unit.group, unit.slice])
            }
        }
    }

    /// Units that failed too often, oldest first.
    public func deadUnits() async throws(StoreError) -> [DeadUnit] {
        try await read { db in
            try db.rows(
                """
                SELECT u.scan, u.grp, u.slice, u.kind, u.attempts, coalesce(u.error, ''),
                    (SELECT count(*) FROM unit_office o WHERE o.scan = u.scan AND o.grp = u.grp AND NOT o.done
                        AND o.pass = CASE u.kind WHEN 'first' THEN 1 WHEN 'second' THEN 2 ELSE 0 END)
                FROM unit u WHERE u.state = 'dead' ORDER BY u.created_at, u.scan, u.grp
                """
            ).map {
                DeadUnit(
                    unit: UnitName(scan: $0.text(0), group: $0.text(1), slice: $0.int(2)), kind: $0.text(3),
                    attempts: $0.int(4), error: $0.text(5), offices: $0.int(6))
            }
        }
    }

    /// Gives a dead unit back to the workers; false when there is no such dead unit.
    public func retry(_ unit: UnitName) async throws(StoreError) -> Bool {
        try await write { db in
            try db.run(
                """
                UPDATE unit SET state = 'ready', attempts = 0, not_before = NULL, published_at = NULL
                WHERE scan = $1 AND grp = $2 AND slice = $3 AND state = 'dead'
                """, [unit.scan, unit.group, unit.slice]) == 1
        }
    }

    /// Gives a dead unit of offices up: they stay without an outcome in this round, and the round goes on without them.
    ///
    /// - Returns: the number of offices given up; nil when there is no such dead unit, or one the round cannot do without
    ///   (a survey, the turn, the close).
    public func drop(_ unit: UnitName) async throws(StoreError) -> Int? {
        try await write { db in
            try db.run("SELECT 1 FROM scan_plan WHERE scan = $1 FOR UPDATE", [unit.scan])
            guard
                let row = try db.first(
                    """
                    UPDATE unit SET state = 'dropped', finished_at = clock_timestamp()
                    WHERE scan = $1 AND grp = $2 AND slice = $3 AND state = 'dead' AND kind IN ('first', 'second')
                    RETURNING kind
                    """, [unit.scan, unit.group, unit.slice]),
                let kind = UnitKind(rawValue: row.text(0))
            else { return nil }
            let pass = kind == .first ? 1 : 2
            let offices = try db.run(
                "UPDATE unit_office SET done = true WHERE scan = $1 AND pass = $2 AND grp = $3 AND NOT done",
                [unit.scan, pass, unit.group])
            try Self.follow(unit, kind, pass, db)
            return offices
        }
    }
}
