import Model

/// Which offices a region has, what they are called, and which host labels speak of them.
public struct Nomenclature: Sendable {
    /// In file order.
    public let kinds: [OfficeKind]
    /// Labels of applications and portals, with the regions that use them: no office's profile site.
    public let applicationLabels: [String: Int]
    public let ambiguousLabels: [String: AmbiguousLabel]
    /// One label for several kinds: `dinsosp3a` -> sosial, pppa-kb.
    public let compoundLabels: [String: [String]]
    /// Prefixes of institutions that are no regional office: `pn-` -> pengadilan negeri.
    public let verticalPrefixes: [String: String]
    public let labelDecorations: LabelDecorations
    /// Most used first.
    public let puskesmasPatterns: [LabelPattern]

    private let byKey: [String: Int]
    private let byLabel: [String: [String]]
    private let matcher: OfficeNameMatcher

    init(
        kinds: [OfficeKind], applicationLabels: [String: Int], ambiguousLabels: [String: AmbiguousLabel],
        compoundLabels: [String: [String]], verticalPrefixes: [String: String], labelDecorations: LabelDecorations,
        puskesmasPatterns: [LabelPattern]
    ) {
        self.kinds = kinds
        self.applicationLabels = applicationLabels
        self.ambiguousLabels = ambiguousLabels
        self.compoundLabels = compoundLabels
        self.verticalPrefixes = verticalPrefixes
        self.labelDecorations = labelDecorations
        self.puskesmasPatterns = puskesmasPatterns
        byKey = Dictionary(kinds.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        var labels = compoundLabels
        for kind in kinds {
            for label in kind.hostLabels where labels[label.label]?.contains(kind.key) != true {
                labels[label.label, default: []].append(kind.key)
            }
        }
        byLabel = labels
        matcher = OfficeNameMatcher(kinds)
    }

    public func kind(_ key: String) -> OfficeKind? { byKey[key].map { kinds[$0] } }

    /// The kind an office's name speaks of; of a merged office the first one. Nil when the name says nothing known.
    public func kind(forName name: String) -> OfficeKind? { matcher.keys(in: name).first.flatMap { kind($0) } }

    /// Every kind a merged office's name speaks of, in the order of the name.
    public func kinds(forName name: String) -> [OfficeKind] { matcher.keys(in: name).compactMap { kind($0) } }

    /// Keys of the kinds a bare host label speaks of (no decorations taken off); empty when unknown.
    public func kinds(forLabel label: String) -> [String] { byLabel[label] ?? [] }

    /// Whether a key may stand in the column `jenis`: a kind, or one of the two portals.
    public func isKnown(_ key: String) -> Bool { byKey[key] != nil || Self.portalKinds.contains(key) }

    /// Rows that give an address for others and are no office: the region's portal, the shared portal of the puskesmas.
    public static let portalKinds: Set<String> = ["portal", "puskesmas-portal"]

    static let file = "opd-kinds.yaml"
}

// MARK: Reading

extension Nomenclature {
    static func read(_ folder: RuleFolder, log: ProblemLog) -> Nomenclature {
        guard let root = folder.yaml(file, log: log) else { return empty }
        root.allowOnly(
            "law_base", "kinds", "compound_labels", "ambiguous_labels", "application_labels", "label_decorations",
            "vertical_prefixes", "puskesmas_patterns")
        let kinds = root.required("kinds")?.list.map(readKind) ?? []
        let keys = Set(kinds.map(\.key))
        return Nomenclature(
            kinds: kinds,
            applicationLabels: counts(root.required("application_labels")),
            ambiguousLabels: ambiguous(root.required("ambiguous_labels"), keys: keys),
            compoundLabels: compounds(root.required("compound_labels"), keys: keys),
            verticalPrefixes: pairs(root.required("vertical_prefixes")),
            labelDecorations: LabelDecorations(
                prefixes: root.required("label_decorations")?.strings("prefixes") ?? [],
                suffixes: root.required("label_decorations")?.strings("suffixes") ?? []),
            puskesmasPatterns: root.required("puskesmas_patterns")?.list.map { node in
                LabelPattern(
                    pattern: node.string("pattern"), hosts: node.integer("hosts"), regions: node.integer("regions"))
            } ?? [])
    }

    private static var empty: Nomenclature {
        Nomenclature(
            kinds: [], applicationLabels: [:], ambiguousLabels: [:], compoundLabels: [:], verticalPrefixes: [:],
            labelDecorations: LabelDecorations(prefixes: [], suffixes: []), puskesmasPatterns: [])
    }

    private static func readKind(_ node: RuleNode) -> OfficeKind {
        node.allowOnly(
            "key", "class", "affairs", "law", "names", "abbreviations", "old_names", "phrases", "host_labels",
            "usual_in", "seen")
        let labels = counts(node.required("host_labels"))
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { OfficeKind.HostLabel(label: $0.key, count: $0.value) }
        let usual = node.strings("usual_in").compactMap(Region.Kind.init(rawValue:))
        if usual.count != node.strings("usual_in").count {
            node.fail("'usual_in' holds an unknown kind of region, expected provinsi, kabupaten, kota")
        }
        if node.strings("names").isEmpty { node.fail("'names' needs at least one official name") }
        return OfficeKind(
            key: node.string("key"), class: node.choice("class") ?? .dinas, affairs: node.string("affairs"),
            law: node.string("law"), names: node.strings("names"), abbreviations: node.strings("abbreviations"),
            oldNames: node.strings("old_names"), phrases: node.strings("phrases"), hostLabels: labels,
            usualIn: Set(usual))
    }

    private static func counts(_ node: RuleNode?) -> [String: Int] {
        var result: [String: Int] = [:]
        for (key, value) in node?.entries ?? [] {
            guard let label = key.text, let count = value.text.flatMap({ Int($0) }) else {
                value.fail("expected label: number of regions")
                continue
            }
            result[label] = count
        }
        return result
    }

    private static func pairs(_ node: RuleNode?) -> [String: String] {
        var result: [String: String] = [:]
        for (key, value) in node?.entries ?? [] {
            guard let name = key.text, let text = value.text else {
                value.fail("expected prefix: institution")
                continue
            }
            result[name] = text
        }
        return result
    }

    private static func ambiguous(_ node: RuleNode?, keys: Set<String>) -> [String: AmbiguousLabel] {
        var result: [String: AmbiguousLabel] = [:]
        for (key, value) in node?.entries ?? [] {
            checkKinds(value, keys)
            result[key.text ?? ""] = AmbiguousLabel(
                note: value.string("note"), kinds: value.strings("kinds"), regions: value.integer("regions"))
        }
        return result
    }

    private static func compounds(_ node: RuleNode?, keys: Set<String>) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (key, value) in node?.entries ?? [] {
            checkKinds(value, keys)
            result[key.text ?? ""] = value.strings("kinds")
        }
        return result
    }

    private static func checkKinds(_ node: RuleNode, _ keys: Set<String>) {
        for kind in node.strings("kinds") where !keys.contains(kind) {
            node.fail("kind '\(kind)' is not defined in 'kinds'")
        }
    }
}
