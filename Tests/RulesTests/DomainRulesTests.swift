import Model
import Testing

@testable import Rules

@Suite struct DomainRulesTests {
    private static let book = try? RuleBook.bundled()

    private func judge(_ cell: String, kind: String? = nil, region: String? = nil) throws -> HostJudgement {
        let office = kind == nil && region == nil ? nil : OfficeHint(kind: kind, region: region)
        return try #require(Self.book).domains.judge(host: cell, office: office)
    }

    @Test(arguments: [
        ("dinkes.ketapangkab.go.id", "kesehatan", "61.04", "subdomain"),
        ("WWW.Disdik.Sambas.go.id.", "pendidikan", "61.01", "subdomain"),
        ("https://bappeda.sanggau.go.id:8443/", "bappeda", "61.03", "subdomain"),
        ("pkmsungai.dinkes.ketapangkab.go.id", "puskesmas", "61.04", "unit_below_opd"),
        ("metrologi.disperindag.ketapangkab.go.id", "perindag", "61.04", "unit_below_opd"),
        ("kec-delta.ketapangkab.go.id", "kecamatan", "61.04", "subdomain"),
        ("kelurahanmulia.ketapangkab.go.id", "kelurahan", "61.04", "subdomain"),
        ("rsudagoesdjam.ketapangkab.go.id", "rsud", "61.04", "subdomain"),
        ("webdinkes.ketapangkab.go.id", "kesehatan", "61.04", "subdomain"),
        ("dinsos-ketapang.ketapangkab.go.id", "sosial", "61.04", "subdomain"),
        ("biroumumsetda.ketapangkab.go.id", "setda-bagian", "61.04", "subdomain"),
        ("dinkes2.ketapangkab.go.id", "kesehatan", "61.04", "subdomain"),
    ])
    func officesUnderTheirRegion(_ cell: String, _ kind: String, _ region: String, _ form: String) throws {
        let judgement = try judge(cell)
        #expect(judgement.domainClass == .compliant)
        #expect(judgement.kind == kind)
        #expect(judgement.region == region)
        #expect(judgement.form == form)
    }

    @Test(arguments: [
        ("simpeg.ketapangkab.go.id", "application"), ("e-kinerja2.ketapangkab.go.id", "application"),
        ("webmail.ketapangkab.go.id", "application"), ("siap.bkpsdm.ketapangkab.go.id", "application"),
        ("ppid-dpmd.ketapangkab.go.id", "application"), ("cuti-pkmsukadana.ketapangkab.go.id", "application"),
        ("slot-gacor.dinkes.ketapangkab.go.id", "abuse_suspect"), ("data-macau.ketapangkab.go.id", "abuse_suspect"),
    ])
    func hostsThatAreNoProfileSite(_ cell: String, _ form: String) throws {
        let judgement = try judge(cell)
        #expect(judgement.domainClass == .notAProfileSite)
        #expect(judgement.region == "61.04")
        #expect(judgement.form == form)
    }

    @Test(arguments: [
        ("ketapangkab.go.id", "portal", "61.04", DomainClass.compliant, "portal"),
        ("ketapangkab.go.id", "kesehatan", "61.04", .notAProfileSite, "portal_for_office"),
        ("ketapangkab.go.id/index.php", "kesehatan", "61.04", .notAProfileSite, "portal_for_office"),
        ("ketapangkab.go.id/opd/dinkes", "kesehatan", "61.04", .compliantShared, "portal_section"),
        ("ketapangkab.go.id/?opd=3", "kesehatan", "61.04", .compliantShared, "portal_section"),
        ("dinkes.ketapangkab.go.id/puskesmas/1", "puskesmas", "61.04", .compliantShared, "section_of_other_office"),
        ("dinkes.ketapangkab.go.id", "puskesmas", "61.04", .compliantShared, "section_of_other_office"),
        ("puskesmas.ketapangkab.go.id/delta", "puskesmas", "61.04", .compliantShared, "section_of_other_office"),
        ("pkm-delta.ketapangkab.go.id/profil", "puskesmas", "61.04", .compliant, "subdomain"),
        ("dinsos.ketapangkab.go.id", "sosial", "61.04.05", .compliant, "subdomain"),
        ("portal.ketapangkab.go.id", "portal", "61.04", .compliant, "subdomain"),
        ("portal.ketapangkab.go.id", "kesehatan", "61.04", .notAProfileSite, "application"),
        ("kel-melawai.jakarta.go.id", "kelurahan", "31.74", .compliant, "subdomain"),
        ("dinkes.kalbarprov.go.id", "kesehatan", "61.04", .partial, "other_region"),
        ("dinkes.sambas.go.id", "kesehatan", "61.04", .partial, "other_region"),
        ("dinkes.sambas.go.id", "kesehatan", "61", .partial, "other_region"),
    ])
    func withTheOfficeKnown(_ cell: String, _ kind: String, _ region: String, _ level: DomainClass, _ form: String)
        throws
    {
        let judgement = try judge(cell, kind: kind, region: region)
        #expect(judgement.domainClass == level)
        #expect(judgement.form == form)
    }

    /// Names of places that sound like gambling are names of places.
    @Test(arguments: ["kel-totoharjo", "kec-totomulyo", "puskesmasslotan", "judistira", "data"])
    func innocentLabels(_ label: String) throws {
        #expect(try judge(label + ".ketapangkab.go.id").form != "abuse_suspect")
    }

    @Test func theOfficeDecidesWhatATwofoldLabelMeans() throws {
        #expect(try judge("dkp.ketapangkab.go.id", kind: "kelautan-perikanan").kind == "kelautan-perikanan")
        #expect(try judge("dkp.ketapangkab.go.id", kind: "pangan").kind == "pangan")
        #expect(try judge("dpkp.ketapangkab.go.id", kind: "perkim").kind == "perkim")
        #expect(try judge("bkd.ketapangkab.go.id", kind: "keuangan").kind == "keuangan")
        #expect(try judge("bkd.ketapangkab.go.id", kind: "sosial").kind == "kepegawaian")
    }

    @Test(
        arguments: [
            ("disdukcapil-ketapangkab.go.id", "dukcapil", "61.04"), ("dinkeskalbarprov.go.id", "kesehatan", "61"),
            ("bappedakalbar.go.id", "bappeda", "61"), ("kec-singkup.go.id", "kecamatan", nil),
            ("rsudcontoh.go.id", "rsud", nil), ("situsapasaja.go.id", nil, nil), ("bukanketapangkab.go.id", nil, nil),
        ] as [(String, String?, String?)])
    func ownSecondLevelNames(_ cell: String, _ kind: String?, _ region: String?) throws {
        let judgement = try judge(cell)
        #expect(judgement.domainClass == .partial)
        #expect(judgement.kind == kind)
        #expect(judgement.region == region)
    }

    /// `bandung` names a kabupaten and a kota: the rules must not choose.
    @Test func aNameOfTwoRegionsIsNobodys() throws {
        #expect(try judge("dinkes-bandung.go.id").region == nil)
    }

    @Test(arguments: [
        ("sukamaju.desa.id", "reserved_suffix"), ("sman1.sch.id", "reserved_suffix"), ("x.mil.id", "reserved_suffix"),
        ("ketapangkab.bps.go.id", "institution"), ("kemkes.go.id", "institution"), ("pa-ketapang.go.id", "institution"),
    ])
    func namesOfOthers(_ cell: String, _ form: String) throws {
        let judgement = try judge(cell, kind: "kesehatan", region: "61.04")
        #expect(judgement.domainClass == .wrongClass)
        #expect(judgement.form == form)
        #expect(judgement.region == nil)
    }

    @Test(arguments: [
        ("dinkesketapang.com", "private_name"), ("dinkes.ketapang.id", "private_name"), ("pdam.co.id", "private_name"),
        ("dinkesketapang.wordpress.com/profil", "free_hosting"), ("https://sites.google.com/view/x", "free_hosting"),
        ("dinkesketapang.blogspot.sg", "free_hosting"), ("wordpress.contoh.com", "private_name"),
        ("http//contoh.go.id", "bad_syntax"),
        ("http:dinkes.contoh.com", "private_name"), ("localhost:8080", "bad_syntax"), ("google.com", "private_name"),
        ("https://m.facebook.com/dinkes", "social"),
        ("notfacebook.com", "private_name"),
        ("s.id/dinkes", "link_page"), ("http://10.1.2.3/", "ip_literal"), ("http://0x0a.1/", "ip_literal"),
        ("dinkes.ketapangkab.go.id.contoh.com", "lookalike"), ("mygo.id", "lookalike"),
        ("ketapangkab.gо.id", "lookalike"),
        ("http://dinkes.ketapangkab.go.id@contoh.com/", "private_name"), ("食狮.com", "private_name"),
        ("dinas_kesehatan.ketapangkab.go.id", "bad_syntax"), ("-a.go.id", "bad_syntax"), ("go.id", "public_suffix"),
    ])
    func addressesOutside(_ cell: String, _ form: String) throws {
        let judgement = try judge(cell)
        #expect(judgement.domainClass == .nonCompliant)
        #expect(judgement.form == form)
        #expect(judgement.region == nil)
    }

    @Test(arguments: [
        "", "  ", "-", "Tidak Ada", "belum ada", "N/A", "dinkes@ketapangkab.go.id", "Dinkes", "sedang dibangun",
    ])
    func cellsWithoutAnAddress(_ cell: String) throws {
        #expect(try judge(cell).domainClass == .missing)
    }

    @Test func registrableDomains() throws {
        #expect(try judge("https://dinkes.ketapangkab.go.id/x").registrable == "ketapangkab.go.id")
        #expect(try judge("10.0.0.1").registrable == nil)
    }

    /// Every portal domain of the register is its own region's portal.
    @Test func everyPortalIsKnown() throws {
        let book = try #require(Self.book)
        for region in book.regions.all {
            guard let domain = region.portalDomain else { continue }
            let judgement = book.domains.judge(host: domain, office: OfficeHint(kind: "portal", region: region.code))
            #expect(judgement.domainClass == .compliant && judgement.region == region.code, "\(domain)")
        }
    }

    /// Every label of the nomenclature is read as its kind, and none is taken for an application.
    @Test func everyLabelIsRead() throws {
        let book = try #require(Self.book)
        for kind in book.nomenclature.kinds {
            for label in kind.hostLabels {
                let judgement = book.domains.judge(
                    host: label.label + ".ketapangkab.go.id", office: OfficeHint(kind: kind.key, region: "61.04"))
                #expect(judgement.kind == kind.key, "\(label.label)")
                #expect(judgement.domainClass != .notAProfileSite, "\(label.label)")
            }
        }
    }
}
