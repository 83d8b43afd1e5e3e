import Model

/// Dates as HTTP (RFC 9110, 5.6.7) and OpenSSL write them.
enum CalendarText {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994` and
    /// OpenSSL's `Nov  6 08:49:37 1994 GMT`; nil when it is none of these.
    static func read(_ text: String) -> Timestamp? {
        var month: Int?
        var clock: [Int]?
        var numbers: [Int] = []
        for word in text.lowercased().split(whereSeparator: { " ,-".contains($0) }) {
            if let index = months.firstIndex(of: String(word)) {
                month = index + 1
            } else if word.contains(":") {
                clock = word.split(separator: ":").compactMap { Int($0) }
            } else if let number = Int(word) {
                numbers.append(number)
            }
        }
        guard let month, let clock, clock.count == 3, numbers.count == 2 else { return nil }
        let year =
            (0..<70).contains(numbers[1])
            ? numbers[1] + 2000 : (70..<100).contains(numbers[1]) ? numbers[1] + 1900 : numbers[1]
        // A server writes what it likes: every number is bounded before it is reckoned with.
        guard (1...31).contains(numbers[0]), (1900...9999).contains(year), (0..<24).contains(clock[0]),
            (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        let days = CivilTime.daysSinceEpoch(year: year, month: month, day: numbers[0])
        let seconds = days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Timestamp(milliseconds: Int64(seconds) * 1000)
    }
}
