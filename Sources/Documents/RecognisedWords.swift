/// Words that OCR recognised, line by line, each with its confidence.
public struct RecognisedWords: Sendable, Hashable {
    public struct Word: Sendable, Hashable {
        public var text: String
        /// 0 to 1.
        public var confidence: Double

        public init(text: String, confidence: Double) {
            self.text = text
            self.confidence = confidence
        }
    }

    public private(set) var lines: [[Word]] = []

    public init() {}

    public init(lines: [[Word]]) { self.lines = lines }

    public var isEmpty: Bool { lines.isEmpty }

    /// One line of text per line; a form feed parts pages.
    public var text: String { lines.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n") }

    /// Mean over all words, weighted by their length; 0 without words.
    public var confidence: Double { Self.mean(lines.joined()) }

    /// A photograph or an ornament: hardly a word that can be read, and not the many doubtful ones of a poor scan.
    public var isPicture: Bool {
        let words = lines.joined().filter { $0.text.utf8.count >= 3 }
        return words.count { $0.confidence >= 0.5 } < 8 && words.count < 40
    }

    /// Adds the lines of a further page.
    public mutating func append(_ other: RecognisedWords) { lines += other.lines }

    /// Mean confidence of the words of a quotation; of all words when the quotation cannot be found again.
    public func confidence(of quotation: String) -> Double {
        let wanted = Set(quotation.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
        let touched = lines.filter { line in
            line.count { wanted.contains($0.text) } * 2 >= line.count
        }
        return touched.isEmpty ? confidence : Self.mean(touched.joined())
    }

    private static func mean(_ words: some Sequence<Word>) -> Double {
        var sum = 0.0
        var weight = 0.0
        for word in words {
            let length = Double(min(word.text.utf8.count, 12))
            sum += word.confidence * length
            weight += length
        }
        return weight > 0 ? sum / weight : 0
    }
}

extension RecognisedWords {
    /// Words below this confidence are noise: ornaments and photographs read as letters.
    private static let noise = 0.2

    /// Reads tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    init(tsv: [UInt8]) {
        self.init()
        var place: [ArraySlice<UInt8>] = []
        for row in tsv.split(separator: 10) {
            let cells = row.split(separator: 9, omittingEmptySubsequences: false)
            guard cells.count >= 12, cells[0].elementsEqual("5".utf8),
                let confidence = Double(String(decoding: cells[10], as: UTF8.self)), (0...100).contains(confidence)
            else { continue }
            let text = String(decoding: cells[11], as: UTF8.self).filter { !$0.isWhitespace }
            guard !text.isEmpty, confidence / 100 >= Self.noise else { continue }
            let here = Array(cells[1...4])
            if here != place { lines.append([]) }
            place = here
            lines[lines.count - 1].append(Word(text: text, confidence: min(confidence / 100, 1)))
        }
    }
}
