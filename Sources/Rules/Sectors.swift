import Model

/// Which offices come first: the sectors whose offices are visited in an assessment, the most urgent first.
public struct Sectors: Sendable {
    public struct Sector: Sendable, Hashable {
        public var key: String
        public var name: LocalText
        /// Nomenclature keys of its offices.
        public var kinds: [String]
    }

    /// Where the order comes from.
    public let source: String
    public let verified: Verification
    /// The most urgent first.
    public let all: [Sector]

    /// The sector of an office; nil when none of them names its kind.
    public func sector(of target: Target) -> Sector? { all.first { $0.kinds.contains(target.kind) } }

    /// Position of an office's sector, from 0; offices of no sector come after all others.
    public func rank(of target: Target) -> Int {
        all.firstIndex { $0.kinds.contains(target.kind) } ?? all.count
    }

    static let file = "sectors.yaml"

    static func read(_ folder: RuleFolder, nomenclature: Nomenclature, log: ProblemLog) -> Sectors {
        guard let node = folder.yaml(file, log: log) else { return Sectors(source: "", verified: .unknown, all: []) }
        node.allowOnly("source", "verified", "sectors")
        return Sectors(
            source: node.string("source"), verified: node.choice("verified") ?? .unknown,
            all: (node.required("sectors")?.list ?? []).map { read($0, nomenclature) })
    }

    private static func read(_ node: RuleNode, _ nomenclature: Nomenclature) -> Sector {
        node.allowOnly("key", "name", "kinds")
        let kinds = node.strings("kinds")
        for kind in kinds where nomenclature.kind(kind) == nil { node.fail("'\(kind)' is no kind of opd-kinds.yaml") }
        return Sector(key: node.string("key"), name: node.localText("name"), kinds: kinds)
    }
}
