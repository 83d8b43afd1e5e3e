import Discovery
import Fetch
import Model

/// Does every name under a domain resolve? Then a resolving name proves nothing (domain-rules.yaml, wildcard-dns).
struct WildcardProbe: Sendable {
    private let fetcher: Fetcher
    private let answers = AskedOnce<String?>()
    private let pages = AskedOnce<WildcardAnswer?>()

    init(fetcher: Fetcher) { self.fetcher = fetcher }

    func isWildcard(_ domain: String) async -> Bool { await wildcardHost(of: domain) != nil }

    /// Asks for a label nobody would make, once per domain; the name made up, when it resolves all the same.
    func wildcardHost(of domain: String) async -> String? {
        await answers.answer(domain) { [fetcher] in
            let label = "ronda-\(String(UInt64.random(in: 1...UInt64.max), radix: 36))"
            let host = "\(label).\(domain)"
            return await fetcher.resolve(host).hasAddress ? host : nil
        }
    }

    /// What any name under the domain of an address answers by that scheme, asked once; nil where names are told apart,
    /// and for the domain itself.
    func answer(
        to address: WebAddress, under domain: String, _ read: @escaping @Sendable (WebAddress) async -> WildcardAnswer?
    ) async -> WildcardAnswer? {
        guard domain != address.host, let host = await wildcardHost(of: domain),
            let random = WebAddress("\(address.scheme)://\(host)/")
        else { return nil }
        let key = "\(address.scheme)://\(domain)"
        return await pages.answer(key) { await read(random) }
    }
}

/// What a name that nobody made answers under a domain whose name servers know every name.
struct WildcardAnswer: Sendable {
    var status: Int
    var ip: String?
    var fingerprint: PageFingerprint
}
