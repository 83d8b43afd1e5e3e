import Model
import Parse
import Report
import Rules

/// The words of a page in a frame of our own, its quotations marked: harmless in any browser.
///
/// Nothing of the page's markup is used: no script, form, style, address or image of it can act. What it looked like is
/// in the WARC.
struct PageCopy {
    let page: PageRecord
    let body: StoredText
    let findings: [Finding]
    let words: EvidenceWords
    let isDefanged: Bool

    /// The body as it is parsed.
    struct StoredText {
        var bytes: [UInt8]
        var contentType: String
    }

    /// What was made of a page.
    struct Made {
        var html: [UInt8]
        /// Items whose quotation is marked in it.
        var items: Set<ItemKey>
        /// For each finding whose words are there, their stretches, masked as in the copy.
        var passages: [(item: ItemKey, stretches: [String])]
    }

    func make() -> Made {
        var parsed = PageParser.parse(
            body.bytes, address: page.address, contentType: body.contentType.isEmpty ? nil : body.contentType)
        parsed.text = IdentityMask.mask(parsed.text)
        let places = QuotedPlaces(findings.map(Self.masked), in: parsed.text)
        var writer = CopyWriter(parsed: parsed, marks: places.marks, isDefanged: isDefanged)
        let text = writer.blocks()
        let html: Markup = """
            <!doctype html>
            <html lang="id"><head><meta charset="utf-8">\(EvidenceFrame.policy)
            <title>\(IdentityMask.mask(page.title))</title>\(EvidenceFrame.style)</head><body class="copy">
            <header><p><a href="../bukti.html">\(words.back)</a></p>
            <h1>\(parsed.title.isEmpty ? words.untitled : IdentityMask.mask(parsed.title))</h1>
            <p class="facts">\(address)<br>\(words.received(page.fetchedAt)), HTTP \(page.status)<br>\
            SHA-256 <code>\(page.sha256)</code></p>
            <p class="note">\(words.copyNote)</p></header>
            <main>
            \(text)</main></body></html>

            """
        let passages = findings.map { finding in
            (finding.item, QuotedPlaces.stretches(Self.masked(finding).quotation, in: parsed.text))
        }
        return Made(html: html.bytes, items: places.items, passages: passages.filter { !$0.1.isEmpty })
    }

    private var address: Markup {
        isDefanged
            ? "<code>\(Defang.address(page.address))</code>" : "<code>\(address: page.address.description)</code>"
    }

    private static func masked(_ finding: Finding) -> Finding {
        var finding = finding
        finding.quotation = IdentityMask.mask(finding.quotation)
        return finding
    }
}

/// Writes the blocks of a parsed page.
private struct CopyWriter {
    let parsed: ParsedPage
    let marks: [QuotedPlaces.Mark]
    let isDefanged: Bool
    /// Anchors already set: the first mark of an item carries its name.
    private var anchored: Set<ItemKey> = []

    init(parsed: ParsedPage, marks: [QuotedPlaces.Mark], isDefanged: Bool) {
        self.parsed = parsed
        self.marks = marks
        self.isDefanged = isDefanged
    }

    mutating func blocks() -> Markup {
        var html = Markup()
        var index = 0
        while index < parsed.blocks.count {
            let block = parsed.blocks[index]
            if block.kind == .tableCell {
                html += table(from: &index)
            } else {
                html += one(block)
                index += 1
            }
        }
        return html
    }

    private mutating func one(_ block: Block) -> Markup {
        let text = text(of: block)
        switch block.kind {
        case .heading:
            switch block.level {
            case 0...2: return "<h2>\(text)</h2>\n"
            case 3: return "<h3>\(text)</h3>\n"
            default: return "<h4>\(text)</h4>\n"
            }
        case .listItem: return "<p class=\"item\">• \(text)</p>\n"
        case .label, .caption: return "<p><strong>\(text)</strong></p>\n"
        case .formField: return "<p class=\"field\">[ \(text) ]</p>\n"
        case .paragraph, .tableCell, .other: return "<p>\(text)</p>\n"
        }
    }

    /// The cells of one table, from the first on.
    private mutating func table(from index: inout Int) -> Markup {
        let first = parsed.blocks[index]
        var html: Markup = "<table><tbody>\n<tr>"
        var row = first.row
        while index < parsed.blocks.count {
            let cell = parsed.blocks[index]
            guard cell.kind == .tableCell, cell.table == first.table else { break }
            if cell.row != row {
                html += "</tr>\n<tr>"
                row = cell.row
            }
            let text = text(of: cell)
            html += cell.marks.contains(.headerCell) ? "<th>\(text)</th>" : "<td>\(text)</td>"
            index += 1
        }
        return html + "</tr>\n</tbody></table>\n"
    }

    /// The text of a block, with the parts that are quoted marked.
    private mutating func text(of block: Block) -> Markup {
        var html = Markup()
        var at = block.text.lowerBound
        for mark in marks where mark.range.overlaps(block.text) {
            let range = mark.range.clamped(to: block.text)
            guard range.lowerBound >= at else { continue }
            html += plain(at..<range.lowerBound)
            let isFirst = anchored.insert(mark.item).inserted
            html += isFirst ? "<mark id=\"\(mark.item.rawValue)\">" : "<mark>"
            html += plain(range) + "</mark>"
            at = range.upperBound
        }
        return html + plain(at..<block.text.upperBound)
    }

    private func plain(_ range: Range<Int>) -> Markup {
        let text = String(decoding: parsed.text[range], as: UTF8.self)
        // Blanks at the ends belong to the text here, and cleaning would drop them.
        let before: Markup = text.first?.isWhitespace == true ? " " : ""
        let after: Markup = text.last?.isWhitespace == true && text.count > 1 ? " " : ""
        let words = isDefanged ? Defang.text(text) : text
        return before + "\(words, limit: 100_000)" + after
    }
}
