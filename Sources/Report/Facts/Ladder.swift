import Model

/// How many offices stand on each rung.
struct Ladder: Sendable {
    struct Rung: Sendable, Hashable {
        let status: OfficeStatus
        var opd = 0
        var puskesmas = 0
        var kelurahan = 0
        var total: Int { opd + puskesmas + kelurahan }
    }

    /// Every status in the order of the ladder, also those nobody has.
    let rungs: [Rung]

    init(_ snapshot: ScanSnapshot) {
        var counted: [OfficeStatus: Rung] = [:]
        for office in snapshot.offices {
            let status = office.verdict.status
            var rung = counted[status] ?? Rung(status: status)
            switch OfficeGroup(office.target) {
            case .opd: rung.opd += 1
            case .puskesmas: rung.puskesmas += 1
            case .kelurahan: rung.kelurahan += 1
            case .portal: continue
            }
            counted[status] = rung
        }
        rungs = OfficeStatus.allCases.map { counted[$0] ?? Rung(status: $0) }
    }

    var total: Int { rungs.reduce(0) { $0 + $1.total } }
    var hasKelurahan: Bool { rungs.contains { $0.kelurahan > 0 } }
}

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
