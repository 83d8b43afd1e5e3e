import Model
import Testing

@testable import Discovery

/// Where an office's site may be: what is proposed, in which order, within bounds.
struct CandidateFinderTests {
    static let finder = CandidateFinder(Samples.book)

    static func hosts(_ name: String, _ kind: String, region: String = "61.12", limit: Int = 12) -> [String] {
        finder.candidates(for: Samples.target(name, kind, region: region), portal: nil, limit: limit)
            .map { $0.address.host + ($0.address.path == "/" ? "" : $0.address.path) }
    }

    static let first: [(String, String, String)] = [
        ("Dinas Kesehatan", "kesehatan", "dinkes.kuburayakab.go.id"),
        ("Dinas Pendidikan dan Kebudayaan", "pendidikan", "disdikbud.kuburayakab.go.id"),
        ("Dinas Pendidikan", "pendidikan", "disdik.kuburayakab.go.id"),
        ("Dinas Komunikasi dan Informatika", "kominfo", "diskominfo.kuburayakab.go.id"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp", "dpmptsp.kuburayakab.go.id"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "disdukcapil.kuburayakab.go.id"),
        ("Badan Kepegawaian dan Pengembangan SDM", "kepegawaian", "bkpsdm.kuburayakab.go.id"),
        ("Badan Pengelolaan Keuangan dan Aset Daerah", "keuangan", "bpkad.kuburayakab.go.id"),
        ("Badan Penanggulangan Bencana Daerah", "bpbd", "bpbd.kuburayakab.go.id"),
        ("Satuan Polisi Pamong Praja", "satpolpp", "satpolpp.kuburayakab.go.id"),
        ("Inspektorat Daerah", "inspektorat", "inspektorat.kuburayakab.go.id"),
        ("Sekretariat Daerah", "setda", "setda.kuburayakab.go.id"),
        ("Puskesmas Punggur", "puskesmas", "puskesmaspunggur.kuburayakab.go.id"),
        ("RSUD Kabupaten Kubu Raya", "rsud", "rsud.kuburayakab.go.id"),
    ]

    @Test("The likeliest host comes first", arguments: first)
    func likeliest(_ name: String, _ kind: String, _ host: String) {
        #expect(Self.hosts(name, kind).first == host)
    }

    static let proposed: [(String, String, String)] = [
        ("Dinas Kesehatan, Pengendalian Penduduk dan KB", "kesehatan", "dinkesppkb.kuburayakab.go.id"),
        ("Dinas Kesehatan, Pengendalian Penduduk dan KB", "kesehatan", "dinkesdaldukkb.kuburayakab.go.id"),
        ("Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "sosial", "dinsosp3a.kuburayakab.go.id"),
        ("Dinas Pengendalian Penduduk dan KB", "pppa-kb", "dppkb.kuburayakab.go.id"),
        ("Dinas Pariwisata, Pemuda dan Olahraga", "pariwisata", "disparpora.kuburayakab.go.id"),
        ("Dinas Koperasi, UKM, Perdagangan dan Perindustrian", "koperasi-ukm", "dkukmp.kuburayakab.go.id"),
        ("Dinas Tanaman Hias (DTH)", "", "dth.kuburayakab.go.id"),
        ("Dinas Perikanan", "kelautan-perikanan", "diskan.kuburayakab.go.id"),
        ("Biro Organisasi", "setda-bagian", "biroorganisasi.kuburayakab.go.id"),
        ("Bagian Hukum", "setda-bagian", "baghukum.kuburayakab.go.id"),
        ("Puskesmas Sungai Raya Dalam", "puskesmas", "pkm-sungairayadalam.kuburayakab.go.id"),
        ("Puskesmas Sungai Raya Dalam", "puskesmas", "pkmsungairayadalam.kuburayakab.go.id"),
        ("Puskesmas Sungai Raya Dalam", "puskesmas", "puskesmas.kuburayakab.go.id/sungairayadalam/"),
        ("Puskesmas Sungai Raya Dalam", "puskesmas", "pkmsungairayadalam.dinkes.kuburayakab.go.id"),
        ("UPTD Puskesmas Kokap II", "puskesmas", "puskesmaskokap2.kuburayakab.go.id"),
        ("Kecamatan Rasau Jaya", "kecamatan", "kec-rasaujaya.go.id"),
        ("Kecamatan Sungai Raya", "kecamatan", "sungairaya.kuburayakab.go.id"),
        ("Kecamatan Sungai Raya", "kecamatan", "kec-sungairaya.kuburayakab.go.id"),
        ("Kelurahan Menteng", "kelurahan", "kel-menteng.kuburayakab.go.id"),
        ("RSUD Tuan Besar Syarif Idrus", "rsud", "rsudtuanbesarsyarifidrus.kuburayakab.go.id"),
    ]

    @Test("Within twelve candidates", arguments: proposed)
    func withinTwelve(_ name: String, _ kind: String, _ host: String) {
        #expect(Self.hosts(name, kind).contains(host), "\(Self.hosts(name, kind))")
    }

    @Test("The other domain of the region is tried too")
    func otherDomain() {
        #expect(Self.hosts("Dinas Kesehatan", "kesehatan").contains("dinkes.kuburaya.go.id"))
    }

    @Test("Never more than the limit, never twice, each with reason and detail", arguments: [0, 1, 5, 40])
    func bounds(_ limit: Int) {
        for (name, kind, _) in Self.first {
            let found = Self.finder.candidates(for: Samples.target(name, kind), portal: nil, limit: limit)
            #expect(found.count <= limit)
            #expect(Set(found.map(\.address.description)).count == found.count)
            #expect(found.allSatisfy { !$0.detail.isEmpty })
        }
    }

    static let listings: [(String?, String?)] = [
        ("dinkes.kuburayakab.go.id", "https://dinkes.kuburayakab.go.id/"),
        ("http://dinkes.kuburayakab.go.id/", "http://dinkes.kuburayakab.go.id/"),
        (" puskesmas.kuburayakab.go.id/punggur/ ", "https://puskesmas.kuburayakab.go.id/punggur/"),
        ("HTTPS://Dinkes.KubuRayaKab.go.id", "https://dinkes.kuburayakab.go.id/"),
        ("-", nil), ("belum ada", nil), ("", nil), (nil, nil), ("tidak ada.", nil),
    ]

    @Test("The listed address, however the list writes it", arguments: listings)
    func listed(_ cell: String?, _ address: String?) {
        let found = CandidateFinder.listed(Samples.target("Dinas Kesehatan", "kesehatan", listed: cell))
        #expect(found.map(\.address.description) == (address.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.reason == .listed })
    }

    static let mergedNames: [(String, String, String)] = [
        ("Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja", "ptsp", "dpmptsptk"),
        (
            "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana", "pppa-kb",
            "dp3ap2kb"
        ),
        (
            "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan Permukiman", "pupr", "dpuprpkp"
        ),
        ("Dinas Pendidikan, Pemuda dan Olahraga", "pendidikan", "disdikpora"),
        ("Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "bappeda", "bapperida"),
        ("Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana", "kesehatan", "dinkesp2kb"),
        ("Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan", "koperasi-ukm", "dkumpp"),
        ("Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "sosial", "dinsosp3a"),
        ("Badan Pengelola Keuangan dan Pendapatan Daerah", "keuangan", "bpkpd"),
        ("Dinas Pertanian, Ketahanan Pangan dan Perikanan", "pertanian", "dpkpp"),
    ]

    @Test("Merged offices are looked for under their compound names", arguments: mergedNames)
    func merged(_ name: String, _ kind: String, _ label: String) {
        let found = Self.finder.candidates(for: Samples.target(name, kind), portal: nil, limit: 16)
        let labels = found.map { String($0.address.host.prefix { $0 != "." }) }
        #expect(labels.contains(label), "\(labels)")
    }

    @Test("Two addresses in one cell are two claims; a mailbox is none")
    func listedTwice() {
        let cell = "dinkes.kuburayakab.go.id ; http://laman.kuburayakab.go.id/, dinkes@kuburayakab.go.id"
        let found = CandidateFinder.listed(Samples.target("Dinas Kesehatan", "kesehatan", listed: cell))
        #expect(found.map(\.address.host) == ["dinkes.kuburayakab.go.id", "laman.kuburayakab.go.id"])
    }

    @Test("Listed first, then the portal's links, then naming rules")
    func order() {
        let target = Samples.target("Dinas Kesehatan", "kesehatan", listed: "sehat.kuburayakab.go.id")
        let page = PageDraft("https://kuburayakab.go.id/")
            .link("https://dinkeskkr.blogspot.com/", "Dinas Kesehatan").link("/opd/dinkes", "Profil Dinas Kesehatan")
            .page
        let portal = PortalDirectory(
            Samples.book, portal: page.address, pages: [page], offices: [target])
        let found = Self.finder.candidates(for: target, portal: portal, limit: 2)
        #expect(found.map(\.reason) == [.listed, .portalLink, .portalLink, .namingRule, .namingRule])
        #expect(found[1].address.host == "dinkeskkr.blogspot.com")
        #expect(found[1].detail.contains("Dinas Kesehatan"))
    }

    @Test("Links of a sister office come after the portal's and before guesses, and say what they are")
    func sisters() {
        let target = Samples.target("Puskesmas Punggur", "puskesmas")
        let page = PageDraft("https://dinkes.kuburayakab.go.id/").link(
            "https://pkmpunggur.blogspot.com/", "Puskesmas Punggur"
        )
        .link("/puskesmas/4/puskesmas-punggur.html", "Puskesmas Punggur").page
        let dinkes = PortalDirectory(
            Samples.book, portal: page.address, pages: [page], offices: [target], reason: .sisterLink)
        let found = Self.finder.candidates(for: target, portal: nil, sisters: [dinkes], limit: 2)
        #expect(found.map(\.reason) == [.sisterLink, .sisterLink, .namingRule, .namingRule])
    }

    @Test("Other addresses of the list are claims behind the portal's links; words that are no address are none")
    func namedInTheList() {
        var target = Samples.target("Dinas Kesehatan", "kesehatan")
        target.extra = [
            "url_lain": "dinkes2.kuburayakab.go.id http://sehatkkr.id/", "url_dugaan": "belum ada; dinkeskkr.or.id",
        ]
        let page = PageDraft("https://kuburayakab.go.id/").link("/opd/dinkes", "Dinas Kesehatan").page
        let portal = PortalDirectory(Samples.book, portal: page.address, pages: [page], offices: [target])
        let found = Self.finder.candidates(for: target, portal: portal, limit: 1)
        #expect(found.map(\.reason) == [.portalLink, .register, .register, .register, .namingRule])
        #expect(
            found[1...3].map(\.address.host) == ["dinkes2.kuburayakab.go.id", "sehatkkr.id", "dinkeskkr.or.id"])
    }

    @Test("A host label in the path of the portal's own page about the office is tried early")
    func pathAsLabel() {
        let target = Samples.target("Dinas Perpustakaan dan Kearsipan", "perpustakaan")
        let page = PageDraft("https://kuburayakab.go.id/").link("/opd/arsip", "Dinas Perpustakaan dan Kearsipan").page
        let portal = PortalDirectory(Samples.book, portal: page.address, pages: [page], offices: [target])
        let found = Self.finder.candidates(for: target, portal: portal, limit: 3)
        #expect(found.map(\.address.host).contains("arsip.kuburayakab.go.id"))
        let without = Self.finder.candidates(for: target, portal: nil, limit: 3)
        #expect(!without.map(\.address.host).contains("arsip.kuburayakab.go.id"))
    }

    @Test("A region that says din- where others say dis- is asked for din- first")
    func habit() {
        var draft = PageDraft("https://kuburayakab.go.id/")
        for label in ["dinsos", "dinkominfo", "dinperindag", "dinhub", "lpse"] {
            draft = draft.link("https://\(label).kuburayakab.go.id/", label)
        }
        let target = Samples.target("Dinas Pendidikan", "pendidikan")
        let portal = PortalDirectory(
            Samples.book, portal: draft.page.address, pages: [draft.page], offices: [target])
        let found = Self.finder.candidates(for: target, portal: portal, limit: 12).map(\.address.host)
        let dindik = found.firstIndex(of: "dindik.kuburayakab.go.id") ?? 99
        let without = Self.hosts("Dinas Pendidikan", "pendidikan").firstIndex(of: "dindik.kuburayakab.go.id") ?? 99
        #expect(dindik < 3)
        #expect(dindik < without)
        #expect(found.contains("disdik.kuburayakab.go.id"))
    }

    @Test("Advice: the name the region's habit gives", arguments: first)
    func suggestion(_ name: String, _ kind: String, _ host: String) {
        #expect(Self.finder.suggestedHost(for: Samples.target(name, kind)) == host)
    }

    @Test("A region outside the register takes its domain from the list's portal")
    func fictionalRegion() {
        let finder = CandidateFinder(Samples.book, portalDomains: ["99.01": ["contohkab.go.id"]])
        let found = finder.candidates(
            for: Samples.target("Dinas Kesehatan", "kesehatan", region: "99.01"), portal: nil, limit: 3)
        #expect(found.first?.address.host == "dinkes.contohkab.go.id")
        let without = CandidateFinder(Samples.book).candidates(
            for: Samples.target("Dinas Kesehatan", "kesehatan", region: "99.01"), portal: nil, limit: 3)
        #expect(without.isEmpty)
    }
}
