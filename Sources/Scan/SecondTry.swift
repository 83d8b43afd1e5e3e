import Model

extension SiteRecord {
    /// This first try with what the second one learnt: no answer is forgotten, and what was found stays found.
    func after(second: SiteRecord) -> SiteRecord {
        var merged = isBetter(than: second) ? self : second
        merged.attempts = attempts + second.attempts
        merged.startedAt = startedAt
        merged.finishedAt = second.finishedAt
        merged.suggestedHost = second.suggestedHost ?? suggestedHost
        merged.ownNetworkUp = second.ownNetworkUp
        merged.wildcardDNS = wildcardDNS || second.wildcardDNS
        for address in suspects + second.suspects where !merged.suspects.contains(address) {
            merged.suspects.append(address)
        }
        if merged.pages.isEmpty { merged.pages = pages }
        for page in (answers ?? []) + (second.answers ?? []) {
            let known = merged.answers ?? []
            if known.contains(where: { $0.sha256 == page.sha256 && $0.address == page.address }) { continue }
            merged.answers = known + [page]
        }
        return merged
    }

    /// A site beats none; of two readings of a site the one that saw more.
    private func isBetter(than second: SiteRecord) -> Bool {
        guard site != nil else { return false }
        return second.site == nil || pages.count > second.pages.count
    }
}
