/// Finds values by their form in one line: one walk from digit to digit, no regular expressions.
struct ValueScanner {
    private let text: [UInt8]
    private let range: Range<Int>
    private var found: TypedMask = []
    private var lastClockEnd = -1000

    private init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        self.range = range
    }

    /// The forms met in a range of a UTF-8 text.
    static func scan(_ text: [UInt8], _ range: Range<Int>) -> TypedMask {
        var scanner = ValueScanner(text, range)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            if byte >= 48, byte <= 57 {
                at = scanner.number(at)
            } else {
                if byte == 64 { scanner.atSign(at) }
                at += 1
            }
        }
        if scanner.isHoursOnly() { scanner.found.formUnion([.clock, .clockRange]) }
        return scanner.found
    }

    /// All of a cell is two hours: `8 - 14`. Whether they open an office, the day beside them says.
    private func isHoursOnly() -> Bool {
        guard range.count >= 3, range.count <= 9 else { return false }
        let parts = text[range].split { $0 == 45 || $0 == 32 || $0 >= 128 }
        guard parts.count == 2, parts.allSatisfy({ $0.count <= 2 }) else { return false }
        guard text[range].contains(where: { $0 == 45 || $0 >= 128 }),
            let first = value(parts[0].startIndex, parts[0].endIndex),
            let last = value(parts[1].startIndex, parts[1].endIndex)
        else { return false }
        return (6...10).contains(first) && (11...18).contains(last)
    }

    // MARK: Numbers

    /// Looks at the number that starts here; returns where to go on.
    private mutating func number(_ start: Int) -> Int {
        var end = start
        while end < range.upperBound {
            if isDigit(end) {
                end += 1
            } else if isSeparator(end), end + 1 < range.upperBound, isDigit(end + 1) {
                end += 1
            } else {
                break
            }
        }
        if start > range.lowerBound, isLetter(start - 1), text[start - 1] | 32 != 120, !follows("rp", start),
            !follows("idr", start)
        {
            return end
        }
        if currency(before: start) {
            found.insert(.amount)
            return end
        }
        if let phoneEnd = phone(start) {
            found.insert(.phone)
            return phoneEnd
        }
        if clock(start, end) { return end }
        plainNumber(start, end)
        return end
    }

    private mutating func plainNumber(_ start: Int, _ end: Int) {
        let digits = text[start..<end].filter { $0 >= 48 && $0 <= 57 }.count
        let thousands = hasThousands(start, end)
        if thousands {
            found.insert(.number)
            if matches(",-", end) || matches(",00", end) || matches(" rupiah", end) { found.insert(.amount) }
            // "450.000/hari"
            if end + 1 < range.upperBound, text[end] == 47, isLetter(end + 1) { found.insert(.amount) }
        }
        if digits == 4, end - start == 4, let year = value(start, end), year >= 1945, year < 2100 {
            found.insert(.year)
        }
        if end < range.upperBound, text[end] == 37 { found.insert(.percent) }
        if isScore(start, end) { found.insert(.score) }
        unit(start, end, digits)
    }

    /// What the word behind the number says.
    private mutating func unit(_ start: Int, _ end: Int, _ digits: Int) {
        guard digits <= 4 || word(skipSpaces(end)) == "rupiah" else { return }
        var at = skipSpaces(end)
        if at < range.upperBound, text[at] == 40 {
            while at < range.upperBound, text[at] != 41 { at += 1 }
            at = skipSpaces(at + 1)
        }
        let word = word(at)
        if Self.money.contains(word) { found.insert(.amount) }
        if Self.durationUnits.contains(word) {
            // "24 jam" alone is an opening time; "1 x 24 jam" and "24 jam sejak berkas lengkap" are durations.
            let alone = word == "jam" && value(start, end) == 24 && !limits(before: start) && !counts(from: at + 3)
            if !alone { found.insert(.duration) }
        } else if Self.people.contains(word) {
            found.insert(.headcount)
        }
    }

    /// 25.00 to 100 with decimals, or 1.00 to 4.00.
    private func isScore(_ start: Int, _ end: Int) -> Bool {
        guard let dot = (start..<end).first(where: { text[$0] == 46 || text[$0] == 44 }) else { return false }
        guard let whole = value(start, dot), end - dot <= 4, end - dot >= 2,
            (dot + 1..<end).allSatisfy({ isDigit($0) })
        else { return false }
        return (25...100).contains(whole) && dot - start >= 2 || (1...4).contains(whole) && end - dot == 3
    }

    private func hasThousands(_ start: Int, _ end: Int) -> Bool {
        let parts = text[start..<end].split(separator: 46, omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, (1...3).contains(first.count) else { return false }
        return parts.dropFirst().allSatisfy { part in
            part.count == 3 && part.allSatisfy { $0 >= 48 && $0 <= 57 } || part.contains(44) && part.count > 3
        }
    }

    // MARK: Times of day

    /// `08.00`, `8:30`, `jam 7`, `pukul 8`, `7 pagi`; two of them close together are a range.
    private mutating func clock(_ start: Int, _ end: Int) -> Bool {
        guard isClock(start, end) else { return false }
        found.insert(.clock)
        if start - lastClockEnd <= 26 || openEnd(end) { found.insert(.clockRange) }
        lastClockEnd = end
        return true
    }

    private func isClock(_ start: Int, _ end: Int) -> Bool {
        if let mark = (start..<end).first(where: { text[$0] == 46 || text[$0] == 58 }) {
            guard let hour = value(start, mark), hour <= 24, mark - start <= 2, end - mark == 3 else {
                // 08:00:00
                guard end - start == 8, text[start + 2] == 58, text[start + 5] == 58 else { return false }
                return true
            }
            guard let minute = value(mark + 1, end), minute < 60 else { return false }
            return true
        }
        guard end - start <= 2, let hour = value(start, end), hour <= 24 else { return false }
        if Self.dayParts.contains(word(skipSpaces(end))) { return true }
        let before = wordBefore(start)
        if before == "jam" || before == "pukul" || before == "pkl" { return word(skipSpaces(end)) != "kerja" }
        return isBareRange(start, end, before)
    }

    /// `buka 8-14`: two hours with a dash between, behind a word of opening.
    private func isBareRange(_ start: Int, _ end: Int, _ before: String) -> Bool {
        if Self.openingWords.contains(before) {
            guard end + 1 < range.upperBound, text[end] == 45, isDigit(end + 1) else { return false }
            return !(end + 3 < range.upperBound && isDigit(end + 3))
        }
        return start - lastClockEnd == 1 && text[start - 1] == 45
    }

    /// `08.00 s/d selesai`.
    private func openEnd(_ end: Int) -> Bool {
        var at = end
        for _ in 0..<9 {
            at = skipSpaces(at)
            let next = word(at)
            if next == "selesai" { return true }
            at += max(1, next.utf8.count)
        }
        return false
    }

    // MARK: Phones and addresses

    /// A number that starts with 0 or +62 and has 7 to 14 digits in groups; not one that is all the same digit.
    private func phone(_ start: Int) -> Int? {
        let plus = start > range.lowerBound && text[start - 1] == 43
        guard text[start] == 48 || plus || (text[start] == 54 && matches("62", start)) else { return nil }
        var at = start
        var digits: [UInt8] = []
        var gap = 0
        while at < range.upperBound {
            if isDigit(at) {
                digits.append(text[at])
                gap = 0
            } else if [32, 45, 41, 40, 46].contains(text[at]), gap < 2 {
                gap += 1
            } else if text[at] == 0xE2 {
                gap += 1
                at += 2
            } else {
                break
            }
            at += 1
        }
        guard (7...14).contains(digits.count), plus || !isClockShaped(start) else { return nil }
        let dummy = Set(digits.suffix(6)).count < 2 || isRun(digits)
        return dummy ? nil : at - gap
    }

    private func isClockShaped(_ start: Int) -> Bool {
        start + 4 < range.upperBound && (text[start + 2] == 46 || text[start + 2] == 58) && isDigit(start + 3)
            && isDigit(start + 4) && (start + 5 >= range.upperBound || !isDigit(start + 5))
    }

    /// Six digits that count upward, 9 followed by 0: made up.
    private func isRun(_ digits: [UInt8]) -> Bool {
        var length = 1
        for (digit, next) in zip(digits, digits.dropFirst()) {
            length = (digit - 48 + 1) % 10 == next - 48 ? length + 1 : 1
            if length >= 6 { return true }
        }
        return false
    }

    private mutating func atSign(_ at: Int) {
        guard at + 2 < range.upperBound, isWord(at + 1), isWord(at + 2) else { return }
        guard at > range.lowerBound, isWord(at - 1) else {
            found.insert(.handle)
            return
        }
        var end = at + 1
        var dot = false
        while end < range.upperBound, isWord(end) || text[end] == 46 || text[end] == 45 {
            if text[end] == 46 { dot = true }
            end += 1
        }
        let domain = String(decoding: text[(at + 1)..<end], as: UTF8.self).lowercased()
        let dummy = Self.dummyDomains.contains { domain.hasPrefix($0) }
        if dot, !dummy { found.insert(.email) }
    }

    // MARK: Bytes

    private func isDigit(_ at: Int) -> Bool { text[at] >= 48 && text[at] <= 57 }
    private func isLetter(_ at: Int) -> Bool { (text[at] | 32) >= 97 && (text[at] | 32) <= 122 }
    private func isWord(_ at: Int) -> Bool { isDigit(at) || isLetter(at) || text[at] == 95 }
    private func isSeparator(_ at: Int) -> Bool { text[at] == 46 || text[at] == 44 || text[at] == 58 }

    private func value(_ start: Int, _ end: Int) -> Int? {
        guard start < end, end - start <= 6 else { return nil }
        var sum = 0
        for at in start..<end {
            guard isDigit(at) else { return nil }
            sum = sum * 10 + Int(text[at] - 48)
        }
        return sum
    }

    private func skipSpaces(_ start: Int) -> Int {
        var at = start
        while at < range.upperBound, text[at] == 32 || text[at] == 0xC2 || text[at] == 0xA0 { at += 1 }
        return at
    }

    /// The letters from here, lower case, at most 12.
    private func word(_ start: Int) -> String {
        var end = start
        while end < range.upperBound, end - start < 12, isLetter(end) { end += 1 }
        guard end > start else { return "" }
        return String(decoding: text[start..<end].map { $0 | 32 }, as: UTF8.self)
    }

    private func wordBefore(_ start: Int) -> String {
        var end = start
        while end > range.lowerBound, !isLetter(end - 1), start - end < 4, !isDigit(end - 1) { end -= 1 }
        var begin = end
        while begin > range.lowerBound, isLetter(begin - 1), end - begin < 12 { begin -= 1 }
        return String(decoding: text[begin..<end].map { $0 | 32 }, as: UTF8.self)
    }

    private func currency(before start: Int) -> Bool {
        let word = wordBefore(start)
        return word == "rp" || word == "idr" || word == "rupiah"
    }

    /// `1 x 24 jam`, `maksimal 24 jam`.
    private func limits(before start: Int) -> Bool { Self.limitWords.contains(wordBefore(start)) }

    /// `24 jam kerja`, `24 jam setelah berkas diterima`.
    private func counts(from end: Int) -> Bool { Self.sinceWords.contains(word(skipSpaces(end))) }

    private func follows(_ word: String, _ start: Int) -> Bool {
        let bytes = Array(word.utf8)
        guard start - bytes.count >= range.lowerBound else { return false }
        return zip(bytes, text[(start - bytes.count)..<start]).allSatisfy { $0 == $1 | 32 }
    }

    private func matches(_ mark: String, _ start: Int) -> Bool {
        let bytes = Array(mark.utf8)
        guard start + bytes.count <= range.upperBound else { return false }
        return zip(bytes, text[start..<(start + bytes.count)]).allSatisfy { $0 == $1 || $0 == $1 | 32 }
    }

    private static let durationUnits: Set<String> = [
        "menit", "jam", "hari", "minggu", "pekan", "bulan", "detik", "mnt", "minutes", "days", "hr", "hk",
    ]
    private static let sinceWords: Set<String> = ["kerja", "sejak", "setelah", "sesudah", "terhitung"]
    private static let openingWords: Set<String> = ["buka", "jam", "pukul", "pkl", "loket"]
    private static let money: Set<String> = ["rupiah", "ribu", "rb"]
    private static let limitWords: Set<String> = [
        "x", "maks", "max", "maksimal", "maksimum", "lama", "lambat", "dari", "lambatnya", "lamanya",
    ]
    private static let dummyDomains = [
        "example.", "yourdomain", "domain.", "domainname", "email.", "contoh.", "yoursite", "mail.com", "company.",
        "website.", "test.",
    ]
    private static let people: Set<String> = [
        "orang", "org", "petugas", "pegawai", "personil", "personel", "staf", "dokter", "perawat", "bidan", "pelaksana",
    ]
    private static let dayParts: Set<String> = ["pagi", "siang", "sore", "malam", "wib", "wita", "wit", "am", "pm"]
}
