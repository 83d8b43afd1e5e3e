import Model

@testable import Parse

/// Reads markup as the body of a page on a fixed address.
func read(_ html: String, contentType: String? = "text/html; charset=utf-8") -> ParsedPage {
    PageParser.parse(Array(html.utf8), address: WebAddress("https://dinas.contoh.go.id/a/b")!, contentType: contentType)
}

/// The texts of all blocks.
func lines(_ html: String) -> [String] {
    let page = read(html)
    return page.blocks.map { page.text(of: $0) }
}

extension ParsedPage {
    /// The block with exactly this text.
    func block(_ text: String) -> Block? { blocks.first { self.text(of: $0) == text } }

    /// The text of the block at an index; "-" for -1.
    func owner(_ index: Int32) -> String { index < 0 ? "-" : text(of: blocks[Int(index)]) }
}
