import Model
import Testing

@testable import Discovery

/// Ways of portals that the fourth world of the scan met, as literals.
@Suite struct FarHabitsTests {
    private static let page = Samples.address("https://kuburayakab.go.id/opd")

    @Test(arguments: [
        ("https://x.go.id/keluar?url=https%3A%2F%2Fdinkes.x.go.id%2F", "https://dinkes.x.go.id/"),
        ("https://www.google.com/url?sa=D&q=http://dinkes.x.go.id/a", "http://dinkes.x.go.id/a"),
        ("https://x.go.id/out.php?to=dinkes.x.go.id", "http://dinkes.x.go.id/"),
        ("https://x.go.id/cari?q=dinas+kesehatan", "https://x.go.id/cari?q=dinas+kesehatan"),
        ("https://x.go.id/?page=unit&id=4", "https://x.go.id/?page=unit&id=4"),
        ("https://x.go.id/opd/dinkes.x.go.id", "http://dinkes.x.go.id"),
        ("https://x.go.id/www.dinkes.x.go.id/a", "http://www.dinkes.x.go.id/a"),
        ("http://http//dinkes.x.go.id", "http://dinkes.x.go.id/"),
        ("https://x.go.id/berkas/v1.2", "https://x.go.id/berkas/v1.2"),
    ])
    func anAddressWithinAnAddressIsOpened(link: String, inner: String) {
        #expect(WrappedAddress.opened(Samples.address(link)) == Samples.address(inner))
    }

    @Test(arguments: [
        ("<a href=\"javascript:__doPostBack('g','Page$2')\">2</a>", true),
        ("<a href=# class=page-link>2</a><a href=# class=page-link>3</a>", true),
        ("<button onclick='muat()'>Muat lebih banyak</button>", true),
        ("<a href='/opd?page=2'>2</a><a href='/opd?page=3'>3</a>", false),
        ("<a href='#'>2</a> <a href='#dinas'>Dinas</a>", false),
        ("<a href='#'>Kembali ke atas</a><a href='/opd?page=2'>Berikutnya</a>", false),
    ])
    func rowsBehindAScriptAreSeen(body: String, hides: Bool) {
        #expect(ScriptPager.hidesMore(in: Array(body.utf8)) == hides)
    }

    @Test(arguments: [
        "<div class=card><h5>Dinas Sosial</h5><button data-url='https://s.x.go.id/'>Kunjungi Situs</button></div>",
        "<div class=card><h5>Dinas Sosial</h5><form action='https://s.x.go.id/' method=get><button>Buka</button></form></div>",
        "<a href='https://s.x.go.id/' title='Dinas Sosial'>DS</a>",
        "<a href=/lain>Dinas Perhubungan</a><h5>Dinas Sosial</h5><button data-href='https://s.x.go.id/'>Lihat</button>",
    ])
    func aButtonBearsTheWordsOfItsCard(markup: String) {
        let links = MarkupLinks.links(in: Array(markup.utf8), page: Self.page)
        #expect(links.map(\.address) == [Samples.address("https://s.x.go.id/")])
        #expect(links.first?.text == "Dinas Sosial")
    }

    @Test func aFormThatSendsIsNoLink() {
        let body = "<h5>Dinas Sosial</h5><form action='https://s.x.go.id/' method=post><button>Buka</button></form>"
        #expect(MarkupLinks.links(in: Array(body.utf8), page: Self.page).isEmpty)
    }

    @Test(arguments: [
        ("Din. Kesehatan", "Dinas Kesehatan Kabupaten Kubu Raya"),
        ("Din. Pendidikan, Kepemudaan & Olahraga", "Dinas Pendidikan, Kepemudaan dan Olahraga"),
    ])
    func shortenedNamesAreRead(listed: String, written: String) throws {
        let mention = try #require(Samples.reader.owner(in: written))
        let office = Samples.office(listed, "")
        #expect(office.compare(mention, gazetteer: Samples.reader.gazetteer).score >= 0.95)
    }

    @Test(arguments: [
        ("Kementerian Kesehatan Republik Indonesia", true), ("Dinas Kesehatan Kabupaten Antah", true),
        ("Dinas Kesehatan", false), ("Menuju Kabupaten Sehat dan Kota Hijau", false), ("Portal Kota", false),
    ])
    func strangersAreKnownByTheirHead(title: String, isStrange: Bool) {
        #expect((StrangeBody.sign(in: title) != nil) == isStrange)
    }

    @Test(arguments: [
        ("http//dinkes.x.go.id", "http://dinkes.x.go.id/"), ("https:/dinkes.x.go.id/", "https://dinkes.x.go.id/"),
        ("(http://dinkes.x.go.id)", "http://dinkes.x.go.id/"), ("HTTP://DINKES.X.GO.ID/A", "http://dinkes.x.go.id/A"),
        ("http://http://dinkes.x.go.id", "http://dinkes.x.go.id/"), ("dinkes.x.go.id.", "https://dinkes.x.go.id/"),
        ("ttp://dinkes.x.go.id", "http://dinkes.x.go.id/"), ("tp.x.go.id", "https://tp.x.go.id/"),
    ])
    func aListIsReadAsPeopleWriteIt(cell: String, address: String) {
        let target = Samples.target("Dinas Kesehatan", "kesehatan", listed: cell)
        let first = CandidateFinder(Samples.book).candidates(for: target, portal: nil, limit: 1).first
        #expect(first?.address == Samples.address(address))
        #expect(first?.reason == .listed)
    }

    @Test(arguments: [("Distrik Wanggar Indah", "distrik-wanggarindah."), ("Kapanewon Kasihan", "kapanewonkasihan.")])
    func aDistrictIsLookedForUnderItsOwnWord(name: String, label: String) {
        let target = Samples.target(name, "kecamatan")
        let hosts = CandidateFinder(Samples.book).candidates(for: target, portal: nil, limit: 12).map(\.address.host)
        #expect(hosts.contains { $0.hasPrefix(label) })
    }

    @Test func aShortWordOfAPlaceIsWrittenOutToo() {
        let target = Samples.target("Puskesmas Sei Jernih", "puskesmas")
        let hosts = CandidateFinder(Samples.book).candidates(for: target, portal: nil, limit: 16).map(\.address.host)
        #expect(hosts.contains { $0.hasPrefix("pkm-sungaijernih.") })
        #expect(hosts.contains { $0.hasPrefix("puskesmasseijernih.") })
    }

    @Test func aBureauIsNotLookedForAtAnother() {
        let target = Samples.target("Bagian Tata Pemerintahan", "setda-bagian")
        let hosts = CandidateFinder(Samples.book).candidates(for: target, portal: nil, limit: 16).map(\.address.host)
        #expect(hosts.contains { $0.hasPrefix("tapem.") })
        #expect(!hosts.contains { $0.hasPrefix("ulp.") || $0.hasPrefix("hukum.") })
    }
}
