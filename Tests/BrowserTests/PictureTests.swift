import Foundation
import Testing

@testable import Browser

@Suite(.serialized, .enabled(if: Browser.isInstalled, "Chromium is not installed"))
struct PictureTests {
    private func take(_ documents: [(html: String, passages: [[String]])]) async throws -> PictureSet {
        var limits = BrowserLimits()
        limits.quietSeconds = 0.3
        limits.seconds = 60
        let list = documents.map {
            PictureDocument(contentType: "text/html; charset=utf-8", body: Array($0.html.utf8), passages: $0.passages)
        }
        // Chromium sometimes stands still beside a thousand other tests, and the second time too; the bag then says that
        // there is no picture. What these tests ask is what the pictures show, so the question is put again.
        // A set that its time cut short is such an answer too.
        for _ in 0..<2 {
            switch await Browser(limits).pictures(list) {
            case .success(let set) where !set.wasCutShort: return set
            case .failure(let trouble) where ![.timedOut, .silent].contains(trouble): throw trouble
            default: continue
            }
        }
        return try await Browser(limits).pictures(list).get()
    }

    /// Width and height as the header of a PNG says them (ISO 15948, 11.2.2).
    private static func size(_ png: [UInt8]) -> [Int] {
        [16, 20].map { at in png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test func `a passage across elements, far down and folded in, is pictured; one that is not there is not`()
        async throws
    {
        let far = "<p>isi</p>" + String(repeating: "<br>", count: 400)
        let html =
            far + "<details><summary>Biaya</summary><p>Biaya: <b>Gra</b>tis&nbsp;tidak <i>dipungut</i></p></details>"
        let set = try await take([(html, [["Biaya: Gratis tidak dipungut"], ["tidak ada di sini"], ["isi"]])])
        let first = try #require(set.pictures[0][0])
        #expect(Self.size(first) == [PictureSize.width, PictureSize.height])
        #expect(set.pictures[0][1] == nil)
        #expect(set.pictures[0][2] != nil && set.pictures[0][2] != first)
        #expect(set.program.hasPrefix("Chrome/") || set.program.hasPrefix("HeadlessChrome/"))
        #expect(!set.wasCutShort)
    }

    @Test func `words that cannot be seen give no picture, and a later visible place is taken`() async throws {
        let set = try await take([
            ("<p style='display:none'>Gratis</p><p style='opacity:0'>Tarif</p>", [["Gratis"], ["Tarif"]]),
            ("<p style='visibility:hidden'>Gratis</p><h2>Biaya</h2><p>Gratis</p>", [["Gratis"]]),
        ])
        #expect(set.pictures[0].allSatisfy { $0 == nil })
        #expect(set.pictures[1][0] != nil)
    }

    /// What differs only in hidden digits gives the same picture.
    @Test(arguments: [
        ("<p>NIK 6112010101900001 Gratis</p>", "<p>NIK 6112987654321098 Gratis</p>"),
        (
            "<p>NIK 6112<b>0101</b>&#57;<i>0000001</i> Gratis</p>",
            "<p>NIK 6112<b>5555</b>&#56;<i>1111111</i> Gratis</p>"
        ),
        ("<p>NIK 6112 0101 0190 0001 Gratis</p>", "<p>NIK 6112 9999 9999 9999 Gratis</p>"),
        ("<input value=6112010101900001> Gratis", "<input value=6112222222222222> Gratis"),
        ("<p>DB_PASSWORD=rahasia1 Gratis</p>", "<p>DB_PASSWORD=bukanitu Gratis</p>"),
        (
            "<table><tr><td>DB_PASSWORD</td><td>rahasia1</td></tr></table> Gratis",
            "<table><tr><td>DB_PASSWORD</td><td>bukanitu</td></tr></table> Gratis"
        ),
        ("<p>'api_key' =&gt; 'dua1 kata', Gratis</p>", "<p>'api_key' =&gt; 'lim4 asdg', Gratis</p>"),
        ("<p>mysql://a:rahasia@b Gratis</p>", "<p>mysql://a:sandiku@b Gratis</p>"),
        ("<div><template shadowrootmode=open>6112010101900001</template></div> Gratis", "<div></div> Gratis"),
        ("<style>p::before{content:'6112010101900001'}</style><p>Gratis</p>", "<style></style><p>Gratis</p>"),
    ])
    func `numbers of people and secrets are hidden in the picture`(one: String, other: String) async throws {
        let set = try await take([(one, [["Gratis"]]), (other, [["Gratis"]])])
        let first = try #require(set.pictures[0][0])
        #expect(first == set.pictures[1][0])
    }

    @Test func `years in cells are no identity number`() async throws {
        let row = { (year: String) in "<table><tr><td>2019<td>2020<td>2021<td>\(year)</table><p>Gratis</p>" }
        let set = try await take([(row("2022"), [["Gratis"]]), (row("2023"), [["Gratis"]])])
        #expect(set.pictures[0][0] != nil && set.pictures[0][0] != set.pictures[1][0])
    }

    @Test func `a page cannot run, load, leave or change its picture`() async throws {
        let plain = "<p>Gratis</p>"
        let busy = """
            <meta http-equiv=refresh content="0;url=http://jauh.example/"><script>document.write('lain')</script>
            <body onload="document.body.innerHTML='lain'"><p>Gratis</p><iframe src=http://jauh.example/></iframe>
            """
        let set = try await take([(busy, [["Gratis"]]), (plain, [["Gratis"]])])
        #expect(set.pictures[0][0] != nil && set.pictures[0][0] == set.pictures[1][0])
    }
}
