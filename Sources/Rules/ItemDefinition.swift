import Model

/// What an item is, which law asks for it, and what its absence invites.
public struct ItemDefinition: Sendable, Hashable {
    /// Which part of a service standard it belongs to (PermenPANRB 15/2014).
    public enum Group: String, Sendable, Hashable, CaseIterable, Codable {
        /// Service delivery: must be published to users.
        case serviceDelivery = "SD"
        /// Manufacturing: the office's own process, may be published.
        case manufacturing = "MF"
        /// Not one of the 14 components.
        case other = "OTHER"
    }

    public var key: ItemKey
    public var name: LocalText
    /// `UU 25/2009 Pasal 21 huruf b`.
    public var law: String
    /// How sure the article number is.
    public var lawVerified: Verification
    /// Its article's number was compared with a source that can be read.
    public var isLawSure: Bool { lawVerified == .page || lawVerified == .points }
    public var group: Group
    /// One sentence: which kind of maladministration its absence invites.
    public var why: LocalText
    /// The kinds of maladministration in that sentence.
    public var invites: [Maladministration.Kind] = []
    /// Model wording for the office's own page, in Bahasa Indonesia; `…………` is for the office to fill in.
    public var publish: String = ""

    static let file = "items.yaml"

    /// One per `ItemKey`, in its order; a missing or doubled key is a problem.
    static func read(_ folder: RuleFolder, log: ProblemLog) -> [ItemDefinition] {
        guard let items = folder.yaml(file, log: log)?.required("items") else { return [] }
        return TextTable<ItemKey>.cases(of: items) { key, node in
            node.allowOnly("name", "law", "law_verified", "group", "why", "invites", "publish")
            return ItemDefinition(
                key: key, name: node.localText("name"), law: node.string("law"),
                lawVerified: node.choice("law_verified") ?? .unknown, group: node.choice("group") ?? .other,
                why: node.localText("why"), invites: invites(node), publish: node.string("publish"))
        }.sorted { $0.key < $1.key }
    }

    private static func invites(_ node: RuleNode) -> [Maladministration.Kind] {
        let names = node.strings("invites")
        let kinds = names.compactMap(Maladministration.Kind.init(rawValue:))
        if kinds.isEmpty || kinds.count != names.count {
            node.fail("'invites' must list kinds of maladministration.yaml, at least one")
        }
        return kinds
    }
}
