import Model
import Rules
import Targets

@testable import Fetch
@testable import Parse

/// The readers of foreign bytes, each with good inputs of its own and the words of its format.
enum ReaderFuzz: String, CaseIterable, Sendable {
    case charset, html, robots, sitemap, url, csv, xlsx, headers, dns

    private static let book = Result { try RuleBook.bundled() }

    /// Reads one input; what it says must hold for every input.
    func read(_ bytes: [UInt8]) -> String? {
        let address = WebAddress("http://dinas.uji.go.id/a/b?c=d")
        guard let address else { return "no address" }
        switch self {
        case .charset:
            let choice = Charset.decide(bytes, contentType: String(decoding: bytes.prefix(60), as: UTF8.self))
            let text = Charset.decode(bytes, encoding: choice.encoding)
            return Charset.isValidUTF8(text.bytes) ? nil : "decoded text is no UTF-8"
        case .html: return Self.html(PageParser.parse(bytes, address: address, contentType: nil))
        case .robots:
            let policy = RobotsPolicy(body: bytes)
            let first = policy.allows(agent: "RondaBot", address: address)
            _ = (policy.crawlDelay(agent: "RondaBot"), policy.sitemaps)
            return first == policy.allows(agent: "RondaBot", address: address) ? nil : "the answer changes"
        case .sitemap:
            let map = SitemapParser.parse(bytes, address: address, contentType: nil)
            return map.entries.count <= 50_000 ? nil : "more entries than the limit"
        case .url: return Self.url(String(decoding: bytes, as: UTF8.self), base: address)
        case .csv, .xlsx:
            if let book = try? Self.book.get() { _ = try? TargetListReader.read(bytes: bytes, file: "uji", book: book) }
            return nil
        case .headers:
            let headers = HeaderBlock.parse(bytes)
            for header in headers { _ = HeaderBlock.retryAfter(header.value, now: Timestamp(milliseconds: 0)) }
            return headers.allSatisfy { !$0.value.utf8.contains(10) } ? nil : "a header value holds a line end"
        case .dns:
            let answer = NameAnswer(status: 0, message: bytes, type: .a)
            return answer.addresses.count <= NameAnswer.maxAddresses ? nil : "more addresses than the limit"
        }
    }

    /// Every range of a page lies in its text, every link at a block that is there.
    private static func html(_ page: ParsedPage) -> String? {
        for block in page.blocks {
            _ = page.text(of: block)
            guard block.heading < Int32(page.blocks.count) else { return "a heading that is not there" }
        }
        return page.links.allSatisfy { $0.block < Int32(page.blocks.count) } ? nil : "a link in no block"
    }

    /// What was read once reads the same again, and no host holds a character that splits addresses.
    private static func url(_ text: String, base: WebAddress) -> String? {
        guard let address = WebAddress(text, base: base) else { return nil }
        guard ["http", "https"].contains(address.scheme) else { return nil }
        guard let again = WebAddress(address.crawlKey), again.crawlKey == address.crawlKey else {
            return "reads differently the second time: \(address.crawlKey)"
        }
        return address.host.utf8.contains { $0 <= 32 || "/\\?#@".utf8.contains($0) } ? "host \(address.host)" : nil
    }

    var mutator: Mutator { Mutator(seeds: seeds, words: words) }

    private var seeds: [[UInt8]] {
        switch self {
        case .charset:
            [
                Array("<meta charset=utf-16><title>Dinas é</title>".utf8), [0xFF, 0xFE, 60, 0, 97, 0],
                [0xEF, 0xBB, 0xBF, 97],
            ]
        case .html: Self.pages
        case .robots:
            ["User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 5\nSitemap: http://x.go.id/s.xml\n"].map {
                Array($0.utf8)
            }
        case .sitemap:
            [
                "<?xml version=\"1.0\"?><urlset><url><loc>http://x.go.id/a&amp;b</loc><lastmod>2026-01-02</lastmod></url></urlset>",
                "<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>",
                "http://x.go.id/a\nhttp://x.go.id/b\n",
            ].map { Array($0.utf8) }
        case .url:
            [
                "http://a.go.id:80/x/../y?z#w", "//ünï.go.id/%2e", "../..//a b", "http://[::ffff:1.2.3.4]/",
                "http://0x7f.1/",
            ].map { Array($0.utf8) }
        case .csv:
            ["kode,nama,jenis,wilayah,url,induk,keterangan\n1,\"Dinas, Uji\",kesehatan,61.12,http://a.go.id,,x\n"].map {
                Array($0.utf8)
            }
        case .xlsx: [Self.workbook]
        case .headers:
            [
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nRetry-After: Wed, 18 Nov 2026 12:01:40 GMT\r\nX: a\r\n b\r\n\r\n"
            ].map { Array($0.utf8) }
        case .dns: [Self.answer]
        }
    }

    private var words: [String] {
        switch self {
        case .html, .charset:
            [
                "<table>", "<tr><td rowspan=99999>", "</", "<!--", "-->", "<script>", "</script>", "<title>",
                "&#x10FFFF;", "&amp", "<a href=", "<svg>", "<![CDATA[", "<select><option>", "<meta charset=",
                "\u{FEFF}", "<p hidden style='display:none'>", "<base href='//x'>",
            ]
        case .robots: ["User-agent: ", "Disallow: ", "*", "$", "%", "\r", "Crawl-delay: 1e9", "\u{FEFF}"]
        case .sitemap:
            ["<url>", "<loc>", "</urlset>", "<!DOCTYPE a [<!ENTITY b \"&b;\">]>", "&#0;", "<![CDATA[", "\u{1F}\u{8B}"]
        case .url:
            [
                "%00", "@", ":", "//", "\\", "xn--", "[", "]", "0x", "..", "\u{3002}", "\u{FF11}", "?", "#",
                "javascript:",
            ]
        case .csv: ["\"", ",", ";", "\t", "\r\n", "\"\"", "=1+1", "\u{FEFF}"]
        case .xlsx: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "xl/workbook.xml"]
        case .headers: ["HTTP/1.1 ", ":", "\r\n", "\n ", "\u{0}", "Retry-After: 99999999999999999999"]
        case .dns: ["\u{0}\u{5}\u{0}\u{1}", "\u{3}www"]
        }
    }

    private static let pages = [
        "<!doctype html><html lang=id><head><title>Dinas</title><base href=/x/><meta http-equiv=refresh content='0;url=/y'></head><body><nav><a href=/a>Profil</a></nav><h1>Judul</h1><table><tr><th rowspan=2>A<td>B</table><ul><li>satu<li>dua</ul><details><summary>x</summary>y</details></body>",
        "<div class=tab id=a><a href=#b data-target='#b'>t</a></div><div id=b style='display:none'>isi &copy &#65;</div><form><label for=q>Nama</label><input id=q></form>",
    ].map { Array($0.utf8) }

    /// `a.id` with one alias and one address.
    private static let answer: [UInt8] =
        [0, 1, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0, 1, 97, 2, 105, 100, 0, 0, 1, 0, 1]
        + [
            0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 4, 1, 98, 0xc0, 14, 0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, 103, 1,
            2, 3,
        ]

    /// A ZIP of one stored file, as small as ZIP can be (APPNOTE 4.3).
    private static let workbook: [UInt8] = {
        let name = Array("xl/workbook.xml".utf8)
        let body = Array("<workbook><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>".utf8)
        func two(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }
        let sizes = [0, 0, 0, 0] + two(body.count) + [0, 0] + two(body.count) + [0, 0] + two(name.count) + [0, 0]
        let local = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + name + body
        let central =
            [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + sizes + [UInt8](repeating: 0, count: 14) + name
        return local + central + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + two(central.count) + [0, 0]
            + two(local.count) + [0, 0, 0, 0]
    }()
}
