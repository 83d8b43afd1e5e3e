import Model

extension Instrument {
    static let folder = "instruments"

    /// Every YAML file under `instruments/`, in order of file name.
    static func readAll(_ folder: RuleFolder, nomenclature: Nomenclature, log: ProblemLog) -> [Instrument] {
        let names = ((try? folder.ruleFiles()) ?? []).filter { $0.hasPrefix(Self.folder + "/") }
        var all: [Instrument] = []
        for name in names {
            guard let text = folder.text(name, log: log),
                let node = RuleNode.parse(text, file: folder.path + "/" + name, log: log)
            else { continue }
            all += read(node, pack: InstrumentPack.name(of: text, file: name), kinds: nomenclature, before: all)
        }
        return all
    }

    /// The editions of one file; `before` are those already read, whose keys and years are taken.
    static func read(
        _ root: RuleNode, pack: PackName, kinds: Nomenclature?, before: [Instrument] = []
    ) -> [Instrument] {
        root.allowOnly("editions")
        var editions: [Instrument] = []
        for node in root.required("editions")?.list ?? [] {
            let edition = read(node, pack, kinds)
            for other in before + editions {
                if other.key == edition.key { node.fail("the edition '\(edition.key)' stands here twice") }
                let years = Set(other.years).intersection(edition.years).sorted()
                if other.family == edition.family, !years.isEmpty {
                    node.fail("'\(other.key)' is used for the year \(years[0]) already")
                }
            }
            editions.append(edition)
        }
        return editions
    }

    private static func read(_ node: RuleNode, _ pack: PackName, _ kinds: Nomenclature?) -> Instrument {
        node.allowOnly(
            "key", "family", "name", "years", "law", "law_verified", "applies_to", "score", "bands", "bands_verified",
            "opinions", "dimensions", "dimensions_verified", "loci", "note")
        let score = scoreRule(node)
        let applies = node.required("applies_to")
        applies?.allowOnly("levels", "verified")
        let edition = Instrument(
            key: node.string("key"), family: node.choice("family") ?? .law, name: node.localText("name"),
            years: node.strings("years").compactMap { Int($0) }, law: node.strings("law"),
            lawVerified: node.choice("law_verified") ?? .unknown,
            levels: (applies?.optional("levels")?.list ?? []).compactMap { $0.value(Level.self) },
            levelsVerified: applies?.choice("verified") ?? .unknown, score: score,
            bands: (node.optional("bands")?.list ?? []).map(band).sorted { $0.min > $1.min },
            bandsVerified: node.choice("bands_verified") ?? .unknown,
            opinions: (node.optional("opinions")?.list ?? []).map(opinion),
            dimensions: (node.optional("dimensions")?.list ?? []).map(dimension),
            dimensionsVerified: node.choice("dimensions_verified") ?? .unknown,
            loci: (node.optional("loci")?.list ?? []).map { locus($0, kinds) },
            note: node.optionalString("note") ?? "", pack: pack)
        InstrumentChecks.check(edition, node)
        return edition
    }

    private static func scoreRule(_ node: RuleNode) -> ScoreRule {
        let rule = node.required("score") ?? node
        rule.allowOnly(
            "rule", "scale", "verified", "products", "products_verified", "loci", "loci_verified", "note")
        func joining(_ key: String) -> (ScoreRule.Joining, Verification) {
            guard rule.optional(key) != nil else { return (.unknown, .unknown) }
            return (rule.choice(key) ?? .unknown, rule.choice(key + "_verified") ?? .unknown)
        }
        let (products, productsVerified) = joining("products")
        let (loci, lociVerified) = joining("loci")
        return ScoreRule(
            rule: rule.choice("rule") ?? .none, scale: rule.number("scale") ?? 100,
            verified: rule.choice("verified") ?? .unknown, products: products, productsVerified: productsVerified,
            loci: loci, lociVerified: lociVerified, note: rule.optionalString("note") ?? "")
    }

    private static func band(_ node: RuleNode) -> Band {
        node.allowOnly("zone", "category", "opinion", "min", "max", "verified")
        return Band(
            zone: node.optional("zone") == nil ? nil : node.choice("zone"), category: node.optionalString("category"),
            opinion: node.string("opinion"), min: node.neededNumber("min"), max: node.neededNumber("max"),
            verified: node.choice("verified") ?? .unknown)
    }

    private static func opinion(_ node: RuleNode) -> Opinion {
        node.allowOnly("name", "verified")
        return Opinion(name: node.string("name"), verified: node.choice("verified") ?? .unknown)
    }

    private static func dimension(_ node: RuleNode) -> Dimension {
        node.allowOnly("key", "name", "aliases", "article", "weight", "weight_verified", "web", "items", "indicators")
        let web: Web = node.choice("web") ?? .none
        let indicators = (node.optional("indicators")?.list ?? []).map { indicator($0, web: web) }
        let weight = node.optional("weight") == nil ? nil : node.number("weight")
        let sure: Verification? = node.optional("weight_verified") == nil ? nil : node.choice("weight_verified")
        if weight != nil, sure == nil || sure == .unknown {
            node.fail("a weight needs 'weight_verified': page, points or memory")
        }
        if weight == nil, let sure, sure != .unknown { node.fail("'weight_verified' without a weight must be unknown") }
        return Dimension(
            key: node.string("key"), name: node.localText("name"), aliases: node.strings("aliases"),
            article: node.optionalString("article"),
            weight: weight, weightVerified: sure ?? .unknown, web: web,
            items: Set(items(node) + indicators.flatMap(\.items)).sorted(), indicators: indicators)
    }

    private static func indicator(_ node: RuleNode, web: Web) -> Indicator {
        node.allowOnly("key", "name", "aliases", "article", "share", "web", "items", "counts", "verified")
        if let counts = node.optional("counts"), counts.text != "media" { counts.fail("'counts' can only be media") }
        return Indicator(
            key: node.string("key"), name: node.localText("name"), aliases: node.strings("aliases"),
            article: node.optionalString("article"),
            share: node.optional("share") == nil ? nil : node.number("share"),
            web: node.optional("web") == nil ? web : node.choice("web") ?? .none, items: items(node),
            countsMedia: node.optional("counts") != nil, verified: node.choice("verified") ?? .unknown)
    }

    private static func locus(_ node: RuleNode, _ kinds: Nomenclature?) -> Locus {
        node.allowOnly("level", "kind", "name", "count", "verified")
        let kind = node.string("kind")
        if let kinds, !kinds.kinds.contains(where: { $0.key == kind }) {
            node.optional("kind")?.fail("'\(kind)' is no kind of office (all: ronda rules list)")
        }
        return Locus(
            level: node.choice("level") ?? .kabupaten, kind: kind, name: node.string("name"),
            count: node.optional("count") == nil ? nil : node.integer("count"),
            verified: node.choice("verified") ?? .unknown)
    }

    private static func items(_ node: RuleNode) -> [ItemKey] {
        (node.optional("items")?.list ?? []).compactMap { item in
            if let key = item.text.flatMap(ItemKey.init(rawValue:)) { return key }
            item.fail("'\(item.text ?? "")' is no item (all: ronda rules list)")
            return nil
        }
    }
}
