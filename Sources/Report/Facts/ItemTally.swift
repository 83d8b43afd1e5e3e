import Model

/// How many offices that have pages of their own publish one item, by state.
struct ItemTally: Sendable {
    let item: ItemKey
    /// In the order of `ItemState.allCases`.
    let counts: [Int]

    var total: Int { counts.reduce(0, +) }

    subscript(state: ItemState) -> Int { counts[ItemState.allCases.firstIndex(of: state) ?? 0] }

    /// One tally per item over the offices whose site or section was found.
    static func all(_ snapshot: ScanSnapshot) -> [ItemTally] {
        var counts = Array(
            repeating: Array(repeating: 0, count: ItemState.allCases.count), count: ItemKey.allCases.count)
        for office in snapshot.offices where OfficeGroup(office.target) != .portal && office.hasReadablePages {
            for verdict in office.verdict.items {
                counts[verdict.item.index][ItemState.allCases.firstIndex(of: verdict.state) ?? 0] += 1
            }
        }
        return ItemKey.allCases.map { ItemTally(item: $0, counts: counts[$0.index]) }
    }
}

extension OfficeResult {
    /// Whether there are pages in which items could be looked for.
    var hasReadablePages: Bool {
        switch verdict.status {
        case .active, .section, .offDomain: true
        case .socialOnly, .placeholder, .compromised, .blocked, .unreachable, .missing, .unknown: false
        }
    }
}
