import Model

/// The lower half of the ladder: no page of this office was found. Could not look is never not there.
struct NoSiteLadder {
    let scene: Scene
    private var record: SiteRecord { scene.record }
    private let groups: [CandidateGroups.Group]

    init(_ scene: Scene) { self.init(scene, scene.candidates.groups) }

    private init(_ scene: Scene, _ groups: [CandidateGroups.Group]) {
        self.scene = scene
        self.groups = groups
    }

    /// The addresses somebody official names come first: a default page on a guessed host says nothing of an office
    /// whose listed site is silent. Among guesses silence stands against every word that would accuse.
    func outcome() -> Outcome {
        guard !groups.isEmpty else { return nothingCounted() }
        let claimed = NoSiteLadder(scene, groups.filter(\.isClaimed))
        let guessed = NoSiteLadder(scene, groups.filter { !$0.isClaimed })
        return claimed.compromised() ?? claimed.placeholder() ?? claimed.blocked() ?? claimed.unreachable()
            ?? guessed.compromised() ?? guessed.blocked() ?? guessed.unreachable() ?? guessed.placeholder()
            ?? unclear() ?? uncounted() ?? socialOnly() ?? missing()
    }

    /// Nothing was asked, or no answer counts.
    private func nothingCounted() -> Outcome {
        let failures = record.attempts.compactMap(\.failure)
        if failures.contains(.ownNetworkDown) { return Outcome(.unknown, "own_network_down") }
        if failures.contains(.internalError) { return Outcome(.unknown, "internal_error") }
        if failures.contains(.cancelled) || failures.contains(.hostBudgetSpent) {
            return Outcome(.unknown, "cancelled")
        }
        if record.attempts.isEmpty, record.target.listed == nil, record.portalRead == false {
            return Outcome(.unknown, "no_portal_known")
        }
        return Outcome(.unknown, "not_yet_tried")
    }

    /// The name of the office is in foreign hands: its own site is missing, and that is said as what it is.
    private func compromised() -> Outcome? {
        guard let group = groups.first(where: { $0.result == .compromised && !scene.isWildcardGuess($0.answer) })
        else { return nil }
        switch group.answer.condition {
        case .gambling where scene.hosts.isGoID(group.answer.candidate.address.host):
            return Outcome(.compromised, "gambling", at: group.answer)
        case .takeover where scene.hosts.isGoID(group.answer.candidate.address.host):
            return Outcome(.compromised, "takeover", at: group.answer)
        default:
            var outcome = Outcome(.compromised, "lapsed_domain", at: group.answer)
            outcome.condition = .takeover
            return outcome
        }
    }

    private func placeholder() -> Outcome? {
        let shells = groups.filter { $0.result == .notASite && !scene.isWildcardGuess($0.answer) }
        guard let group = shells.first(where: { isOwnPlace($0.answer) }) else { return nil }
        let condition = group.answer.condition ?? .emptyCMS
        switch condition {
        case .spaShell: return Outcome(.unknown, "identity_unclear", at: group.answer)
        case .challenge: return Outcome(.blocked, "waf", at: group.answer)
        case .ispBlock: return Outcome(.blocked, "isp_block", at: group.answer)
        default: break
        }
        if isSectionPath(group.answer), condition == .emptyCMS || condition == .normal {
            return Outcome(.placeholder, "empty_section", at: group.answer)
        }
        return Outcome(
            .placeholder, SiteConditionFold.placeholderReason(condition) ?? "empty_cms", at: group.answer)
    }

    private func blocked() -> Outcome? {
        guard let group = groups.first(where: { $0.result == .blocked && !scene.isWildcardGuess($0.answer) })
        else { return nil }
        return Outcome(.blocked, Self.blockedReason(group.answer), at: group.answer)
    }

    /// Anything that did not answer stands against "missing".
    private func unreachable() -> Outcome? {
        let silent = groups.filter { $0.result == .unreachable }
        guard let worst = silent.first(where: { !scene.isWildcardGuess($0.answer) }) ?? silent.first else { return nil }
        if let incident = scene.incident(.sharedServerDown, ip: worst.answer.ip) {
            var outcome = Outcome(.unreachable, "shared_server_down", at: worst.answer)
            outcome.values["server"] = incident.subject
            outcome.values["count"] = "\(incident.offices.count)"
            return outcome
        }
        if scene.incident(.nameServerDown) != nil, CandidateGroups.isNameFailure(worst.answer) {
            return Outcome(.unreachable, "name_server_down", at: worst.answer)
        }
        if scene.isWildcardGuess(worst.answer) { return Outcome(.unknown, "wildcard_dns", at: worst.answer) }
        // The page came; it was our reader that did not get through it.
        if worst.answer.failure == .readerFailed { return Outcome(.unknown, "reader_failed", at: worst.answer) }
        return Outcome(.unreachable, Self.unreachableReason(worst.answer), at: worst.answer)
    }

    /// A page said to be this office's, yet no site was recorded: nothing may be concluded from that.
    private func unclear() -> Outcome? {
        let unexplained = groups.first { group in
            switch group.result {
            case .site, .section: !scene.hosts.isSuspect(group.answer)
            case .blocked, .compromised: scene.isWildcardGuess(group.answer)
            case .otherOwner: claimsThisOffice(group.answer)
            default: false
            }
        }
        guard let unexplained else { return nil }
        if scene.isWildcardGuess(unexplained.answer) {
            return Outcome(.unknown, "wildcard_dns", at: unexplained.answer)
        }
        return Outcome(.unknown, "identity_unclear", at: unexplained.answer)
    }

    /// An address that we did not look at, by our own fault or our own rules: nothing is concluded from the others.
    private func uncounted() -> Outcome? {
        let asked = Set(groups.map { CandidateGroups.key(of: $0.answer.candidate.address) })
        let skipped = record.attempts.first { attempt in
            guard attempt.result == .notCounted, !scene.isWildcardGuess(attempt),
                !asked.contains(CandidateGroups.key(of: attempt.candidate.address))
            else { return false }
            switch attempt.failure {
            case .internalError, .cancelled, .hostBudgetSpent, .ownNetworkDown, .forbiddenProtocol, .forbiddenPort:
                return true
            default: return false
            }
        }
        guard let skipped else { return nil }
        switch skipped.failure {
        case .ownNetworkDown: return Outcome(.unknown, "own_network_down")
        case .cancelled, .hostBudgetSpent: return Outcome(.unknown, "cancelled")
        case .internalError: return Outcome(.unknown, "internal_error", at: skipped)
        default: return Outcome(.unknown, "not_followed", at: skipped)
        }
    }

    private func socialOnly() -> Outcome? {
        let listed = record.attempts.map(\.candidate.address).first { scene.hosts.isSocial($0.host) }
        guard let page = record.socialMedia.first ?? listed else { return nil }
        var outcome = Outcome(.socialOnly, "social_only")
        outcome.final = page
        outcome.values["url"] = page.description
        return outcome
    }

    private func missing() -> Outcome {
        if let list = record.unreadPortal {
            var outcome = Outcome(.unknown, "portal_unread")
            outcome.values["portal"] = list.description
            return outcome
        }
        let results = Set(groups.map(\.result))
        if results == [.noSuchName] { return Outcome(.missing, "nxdomain_all") }
        if let entry = groups.first(where: { $0.result == .otherOwner && isDirectoryEntry($0.answer) }) {
            return Outcome(.missing, "directory_entry_only", at: entry.answer)
        }
        let hasOwner = groups.contains { $0.result == .otherOwner || $0.result == .site || $0.result == .section }
        return Outcome(.missing, hasOwner ? "only_other_owner" : "no_candidate_answers")
    }

    // MARK: - Places

    /// The place belongs to the office: given, linked, or a guessed host that carries its name under the region.
    private func isOwnPlace(_ attempt: Attempt) -> Bool {
        switch attempt.candidate.reason {
        case .listed, .portalLink, .redirect: true
        case .register, .sitemap, .sisterLink, .namingRule: scene.hosts.isGoID(attempt.candidate.address.host)
        }
    }

    /// A living go.id page, given or linked as this office's, whose host speaks of this very office: our reading of
    /// whose page it is may be wrong, and no absence is built on that.
    private func claimsThisOffice(_ attempt: Attempt) -> Bool {
        guard attempt.candidate.reason == .listed || attempt.candidate.reason == .portalLink,
            let final = attempt.finalAddress, scene.hosts.isGoID(final.host),
            !scene.hosts.isPortal(final.host, region: record.target.region)
        else { return false }
        let host = scene.hosts.judge(final, office: record.target)
        guard isNear(host.region, record.target.region) else { return false }
        if host.kind == record.target.kind { return true }
        // The list's word forbids "missing" when nobody knows the office's kind, or when the host tells no kind and bears
        // the office's name (`pkm-lasi` for "Puskesmas Lasi").
        guard attempt.candidate.reason == .listed else { return false }
        return record.target.kind.isEmpty || (host.kind == nil && bearsName(final.host))
    }

    /// The left-most label of a host holds a word of the office's own name.
    private func bearsName(_ host: String) -> Bool {
        let labels = host.split(separator: ".")
        let label = (labels.first == "www" ? labels.dropFirst().first : labels.first) ?? ""
        let words = record.target.name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.contains { $0.utf8.count >= 4 && !Self.commonWords.contains(String($0)) && label.contains($0) }
    }

    /// Words of names that are no office's own.
    private static let commonWords: Set<String> = [
        "dinas", "badan", "kantor", "bagian", "biro", "kecamatan", "kelurahan", "puskesmas", "rumah", "sakit", "umum",
        "daerah", "kabupaten", "kota", "provinsi", "satuan", "unit", "pelayanan", "pelaksana", "teknis",
    ]

    /// The region itself, one above or below it, or none that is known: a host of a neighbour speaks for the neighbour.
    private func isNear(_ region: String?, _ own: String) -> Bool {
        guard let region else { return true }
        return region == own || own.hasPrefix(region + ".") || region.hasPrefix(own + ".")
    }

    private func isSectionPath(_ attempt: Attempt) -> Bool { attempt.candidate.address.path.count > 1 }

    private func isDirectoryEntry(_ attempt: Attempt) -> Bool {
        attempt.candidate.reason == .portalLink && isSectionPath(attempt)
            && scene.hosts.isPortal(attempt.candidate.address.host, region: record.target.region)
    }

    // MARK: - Reasons

    static func blockedReason(_ attempt: Attempt) -> String {
        switch (attempt.condition, attempt.failure) {
        case (.challenge?, _): "waf"
        case (.ispBlock?, _): "isp_block"
        case (_, .robotsDisallowed?): "robots_disallow"
        default: "http_403"
        }
    }

    static func unreachableReason(_ attempt: Attempt) -> String {
        if let status = attempt.status, status >= 500 { return "http_5xx" }
        // A 5xx on robots.txt is a complete disallow (RFC 9309 section 2.3.1.4); what is known is that the server errs.
        if attempt.failure == .robotsUnreachable { return "http_5xx" }
        switch attempt.failure {
        case .connectRefused: return "refused"
        case .connectTimeout, .firstByteTimeout, .stalled, .totalTimeout, .tlsTimeout: return "timeout"
        case .connectionReset, .closedEarly, .emptyReply: return "reset"
        case .dnsServFail, .dnsRefused, .dnsTimeout, .dnsMalformed: return "dns_servfail"
        case .tlsHandshake, .tlsVersion, .notTLS: return "tls_failed"
        default: return "unreachable_other"
        }
    }
}
