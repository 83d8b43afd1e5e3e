import Model

/// A schedule that has been read: its due times can be computed.
public struct SchedulePlan: Sendable {
    public let schedule: RoundSchedule
    public let zone: Zone
    let recurrence: Recurrence

    /// - Throws: `ScheduleError` that names what cannot be read.
    public init(_ schedule: RoundSchedule) throws(ScheduleError) {
        let when = try WhenReader.read(schedule.when)
        guard let zone = when.zone ?? Zone(word: schedule.zone) else {
            throw ScheduleError(
                id: "'\(schedule.zone)' bukan zona waktu; tulis WIB, WITA atau WIT.",
                en: "'\(schedule.zone)' is no time zone; write WIB, WITA or WIT.")
        }
        if schedule.unannounced, schedule.window == nil {
            throw ScheduleError(
                id: "Putaran tanpa pemberitahuan membutuhkan jendela waktu; tambahkan --window 20.00-05.00.",
                en: "An unannounced round needs a window of time; add --window 20.00-05.00.")
        }
        self.schedule = schedule
        self.zone = zone
        recurrence = when.recurrence
    }

    /// The next due times after a moment, with the moments at which they start.
    public func next(_ count: Int, after moment: Timestamp) -> [DueTime] {
        var found: [DueTime] = []
        var at = moment.adding(seconds: -Double(longestDelayMinutes * 60))
        while found.count < count, let due = recurrence.next(after: at, in: zone) {
            at = due
            let time = DueTime(due: due, start: start(of: due))
            if time.start > moment { found.append(time) }
        }
        return found
    }

    /// What a scheduler that looks at `now` has to do about the due times after `answered`.
    ///
    /// - Parameter answered: the latest due time that has a firing, or when the schedule was made.
    public func decide(answered: Timestamp, now: Timestamp) -> DueDecision {
        var decision = DueDecision()
        guard !schedule.paused else { return decision }
        // A schedule of every minute that slept a year is asked in slices: only the latest matters.
        let horizon = max(answered, now.adding(seconds: -Double(Self.longestMemoryDays) * 86_400))
        var past = recurrence.occurrences(after: horizon, through: now, in: zone, limit: 200_000)
        past.removeAll { start(of: $0) > now }
        for due in past where isFrozen(due) { decision.frozen.append(due) }
        let live = past.filter { !isFrozen($0) }
        decision.start = live.last
        decision.missed = Array(live.dropLast().suffix(Self.missedKept))
        return decision
    }

    /// The moment at which a due time starts: inside the window, shifted by the jitter or the unannounced draw.
    public func start(of due: Timestamp) -> Timestamp {
        var minutes = 0
        if let window = schedule.window {
            let local = due.civil(offsetHours: zone.offsetHours)
            minutes += window.wait(at: local.hour * 60 + local.minute)
            if schedule.unannounced {
                let open = max(
                    1, window.minutes - max(0, minutesInto(window, local.hour * 60 + local.minute + minutes)))
                minutes += Int(draw(due) % UInt64(open))
            }
        }
        if schedule.jitterMinutes > 0, !schedule.unannounced {
            minutes += Int(draw(due) % UInt64(schedule.jitterMinutes + 1))
        }
        return due.adding(seconds: Double(minutes * 60))
    }

    /// Whether a due time falls on a day without rounds.
    public func isFrozen(_ due: Timestamp) -> Bool {
        let day = due.civil(offsetHours: zone.offsetHours).dateText
        return schedule.frozen.contains { $0.first <= day && day <= $0.last }
    }

    private func minutesInto(_ window: DayWindow, _ minute: Int) -> Int {
        ((minute - window.from) % 1440 + 1440) % 1440
    }

    private var longestDelayMinutes: Int { schedule.jitterMinutes + (schedule.window == nil ? 0 : 2880) }

    /// The same number for every scheduler, and for nobody who does not know the seed (SplitMix64, public domain).
    private func draw(_ due: Timestamp) -> UInt64 {
        var z = schedule.seed &+ UInt64(bitPattern: due.milliseconds) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static let longestMemoryDays = 120
    /// Missed due times that are written down one by one; more say nothing more.
    private static let missedKept = 20
}

/// One due time.
public struct DueTime: Sendable, Hashable {
    /// By the calendar.
    public var due: Timestamp
    /// When the round really starts.
    public var start: Timestamp
}

/// What is to be done about the due times that have gone by.
public struct DueDecision: Sendable, Hashable {
    /// The one to start now.
    public var start: Timestamp?
    public var missed: [Timestamp] = []
    public var frozen: [Timestamp] = []
}
