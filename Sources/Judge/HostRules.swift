import Model
import Rules

/// What Judge asks of a host name.
struct HostRules: Sendable {
    private let judgement: @Sendable (String, OfficeHint?) -> HostJudgement
    private let portalRegion: @Sendable (String) -> String?

    init(_ book: RuleBook) {
        let domains = book.domains
        let regions = book.regions
        judgement = { domains.judge(host: $0, office: $1) }
        portalRegion = { host in regions.all.isEmpty ? nil : regions.portalOwner(of: host) }
    }

    func judge(_ host: String, office: Target?) -> HostJudgement {
        judgement(host, office.map { OfficeHint(kind: $0.kind.isEmpty ? nil : $0.kind, region: $0.region) })
    }

    /// The region's portal itself, with or without `www.`; for regions outside the register the bare second-level name.
    func isPortal(_ host: String, region: String) -> Bool {
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        if let owner = portalRegion(bare) { return owner == region }
        return judge(bare, office: nil).registrable == bare
    }

    func isGoID(_ host: String) -> Bool { host == "go.id" || host.hasSuffix(".go.id") }

    func isSocial(_ host: String) -> Bool { judge(host, office: nil).form == "social" }

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
        case .register, .sisterLink, .namingRule: true
        }
    }
}

extension RegionRegister {
    /// The region one of whose own domains is exactly this host.
    func portalOwner(of host: String) -> String? {
        guard let region = region(forHost: host), region.domains.contains(host) else { return nil }
        return region.code
    }
}
