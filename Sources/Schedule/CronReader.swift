/// Reads the five fields of a crontab line (POSIX crontab(1), with names, `/` steps and `@daily` of Vixie cron; `L` is the
/// last day of the month).
enum CronReader {
    private struct Field {
        var name: String
        var range: ClosedRange<Int>
        var names: [String] = []
    }

    private static let fields = [
        Field(name: "menit", range: 0...59), Field(name: "jam", range: 0...23), Field(name: "tanggal", range: 1...31),
        Field(
            name: "bulan", range: 1...12,
            names: ["", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        Field(name: "hari", range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    private static let nicknames = [
        "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
        "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
    ]

    /// Nil when the text is no crontab expression at all (plain words, perhaps).
    static func read(_ text: String) throws(ScheduleError) -> Recurrence? {
        let line = nicknames[text.lowercased()] ?? text
        let words = line.split(separator: " ")
        guard let first = words.first?.utf8.first, first == 42 || (48...57).contains(first) || first == 64 else {
            return nil
        }
        guard words.count == 5 else {
            throw ScheduleError(
                id: "'\(text)': cron ditulis dengan lima bagian (menit jam tanggal bulan hari), bukan \(words.count).",
                en: "'\(text)': a cron line has five fields (minute hour day month weekday), not \(words.count).")
        }
        var sets: [UInt64] = []
        for (word, field) in zip(words, fields) { sets.append(try set(word, field)) }
        // Sunday is 0 and 7.
        let weekdays = (sets[4] | (sets[4] >> 7 & 1)) & Recurrence.everyWeekday
        return Recurrence(minutes: sets[0], hours: sets[1], days: sets[2], months: sets[3], weekdays: weekdays)
    }

    private static func set(_ word: Substring, _ field: Field) throws(ScheduleError) -> UInt64 {
        var bits: UInt64 = 0
        for part in word.split(separator: ",", omittingEmptySubsequences: false) { bits |= try self.part(part, field) }
        return bits
    }

    /// `*`, `5`, `1-5`, `*/15`, `10-40/10`, `mon-fri`, `L`.
    private static func part(_ part: Substring, _ field: Field) throws(ScheduleError) -> UInt64 {
        if field.name == "tanggal", part.lowercased() == "l" { return 1 }
        let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let base = pieces.first else { throw wrong(part, field) }
        let range: ClosedRange<Int>
        if base == "*" {
            range = field.range
        } else {
            let ends = base.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let low = ends.first.flatMap({ number($0, field) }) else { throw wrong(part, field) }
            let single = pieces.count == 2 ? field.range.upperBound : low
            guard let high = ends.count == 2 ? number(ends[1], field) : single, low <= high else {
                throw wrong(part, field)
            }
            range = low...high
        }
        guard let step = pieces.count == 2 ? Int(pieces[1]) : 1, step > 0, step < 100 else { throw wrong(part, field) }
        return stride(from: range.lowerBound, through: range.upperBound, by: step).reduce(0) { $0 | 1 << UInt64($1) }
    }

    private static func number(_ word: Substring, _ field: Field) -> Int? {
        let value = Int(word) ?? (word.isEmpty ? nil : field.names.firstIndex(of: word.lowercased()))
        return value.flatMap { field.range.contains($0) ? $0 : nil }
    }

    private static func wrong(_ part: Substring, _ field: Field) -> ScheduleError {
        let range = "\(field.range.lowerBound)-\(field.range.upperBound)"
        return ScheduleError(
            id: "'\(part)' bukan \(field.name) pada jadwal cron; tulis *, angka \(range), rentang, atau */langkah.",
            en: "'\(part)' is no \(field.name) of a cron line; write *, a number \(range), a range or */step.")
    }
}
