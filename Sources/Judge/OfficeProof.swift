import Model

/// The proof protocol of design section 3.3: the same answer, several times, on several days.
public enum OfficeProof {
    /// Two tries of one round count as two only when they lie at least this far apart: a retry within seconds meets
    /// the same overload, a second pass at the end of the round does not. Five minutes.
    public static let minimalGapSeconds: Double = 300

    /// Days are counted in Western Indonesian time.
    public static let dayOffsetHours = 7

    /// Reasons that say a round counts neither for nor against the office.
    static let incidentReasons: Set<String> = ["shared_server_down", "name_server_down", "own_network_down"]

    /// Moments of the separate tries among the attempts of one round: those on the candidate with the strongest claim
    /// (the listed address before portal links before naming rules), at least the minimal gap apart.
    public static func tries(of attempts: [Attempt]) -> [Timestamp] {
        let counted = attempts.filter { $0.result != .notCounted }
        guard let strongest = counted.map({ CandidateGroups.rank($0.candidate.reason) }).min() else { return [] }
        let leading = counted.filter { CandidateGroups.rank($0.candidate.reason) == strongest }
        let perCandidate = Dictionary(grouping: leading) { CandidateGroups.key(of: $0.candidate.address) }
        let spaced = perCandidate.values.map { spacedOut($0.map(\.at.wholeSecond).sorted()) }
        // Of two that were tried as often, the one tried earlier; the order of a dictionary decides nothing.
        return spaced.max { left, right in
            left.count == right.count ? right.lexicographicallyPrecedes(left) : left.count < right.count
        } ?? []
    }

    /// Folds this round and the earlier ones that said the same, back to when the office was last seen otherwise.
    static func proof(status: OfficeStatus, record: SiteRecord, counts: Bool, history: [PastRound]) -> Proof {
        var tries = counts ? Self.tries(of: record.attempts) : []
        let earlier = history.filter { $0.at < record.startedAt }.sorted { $0.at > $1.at }
        for round in earlier {
            if !round.ownNetworkUp || round.status == .unknown || round.tries.isEmpty { continue }
            guard round.status == status else { break }
            tries += round.tries
        }
        tries.sort()
        let days = Set(tries.map { $0.civil(offsetHours: dayOffsetHours).dateText }).sorted()
        let isEnough = tries.count >= Proof.attemptsNeeded && days.count >= Proof.daysNeeded
        return Proof(
            proven: isProven(status, isEnough: isEnough, record: record), attempts: tries.count, days: days,
            first: tries.first, last: tries.last)
    }

    /// A page that was seen proves itself; a status that names an office in the letter needs repetition, and an
    /// absence needs a portal that was read.
    private static func isProven(_ status: OfficeStatus, isEnough: Bool, record: SiteRecord) -> Bool {
        switch status {
        case .active, .section, .compromised: true
        case .blocked, .unknown: false
        case .missing, .socialOnly: isEnough && record.portalRead != false && record.ownNetworkUp
        case .offDomain, .placeholder, .unreachable: isEnough && record.ownNetworkUp
        }
    }

    private static func spacedOut(_ times: [Timestamp]) -> [Timestamp] {
        var kept: [Timestamp] = []
        for time in times {
            if let last = kept.last, time.seconds(since: last) < minimalGapSeconds { continue }
            kept.append(time)
        }
        return kept
    }
}

extension Timestamp {
    /// As it comes back from a store, which keeps seconds: what is judged from the memory and from the store is the same.
    fileprivate var wholeSecond: Timestamp {
        let part = milliseconds % 1000
        return Timestamp(milliseconds: milliseconds - (part < 0 ? part + 1000 : part))
    }
}
