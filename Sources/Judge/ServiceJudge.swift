import Model

extension ItemJudge {
    /// The services that the office's pages name, and what they say of each; nil without a readable site.
    ///
    /// A service is the same on two pages when its name is, letters and digits alone. The first to stand here are those
    /// of which most is said. What stands on another unit's page is that unit's service.
    func services() -> [ServiceVerdict]? {
        guard outcome.site != nil, isReadable else { return nil }
        var order: [String] = []
        var found: [String: (name: String, said: Int, items: [ItemKey: Evidence])] = [:]
        let ownership = PageOwnership(record)
        for (index, page) in record.pages.enumerated()
        where (200..<300).contains(page.status) && page.reading.mayPublishItems
            && ownership.otherUnit(of: page, isHome: index == 0) == nil
        {
            for service in page.reading.services where service.isNamed && !service.foldedName.isEmpty {
                let key = service.foldedName
                if found[key] == nil { order.append(key) }
                var row = found[key] ?? (service.name, 0, [:])
                if service.items.count > row.said { (row.name, row.said) = (service.name, service.items.count) }
                for finding in service.items where ItemKey.components.contains(finding.item) {
                    keepBetter(evidence(page, finding), in: &row.items)
                }
                found[key] = row
            }
        }
        let others: ItemState = record.coverage == .complete && !ownNetworkDown ? .absent : .unknown
        let rows = order.compactMap { found[$0] }.map { row in
            ServiceVerdict(name: row.name, items: verdicts(row.items), others: others)
        }
        let ranked = rows.enumerated().sorted {
            $0.element.items.count != $1.element.items.count
                ? $0.element.items.count > $1.element.items.count : $0.offset < $1.offset
        }
        return ranked.prefix(ServiceVerdict.limit).map(\.element)
    }

    private func keepBetter(_ evidence: Evidence, in items: inout [ItemKey: Evidence]) {
        let item = evidence.finding.item
        let kept = items[item]?.finding.state.strength ?? -1
        if evidence.finding.state.strength > kept { items[item] = evidence }
    }

    private func verdicts(_ items: [ItemKey: Evidence]) -> [ItemVerdict] {
        ItemKey.components.compactMap { item in
            items[item].map { ItemVerdict(item: item, state: $0.finding.state, evidence: [$0]) }
        }
    }
}
