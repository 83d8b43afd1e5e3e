import Model
import Rules

/// The ladder of office states: from everything one round learnt to one verdict (design, section 3).
///
/// Order: our own network; a site that was found; then, without a site: taken over, placeholder, blocked, unreachable,
/// social media only, missing. `missing` is what remains when every counted answer denies a site.
public struct OfficeJudge: Sendable {
    let hosts: HostRules

    /// - Parameter portalDomains: portal domains by region code, as the lists give them: for regions the register lacks.
    public init(_ book: RuleBook, portalDomains: [String: [String]] = [:]) {
        hosts = HostRules(book, portalDomains: portalDomains)
    }

    /// The verdict on one office in one round.
    ///
    /// - Parameters:
    ///   - record: everything this round learnt.
    ///   - history: earlier rounds of the same office, in any order.
    ///   - incidents: the incidents of this round.
    public func judge(_ record: SiteRecord, history: [PastRound] = [], incidents: [Incident] = []) -> Verdict {
        let scene = Scene(record: record, incidents: incidents, hosts: hosts)
        let outcome = ladder(scene)
        let counts = !OfficeProof.incidentReasons.contains(outcome.reason)
        let proof = OfficeProof.proof(status: outcome.status, record: record, counts: counts, history: history)
        var values = outcome.values
        values["count"] = values["count"] ?? "\(scene.candidates.groups.count)"
        values["attempts"] = "\(proof.attempts)"
        values["days"] = "\(proof.days.count)"
        values["date"] = record.finishedAt.civil(offsetHours: OfficeProof.dayOffsetHours).dateText
        let items = ItemJudge(record: record, outcome: outcome, ownNetworkDown: scene.ownNetworkDown)
        var verdict = Verdict(
            status: outcome.status, reason: outcome.reason, reasonValues: values, proof: proof,
            siteAddress: outcome.site?.candidate.address ?? outcome.address, finalAddress: outcome.final,
            domainClass: domainClass(outcome, scene), condition: outcome.condition,
            tls: outcome.site?.tls ?? outcome.tls,
            items: items.verdicts(), services: items.services())
        if outcome.site != nil { verdict.facts = SiteFactsFold.facts(of: record.pages) }
        return verdict
    }

    /// Whether a page found there may count as the office's site: outside go.id only when the list, the portal or the
    /// office's own redirect leads to it; anything else there is a suspect.
    public func mayBeTheSite(_ site: FoundSite) -> Bool { hosts.isOfficial(site) }

    private func ladder(_ scene: Scene) -> Outcome {
        if let outcome = FoundSiteLadder(scene).outcome() { return outcome }
        if scene.ownNetworkDown { return Outcome(.unknown, "own_network_down") }
        return NoSiteLadder(scene).outcome()
    }

    private func domainClass(_ outcome: Outcome, _ scene: Scene) -> DomainClass {
        switch outcome.status {
        case .missing: return .missing
        case .placeholder: return outcome.reason == "application_only" ? .notAProfileSite : .missing
        case .socialOnly: return .nonCompliant
        case .section: return .compliantShared
        case .compromised where outcome.reason == "lapsed_domain": return .missing
        case .active, .offDomain, .compromised, .blocked, .unreachable, .unknown: break
        }
        guard let address = outcome.final ?? outcome.address else { return .missing }
        return hosts.judge(address, office: scene.record.target).domainClass
    }
}

/// What the ladder decided, before proof and items.
struct Outcome {
    var status: OfficeStatus
    var reason: String
    var values: [String: String] = [:]
    /// The site of the office, when there is one that counts.
    var site: FoundSite?
    /// The address the sentence speaks of, when there is no site.
    var address: WebAddress?
    var final: WebAddress?
    var condition: SiteCondition = .normal
    var tls: TLSFacts?

    init(_ status: OfficeStatus, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    /// An outcome that speaks of one attempt.
    init(_ status: OfficeStatus, _ reason: String, at attempt: Attempt) {
        self.init(status, reason)
        address = attempt.candidate.address
        final = attempt.finalAddress
        condition = attempt.condition ?? .normal
        tls = attempt.tls
        values["host"] = attempt.candidate.address.host
        values["url"] = attempt.candidate.address.description
        values["final_url"] = attempt.finalAddress?.description
        values["status"] = attempt.status.map(String.init)
        values["ip"] = attempt.ip
        values["problem"] = attempt.failure?.rawValue
    }
}

/// One record with what its ladder asks again and again.
struct Scene {
    let record: SiteRecord
    let candidates: CandidateGroups
    let incidents: [Incident]
    let hosts: HostRules

    init(record: SiteRecord, incidents: [Incident], hosts: HostRules) {
        self.record = record
        self.hosts = hosts
        candidates = CandidateGroups(record.attempts)
        self.incidents = incidents
    }

    /// Our own network failed while this office was looked at.
    var ownNetworkDown: Bool {
        !record.ownNetworkUp || incidents.contains { $0.kind == .ownNetworkDown && covers($0) }
    }

    /// An incident of a kind that touches this office.
    func incident(_ kind: Incident.Kind, ip: String? = nil) -> Incident? {
        incidents.first { incident in
            incident.kind == kind && covers(incident)
                && (incident.offices.contains(record.target.code) || (ip != nil && incident.subject == ip))
        }
    }

    /// The incident lies within the time of this record.
    private func covers(_ incident: Incident) -> Bool {
        incident.startedAt <= record.finishedAt && (incident.endedAt.map { $0 >= record.startedAt } ?? true)
    }

    /// Every address under a wildcard resolves: an address that was only guessed proves nothing by existing. One that
    /// answers otherwise than a made-up name was set up by somebody.
    func isWildcardGuess(_ attempt: Attempt) -> Bool {
        record.wildcardDNS && attempt.candidate.reason == .namingRule && attempt.isUnlikeWildcard != true
    }
}
