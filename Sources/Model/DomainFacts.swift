/// What the name servers say of a site's domain beside its addresses: who answers for it, and for its mail.
///
/// Looked up once per domain and round. A question that got no answer stands in `unanswered`; nothing is said of it.
public struct DomainFacts: Sendable, Hashable, Codable {
    /// The registrable domain that was asked for.
    public var domain: String
    /// Name servers (NS, RFC 1035), in alphabetical order.
    public var nameServers: [String] = []
    /// Mail servers (MX, RFC 5321), the preferred first; `.` alone says that no mail is taken (RFC 7505).
    public var mail: [String] = []
    /// The SPF record (RFC 7208), as written; nil without one.
    public var spf: String?
    /// The DMARC record (RFC 7489), as written; nil without one.
    public var dmarc: String?
    /// Record types whose question got no answer: `NS`, `MX`, `SPF`, `DMARC`.
    public var unanswered: [String] = []

    public init(domain: String) { self.domain = domain }

    /// The policy of the DMARC record: `none`, `quarantine`, `reject`; nil without one.
    public var dmarcPolicy: String? {
        dmarc?.split(separator: ";").lazy.map { $0.filter { $0 != " " }.lowercased() }
            .first { $0.hasPrefix("p=") }.map { String($0.dropFirst(2)) }
    }
}

/// The network that serves an address, by an offline table (`--asn`).
public struct HostingNetwork: Sendable, Hashable, Codable {
    /// Number of the autonomous system (RFC 4271).
    public var number: Int
    public var country: String
    public var name: String

    public init(number: Int, country: String, name: String) {
        self.number = number
        self.country = country
        self.name = name
    }
}
