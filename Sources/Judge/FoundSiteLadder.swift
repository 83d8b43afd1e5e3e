import Model

/// The upper half of the ladder: a site was found and named as this office's.
struct FoundSiteLadder {
    /// Below this nothing on the page or around it says that it is the office's: a listed address outside the region's
    /// domain whose page names nobody.
    static let identityNeeded = 0.25

    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    /// Nil when there is no site, or the one found may not count as one.
    func outcome() -> Outcome? {
        guard let site = scene.record.site, scene.hosts.isOfficial(site) else { return nil }
        let condition = SiteConditionFold.condition(of: scene.record)
        var outcome = byCondition(condition, site) ?? byIdentity(site) ?? byPlace(site)
        // An adverse word about the site rests on pages that our own broken network may have faked.
        if scene.ownNetworkDown, outcome.status != .active, outcome.status != .section { return nil }
        if outcome.status != .compromised || outcome.reason != "lapsed_domain" { outcome.site = site }
        outcome.final = site.address
        outcome.condition = condition
        outcome.values["host"] = outcome.values["host"] ?? site.address.host
        outcome.values["url"] = site.address.description
        outcome.values["final_url"] = site.address.description
        return outcome
    }

    private func byCondition(_ condition: SiteCondition, _ site: FoundSite) -> Outcome? {
        switch condition {
        case .normal, .spaShell: nil
        case .gambling: Outcome(.compromised, "gambling")
        case .takeover: Outcome(.compromised, "takeover")
        case .challenge: Outcome(.blocked, "waf")
        case .ispBlock: Outcome(.blocked, "isp_block")
        case .emptyCMS where site.form == .section: Outcome(.placeholder, "empty_section")
        default: SiteConditionFold.placeholderReason(condition).map { Outcome(.placeholder, $0) }
        }
    }

    /// A go.id page that the list itself gives and that names nobody is taken at the list's word, and that is said;
    /// outside go.id such a page stays in doubt.
    private func byIdentity(_ site: FoundSite) -> Outcome? {
        guard site.identity < Self.identityNeeded, !scene.hosts.isSocial(site.address.host) else { return nil }
        let isVouchedFor = site.candidate.reason == .listed && scene.hosts.isGoID(site.address.host)
        guard isVouchedFor, site.form != .section else { return Outcome(.unknown, "identity_unclear") }
        return Outcome(.active, "site_listed_unnamed")
    }

    private func byPlace(_ site: FoundSite) -> Outcome {
        let hosts = scene.hosts
        if hosts.isSocial(site.address.host) { return Outcome(.socialOnly, "social_only") }
        guard hosts.isGoID(site.address.host) else {
            let startedInside = hosts.isGoID(site.candidate.address.host)
            var outcome = Outcome(.offDomain, startedInside ? "redirected_off_domain" : "off_domain")
            if startedInside { outcome.values["host"] = site.candidate.address.host }
            return outcome
        }
        if site.form == .section {
            let isPortal = hosts.isPortal(site.address.host, region: scene.record.target.region)
            var outcome = Outcome(.section, isPortal ? "portal_section" : "parent_section")
            if !isPortal { outcome.values["parent"] = site.address.host }
            return outcome
        }
        return active(site)
    }

    private func active(_ site: FoundSite) -> Outcome {
        if SiteConditionFold.condition(of: scene.record) == .spaShell { return Outcome(.active, "spa_shell") }
        if let problem = site.tls?.problem {
            var outcome = Outcome(.active, "site_tls_problem")
            outcome.values["problem"] = problem.rawValue
            return outcome
        }
        return Outcome(.active, site.form == .shared ? "site_shared" : "site_ok")
    }
}
