import Model

/// Takes the records of a round one by one and keeps of each only what can become an incident: a round of the nation has
/// half a million attempts, most of which went well or met a name that is not there.
public struct IncidentLedger {
    /// A failed attempt.
    private struct Failure {
        var office: String
        /// Without `www.`.
        var host: String
        var at: Timestamp
    }

    private struct Server {
        var failed: [Failure] = []
        /// When it answered below 500.
        var alive: [Timestamp] = []
    }

    /// What was seen of an office while our own network was down, or of a region whose every name resolves.
    private struct Stretch {
        var office: String
        var start: Timestamp
        var end: Timestamp
    }

    private let registrable: (String) -> String?
    private var servers: [String: Server] = [:]
    private var nameServers: [String: [Failure]] = [:]
    private var down: [Stretch] = []
    private var wildcards: [String: [Stretch]] = [:]

    /// - Parameter registrable: registrable domain of a host (public suffix list).
    public init(registrable: @escaping (String) -> String?) { self.registrable = registrable }

    public mutating func add(_ record: SiteRecord) {
        for attempt in record.attempts { add(attempt, of: record.target.code) }
        let stretch = Stretch(office: record.target.code, start: record.startedAt, end: record.finishedAt)
        if !record.ownNetworkUp { down.append(stretch) }
        if record.wildcardDNS { wildcards[record.target.region, default: []].append(stretch) }
    }

    private mutating func add(_ attempt: Attempt, of office: String) {
        let host = attempt.candidate.address.hostWithoutWWW
        if let ip = IncidentFinder.ip(of: attempt) {
            if IncidentFinder.isServerFailure(attempt) {
                servers[ip, default: Server()].failed.append(Failure(office: office, host: host, at: attempt.at))
            }
            if IncidentFinder.isAlive(attempt) { servers[ip, default: Server()].alive.append(attempt.at) }
        }
        if attempt.failure.map(IncidentFinder.isNameFailure) == true,
            let domain = registrable(attempt.candidate.address.host), !domain.isEmpty
        {
            nameServers[domain, default: []].append(Failure(office: office, host: host, at: attempt.at))
        }
    }

    /// The incidents of all records taken.
    public func incidents() -> [Incident] { ownNetwork() + sharedServers() + deadNameServers() + wildcardRegions() }

    /// Records made while the control hosts were silent, joined into stretches of time.
    private func ownNetwork() -> [Incident] {
        var found: [Incident] = []
        for record in down.sorted(by: { ($0.start, $0.office) < ($1.start, $1.office) }) {
            if let last = found.last, let end = last.endedAt, record.start <= end {
                found[found.count - 1].endedAt = max(end, record.end)
                found[found.count - 1].offices.append(record.office)
            } else {
                found.append(
                    Incident(
                        kind: .ownNetworkDown, subject: "", startedAt: record.start, endedAt: record.end,
                        offices: [record.office]))
            }
        }
        return found
    }

    /// One IP, at least three offices, failures below HTTP or 5xx, and not one page from that IP meanwhile.
    private func sharedServers() -> [Incident] {
        servers.keys.sorted().compactMap { ip in
            guard let server = servers[ip],
                // One site on which several offices depend is a site that fails, not a server that does.
                Set(server.failed.map(\.host)).count >= IncidentFinder.officesNeeded,
                let first = server.failed.map(\.at).min(), let last = server.failed.map(\.at).max()
            else { return nil }
            // A server that came back counts for the stretch in which it was silent; one that answered in the middle
            // of it was up, and the hosts failed for themselves.
            if server.alive.contains(where: { $0 >= first && $0 <= last }) { return nil }
            return Self.incident(.sharedServerDown, ip, server.failed)
        }
    }

    private func deadNameServers() -> [Incident] {
        nameServers.keys.sorted().compactMap { domain in
            let failed = nameServers[domain] ?? []
            guard Set(failed.map(\.host)).count >= IncidentFinder.officesNeeded else { return nil }
            return Self.incident(.nameServerDown, domain, failed)
        }
    }

    private func wildcardRegions() -> [Incident] {
        wildcards.keys.sorted().compactMap { region in
            guard let here = wildcards[region], let first = here.map(\.start).min() else { return nil }
            return Incident(
                kind: .wildcardDNS, subject: region, startedAt: first, endedAt: here.map(\.end).max(),
                offices: here.map(\.office).sorted())
        }
    }

    private static func incident(_ kind: Incident.Kind, _ subject: String, _ failed: [Failure]) -> Incident? {
        let offices = Set(failed.map(\.office)).sorted()
        guard offices.count >= IncidentFinder.officesNeeded || kind == .nameServerDown,
            let first = failed.map(\.at).min()
        else { return nil }
        return Incident(
            kind: kind, subject: subject, startedAt: first, endedAt: failed.map(\.at).max(), offices: offices)
    }
}
