import Model
import Testing

@testable import Judge

/// A site was found: what it is, by place and by condition.
struct FoundSiteLadderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var site: FoundSite
        var pages: [PageRecord] = [Samples.page()]
        var status: OfficeStatus
        var reason: String
        var domain: DomainClass
        var testDescription: String { name }
    }

    static let places: [Case] = [
        Case(name: "own sub-domain", site: Samples.site(), status: .active, reason: "site_ok", domain: .compliant),
        Case(
            name: "found by naming rule inside go.id", site: Samples.site(reason: .namingRule), status: .active,
            reason: "site_ok", domain: .compliant),
        Case(
            name: "bad TLS on a living site is a finding", site: Samples.site(tls: TLSFacts(problem: .expired)),
            status: .active, reason: "site_tls_problem", domain: .compliant),
        Case(
            name: "good TLS", site: Samples.site(tls: TLSFacts()), status: .active, reason: "site_ok",
            domain: .compliant),
        Case(
            name: "one site for two offices", site: Samples.site(form: .shared), status: .active, reason: "site_shared",
            domain: .compliant),
        Case(
            name: "second-level name of its own", site: Samples.site("dinkes-kuburaya.go.id"), status: .active,
            reason: "site_ok", domain: .partial),
        Case(
            name: "under another region's domain", site: Samples.site("dinkes.sambas.go.id"), status: .active,
            reason: "site_ok", domain: .partial),
        Case(
            name: "section of the portal", site: Samples.site("kuburayakab.go.id/opd/dinkes", form: .section),
            status: .section, reason: "portal_section", domain: .compliantShared),
        Case(
            name: "section of the portal with www", site: Samples.site("www.kuburayakab.go.id/dinkes", form: .section),
            status: .section, reason: "portal_section", domain: .compliantShared),
        Case(
            name: "section of another office's site",
            site: Samples.site("setda.kuburayakab.go.id/dinkes", form: .section), status: .section,
            reason: "parent_section", domain: .compliantShared),
        Case(
            name: "blog that the portal links to", site: Samples.site("dinkeskkr.blogspot.com", reason: .portalLink),
            status: .offDomain, reason: "off_domain", domain: .nonCompliant),
        Case(
            name: "listed .com", site: Samples.site("dinkeskuburaya.com"), status: .offDomain, reason: "off_domain",
            domain: .nonCompliant),
        Case(
            name: "IP literal", site: Samples.site("http://118.97.10.20/"), status: .offDomain, reason: "off_domain",
            domain: .nonCompliant),
        Case(
            name: "desa.id is the wrong class", site: Samples.site("dinkes.desa.id"), status: .offDomain,
            reason: "off_domain", domain: .wrongClass),
        Case(
            name: "go.id that redirects to a .com is judged by the final host",
            site: Samples.site(final: "dinkeskuburaya.com"), status: .offDomain, reason: "redirected_off_domain",
            domain: .nonCompliant),
        Case(
            name: "old .com that redirects to go.id",
            site: Samples.site("dinkeskuburaya.com", final: "https://dinkes.kuburayakab.go.id/"), status: .active,
            reason: "site_ok", domain: .compliant),
        Case(
            name: "listed Facebook page", site: Samples.site("facebook.com/dinkeskkr"), status: .socialOnly,
            reason: "social_only", domain: .nonCompliant),
    ]

    @Test(arguments: places)
    func judgesThePlace(_ given: Case) {
        let verdict = Samples.judged(Samples.record([Samples.attempt(.site)], site: given.site, pages: given.pages))
        #expect(verdict.status == given.status)
        #expect(verdict.reason == given.reason)
        #expect(verdict.domainClass == given.domain)
        #expect(verdict.finalAddress == given.site.address)
    }

    static let conditions: [(SiteCondition, OfficeStatus, String, DomainClass)] = [
        (.normal, .active, "site_ok", .compliant),
        (.parked, .placeholder, "parked", .missing),
        (.serverDefault, .placeholder, "server_default", .missing),
        (.suspended, .placeholder, "suspended", .missing),
        (.maintenance, .placeholder, "maintenance", .missing),
        (.emptyCMS, .placeholder, "empty_cms", .missing),
        (.directoryListing, .placeholder, "directory_listing", .missing),
        (.errorPage, .placeholder, "error_page", .missing),
        (.application, .placeholder, "application_only", .notAProfileSite),
        (.spaShell, .active, "spa_shell", .compliant),
        (.gambling, .compromised, "gambling", .compliant),
        (.takeover, .compromised, "takeover", .compliant),
        (.challenge, .blocked, "waf", .compliant),
        (.ispBlock, .blocked, "isp_block", .compliant),
    ]

    @Test(arguments: conditions)
    func judgesTheCondition(
        _ condition: SiteCondition, _ status: OfficeStatus, _ reason: String, _ domain: DomainClass
    ) {
        let verdict = Samples.judged(
            Samples.record(
                [Samples.attempt(.site)], site: Samples.site(), pages: [Samples.page(condition: condition)]))
        #expect(verdict.status == status)
        #expect(verdict.reason == reason)
        #expect(verdict.domainClass == domain)
        #expect(verdict.condition == condition)
    }

    @Test("An empty page of the office in the portal is a placeholder, not a section")
    func emptySection() {
        let site = Samples.site("kuburayakab.go.id/opd/dinkes", form: .section)
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.section)], site: site, pages: [Samples.page(condition: .emptyCMS)]))
        #expect(verdict.status == .placeholder)
        #expect(verdict.reason == "empty_section")
    }

    @Test("Gambling on an inner page compromises the site")
    func gamblingInside() {
        let pages = [Samples.page(), Samples.page("/berita/1", kind: .other, condition: .gambling)]
        let verdict = Samples.judged(Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: pages))
        #expect(verdict.status == .compromised)
        #expect(verdict.reason == "gambling")
    }

    @Test(
        "Content on other pages outweighs a home page that is a login, a list of files or a shell",
        arguments: [SiteCondition.application, .emptyCMS, .directoryListing, .errorPage, .spaShell])
    func contentBesideAShell(_ condition: SiteCondition) {
        let pages = [
            Samples.page(condition: condition),
            Samples.page("/profil", kind: .profile, [Samples.finding(.visiMisi, .present)]),
        ]
        let verdict = Samples.judged(Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: pages))
        #expect(verdict.status == .active)
        #expect(verdict.reason == "site_ok")
    }

    @Test(
        "But not a suspended, parked or maintenance home page",
        arguments: [SiteCondition.suspended, .parked, .maintenance])
    func nothingOutweighsASuspendedHome(_ condition: SiteCondition) {
        let pages = [
            Samples.page(condition: condition),
            Samples.page("/profil", kind: .profile, [Samples.finding(.visiMisi, .present)]),
        ]
        let verdict = Samples.judged(Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: pages))
        #expect(verdict.status == .placeholder)
    }

    @Test(
        "A look-alike outside go.id that nobody official links to never becomes the site",
        arguments: [Candidate.Reason.sisterLink, .namingRule, .register])
    func suspectsAreNoSites(_ reason: Candidate.Reason) {
        let clone = "dinkes-kuburaya.com"
        let verdict = Samples.judged(
            Samples.record(
                [
                    Samples.attempt(.noSuchName, dns: .nxdomain),
                    Samples.attempt(.site, at: clone, reason: reason, status: 200),
                ], site: Samples.site(clone, reason: reason), pages: [Samples.page()]))
        #expect(verdict.status == .missing)
        #expect(verdict.siteAddress == nil)
        #expect(verdict.items.allSatisfy { $0.state == .unknown && $0.reason == "site_not_found" })
    }

    @Test("A listed page that nothing ties to the office is neither its site nor proof of none")
    func identityUnclear() {
        var site = Samples.site("kuburaya-info.com")
        site.identity = 0.1
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.site, at: "kuburaya-info.com")], site: site, pages: [Samples.page()]))
        #expect(verdict.status == .unknown)
        #expect(verdict.reason == "identity_unclear")
        #expect(verdict.items.allSatisfy { $0.state == .unknown })
    }

    @Test("A listed go.id page that names nobody is taken at the list's word, and that is said")
    func listedButUnnamed() {
        var site = Samples.site("layanan.kuburayakab.go.id")
        site.identity = 0.1
        let record = Samples.record(
            [Samples.attempt(.site, at: "layanan.kuburayakab.go.id")], site: site, pages: [Samples.page()])
        let verdict = Samples.judged(record)
        #expect(verdict.status == .active)
        #expect(verdict.reason == "site_listed_unnamed")
        site.candidate.reason = .portalLink
        var linked = record
        linked.site = site
        #expect(Samples.judged(linked).reason == "identity_unclear")
    }

    @Test("A domain that the list's portal owns is the region's own, though the register lacks it")
    func fictionalRegion() {
        let target = Target(code: "x", name: "Dinas Kesehatan", kind: "kesehatan", region: "99.01")
        let judge = OfficeJudge(Samples.book, portalDomains: ["99.01": ["contohkab.go.id"]])
        let own = judge.judge(
            Samples.record(
                [Samples.attempt(.site)], site: Samples.site("dinkes.contohkab.go.id"), pages: [Samples.page()],
                target: target))
        #expect(own.domainClass == .compliant)
        let section = judge.judge(
            Samples.record(
                [Samples.attempt(.site)], site: Samples.site("contohkab.go.id/opd/dinkes", form: .section),
                pages: [Samples.page()], target: target))
        #expect(section.reason == "portal_section")
    }
}
