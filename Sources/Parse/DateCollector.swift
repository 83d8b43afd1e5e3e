import Model

/// Dates by which a page says when it or its items were published: meta, time elements, JSON-LD, text, copyright.
struct DateCollector {
    private(set) var found: [PageDate] = []
    private static let limit = 200

    /// An RFC 3339 moment as machines write it; anything else is left out.
    mutating func add(iso value: ArraySlice<UInt8>, source: PageDate.Source) {
        let text = String(decoding: value.trimmed.prefix(40), as: UTF8.self)
        guard let at = Timestamp(iso8601: text) ?? Timestamp(iso8601: String(text.prefix(10))) else { return }
        add(PageDate(at: at, source: source, text: text))
    }

    private mutating func add(_ date: PageDate) {
        guard found.count < Self.limit, date.at.civil().year >= 1990, date.at.civil().year <= 2100 else { return }
        if !found.contains(date) { found.append(date) }
    }

    /// `"datePublished": "2025-01-12T..."` in structured data.
    mutating func readStructuredData(_ data: [UInt8]) {
        for key in ["\"datepublished\"", "\"datemodified\""] {
            var from = 0
            while let at = data[...].position(ofWord: key, from: from) {
                from = at + key.utf8.count
                let rest = data[from...].drop { $0.isWhitespace || $0 == 58 }
                if rest.first == 34 { add(iso: rest.dropFirst().prefix { $0 != 34 }, source: .jsonLD) }
            }
        }
    }

    /// Dates in the running text, written the Indonesian way, and the year of a copyright line.
    mutating func readText(_ text: [UInt8]) {
        var at = 0
        let starts = Self.starts
        while at < text.count {
            let byte = text[at]
            guard starts[Int(byte)] else {
                at += 1
                continue
            }
            if byte.isDigit {
                at = readDate(text, at)
            } else if byte == 0xC2, at + 1 < text.count, text[at + 1] == 0xA9 {
                readCopyright(text, from: at, after: at + 2)
                at += 2
            } else if byte.lowered == 99, text[at...].starts(withWord: "copyright") {
                readCopyright(text, from: at, after: at + 9)
                at += 9
            } else if byte.lowered == 104, text[at...].starts(withWord: "hak cipta") {
                readCopyright(text, from: at, after: at + 9)
                at += 9
            } else {
                at += 1
            }
        }
    }

    /// Bytes with which a date or a copyright line may begin: the others are passed over (0.26 -> 0.14 million
    /// instructions a page).
    private static let starts: [Bool] = (0..<256).map { byte in
        (48...57).contains(byte) || byte == 0xC2 || [67, 99, 72, 104].contains(byte)
    }

    /// Reads a date that starts with the number at `start`; answers where to go on.
    private mutating func readDate(_ text: [UInt8], _ start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isDigit { end += 1 }
        guard start == 0 || !(text[start - 1].isLetter || text[start - 1] == 47 || text[start - 1] == 46) else {
            return end
        }
        if let (date, stop) = DateText.read(text, at: start, numberEnd: end) {
            add(PageDate(at: date, source: .text, text: String(decoding: text[start..<stop], as: UTF8.self)))
            return stop
        }
        return end
    }

    /// The latest year within the line.
    private mutating func readCopyright(_ text: [UInt8], from start: Int, after: Int) {
        var year = 0
        var end = after
        var at = after
        while at < text.count, at < after + 60, text[at] != 10 {
            var stop = at
            while stop < text.count, text[stop].isDigit { stop += 1 }
            if stop - at == 4, let number = text[at..<stop].leadingNumber, (1990...2100).contains(number) {
                year = max(year, number)
                end = stop
            }
            at = max(stop, at + 1)
        }
        guard year > 0, let moment = DateText.timestamp(year, 1, 1) else { return }
        guard !found.contains(where: { $0.source == .copyright && $0.at == moment }) else { return }
        add(PageDate(at: moment, source: .copyright, text: String(decoding: text[start..<end], as: UTF8.self)))
    }
}
