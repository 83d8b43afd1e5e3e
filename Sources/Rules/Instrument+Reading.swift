import Model

extension Instrument {
    static let folder = "instruments"

    /// Every YAML file under `instruments/`, in order of file name.
    static func readAll(_ folder: RuleFolder, log: ProblemLog) -> [Instrument] {
        let names = ((try? folder.ruleFiles()) ?? []).filter { $0.hasPrefix(Self.folder + "/") }
        let instruments = names.compactMap { folder.yaml($0, log: log) }.flatMap { $0.required("editions")?.list ?? [] }
            .map(read)
        return instruments
    }

    private static func read(_ node: RuleNode) -> Instrument {
        node.allowOnly(
            "key", "name", "years", "law", "bands", "bands_verified", "dimensions", "dimensions_verified", "loci",
            "note")
        let bands = (node.optional("bands")?.list ?? []).map(band).sorted { $0.min > $1.min }
        check(bands, node)
        return Instrument(
            key: node.string("key"), name: node.localText("name"), years: node.strings("years").compactMap { Int($0) },
            law: node.strings("law"), bands: bands,
            bandsVerified: node.choice("bands_verified") ?? .unknown,
            dimensions: (node.optional("dimensions")?.list ?? []).map(dimension),
            dimensionsVerified: node.choice("dimensions_verified") ?? .unknown, loci: node.strings("loci"),
            note: node.optionalString("note") ?? "")
    }

    private static func band(_ node: RuleNode) -> Band {
        node.allowOnly("zone", "category", "opinion", "min", "max", "verified")
        return Band(
            zone: node.choice("zone") ?? .merah, category: node.optionalString("category"),
            opinion: node.string("opinion"), min: node.number("min") ?? 0, max: node.number("max") ?? 0,
            verified: node.choice("verified") ?? .unknown)
    }

    private static func dimension(_ node: RuleNode) -> Dimension {
        node.allowOnly("key", "name", "weight", "web", "items")
        let items = node.strings("items").compactMap(ItemKey.init(rawValue:))
        if items.count != node.strings("items").count { node.fail("'items' holds a key that is no item") }
        return Dimension(
            key: node.string("key"), name: node.localText("name"),
            weight: node.optional("weight") == nil ? nil : node.number("weight"), web: node.choice("web") ?? .none,
            items: items)
    }

    /// Bands must cover 0 to 100 without overlap: each ends less than 0.02 below the next.
    private static func check(_ bands: [Band], _ node: RuleNode) {
        guard let top = bands.first, let bottom = bands.last else { return }
        if top.max != 100 || bottom.min != 0 { node.fail("the bands must reach from 0 to 100") }
        for (upper, lower) in zip(bands, bands.dropFirst()) where !(0.001...0.019).contains(upper.min - lower.max) {
            node.fail("the bands \(lower.min)-\(lower.max) and \(upper.min)-\(upper.max) overlap or leave a gap")
        }
    }
}
