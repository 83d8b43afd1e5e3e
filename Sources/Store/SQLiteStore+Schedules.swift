import GRDB
import Model

extension SQLiteStore: ScheduleStore {
    public func schedules() async throws(StoreError) -> [RoundSchedule] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM schedule ORDER BY id").map { try JSON.value($0) }
        }
    }

    public func keep(_ schedule: RoundSchedule) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO schedule (id, record) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET record = ?2",
                arguments: [schedule.id, try JSON.text(schedule)])
        }
    }

    public func removeSchedule(_ id: String) async throws(StoreError) {
        try await write { db in try db.execute(sql: "DELETE FROM schedule WHERE id = ?", arguments: [id]) }
    }

    public func lastAnswered(
        _ schedule: String, notAfter limit: Timestamp
    ) async throws(StoreError) -> Timestamp? {
        try await read { db in
            try Int64.fetchOne(
                db, sql: "SELECT max(due) FROM firing WHERE schedule = ? AND due <= ?",
                arguments: [schedule, limit.milliseconds]
            ).map(Timestamp.init(milliseconds:))
        }
    }

    public func take(_ firing: RoundFiring) async throws(StoreError) -> TakenRound {
        try await write { db in
            let open = try Bool.fetchOne(
                db, sql: "SELECT 1 FROM firing WHERE schedule = ? AND state = 'running'", arguments: [firing.schedule])
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
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: "SELECT * FROM firing WHERE state = 'running' AND alive_at < ? ORDER BY alive_at LIMIT 1",
                    arguments: [silentSince.milliseconds])
            else { return nil }
            var firing = Self.firing(row)
            firing.scheduler = scheduler
            firing.aliveAt = at
            try db.execute(
                sql: "UPDATE firing SET scheduler = ?, alive_at = ? WHERE schedule = ? AND due = ?",
                arguments: [scheduler, at.milliseconds, firing.schedule, firing.due.milliseconds])
            return firing
        }
    }

    public func beat(_ firing: RoundFiring, at: Timestamp) async throws(StoreError) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE firing SET alive_at = max(alive_at, ?)
                    WHERE schedule = ? AND due = ? AND scheduler = ? AND state = 'running'
                    """,
                arguments: [at.milliseconds, firing.schedule, firing.due.milliseconds, firing.scheduler])
            return db.changesCount == 1
        }
    }

    public func close(_ firing: RoundFiring) async throws(StoreError) -> Bool {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE firing SET state = ?, alive_at = max(alive_at, ?), scan = ?, note = ?
                    WHERE schedule = ? AND due = ? AND scheduler = ? AND state = 'running'
                    """,
                arguments: [
                    firing.state.rawValue, firing.aliveAt.milliseconds, firing.scan, firing.note, firing.schedule,
                    firing.due.milliseconds, firing.scheduler,
                ])
            return db.changesCount == 1
        }
    }

    public func firings(of schedule: String?, limit: Int) async throws(StoreError) -> [RoundFiring] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM firing WHERE ?1 IS NULL OR schedule = ?1 ORDER BY due DESC, schedule LIMIT ?2",
                arguments: [schedule, limit]
            ).map(Self.firing)
        }
    }

    /// False when the due time has a row already.
    private static func insert(_ firing: RoundFiring, _ db: Database) throws -> Bool {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO firing (schedule, due, state, scheduler, at, alive_at, scan, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                firing.schedule, firing.due.milliseconds, firing.state.rawValue, firing.scheduler,
                firing.at.milliseconds, firing.aliveAt.milliseconds, firing.scan, firing.note,
            ])
        return db.changesCount == 1
    }

    private static func firing(_ row: Row) -> RoundFiring {
        let state: String = row["state"]
        var firing = RoundFiring(
            schedule: row["schedule"], due: Timestamp(milliseconds: row["due"]),
            state: RoundFiring.State(rawValue: state) ?? .failed, scheduler: row["scheduler"],
            at: Timestamp(milliseconds: row["at"]))
        firing.aliveAt = Timestamp(milliseconds: row["alive_at"])
        firing.scan = row["scan"]
        firing.note = row["note"]
        return firing
    }
}
