import Model

/// Trouble that is nobody's guilt: many offices of one server or one name server failing together.
public enum IncidentFinder {
    /// Offices that must fail together before it is an incident.
    public static let officesNeeded = 3

    /// The incidents of a round, by what its records say of each other.
    ///
    /// - Parameters:
    ///   - records: all records of the round.
    ///   - registrable: registrable domain of a host (public suffix list); by default the last three labels of a
    ///     `.id` name and the last two of any other.
    public static func incidents(
        in records: [SiteRecord], registrable: (String) -> String? = Self.lastLabels
    ) -> [Incident] {
        let trouble = records.flatMap { record in
            record.attempts.map { Event(office: record.target.code, attempt: $0) }
        }
        return ownNetwork(records) + sharedServers(trouble) + nameServers(trouble, registrable) + wildcards(records)
    }

    private struct Event {
        var office: String
        var attempt: Attempt
    }

    /// Records made while the control hosts were silent, joined into stretches of time.
    private static func ownNetwork(_ records: [SiteRecord]) -> [Incident] {
        let down = records.filter { !$0.ownNetworkUp }.sorted { $0.startedAt < $1.startedAt }
        var found: [Incident] = []
        for record in down {
            if let last = found.last, let end = last.endedAt, record.startedAt <= end {
                found[found.count - 1].endedAt = max(end, record.finishedAt)
                found[found.count - 1].offices.append(record.target.code)
            } else {
                found.append(
                    Incident(
                        kind: .ownNetworkDown, subject: "", startedAt: record.startedAt, endedAt: record.finishedAt,
                        offices: [record.target.code]))
            }
        }
        return found
    }

    /// One IP, at least three offices, failures below HTTP or 5xx, and not one page from that IP meanwhile.
    private static func sharedServers(_ events: [Event]) -> [Incident] {
        let byIP = Dictionary(grouping: events.filter { ip(of: $0.attempt) != nil }) { ip(of: $0.attempt) ?? "" }
        return byIP.keys.sorted().compactMap { ip in
            let here = byIP[ip] ?? []
            let failed = here.filter { isServerFailure($0.attempt) }
            // One site on which several offices depend is a site that fails, not a server that does.
            guard Set(failed.map(\.attempt.candidate.address.hostWithoutWWW)).count >= officesNeeded else { return nil }
            guard let first = failed.map(\.attempt.at).min(), let last = failed.map(\.attempt.at).max() else {
                return nil
            }
            let alive = here.contains { isAlive($0.attempt) && $0.attempt.at >= first && $0.attempt.at <= last }
            // A server that came back counts for the stretch in which it was silent; one that answered in the middle
            // of it was up, and the hosts failed for themselves.
            return alive ? nil : incident(.sharedServerDown, ip, failed)
        }
    }

    private static func nameServers(_ events: [Event], _ registrable: (String) -> String?) -> [Incident] {
        let asked = events.filter { $0.attempt.dns != nil || $0.attempt.failure.map(isNameFailure) == true }
        let byDomain = Dictionary(grouping: asked) { registrable($0.attempt.candidate.address.host) ?? "" }
        return byDomain.keys.sorted().compactMap { domain in
            guard !domain.isEmpty, let here = byDomain[domain] else { return nil }
            let failed = here.filter { $0.attempt.failure.map(isNameFailure) == true }
            let hosts = Set(failed.map(\.attempt.candidate.address.hostWithoutWWW))
            guard hosts.count >= officesNeeded else { return nil }
            return incident(.nameServerDown, domain, failed)
        }
    }

    private static func wildcards(_ records: [SiteRecord]) -> [Incident] {
        let byRegion = Dictionary(grouping: records.filter(\.wildcardDNS), by: \.target.region)
        return byRegion.keys.sorted().compactMap { region in
            guard let here = byRegion[region], let first = here.map(\.startedAt).min() else { return nil }
            return Incident(
                kind: .wildcardDNS, subject: region, startedAt: first, endedAt: here.map(\.finishedAt).max(),
                offices: here.map(\.target.code).sorted())
        }
    }

    private static func incident(_ kind: Incident.Kind, _ subject: String, _ events: [Event]) -> Incident? {
        let offices = Set(events.map(\.office)).sorted()
        guard offices.count >= officesNeeded || kind == .nameServerDown, let first = events.map(\.attempt.at).min()
        else { return nil }
        return Incident(
            kind: kind, subject: subject, startedAt: first, endedAt: events.map(\.attempt.at).max(), offices: offices)
    }

    private static func ip(of attempt: Attempt) -> String? { attempt.ip ?? attempt.dns?.addresses.first }

    /// An HTTP answer below 500 came from the address.
    private static func isAlive(_ attempt: Attempt) -> Bool {
        attempt.failure == nil && attempt.status.map { $0 < 500 } == true
    }

    private static func isServerFailure(_ attempt: Attempt) -> Bool {
        guard attempt.result == .unreachable else { return false }
        switch attempt.failure {
        case .connectRefused, .connectTimeout, .hostUnreachable, .connectionReset, .closedEarly, .emptyReply,
            .tlsTimeout, .tlsHandshake, .firstByteTimeout, .stalled, .totalTimeout:
            return true
        case nil: return attempt.status.map { $0 >= 500 } == true
        default: return false
        }
    }

    private static func isNameFailure(_ kind: FailureKind) -> Bool {
        switch kind {
        case .dnsServFail, .dnsTimeout, .dnsRefused, .dnsMalformed: true
        default: false
        }
    }

    public static func lastLabels(_ host: String) -> String? {
        let labels = host.split(separator: ".")
        let count = host.hasSuffix(".id") ? 3 : 2
        return labels.count >= count ? labels.suffix(count).joined(separator: ".") : nil
    }
}
