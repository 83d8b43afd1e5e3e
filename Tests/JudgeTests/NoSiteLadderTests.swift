import Model
import Testing

@testable import Judge

/// No site was found: could not look is never not there.
struct NoSiteLadderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var attempts: [Attempt]
        var status: OfficeStatus
        var reason: String
        var testDescription: String { name }
    }

    static let gone = Samples.attempt(.noSuchName, dns: .nxdomain)
    static func rule(
        _ label: String, _ result: Attempt.Result, status: Int? = nil, failure: FailureKind? = nil,
        condition: SiteCondition? = nil, ip: String? = nil
    ) -> Attempt {
        Samples.attempt(
            result, at: "\(label).kuburayakab.go.id", reason: .namingRule, status: status, failure: failure, ip: ip,
            condition: condition)
    }

    static let silences: [(FailureKind, String)] = [
        (.dnsServFail, "dns_servfail"), (.dnsTimeout, "dns_servfail"), (.dnsRefused, "dns_servfail"),
        (.dnsMalformed, "dns_servfail"), (.connectRefused, "refused"), (.connectTimeout, "timeout"),
        (.firstByteTimeout, "timeout"), (.totalTimeout, "timeout"), (.stalled, "timeout"), (.tlsTimeout, "timeout"),
        (.connectionReset, "reset"), (.closedEarly, "reset"), (.emptyReply, "reset"), (.tlsHandshake, "tls_failed"),
        (.tlsVersion, "tls_failed"), (.notTLS, "tls_failed"), (.hostUnreachable, "unreachable_other"),
        (.malformedHTTP, "unreachable_other"), (.redirectLoop, "unreachable_other"),
    ]

    @Test("A page that ended its reader is our failure: no absence, and no word against the server")
    func readerFailed() {
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.unreachable, failure: .readerFailed), Self.rule("dikes", .noSuchName)]))
        #expect(verdict.status == .unknown && verdict.reason == "reader_failed")
        #expect(verdict.items.allSatisfy { $0.state == .unknown })
    }

    @Test(
        "What we did not look at stands against an absence",
        arguments: [
            (FailureKind.internalError, "internal_error"), (.cancelled, "cancelled"), (.hostBudgetSpent, "cancelled"),
            (.ownNetworkDown, "own_network_down"), (.forbiddenPort, "not_followed"),
            (.forbiddenProtocol, "not_followed"),
        ])
    func notLookedAt(_ failure: FailureKind, _ reason: String) {
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.notCounted, failure: failure), Self.rule("dikes", .noSuchName)]))
        #expect(verdict.status == .unknown && verdict.reason == reason)
    }

    @Test("Behind a list of offices that could not be read nobody is missing")
    func unreadPortalIsUnknown() {
        var record = Samples.record([Self.rule("dikes", .noSuchName)])
        #expect(Samples.judged(record).status == .missing)
        record.unreadPortal = Samples.address("https://kuburayakab.go.id/opd")
        let verdict = Samples.judged(record)
        #expect(verdict.status == .unknown)
        #expect(verdict.reason == "portal_unread")
        #expect(verdict.reasonValues["portal"] == "https://kuburayakab.go.id/opd")
    }

    @Test("Every silence is unreachable, never missing", arguments: silences)
    func silencesAreUnreachable(_ failure: FailureKind, _ reason: String) {
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.unreachable, failure: failure), Self.rule("dikes", .noSuchName)]))
        #expect(verdict.status == .unreachable)
        #expect(verdict.reason == reason)
    }

    static let cases: [Case] = [
        Case(
            name: "every name unknown", attempts: [gone, rule("dikes", .noSuchName)], status: .missing,
            reason: "nxdomain_all"),
        Case(
            name: "names unknown and paths not found", attempts: [gone, rule("puskesmas", .notFound, status: 404)],
            status: .missing, reason: "no_candidate_answers"),
        Case(
            name: "somebody else's page", attempts: [gone, rule("dikes", .otherOwner, status: 200)], status: .missing,
            reason: "only_other_owner"),
        Case(
            name: "a directory entry of the portal",
            attempts: [
                gone,
                Samples.attempt(.otherOwner, at: "kuburayakab.go.id/opd/12", reason: .portalLink, status: 200),
            ], status: .missing, reason: "directory_entry_only"),
        Case(
            name: "an empty section of the portal",
            attempts: [
                gone,
                Samples.attempt(
                    .notASite, at: "kuburayakab.go.id/opd/dinkes", reason: .portalLink, status: 200,
                    condition: .emptyCMS),
            ], status: .placeholder, reason: "empty_section"),
        Case(
            name: "one silent guess stands against missing",
            attempts: [gone, rule("dikes", .unreachable, failure: .connectTimeout)], status: .unreachable,
            reason: "timeout"),
        Case(
            name: "5xx", attempts: [Samples.attempt(.unreachable, status: 503)], status: .unreachable,
            reason: "http_5xx"),
        Case(
            name: "403", attempts: [Samples.attempt(.blocked, status: 403)], status: .blocked, reason: "http_403"),
        Case(
            name: "429", attempts: [Samples.attempt(.blocked, status: 429)], status: .blocked, reason: "http_403"),
        Case(
            name: "robots.txt", attempts: [Samples.attempt(.blocked, failure: .robotsDisallowed)], status: .blocked,
            reason: "robots_disallow"),
        Case(
            name: "challenge page", attempts: [Samples.attempt(.blocked, status: 200, condition: .challenge)],
            status: .blocked, reason: "waf"),
        Case(
            name: "provider's block page", attempts: [Samples.attempt(.blocked, status: 200, condition: .ispBlock)],
            status: .blocked, reason: "isp_block"),
        Case(
            name: "blocked stands against missing", attempts: [gone, rule("dikes", .blocked, status: 403)],
            status: .blocked, reason: "http_403"),
        Case(
            name: "blocked before unreachable",
            attempts: [Samples.attempt(.blocked, status: 403), rule("dikes", .unreachable, failure: .connectRefused)],
            status: .blocked, reason: "http_403"),
        Case(
            name: "suspended", attempts: [Samples.attempt(.notASite, status: 200, condition: .suspended)],
            status: .placeholder, reason: "suspended"),
        Case(
            name: "parked", attempts: [Samples.attempt(.notASite, status: 200, condition: .parked)],
            status: .placeholder, reason: "parked"),
        Case(
            name: "default page on a guessed host of the region",
            attempts: [gone, rule("dikes", .notASite, status: 200, condition: .serverDefault)], status: .placeholder,
            reason: "server_default"),
        Case(
            name: "application on a guessed host",
            attempts: [gone, rule("dikes", .notASite, status: 200, condition: .application)], status: .placeholder,
            reason: "application_only"),
        Case(
            name: "a shell without a name proves nothing",
            attempts: [Samples.attempt(.notASite, status: 200, condition: .spaShell)], status: .unknown,
            reason: "identity_unclear"),
        Case(
            name: "lapsed domain",
            attempts: [
                Samples.attempt(.compromised, at: "dinkeskuburaya.com", status: 200, condition: .takeover)
            ], status: .compromised, reason: "lapsed_domain"),
        Case(
            name: "lapsed domain with gambling",
            attempts: [
                Samples.attempt(.compromised, at: "dinkeskuburaya.com", status: 200, condition: .gambling), gone,
            ], status: .compromised, reason: "lapsed_domain"),
        Case(
            name: "gambling on the go.id host",
            attempts: [
                Samples.attempt(.compromised, status: 200, condition: .gambling)
            ], status: .compromised, reason: "gambling"),
        Case(
            name: "defaced go.id host", attempts: [Samples.attempt(.compromised, status: 200, condition: .takeover)],
            status: .compromised, reason: "takeover"),
        Case(
            name: "a default page on a guess says nothing of a silent listed site",
            attempts: [
                Samples.attempt(.unreachable, failure: .connectTimeout),
                rule("dikes", .notASite, status: 200, condition: .serverDefault),
            ], status: .unreachable, reason: "timeout"),
        Case(
            name: "a blocked guess says nothing of a silent listed site",
            attempts: [Samples.attempt(.unreachable, failure: .connectTimeout), rule("dikes", .blocked, status: 403)],
            status: .unreachable, reason: "timeout"),
        Case(
            name: "a silent guess says nothing of a suspended listed site",
            attempts: [
                Samples.attempt(.notASite, status: 200, condition: .suspended),
                rule("dikes", .unreachable, failure: .connectTimeout),
            ], status: .placeholder, reason: "suspended"),
        Case(
            name: "among guesses a silent one stands before a default page",
            attempts: [
                gone, rule("dikes", .notASite, status: 200, condition: .serverDefault),
                rule("kesehatan", .unreachable, failure: .connectRefused),
            ], status: .unreachable, reason: "refused"),
        Case(
            name: "robots.txt that could not be had refuses nothing",
            attempts: [Samples.attempt(.blocked, failure: .robotsUnreachable)], status: .unreachable,
            reason: "http_5xx"),
        Case(name: "nothing asked", attempts: [], status: .unknown, reason: "not_yet_tried"),
        Case(
            name: "own network", attempts: [Samples.attempt(.notCounted, failure: .ownNetworkDown)], status: .unknown,
            reason: "own_network_down"),
        Case(
            name: "cancelled", attempts: [Samples.attempt(.notCounted, failure: .cancelled)], status: .unknown,
            reason: "cancelled"),
        Case(
            name: "fault of the tool", attempts: [Samples.attempt(.notCounted, failure: .internalError)],
            status: .unknown, reason: "internal_error"),
        Case(
            name: "uncounted answers neither help nor harm",
            attempts: [gone, Samples.attempt(.notCounted, at: "x.kuburayakab.go.id", failure: .forbiddenAddress)],
            status: .missing, reason: "nxdomain_all"),
    ]

    @Test(arguments: cases)
    func judgesAttempts(_ given: Case) {
        let verdict = Samples.judged(Samples.record(given.attempts))
        #expect(verdict.status == given.status)
        #expect(verdict.reason == given.reason)
        #expect(verdict.siteAddress == nil || verdict.status != .missing || verdict.reason == "directory_entry_only")
        #expect(verdict.items.count == ItemKey.allCases.count)
        #expect(verdict.items.allSatisfy { $0.state == .unknown })
    }

    static let claimed: [Case] = [
        Case(
            name: "a listed page on a host of this office that names somebody else is not understood",
            attempts: [Samples.attempt(.otherOwner, status: 200, final: Samples.host)], status: .unknown,
            reason: "identity_unclear"),
        Case(
            name: "the same on a neighbour's host is the neighbour's site",
            attempts: [
                Samples.attempt(
                    .otherOwner, at: "dinkes.sambas.go.id", status: 200, final: "dinkes.sambas.go.id")
            ], status: .missing, reason: "only_other_owner"),
    ]

    @Test("Whose page a claimed address holds", arguments: claimed)
    func whosePage(_ given: Case) {
        let verdict = Samples.judged(Samples.record(given.attempts))
        #expect(verdict.status == given.status)
        #expect(verdict.reason == given.reason)
    }

    static let folds: [Case] = [
        Case(
            name: "an answer in the second pass beats the time-out before",
            attempts: [
                Samples.attempt(.unreachable, minutes: 1, failure: .connectTimeout),
                Samples.attempt(.notFound, minutes: 9, status: 404),
            ], status: .missing, reason: "no_candidate_answers"),
        Case(
            name: "a time-out after an answer does not undo it",
            attempts: [
                Samples.attempt(.otherOwner, minutes: 1, status: 200),
                Samples.attempt(.unreachable, minutes: 9, failure: .connectTimeout),
            ], status: .missing, reason: "only_other_owner"),
        Case(
            name: "https refused but http answers with another owner",
            attempts: [
                Samples.attempt(.unreachable, at: "https://x.kuburayakab.go.id/", failure: .connectRefused),
                Samples.attempt(.otherOwner, at: "http://x.kuburayakab.go.id/", minutes: 2, status: 200),
            ], status: .missing, reason: "only_other_owner"),
        Case(
            name: "a host that fails is not refuted by its www, which shows another owner",
            attempts: [
                Samples.attempt(.unreachable, at: "http://x.kuburayakab.go.id/", failure: .connectRefused),
                Samples.attempt(.otherOwner, at: "http://www.x.kuburayakab.go.id/", minutes: 2, status: 200),
            ], status: .unreachable, reason: "refused"),
        Case(
            name: "a name whose server fails is not refuted by a www that does not exist",
            attempts: [
                Samples.attempt(.unreachable, at: "http://x.kuburayakab.go.id/", failure: .dnsServFail, dns: .servfail),
                Samples.attempt(.noSuchName, at: "http://www.x.kuburayakab.go.id/", minutes: 2, dns: .nxdomain),
            ], status: .unreachable, reason: "dns_servfail"),
        Case(
            name: "a name that had an address a minute ago has not proven its absence",
            attempts: [
                Samples.attempt(.unreachable, minutes: 1, failure: .connectTimeout, dns: .addresses, ip: "203.0.113.7"),
                Samples.attempt(.noSuchName, minutes: 9, dns: .nxdomain),
            ], status: .unreachable, reason: "timeout"),
        Case(
            name: "a name server that recovers and says NXDOMAIN is believed",
            attempts: [
                Samples.attempt(.unreachable, minutes: 1, failure: .dnsTimeout, dns: .timeout),
                Samples.attempt(.noSuchName, minutes: 9, dns: .nxdomain),
            ], status: .missing, reason: "nxdomain_all"),
        Case(
            name: "NXDOMAIN and then SERVFAIL is not proof",
            attempts: [
                Samples.attempt(.noSuchName, minutes: 1, dns: .nxdomain),
                Samples.attempt(.unreachable, minutes: 9, failure: .dnsServFail, dns: .servfail),
            ], status: .unreachable, reason: "dns_servfail"),
    ]

    @Test(arguments: folds)
    func foldsTriesOfOneCandidate(_ given: Case) {
        let verdict = Samples.judged(Samples.record(given.attempts))
        #expect(verdict.status == given.status)
        #expect(verdict.reason == given.reason)
    }

    // MARK: - Social media

    @Test("Social media only, when every other answer denies a site")
    func socialOnly() {
        var record = Samples.record([Self.gone])
        record.socialMedia = [Samples.address("facebook.com/pkmpunggur")]
        let verdict = Samples.judged(record)
        #expect(verdict.status == .socialOnly)
        #expect(verdict.domainClass == .nonCompliant)
        #expect(verdict.finalAddress?.host == "facebook.com")
    }

    @Test("Social media do not hide that the site could not be reached")
    func socialAndSilent() {
        var record = Samples.record([Samples.attempt(.unreachable, failure: .connectTimeout)])
        record.socialMedia = [Samples.address("facebook.com/pkmpunggur")]
        #expect(Samples.judged(record).status == .unreachable)
    }

    // MARK: - Wildcards

    static let wildcards: [Case] = [
        Case(
            name: "default page on a guessed host proves nothing",
            attempts: [gone, rule("dikes", .notASite, status: 200, condition: .serverDefault)], status: .missing,
            reason: "no_candidate_answers"),
        Case(
            name: "the portal home on a guessed host is another owner's",
            attempts: [rule("dinkes", .otherOwner, status: 200), rule("dikes", .otherOwner, status: 200)],
            status: .missing, reason: "only_other_owner"),
        Case(
            name: "a silent guess is not known to be the office's address",
            attempts: [rule("dinkes", .unreachable, failure: .connectTimeout, ip: "203.0.113.9")], status: .unknown,
            reason: "wildcard_dns"),
        Case(
            name: "a silent listed address is",
            attempts: [Samples.attempt(.unreachable, failure: .connectTimeout)], status: .unreachable,
            reason: "timeout"),
        Case(
            name: "a blocked guess proves nothing", attempts: [rule("dinkes", .blocked, status: 403)],
            status: .unknown, reason: "wildcard_dns"),
    ]

    @Test(arguments: wildcards)
    func wildcardDNS(_ given: Case) {
        var record = Samples.record(given.attempts)
        record.wildcardDNS = true
        let verdict = Samples.judged(record)
        #expect(verdict.status == given.status)
        #expect(verdict.reason == given.reason)
    }

    // MARK: - Never by accident

    /// Every way to combine a silence or refusal with denials must stay out of `missing`.
    @Test(arguments: [Attempt.Result.unreachable, .blocked, .notASite, .compromised, .site, .section])
    func nothingButDenialsMakesMissing(_ result: Attempt.Result) {
        for denial in [Attempt.Result.noSuchName, .notFound, .otherOwner] {
            for reason in Candidate.Reason.allCases {
                let verdict = Samples.judged(
                    Samples.record([
                        Samples.attempt(denial), Samples.attempt(result, at: "dikes.kuburayakab.go.id", reason: reason),
                    ]))
                #expect(verdict.status != .missing, "\(result) \(denial) \(reason)")
            }
        }
    }

    /// "Pkm Lasi" without a jenis: a listed, living go.id page that names another office is not proof that there is none.
    @Test func aListedPageOfAnOfficeOfUnknownKindIsUnclearNotMissing() {
        var office = Samples.dinkes
        office.kind = ""
        var attempt = Samples.attempt(.otherOwner, status: 200)
        attempt.finalAddress = Samples.address(Samples.host)
        let verdict = Samples.judged(Samples.record([attempt], target: office))
        #expect(verdict.status == .unknown)
        #expect(verdict.reason == "identity_unclear")
    }

    /// A host that tells no kind but bears the name: our reading of the page's title may be wrong.
    @Test(arguments: [("pkm-lasi.contohkab.go.id", OfficeStatus.unknown), ("berita.contohkab.go.id", .missing)])
    func aListedHostThatBearsTheNameIsUnclear(host: String, status: OfficeStatus) {
        let office = Target(code: "P1", name: "Puskesmas Lasi", kind: "puskesmas", region: "99.99")
        var attempt = Samples.attempt(.otherOwner, at: host, status: 200)
        attempt.finalAddress = Samples.address(host)
        #expect(Samples.judged(Samples.record([attempt], target: office)).status == status)
    }
}
