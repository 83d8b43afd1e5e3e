import Model

/// One block with what the rules' words and forms say about it, and where it stands.
struct PageLine: Sendable {
    /// Index in `ParsedPage.blocks`.
    var block: Int
    var range: Range<Int>
    /// Where the words begin, after bullets and numbering.
    var content: Int
    var zone: Block.Zone
    var words = WordMask()
    var typed: TypedMask = []
    /// Hits of this line in `PageLines.hits`.
    var hits: Range<Int> = 0..<0
    /// Heading level: 1-6 as marked up, 7 labels, 8 bold lines and questions, 9 short lines, 0 no heading.
    var level: Int = 0
    /// Items this line is a heading or label of.
    var opens = ItemSet()
    /// Items whose words begin the line, for "Biaya : Gratis".
    var begins = ItemSet()
    /// Innermost section; -1 none.
    var section: Int = -1
    /// Items under whose heading, label or column this line stands.
    var owners = ItemSet()
    /// What gave the owners: a section, or the line of a table label; lines with the same key stand together.
    var group: Int = -1
    /// Words of all headings and labels above.
    var above = WordMask()
    /// Words behind the heading words that begin the line; what a line says of its own label counts only here.
    var rest = WordMask()
    /// A colon stands inside the line, with words behind it.
    var hasColon = false
    /// Words that are no filler stand behind the colon.
    var hasValueText = false
    /// A heading phrase is all of the line, or all before its colon.
    var isWholeHeading = false
    /// Of the owners, those that only the line's own first words name.
    var ownWords = ItemSet()

    var length: Int { range.count }
    var isHeading: Bool { level > 0 }
}

/// How a line is numbered.
enum OutlineMark: Sendable {
    case none, bullet, number, letter, roman

    /// Reads `1.`, `a)`, `IV.`, `- ` at the start of a line; returns where the words begin.
    static func read(_ text: [UInt8], _ range: Range<Int>) -> (mark: OutlineMark, content: Int) {
        var at = range.lowerBound
        let end = range.upperBound
        var mark = OutlineMark.none
        while at < end, PhraseAutomaton.symbols[Int(text[at])] == 0 {
            if text[at] != 32, text[at] != 40, text[at] != 34 { mark = .bullet }
            at += 1
        }
        var last = at
        while last < end, last - at < 5, PhraseAutomaton.symbols[Int(text[last])] != 0 { last += 1 }
        guard last < end, last > at, text[last] == 46 || text[last] == 41 else { return (mark, at) }
        let token = text[at..<last]
        let found: OutlineMark
        if token.allSatisfy({ $0 >= 48 && $0 <= 57 }), token.count <= 2 {
            found = .number
        } else if token.allSatisfy({ [73, 86, 88].contains($0) }) {
            found = .roman
        } else if token.count == 1 {
            found = .letter
        } else {
            return (mark, at)
        }
        // "08.00" and "2.5" are numbers, not numbering.
        if last + 1 < end, text[last + 1] >= 48, text[last + 1] <= 57 { return (mark, at) }
        var next = last + 1
        while next < end, PhraseAutomaton.symbols[Int(text[next])] == 0 { next += 1 }
        return (found, next)
    }
}
