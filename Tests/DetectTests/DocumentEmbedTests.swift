import Model
import Parse
import Rules
import Testing

@testable import Detect

@Suite struct DocumentEmbedTests {
    @Test(arguments: [
        ("https://drive.google.com/file/d/1a/preview", true), ("https://docs.google.com/document/d/e/2/pub", true),
        ("https://docs.google.com/forms/d/e/1/viewform", false), ("https://online.anyflip.com/abc/def/", true),
        ("https://e.issuu.com/embed.html?d=x", true), ("https://www.canva.com/design/x/view?embed", true),
        ("https://id.scribd.com/embeds/1/content", true), ("https://www.youtube.com/embed/x", false),
        ("https://www.google.com/maps/embed?pb=1", false), ("https://notissuu.com/x", false),
        ("https://dinkes.x.go.id/pdfjs/viewer.html?file=/unggah/maklumat.pdf", true),
    ])
    func `frames that show a document`(address: String, expected: Bool) throws {
        #expect(DocumentEmbed.holds(try #require(WebAddress(address))) == expected)
    }

    @Test(arguments: [
        ("https://drive.google.com/file/d/1a/preview", ItemState.linked),
        ("https://www.youtube.com/embed/x", .absent),
    ])
    func `a heading over an embedded document is pointed to, never absent`(frame: String, state: ItemState) throws {
        let html = """
            <html><head><title>Dinas Kesehatan</title></head><body><main><p>Selamat datang di laman Dinas Kesehatan.</p>
            <h2>Maklumat Pelayanan</h2><iframe src="\(frame)"></iframe></main></body></html>
            """
        let address = try #require(WebAddress("https://dinkes.contoh.go.id/halaman"))
        let page = PageParser.parse(Array(html.utf8), address: address, contentType: "text/html; charset=utf-8")
        let reading = try Detector(try RuleBook.bundled().detection).read(page, status: 200, isHome: false)
        #expect(reading.state(of: .maklumat) == state)
    }
}
