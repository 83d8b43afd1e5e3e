import Model
import Testing

@testable import Discovery

/// Whose page it is.
struct OfficeIdentityTests {
    static let identity = OfficeIdentity(Samples.book)
    static let dinkes = Samples.target("Dinas Kesehatan", "kesehatan")
    static let home = "https://dinkes.kuburayakab.go.id/"

    static func score(
        _ draft: PageDraft, _ target: Target = dinkes, reason: Candidate.Reason = .namingRule, at: String? = nil,
        identity: OfficeIdentity = identity, wildcard: PageFingerprint? = nil
    ) -> IdentityScore {
        let candidate = Candidate(
            address: at.map(Samples.address) ?? draft.page.address, reason: reason, detail: "uji")
        return identity.score(page: draft.page, target: target, candidate: candidate, wildcard: wildcard)
    }

    static let ours: [(String, PageDraft)] = [
        ("title", PageDraft(home, title: "Dinas Kesehatan Kabupaten Kubu Raya")),
        ("title behind a greeting", PageDraft(home, title: "Beranda | Dinkes Kubu Raya")),
        ("heading, generic title", PageDraft(home, title: "Home").heading("Dinas Kesehatan Kab. Kubu Raya")),
        ("title without the region", PageDraft(home, title: "Website Resmi Dinas Kesehatan")),
        (
            "logo and footer only",
            PageDraft(home, title: "Selamat Datang").image("logo.png", alt: "Dinas Kesehatan Kubu Raya")
                .text("Dinas Kesehatan Kabupaten Kubu Raya", zone: .footer)
        ),
        (
            "news in the title of a page that names sister offices",
            PageDraft(home, title: "Dinas Kesehatan Kabupaten Kubu Raya").text("Link: Dinas Pendidikan")
                .heading("Berita Dinas Sosial", level: 3)
        ),
        (
            "words that only look like another office",
            PageDraft(home, title: "Informasi Badan Publik").heading("Bagian dari pelayanan kami")
                .text("Dinas Kesehatan Kabupaten Kubu Raya", zone: .header)
                .text("Dinas Kesehatan Kabupaten Kubu Raya, Jl. Angkasa Pura", zone: .footer)
        ),
        (
            "named again and again in the text, under its own host",
            PageDraft(home, title: "Selamat Datang").text("Dinas Kesehatan Kubu Raya melayani warga")
                .text("Kunjungi Dinas Kesehatan pada jam kerja").text("Alamat kantor", zone: .footer)
                .image("logo.png", alt: "Dinkes Kubu Raya")
        ),
        (
            "header text of a template",
            PageDraft(home, title: "Beranda").text("Dinas Kesehatan", zone: .header)
                .text("Pemerintah Kabupaten Kubu Raya", zone: .header)
                .text("Dinas Kesehatan Kab. Kubu Raya, Jl. Angkasa Pura", zone: .footer)
        ),
    ]

    @Test func anOfficeOfAnUnknownRegionIsNotElsewhere() {
        let target = Target(code: "1", name: "Bapenda Garut", kind: "pendapatan", region: "99.99")
        let draft = PageDraft("http://bapenda.contohkab.go.id/", title: "Bapenda Garut")
        #expect(Self.score(draft, target, reason: .listed).names == .thisOffice)
    }

    @Test func ofANameThatTellsNothingNoPageIsAnothers() {
        let target = Target(code: "1", name: "Kantor 7", kind: "", region: "61.12")
        let draft = PageDraft("http://127.1.0.7/", title: "Dinas Kesehatan Kabupaten Kubu Raya")
        #expect(Self.score(draft, target, reason: .listed).names == .nobody)
    }

    @Test(arguments: ours)
    func isOurs(_ name: String, _ draft: PageDraft) {
        let score = Self.score(draft)
        #expect(score.names == .thisOffice, "\(name): \(score)")
        #expect(score.isThisOffice, "\(name): \(score)")
        #expect(!score.evidence.isEmpty)
    }

    static let others: [(String, Target, PageDraft)] = [
        ("another dinas", dinkes, PageDraft(home, title: "Dinas Pendidikan Kabupaten Kubu Raya")),
        (
            "the same dinas elsewhere", dinkes,
            PageDraft("https://dinkes.sambas.go.id/", title: "Dinas Kesehatan Kabupaten Sambas")
        ),
        ("the province's", dinkes, PageDraft(home, title: "Dinas Kesehatan Provinsi Kalimantan Barat")),
        ("the hospital", dinkes, PageDraft(home, title: "RSUD Tuan Besar Syarif Idrus Kubu Raya")),
        ("a puskesmas below it", dinkes, PageDraft(home, title: "Puskesmas Punggur - Dinas Kesehatan Kab. Kubu Raya")),
        (
            "the dinas instead of its puskesmas", Samples.target("Puskesmas Punggur", "puskesmas"),
            PageDraft("https://puskesmas.kuburayakab.go.id/", title: "Dinas Kesehatan Kabupaten Kubu Raya")
        ),
        (
            "a longer name", Samples.target("Puskesmas Sungai Raya", "puskesmas"),
            PageDraft("https://pkm.kuburayakab.go.id/", title: "Puskesmas Sungai Raya Dalam")
        ),
        (
            "the same name in another kabupaten", Samples.target("Puskesmas Sungai Raya", "puskesmas"),
            PageDraft("https://pkmsungairaya.com/", title: "Puskesmas Sungai Raya")
                .text("Jl. Raya, Kecamatan Sungai Raya, Kabupaten Bengkayang", zone: .footer)
        ),
        (
            "the kecamatan of a puskesmas", Samples.target("Puskesmas Kubu", "puskesmas"),
            PageDraft("https://kubu.kuburayakab.go.id/", title: "Kecamatan Kubu Kabupaten Kubu Raya")
        ),
        (
            "dkp means two", Samples.target("Dinas Ketahanan Pangan", "pangan"),
            PageDraft("https://dkp.kuburayakab.go.id/", title: "Dinas Kelautan dan Perikanan")
        ),
    ]

    @Test(arguments: others)
    func isAnothers(_ name: String, _ target: Target, _ draft: PageDraft) {
        let score = Self.score(draft, target)
        #expect(score.names == .otherOffice, "\(name): \(score)")
        #expect(!score.isThisOffice)
    }

    static let nobodys: [(String, PageDraft)] = [
        ("default page", PageDraft(home, title: "Welcome to nginx!").heading("Welcome to nginx!")),
        ("nothing", PageDraft(home)),
        ("the government at large", PageDraft(home, title: "Pemerintah Kabupaten Kubu Raya")),
        ("shell", PageDraft(home, title: "React App")),
        ("theme", PageDraft(home, title: "Just another WordPress site").heading("Hello world!")),
    ]

    @Test(
        "A host name alone never makes a site, listed or not", arguments: nobodys,
        [Candidate.Reason.namingRule, .listed, .portalLink])
    func isNobodys(_ given: (String, PageDraft), _ reason: Candidate.Reason) {
        let score = Self.score(given.1, reason: reason)
        #expect(score.names == .nobody)
        #expect(!score.isThisOffice)
    }

    @Test("A merged dinas is shared")
    func shared() {
        let score = Self.score(
            PageDraft(
                "https://dinsosp3a.kuburayakab.go.id/",
                title: "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Kubu Raya"),
            Samples.target("Dinas Sosial", "sosial"))
        #expect(score.names == .sharedWithOthers)
        #expect(score.isThisOffice)
    }

    static let roofs: [(String, String, Bool)] = [
        ("Dinas Sosial dan Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "sosial", true),
        ("Dinas Sosial dan Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb", true),
        ("Dinas Sosial & Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kab. Kubu Raya", "pppa-kb", true),
        ("Dinas Sosial Kabupaten Kubu Raya, Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb", true),
        ("Dinas Sosial | Tautan: Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb", false),
        ("Dinas Sosial menerima kunjungan Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb", false),
    ]

    @Test("Two offices named side by side share one roof; one that is only mentioned does not", arguments: roofs)
    func oneRoof(_ title: String, _ kind: String, _ isShared: Bool) {
        let name = kind == "sosial" ? "Dinas Sosial" : "Dinas Pemberdayaan Perempuan dan Perlindungan Anak"
        let score = Self.score(
            PageDraft("https://sospppa.kuburayakab.go.id/", title: title), Samples.target(name, kind), reason: .listed)
        #expect((score.names == .sharedWithOthers) == isShared, "\(score)")
        #expect(score.isThisOffice == isShared)
    }

    // MARK: - The portal and wildcards

    static let portalHome = PageDraft("https://kuburayakab.go.id/", title: "Portal Resmi Kabupaten Kubu Raya")
        .heading("Berita Terkini").text("Bupati membuka musrenbang di aula kantor bupati")
        .text("Gotong royong bersama warga Sungai Raya").text("Perangkat Daerah: Dinas Kesehatan Kabupaten Kubu Raya")
        .text("Pengumuman seleksi terbuka jabatan pimpinan tinggi").text("Hubungi kami di kantor bupati Kubu Raya")

    static let withPortal = OfficeIdentity(
        Samples.book,
        portal: PortalDirectory(
            Samples.book, portal: portalHome.page.address, pages: [portalHome.page], offices: [dinkes]))

    @Test("The portal home after a redirect is not the office's site")
    func redirectToPortal() {
        let score = Self.score(Self.portalHome, at: Self.home, identity: Self.withPortal)
        #expect(score.names == .otherOffice)
        #expect(score.value == 0)
    }

    @Test(
        "The home page of a region's domain is nobody's office site, also when the portal was not read",
        arguments: ["https://kuburayakab.go.id/", "https://www.kuburayakab.go.id/index.php", "https://sambas.go.id/"])
    func portalDomain(_ address: String) {
        let draft = PageDraft(address, title: "Dinas Kesehatan Kabupaten Kubu Raya")
        #expect(Self.score(draft, reason: .listed, at: Self.home).names == .otherOffice)
    }

    @Test("A copy of the portal home under the office's host is not the office's site")
    func copyOfPortal() {
        var page = Self.portalHome.page
        page.address = Samples.address(Self.home)
        let candidate = Candidate(address: page.address, reason: .namingRule)
        let score = Self.withPortal.score(page: page, target: Self.dinkes, candidate: candidate)
        #expect(score.names == .otherOffice)
    }

    @Test("Content under a random label neutralises the same content under the office's")
    func wildcard() {
        // The template greets every name by itself.
        let draft = PageDraft(Self.home, title: "dinkes.kuburayakab.go.id").text(
            "dinkes.kuburayakab.go.id segera hadir")
        let random = PageDraft("https://zzqx.kuburayakab.go.id/", title: "zzqx.kuburayakab.go.id")
            .text("zzqx.kuburayakab.go.id segera hadir").page
        let score = Self.score(draft, wildcard: PageFingerprint(random, erasing: random.address.host))
        #expect(!score.isThisOffice)
        #expect(score.names == .nobody)
    }

    @Test("The office whose own site is shown under every name keeps it, the others do not get it")
    func siteUnderEveryName() {
        func draft(_ host: String) -> PageDraft {
            PageDraft("https://\(host).kuburayakab.go.id/", title: "Dinas Kesehatan Kabupaten Kubu Raya")
                .heading("Dinas Kesehatan Kabupaten Kubu Raya").text("Layanan kesehatan bagi warga")
                .text("Jadwal imunisasi bulan ini")
        }
        let wildcard = PageFingerprint(draft("zzqx").page, erasing: "zzqx.kuburayakab.go.id")
        #expect(Self.score(draft("dinkes"), wildcard: wildcard).isThisOffice)
        let other = Target(code: "x", name: "Dinas Sosial", kind: "sosial", region: "61.12")
        let page = draft("dinsos").page
        let score = Self.identity.score(
            page: page, target: other, candidate: Candidate(address: page.address, reason: .namingRule),
            wildcard: wildcard)
        #expect(score.names == .nobody)
    }

    @Test("Real content under a wildcard still counts")
    func contentUnderWildcard() {
        let random = PageDraft("https://zzqx.kuburayakab.go.id/", title: "Pemerintah Kabupaten").text("Situs tidak ada")
            .page
        let draft = PageDraft(Self.home, title: "Dinas Kesehatan Kabupaten Kubu Raya").text("Layanan kesehatan kami")
        #expect(Self.score(draft, wildcard: PageFingerprint(random)).isThisOffice)
    }

    @Test("A portal link raises the score, and listing does")
    func links() {
        let draft = PageDraft("https://dinkeskkr.blogspot.com/", title: "Dinas Kesehatan")
        let alone = Self.score(draft, reason: .sisterLink)
        let linked = Self.score(draft, reason: .portalLink)
        #expect(linked.value > alone.value)
        #expect(linked.isThisOffice)
        #expect(!alone.isThisOffice, "a bare name on a free host is not enough")
    }

    // MARK: - Sections

    static let sections: [(String, PageDraft, PortalSection)] = [
        (
            "profile",
            PageDraft("https://kuburayakab.go.id/opd/dinkes", title: "Dinas Kesehatan - Kabupaten Kubu Raya")
                .heading("Dinas Kesehatan")
                .text(
                    String(repeating: "Dinas melaksanakan urusan pemerintahan bidang kesehatan di daerah. ", count: 5)),
            .profile
        ),
        (
            "entry with contact lines",
            PageDraft("https://kuburayakab.go.id/opd/dinkes", title: "OPD").heading("Dinas Kesehatan")
                .text("Alamat: Jl. Angkasa Pura").text("Telepon: 0561-123456").text(
                    "Website: dinkes.kuburayakab.go.id"),
            .directoryEntry
        ),
        (
            "list of offices",
            PageDraft("https://kuburayakab.go.id/opd", title: "Perangkat Daerah").text("Dinas Kesehatan", .listItem)
                .text("Dinas Pendidikan", .listItem).text("Dinas Sosial", .listItem).text(
                    "Dinas Perhubungan", .listItem
                )
                .text("Badan Pendapatan Daerah", .listItem)
                .text(String(repeating: "Daftar perangkat daerah menurut peraturan bupati. ", count: 9)),
            .directoryEntry
        ),
        (
            "title and nothing",
            PageDraft("https://kuburayakab.go.id/opd/dinkes", title: "Dinas Kesehatan")
                .heading("Dinas Kesehatan"), .empty
        ),
        (
            "filler",
            PageDraft("https://kuburayakab.go.id/opd/dinkes", title: "Dinas Kesehatan").heading("Dinas Kesehatan")
                .text(String(repeating: "Konten belum tersedia untuk halaman ini. ", count: 10)), .empty
        ),
        (
            "another office",
            PageDraft("https://kuburayakab.go.id/opd/x", title: "Dinas Sosial").heading("Dinas Sosial")
                .text(String(repeating: "Dinas melaksanakan urusan sosial. ", count: 20)), .notThisOffice
        ),
    ]

    @Test(arguments: sections)
    func section(_ name: String, _ draft: PageDraft, _ expected: PortalSection) {
        #expect(PortalSection.read(draft.page, target: Self.dinkes, book: Samples.book) == expected, "\(name)")
    }
}
