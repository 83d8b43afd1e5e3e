import Model
import Testing

@testable import Discovery

/// Ways of portals that the fifth world of the scan met, as literals.
@Suite struct LateHabitsTests {
    private static let page = Samples.address("https://kuburayakab.go.id/opd")

    @Test func aBubbleOfAMapNamesItsOffice() {
        let body = """
            <script>L.marker([1,2]).bindPopup("<b>Dinas Sosial</b><br><a href='http://s.x.go.id/' target='_blank'>Website</a>");
            L.marker([1,3]).bindPopup('<b>Dinas Perhubungan</b><a href="http://h.x.go.id/">Website</a>');</script>
            """
        let links = ScriptMenu.links(in: Array(body.utf8), page: Self.page)
        #expect(links.map(\.address.host) == ["s.x.go.id", "h.x.go.id"])
        #expect(links.map(\.text) == ["Dinas Sosial Website", "Dinas Perhubungan Website"])
    }

    @Test(arguments: [
        ("<div id=k data-next-page='/opd/muat?hal=2'>", "/opd/muat?hal=2"),
        ("<div hx-get=\"/opd?page=2\" hx-trigger=revealed>", "/opd?page=2"),
        ("<div data-href='/opd/1'>", nil),
        ("<div data-next-page='https://lain.example/opd'>", nil),
    ])
    func rowsThatScrollingBringsAreFollowed(body: String, path: String?) {
        let found = ScriptPager.fragments(in: Array(body.utf8), page: Self.page)
        #expect(found.map(\.requestTarget) == [path].compactMap(\.self))
        if path != nil { #expect(ScriptPager.hidesMore(in: Array(body.utf8))) }
    }

    @Test(arguments: [
        ("daftar-opd.png", "", "Perangkat Daerah", true), ("a1.jpg", "Daftar OPD dan situsnya", "", true),
        ("bupati.jpg", "Bupati", "Perangkat Daerah", false),
        ("daftar-opd.png", "", String(repeating: "Dinas Sosial melayani warga. ", count: 80), false),
    ])
    func aPosterIsNoList(file: String, alt: String, words: String, isHeld: Bool) {
        var page = ParsedPage(address: Self.page)
        page.images = [Image(fileName: file, alt: alt)]
        page.text = Array(words.utf8)
        page.blocks = [Block(kind: .paragraph, text: 0..<page.text.count, zone: .main)]
        #expect(PicturedList.isHeld(by: page) == isHeld)
    }

    @Test(arguments: [
        ("https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml", true), ("https://www.youtube.com/embed/x", false),
    ])
    func aViewerOfOthersHoldsWhatItShows(frame: String, isHeld: Bool) {
        var page = ParsedPage(address: Self.page)
        page.frames = [Samples.address(frame)]
        #expect(PicturedList.isHeld(by: page) == isHeld)
    }

    @Test func anAddressWithBlanksIsReadAllTheSame() {
        let body = "<ul><li><a href='http:// s25.x.go.id '>Dinas Sosial</a></li><li><a href='/a'>A</a></li></ul>"
        let links = MarkupLinks.links(in: Array(body.utf8), page: Self.page)
        #expect(links.map(\.address.description) == ["http://s25.x.go.id/"])
        #expect(links.first?.text == "Dinas Sosial")
    }

    @Test func aButtonBearsItsOwnCardsHeading() {
        let body = """
            <div class=card data-href='http://a.x.go.id/'><h5>Dinas Sosial</h5></div>
            <div class=card><h5>Dinas Perhubungan</h5><button data-url='http://b.x.go.id/'>Kunjungi Situs</button></div>
            """
        let links = MarkupLinks.links(in: Array(body.utf8), page: Self.page)
        #expect(links.map(\.text) == ["Dinas Sosial", "Dinas Perhubungan"])
    }

    @Test(arguments: [
        ("/", true), ("/index.php/home", true), ("/web/beranda.html", true), ("/opd/dinkes", false),
        ("/index.php?id=3", false),
    ])
    func aFrontIsKnownByItsPath(path: String, isFront: Bool) {
        #expect(FrontDoor.isFront(Samples.address("http://unit7.x.go.id" + path)) == isFront)
    }

    @Test func theOneLinkOfAnOwnersPageIsNoEntrance() {
        var page = ParsedPage(address: Samples.address("http://dinsos.x.go.id/"))
        page.links = [Link(address: Samples.address("http://dinsos.x.go.id/profil"), text: "Profil", zone: .navigation)]
        #expect(FrontDoor.ways(on: page, body: [], textLength: 40).map(\.path) == ["/profil"])
        #expect(FrontDoor.ways(on: page, body: [], textLength: 40, isOwners: true) == [])
    }

    @Test func aLinkPageInPlainTextIsAnAddress() {
        let found = WrittenAddresses.addresses(in: "Website : linktr.ee/bapenda Telp. 0761 s.id")
        #expect(found.map(\.address.description) == ["http://linktr.ee/bapenda"])
    }

    @Test(arguments: ["dinsos.x.go.id./", "dinsos.x.go.id.", "http://dinsos.x.go.id./"])
    func theRootsDotIsNoOtherHost(cell: String) {
        let target = Target(code: "1", name: "Dinas Sosial", kind: "sosial", region: "61.12", listed: cell)
        #expect(CandidateFinder.listed(target).map(\.address.host) == ["dinsos.x.go.id"])
    }
}
