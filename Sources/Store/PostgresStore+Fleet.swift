import Model
import Postgres

/// The state of shared work, for people.
public struct FleetState: Sendable {
    public struct Round: Sendable {
        public var scan: String
        /// Units by state: ready, running, done, dead, dropped.
        public var units: [String: Int]
        public var offices: Int
        public var finished: Int
        /// Offices with an outcome and offices in all, by region.
        public var regions: [String: (done: Int, all: Int)]
    }

    public struct Worker: Sendable {
        public var name: String
        /// Seconds since its last sign of life.
        public var silent: Double
        public var record: String
        public var units: [String]
    }

    public var rounds: [Round] = []
    public var workers: [Worker] = []
    /// Seconds that the oldest ready unit has waited; nil when none waits.
    public var oldestReady: Double?
    /// Addresses that a worker has right now.
    public var leases = 0
    public var dead = 0
    /// Late commits that were refused, ever.
    public var refusedCommits = 0
}

extension PostgresStore {
    /// Everything `ronda status` shows of shared work.
    public func fleet() async throws(StoreError) -> FleetState {
        try await read { db in
            var state = FleetState()
            state.rounds = try db.rows(
                """
                SELECT p.scan FROM scan_plan p JOIN scan s ON s.id = p.scan WHERE s.finished_at IS NULL ORDER BY 1
                """
            ).map { try Self.round($0.text(0), db) }
            state.workers = try db.rows(
                """
                SELECT w.name, extract(epoch FROM clock_timestamp() - w.seen_at), w.record,
                    (SELECT coalesce(string_agg(u.scan || ':' || u.grp || ':' || u.slice, ' ' ORDER BY u.grp), '')
                        FROM unit u WHERE u.worker = w.name AND u.state = 'running')
                FROM worker w WHERE w.seen_at > now() - interval '1 hour' ORDER BY w.name
                """
            ).map {
                FleetState.Worker(
                    name: $0.text(0), silent: Double($0.text(1)) ?? 0, record: $0.text(2),
                    units: $0.text(3).split(separator: " ").map(String.init))
            }
            let row = try db.first(
                """
                SELECT extract(epoch FROM clock_timestamp() - min(created_at) FILTER (WHERE state = 'ready')),
                    count(*) FILTER (WHERE state = 'dead'),
                    (SELECT count(*) FROM address_lease WHERE until >= clock_timestamp()),
                    (SELECT value FROM counter WHERE name = 'refused_commits')
                FROM unit WHERE state IN ('ready', 'dead')
                """)
            state.oldestReady = row?.columns[0].flatMap(Double.init)
            state.dead = row?.int(1) ?? 0
            state.leases = row?.int(2) ?? 0
            state.refusedCommits = row?.int(3) ?? 0
            return state
        }
    }

    private static func round(_ scan: String, _ db: PGConnection) throws -> FleetState.Round {
        let units = try db.rows("SELECT state, count(*) FROM unit WHERE scan = $1 GROUP BY state", [scan])
        let regions = try db.rows(
            """
            SELECT t.region, count(o.code), count(*) FROM scan_target t
            LEFT JOIN office o ON o.scan = t.scan AND o.code = t.code WHERE t.scan = $1 GROUP BY t.region
            """, [scan])
        return FleetState.Round(
            scan: scan, units: Dictionary(uniqueKeysWithValues: units.map { ($0.text(0), $0.int(1)) }),
            offices: regions.reduce(0) { $0 + $1.int(2) }, finished: regions.reduce(0) { $0 + $1.int(1) },
            regions: Dictionary(uniqueKeysWithValues: regions.map { ($0.text(0), ($0.int(1), $0.int(2))) }))
    }

    /// A worker's sign of life, with what it says of itself.
    public func seen(worker: String, record: String) async throws(StoreError) {
        try await read { db in
            try db.run(
                """
                INSERT INTO worker (name, record) VALUES ($1, $2)
                ON CONFLICT (name) DO UPDATE SET seen_at = clock_timestamp(), record = excluded.record
                """, [worker, record])
        }
    }

    /// A worker that stopped by itself.
    public func gone(worker: String) async throws(StoreError) {
        try await read { db in try db.run("DELETE FROM worker WHERE name = $1", [worker]) }
    }
}
