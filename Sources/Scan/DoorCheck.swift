import Fetch
import Model

/// Asks the four doors of a found site, and what its names say. Three requests more per site at most: what the search
/// asked already is not asked again, and a name that does not resolve costs none.
struct DoorCheck: Sendable {
    let tools: ScanTools

    /// Bytes of a page read at a door; only its head matters.
    private static let bytes = 16_384

    func facts(of site: FoundSite, home: ReadPage) async -> DoorFacts {
        var facts = DoorFacts()
        let host = site.address.hostWithoutWWW
        for name in [host, "www." + host] where site.address.port == nil {
            let dns = await tools.fetcher.resolve(name)
            if name == host || facts.ipv4.isEmpty && facts.ipv6.isEmpty { take(dns, &facts) }
            for scheme in ["http", "https"] {
                guard let address = WebAddress("\(scheme)://\(name)/") else { continue }
                guard dns.hasAddress else {
                    facts.doors.append(.init(address: address, failure: FailureKind(dns: dns.kind)))
                    continue
                }
                facts.doors.append(await door(address, home, &facts))
            }
        }
        facts.canonical = Self.canonical(facts.doors)
        facts.network = (facts.ipv4 + facts.ipv6).first.flatMap { tools.options.networks?.network(of: $0) }
        if let domain = tools.book.suffixes.registrable(host), domain.hasSuffix(".id") {
            facts.domain = await tools.domains.facts(of: domain)
        }
        return facts
    }

    private func take(_ dns: DNSOutcome, _ facts: inout DoorFacts) {
        facts.ipv4 = dns.addresses.filter { !$0.contains(":") }
        facts.ipv6 = dns.addresses.filter { $0.contains(":") }
        facts.aliases = dns.aliases
    }

    private func door(_ address: WebAddress, _ home: ReadPage, _ facts: inout DoorFacts) async -> DoorFacts.Door {
        // The home page came through one of the doors itself.
        if home.fetched.requested.crawlKey == address.crawlKey { return door(address, home.fetched, &facts) }
        let request = FetchRequest(address, maxBytes: Self.bytes)
        switch await tools.fetcher.fetch(request, permit: { [gate = tools.gate] hop in await gate.permit(hop) }) {
        case .failure(let failure): return .init(address: address, failure: failure.kind)
        case .page(let page): return door(address, page, &facts)
        }
    }

    private func door(_ address: WebAddress, _ page: FetchedPage, _ facts: inout DoorFacts) -> DoorFacts.Door {
        if page.address.scheme == "https", facts.hsts == nil { facts.hsts = page.header("strict-transport-security") }
        return .init(
            address: address, status: page.status, final: page.address,
            tls: address.scheme == "https" ? page.tls : nil)
    }

    /// The place most open doors lead to, https before http among equals.
    private static func canonical(_ doors: [DoorFacts.Door]) -> WebAddress? {
        let ends = doors.filter(\.isOpen).compactMap(\.final)
        let votes = Dictionary(grouping: ends, by: \.crawlKey)
        return votes.values.max { left, right in
            (left.count, left[0].scheme == "https" ? 1 : 0, right[0].crawlKey)
                < (right.count, right[0].scheme == "https" ? 1 : 0, left[0].crawlKey)
        }?.first
    }
}
