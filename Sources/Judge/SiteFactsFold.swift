import Model

/// Puts together what the pages of one office show beside the items. Adds up; judges nothing.
enum SiteFactsFold {
    /// Services kept for one office.
    private static let limit = 60

    /// Nil when no page was looked at for these facts.
    static func facts(of pages: [PageRecord]) -> SiteFacts? {
        let read = pages.filter { $0.reading.accessibility != nil && $0.reading.mayPublishItems }
        // News and other pages of the office count for accessibility too; pages that are no site count for nothing.
        let own = pages.filter { $0.reading.accessibility != nil && isOwn($0.reading.condition) }
        guard !own.isEmpty else { return nil }
        return SiteFacts(
            electronic: electronic(read), accessibility: accessibility(own),
            template: own.lazy.compactMap(\.reading.template).first, pages: own.count)
    }

    private static func isOwn(_ condition: SiteCondition) -> Bool { condition == .normal || condition == .gambling }

    private static func electronic(_ pages: [PageRecord]) -> [ElectronicService] {
        var found: [ElectronicService] = []
        var seen: Set<String> = []
        for page in pages {
            for service in page.reading.electronic ?? [] {
                let target = service.address.map { $0.host + $0.path } ?? service.quotation.lowercased()
                guard found.count < limit, seen.insert(service.kind.rawValue + " " + target).inserted else { continue }
                var service = service
                service.page = page.address
                found.append(service)
            }
        }
        let order = Dictionary(
            uniqueKeysWithValues: ElectronicService.Kind.allCases.enumerated().map { ($1, $0) })
        return found.enumerated().sorted {
            (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func accessibility(_ pages: [PageRecord]) -> [AccessibilityFact] {
        AccessibilityFact.Check.allCases.compactMap { check in
            var sum: AccessibilityFact?
            for page in pages {
                guard let fact = page.reading.accessibility?.first(where: { $0.check == check }) else { continue }
                var total = sum ?? AccessibilityFact(check: check, failures: 0, looked: 0)
                if total.failures == 0, fact.failures > 0 {
                    total.page = page.address
                    total.places = fact.places
                }
                total.failures += fact.failures
                total.looked += fact.looked
                sum = total
            }
            return sum
        }
    }
}
