import Model
import Parse
import Report
import Store

/// `/bukti/<sha256>`: a stored page as Ronda read it, as text of our own markup, with the quoted passage marked.
///
/// Nothing of the page's own markup, style or script is sent: what a hacked site says stays words.
struct EvidencePage: Sendable {
    let layout: Layout
    let store: any DeskStore

    /// Blocks shown of one page; the whole body can be downloaded.
    static let shown = 3_000

    func content(_ sha256: String, quotation: String) async throws -> Markup? {
        guard let body = try await store.body(sha256) else { return nil }
        let head: Markup = """
            <p>SHA-256 <code>\(sha256)</code> · \(body.bytes.count) \(layout("bita", "bytes")) · \(body.contentType) ·
            <a href="/bukti/\(address: sha256)/isi" download>\(layout("Unduh isi mentah", "Download the raw body"))</a></p>
            <p>\(layout(
                "Di bawah ini isi halaman sebagaimana diterima dan dibaca Ronda, sebagai teks; tata letak aslinya tidak ditampilkan.",
                "Below is the page as Ronda received and read it, as text; its own layout is not shown."))</p>
            """
        guard body.contentType.contains("html"), let address = WebAddress("http://isi.invalid/") else {
            return head
        }
        let page = PageParser.parse(body.bytes, address: address, contentType: body.contentType)
        let blocks = page.blocks.prefix(Self.shown).map { block in self.block(page.text(of: block), quotation) }
        return "\(head)<h2>\(page.title)</h2><div class=\"stored\">\(Markup.join(blocks))</div>"
    }

    private func block(_ raw: String, _ quotation: String) -> Markup {
        let text = PlainText.clean(raw, limit: 4_000)
        guard !text.isEmpty else { return "" }
        let words = PlainText.clean(quotation, limit: 4_000)
        if !words.isEmpty, let range = text.range(of: words) {
            return """
                <p id="kutipan">\(String(text[..<range.lowerBound]), limit: 4_000) <mark>\(String(text[range]), limit: 4_000)</mark> \
                \(String(text[range.upperBound...]), limit: 4_000)</p>

                """
        }
        // A quotation that joins several blocks marks each of them.
        if text.utf8.count >= 12, words.contains(text) { return "<p><mark>\(text, limit: 4_000)</mark></p>\n" }
        return "<p>\(text, limit: 4_000)</p>\n"
    }
}
