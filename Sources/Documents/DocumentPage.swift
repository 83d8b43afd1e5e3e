import Model

/// The text of a document as a page: one block a line, so that the rules read it as they read a page.
public enum DocumentPage {
    /// Longest text that is read, in bytes.
    public static let textLimit = 2_000_000

    /// Lines that begin with a number, a letter and a dot, or a bullet are list items; wider gaps part columns.
    public static func make(_ text: String, address: WebAddress, title: String = "") -> ParsedPage {
        var page = ParsedPage(address: address)
        page.title = title
        for line in text.utf8.prefix(textLimit).split(whereSeparator: { $0 == 10 || $0 == 12 || $0 == 13 }) {
            append(line, to: &page)
        }
        page.elementCount = page.blocks.count
        return page
    }

    private static func append(_ line: Substring.UTF8View.SubSequence, to page: inout ParsedPage) {
        let words = line.split(whereSeparator: { $0 == 32 || $0 == 9 })
        guard let first = words.first else { return }
        if !page.text.isEmpty { page.text.append(10) }
        let start = page.text.count
        for (index, word) in words.enumerated() {
            if index > 0 { page.text.append(32) }
            page.text += word
        }
        page.blocks.append(
            Block(kind: startsItem(first) ? .listItem : .paragraph, text: start..<page.text.count))
    }

    /// A line by its first word: list item or paragraph.
    static func kind(ofLine text: [UInt8]) -> Block.Kind {
        let line = text.prefix(64).drop { $0 == 32 }
        let word = String(decoding: line.prefix { $0 != 32 }, as: UTF8.self)
        return startsItem(word.utf8[...]) ? .listItem : .paragraph
    }

    /// `1.`, `1)`, `a.`, `-`, a bullet: not `Rp.` and not a year.
    private static func startsItem(_ word: Substring.UTF8View.SubSequence) -> Bool {
        if word.elementsEqual("-".utf8) || word.elementsEqual("•".utf8) || word.elementsEqual("*".utf8) { return true }
        guard let last = word.last, last == 46 || last == 41, word.count <= 3 else { return false }
        let head = word.dropLast()
        return head.allSatisfy { $0 >= 48 && $0 <= 57 }
            || (head.count == 1 && head.allSatisfy { $0 | 32 >= 97 && $0 | 32 <= 122 })
    }
}
