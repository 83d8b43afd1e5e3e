import Model
import Testing

@testable import Judge

/// Items of one office from the findings of its pages.
struct ItemJudgeTests {
    static func verdict(
        _ pages: [PageRecord], coverage: SiteRecord.Coverage = .complete, unread: [UnreadPage] = [],
        item: ItemKey = .biaya
    ) -> ItemVerdict {
        var record = Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: pages, coverage: coverage)
        record.unread = unread
        return Samples.judged(record).items[item.index]
    }

    @Test("One verdict per item, in the order of the keys")
    func order() {
        let record = Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: [Samples.page()])
        #expect(Samples.judged(record).items.map(\.item) == ItemKey.allCases)
    }

    static let folds: [([ItemState], ItemState)] = [
        ([.present], .present), ([.linked], .linked), ([.empty], .empty), ([.linked, .present], .present),
        ([.empty, .linked], .linked), ([.absent, .empty], .empty), ([.absent], .absent), ([], .absent),
        ([.present, .absent, .empty], .present), ([.unknown, .linked], .linked),
    ]

    @Test("The state nearest to the citizen wins over all pages", arguments: folds)
    func fold(_ states: [ItemState], _ expected: ItemState) {
        let pages =
            [Samples.page()]
            + states.enumerated().map {
                Samples.page("/p\($0.offset)", kind: .other, [Samples.finding(.biaya, $0.element)])
            }
        #expect(Self.verdict(pages).state == expected)
    }

    @Test("A link to a page that was read and holds only a heading publishes nothing")
    func hollowTarget() {
        var link = Samples.finding(.biaya, .linked)
        let home = Samples.page("/", kind: .home, [link])
        let hollow = Samples.page("/tarif", kind: .serviceStandard, [Samples.finding(.biaya, .empty)])
        link.target = WebAddress(hollow.address.origin + "/tarif#isi")
        let pointing = Samples.page("/layanan", kind: .other, [link])
        #expect(Self.verdict([Samples.page(), pointing, hollow]).state == .empty)
        link.target = WebAddress(hollow.address.origin + "/lain")
        #expect(Self.verdict([home, Samples.page("/layanan", kind: .other, [link]), hollow]).state == .linked)
        let full = Samples.page(
            "/tarif", kind: .serviceStandard, [Samples.finding(.biaya, .empty), Samples.finding(.biaya, .linked)])
        link.target = full.address
        #expect(Self.verdict([Samples.page(), Samples.page("/layanan", kind: .other, [link]), full]).state == .linked)
    }

    static let coverages: [(SiteRecord.Coverage, ItemState, String)] = [
        (.complete, .absent, ""), (.budgetSpent, .unknown, "budget_spent"),
        (.partlyBlocked, .unknown, "partly_blocked"),
        (.unreadableParts, .unknown, "document_unread"), (.notRead, .unknown, "not_checked"),
    ]

    @Test("Absent only on a site that was read completely", arguments: coverages)
    func coverage(_ coverage: SiteRecord.Coverage, _ state: ItemState, _ reason: String) {
        let verdict = Self.verdict([Samples.page()], coverage: coverage)
        #expect(verdict.state == state)
        #expect(verdict.reason == reason)
        #expect(verdict.evidence.isEmpty)
    }

    @Test(
        "What was found stands, however little was read",
        arguments: [SiteRecord.Coverage.budgetSpent, .partlyBlocked, .unreadableParts])
    func foundStands(_ coverage: SiteRecord.Coverage) {
        let page = Samples.page("/tarif", kind: .serviceStandard, [Samples.finding(.biaya, .present)])
        #expect(Self.verdict([Samples.page(), page], coverage: coverage).state == .present)
    }

    static let refusals: [(UnreadPage, String)] = [
        (UnreadPage(address: Samples.address("x.go.id/a"), status: 500), "partly_unread"),
        (UnreadPage(address: Samples.address("x.go.id/a"), failure: .connectTimeout), "partly_unread"),
        (UnreadPage(address: Samples.address("x.go.id/a"), status: 403), "partly_blocked"),
        (UnreadPage(address: Samples.address("x.go.id/a"), failure: .robotsDisallowed), "partly_blocked"),
    ]

    @Test(arguments: refusals)
    func refusedOrFailed(_ unread: UnreadPage, _ reason: String) {
        #expect(Self.verdict([Samples.page()], coverage: .partlyBlocked, unread: [unread]).reason == reason)
    }

    @Test("A shell among the pages: the reason is JavaScript")
    func javascript() {
        let pages = [Samples.page(), Samples.page("/app", kind: .spaShell, condition: .spaShell)]
        #expect(Self.verdict(pages, coverage: .unreadableParts).reason == "needs_javascript")
    }

    static let foreign: [(PageKind, SiteCondition)] = [
        (.news, .normal), (.parked, .parked), (.defaced, .takeover), (.social, .normal), (.other, .maintenance),
        (.other, .errorPage), (.other, .challenge), (.other, .emptyCMS), (.other, .serverDefault),
    ]

    @Test("News, parked, defaced and empty pages publish nothing", arguments: foreign)
    func foreignPages(_ kind: PageKind, _ condition: SiteCondition) {
        let page = Samples.page("/x", kind: kind, condition: condition, [Samples.finding(.biaya, .present)])
        #expect(Self.verdict([Samples.page(), page]).state == .absent)
    }

    @Test("An error status publishes nothing", arguments: [404, 403, 500, 301])
    func errorPages(_ status: Int) {
        let page = Samples.page("/x", kind: .other, [Samples.finding(.biaya, .present)], status: status)
        #expect(Self.verdict([Samples.page(), page]).state == .absent)
    }

    @Test("Content only an image carries is linked, not present")
    func imageOnly() {
        let page = Samples.page("/x", kind: .other, [Samples.finding(.biaya, .present, imageOnly: true)])
        #expect(Self.verdict([Samples.page(), page]).state == .linked)
    }

    @Test("An image that may hold it keeps an item from being absent")
    func imageUnknown() {
        let page = Samples.page("/x", kind: .other, [Samples.finding(.biaya, .unknown, imageOnly: true)])
        let verdict = Self.verdict([Samples.page(), page])
        #expect(verdict.state == .unknown)
        #expect(verdict.reason == "image_unread")
    }

    @Test("At most three pieces of evidence, strongest first, each once, with all that is needed to check it")
    func evidence() {
        let strengths = [0.3, 0.9, 0.5, 0.7, 0.9]
        let pages =
            [Samples.page()]
            + strengths.enumerated().map { index, strength in
                Samples.page(
                    "/p\(index)", kind: .other,
                    [
                        Samples.finding(.biaya, .present, strength: strength),
                        Samples.finding(.biaya, .present, strength: strength),
                        Samples.finding(.biaya, .linked, strength: 1),
                    ])
            }
        let evidence = Self.verdict(pages).evidence
        #expect(evidence.map(\.finding.strength) == [0.9, 0.9, 0.7])
        #expect(evidence.map(\.address.path) == ["/p1", "/p4", "/p3"])
        #expect(evidence.allSatisfy { $0.status == 200 && $0.ip == "203.0.113.7" && $0.sha256.count == 64 })
    }

    @Test("Items of a gambling-ridden site are still read; those of a site taken over are not")
    func compromised() {
        let content = Samples.page("/t", kind: .serviceStandard, [Samples.finding(.biaya, .present)])
        #expect(Self.verdict([Samples.page(condition: .gambling), content]).state == .present)
        let taken = Self.verdict([Samples.page(condition: .takeover), content])
        #expect(taken.state == .unknown)
        #expect(taken.reason == "site_compromised")
    }

    static let withoutSite: [(Attempt, String)] = [
        (Samples.attempt(.noSuchName), "site_not_found"), (Samples.attempt(.blocked, status: 403), "blocked"),
        (Samples.attempt(.unreachable, failure: .connectTimeout), "site_unreachable"),
        (Samples.attempt(.notASite, condition: .parked), "site_is_placeholder"),
        (Samples.attempt(.compromised, condition: .takeover), "site_compromised"),
        (Samples.attempt(.notCounted, failure: .cancelled), "cancelled"),
        (Samples.attempt(.notCounted, failure: .ownNetworkDown), "own_network_down"),
    ]

    @Test("Without a site nothing is absent", arguments: withoutSite)
    func nothingIsAbsentWithoutASite(_ attempt: Attempt, _ reason: String) {
        let items = Samples.judged(Samples.record([attempt])).items
        #expect(items.allSatisfy { $0.state == .unknown && $0.reason == reason })
    }

    @Test("Every reason has its sentence")
    func sentences() {
        let known = Set(Samples.book.statuses.itemReasonKeys)
        for (attempt, _) in Self.withoutSite {
            let items = Samples.judged(Samples.record([attempt])).items
            #expect(items.allSatisfy { known.contains($0.reason) })
        }
        for (_, _, reason) in Self.coverages where !reason.isEmpty { #expect(known.contains(reason)) }
        let reasons = Set(Samples.book.statuses.reasonKeys)
        for given in NoSiteLadderTests.cases + NoSiteLadderTests.wildcards {
            #expect(reasons.contains(given.reason), "\(given.reason)")
        }
        for given in FoundSiteLadderTests.places { #expect(reasons.contains(given.reason), "\(given.reason)") }
        for (_, _, reason, _) in FoundSiteLadderTests.conditions { #expect(reasons.contains(reason), "\(reason)") }
        for (_, reason) in NoSiteLadderTests.silences { #expect(reasons.contains(reason), "\(reason)") }
        for reason in ["shared_server_down", "name_server_down", "no_portal_known"] {
            #expect(reasons.contains(reason))
        }
    }
}
