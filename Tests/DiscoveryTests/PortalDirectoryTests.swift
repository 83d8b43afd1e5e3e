import Model
import Testing

@testable import Discovery

/// Which link of the portal names which office.
struct PortalDirectoryTests {
    static let portal = "https://kuburayakab.go.id/"
    static let offices = [
        Samples.target("Dinas Kesehatan", "kesehatan"), Samples.target("Dinas Pertanian", "pertanian"),
        Samples.target("Dinas Ketahanan Pangan", "pangan"), Samples.target("Dinas Sosial", "sosial"),
        Samples.target("Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb"),
        Samples.target("Puskesmas Sungai Raya", "puskesmas"),
        Samples.target("Puskesmas Sungai Raya Dalam", "puskesmas"),
        Samples.target("Kecamatan Sungai Raya", "kecamatan"), Samples.target("RSUD Kabupaten Kubu Raya", "rsud"),
        Samples.target("Sekretariat Daerah", "setda"), Samples.target("Bagian Hukum", "setda-bagian"),
        Samples.target("Badan Kepegawaian Daerah", "kepegawaian"), Samples.target("Badan Keuangan Daerah", "keuangan"),
    ]

    static func directory(_ draft: PageDraft) -> PortalDirectory {
        PortalDirectory(
            Samples.book, portal: Samples.address(portal), pages: [draft.page], offices: offices)
    }

    /// Names of the offices a link goes to.
    static func owners(_ href: String, _ text: String) -> [String] {
        let directory = directory(PageDraft(portal).link(href, text))
        return offices.filter { !directory.links(for: $0).isEmpty }.map(\.name)
    }

    static let links: [(href: String, text: String, offices: [String])] = [
        ("https://dinkes.kuburayakab.go.id", "Dinas Kesehatan", ["Dinas Kesehatan"]),
        ("https://x.kuburayakab.go.id", "DINKES", ["Dinas Kesehatan"]),
        ("https://dinkes.kuburayakab.go.id", "Kunjungi", ["Dinas Kesehatan"]),
        ("https://dkp.kuburayakab.go.id", "Dinas Ketahanan Pangan", ["Dinas Ketahanan Pangan"]),
        ("https://distan.kuburayakab.go.id", "Dinas Pertanian", ["Dinas Pertanian"]),
        (
            "https://dpkp.kuburayakab.go.id", "Dinas Pertanian dan Ketahanan Pangan",
            ["Dinas Pertanian", "Dinas Ketahanan Pangan"]
        ),
        (
            "https://dinsosp3a.kuburayakab.go.id", "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
            ["Dinas Sosial", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak"]
        ),
        ("https://pkm-srd.kuburayakab.go.id", "Puskesmas Sungai Raya Dalam", ["Puskesmas Sungai Raya Dalam"]),
        ("https://pkm.kuburayakab.go.id", "PKM Sei Raya", ["Puskesmas Sungai Raya"]),
        ("https://sungairaya.kuburayakab.go.id", "Kec. Sungai Raya", ["Kecamatan Sungai Raya"]),
        ("https://rsud.kuburayakab.go.id", "Rumah Sakit Umum Daerah", ["RSUD Kabupaten Kubu Raya"]),
        ("https://hukum.kuburayakab.go.id", "Bagian Hukum Sekretariat Daerah", ["Bagian Hukum"]),
        ("https://bkd.kuburayakab.go.id", "Badan Kepegawaian Daerah", ["Badan Kepegawaian Daerah"]),
        ("https://dinkes.sambas.go.id", "Dinas Kesehatan Kabupaten Sambas", []),
        ("https://kemkes.go.id", "Kementerian Kesehatan", []), ("https://lapor.go.id", "LAPOR!", []),
        ("https://lpse.kuburayakab.go.id", "LPSE", []), ("/berita/1", "Bupati meresmikan gedung baru", []),
        ("/sop-dinkes.pdf", "SOP Dinas Kesehatan", []),
    ]

    @Test(arguments: links)
    func goesToTheOfficeItNames(_ given: (href: String, text: String, offices: [String])) {
        #expect(Self.owners(given.href, given.text) == given.offices)
    }

    @Test("Sites, sections and social media are told apart")
    func kinds() {
        let directory = Self.directory(
            PageDraft(Self.portal).link("https://dinkeskkr.wordpress.com", "Dinas Kesehatan")
                .link("/opd/dinas-kesehatan", "Dinas Kesehatan").link(
                    "https://www.facebook.com/dinkeskkr", "Dinas Kesehatan"))
        let target = Self.offices[0]
        #expect(directory.siteCandidates(for: target).map(\.address.host) == ["dinkeskkr.wordpress.com"])
        #expect(directory.sectionCandidates(for: target).map(\.address.path) == ["/opd/dinas-kesehatan"])
        #expect(directory.socialMedia(for: target).map(\.host) == ["www.facebook.com"])
        #expect(directory.siteCandidates(for: target).allSatisfy { $0.reason == .portalLink })
        #expect(directory.siteCandidates(for: Self.offices[1]).isEmpty)
    }

    @Test("In a table the row says whose the link is")
    func tableRow() {
        let draft = PageDraft(Self.portal)
            .text("Dinas Kesehatan", .tableCell, table: 0, row: 1).text("Jl. Adisucipto", .tableCell, table: 0, row: 1)
            .text("Website", .tableCell, table: 0, row: 1).linkInLastBlock("https://a1.kuburayakab.go.id", "Website")
            .text("Dinas Sosial", .tableCell, table: 0, row: 2).text("Website", .tableCell, table: 0, row: 2)
            .linkInLastBlock("https://a2.kuburayakab.go.id", "Website")
        let directory = Self.directory(draft)
        #expect(directory.siteCandidates(for: Self.offices[0]).map(\.address.host) == ["a1.kuburayakab.go.id"])
        #expect(directory.siteCandidates(for: Self.offices[3]).map(\.address.host) == ["a2.kuburayakab.go.id"])
    }

    @Test("In a card the heading says it")
    func card() {
        let draft = PageDraft(Self.portal).heading("Dinas Kesehatan", level: 3)
            .text("Selengkapnya", heading: 0).linkInLastBlock("https://a1.kuburayakab.go.id", "Selengkapnya")
        #expect(
            Self.directory(draft).siteCandidates(for: Self.offices[0]).map(\.address.host) == ["a1.kuburayakab.go.id"])
    }

    @Test("The portal vouches for any page of a host it links to")
    func vouches() {
        let directory = Self.directory(
            PageDraft(Self.portal).link("https://dinkes.kuburayakab.go.id/", "Dinas Kesehatan"))
        let deep = Samples.address("http://www.dinkes.kuburayakab.go.id/profil")
        #expect(directory.link(to: deep, for: Self.offices[0]) != nil)
        #expect(directory.link(to: deep, for: Self.offices[1]) == nil)
    }

    // MARK: - Which pages to read

    static let menu: [(String, String, Bool)] = [
        ("/perangkat-daerah", "Perangkat Daerah", true), ("/opd", "Daftar OPD", true), ("/x", "Link Terkait", true),
        ("/kecamatan", "Kecamatan", true), ("/puskesmas", "Puskesmas", true), ("/peta-situs", "Peta Situs", true),
        ("/dinas", "Dinas", true), ("/page/unit-kerja", "Selengkapnya", true), ("/berita", "Berita", false),
        ("/galeri", "Galeri", false), ("/kontak", "Kontak", false), ("/daftar-opd.pdf", "Daftar OPD", false),
        ("https://lapor.go.id/opd", "OPD", false), ("/", "Perangkat Daerah", false),
    ]

    @Test(arguments: menu)
    func pagesToRead(_ href: String, _ text: String, _ isWanted: Bool) {
        let home = PageDraft(Self.portal).link(href, text).page
        #expect(PortalPages.promised(on: home).isEmpty == !isWanted)
    }

    @Test("Bounded, likeliest first, each once")
    func boundedPages() {
        var draft = PageDraft(Self.portal).link("/pemerintahan", "Pemerintahan")
        for number in 0..<30 { draft = draft.link("/opd/\(number)", "Daftar OPD \(number)") }
        draft = draft.link("/opd/0/", "OPD lagi")
        let pages = PortalPages.promised(on: draft.page, limit: 6).map(\.address)
        #expect(pages.count == 6)
        #expect(pages.first?.path == "/opd/0")
        #expect(Set(pages.map(SiteScope.key)).count == 6)
    }
}
