import Model
import Rules

/// Hosts of an imported register, shared out: which of them may be an office's.
public struct HostRegister: Sendable {
    private let finder: CandidateFinder
    private var byOffice: [String: [RegisteredHost]] = [:]
    /// Hosts without an office, by the region their domain belongs to; "" for names of their own.
    private var byRegion: [String: [(host: RegisteredHost, labels: [String])]] = [:]

    /// Hosts proposed for one office at most.
    static let limit = 6

    public init(_ book: RuleBook, hosts: [RegisteredHost]) {
        finder = CandidateFinder(book)
        for host in hosts {
            if let office = host.office {
                byOffice[office, default: []].append(host)
            } else {
                let region = book.domains.judge(host: host.address.host, office: nil).region ?? ""
                byRegion[region, default: []].append((host, finder.naming.leftLabels(of: host.address.host)))
            }
        }
    }

    /// Addresses to try for an office: rows that name it first, then hosts of its region whose label names it, surest
    /// first.
    public func candidates(for target: Target) -> [Candidate] {
        let named = (byOffice[target.code] ?? []).map { ($0, 2.0) }
        let name = OfficeName(target, book: finder.book, reader: finder.reader)
        let near = ((byRegion[target.region] ?? []) + (byRegion[""] ?? [])).map { entry in
            (entry.host, finder.naming.score(leftLabels: entry.labels, office: name))
        }.filter { $0.1 >= 0.5 }
        return (named + near.sorted { $0.1 > $1.1 }).prefix(Self.limit).map {
            Candidate(address: $0.0.address, reason: .register, detail: $0.0.origin)
        }
    }
}
