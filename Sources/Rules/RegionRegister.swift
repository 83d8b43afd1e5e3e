import Model

/// A province, kabupaten or kota with its Kemendagri code (Kepmendagri 300.2.2-2430/2025).
public struct Region: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case provinsi
        case kabupaten
        case kota
    }

    /// `61.12`, or `62` for a province.
    public var code: String
    /// `Kabupaten Kubu Raya`; a province without the word: `Kalimantan Tengah`.
    public var name: String
    public var kind: Kind
    public var provinceCode: String
    /// `kuburayakab.go.id`; nil when no list names one.
    public var portalDomain: String?
    /// Other go.id names seen for the region, older ones mostly.
    public var otherDomains: [String]
    /// Where code and domain come from.
    public var source: String
    /// `listed`: the domain stands in a list of registered names; anything else is less sure.
    public var domainStatus: String
    /// A kota or kabupaten administrasi (Jakarta): part of the province, without offices of its own law.
    public var isAdministrative: Bool

    public init(
        code: String, name: String, kind: Kind, provinceCode: String, portalDomain: String? = nil,
        otherDomains: [String] = [], source: String = "", domainStatus: String = "",
        isAdministrative: Bool = false
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.provinceCode = provinceCode
        self.portalDomain = portalDomain
        self.otherDomains = otherDomains
        self.source = source
        self.domainStatus = domainStatus
        self.isAdministrative = isAdministrative
    }

    /// The name as people say it with its level: `Provinsi Kalimantan Tengah`, `Kabupaten Kubu Raya`.
    public var fullName: String { kind == .provinsi ? "Provinsi " + name : name }

    /// The name without its level: `Kubu Raya`.
    public var bareName: String {
        for prefix in ["Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ", "Provinsi "]
        where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    /// The portal's domain and the others.
    public var domains: [String] { (portalDomain.map { [$0] } ?? []) + otherDomains }

    /// Hours ahead of UTC: 7 WIB, 8 WITA, 9 WIT (Keppres 41/1987 and the later provinces by their parent).
    public var utcOffsetHours: Int {
        switch provinceCode.prefix(2) {
        case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76": 8
        case "81", "82", "91", "92", "93", "94", "95", "96": 9
        default: 7
        }
    }
}

/// The 552 regions, by code and by domain.
public struct RegionRegister: Sendable {
    /// In order of code.
    public let all: [Region]
    private let byCode: [String: Int]
    private let byDomain: [String: Int]

    public init(_ regions: [Region]) {
        all = regions
        var codes: [String: Int] = [:]
        var domains: [String: Int] = [:]
        for (index, region) in regions.enumerated() {
            codes[region.code] = index
            for domain in region.domains where domains[domain] == nil { domains[domain] = index }
        }
        // A portal domain wins over the same name listed as another region's second one.
        for (index, region) in regions.enumerated() {
            if let domain = region.portalDomain { domains[domain] = index }
        }
        byCode = codes
        byDomain = domains
    }

    /// This register with more regions; one of a known code gives that region its domains, before the known ones.
    func including(_ more: [Region]) -> RegionRegister {
        var regions = all
        for region in more {
            guard let index = byCode[region.code] else {
                regions.append(region)
                continue
            }
            let known = regions[index].domains
            regions[index].portalDomain = region.portalDomain ?? regions[index].portalDomain
            regions[index].otherDomains = (region.domains + known).filter { $0 != regions[index].portalDomain }
        }
        return RegionRegister(regions)
    }

    /// The region with a Kemendagri code: `61.12`, `62`.
    public func region(_ code: String) -> Region? { byCode[code].map { all[$0] } }

    /// The region whose domain this host is or lies under.
    public func region(forHost host: String) -> Region? {
        var rest = Substring(host.lowercased())
        if rest.hasSuffix(".") { rest.removeLast() }
        while true {
            if let index = byDomain[String(rest)] { return all[index] }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// Kabupaten and kota of a province.
    public func members(ofProvince code: String) -> [Region] {
        all.filter { $0.provinceCode == code && $0.kind != .provinsi }
    }

    static let file = "regions.csv"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> RegionRegister {
        guard let table = folder.table(file, log: log) else { return RegionRegister([]) }
        let columns = ["code", "name", "kind", "province_code", "portal_domain", "source", "domain_status"]
            .map { table.column($0, log: log) }
        let others = table.column("alt_domains_seen", log: log)
        var regions: [Region] = []
        var seen: Set<String> = []
        for row in table.rows {
            let place = SourcePlace(file: table.file, line: row.line, column: 1)
            let cells = columns.map { row.cells[$0] }
            let administrative = cells[2].hasSuffix("-administrasi")
            guard let kind = Region.Kind(rawValue: String(cells[2].split(separator: "-").first ?? "")) else {
                log.report(place, "kind is '\(cells[2])', expected provinsi, kabupaten or kota")
                continue
            }
            if !seen.insert(cells[0]).inserted { log.report(place, "the code \(cells[0]) stands in an earlier line") }
            regions.append(
                Region(
                    code: cells[0], name: cells[1], kind: kind, provinceCode: cells[3],
                    portalDomain: cells[4].isEmpty ? nil : cells[4],
                    otherDomains: row.cells[others].split(whereSeparator: { " ;|".contains($0) }).map(String.init),
                    source: cells[5], domainStatus: cells[6], isAdministrative: administrative))
        }
        return RegionRegister(regions)
    }
}
