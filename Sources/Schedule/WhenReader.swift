import Model

/// What a person wrote for "when": a crontab line or plain words, and the zone if one is named.
public struct When: Sendable, Hashable {
    public var recurrence: Recurrence
    /// Named in the text itself; nil when the schedule's own zone holds.
    public var zone: Zone?
}

/// Why a schedule cannot be used, in one sentence that says what to write.
public struct ScheduleError: Error, Sendable, Hashable, CustomStringConvertible {
    public var id: String
    public var en: String
    public var description: String { en }

    public init(id: String, en: String) {
        self.id = id
        self.en = en
    }
}

/// Reads `setiap Senin 01.00 WIB`, `setiap hari kerja pukul 22.00`, `bulanan`, `setiap tanggal 1 dan 15`, `0 1 * * 1`.
public enum WhenReader {
    /// The hour of a round whose text names none: deep night, when offices and their servers are idle.
    static let usualHour = 1

    public static func read(_ text: String) throws(ScheduleError) -> When {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        var zone: Zone?
        if let last = words.last, let named = Zone(word: last) {
            zone = named
            words.removeLast()
        }
        guard !words.isEmpty else { throw unreadable(text) }
        if let cron = try CronReader.read(words.joined(separator: " ")) { return When(recurrence: cron, zone: zone) }
        return When(recurrence: try plain(words.map { $0.lowercased() }, text), zone: zone)
    }

    private static func plain(_ all: [String], _ text: String) throws(ScheduleError) -> Recurrence {
        var words = all.filter {
            !["pukul", "jam:", "at", "on", "pada", "dan", "and", "setiap", "tiap", "every"].contains($0)
        }
        words = words.flatMap { $0.split(separator: ",").map(String.init) }
        if let interval = interval(words) { return interval }
        let time = try takeTime(&words, text)
        let (hour, minute) = (time.hour, time.minute)
        switch words.joined(separator: " ") {
        case "hari", "harian", "day", "daily", "malam", "night": return .at(hour: hour, minute: minute)
        case "hari kerja", "weekday", "weekdays": return .at(hour: hour, minute: minute, weekdays: 0b0111110)
        case "akhir pekan", "weekend": return .at(hour: hour, minute: minute, weekdays: 0b1000001)
        case "mingguan", "pekan", "week", "weekly": return .at(hour: hour, minute: minute, weekdays: 0b10)
        case "bulan", "bulanan", "awal bulan", "month", "monthly": return .at(hour: hour, minute: minute, days: 0b10)
        case "akhir bulan", "end of month": return .at(hour: hour, minute: minute, days: 1)
        case "triwulan", "triwulanan", "tiga bulan", "3 bulan", "quarter", "quarterly":
            return .at(hour: hour, minute: minute, days: 0b10, months: months(1, 4, 7, 10))
        case "semester", "semesteran", "enam bulan", "6 bulan", "half-year":
            return .at(hour: hour, minute: minute, days: 0b10, months: months(1, 7))
        case "tahun", "tahunan", "year", "yearly":
            return .at(hour: hour, minute: minute, days: 0b10, months: months(1))
        case "minggu":
            throw ScheduleError(
                id: "'\(text)' dapat berarti dua hal: tulis 'mingguan' (sekali sepekan) atau 'setiap hari Minggu'.",
                en: "'\(text)' can mean two things: write 'mingguan' (weekly) or 'setiap hari Minggu' (Sundays).")
        default: return try onDays(words, hour, minute, text)
        }
    }

    /// `hari senin rabu`, `senin`, `tanggal 1 15`.
    private static func onDays(
        _ words: [String], _ hour: Int, _ minute: Int, _ text: String
    ) throws(ScheduleError) -> Recurrence {
        if words.first == "tanggal" || words.first == "tgl" {
            let days = words.dropFirst().map { Int($0) ?? 0 }
            guard !days.isEmpty, days.allSatisfy({ (1...31).contains($0) }) else { throw unreadable(text) }
            return .at(hour: hour, minute: minute, days: days.reduce(0) { $0 | 1 << UInt64($1) })
        }
        var set: UInt64 = 0
        for word in words where word != "hari" {
            guard let day = Words.weekday(word) else { throw unreadable(text) }
            set |= 1 << UInt64(day)
        }
        guard set != 0 else { throw unreadable(text) }
        return .at(hour: hour, minute: minute, weekdays: set)
    }

    /// `30 menit`, `6 jam`: only what divides the hour or the day, so that every gap is the same.
    private static func interval(_ words: [String]) -> Recurrence? {
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        switch words[1] {
        case "menit", "minutes":
            guard count < 60, 60 % count == 0 else { return nil }
            let minutes = stride(from: 0, to: 60, by: count).reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            return Recurrence(
                minutes: minutes, hours: Recurrence.everyHour, days: Recurrence.everyDay,
                months: Recurrence.everyMonth, weekdays: Recurrence.everyWeekday)
        case "jam", "hours":
            guard count < 24, 24 % count == 0 else { return nil }
            let hours = stride(from: 0, to: 24, by: count).reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            return Recurrence(
                minutes: 1, hours: hours, days: Recurrence.everyDay, months: Recurrence.everyMonth,
                weekdays: Recurrence.everyWeekday)
        default: return nil
        }
    }

    /// Takes `01.00`, `1:30` or `jam 1` out of the words.
    private static func takeTime(_ words: inout [String], _ text: String) throws(ScheduleError) -> (
        hour: Int, minute: Int
    ) {
        if let at = words.firstIndex(of: "jam"), at + 1 < words.count, let hour = Int(words[at + 1]) {
            guard (0...23).contains(hour) else { throw unreadable(text) }
            words.removeSubrange(at...(at + 1))
            return (hour, 0)
        }
        words.removeAll { $0 == "jam" }
        guard let at = words.firstIndex(where: { $0.contains(".") || $0.contains(":") }) else { return (usualHour, 0) }
        let parts = words[at].split(whereSeparator: { $0 == "." || $0 == ":" })
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute), parts[1].count == 2
        else { throw unreadable(text) }
        words.remove(at: at)
        return (hour, minute)
    }

    private static func months(_ numbers: Int...) -> UInt64 { numbers.reduce(0) { $0 | 1 << UInt64($1) } }

    private static func unreadable(_ text: String) -> ScheduleError {
        ScheduleError(
            id: "'\(text)' tidak terbaca sebagai jadwal; tulis misalnya 'setiap Senin 01.00 WIB', 'bulanan', "
                + "'setiap tanggal 1 dan 15 pukul 02.00', atau cron '0 1 * * 1'.",
            en: "'\(text)' cannot be read as a schedule; write for example 'setiap Senin 01.00 WIB', 'bulanan' "
                + "or cron '0 1 * * 1'.")
    }
}
