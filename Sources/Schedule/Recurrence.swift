import Model

/// Minutes of the calendar at which something is due, in local time of a zone.
///
/// The meaning is that of POSIX crontab: when both the day of the month and the day of the week are restricted, a day
/// that fits either is a day.
public struct Recurrence: Sendable, Hashable {
    /// Bit n: minute n of the hour.
    var minutes: UInt64
    /// Bit n: hour n of the day.
    var hours: UInt64
    /// Bit n: day n of the month; bit 0: the last day of the month.
    var days: UInt64
    /// Bit n: month n.
    var months: UInt64
    /// Bit n: weekday n, Sunday is 0.
    var weekdays: UInt64

    static let everyMinute: UInt64 = (1 << 60) - 1
    static let everyHour: UInt64 = (1 << 24) - 1
    static let everyDay: UInt64 = (1 << 32) - 2
    static let everyMonth: UInt64 = (1 << 13) - 2
    static let everyWeekday: UInt64 = (1 << 7) - 1

    /// At one time of day, on the days that are named.
    static func at(
        hour: Int, minute: Int, days: UInt64 = everyDay, months: UInt64 = everyMonth, weekdays: UInt64 = everyWeekday
    ) -> Recurrence {
        Recurrence(minutes: 1 << minute, hours: 1 << hour, days: days, months: months, weekdays: weekdays)
    }

    /// The first due minute after a moment; nil when none comes within 28 years (30 February).
    public func next(after moment: Timestamp, in zone: Zone) -> Timestamp? {
        let local = moment.civil(offsetHours: zone.offsetHours)
        let today = CivilTime.daysSinceEpoch(year: local.year, month: local.month, day: local.day)
        let minute = local.hour * 60 + local.minute
        for day in today...(today + 28 * 366) where matches(day: day) {
            if let found = firstMinute(after: day == today ? minute : -1) {
                return zone.moment(day: day, minute: found)
            }
        }
        return nil
    }

    /// Every due minute after `start` up to and including `end`, at most `limit` of them, the earliest first.
    public func occurrences(
        after start: Timestamp, through end: Timestamp, in zone: Zone, limit: Int
    ) -> [Timestamp] {
        var found: [Timestamp] = []
        var at = start
        while found.count < limit, let next = next(after: at, in: zone), next <= end {
            found.append(next)
            at = next
        }
        return found
    }

    private func matches(day: Int) -> Bool {
        let date = CivilTime.date(daysSinceEpoch: day)
        guard months.holds(date.month) else { return false }
        let isLast = CivilTime.date(daysSinceEpoch: day + 1).month != date.month
        let byDay = days.holds(date.day) || (isLast && days.holds(0))
        // 1970-01-01 was a Thursday.
        let byWeekday = weekdays.holds(((day + 4) % 7 + 7) % 7)
        let restrictsBoth = days != Self.everyDay && weekdays != Self.everyWeekday
        return restrictsBoth ? byDay || byWeekday : byDay && byWeekday
    }

    /// The first due minute of a day after minute `after` of it.
    private func firstMinute(after: Int) -> Int? {
        ((after + 1)..<1440).first { hours.holds($0 / 60) && minutes.holds($0 % 60) }
    }
}

extension UInt64 {
    func holds(_ bit: Int) -> Bool { self >> UInt64(bit) & 1 == 1 }
}
