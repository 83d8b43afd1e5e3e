import Model

/// What a site's robots.txt asks of crawlers (RFC 9309), with the Crawl-delay and Sitemap lines many sites add.
///
/// It reads bytes and answers questions; whether an unreachable robots.txt means yes or no is the caller's business.
public struct RobotsPolicy: Sendable {
    /// Bytes read of a robots.txt; what follows does not count (RFC 9309, section 2.5).
    public static let byteLimit = 500 * 1024

    /// Values of the Sitemap lines as written, in the order of the file. They belong to no group.
    public let sitemaps: [String]

    private let groups: [RobotsGroup]

    public init(body: [UInt8]) {
        var reader = RobotsReader()
        reader.read(body.prefix(Self.byteLimit))
        groups = reader.groups
        sitemaps = reader.sitemaps
    }

    /// Whether a crawler with this product token may ask for an address. `/robots.txt` itself always may be asked for.
    public func allows(agent: String, address: WebAddress) -> Bool {
        if address.path == "/robots.txt" { return true }
        let target = RobotsPattern.normalForm(Array(address.requestTarget.utf8))
        var best: RobotsRule?
        for rule in groups(for: agent).flatMap(\.rules) where rule.pattern.matches(target) {
            guard let held = best else {
                best = rule
                continue
            }
            // The longest pattern decides; of two equal ones the one that allows (section 2.2.2).
            if rule.pattern.length > held.pattern.length || rule.pattern.length == held.pattern.length && rule.allows {
                best = rule
            }
        }
        return best?.allows ?? true
    }

    /// Seconds asked for between two requests; nil when the crawler's groups name none.
    public func crawlDelay(agent: String) -> Double? {
        let token = agent.lowercased()
        let isNamed = groups.contains { $0.agents.contains(token) }
        return groups.lazy.compactMap { $0.crawlDelays[isNamed ? token : "*"] }.first
    }

    /// The groups of a product token, else those of everybody; all of them count as one (section 2.2.1).
    private func groups(for agent: String) -> [RobotsGroup] {
        let token = agent.lowercased()
        let own = groups.filter { $0.agents.contains(token) }
        return own.isEmpty ? groups.filter { $0.agents.contains("*") } : own
    }
}

/// One group of a robots.txt: for whom, and what.
struct RobotsGroup: Sendable {
    /// Product tokens in lower case, `*` for everybody.
    var agents: [String] = []
    var rules: [RobotsRule] = []
    /// Seconds by product token. Crawl-delay is no rule of the RFC and does not end the list of agents, so a delay is for
    /// the tokens that stood before its line, not for those that follow.
    var crawlDelays: [String: Double] = [:]
}

/// An Allow or Disallow line.
struct RobotsRule: Sendable {
    let allows: Bool
    let pattern: RobotsPattern
}
