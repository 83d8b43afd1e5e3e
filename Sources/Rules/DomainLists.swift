import Model

/// The lists of `domain-rules.yaml`, read and checked.
struct DomainLists: Sendable {
    struct UnitPrefix: Sendable {
        var prefix: String
        var kind: String
        /// Characters the name behind it needs.
        var minimum: Int
    }

    var officialSuffix = "go.id"
    var levels: [String] = []
    var reservedSuffixes: [String] = []
    var institutions: Set<String> = []
    var institutionPrefixes: [String] = []
    var social: Set<String> = []
    var linkPages: Set<String> = []
    var freeHosting: Set<String> = []
    var freeHostingLabels: Set<String> = []
    var noneWords: Set<String> = []
    var frontPaths: Set<String> = []
    /// Longest first.
    var unitPrefixes: [UnitPrefix] = []
    var unitExceptions: Set<String> = []
    var unitWords: Set<String> = []
    var manyOfficeKinds: Set<String> = []
    var applicationPrefixes: [String] = []
    var applicationLabels: Set<String> = []
    var portalLabels: Set<String> = []
    var abuseWords: Set<String> = []
    var abuseFragments: [String] = []

    static let file = "domain-rules.yaml"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> DomainLists {
        guard let root = folder.yaml(file, log: log) else { return DomainLists() }
        root.allowOnly(
            "legal_basis", "official_suffix", "levels", "reserved_suffixes", "institutions", "institution_prefixes",
            "social_domains", "link_page_domains", "free_hosting_suffixes", "free_hosting_labels", "none_words",
            "front_paths",
            "unit_prefixes", "unit_exceptions", "unit_words", "many_office_kinds", "application_prefixes",
            "application_labels", "portal_labels", "abuse_words", "abuse_fragments")
        func names(_ key: String) -> [String] {
            _ = root.required(key)
            return root.strings(key)
        }
        var lists = DomainLists()
        lists.officialSuffix = root.string("official_suffix")
        lists.levels = levels(root.required("levels"))
        lists.reservedSuffixes = root.required("reserved_suffixes")?.list.map { $0.string("suffix") } ?? []
        lists.institutions = Set(root.required("institutions")?.list.map { $0.string("domain") } ?? [])
        lists.institutionPrefixes = names("institution_prefixes")
        lists.social = Set(names("social_domains"))
        lists.linkPages = Set(names("link_page_domains"))
        lists.freeHosting = Set(names("free_hosting_suffixes"))
        lists.freeHostingLabels = Set(names("free_hosting_labels"))
        lists.noneWords = Set(names("none_words"))
        lists.frontPaths = Set(names("front_paths"))
        lists.unitPrefixes = units(root.required("unit_prefixes"))
        lists.unitExceptions = Set(names("unit_exceptions"))
        lists.unitWords = Set(names("unit_words"))
        lists.manyOfficeKinds = Set(names("many_office_kinds"))
        lists.applicationPrefixes = names("application_prefixes")
        lists.applicationLabels = Set(names("application_labels"))
        lists.portalLabels = Set(names("portal_labels"))
        lists.abuseWords = Set(names("abuse_words"))
        lists.abuseFragments = names("abuse_fragments")
        return lists
    }

    /// Every level of the Model must stand in the file, and no other.
    private static func levels(_ node: RuleNode?) -> [String] {
        let keys = node?.list.map { $0.string("key") } ?? []
        for level in DomainClass.allCases where !keys.contains(level.rawValue) {
            node?.fail("level '\(level.rawValue)' is missing")
        }
        for key in keys where DomainClass(rawValue: key) == nil { node?.fail("unknown level '\(key)'") }
        return keys
    }

    private static func units(_ node: RuleNode?) -> [UnitPrefix] {
        (node?.list ?? []).map { entry in
            UnitPrefix(prefix: entry.string("prefix"), kind: entry.string("kind"), minimum: entry.integer("min"))
        }.sorted { $0.prefix.count > $1.prefix.count }
    }
}
