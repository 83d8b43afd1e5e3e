import Model
import Testing

@testable import Parse

@Suite struct SitemapTests {
    private func read(_ body: [UInt8], contentType: String? = nil) throws -> Sitemap {
        let address = try #require(WebAddress("https://x.go.id/sitemap.xml"))
        return SitemapParser.parse(body, address: address, contentType: contentType)
    }

    private func read(_ text: String) throws -> Sitemap { try read(Array(text.utf8)) }

    private func paths(_ sitemap: Sitemap) -> [String] { sitemap.entries.map(\.address.path) }

    private static let pair =
        "<urlset><url><loc>https://x.go.id/a</loc></url><url><loc>https://x.go.id/b</loc></url></urlset>"

    @Test func urlset() throws {
        let sitemap = try read(
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<url><lastmod>2026-05-04</lastmod><loc> https://x.go.id/a?b=1&amp;c=2 </loc></url>"
                + "<url><loc>https://x.go.id/&#x6b;</loc><image:image><image:loc>https://x.go.id/f.jpg</image:loc></image:image></url>"
                + "</urlset>")
        #expect(sitemap.kind == .urlset)
        #expect(sitemap.complete)
        #expect(sitemap.entries.map(\.address.description) == ["https://x.go.id/a?b=1&c=2", "https://x.go.id/k"])
        #expect(sitemap.entries[0].lastModified == Timestamp(iso8601: "2026-05-04"))
        #expect(sitemap.entries[1].lastModified == nil)
    }

    @Test func index() throws {
        let sitemap = try read(
            "<s:sitemapindex xmlns:s='u'><s:sitemap><s:loc>https://x.go.id/1.xml</s:loc></s:sitemap></s:sitemapindex>")
        #expect(sitemap.kind == .index)
        #expect(paths(sitemap) == ["/1.xml"])
    }

    @Test func feeds() throws {
        let rss = try read(
            "<rss><channel><link>https://x.go.id/</link><atom:link href='https://x.go.id/feed'/>"
                + "<item><title>a &lt;b&gt;</title><link>https://x.go.id/1</link></item></channel></rss>")
        #expect(rss.kind == .rss)
        #expect(paths(rss) == ["/1"])
        let atom = try read(
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://x.go.id/'/><entry><link rel='edit' href='https://x.go.id/e'/>"
                + "<link href=\"https://x.go.id/2?a=1&amp;b=2\" /><content type='html'>&lt;link href='https://x.go.id/no'/&gt;</content>"
                + "<updated>2026-01-02T03:04:05Z</updated></entry></feed>")
        #expect(atom.kind == .atom)
        #expect(atom.entries.map(\.address.description) == ["https://x.go.id/2?a=1&b=2"])
        #expect(atom.entries.first?.lastModified == Timestamp(iso8601: "2026-01-02T03:04:05Z"))
    }

    @Test func textLists() throws {
        let list = try read("\u{FEFF}https://x.go.id/a\r\n\r\n  http://x.go.id/b \rcatatan\n")
        #expect(list.kind == .text)
        #expect(paths(list) == ["/a", "/b"])
        #expect(try read("Halaman tidak ditemukan.\nhttps://x.go.id/\nSilakan kembali.\n").kind == .none)
    }

    @Test(arguments: [
        "", "   ", "<!DOCTYPE html><title>404</title><p>https://x.go.id/a",
        "<html><urlset><url><loc>https://x.go.id/a</loc></url></urlset>",
        "<?xml version='1.0'?><error>no</error>", "{\"a\": 1}",
    ])
    func noSitemaps(_ text: String) throws {
        let sitemap = try read(text)
        #expect(sitemap.kind == .none)
        #expect(sitemap.entries.isEmpty)
        #expect(!sitemap.complete)
    }

    @Test func noiseBeforeTheRootIsPassed() throws {
        let sitemap = try read("\n\n<br />\n<b>Warning</b>: header()<br />\n<?xml version='1.0'?>" + Self.pair)
        #expect(sitemap.kind == .urlset)
        #expect(paths(sitemap) == ["/a", "/b"])
    }

    @Test func aCutFileGivesWhatWasWhole() throws {
        for length in 1..<Self.pair.utf8.count {
            let sitemap = try read(Array(Self.pair.utf8.prefix(length)))
            #expect(!sitemap.complete)
            #expect(["", "/a", "/a/b"].contains(paths(sitemap).joined()), "cut at \(length)")
        }
    }

    @Test func entitiesAreNotExpanded() throws {
        let sitemap = try read(
            "<!DOCTYPE urlset [<!ENTITY a \"https://x.go.id/jahat\">]><urlset><url><loc>&a;</loc></url>"
                + "<url><loc>https://x.go.id/a</loc></url></urlset>")
        #expect(paths(sitemap) == ["/a"])
    }

    @Test func encodings() throws {
        let little = Self.pair.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = Self.pair.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        #expect(paths(try read([0xFF, 0xFE] + little)) == ["/a", "/b"])
        #expect(paths(try read([0xFE, 0xFF] + big)) == ["/a", "/b"])
        #expect(paths(try read(big)) == ["/a", "/b"])
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><urlset><url><loc>https://x.go.id/".utf8) + [0xE9]
        #expect(paths(try read(latin + Array("</loc></url></urlset>".utf8))) == ["/%C3%A9"])
    }

    /// gzip of `pair`, and the same file cut.
    @Test func gzipFiles() throws {
        let file: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0x2D, 0xCA, 0x29, 0x4E,
            0x2D, 0xB1, 0xB3, 0x01, 0xD2, 0x76, 0x36, 0x39, 0xF9, 0xC9, 0x76, 0x19, 0x25, 0x25, 0x05, 0xC5,
            0x56, 0xFA, 0xFA, 0x15, 0x7A, 0xE9, 0xF9, 0x7A, 0x99, 0x29, 0xFA, 0x89, 0x36, 0xFA, 0x20, 0x61,
            0x1B, 0x7D, 0xB0, 0x0A, 0x9C, 0xCA, 0x92, 0x50, 0x94, 0xE9, 0x43, 0x8D, 0x05, 0x00, 0x04, 0x14,
            0x31, 0x4E, 0x5F, 0x00, 0x00, 0x00,
        ]
        let sitemap = try read(file, contentType: "application/x-gzip")
        #expect(paths(sitemap) == ["/a", "/b"])
        #expect(sitemap.complete)
        let cut = try read(Array(file.dropLast(12)))
        #expect(!cut.complete)
        #expect(try read([0x1F, 0x8B, 0x08, 0, 1, 2, 3]).kind == .none)
    }

    @Test func tooManyEntriesAreCut() throws {
        let many = (0...SitemapParser.entryLimit).map { "https://x.go.id/\($0)\n" }.joined()
        let sitemap = try read(many)
        #expect(sitemap.entries.count == SitemapParser.entryLimit)
        #expect(!sitemap.complete)
    }

    @Test(.timeLimit(.minutes(1))) func deepAndUnclosedMarkupIsNoDanger() throws {
        #expect(try read("<urlset>" + String(repeating: "<url>", count: 50_000)).entries.isEmpty)
        #expect(try read("<urlset>" + String(repeating: "<!--", count: 50_000)).entries.isEmpty)
        #expect(try read("<urlset><url><loc>" + String(repeating: "&", count: 100_000)).entries.isEmpty)
    }
}
