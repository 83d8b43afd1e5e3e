import Model
import Rules

@testable import Discovery

/// The rules that came with Ronda, read once for all tests.
enum Samples {
    static let book: RuleBook = {
        do { return try RuleBook.bundled() } catch { fatalError("\(error)") }
    }()
    static let reader = MentionReader(gazetteer: RegionGazetteer(book.regions))
    static let naming = HostNaming(book: book, gazetteer: reader.gazetteer)

    static func target(_ name: String, _ kind: String = "", region: String = "61.12", listed: String? = nil) -> Target {
        Target(code: name, name: name, kind: kind, region: region, listed: listed)
    }

    static func office(_ name: String, _ kind: String = "", region: String = "61.12") -> OfficeName {
        OfficeName(target(name, kind, region: region), book: book, reader: reader)
    }

    static func address(_ text: String) -> WebAddress {
        guard let address = WebAddress(text) else { fatalError("not an address: \(text)") }
        return address
    }
}

/// Builds a parsed page out of literals.
struct PageDraft {
    private(set) var page: ParsedPage

    init(_ address: String, title: String = "") {
        page = ParsedPage(address: Samples.address(address), title: title)
    }

    /// A block of text; its index is the number of blocks before it.
    func text(
        _ text: String, _ kind: Block.Kind = .paragraph, level: UInt8 = 0, zone: Block.Zone = .main,
        heading: Int32 = -1,
        table: Int32 = -1, row: Int32 = 0
    ) -> PageDraft {
        var draft = self
        let bytes = Array(text.utf8)
        let start = draft.page.text.count
        draft.page.text += bytes + [10]
        draft.page.blocks.append(
            Block(
                kind: kind, text: start..<(start + bytes.count), level: level, zone: zone, heading: heading,
                table: table,
                row: row))
        return draft
    }

    func heading(_ text: String, level: UInt8 = 1, zone: Block.Zone = .main) -> PageDraft {
        self.text(text, .heading, level: level, zone: zone)
    }

    /// A link in a block of its own.
    func link(_ href: String, _ text: String, zone: Block.Zone = .main) -> PageDraft {
        var draft = self.text(text, .listItem, zone: zone)
        draft.add(href, text, zone: zone)
        return draft
    }

    /// A link that stands in the last block.
    func linkInLastBlock(_ href: String, _ text: String) -> PageDraft {
        var draft = self
        draft.add(href, text, zone: .main)
        return draft
    }

    func image(_ fileName: String, alt: String, zone: Block.Zone = .header) -> PageDraft {
        var draft = self
        draft.page.images.append(Image(fileName: fileName, alt: alt, zone: zone))
        return draft
    }

    private mutating func add(_ href: String, _ text: String, zone: Block.Zone) {
        guard let target = WebAddress(href, base: page.address) else { return }
        page.links.append(Link(address: target, text: text, zone: zone, block: Int32(page.blocks.count - 1)))
    }
}
