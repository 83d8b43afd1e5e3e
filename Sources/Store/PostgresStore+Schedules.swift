import Model
import Postgres

extension PostgresStore: ScheduleStore {
    public func schedules() async throws(StoreError) -> [RoundSchedule] {
        try await read { db in
            try db.rows("SELECT record FROM schedule ORDER BY id").map { try JSON.value($0.text(0)) }
        }
    }

    public func keep(_ schedule: RoundSchedule) async throws(StoreError) {
        try await write { db in
            try db.run(
                "INSERT INTO schedule (id, record) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET record = excluded.record",
                [schedule.id, try JSON.text(schedule)])
        }
    }

    public func removeSchedule(_ id: String) async throws(StoreError) {
        try await write { db in _ = try db.run("DELETE FROM schedule WHERE id = $1", [id]) }
    }

    public func lastAnswered(_ schedule: String, notAfter limit: Timestamp) async throws(StoreError) -> Timestamp? {
        try await read { db in
            let row = try db.first(
                "SELECT max(due) FROM firing WHERE schedule = $1 AND due <= $2", [schedule, limit.milliseconds])
            guard let row, !row.isNull(0) else { return nil }
            return Timestamp(milliseconds: Int64(row.int(0)))
        }
    }

    public func take(_ firing: RoundFiring) async throws(StoreError) -> TakenRound {
        try await write { db in
            // Those who ask for the same schedule stand in a line: "none is open" must hold until the row is there.
            try db.run("SELECT pg_advisory_xact_lock(hashtextextended('ronda.schedule.' || $1, 0))", [firing.schedule])
            let open = try db.first(
                "SELECT 1 FROM firing WHERE schedule = $1 AND state = 'running'", [firing.schedule])
            var row = firing
            row.state = open == nil ? .running : .refused
            guard try Self.insert(row, db) else { return .taken }
            return open == nil ? .mine : .refused
        }
    }

    public func note(_ firing: RoundFiring) async throws(StoreError) {
        try await write { db in _ = try Self.insert(firing, db) }
    }

    public func takeOver(
        silentSince: Timestamp, by scheduler: String, at: Timestamp
    ) async throws(StoreError) -> RoundFiring? {
        try await write { db in
            try db.first(
                """
                UPDATE firing SET scheduler = $2, alive_at = $3 WHERE (schedule, due) = (
                    SELECT schedule, due FROM firing WHERE state = 'running' AND alive_at < $1
                    ORDER BY alive_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING \(Self.columns)
                """, [silentSince.milliseconds, scheduler, at.milliseconds]
            ).map(Self.firing)
        }
    }

    public func beat(_ firing: RoundFiring, at: Timestamp) async throws(StoreError) -> Bool {
        try await write { db in
            try db.run(
                """
                UPDATE firing SET alive_at = greatest(alive_at, $1)
                WHERE schedule = $2 AND due = $3 AND scheduler = $4 AND state = 'running'
                """,
                [at.milliseconds, firing.schedule, firing.due.milliseconds, firing.scheduler]) == 1
        }
    }

    public func close(_ firing: RoundFiring) async throws(StoreError) -> Bool {
        try await write { db in
            try db.run(
                """
                UPDATE firing SET state = $1, alive_at = greatest(alive_at, $2), scan = $3, note = $4
                WHERE schedule = $5 AND due = $6 AND scheduler = $7 AND state = 'running'
                """,
                [
                    firing.state.rawValue, firing.aliveAt.milliseconds, firing.scan, firing.note, firing.schedule,
                    firing.due.milliseconds, firing.scheduler,
                ]) == 1
        }
    }

    public func firings(of schedule: String?, limit: Int) async throws(StoreError) -> [RoundFiring] {
        try await read { db in
            try db.rows(
                """
                SELECT \(Self.columns) FROM firing WHERE $1::text IS NULL OR schedule = $1
                ORDER BY due DESC, schedule LIMIT $2
                """, [schedule, limit]
            ).map(Self.firing)
        }
    }

    /// False when the due time has a row already.
    private static func insert(_ firing: RoundFiring, _ db: PGConnection) throws -> Bool {
        try db.run(
            """
            INSERT INTO firing (schedule, due, state, scheduler, at, alive_at, scan, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """,
            [
                firing.schedule, firing.due.milliseconds, firing.state.rawValue, firing.scheduler,
                firing.at.milliseconds, firing.aliveAt.milliseconds, firing.scan, firing.note,
            ]) == 1
    }

    private static let columns = "schedule, due, state, scheduler, at, alive_at, scan, note"

    private static func firing(_ row: PGRow) -> RoundFiring {
        var firing = RoundFiring(
            schedule: row.text(0), due: Timestamp(milliseconds: Int64(row.int(1))),
            state: RoundFiring.State(rawValue: row.text(2)) ?? .failed, scheduler: row.text(3),
            at: Timestamp(milliseconds: Int64(row.int(4))))
        firing.aliveAt = Timestamp(milliseconds: Int64(row.int(5)))
        firing.scan = row.columns[6]
        firing.note = row.text(7)
        return firing
    }
}
