import Model

/// The numbers of a comparison, over all offices or those of one region.
struct ComparisonTally: Sendable {
    /// A number before and after, out of those that could be judged on both sides.
    struct Pair: Sendable, Hashable {
        var before = 0
        var after = 0
        var total = 0
    }

    var offices = 0
    var movements: [Comparison.Movement: Int] = [:]
    /// Offices with a living site under go.id.
    var sites = Pair()
    /// The six components that must be published, office by office.
    var mandatory = Pair()

    init(_ offices: [Comparison.Office]) {
        self.offices = offices.count
        for office in offices {
            movements[office.movement, default: 0] += 1
            guard let before = office.before, let after = office.after else { continue }
            if before.isDecided, after.isDecided {
                sites.total += 1
                sites.before += before.hasSite ? 1 : 0
                sites.after += after.hasSite ? 1 : 0
            }
            for key in ItemKey.serviceDelivery { mandatory.add(before.state(key), after.state(key)) }
        }
    }

    func count(_ movement: Comparison.Movement) -> Int { movements[movement] ?? 0 }

    /// One item over all offices.
    static func item(_ key: ItemKey, _ offices: [Comparison.Office]) -> Pair {
        offices.reduce(into: Pair()) { pair, office in
            pair.add(office.before?.state(key), office.after?.state(key))
        }
    }
}

extension ComparisonTally.Pair {
    /// Counts where both sides are decided.
    mutating func add(_ old: ItemState?, _ new: ItemState?) {
        guard let old, let new, old != .unknown, new != .unknown else { return }
        total += 1
        before += old == .present ? 1 : 0
        after += new == .present ? 1 : 0
    }

    /// Change in thousandths of the whole; zero where nothing could be compared.
    var gain: Int { total == 0 ? 0 : (after - before) * 1000 / total }
}

/// One region of a comparison: a kabupaten or kota, or a province over those that were compared.
struct ComparisonRegion: Sendable {
    let code: String
    let name: String
    /// A province that sums its own offices and those of its kabupaten.
    let isSum: Bool
    let tally: ComparisonTally

    /// Regions by code, a province before its kabupaten; a sum only where it sums more than one region.
    static func all(_ comparison: Comparison) -> [ComparisonRegion] {
        let byRegion = Dictionary(grouping: comparison.offices, by: \.target.region)
        var regions = byRegion.map { code, offices in
            ComparisonRegion(
                code: code, name: comparison.regionNames[code] ?? code, isSum: false, tally: ComparisonTally(offices))
        }
        let provinces = Dictionary(grouping: byRegion.keys.filter { !$0.isEmpty }) { String($0.prefix(2)) }
        for (province, codes) in provinces where codes.count > 1 {
            let offices = comparison.offices.filter { codes.contains($0.target.region) }
            let name = comparison.regionNames[province] ?? province
            regions.append(
                ComparisonRegion(code: province, name: name, isSum: true, tally: ComparisonTally(offices)))
        }
        return regions.sorted { ($0.code, $0.isSum ? 0 : 1) < ($1.code, $1.isSum ? 0 : 1) }
    }

    /// The same regions, best gain in the six components first; sums stay out of a ranking.
    static func ranked(_ comparison: Comparison) -> [ComparisonRegion] {
        all(comparison).filter { !$0.isSum }.sorted {
            ($0.tally.mandatory.gain, $0.tally.sites.gain, $1.code) > (
                $1.tally.mandatory.gain, $1.tally.sites.gain, $0.code
            )
        }
    }
}
