import Model
import Rules

extension RuleBook {
    /// The rules with the regions that rows of kind `portal` bring along: also for codes that the register lacks.
    public func including(portals: [Target]) -> RuleBook { including(portals.compactMap(region)) }

    private func region(of portal: Target) -> Region? {
        guard portal.isPortal, !portal.region.isEmpty, let address = portal.listedAddress else { return nil }
        let domain = domain(of: address, region: portal.region)
        if var known = regions.region(portal.region) {
            known.portalDomain = domain
            known.otherDomains = []
            return known
        }
        let name = Self.regionName(from: portal.name)
        return Region(
            code: portal.region, name: name, kind: Self.kind(code: portal.region, name: name),
            provinceCode: String(portal.region.prefix { $0 != "." }), portalDomain: domain, source: "list")
    }

    /// The domain the offices hang below: the registrable one, unless that is another region's own
    /// (`barat.jakarta.go.id` lies below the province's).
    private func domain(of portal: WebAddress, region: String) -> String {
        let host = portal.hostWithoutWWW
        guard let registrable = suffixes.registrable(host) else { return host }
        let owner = regions.region(forHost: registrable)
        return owner == nil || owner?.code == region ? registrable : host
    }

    /// `Portal Pemerintah Kabupaten X` is about `Kabupaten X`.
    static func regionName(from portal: String) -> String {
        let words = portal.split(separator: " ")
        let head: Set<String> = [
            "portal", "pemerintah", "resmi", "website", "situs", "laman", "daerah", "pemkab", "pemkot",
        ]
        let rest = words.drop { head.contains($0.lowercased()) }
        return rest.isEmpty ? portal : rest.joined(separator: " ")
    }

    private static func kind(code: String, name: String) -> Region.Kind {
        guard code.contains(".") else { return .provinsi }
        return name.lowercased().hasPrefix("kota ") ? .kota : .kabupaten
    }
}

extension Target {
    /// The listed address, with https where the list gives a bare host.
    var listedAddress: WebAddress? {
        guard let listed else { return nil }
        return WebAddress(listed.contains("://") ? listed : "https://\(listed)")
    }
}
