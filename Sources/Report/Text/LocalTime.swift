import Model
import Rules

/// Dates and times as people of a region read them: `22 November 2026, 08.33 WIB`.
package struct LocalTime: Sendable, Hashable {
    /// Hours ahead of UTC: WIB 7, WITA 8, WIT 9.
    package let offsetHours: Int
    package let language: Language

    /// The zone of a region by its province code (Keppres 41/1987); WIB when the code says nothing.
    package init(region: String?, language: Language) {
        self.language = language
        switch (region ?? "").prefix(2) {
        case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76": offsetHours = 8
        case "81", "82", "91", "92", "93", "94", "95", "96", "97": offsetHours = 9
        default: offsetHours = 7
        }
    }

    package var zone: String {
        switch offsetHours {
        case 8: "WITA"
        case 9: "WIT"
        default: "WIB"
        }
    }

    /// `22 November 2026`.
    package func date(_ time: Timestamp) -> String { day(time.civil(offsetHours: offsetHours)) }

    /// `22 November 2026, 08.33 WIB`.
    package func dateTime(_ time: Timestamp) -> String {
        let civil = time.civil(offsetHours: offsetHours)
        return "\(day(civil)), \(clock(civil)) \(zone)"
    }

    /// `2026-11-22 08.33 WIB`, for tables.
    package func short(_ time: Timestamp) -> String {
        let civil = time.civil(offsetHours: offsetHours)
        return "\(civil.dateText) \(clock(civil)) \(zone)"
    }

    /// A day written `2026-11-22` as people write it; other text as it is.
    package func day(_ text: String) -> String {
        guard let time = Timestamp(iso8601: text) else { return text }
        return day(time.civil())
    }

    /// Days written `2026-11-22` as people list them: `8, 15, 22 November 2026`; many days as first and last.
    package func days(_ days: [String]) -> String {
        let times = days.compactMap { Timestamp(iso8601: $0)?.civil() }
        guard times.count == days.count, let first = times.first, let last = times.last else {
            return days.joined(separator: ", ")
        }
        if times.count > 6 { return "\(day(first)) – \(day(last))" }
        return times.enumerated().map { index, time in
            let next = index + 1 < times.count ? times[index + 1] : nil
            return next?.month == time.month && next?.year == time.year ? String(time.day) : day(time)
        }.joined(separator: ", ")
    }

    private func day(_ civil: CivilTime) -> String {
        "\(civil.day) \(Self.months(language)[civil.month - 1]) \(civil.year)"
    }

    private func clock(_ civil: CivilTime) -> String {
        let separator = language == .id ? "." : ":"
        return two(civil.hour) + separator + two(civil.minute)
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .id:
            [
                "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}
