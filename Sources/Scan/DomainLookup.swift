import Fetch
import Model

/// Asks for a domain's name servers and mail records, once per domain and round, however many of its sites ask.
actor DomainLookup {
    private let fetcher: Fetcher
    private var known: [String: Task<DomainFacts?, Never>] = [:]

    init(fetcher: Fetcher) { self.fetcher = fetcher }

    /// Four questions at most: NS, MX and TXT of the domain, TXT of `_dmarc` below it.
    ///
    /// - Returns: nil when none of them got an answer.
    func facts(of domain: String) async -> DomainFacts? {
        if let task = known[domain] { return await task.value }
        let task = Task { [fetcher] in await Self.ask(domain, fetcher) }
        known[domain] = task
        return await task.value
    }

    private static func ask(_ domain: String, _ fetcher: Fetcher) async -> DomainFacts? {
        async let names = fetcher.records(of: domain, type: .ns)
        async let mail = fetcher.records(of: domain, type: .mx)
        async let texts = fetcher.records(of: domain, type: .txt)
        async let policies = fetcher.records(of: "_dmarc." + domain, type: .txt)
        var facts = DomainFacts(domain: domain)
        func records(_ answer: RecordAnswer, _ label: String) -> [String] {
            if case .records(let texts) = answer { return texts }
            facts.unanswered.append(label)
            return []
        }
        facts.nameServers = records(await names, "NS").sorted()
        facts.mail = sorted(records(await mail, "MX"))
        facts.spf = records(await texts, "SPF").first { $0.lowercased().hasPrefix("v=spf1") }
        facts.dmarc = records(await policies, "DMARC").first { $0.lowercased().hasPrefix("v=dmarc1") }
        return facts.unanswered.count < 4 ? facts : nil
    }

    /// Hosts by preference, which is then left out.
    private static func sorted(_ records: [String]) -> [String] {
        let pairs = records.map { record -> (Int, String) in
            let parts = record.split(separator: " ", maxSplits: 1)
            return (parts.first.flatMap { Int($0) } ?? 0, parts.last.map(String.init) ?? "")
        }
        return pairs.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }
}
