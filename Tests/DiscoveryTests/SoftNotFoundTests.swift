import Model
import Testing

@testable import Discovery

/// A 200 that is a "not found".
struct SoftNotFoundTests {
    static let host = "https://dinkes.kuburayakab.go.id"
    static let asked = Samples.address(host + "/tidak-ada-1x-halaman")

    static let errorPage = PageDraft(host + "/tidak-ada-1x-halaman", title: "Dinas Kesehatan")
        .text("Menu utama situs dinas").text("Silakan kembali ke beranda").text("Kontak dan alamat kantor dinas").page
    static let realPage = PageDraft(host + "/profil", title: "Profil")
        .text("Menu utama situs dinas").text("Visi: masyarakat sehat dan mandiri").text("Struktur organisasi dinas")
        .text("Tugas pokok dan fungsi").page

    static let habits: [(Int?, String?, SoftNotFound.Habit)] = [
        (404, "/tidak-ada-1x-halaman", .honest), (410, "/tidak-ada-1x-halaman", .honest),
        (200, "/tidak-ada-1x-halaman", .samePage), (200, "/", .sendsHome), (200, "/index.php", .sendsHome),
        (200, "https://kuburayakab.go.id/", .sendsAway), (500, "/tidak-ada-1x-halaman", .unknown), (nil, nil, .unknown),
    ]

    @Test(arguments: habits)
    func habit(_ status: Int?, _ final: String?, _ expected: SoftNotFound.Habit) {
        let address = final.flatMap { WebAddress($0, base: Self.asked) }
        let probe = SoftNotFound(requested: Self.asked, final: address, status: status, page: Self.errorPage)
        #expect(probe.habit == expected)
    }

    @Test("On a host that answers everything, a page like the answer to nonsense is none, another page is one")
    func samePage() {
        let probe = SoftNotFound(requested: Self.asked, final: Self.asked, status: 200, page: Self.errorPage)
        var same = Self.errorPage
        same.address = Samples.address(Self.host + "/opd/dinkes")
        #expect(probe.isNotFound(requested: same.address, page: same))
        #expect(!probe.isNotFound(requested: Self.realPage.address, page: Self.realPage))
    }

    @Test("The home page is never soft-404 by likeness")
    func home() {
        let probe = SoftNotFound(requested: Self.asked, final: Self.asked, status: 200, page: Self.errorPage)
        var home = Self.errorPage
        home.address = Samples.address(Self.host + "/")
        #expect(!probe.isNotFound(requested: home.address, page: home))
    }

    @Test("On a host that sends nonsense home, a path that lands at home is none")
    func sentHome() {
        let home = Samples.address(Self.host + "/")
        let probe = SoftNotFound(requested: Self.asked, final: home, status: 200, page: Self.realPage)
        var landed = Self.realPage
        landed.address = home
        #expect(probe.isNotFound(requested: Samples.address(Self.host + "/opd/dinkes"), page: landed))
        #expect(!probe.isNotFound(requested: home, page: landed))
        #expect(!probe.isNotFound(requested: Self.realPage.address, page: Self.realPage))
    }

    @Test("An honest host is believed")
    func honest() {
        let probe = SoftNotFound(requested: Self.asked, final: Self.asked, status: 404, page: Self.errorPage)
        #expect(!probe.isNotFound(requested: Self.realPage.address, page: Self.realPage))
    }

    static let words: [(String, Bool)] = [
        ("404 Not Found", true), ("Halaman Tidak Ditemukan", true), ("Page not found - Dinas Kesehatan", true),
        ("Error 404", true), ("Oops! Halaman yang Anda cari tidak ada", true), ("Dinas Kesehatan", false),
        ("Profil Dinas", false),
        ("Perbup Nomor 404 Tahun 2020 tentang Standar Pelayanan Minimal Bidang Kesehatan", false),
    ]

    @Test("Words in the title tell, also without a probe", arguments: words)
    func wordsTell(_ title: String, _ isNotFound: Bool) {
        let page = PageDraft(Self.host + "/x", title: title).text("Kembali").page
        #expect(SoftNotFound().isNotFound(requested: page.address, page: page) == isNotFound)
    }

    @Test("A long page whose heading mentions a missing thing is a page")
    func longPage() {
        let page = PageDraft(Self.host + "/x", title: "Data tidak ditemukan? Ini caranya")
            .text(String(repeating: "Penjelasan panjang tentang layanan. ", count: 60)).page
        #expect(!SoftNotFound().isNotFound(requested: page.address, page: page))
    }

    @Test("Probe paths differ by seed and are plain")
    func probePaths() {
        #expect(SoftNotFound.probePath(seed: 1) != SoftNotFound.probePath(seed: 2))
        #expect(SoftNotFound.probePath(seed: 7).hasPrefix("/"))
    }
}
