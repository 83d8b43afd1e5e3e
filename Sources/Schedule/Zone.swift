import Model

/// Indonesia's time zones (Keppres 41/1987); none has summer time.
public enum Zone: String, Sendable, Hashable, Codable, CaseIterable {
    case wib = "WIB"
    case wita = "WITA"
    case wit = "WIT"

    /// Hours ahead of UTC.
    public var offsetHours: Int {
        switch self {
        case .wib: 7
        case .wita: 8
        case .wit: 9
        }
    }

    /// `WIB`, in any case; nil when it is no zone.
    public init?(word: some StringProtocol) {
        self.init(rawValue: word.uppercased())
    }

    /// The moment at a minute of a local day (days since 1970-01-01).
    func moment(day: Int, minute: Int) -> Timestamp {
        Timestamp(milliseconds: (Int64(day) * 1440 + Int64(minute) - Int64(offsetHours) * 60) * 60_000)
    }

    /// `Senin, 2 Maret 2026 01.00 WIB`.
    public func text(_ moment: Timestamp, english: Bool = false) -> String {
        let t = moment.civil(offsetHours: offsetHours)
        let day = CivilTime.daysSinceEpoch(year: t.year, month: t.month, day: t.day)
        let weekday = ((day + 4) % 7 + 7) % 7
        let names = english ? Words.englishWeekdays : Words.weekdays
        let months = english ? Words.englishMonths : Words.months
        let clock = "\(t.hour < 10 ? "0" : "")\(t.hour)\(english ? ":" : ".")\(t.minute < 10 ? "0" : "")\(t.minute)"
        return "\(names[weekday]), \(t.day) \(months[t.month - 1]) \(t.year) \(clock) \(rawValue)"
    }
}

/// Names of days and months, as they are written and read.
enum Words {
    static let weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]
    static let englishWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
    ]
    static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The number of a weekday by its name, Sunday 0; `jum'at` and `ahad` are names too.
    static func weekday(_ word: some StringProtocol) -> Int? {
        let plain = word.lowercased().filter { $0 != "'" && $0 != "’" }
        if plain == "ahad" { return 0 }
        return weekdays.firstIndex { $0.lowercased() == plain }
            ?? englishWeekdays.firstIndex { $0.lowercased() == plain }
    }
}
