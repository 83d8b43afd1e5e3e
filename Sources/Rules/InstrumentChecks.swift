import Model

/// What must hold in an edition as a whole, beyond the shape of its values.
enum InstrumentChecks {
    static func check(_ edition: Instrument, _ node: RuleNode) {
        check(edition.bands, scale: edition.score.scale, node)
        let weights = edition.dimensions.compactMap(\.weight)
        if !weights.isEmpty, weights.count == edition.dimensions.count, abs(weights.reduce(0, +) - 100) > 0.001 {
            node.fail("the weights of the dimensions make \(weights.reduce(0, +)), expected 100")
        }
        twice(edition.dimensions.map(\.key), node)
        for dimension in edition.dimensions { check(dimension, node) }
        if edition.family != .law, edition.years.isEmpty { node.fail("an edition needs the years it was used for") }
        if edition.score.scale <= 0 { node.fail("'scale' must be more than 0") }
    }

    private static func check(_ dimension: Instrument.Dimension, _ node: RuleNode) {
        twice(dimension.indicators.map(\.key), node)
        if let weight = dimension.weight, !(0...100).contains(weight) {
            node.fail("the weight \(weight) of '\(dimension.key)' is no share of 100")
        }
        let shares = dimension.indicators.compactMap(\.share)
        if shares.reduce(0, +) > 100.001 { node.fail("the shares of '\(dimension.key)' make more than 100") }
    }

    private static func twice(_ keys: [String], _ node: RuleNode) {
        var seen: Set<String> = []
        for key in keys where !seen.insert(key).inserted { node.fail("'\(key)' stands here twice") }
    }

    /// Bands must cover the scale without overlap: each ends one step of its last decimal below the next.
    private static func check(_ bands: [Instrument.Band], scale: Double, _ node: RuleNode) {
        guard let top = bands.first, let bottom = bands.last else { return }
        if top.max != scale || bottom.min != 0 { node.fail("the bands must reach from 0 to \(scale)") }
        for (upper, lower) in zip(bands, bands.dropFirst()) {
            let gap = upper.min - lower.max
            if ![0.01, 0.1].contains(where: { abs(gap - $0) < 0.001 }) {
                node.fail("the bands \(lower.min)-\(lower.max) and \(upper.min)-\(upper.max) overlap or leave a gap")
            }
        }
    }
}
