import Model

/// The attempts of one round, folded to one answer per candidate.
struct CandidateGroups {
    /// The answer that stands for a candidate, and every attempt on it.
    struct Group {
        var answer: Attempt
        var attempts: [Attempt]
        var result: Attempt.Result { answer.result }
        var reason: Candidate.Reason { answer.candidate.reason }

        /// Somebody official says that this is the office's address.
        var isClaimed: Bool {
            switch reason {
            case .listed, .portalLink, .redirect: true
            case .register, .sitemap, .sisterLink, .namingRule: false
            }
        }
    }

    /// Strongest claim first; attempts that count for nothing left out.
    let groups: [Group]

    init(_ attempts: [Attempt]) {
        var order: [String] = []
        var byKey: [String: [Attempt]] = [:]
        for attempt in attempts.map(Self.plain) where attempt.result != .notCounted {
            let key = Self.key(of: attempt.candidate.address)
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(attempt)
        }
        let folded = order.compactMap { key in byKey[key].flatMap(Self.fold) }
        groups = folded.enumerated()
            .sorted { (Self.rank($0.element.reason), $0.offset) < (Self.rank($1.element.reason), $1.offset) }
            .map(\.element)
    }

    /// A robots.txt that could not be had forbids nothing and says nothing: the host did not answer.
    private static func plain(_ attempt: Attempt) -> Attempt {
        guard attempt.result == .blocked, attempt.failure == .robotsUnreachable else { return attempt }
        var attempt = attempt
        attempt.result = .unreachable
        return attempt
    }

    /// One candidate, whatever the scheme and `www.` it was tried with.
    static func key(of address: WebAddress) -> String {
        var path = address.requestTarget
        if path.hasSuffix("/") { path.removeLast() }
        return address.hostWithoutWWW + (address.port.map { ":\($0)" } ?? "") + path
    }

    /// Position of a reason, strongest claim first.
    static func rank(_ reason: Candidate.Reason) -> Int { Candidate.Reason.allCases.firstIndex(of: reason) ?? 99 }

    /// An answer beats a silence whenever it came. Between silences, one met by an existing name beats "no such name":
    /// a name that had an address a minute ago has not proven its absence.
    private static func fold(_ attempts: [Attempt]) -> Group? {
        let sorted = attempts.sorted { $0.at < $1.at }
        let strongest = sorted.min { rank($0.candidate.reason) < rank($1.candidate.reason) }?.candidate
        let answered = sorted.last { isAnswer($0.result) }
        let silent = sorted.last { $0.result == .unreachable }
        let silentWithAddress = sorted.last { $0.result == .unreachable && $0.dns?.hasAddress != false }
        let noName = sorted.last { $0.result == .noSuchName }
        let chosen: Attempt?
        if let answered {
            chosen = answered
        } else if let silentWithAddress, !isNameFailure(silentWithAddress) {
            chosen = silentWithAddress
        } else {
            chosen = [silent, noName].compactMap { $0 }.max { $0.at < $1.at }
        }
        guard var answer = chosen, let strongest else { return nil }
        answer.candidate = strongest
        return Group(answer: answer, attempts: sorted)
    }

    private static func isAnswer(_ result: Attempt.Result) -> Bool {
        switch result {
        case .site, .section, .otherOwner, .notASite, .compromised, .blocked, .notFound: true
        case .noSuchName, .unreachable, .notCounted: false
        }
    }

    static func isNameFailure(_ attempt: Attempt) -> Bool {
        switch attempt.failure {
        case .dnsServFail, .dnsTimeout, .dnsRefused, .dnsMalformed: true
        default: false
        }
    }
}
