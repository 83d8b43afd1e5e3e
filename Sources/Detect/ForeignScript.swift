import Model

/// Counts letters that Indonesian offices do not write with: kana, Han, Hangul, Thai, Cyrillic.
enum ForeignScript {
    /// Eight such letters in the title, or a third of a text of some length.
    static func isMuch(of page: ParsedPage) -> Bool {
        if count(Array(page.title.utf8)[...], limit: 8) >= 8 { return true }
        let sample = page.text.prefix(12_000)
        let letters = count(sample, limit: Int.max)
        // Each such letter is three bytes, or two in Cyrillic.
        return letters >= 20 && letters * 9 >= sample.count
    }

    private static func count(_ text: ArraySlice<UInt8>, limit: Int) -> Int {
        var found = 0
        for at in text.indices where text[at] >= 0xD0 && found < limit {
            switch text[at] {
            case 0xE3...0xE9, 0xEA...0xED: found += 1
            case 0xD0, 0xD1: found += 1
            case 0xE0 where at + 1 < text.endIndex && (text[at + 1] == 0xB8 || text[at + 1] == 0xB9): found += 1
            default: break
            }
        }
        return found
    }

    /// Whether a text stands in a longer one, byte by byte.
    static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        for at in 0...(text.count - part.count) where text[at] == first {
            if text[at..<(at + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
