/// The regions by the names their domains carry.
struct DomainRegions: Sendable {
    private let byDomain: [String: String]
    /// Domains of each region.
    private let domains: [String: [String]]
    /// Names met inside own second-level names, with the codes that may be meant.
    private let byAlias: [String: Set<String>]

    init(_ register: RegionRegister) {
        var domains: [String: String] = [:]
        var exact: [String: Set<String>] = [:]
        var bare: [String: Set<String>] = [:]
        for region in register.all {
            for domain in region.otherDomains where domains[domain] == nil { domains[domain] = region.code }
        }
        for region in register.all {
            if let domain = region.portalDomain { domains[domain] = region.code }
        }
        for (domain, code) in domains {
            guard let name = domain.split(separator: ".").first.map(String.init),
                domain.split(separator: ".").count == 3
            else { continue }
            exact[name, default: []].insert(code)
            for affix in Self.affixes {
                if name.hasSuffix(affix) { bare[String(name.dropLast(affix.count)), default: []].insert(code) }
                if name.hasPrefix(affix) { bare[String(name.dropFirst(affix.count)), default: []].insert(code) }
            }
        }
        // A bare name that is also somebody's domain may mean either.
        byAlias = exact.merging(bare.filter { $0.key.count >= 3 }) { $0.union($1) }
        byDomain = domains
        self.domains = Dictionary(grouping: domains.keys) { domains[$0] ?? "" }
    }

    /// Words of the level of a region at an end of its name.
    private static let affixes = ["prov", "kab", "kota", "pemkab", "pemko", "pemkot", "pemprov"]

    /// The region whose domain the host is or lies under, and that domain.
    func owner(of host: String) -> (region: String, domain: String)? {
        var rest = host[...]
        while true {
            if let code = byDomain[String(rest)] { return (code, String(rest)) }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// Whether a region's own domains all lie under this one, as those of the five kota administrasi of Jakarta do: its
    /// offices are at home there.
    func hasNoOther(_ domain: String, than region: String) -> Bool {
        guard let own = domains[region], !own.isEmpty else { return false }
        return own.allSatisfy { $0.hasSuffix("." + domain) }
    }

    /// Kinds of office a label speaks of, also when it repeats a region's name: `dinkeskuburaya.kuburayakab.go.id`.
    func kinds(_ label: String, _ labels: DomainLabelReader) -> [String] {
        let own = labels.kinds(label)
        return own.isEmpty ? ownName(label, labels).kinds : own
    }

    /// Reads `bkpsdm-kotimkab`: an office's label followed by a region's name. The region is nil when two may be meant.
    func ownName(_ name: String, _ labels: DomainLabelReader) -> (kinds: [String], region: String?) {
        for start in name.indices.dropFirst() {
            guard let codes = byAlias[String(name[start...])] else { continue }
            var head = name[..<start]
            if head.hasSuffix("-") { head.removeLast() }
            let kinds = labels.kinds(String(head))
            if !kinds.isEmpty { return (kinds, codes.count == 1 ? codes.first : nil) }
        }
        return (labels.kinds(name), nil)
    }
}
