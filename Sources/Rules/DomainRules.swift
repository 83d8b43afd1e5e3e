import Model

/// What is known of the office whose address is judged.
public struct OfficeHint: Sendable, Hashable {
    /// Nomenclature key, or `portal`.
    public var kind: String?
    /// Region code of the office.
    public var region: String?

    public init(kind: String? = nil, region: String? = nil) {
        self.kind = kind
        self.region = region
    }
}

/// Says what an address says by itself: its level, the kind of office and the region it speaks of.
///
/// It never looks anything up: `compliant` is a good name, not a living site. After redirects the caller judges the
/// last host; a site that sends its readers outside go.id is judged by where they end.
public struct DomainRules: Sendable {
    private let lists: DomainLists
    private let labels: DomainLabelReader
    private var regions: DomainRegions
    private let suffixes: PublicSuffixList

    init(lists: DomainLists, regions: RegionRegister, nomenclature: Nomenclature, suffixes: PublicSuffixList) {
        self.lists = lists
        self.labels = DomainLabelReader(nomenclature: nomenclature, lists: lists)
        self.regions = DomainRegions(regions)
        self.suffixes = suffixes
    }

    /// The same rules over other regions.
    func over(_ register: RegionRegister) -> DomainRules {
        var copy = self
        copy.regions = DomainRegions(register)
        return copy
    }

    static func read(
        _ folder: RuleFolder, regions: RegionRegister, nomenclature: Nomenclature, suffixes: PublicSuffixList,
        log: ProblemLog
    ) -> DomainRules {
        let lists = DomainLists.read(folder, log: log)
        for unit in lists.unitPrefixes where nomenclature.kind(unit.kind) == nil {
            log.report(
                SourcePlace(file: folder.path + "/" + DomainLists.file, line: 1, column: 1),
                "unit_prefixes: kind '\(unit.kind)' is not defined in \(Nomenclature.file)")
        }
        return DomainRules(lists: lists, regions: regions, nomenclature: nomenclature, suffixes: suffixes)
    }

    /// Judges what the address cell of a list holds: a bare host, a host with port, a URL, or nothing.
    public func judge(host text: String, office: OfficeHint? = nil) -> HostJudgement {
        switch DomainCell(text, noneWords: lists.noneWords) {
        case .none: return HostJudgement(host: "", domainClass: .missing, form: "none")
        case .email: return HostJudgement(host: "", domainClass: .missing, form: "email")
        case .badSyntax: return HostJudgement(host: text, domainClass: .nonCompliant, form: "bad_syntax")
        case .address(let host, let address):
            var judgement = judge(host: host, address: address, office: office)
            judgement.registrable = address.hasLiteralHost ? nil : suffixes.registrable(host)
            return judgement
        }
    }

    /// Whether a host is a page of a social network, by name alone.
    public func isSocial(_ host: String) -> Bool { Self.owners(of: host).contains(where: lists.social.contains) }

    /// The host and every domain above it.
    private static func owners(of host: String) -> [String] {
        sequence(first: host[...]) { rest in
            rest.firstIndex(of: ".").map { rest[rest.index(after: $0)...] }
        }.map(String.init)
    }

    /// Judges an address that was fetched or linked to.
    public func judge(_ address: WebAddress, office: OfficeHint? = nil) -> HostJudgement {
        judge(host: address.description, office: office)
    }

    private func judge(host: String, address: WebAddress, office: OfficeHint?) -> HostJudgement {
        if address.hasLiteralHost { return HostJudgement(host: host, domainClass: .nonCompliant, form: "ip_literal") }
        if host == lists.officialSuffix {
            return HostJudgement(host: host, domainClass: .nonCompliant, form: "public_suffix")
        }
        if host.hasSuffix("." + lists.officialSuffix) { return official(host, address: address, office: office) }
        return elsewhere(host)
    }

    // MARK: Under go.id

    private func official(_ host: String, address: WebAddress, office: OfficeHint?) -> HostJudgement {
        guard let (region, domain) = regions.owner(of: host) else { return ownName(host) }
        let names = host.dropLast(domain.count + (host == domain ? 0 : 1)).split(separator: ".").map(String.init)
        let kinds = names.lazy.map { regions.kinds($0, labels) }.first { !$0.isEmpty } ?? []
        let kind = kinds.first { $0 == office?.kind } ?? kinds.first
        func result(_ level: DomainClass, _ form: String) -> HostJudgement {
            HostJudgement(host: host, domainClass: level, kind: kind, region: region, form: form)
        }
        let isPortalOffice = office?.kind.map(Nomenclature.portalKinds.contains) ?? false
        if let first = names.first {
            if labels.isAbuse(first) { return result(.notAProfileSite, "abuse_suspect") }
            let isPortalLabel = isPortalOffice && names.count == 1 && lists.portalLabels.contains(first)
            if !isPortalLabel, labels.isApplication(first) { return result(.notAProfileSite, "application") }
        }
        if let other = office?.region.map(Self.regionPart), other != region, !regions.hasNoOther(domain, than: other) {
            return result(.partial, "other_region")
        }
        let isFront = lists.frontPaths.contains(address.path.lowercased()) && (address.query ?? "").isEmpty
        if names.isEmpty { return portal(result, isFront: isFront, office: office) }
        if isShared(names, kinds: kinds, isFront: isFront, office: office) {
            return result(.compliantShared, "section_of_other_office")
        }
        return result(.compliant, names.count > 1 ? "unit_below_opd" : "subdomain")
    }

    /// The region's portal: its own site, a section of it, or the bare portal given for an office.
    private func portal(
        _ result: (DomainClass, String) -> HostJudgement, isFront: Bool, office: OfficeHint?
    ) -> HostJudgement {
        if let kind = office?.kind, !Nomenclature.portalKinds.contains(kind) {
            return isFront ? result(.notAProfileSite, "portal_for_office") : result(.compliantShared, "portal_section")
        }
        return isFront || office?.kind != nil
            ? result(.compliant, "portal") : result(.compliantShared, "portal_section")
    }

    /// Whether the address is a place in the site of another office: a path of it, or the site of all of a kind.
    private func isShared(_ names: [String], kinds: [String], isFront: Bool, office: OfficeHint?) -> Bool {
        guard let kind = office?.kind, !Nomenclature.portalKinds.contains(kind), !kinds.isEmpty else { return false }
        if !kinds.contains(kind) { return !isFront || lists.manyOfficeKinds.contains(kind) }
        return names.count == 1 && labels.isSharedPortal(names[0]) && lists.manyOfficeKinds.contains(kind)
    }

    /// A second-level name of its own, outside every region's domain.
    private func ownName(_ host: String) -> HostJudgement {
        let domain = suffixes.registrable(host) ?? host
        let name = String(domain.dropLast(lists.officialSuffix.count + 1))
        if lists.institutions.contains(domain) || lists.institutionPrefixes.contains(where: name.hasPrefix) {
            return HostJudgement(host: host, domainClass: .wrongClass, form: "institution")
        }
        let own = regions.ownName(name, labels)
        let form = own.kinds.isEmpty ? "unknown_go_id" : "own_second_level"
        if let first = host.split(separator: ".").first.map(String.init), labels.isAbuse(first) {
            return HostJudgement(
                host: host, domainClass: .notAProfileSite, kind: own.kinds.first, region: own.region,
                form: "abuse_suspect")
        }
        return HostJudgement(
            host: host, domainClass: .partial, kind: own.kinds.first, region: own.region, form: form)
    }

    // MARK: Elsewhere

    private func elsewhere(_ host: String) -> HostJudgement {
        let owners = Self.owners(of: host)
        if owners.contains(where: lists.reservedSuffixes.contains) {
            return HostJudgement(host: host, domainClass: .wrongClass, form: "reserved_suffix")
        }
        let form: String =
            if owners.contains(where: lists.social.contains) {
                "social"
            } else if owners.contains(where: lists.linkPages.contains) {
                "link_page"
            } else if owners.contains(where: lists.freeHosting.contains) || isFreeLabel(host) {
                "free_hosting"
            } else if isLookalike(host) {
                "lookalike"
            } else {
                "private_name"
            }
        return HostJudgement(host: host, domainClass: .nonCompliant, form: form)
    }

    /// `dinkes.blogspot.sg`: the label before the suffix is a free host's; the name `wordpress` itself may stand in front.
    private func isFreeLabel(_ host: String) -> Bool {
        host.split(separator: ".").dropFirst().dropLast().contains { lists.freeHostingLabels.contains(String($0)) }
    }

    /// A name made to be taken for a go.id name: the suffix inside it, or Latin letters mixed with Greek or Cyrillic ones.
    private func isLookalike(_ host: String) -> Bool {
        let suffix = lists.officialSuffix
        let marks = [suffix + ".", suffix.replacing(".", with: "-")]
        if marks.contains(where: { mark in
            host.hasPrefix(mark) || host.contains("." + mark) || host.contains("-" + mark)
        }) {
            return true
        }
        if host.hasSuffix(suffix) && !host.hasSuffix("." + suffix) { return true }
        return IDNA.toUnicode(host).split(separator: ".").contains { label in
            let letters = label.unicodeScalars.filter { $0.properties.isAlphabetic }
            return letters.contains(where: \.isASCII) && letters.contains { (0x0370...0x052F).contains($0.value) }
        }
    }

    /// The region's own code in a longer one: `61.12` of `61.12.03`.
    private static func regionPart(_ code: String) -> String {
        code.split(separator: ".").prefix(2).joined(separator: ".")
    }
}
