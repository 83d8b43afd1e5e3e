import Model
import Testing

@testable import Discovery

/// The focused crawl of one site, told by literals.
struct SiteFrontierTests {
    static let host = "https://dinkes.kuburayakab.go.id"

    static func page(_ path: String, _ links: [(String, String)], title: String = "") -> ParsedPage {
        links.reduce(PageDraft(host + path, title: title)) { $0.link($1.0, $1.1) }.page
    }

    static func reading(
        _ kind: PageKind = .home, condition: SiteCondition = .normal, present: [ItemKey] = []
    ) -> PageReading {
        PageReading(
            kind: kind, condition: condition,
            findings: present.map {
                Finding(item: $0, state: .present, strength: 0.9, place: "", quotation: "", rule: "uji")
            })
    }

    /// A site as a map from path to links; runs the crawl to its end and says which paths were asked for, in order.
    static func crawl(
        _ site: [String: [(String, String)]], options: FrontierOptions = FrontierOptions(),
        present: [String: [ItemKey]] = [:], failing: [String: UnreadPage] = [:], kinds: [String: PageKind] = [:]
    ) -> (paths: [String], coverage: SiteRecord.Coverage, frontier: SiteFrontier) {
        var frontier = SiteFrontier(home: Samples.address(host + "/"), options: options)
        var paths: [String] = []
        while paths.count < 500 {
            guard case .fetch(let address, _) = frontier.next() else { break }
            paths.append(address.requestTarget)
            if let failure = failing[address.requestTarget] {
                frontier.failed(failure)
            } else {
                frontier.learn(
                    page: page(address.requestTarget, site[address.requestTarget] ?? []),
                    reading: reading(
                        kinds[address.requestTarget] ?? .other, present: present[address.requestTarget] ?? []))
            }
        }
        guard case .stop(let coverage) = frontier.next() else { return (paths, .notRead, frontier) }
        return (paths, coverage, frontier)
    }

    // MARK: - Order

    @Test("Home first, then what names an item, then the rest; news and galleries never")
    func order() {
        let run = Self.crawl([
            "/": [
                ("/berita", "Berita"), ("/halaman-lain", "Selayang"), ("/galeri", "Galeri"),
                ("/kontak", "Kontak Kami"), ("/standar-pelayanan", "Standar Pelayanan"),
            ]
        ])
        #expect(run.paths == ["/", "/standar-pelayanan", "/kontak", "/halaman-lain"])
        #expect(run.coverage == .complete)
    }

    @Test("A link whose items were all found sinks behind links that may hold missing ones")
    func sinks() {
        let options = FrontierOptions(wantedItems: [.visiMisi, .biaya, .kontakAlamat])
        let run = Self.crawl(
            ["/": [("/visi-misi", "Visi dan Misi"), ("/tarif", "Tarif"), ("/lain", "Selayang")]], options: options,
            present: ["/": [.visiMisi]])
        #expect(
            run.paths == ["/", "/tarif", "/visi-misi", "/lain"] || run.paths == ["/", "/tarif", "/lain", "/visi-misi"])
    }

    @Test("Stops as soon as every wanted item was found")
    func stopsEarly() {
        let options = FrontierOptions(wantedItems: [.visiMisi, .biaya])
        let run = Self.crawl(
            ["/": [("/layanan", "Layanan"), ("/profil", "Profil"), ("/a", "A"), ("/b", "B")]], options: options,
            present: ["/layanan": [.biaya], "/profil": [.visiMisi]])
        #expect(Set(run.paths) == ["/", "/layanan", "/profil"])
        #expect(run.coverage == .complete)
    }

    @Test("An item on a news page was not found")
    func newsDoesNotCount() {
        let options = FrontierOptions(wantedItems: [.biaya])
        let run = Self.crawl(
            ["/": [("/layanan", "Layanan"), ("/tarif", "Tarif")]], options: options, present: ["/tarif": [.biaya]],
            kinds: ["/tarif": .news])
        #expect(run.paths.contains("/layanan"))
    }

    static let promises: [(text: String, path: String, tier: LinkPromise.Tier)] = [
        ("Standar Pelayanan", "/p/12", .promising), ("Maklumat Pelayanan", "/x", .promising), ("SOP", "/x", .promising),
        ("Jam Pelayanan", "/x", .promising), ("Pengaduan Masyarakat", "/x", .promising), ("PPID", "/x", .promising),
        ("Survei Kepuasan Masyarakat", "/x", .promising), ("Tarif Retribusi", "/x", .promising),
        ("Struktur Organisasi", "/x", .promising), ("Hubungi Kami", "/x", .promising), ("", "/visi-misi", .promising),
        ("Klik di sini", "/page/persyaratan-ktp", .promising), ("Layanan", "/category/layanan", .promising),
        ("Tupoksi", "/tupoksi", .promising), ("Kelompok Rentan", "/x", .promising),
        ("Selayang", "/x", .neutral), ("Inovasi", "/inovasi", .neutral), ("UPTD", "/uptd", .neutral),
        ("Berita", "/x", .unlikely), ("Baca selengkapnya", "/berita/sosialisasi-ktp", .unlikely),
        ("Galeri Foto", "/x", .unlikely), ("", "/2024/05/kunjungan", .unlikely), ("2", "/page/2", .unlikely),
        ("Berikutnya", "/?page=2", .unlikely), ("Agenda", "/agenda", .unlikely), ("Banner", "/berita1.html", .unlikely),
        ("Pengumuman", "/tag/pengumuman", .unlikely),
        ("Kepala Dinas menghadiri rapat koordinasi di Pontianak hari ini", "/kadis-hadir", .unlikely),
        ("Sosialisasi Standar Pelayanan Publik bagi seluruh pegawai dinas", "/berita/sosialisasi", .unlikely),
        ("Login", "/login", .never), ("Logout", "/keluar?aksi=logout", .never), ("Hapus", "/data/hapus/4", .never),
        ("Admin", "/wp-admin/", .never), ("RSS", "/feed/", .never), ("Cetak", "/berita/4/cetak", .never),
        ("Bagikan", "/x?share=facebook", .never), ("Balas", "/x?replytocom=9", .never),
        ("API", "/wp-json/wp/v2", .never), ("Layanan", "/akun/sign-out", .never), ("Selesai", "/log_out", .never),
        ("Persyaratan", "/adm/del.php?id=2", .never), ("Layanan Data", "/x?act=del&id=7", .never),
        ("Setujui", "/permohonan/setujui/9", .never), ("Batalkan permohonan", "/batalkan/9", .never),
        ("Nonaktifkan akun", "/akun/nonaktifkan", .never), ("Tambah ke keranjang", "/keranjang/tambah/3", .never),
    ]

    @Test(arguments: promises)
    func readsPromises(_ given: (text: String, path: String, tier: LinkPromise.Tier)) {
        let promise = LinkPromise(text: given.text, address: Samples.address(Self.host + given.path))
        #expect(promise.tier == given.tier)
    }

    static let hints: [(String, ItemKey)] = [
        ("Maklumat Pelayanan", .maklumat), ("Tarif", .biaya), ("Alur Pelayanan", .prosedur),
        ("Persyaratan", .persyaratan),
        ("Jam Layanan", .jamLayanan), ("Visi Misi", .visiMisi), ("Motto", .moto), ("Lapor", .sp4nLapor),
        ("Pengaduan", .pengaduan), ("Dasar Hukum", .dasarHukum), ("Fasilitas", .saranaPrasarana),
        ("IKM", .surveiKepuasan),
        ("Kontak", .kontakAlamat), ("Struktur Organisasi", .strukturOrganisasi), ("Disabilitas", .pelayananKhusus),
        ("Standar Pelayanan", .kompetensiPelaksana), ("Daftar Pegawai", .jumlahPelaksana), ("PPID", .ppid),
    ]

    @Test(arguments: hints)
    func hintsNameItems(_ text: String, _ item: ItemKey) {
        #expect(LinkPromise(text: text, address: Samples.address(Self.host + "/x")).items.contains(item))
    }

    // MARK: - Each page once

    static let twins: [(String, String)] = [
        ("/profil", "/profil/"), ("/profil", "/profil#visi"),
        ("/profil", "https://www.dinkes.kuburayakab.go.id/profil"),
        ("/profil", "http://dinkes.kuburayakab.go.id/profil"), ("/profil", "/profil?utm_source=ig"),
        ("/profil", "/profil;jsessionid=4"), ("/profil?id=3", "/profil?id=3&PHPSESSID=abc"), ("/", "/index.php"),
        ("/profil", "/profil?fbclid=1"), ("/", "#"),
    ]

    @Test(arguments: twins)
    func onePageOneKey(_ one: String, _ other: String) {
        let base = Samples.address(Self.host + "/")
        let keys = [one, other].compactMap { WebAddress($0, base: base) }.map(SiteScope.key)
        #expect(keys.count == 2 && keys[0] == keys[1])
    }

    static let different: [(String, String)] = [
        ("/profil?id=3", "/profil?id=4"), ("/profil", "/Profil2"), ("/a/b", "/ab"),
        ("/", "https://dinkes.sambas.go.id/"), ("/", "https://sub.dinkes.kuburayakab.go.id/"),
        ("/", "https://dinkes.kuburayakab.go.id:8080/"),
    ]

    @Test(arguments: different)
    func otherPagesOtherKeys(_ one: String, _ other: String) {
        let base = Samples.address(Self.host + "/")
        let keys = [one, other].compactMap { WebAddress($0, base: base) }.map(SiteScope.key)
        #expect(keys.count == 2 && keys[0] != keys[1])
    }

    @Test(
        "No page is given out twice, on a site where every page links to every page in many spellings",
        arguments: [false, true])
    func noneTwice(_ exhaustive: Bool) {
        var links: [(String, String)] = []
        for number in 0..<40 {
            links += [
                ("/h\(number)", "Halaman \(number)"), ("/h\(number)/", "Lagi"), ("/h\(number)?utm_source=x", "Lagi"),
                ("http://www.dinkes.kuburayakab.go.id/h\(number)#a", "Lagi"),
            ]
        }
        var site = ["/": links]
        for number in 0..<40 { site["/h\(number)"] = links }
        let run = Self.crawl(site, options: FrontierOptions(maxPages: 0, exhaustive: exhaustive))
        #expect(run.paths.count == 41)
        #expect(Set(run.paths).count == 41)
    }

    @Test("A page reached by a redirect is not asked for again under its own address")
    func redirected() {
        var frontier = SiteFrontier(home: Samples.address(Self.host + "/"))
        _ = frontier.next()
        frontier.learn(
            page: Self.page("/", [("/lama/profil", "Profil"), ("/profil-baru", "Profil baru")]), reading: Self.reading()
        )
        guard case .fetch(let first, _) = frontier.next() else { return #expect(Bool(false)) }
        #expect(first.path == "/lama/profil")
        frontier.learn(page: Self.page("/profil-baru", []), reading: Self.reading(.profile), requested: first)
        #expect(frontier.next() == .stop(.complete))
    }

    @Test("A home page learnt before the first step is not asked for again")
    func homeKnown() {
        var frontier = SiteFrontier(home: Samples.address(Self.host + "/"))
        frontier.learn(page: Self.page("/", [("/profil", "Profil")]), reading: Self.reading())
        guard case .fetch(let first, let text) = frontier.next() else { return #expect(Bool(false)) }
        #expect(first.path == "/profil")
        #expect(text == "Profil")
    }

    @Test("A home page that answers under another host makes that host the site")
    func homeMoved() {
        var frontier = SiteFrontier(home: Samples.address("http://dinkeskuburaya.com/"))
        guard case .fetch(let home, _) = frontier.next() else { return #expect(Bool(false)) }
        frontier.learn(page: Self.page("/", [("/profil", "Profil")]), reading: Self.reading(), requested: home)
        guard case .fetch(let next, _) = frontier.next() else { return #expect(Bool(false)) }
        #expect(next.host == "dinkes.kuburayakab.go.id")
    }

    // MARK: - Scope and traps

    static let outside = [
        "https://kuburayakab.go.id/profil", "https://dishub.kuburayakab.go.id/profil", "https://facebook.com/dinkes",
        "https://dinkes.kuburayakab.go.id:8443/profil", "mailto:dinkes@kuburayakab.go.id", "javascript:void(0)",
    ]

    @Test(arguments: outside)
    func staysInTheSite(_ href: String) {
        #expect(Self.crawl(["/": [(href, "Profil")]], options: FrontierOptions(exhaustive: true)).paths == ["/"])
    }

    static let sections: [(String, Bool)] = [
        ("/opd/dinkes", true), ("/opd/dinkes/", true), ("/opd/dinkes/profil", true), ("/opd/dinkes?hal=2", true),
        ("/opd/dinkes.html", true), ("/opd/dinkesos", false), ("/opd", false), ("/", false), ("/opd/dishub", false),
    ]

    @Test("A section is its path and what lies below", arguments: sections)
    func sectionScope(_ path: String, _ isInside: Bool) {
        #expect(SiteScope.isInside(Samples.address(Self.host + path), prefix: "/opd/dinkes") == isInside)
    }

    static let prefixes: [(String, String)] = [
        ("/opd/dinkes", "/opd/dinkes"), ("/opd/dinkes.html", "/opd/dinkes"), ("/?opd=3", "/?opd=3"),
        ("/index.php?opd=3", "/index.php?opd=3"), ("/punggur/", "/punggur/"), ("/opd/view.php?id=3", "/opd/view"),
    ]

    @Test("Where a section's pages lie", arguments: prefixes)
    func sectionPrefix(_ path: String, _ prefix: String) {
        let address = Samples.address(Self.host + path)
        #expect(SiteFrontier.sectionPrefix(of: address) == prefix)
        #expect(SiteScope.isInside(address, prefix: prefix))
    }

    static let traps: [(String, Bool)] = [
        ("/kalender?month=5&year=2031", true), ("/agenda/2031-05", true), ("/events/2024/05/", true),
        ("/a/b/a/b/a/b", true), ("/x/x/x", true), ("/?q=" + String(repeating: "a", count: 300), true),
        ("/" + String(repeating: "a/", count: 14), true), ("/events?ical=1", true),
        ("/profil", false), ("/layanan/ktp/persyaratan", false), ("/2024/05/12/judul", false), ("/?p=123", false),
        ("/layanan?id=4&bulan=5", false),
    ]

    @Test(arguments: traps)
    func seesTraps(_ path: String, _ isTrap: Bool) {
        #expect(LinkTrap.isTrap(Samples.address(Self.host + path)) == isTrap)
    }

    @Test("An endless calendar ends the crawl by itself, also exhaustively")
    func endlessCalendar() {
        var frontier = SiteFrontier(
            home: Samples.address(Self.host + "/"), options: FrontierOptions(maxPages: 0, exhaustive: true))
        var asked = 0
        while case .fetch(let address, _) = frontier.next(), asked < 200 {
            asked += 1
            frontier.learn(
                page: Self.page(
                    address.requestTarget,
                    [
                        ("/agenda?bulan=\(asked)&tahun=2030", "Bulan berikut"),
                        (address.path + "/lagi/lagi", "Lagi"), ("/profil", "Profil"),
                    ]), reading: Self.reading(.other))
        }
        #expect(asked < 20)
    }

    // MARK: - Documents

    @Test("Documents are collected once and never given out as pages")
    func documents() {
        let run = Self.crawl([
            "/": [("/sop.pdf", "SOP Pelayanan"), ("/sop.pdf", "lagi"), ("/tarif.xlsx", "Tarif"), ("/logo.png", "Logo")]
        ])
        #expect(run.paths == ["/"])
        #expect(run.frontier.documents.map(\.address.path) == ["/sop.pdf", "/tarif.xlsx"])
        #expect(run.frontier.documents[0].promises.contains(.prosedur))
        #expect(run.frontier.images.isEmpty, "a logo promises nothing")
    }

    @Test("Images named, labelled or headed like an item are collected, and hide it until they were read")
    func images() {
        var page = Self.page("/", [("/unggah/alur.jpg", "Alur Pelayanan")])
        page.text = Array("Maklumat Pelayanan".utf8)
        page.blocks = [Block(kind: .heading, text: 0..<18, level: 2)]
        page.images = [
            Image(address: Samples.address(Self.host + "/unggah/IMG_2023.jpg"), fileName: "IMG_2023.jpg", after: 0),
            Image(address: Samples.address(Self.host + "/unggah/kadis.jpg"), fileName: "kadis.jpg", zone: .navigation),
            Image(address: Samples.address(Self.host + "/unggah/x.png"), fileName: "x.png", alt: "Jam layanan kantor"),
        ]
        var frontier = SiteFrontier(home: Samples.address(Self.host + "/"))
        _ = frontier.next()
        frontier.learn(page: page, reading: Self.reading(.home))
        #expect(frontier.images.map(\.address.path) == ["/unggah/IMG_2023.jpg", "/unggah/x.png", "/unggah/alur.jpg"])
        #expect(frontier.images[0].promises.contains(.maklumat))
        #expect(frontier.openItems.contains(.maklumat) && frontier.openItems.contains(.jamLayanan))
        #expect(frontier.next() == .stop(.unreadableParts))
        for image in frontier.images { frontier.learn(document: image.address, findings: []) }
        #expect(frontier.next() == .stop(.complete))
    }

    @Test("Without its text a page leads the crawl to the same pages, documents and images")
    func crawlPart() {
        var page = Self.page("/", [("/unggah/alur.jpg", "Alur Pelayanan"), ("/profil", "Profil"), ("/sop.pdf", "SOP")])
        page.text = Array("Maklumat Pelayanan\nKami siap".utf8)
        page.blocks = [
            Block(kind: .heading, text: 0..<18, level: 2), Block(kind: .paragraph, text: 19..<28, heading: 0),
        ]
        page.images = (0..<4).map {
            Image(address: Samples.address(Self.host + "/unggah/IMG_\($0).jpg"), fileName: "", after: Int32($0) - 1)
        }
        page.notes = [ParseNote(kind: .tooManyLinks)]
        func learnt(_ page: ParsedPage) -> String {
            var frontier = SiteFrontier(home: Samples.address(Self.host + "/"))
            _ = frontier.next()
            frontier.learn(page: page, reading: Self.reading(.home))
            let steps = (0..<4).map { _ in frontier.next() }
            return "\(steps) \(frontier.documents) \(frontier.images) \(frontier.openItems.sorted())"
        }
        let part = page.crawlPart
        #expect(learnt(page) == learnt(part))
        #expect(learnt(page).contains("IMG_2.jpg"), "the image under the heading's text is noted")
        #expect(!String(decoding: part.text, as: UTF8.self).contains("Kami"))
        #expect(String(describing: part.crawlPart) == String(describing: part))
    }

    @Test("A document read in part goes on hiding what it promises")
    func partlyRead() {
        var (_, _, frontier) = Self.crawl(["/": [("/sop.pdf", "SOP Pelayanan")]])
        frontier.learn(document: Samples.address(Self.host + "/sop.pdf"), findings: [], isWhole: false)
        #expect(frontier.next() == .stop(.unreadableParts))
    }

    @Test("An unread document that may hold a missing item makes the reading incomplete; reading it completes it")
    func unreadDocument() {
        var (_, coverage, frontier) = Self.crawl(["/": [("/sop.pdf", "SOP Pelayanan")]])
        #expect(coverage == .unreadableParts)
        #expect(frontier.openItems.contains(.prosedur))
        #expect(!frontier.openItems.contains(.ppid))
        frontier.learn(document: Samples.address(Self.host + "/sop.pdf"), findings: [])
        #expect(frontier.next() == .stop(.complete))
    }

    @Test("A document that promises nothing hides nothing")
    func harmlessDocument() {
        #expect(Self.crawl(["/": [("/pengumuman-lelang.pdf", "Pengumuman lelang")]]).coverage == .complete)
    }

    // MARK: - Budgets and coverage

    @Test("The page budget ends the reading and says so; 0 means none", arguments: [(3, 3), (1, 1), (0, 31)])
    func budget(_ maxPages: Int, _ read: Int) {
        let links = (0..<30).map { ("/h\($0)", "Halaman \($0)") }
        let run = Self.crawl(["/": links], options: FrontierOptions(maxPages: maxPages))
        #expect(run.paths.count == read)
        #expect(run.coverage == (maxPages == 0 ? .complete : .budgetSpent))
    }

    @Test("A budget that is exactly enough is no shortage")
    func exactBudget() {
        let run = Self.crawl(["/": [("/a", "A"), ("/berita", "Berita")]], options: FrontierOptions(maxPages: 2))
        #expect(run.coverage == .complete)
    }

    @Test("Depth is bounded; a promising link below it makes the reading incomplete")
    func depth() {
        let site: [String: [(String, String)]] = [
            "/": [("/1", "Satu")], "/1": [("/2", "Dua")], "/2": [("/3", "Standar Pelayanan")],
        ]
        let run = Self.crawl(site, options: FrontierOptions(maxDepth: 2))
        #expect(run.paths == ["/", "/1", "/2"])
        #expect(run.coverage == .budgetSpent)
    }

    @Test("Links per page are bounded, and what was dropped is not forgotten")
    func linksPerPage() {
        let links = (0..<30).map { ("/h\($0)", "Halaman \($0)") }
        let run = Self.crawl(["/": links], options: FrontierOptions(maxPages: 0, maxLinksPerPage: 5))
        #expect(run.paths.count == 6)
        #expect(run.coverage == .budgetSpent)
    }

    static let failures: [(UnreadPage, SiteRecord.Coverage)] = [
        (UnreadPage(address: Samples.address(host + "/profil"), status: 404), .complete),
        (UnreadPage(address: Samples.address(host + "/profil"), status: 410), .complete),
        (UnreadPage(address: Samples.address(host + "/profil"), status: 500), .partlyBlocked),
        (UnreadPage(address: Samples.address(host + "/profil"), status: 403), .partlyBlocked),
        (UnreadPage(address: Samples.address(host + "/profil"), failure: .connectTimeout), .partlyBlocked),
        (UnreadPage(address: Samples.address(host + "/profil"), failure: .robotsDisallowed), .partlyBlocked),
    ]

    @Test(arguments: failures)
    func failedPages(_ failure: UnreadPage, _ coverage: SiteRecord.Coverage) {
        let run = Self.crawl(["/": [("/profil", "Profil")]], failing: ["/profil": failure])
        #expect(run.paths == ["/", "/profil"])
        #expect(run.coverage == coverage)
    }

    @Test("A home page that fails leaves nothing read")
    func deadHome() {
        let failure = UnreadPage(address: Samples.address(Self.host + "/"), failure: .connectRefused)
        let run = Self.crawl([:], failing: ["/": failure])
        #expect(run.paths == ["/"])
        #expect(run.coverage == .notRead)
    }

    @Test("Pages that need JavaScript leave parts unread")
    func shell() {
        var frontier = SiteFrontier(home: Samples.address(Self.host + "/"))
        _ = frontier.next()
        frontier.learn(page: Self.page("/", []), reading: Self.reading(.spaShell, condition: .spaShell))
        #expect(frontier.next() == .stop(.unreadableParts))
    }

    // MARK: - Exhaustive

    @Test("Exhaustive: every link in the order met, news and galleries too, never stopped early, never logged out")
    func exhaustive() {
        let run = Self.crawl(
            [
                "/": [
                    ("/berita", "Berita"), ("/standar-pelayanan", "Standar Pelayanan"), ("/galeri?page=2", "2"),
                    ("/logout", "Logout"), ("/berita", "Berita"),
                ],
                "/berita": [("/2024/05/judul", "Judul")],
            ], options: FrontierOptions(maxPages: 0, exhaustive: true, wantedItems: [.biaya]),
            present: ["/": [.biaya]])
        #expect(run.paths == ["/", "/berita", "/standar-pelayanan", "/galeri?page=2", "/2024/05/judul"])
        #expect(run.coverage == .complete)
    }

    @Test("Work grows with the links, not with their square")
    func isLinear() {
        let links = (0..<400).map { ("/h\($0)", "Halaman \($0)") }
        var frontier = SiteFrontier(
            home: Samples.address(Self.host + "/"), options: FrontierOptions(maxPages: 0, exhaustive: true))
        let clock = ContinuousClock()
        let home = Self.page("/", links)
        let spent = clock.measure {
            var asked = 0
            while case .fetch = frontier.next() {
                asked += 1
                if asked % 4 == 0 { frontier.learn(page: home, reading: Self.reading()) }
            }
        }
        #expect(spent < .seconds(5))
    }
}
