import Model
import Rules

/// Proposes where an office's site may be: the listed address, the portal's links, then the region's naming habits.
public struct CandidateFinder: Sendable {
    let book: RuleBook
    let reader: MentionReader
    let naming: HostNaming
    let portalDomains: [String: [String]]

    /// - Parameter portalDomains: domains by region code, for regions the register lacks or whose list names another
    ///   portal; they come before the register's.
    public init(_ book: RuleBook, portalDomains: [String: [String]] = [:]) {
        self.book = book
        self.portalDomains = portalDomains
        let gazetteer = RegionGazetteer(book.regions)
        reader = MentionReader(gazetteer: gazetteer)
        naming = HostNaming(book: book, gazetteer: gazetteer)
    }

    /// Addresses to try, strongest claim first, each once; at most `limit` of those that only habit proposes.
    ///
    /// - Parameters:
    ///   - sisters: link pages of other offices, such as a Dinkes that lists its puskesmas.
    ///   - registered: what an imported register or a person names for this office.
    public func candidates(
        for target: Target, portal: PortalDirectory?, sisters: [PortalDirectory] = [], registered: [Candidate] = [],
        limit: Int
    ) -> [Candidate] {
        let name = OfficeName(target, book: book, reader: reader)
        var found: [Candidate] = []
        var seen: Set<String> = []
        func add(_ candidate: Candidate) {
            guard seen.insert(SiteScope.key(of: candidate.address)).inserted else { return }
            found.append(candidate)
        }
        for listed in Self.listed(target) { add(listed) }
        for candidate in portal?.siteCandidates(for: target) ?? [] { add(candidate) }
        for candidate in portal?.sectionCandidates(for: target) ?? [] { add(candidate) }
        for candidate in registered { add(candidate) }
        for sister in sisters {
            for candidate in sister.siteCandidates(for: target) + sister.sectionCandidates(for: target) {
                add(candidate)
            }
        }
        for candidate in Self.named(target) { add(candidate) }
        let claims = Array(found.prefix(Self.claimsLimit))
        found = claims
        for proposal in proposals(for: target, name: name, portal: portal) where found.count < claims.count + limit {
            guard let address = WebAddress("https://" + proposal.host + proposal.path) else { continue }
            add(Candidate(address: address, reason: .namingRule, detail: proposal.detail))
        }
        return found
    }

    /// How many names of habit are worth asking: half as many more where the region has a second domain.
    public func room(for target: Target, portal: PortalDirectory?, limit: Int) -> Int {
        limit > 1 && domains(of: target, portal: portal).count > 1 ? limit + limit / 2 : limit
    }

    /// Claims tried for one office at most: a portal may link to an office from a hundred places.
    static let claimsLimit = 16

    /// Addresses that the list names beside the listed one, as other addresses or as a guess: claims to be tried, that
    /// prove nothing by themselves.
    static func named(_ target: Target) -> [Candidate] {
        ["url_lain", "url_dugaan"].flatMap { column in
            (target.extra[column] ?? "").split { $0.isWhitespace || $0 == "," || $0 == ";" }.compactMap { text in
                address(String(text)).map {
                    Candidate(address: $0, reason: .register, detail: "kolom \(column): \(text)")
                }
            }
        }
    }

    /// The `.go.id` host that the usual naming gives an office of this region, for advice; nil without a domain.
    public func suggestedHost(for target: Target, portal: PortalDirectory? = nil) -> String? {
        suggestedHosts(for: target, portal: portal).first
    }

    /// The same, likeliest first, a few of them.
    public func suggestedHosts(for target: Target, portal: PortalDirectory? = nil) -> [String] {
        let name = OfficeName(target, book: book, reader: reader)
        return proposals(for: target, name: name, portal: portal).lazy.filter { $0.path == "/" }.prefix(5).map(\.host)
    }

    /// The listed addresses, mostly one; a list writes them with or without scheme, two in one cell, and sometimes words
    /// instead of an address.
    static func listed(_ target: Target) -> [Candidate] {
        let text = target.listed?.trimmed ?? ""
        let parts = text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "|" }
        return parts.prefix(4).compactMap { part in
            address(String(part)).map { Candidate(address: $0, reason: .listed, detail: text) }
        }
    }

    private static func address(_ cell: String) -> WebAddress? {
        var text = String(cell.drop { "([<\"'".contains($0) })
        while let last = text.last, ")]>\"'.:".contains(last) { text.removeLast() }
        guard text.contains("."), !text.contains("@") || text.contains("://") else { return nil }
        let full = withScheme(text)
        guard let address = WebAddress(full) else { return nil }
        // The root's dot at the end of a name (RFC 1034, 3.1) is another host to most servers.
        let host = address.host.hasSuffix(".") ? String(address.host.dropLast()) : address.host
        guard host.contains("."), !host.hasSuffix(".") else { return nil }
        return host == address.host ? address : WebAddress(full.replacing(address.host, with: host, maxReplacements: 1))
    }

    /// With a scheme where people left it out, or wrote it as they could: `http//`, `http:/`, `https;//`, two of them.
    private static func withScheme(_ text: String) -> String {
        guard let written = text.prefixMatch(of: /(?:h?t{1,3}ps?[:;\/\\]+)+/.ignoresCase()) else {
            return "https://" + text
        }
        let scheme = written.output.lowercased().contains("s") ? "https://" : "http://"
        return scheme + text[written.range.upperBound...]
    }

    /// Domains of a region, the portal's own first.
    func domains(of target: Target, portal: PortalDirectory?) -> [String] {
        var all = portalDomains[target.region] ?? []
        if let host = portal?.portal.hostWithoutWWW { all.append(host) }
        all += book.regions.region(target.region)?.domains ?? []
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// How the portal itself shortens the office: the last words of the paths of its pages about it.
    private static func pathLabels(of sections: [Candidate]) -> Set<String> {
        Set(sections.compactMap { $0.address.path.split(separator: "/").last?.lowercased() })
    }

    struct Proposal {
        var host: String
        var path = "/"
        var detail: String
        /// How likely the form is, for ordering.
        var weight: Double
    }

    private func proposals(for target: Target, name: OfficeName, portal: PortalDirectory?) -> [Proposal] {
        let domains = domains(of: target, portal: portal)
        let labels = LabelProposer(book: book, naming: naming).labels(for: target, name: name)
        let used = Self.pathLabels(of: portal?.sectionCandidates(for: target) ?? [])
        var all: [Proposal] = []
        for (rank, domain) in domains.enumerated() {
            let factor = rank == 0 ? 1 : 0.12 / Double(rank)
            for label in labels where !label.isSecondLevel {
                all.append(
                    Proposal(
                        host: label.text + "." + domain, path: label.path, detail: label.detail,
                        weight: label.weight * factor * (portal?.habit.factor(label.text) ?? 1)
                            + (used.contains(label.text) ? 50 * factor : 0)))
            }
        }
        for label in labels where label.isSecondLevel {
            all.append(
                Proposal(host: label.text + ".go.id", path: label.path, detail: label.detail, weight: label.weight))
        }
        return all.enumerated()
            .sorted {
                $0.element.weight != $1.element.weight ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
            }
            .map(\.element)
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
