import Model
import Testing

@testable import Judge

/// Whose page it is, by its title.
struct PageOwnershipTests {
    private func record(_ office: String, _ titles: [String]) -> SiteRecord {
        let pages = titles.enumerated().map { index, title in
            var page = Samples.page("/p\(index)", kind: .serviceStandard, [Samples.finding(.biaya, .present)])
            page.title = title
            return page
        }
        var record = Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: pages, coverage: .complete)
        record.target.name = office
        return record
    }

    @Test(
        "Another unit's page, the office's own, and talk about units",
        arguments: [
            ("Dinas Kesehatan Kota Contoh", "Puskesmas Sungai Raya - Dinas Kesehatan", "puskesmas sungai raya"),
            ("Kecamatan Tamalanrea", "Kelurahan Kapasa | Kecamatan Tamalanrea", "kelurahan kapasa"),
            ("Dinas Kesehatan Kota Contoh", "UPTD Puskesmas Jaya", "puskesmas jaya"),
            ("UPTD Puskesmas Sungai Raya", "Puskesmas Sungai Raya | Tarif", nil),
            ("Dinas Kesehatan Kota Contoh", "Daftar Puskesmas Kota Contoh", nil),
            ("Dinas Kesehatan Kota Contoh", "Puskesmas se-Kota Contoh", nil),
            ("Dinas Kesehatan Kota Contoh", "Standar Pelayanan | Dinas Kesehatan", nil),
            ("Dinas PMD", "Desa Wisata Terbaik 2024", nil),
        ] as [(String, String, String?)])
    func unit(_ office: String, _ title: String, _ expected: String?) {
        let record = record(office, ["Beranda", title, "Profil", "Berita"])
        #expect(PageOwnership(record).otherUnit(of: record.pages[1], isHome: false) == expected)
    }

    @Test("A name that most pages carry is the site's own; the home page is the office's")
    func common() {
        let titles = ["Puskesmas Jaya", "Puskesmas Jaya - Tarif", "Puskesmas Jaya - Profil", "Kontak"]
        let record = record("UPT Kesehatan Jaya Makmur", titles)
        #expect(record.pages.allSatisfy { PageOwnership(record).otherUnit(of: $0, isHome: false) == nil })
        let one = self.record("Dinas Kesehatan", ["Puskesmas Jaya", "Profil", "Tarif", "Kontak"])
        #expect(PageOwnership(one).otherUnit(of: one.pages[0], isHome: true) == nil)
    }

    @Test("What only another unit shows is unknown, neither present nor absent; what the office shows too is present")
    func items() {
        var only = record("Dinas Kesehatan", ["Beranda", "Puskesmas Jaya", "Profil", "Kontak"])
        for index in [0, 2, 3] { only.pages[index].reading.findings = [] }
        let verdict = Samples.judged(only).items[ItemKey.biaya.index]
        #expect(verdict.state == .unknown && verdict.reason == "other_unit" && verdict.evidence.count == 1)
        var both = only
        both.pages[2].reading.findings = [Samples.finding(.biaya, .present)]
        #expect(Samples.judged(both).items[ItemKey.biaya.index].state == .present)
    }
}
