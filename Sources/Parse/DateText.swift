import Model

/// A date as people write it: `12 Januari 2025`, `12 Jan 2025`, `3/2/2025` (day first), `2025-02-03`, `February 3, 2025`.
enum DateText {
    /// Reads a date whose first number stands at `start..<numberEnd`; answers the day and where the date ends.
    static func read(_ text: [UInt8], at start: Int, numberEnd: Int) -> (Timestamp, Int)? {
        guard let number = text[start..<numberEnd].leadingNumber else { return nil }
        switch numberEnd - start {
        case 1, 2:
            return numeric(text, day: number, from: numberEnd) ?? named(text, day: number, from: numberEnd)
                ?? monthFirst(text, day: number, start: start, from: numberEnd)
        case 4: return yearFirst(text, year: number, from: numberEnd)
        default: return nil
        }
    }

    static func timestamp(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
        guard (1990...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let days = CivilTime.daysSinceEpoch(year: year, month: month, day: day)
        guard CivilTime.date(daysSinceEpoch: days) == (year, month, day) else { return nil }
        return Timestamp(milliseconds: Int64(days) * 86_400_000)
    }

    /// A number of at most `digits` digits, not followed by another digit.
    private static func number(_ text: [UInt8], at start: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
        var end = start
        while end < text.count, text[end].isDigit, end - start <= digits.upperBound { end += 1 }
        guard digits.contains(end - start), let value = text[start..<end].leadingNumber else { return nil }
        return (value, end)
    }

    private static func numeric(_ text: [UInt8], day: Int, from: Int) -> (Timestamp, Int)? {
        guard from < text.count, [45, 46, 47].contains(text[from]),
            let (month, at) = number(text, at: from + 1, digits: 1...2), at < text.count, text[at] == text[from],
            let (year, end) = number(text, at: at + 1, digits: 4...4), let date = timestamp(year, month, day)
        else { return nil }
        return (date, end)
    }

    private static func yearFirst(_ text: [UInt8], year: Int, from: Int) -> (Timestamp, Int)? {
        guard from < text.count, text[from] == 45 || text[from] == 47,
            let (month, at) = number(text, at: from + 1, digits: 2...2), at < text.count, text[at] == text[from],
            let (day, end) = number(text, at: at + 1, digits: 2...2), let date = timestamp(year, month, day)
        else { return nil }
        return (date, end)
    }

    private static func named(_ text: [UInt8], day: Int, from: Int) -> (Timestamp, Int)? {
        guard from < text.count, text[from] == 32 || text[from] == 45 else { return nil }
        var at = from + 1
        while at < text.count, text[at].isLetter, at - from < 12 { at += 1 }
        guard let month = month(text[(from + 1)..<at]) else { return nil }
        while at < text.count, [32, 44, 45, 46].contains(text[at]), at - from < 16 { at += 1 }
        guard let (year, end) = number(text, at: at, digits: 4...4), let date = timestamp(year, month, day)
        else { return nil }
        return (date, end)
    }

    /// `February 3, 2025`: the month stands before the day.
    private static func monthFirst(_ text: [UInt8], day: Int, start: Int, from: Int) -> (Timestamp, Int)? {
        guard from + 1 < text.count, text[from] == 44, text[from + 1] == 32, start > 3, text[start - 1] == 32,
            let (year, end) = number(text, at: from + 2, digits: 4...4)
        else { return nil }
        var word = start - 1
        while word > 0, text[word - 1].isLetter, start - word < 12 { word -= 1 }
        guard let month = month(text[word..<(start - 1)]), let date = timestamp(year, month, day) else { return nil }
        return (date, end)
    }

    /// Indonesian and English month names, full or cut to three or four letters.
    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let value = months.valueIgnoringCase(of: word)
        return value == 0 ? nil : Int(value)
    }

    private static let months: NameTable = {
        let names = [
            "januari january jan", "februari pebruari february feb peb", "maret march mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu agt agust aug agus",
            "september sep sept", "oktober october okt oct", "november nopember nov nop", "desember december des dec",
        ]
        var entries: [(name: String, value: UInt8)] = []
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { entries.append((String(name), UInt8(index + 1))) }
        }
        return NameTable(entries)
    }()
}
