import Model

/// The items of one office, folded from the findings of its pages (design, section 3.1).
struct ItemJudge {
    /// Evidence kept per item.
    static let evidenceLimit = 3

    let record: SiteRecord
    let outcome: Outcome
    let ownNetworkDown: Bool

    /// One per item key, in the order of `ItemKey.allCases`.
    func verdicts() -> [ItemVerdict] {
        guard outcome.site != nil, isReadable else {
            return ItemKey.allCases.map { ItemVerdict(item: $0, state: .unknown, reason: reasonWithoutSite) }
        }
        var byItem: [ItemKey: [Evidence]] = [:]
        var ofOthers: [ItemKey: [Evidence]] = [:]
        let ownership = PageOwnership(record)
        let hollow = HollowTargets(record)
        for (index, page) in record.pages.enumerated()
        where (200..<300).contains(page.status) && page.reading.mayPublishItems {
            let isOther = ownership.otherUnit(of: page, isHome: index == 0) != nil
            for finding in page.reading.findings where !hollow.leads(finding) {
                let piece = evidence(page, finding)
                if isOther {
                    ofOthers[finding.item, default: []].append(piece)
                } else {
                    byItem[finding.item, default: []].append(piece)
                }
            }
        }
        return ItemKey.allCases.map { item in
            let verdict = fold(item, byItem[item] ?? [])
            // What only another unit's page shows is neither the office's nor proof that the office has none.
            guard verdict.state == .absent, let others = ofOthers[item] else { return verdict }
            let shown = others.filter { $0.finding.state == .present || $0.finding.state == .linked }
            guard !shown.isEmpty else { return verdict }
            return ItemVerdict(item: item, state: .unknown, reason: "other_unit", evidence: distinct(shown))
        }
    }

    /// Whether the pages are this office's content at all.
    var isReadable: Bool {
        switch outcome.status {
        case .active, .section, .offDomain: true
        case .compromised: outcome.reason == "gambling"
        case .socialOnly, .placeholder, .blocked, .unreachable, .missing, .unknown: false
        }
    }

    private func fold(_ item: ItemKey, _ all: [Evidence]) -> ItemVerdict {
        // A claim of absence by one page says nothing of the site.
        let said = all.filter { $0.finding.state != .absent && $0.finding.state != .unknown }
        guard let best = said.map(\.finding.state.strength).max() else { return silent(item, all) }
        let chosen = said.filter { $0.finding.state.strength == best }
        let ordered = chosen.enumerated().sorted {
            $0.element.finding.strength != $1.element.finding.strength
                ? $0.element.finding.strength > $1.element.finding.strength : $0.offset < $1.offset
        }
        return ItemVerdict(
            item: item, state: chosen[0].finding.state, evidence: distinct(ordered.map(\.element)))
    }

    /// Nothing was said of the item: absent only when everything that could hold it was read.
    private func silent(_ item: ItemKey, _ all: [Evidence]) -> ItemVerdict {
        let hints = distinct(all.filter { $0.finding.state == .unknown })
        if let hint = hints.first {
            let reason =
                hint.finding.means == .ocr
                ? "ocr_uncertain" : hint.finding.imageOnly ? "image_unread" : "document_unread"
            return ItemVerdict(item: item, state: .unknown, reason: reason, evidence: hints)
        }
        if isClosed(item), !ownNetworkDown { return ItemVerdict(item: item, state: .absent) }
        return ItemVerdict(item: item, state: .unknown, reason: reasonOfCoverage)
    }

    /// Everything that could hold the item was read.
    private func isClosed(_ item: ItemKey) -> Bool {
        switch record.coverage {
        case .complete: true
        case .unreadableParts: record.openItems.map { !$0.contains(item) } ?? false
        case .notRead, .budgetSpent, .partlyBlocked: false
        }
    }

    func evidence(_ page: PageRecord, _ finding: Finding) -> Evidence {
        var finding = finding
        // Content that only an image carries was not read: it is pointed to, not published (design, section 3.1).
        if finding.imageOnly, finding.state == .present { finding.state = .linked }
        return Evidence(
            address: page.address, fetchedAt: page.fetchedAt, status: page.status, ip: page.ip, sha256: page.sha256,
            finding: finding)
    }

    /// The first few, one per page and quotation.
    private func distinct(_ evidence: [Evidence]) -> [Evidence] {
        var seen: Set<String> = []
        var kept: [Evidence] = []
        for piece in evidence where seen.insert("\(piece.address)\n\(piece.finding.quotation)").inserted {
            kept.append(piece)
            if kept.count == Self.evidenceLimit { break }
        }
        return kept
    }

    // MARK: - Why unknown

    private var reasonOfCoverage: String {
        if ownNetworkDown { return "own_network_down" }
        switch record.coverage {
        case .complete: return ""
        case .notRead: return "not_checked"
        case .budgetSpent: return "budget_spent"
        case .partlyBlocked:
            let refused = record.unread.contains {
                $0.failure == .robotsDisallowed || $0.status == 403 || $0.status == 429
            }
            return refused || record.unread.isEmpty ? "partly_blocked" : "partly_unread"
        case .unreadableParts:
            return record.pages.contains { $0.reading.condition == .spaShell } ? "needs_javascript" : "document_unread"
        }
    }

    private var reasonWithoutSite: String {
        switch outcome.status {
        case .missing, .active, .section: "site_not_found"
        case .offDomain: "off_domain"
        case .socialOnly: "social_only"
        case .placeholder: "site_is_placeholder"
        case .compromised: "site_compromised"
        case .blocked: "blocked"
        case .unreachable: "site_unreachable"
        case .unknown:
            switch outcome.reason {
            case "own_network_down": "own_network_down"
            case "cancelled": "cancelled"
            default: "not_checked"
            }
        }
    }
}
