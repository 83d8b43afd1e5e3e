import Model

/// Offices that wait for their turn: in the order of the list, those whose region is open first.
struct OfficeLine: Sendable {
    /// Offices by region, in the order in which the list names the regions; what is taken is counted, not removed.
    private var regions: [(code: String, offices: [Target], taken: Int)] = []

    /// - Parameter byRegion: false: the order of the list and nothing else.
    init(_ targets: [Target], byRegion: Bool) {
        guard byRegion else {
            regions = [("", targets, 0)]
            return
        }
        var places: [String: Int] = [:]
        for target in targets {
            let place = places[target.region] ?? regions.count
            if place == regions.count {
                places[target.region] = place
                regions.append((target.region, [], 0))
            }
            regions[place].offices.append(target)
        }
    }

    /// - Parameter wait: seconds until a region is open. While all are shut, the one that opens first is taken.
    mutating func next(wait: (String) -> Double) -> Target? {
        let left = regions.indices.filter { regions[$0].taken < regions[$0].offices.count }
        var best: (place: Int, wait: Double)?
        for place in left {
            let seconds = wait(regions[place].code)
            if seconds < best?.wait ?? .infinity { best = (place, seconds) }
            if seconds <= 0 { break }
        }
        guard let best else { return nil }
        defer { regions[best.place].taken += 1 }
        return regions[best.place].offices[regions[best.place].taken]
    }
}
