import Model
import Testing

@testable import Discovery

/// Ways in which a portal shows its offices beside plain links.
struct PortalReadersTests {
    static let page = Samples.address("http://kuburayakab.go.id/opd")

    static let tags: [(String, String, String)] = [
        ("<option value='http://a.go.id/'>Dinas Sosial</option>", "http://a.go.id/", "Dinas Sosial"),
        ("<option value=\"/dinsos\">Dinas &amp; Sosial", "http://kuburayakab.go.id/dinsos", "Dinas & Sosial"),
        (
            "<div class=x data-href=\"https://b.go.id/x?a=1&amp;b=2\"><b>Dinas</b> Kesehatan</div>",
            "https://b.go.id/x?a=1&b=2", "Dinas Kesehatan"
        ), ("<button onclick=\"window.open('http://c.go.id/')\">Buka</button>", "http://c.go.id/", "Buka"),
    ]

    @Test("Tags that lead on without being anchors", arguments: tags)
    func markup(_ html: String, _ target: String, _ text: String) throws {
        let link = try #require(MarkupLinks.links(in: Array(html.utf8), page: Self.page).first)
        #expect(link.address.description == target)
        #expect(link.text == text)
    }

    @Test(
        "Tags that lead nowhere",
        arguments: [
            "<option value='3'>Tiga</option>", "<a href='/x'>x</a>", "<p onclick='tutup()'>x</p>", "<option value=",
        ])
    func noMarkup(_ html: String) {
        #expect(MarkupLinks.links(in: Array(html.utf8), page: Self.page).isEmpty)
    }

    @Test("Addresses in running text, under the words before them")
    func written() {
        let found = WrittenAddresses.addresses(
            in:
                "1. Dinas Sosial dinsos.x.go.id, 2. Dinas Kesehatan (https://y.go.id/a) surel a@b.go.id versi 1.2 berkas a.pdf"
        )
        #expect(found.map(\.address.description) == ["http://dinsos.x.go.id/", "https://y.go.id/a"])
        #expect(found.map(\.words) == ["1. Dinas Sosial", "2. Dinas Kesehatan"])
    }

    @Test("A region with a point of the compass behind a known name is another one")
    func compass() {
        let gazetteer = RegionGazetteer(Samples.book.regions)
        let here = gazetteer.regions(at: ["bogor"], kind: .kabupaten)?.codes ?? []
        #expect(gazetteer.relation(of: here, to: "32.01") == .same)
        let beside = gazetteer.regions(at: ["bogor", "barat"], kind: .kabupaten)?.codes ?? []
        #expect(gazetteer.relation(of: beside, to: "32.01") == .other)
        // A register's own name with such a word stays itself.
        let known = gazetteer.regions(at: ["lombok", "barat"], kind: .kabupaten)?.codes ?? []
        #expect(gazetteer.relation(of: known, to: "52.01") == .same)
    }

    static let promises: [(String, String, Bool, String?)] = [
        ("/opd", "Perangkat Daerah", true, nil), ("/puskesmas", "Puskesmas", true, "puskesmas"),
        ("/kec/larangan", "Kecamatan Larangan", false, nil), ("/x.pdf", "Daftar Website OPD", true, nil),
    ]

    @Test("A list that cannot be read hides offices; a page of one office does not", arguments: promises)
    func firm(_ href: String, _ text: String, _ isFirm: Bool, _ kind: String?) throws {
        let home = PageDraft("http://kuburayakab.go.id/").link(href, text).page
        let promise = try #require(PortalPages.promised(on: home).first)
        #expect(promise.isFirm == isFirm)
        if kind != nil { #expect(promise.kind == kind) }
    }
}
