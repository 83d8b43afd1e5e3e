import Model

/// Where the quotations of findings stand in a page's text.
struct QuotedPlaces {
    struct Mark {
        /// Bytes of the page's text.
        var range: Range<Int>
        var item: ItemKey
    }

    /// In the order of the text, without overlaps.
    let marks: [Mark]
    /// Items of which a quotation was found.
    let items: Set<ItemKey>

    /// - Parameter text: blocks separated by one newline, white space folded: a newline counts as a blank.
    init(_ findings: [Finding], in text: [UInt8]) {
        let flat = text.map { $0 == 10 ? 32 : $0 }
        var found: [Mark] = []
        for finding in findings {
            for piece in Self.pieces(finding.quotation, in: flat) {
                found.append(Mark(range: piece, item: finding.item))
            }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        var marks: [Mark] = []
        for mark in found where mark.range.lowerBound >= marks.last?.range.upperBound ?? 0 { marks.append(mark) }
        self.marks = marks
        items = Set(found.map(\.item))
    }

    /// The stretches of a text that a quotation consists of, as they stand in it; empty when it is not there.
    static func stretches(_ quotation: String, in text: [UInt8]) -> [String] {
        let flat = text.map { $0 == 10 ? 32 : $0 }
        return pieces(quotation, in: flat).map { String(decoding: flat[$0], as: UTF8.self) }
    }

    /// The quotation whole, or the stretches between the signs that the rules put between places of a page.
    private static func pieces(_ quotation: String, in text: [UInt8]) -> [Range<Int>] {
        let words = folded(quotation)
        if let whole = find(words, in: text) { return [whole] }
        for separators in [["…", "|"], ["…", "|", ":"], ["…", "|", ":", ";"]] as [[Character]] {
            let parts = quotation.split { separators.contains($0) }.map { folded(String($0)) }.filter { $0.count >= 3 }
            let found = parts.compactMap { find($0, in: text) }
            if !found.isEmpty, found.count == parts.count { return found }
        }
        return []
    }

    private static func folded(_ text: String) -> [UInt8] {
        Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
    }

    private static func find(_ words: [UInt8], in text: [UInt8]) -> Range<Int>? {
        guard let first = words.first, words.count <= text.count else { return nil }
        var at = 0
        while at + words.count <= text.count {
            guard let start = text[at...(text.count - words.count)].firstIndex(of: first) else { return nil }
            if text[start..<start + words.count].elementsEqual(words) { return start..<start + words.count }
            at = start + 1
        }
        return nil
    }
}
