import Model
import Testing

@testable import Parse

/// Pages that break naive readers. Every one must come back quickly, and say what was lost.
@Suite struct HostileInputTests {
    private func timed(_ html: String, limits: ParseLimits = .init()) -> (ParsedPage, Duration) {
        let bytes = Array(html.utf8)
        let clock = ContinuousClock()
        let start = clock.now
        let page = PageParser.parse(
            bytes, address: WebAddress("https://a.go.id/")!, contentType: "text/html; charset=utf-8", limits: limits)
        return (page, clock.now - start)
    }

    @Test(arguments: [
        ("one tag with 90,000 attributes", "<p " + (0..<90_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</p>"),
        ("quotes that never close", String(repeating: "<a b=\"", count: 100_000)),
        ("open angle brackets", String(repeating: "<", count: 500_000)),
        ("tags without end", String(repeating: "<a", count: 500_000)),
        ("ampersands", String(repeating: "&", count: 300_000)),
        ("end tags without start", String(repeating: "</div></p>", count: 100_000)),
        (
            "deep, then foreign end tags",
            String(repeating: "<div>", count: 50_000) + String(repeating: "</span>", count: 50_000)
        ),
        ("unclosed formatting", String(repeating: "<font><p>", count: 50_000)),
        ("comments in comments", String(repeating: "<!--", count: 200_000)),
        ("end tags in a script", "<script>" + String(repeating: "</a", count: 300_000) + "</script>"),
        ("a table cell in a table cell", String(repeating: "<table><tr><td>", count: 30_000)),
        ("wide spans", String(repeating: "<tr><td colspan=1000 rowspan=65000>", count: 3000)),
    ])
    func `pathological markup is read in linear time`(name: String, html: String) {
        let (_, time) = timed("<html><body><p>awal</p>" + html)
        #expect(time < .seconds(20), "\(name)")
    }

    @Test func `nesting of 200,000 elements keeps the text and says so`() {
        let (page, time) = timed(
            "<p>awal</p>" + String(repeating: "<div>", count: 5000) + "dalam" + String(repeating: "</div>", count: 5000)
                + "<p>akhir</p>")
        #expect(page.blocks.map { page.text(of: $0) } == ["awal", "dalam", "akhir"])
        #expect(page.notes.map(\.kind) == [.tooDeep])
        let (deeper, longer) = timed("<p>awal</p>" + String(repeating: "<div>", count: 200_000) + "dalam")
        #expect(deeper.block("awal") != nil)
        #expect(Set(deeper.notes.map(\.kind)) == [.tooDeep, .truncated])
        #expect(time + longer < .seconds(20))
    }

    @Test func `a long line is cut at the limit`() {
        var limits = ParseLimits()
        limits.bytes = 1_000_000
        let (page, _) = timed("<p>" + String(repeating: "kata ", count: 4_000_000), limits: limits)
        #expect(page.notes.map(\.kind) == [.truncated])
        #expect(page.blocks.count == 1)
        #expect(page.text.count > 900_000)
    }

    @Test func `limits on elements, links and blocks are kept and noted`() {
        var limits = ParseLimits()
        limits.elements = 1000
        limits.links = 10
        limits.blocks = 20
        let (page, _) = timed(String(repeating: "<p><a href=/x>y</a></p>", count: 10_000), limits: limits)
        #expect(page.elementCount <= 1001)
        #expect(page.links.count == 10)
        #expect(page.blocks.count == 20)
        #expect(Set(page.notes.map(\.kind)) == [.truncated, .tooManyLinks])
    }

    @Test func `attributes past the limit are lost, those before are kept`() {
        let many = (0..<400).map { "a\($0)=1" }.joined(separator: " ")
        let (page, _) = timed("<a href='/x' \(many) title=y>T</a><p>sesudah</p>")
        #expect(page.links.map(\.text) == ["T"])
        #expect(page.block("sesudah") != nil)
        #expect(page.notes.map(\.kind) == [.truncated])
    }

    @Test(arguments: ["script", "style"])
    func `code that looks like a tag is left alone`(tag: String) {
        let code = "for(i=0;i<n;i++){ a=\"" + String(repeating: " x = 'y ", count: 500) + "}"
        let (page, _) = timed("<\(tag)>\(code)</\(tag.uppercased())><p>sesudah</p>")
        #expect(page.plainText == "sesudah")
        #expect(page.notes.isEmpty)
        #expect(page.scriptBytes == (tag == "script" ? code.utf8.count : 0))
    }

    @Test(arguments: [
        (Array("%PDF-1.4\n%âãÏÓ".utf8), true), ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], true),
        ((0..<4000).map { UInt8(truncatingIfNeeded: $0) }, true), (Array("<p>isi</p>".utf8), false),
        ([0xFF, 0xFE, 0x3C, 0, 0x70, 0, 0x3E, 0, 0x41, 0], false), ([], false),
    ])
    func `binary bodies are called so`(body: [UInt8], isBinary: Bool) {
        let page = PageParser.parse(body, address: WebAddress("https://a.go.id/")!, contentType: nil)
        #expect(page.notes.contains { $0.kind == .notHTML } == isBinary)
    }

    @Test func `UTF-16 and NUL bytes`() {
        let wide: [UInt8] = [0xFF, 0xFE] + "<p>Layanan é</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let page = PageParser.parse(wide, address: WebAddress("https://a.go.id/")!, contentType: "text/html")
        #expect(page.plainText == "Layanan é")
        #expect(page.encoding == "utf-16le")
        #expect(lines("<p>ga\0cor</p><p>akhir</p>") == ["gacor", "akhir"])
    }

    @Test func `every prefix of a page can be read`() {
        let html = Array(
            "<html><head><title>Ä</title></head><body><a href='/x?a=1&amp;b'>T</a><!-- c --><table><tr><td>é".utf8)
        for length in 0...html.count {
            let page = PageParser.parse(
                Array(html.prefix(length)), address: WebAddress("https://a.go.id/")!, contentType: nil)
            #expect(page.elementCount <= 8)
        }
    }
}
