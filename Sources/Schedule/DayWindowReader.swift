import Model

/// Reads what people write for parts of a day and ranges of days.
public enum DayWindowReader {
    /// `20.00-05.00`.
    public static func window(_ text: String) throws(ScheduleError) -> DayWindow {
        let ends = text.split(separator: "-").map { minute($0) }
        guard ends.count == 2, let from = ends[0], let until = ends[1] else {
            throw ScheduleError(
                id: "'\(text)' bukan jendela waktu; tulis misalnya 20.00-05.00.",
                en: "'\(text)' is no window of time; write for example 20.00-05.00.")
        }
        return DayWindow(from: from, until: until)
    }

    /// `61.12=22.00-04.00`: hours of one region, or of all regions of a province (`61=21.00-04.00`).
    public static func regional(_ text: String) throws(ScheduleError) -> (region: String, window: DayWindow) {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let code = sides[0].filter { $0 != " " }
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        guard sides.count == 2, (1...2).contains(parts.count),
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else {
            throw ScheduleError(
                id: "'\(text)' bukan jam suatu wilayah; tulis misalnya 61.12=22.00-04.00.",
                en: "'\(text)' are no hours of a region; write for example 61.12=22.00-04.00.")
        }
        return (code, try window(sides[1].filter { $0 != " " }))
    }

    /// Several of them; of a region named twice the last hours hold.
    public static func regional(all texts: [String]) throws(ScheduleError) -> [String: DayWindow] {
        var windows: [String: DayWindow] = [:]
        for text in texts {
            let (region, window) = try regional(text)
            windows[region] = window
        }
        return windows
    }

    /// `2026-12-24..2027-01-02`, or one day.
    public static func days(_ text: String) throws(ScheduleError) -> DayRange {
        let dots = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        let valid = dots.allSatisfy { $0.utf8.count == 10 && Timestamp(iso8601: $0) != nil }
        guard valid, let first = dots.first, let last = dots.last, dots.count <= 2, first <= last else {
            throw ScheduleError(
                id: "'\(text)' bukan rentang hari; tulis misalnya 2026-12-24..2027-01-02.",
                en: "'\(text)' is no range of days; write for example 2026-12-24..2027-01-02.")
        }
        return DayRange(first: first, last: last)
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(whereSeparator: { $0 == "." || $0 == ":" }).map { Int($0) ?? -1 }
        guard (1...2).contains(parts.count), (0...23).contains(parts[0]),
            parts.count == 1 || (0...59).contains(parts[1])
        else { return nil }
        return parts[0] * 60 + (parts.count == 2 ? parts[1] : 0)
    }
}
