import Fetch
import Model

/// Does every name under a domain resolve? Then a resolving name proves nothing (domain-rules.yaml, wildcard-dns).
actor WildcardProbe {
    private let fetcher: Fetcher
    private var answers: [String: Task<String?, Never>] = [:]

    init(fetcher: Fetcher) { self.fetcher = fetcher }

    func isWildcard(_ domain: String) async -> Bool { await wildcardHost(of: domain) != nil }

    /// Asks for a label nobody would make, once per domain; the name made up, when it resolves all the same.
    func wildcardHost(of domain: String) async -> String? {
        if let known = answers[domain] { return await known.value }
        let task = Task { [fetcher] in
            let label = "ronda-\(String(UInt64.random(in: 1...UInt64.max), radix: 36))"
            let host = "\(label).\(domain)"
            return await fetcher.resolve(host).hasAddress ? host : nil
        }
        answers[domain] = task
        return await task.value
    }
}
