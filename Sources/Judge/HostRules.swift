import Model
import Rules

/// What Judge asks of a host name.
struct HostRules: Sendable {
    private let book: RuleBook
    /// Portal domains by region code that the target lists give, for regions the register lacks.
    private let portalDomains: [String: [String]]

    init(_ book: RuleBook, portalDomains: [String: [String]] = [:]) {
        self.book = book
        self.portalDomains = portalDomains
    }

    /// How an address stands to the `.go.id` rules, as an address of this office.
    func judge(_ address: WebAddress, office: Target) -> HostJudgement {
        let hint = OfficeHint(kind: office.kind.isEmpty ? nil : office.kind, region: office.region)
        var judgement = book.domains.judge(address, office: hint)
        // The list names a portal the register does not know: what lies below it is the region's own.
        let own = portalDomains[office.region] ?? []
        if judgement.region == nil, isGoID(address.host), own.contains(where: { isUnder(address.hostWithoutWWW, $0) }) {
            judgement.region = office.region
            judgement.domainClass = .compliant
        }
        return judgement
    }

    /// The region's portal itself, with or without `www.`.
    func isPortal(_ host: String, region: String) -> Bool {
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        if portalDomains[region]?.contains(bare) == true { return true }
        if let known = book.regions.region(region) { return known.domains.contains(bare) }
        return book.suffixes.registrable(bare) == bare
    }

    private func isUnder(_ host: String, _ domain: String) -> Bool { host == domain || host.hasSuffix("." + domain) }

    func isGoID(_ host: String) -> Bool { host == "go.id" || host.hasSuffix(".go.id") }

    func isSocial(_ host: String) -> Bool { book.domains.judge(host: host).form == "social" }

    /// A site outside go.id counts only when the list, the portal or the office's own redirect leads to it.
    func isOfficial(_ site: FoundSite) -> Bool { !isOutsider(site.address.host, reason: site.candidate.reason) }

    /// A look-alike outside go.id that nobody official links to.
    func isSuspect(_ attempt: Attempt) -> Bool {
        isOutsider((attempt.finalAddress ?? attempt.candidate.address).host, reason: attempt.candidate.reason)
    }

    private func isOutsider(_ host: String, reason: Candidate.Reason) -> Bool {
        guard !isGoID(host) else { return false }
        return switch reason {
        case .listed, .portalLink, .redirect, .sitemap: false
        // A Dinkes lists its puskesmas' blogs; a domain that anybody may buy needs a word of more weight.
        case .sisterLink: book.domains.judge(host: host).form != "free_hosting"
        case .register, .namingRule: true
        }
    }
}
