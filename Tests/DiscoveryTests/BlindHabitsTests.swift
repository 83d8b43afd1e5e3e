import Model
import Testing

@testable import Discovery

/// What the sixth world taught: addresses in any dress, labels nobody explained, lists that show no addresses.
struct BlindHabitsTests {
    static let labels: [(label: String, name: String, fits: Bool)] = [
        ("DPMPD", "Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa", true),
        (
            "dppkbp3a",
            "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak", true
        ),
        ("SATPOLPPDAMKAR", "Satuan Polisi Pamong Praja dan Pemadam Kebakaran", true),
        ("dispusip", "Dinas Perpustakaan dan Kearsipan", true),
        ("bkpsdm", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", true),
        ("kesbangpol", "Badan Kesatuan Bangsa dan Politik", true),
        ("dishub", "Dinas Perhubungan", true),
        ("lpse", "Dinas Perhubungan", false), ("simpeg", "Dinas Sosial", false),
        ("jdih", "Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa", false),
        ("dishub", "Dinas Sosial", false), ("bkad", "Dinas Kesehatan", false), ("d", "Dinas Sosial", false),
        ("berita", "Badan Kepegawaian Daerah", false), ("Dinas Sosial", "Dinas Sosial", false),
    ]

    @Test(arguments: labels) func aLabelMayStandForAName(label: String, name: String, fits: Bool) {
        #expect(Abbreviation.mayStand(label, for: name) == fits)
    }

    static let headings: [(text: String, introduces: Bool)] = [
        ("Dinas Perhubungan Kabupaten Bogor", true), ("Selamat datang di situs Dinas Perhubungan", true),
        ("Pemerintah Kabupaten Bogor | Dinas Perhubungan", true), ("Kabupaten Bogor - UPTD Puskesmas Cibinong", true),
        ("Rapat koordinasi bersama Dinas Perhubungan", false), ("Kunjungan kerja ke Badan Keuangan Daerah", false),
        ("Berita: Kepala Dinas Sosial meninjau pasar", false), ("DISHUB Kota Bogor", true),
    ]

    @Test(arguments: headings) func whatSpeaksOfAnOfficeIsNotItsName(text: String, introduces: Bool) {
        #expect(OfficeIdentity.introduces(text) == introduces)
    }

    static let bodies: [(body: String, hosts: [String])] = [
        ("<a href='http://info3.x.go.id/'>", ["info3.x.go.id"]),
        (#"{"url":"https:\/\/Dinkes.x.go.id\/"}"#, ["dinkes.x.go.id"]),
        ("/out?u=http%3A%2F%2Fdinsos.x.go.id%2F", ["dinsos.x.go.id"]),
        ("pkm.a.x.go.id, pkm.a.x.go.id.", ["pkm.a.x.go.id"]),
        ("x.go.id and .x.go.id and yx.go.id", []), ("a.x.go.id.example b.x.go.idn", []), ("", []),
    ]

    @Test(arguments: bodies) func hostsAreSeenInAnyDress(body: String, hosts: [String]) {
        #expect(SeenHosts.hosts(in: Array(body.utf8), under: "x.go.id") == hosts)
    }

    static let wrapped: [(String, String)] = [
        // printf http://info31.x.go.id/ | base64
        ("https://x.go.id/keluar/aHR0cDovL2luZm8zMS54LmdvLmlkLw==", "http://info31.x.go.id/"),
        ("https://x.go.id/l.php?u=aHR0cDovL2luZm8zMS54LmdvLmlkLw%3D%3D", "http://info31.x.go.id/"),
        ("https://x.go.id/keluar/aHR0cbla", "https://x.go.id/keluar/aHR0cbla"),
        ("http://www.info3.x.go.id./a?b=1", "http://www.info3.x.go.id/a?b=1"),
        ("http://info3.x.go.id/a", "http://info3.x.go.id/a"),
    ]

    @Test(arguments: wrapped) func addressesWithinAddresses(address: String, opened: String) {
        #expect(WrappedAddress.opened(Samples.address(address)).description == opened)
    }

    @Test func dataInAttributesIsRead() {
        let body = """
            <div data-opd="{&quot;nama&quot;:&quot;Dinas Sosial&quot;,&quot;tautan&quot;:&quot;http:\\/\\/s1.x.go.id\\/&quot;}">
            <p data-x='{"nama":"Dinas Kesehatan","url":"http://s2.x.go.id/"}'><b data-y="{kosong}">
            """
        let links = AttributeData.links(in: Array(body.utf8), page: Samples.address("https://x.go.id/"))
        #expect(links.map(\.text) == ["Dinas Sosial", "Dinas Kesehatan"])
        #expect(links.map(\.address.description) == ["http://s1.x.go.id/", "http://s2.x.go.id/"])
    }

    @Test func controlsWithoutAddressAreCounted() {
        let body = """
            <a href="#">Dinas A</a><a href="javascript:buka(1)">B</a><a href="/opd/1">C</a><button class=x>Detail</button>
            <button type=submit>Cari</button><div onclick="buka(2)">D</div><div>E</div>
            """
        #expect(DeadControls.count(in: Array(body.utf8)) == 4)
    }

    private static let agencies = [
        "Dinas Kesehatan", "Dinas Sosial", "Dinas Perhubungan", "Dinas Pertanian", "Badan Kepegawaian Daerah",
        "Dinas Perikanan",
    ].map { Samples.target($0, "") }

    static let coverages: [(lines: [String], links: Int, poor: Bool, unlinked: Bool)] = [
        (["Dinas Kesehatan"], 0, true, false), ([], 0, true, false),
        (agencies.map(\.name), 0, false, true), (agencies.map(\.name), 3, false, false),
        (Array(agencies.map(\.name).prefix(3)), 0, false, false),
    ]

    @Test(arguments: coverages) func aListIsAsGoodAsWhomItNames(
        lines: [String], links: Int, poor: Bool, unlinked: Bool
    ) {
        var draft = PageDraft("https://kuburayakab.go.id/")
        for line in lines.dropFirst(links) { draft = draft.text(line) }
        for (at, line) in lines.prefix(links).enumerated() {
            draft = draft.link("https://s\(at).kuburayakab.go.id/", line)
        }
        let directory = PortalDirectory(
            Samples.book, portal: Samples.address("https://kuburayakab.go.id/"), pages: [draft.page],
            offices: Self.agencies)
        let coverage = ListCoverage(
            Samples.book, directory: directory, pages: [draft.page], offices: Self.agencies)
        #expect(coverage.isPoor == poor)
        #expect(coverage.isUnlinked == unlinked)
    }

    @Test func initialsOfAHeroAreHis() {
        let office = Samples.target("Rumah Sakit Umum Daerah Raden Mattaher", "rsud")
        let page = PageDraft("https://kuburayakab.go.id/").link("https://r1.kuburayakab.go.id/", "RSUD R. Mattaher")
            .page
        let directory = PortalDirectory(
            Samples.book, portal: Samples.address("https://kuburayakab.go.id/"), pages: [page], offices: [office])
        #expect(directory.siteCandidates(for: office).map(\.address.host) == ["r1.kuburayakab.go.id"])
    }
}
