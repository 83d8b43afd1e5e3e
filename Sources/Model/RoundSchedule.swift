/// A standing order: which lists are looked at, and when.
public struct RoundSchedule: Sendable, Hashable, Codable {
    /// Short name, unique in a store; letters, digits and `-`.
    public var id: String
    /// As it was written: plain words or a crontab line.
    public var when: String
    /// `WIB`, `WITA` or `WIT`.
    public var zone: String
    /// Target lists, as `ronda scan` takes them.
    public var lists: [String]
    /// Regions the lists speak of; who may see the schedule depends on them.
    public var regions: [String] = []
    /// When given: of the lists only the offices of these regions (`61` takes in `61.12`).
    public var onlyRegions: [String]?
    /// Pages read of one site at most; 0: no limit.
    public var maxPages = 40
    /// Minutes over which starts are spread, so that not every schedule begins at the same second; 0: none.
    public var jitterMinutes = 0
    /// A round may fetch only between these times of the day; nil: at any time.
    public var window: DayWindow?
    /// Hours of regions that asked for others, by their codes; nil or empty: none did.
    public var regionWindows: [String: DayWindow]?
    /// Days on which no round starts (maintenance of the data centre, election silence).
    public var frozen: [DayRange] = []
    /// Start at a moment of the window that only the stores knows before, as assessors come unannounced themselves.
    public var unannounced = false
    public var paused = false
    /// Seed of the unannounced moments and of the jitter; made at random when the schedule is.
    public var seed: UInt64
    public var createdAt: Timestamp
    /// Who made it.
    public var createdBy: String

    public init(
        id: String, when: String, zone: String, lists: [String], seed: UInt64, createdAt: Timestamp, createdBy: String
    ) {
        self.id = id
        self.when = when
        self.zone = zone
        self.lists = lists
        self.seed = seed
        self.createdAt = createdAt
        self.createdBy = createdBy
    }
}

/// Part of a day, in local time; it may reach over midnight (20.00 to 05.00).
public struct DayWindow: Sendable, Hashable, Codable {
    /// Minutes since midnight, 0 to 1439.
    public var from: Int
    /// Minutes since midnight, 0 to 1439; earlier than `from`: on the next day.
    public var until: Int

    public init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    /// Length in minutes; the same time twice is the whole day.
    public var minutes: Int { until > from ? until - from : until - from + 1440 }

    /// Minutes from a minute of the day until the window is open; 0 when it is.
    public func wait(at minute: Int) -> Int {
        let since = ((minute - from) % 1440 + 1440) % 1440
        return since < minutes ? 0 : 1440 - since
    }
}

/// Whole days, first and last included, as `2026-11-22`.
public struct DayRange: Sendable, Hashable, Codable {
    public var first: String
    public var last: String

    public init(first: String, last: String) {
        self.first = first
        self.last = last
    }
}

/// What became of one due time of a schedule; there is one such row for (schedule, due), whoever writes it.
public struct RoundFiring: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// A scheduler has it and is making the round.
        case running
        case done
        case failed
        /// No scheduler ran when it was due, and a later one was due as well.
        case missed
        /// The round before it was still open.
        case refused
        /// It fell into days on which no round starts.
        case frozen
    }

    public var schedule: String
    /// The due time by the calendar, without jitter: what makes the row unique.
    public var due: Timestamp
    public var state: State
    /// The scheduler that wrote it.
    public var scheduler: String
    /// When it was taken.
    public var at: Timestamp
    /// Last sign of life of a running round; one that gives none is taken over.
    public var aliveAt: Timestamp
    public var scan: String?
    public var note: String = ""

    public init(schedule: String, due: Timestamp, state: State, scheduler: String, at: Timestamp) {
        self.schedule = schedule
        self.due = due
        self.state = state
        self.scheduler = scheduler
        self.at = at
        aliveAt = at
    }
}

/// What somebody wants looked at now: a whole schedule, or one office before anything else.
public struct RoundRequest: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable { case schedule, office }

    public var kind: Kind
    /// Name of the schedule, or code of the office.
    public var subject: String
    public var region: String
    public var by: String
    public var at: Timestamp

    public init(kind: Kind, subject: String, region: String, by: String, at: Timestamp) {
        self.kind = kind
        self.subject = subject
        self.region = region
        self.by = by
        self.at = at
    }
}

extension RoundSchedule {
    /// What a list of one office is called where others name files.
    public static let officeScheme = "kantor:"

    /// A round of one office, outside every schedule. It does not count as a round of its region.
    public static func office(_ code: String, region: String, at: Timestamp, by: String) -> RoundSchedule {
        var schedule = RoundSchedule(
            id: officeScheme + code, when: "", zone: "WIB", lists: [officeScheme + code], seed: 0, createdAt: at,
            createdBy: by)
        schedule.regions = [region]
        return schedule
    }
}
