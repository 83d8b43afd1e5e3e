import Archive
import Deflate
import Detect
import Documents
import Evidence
import Model
import Targets

@testable import Fetch
@testable import Parse
@testable import Reader
@testable import Rules

/// The readers of foreign bytes, each with good inputs of its own and the words of its format.
enum ReaderFuzz: String, CaseIterable, Sendable {
    case charset, html, detect, wire, word, robots, sitemap, url, csv, xlsx, sheet, yaml, headers, dns, warc, bag

    private static let book = Result { try RuleBook.bundled() }
    private static let work = Result { PageWork(try Detector(try book.get().detection)) }

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
        case .detect: return Self.detect(bytes, address)
        case .wire:
            // What a reader process that an enemy took over may say.
            guard let answer = try? ReaderWire.answer(bytes) else { return nil }
            return Self.html(answer.page) ?? Self.quoted(answer)
        case .word:
            let file = Self.zip([("word/document.xml", bytes)])
            return Self.html(OfficeFile.read(file, address: address, partBytes: 1_000_000).page)
        case .yaml:
            let log = ProblemLog()
            if let node = RuleNode.parse(String(decoding: bytes, as: UTF8.self), file: "uji", log: log) {
                Self.walk(node, depth: 0)
            }
            return log.problems.allSatisfy { $0.place.line >= 1 } ? nil : "a problem without a line"
        case .robots:
            let policy = RobotsPolicy(body: bytes)
            let first = policy.allows(agent: "RondaBot", address: address)
            _ = (policy.crawlDelay(agent: "RondaBot"), policy.sitemaps)
            return first == policy.allows(agent: "RondaBot", address: address) ? nil : "the answer changes"
        case .sitemap:
            let map = SitemapParser.parse(bytes, address: address, contentType: nil)
            return map.entries.count <= 50_000 ? nil : "more entries than the limit"
        case .url: return Self.url(String(decoding: bytes, as: UTF8.self), base: address)
        case .sheet:
            if let book = try? Self.book.get() {
                _ = try? TargetListReader.read(bytes: Self.workbook(sheet: bytes), file: "uji", book: book)
            }
            return nil
        case .csv, .xlsx:
            if let book = try? Self.book.get() { _ = try? TargetListReader.read(bytes: bytes, file: "uji", book: book) }
            return nil
        case .headers:
            let headers = HeaderBlock.parse(bytes)
            for header in headers { _ = HeaderBlock.retryAfter(header.value, now: Timestamp(milliseconds: 0)) }
            return headers.allSatisfy { !$0.value.utf8.contains(10) } ? nil : "a header value holds a line end"
        case .warc:
            let warc = WarcReader(bytes, limit: 1 << 20)
            let held = warc.records.reduce(0) { $0 + $1.block.count }
            return held <= max(bytes.count, 1 << 20) ? nil : "more is held than was there"
        case .bag:
            let check = BagCheck(zip: bytes)
            return check.files > 0 || !check.faults.isEmpty ? nil : "nothing was compared and nothing is wrong"
        case .dns:
            for type in RecordType.allCases { _ = RecordText.read(bytes, type: type) }
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

    /// Whatever the page, what the rules say of it lies on it and survives the way out of a reader process.
    private static func detect(_ bytes: [UInt8], _ address: WebAddress) -> String? {
        guard let work = try? work.get() else { return "the rules cannot be read" }
        let answer = work.read(PageRequest(body: bytes, address: address, contentType: "text/html"))
        guard let back = try? ReaderWire.answer(Array(ReaderWire.frame(answer).dropFirst(4))) else {
            return "the wire refuses what it wrote"
        }
        guard back.reading.findings.count == answer.reading.findings.count else {
            return "findings were lost on the wire"
        }
        return html(answer.page)
    }

    /// No finding of a foreign answer is stronger than certain.
    private static func quoted(_ answer: PageAnswer) -> String? {
        answer.reading.findings.allSatisfy { $0.strength.isFinite } ? nil : "a strength that is no number"
    }

    private static func walk(_ node: RuleNode, depth: Int) {
        guard depth < 20 else { return }
        _ = (node.text, node.string("nama"), node.integer("bobot"), node.number("bobot"), node.flag("wajib"))
        for entry in node.entries.prefix(50) { walk(entry.value, depth: depth + 1) }
        for entry in node.list.prefix(50) { walk(entry, depth: depth + 1) }
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

    /// Inputs of the ordinary run, one to three seconds of work.
    var ordinaryRuns: UInt64 {
        switch self {
        case .html, .detect, .csv, .word: 300
        case .charset, .wire, .robots, .sitemap, .url, .xlsx, .sheet, .yaml, .headers, .dns, .warc, .bag: 2000
        }
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
        case .detect: Self.servicePages
        case .wire: Self.answers
        case .word: Self.documents
        case .sheet: Self.sheets
        case .yaml:
            [
                "- nama: uji\n  bobot: 1.5\n  wajib: true\n  isi: [a, 'b', \"c\"]\n",
                "a: &x {b: [1, 2]}\nc: *x\nd: |\n  teks\n",
            ].map {
                Array($0.utf8)
            }
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
        case .warc: [Self.records, Deflate.compress(Self.records, as: .gzip)]
        case .bag:
            [
                Self.zip([
                    ("b/bagit.txt", Array("BagIt-Version: 1.0\n".utf8)), ("b/tagmanifest-sha256.txt", []),
                    ("b/manifest-sha256.txt", Array("00  data/a.warc\nab  data/../b\n".utf8)),
                    ("b/data/a.warc", Self.records),
                ])
            ]
        }
    }

    private var words: [String] {
        switch self {
        case .wire: ["\u{0}\u{0}\u{0}\u{0}", "\u{FF}", "\u{7F}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"]
        case .word:
            [
                "<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:tbl><w:tr><w:tc>", "<w:pStyle w:val=\"Heading1\"/>", "&#0;",
                "<!DOCTYPE",
            ]
        case .sheet:
            [
                "<row r=\"-9223372036854775808\">", "<c r=\"ZZZZZZ9\">", "<v>1e308</v>", "<c t=\"s\">", "</row>",
                "<v>-1</v>", "<c s=\"99999999999\"><v>nan</v>",
            ]
        case .yaml:
            ["&a ", "*a", ": ", "- ", "? ", "|\n", "<<: ", "{", "]", "\t", "!!int ", "%YAML 9.9\n", "---\n", "# "]
        case .detect:
            [
                "Persyaratan", "Rp 99.999.999.999.999.999.999", "99999999999999999999 hari kerja", "08.00 - 24:99",
                "31 Februari 0000", "<table><tr><td>", "</td><td>:</td><td>", "<li>", "1. ", "</h2>",
                "<img alt='Maklumat Pelayanan'>",
                "dipungut biaya", "\u{0}", "&nbsp;", "<div class=tab-pane>", "0812-0000-0000", "slot gacor", "2026",
            ]
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
        case .warc:
            ["WARC/1.1\r\n", "\r\n\r\n", "Content-Length: 99999999999999999999\r\n", "\r\n ", ":", "\u{1F}\u{8B}"]
        case .bag: ["b/", "data/", "  ", "\n", "PK\u{1}\u{2}", "bagit.txt"]
        }
    }

    private static let pages = [
        "<!doctype html><html lang=id><head><title>Dinas</title><base href=/x/><meta http-equiv=refresh content='0;url=/y'></head><body><nav><a href=/a>Profil</a></nav><h1>Judul</h1><table><tr><th rowspan=2>A<td>B</table><ul><li>satu<li>dua</ul><details><summary>x</summary>y</details></body>",
        "<div class=tab id=a><a href=#b data-target='#b'>t</a></div><div id=b style='display:none'>isi &copy &#65;</div><form><label for=q>Nama</label><input id=q></form>",
    ].map { Array($0.utf8) }

    private static let servicePages = [
        "<html lang=id><title>Standar Pelayanan | Dinas Uji</title><body><h1>Standar Pelayanan KTP</h1><h2>Persyaratan</h2><ol><li>Fotokopi kartu keluarga<li>Surat pengantar</ol><table><tr><th>Jangka Waktu<td>:<td>3 hari kerja<tr><th>Biaya<td>:<td>Tidak dipungut biaya</table><h3>Prosedur</h3><p>1. Pemohon datang 2. Petugas memeriksa</p><p>Jam layanan: Senin - Jumat 08.00 - 15.30</p><img src=/maklumat.jpg alt='Maklumat Pelayanan'></body>",
        "<title>Dinas Uji</title><ul class=nav><li><a href=#s>Syarat</a><li><a href=#b>Biaya</a></ul><div id=s>KTP asli</div><div id=b>Rp 25.000,-</div><p>Pengaduan: 0561-123456, lapor.go.id, uji@uji.go.id</p><p>Diperbarui 3 Maret 2026</p><p style='display:none'>slot gacor maxwin</p><footer>Jl. Merdeka 1</footer>",
    ].map { Array($0.utf8) }

    private static let answers: [[UInt8]] = servicePages.compactMap { page in
        guard let address = WebAddress("http://dinas.uji.go.id/layanan"), let work = try? work.get() else { return nil }
        let answer = work.read(PageRequest(body: page, address: address, contentType: "text/html"))
        return Array(ReaderWire.frame(answer).dropFirst(4))
    }

    private static let documents = [
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Persyaratan</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Biaya</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Gratis</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    ].map { Array($0.utf8) }

    private static let sheets = [
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nama</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>wilayah</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000.5</v></c><c r=\"B2\"><v>61.12</v></c></row></sheetData></worksheet>"
    ].map { Array($0.utf8) }

    private static func workbook(sheet: [UInt8]) -> [UInt8] {
        zip([
            ("xl/workbook.xml", Array("<workbook><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>".utf8)),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)
            ),
            (
                "xl/styles.xml",
                Array("<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".utf8)
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ])
    }

    private static func zip(_ parts: [(name: String, body: [UInt8])]) -> [UInt8] {
        var writer = ZipWriter(madeAt: Timestamp(milliseconds: 0))
        let pieces = parts.map { (try? writer.entry($0.name, $0.body, packed: false)) ?? [] }
        return pieces.joined() + ((try? writer.end()) ?? [])
    }

    private static let records = Array(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Block-Digest: sha256:00\r\nContent-Length: 3\r\n\r\nisi\r\n\r\nWARC/1.0\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
            .utf8)

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
