import Model

/// What makes rounds on schedule and tells of them: SQLite and PostgreSQL alike.
public typealias RoundStore = MessageStore & RequestStore & ScanStore & ScheduleStore

/// What keeps schedules and what became of their due times.
///
/// One row for (schedule, due) is what makes a round fire once: whoever writes it first has the round, whatever the
/// clocks of other schedulers say and however often they are restarted.
public protocol ScheduleStore: Sendable {
    func schedules() async throws(StoreError) -> [RoundSchedule]
    /// Keeps a schedule, in place of one of the same name.
    func keep(_ schedule: RoundSchedule) async throws(StoreError)
    /// Forgets a schedule; its firings stay as history.
    func removeSchedule(_ id: String) async throws(StoreError)
    /// The latest due time of a schedule that has a firing and is not later than `limit`.
    func lastAnswered(_ schedule: String, notAfter limit: Timestamp) async throws(StoreError) -> Timestamp?
    /// Takes a due time, in one transaction: the first to ask has it, and none has it while a round of it is open.
    func take(_ firing: RoundFiring) async throws(StoreError) -> TakenRound
    /// Writes down a due time that starts nothing (missed, frozen); nothing happens when it is written already.
    func note(_ firing: RoundFiring) async throws(StoreError)
    /// Gives an open round that has shown no sign of life since `silentSince` to another scheduler.
    func takeOver(silentSince: Timestamp, by scheduler: String, at: Timestamp) async throws(StoreError) -> RoundFiring?
    /// A sign of life; false when the round belongs to another scheduler by now.
    func beat(_ firing: RoundFiring, at: Timestamp) async throws(StoreError) -> Bool
    /// Ends a round; false when it belongs to another scheduler by now, and then nothing is written.
    func close(_ firing: RoundFiring) async throws(StoreError) -> Bool
    /// The latest firings, newest first, of one schedule or of all.
    func firings(of schedule: String?, limit: Int) async throws(StoreError) -> [RoundFiring]
}

/// Answer to asking for a due time.
public enum TakenRound: Sendable, Hashable {
    /// It is the asker's to make.
    case mine
    /// Another scheduler has it, or had it.
    case taken
    /// The round before it is still open; that is written down.
    case refused
}
