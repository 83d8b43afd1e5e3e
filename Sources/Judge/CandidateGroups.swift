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

    /// The hosts of a candidate (with and without `www.`) are folded each for itself, then the weightiest stands: one
    /// host that fails is not refuted by another that does not exist or shows somebody else's page.
    private static func fold(_ attempts: [Attempt]) -> Group? {
        let sorted = attempts.sorted { $0.at < $1.at }
        let strongest = sorted.min { rank($0.candidate.reason) < rank($1.candidate.reason) }?.candidate
        let byHost = Dictionary(grouping: sorted) { $0.candidate.address.host }
        let answers = byHost.keys.sorted().compactMap { byHost[$0].flatMap(foldHost) }
        guard var answer = answers.min(by: { weight($0.result) < weight($1.result) }), let strongest else { return nil }
        answer.candidate = strongest
        return Group(answer: answer, attempts: sorted)
    }

    /// An answer beats a silence whenever it came; of several doors that answered the weightiest, each by its newest
    /// answer. Between silences, one met by an existing name beats "no such name": a name that had an address a minute
    /// ago has not proven its absence.
    private static func foldHost(_ attempts: [Attempt]) -> Attempt? {
        var doors: [String: Attempt] = [:]
        for attempt in attempts where isAnswer(attempt.result) {
            doors[attempt.candidate.address.description] = attempt
        }
        let answered = doors.values.sorted { $0.at < $1.at }.min { weight($0.result) < weight($1.result) }
        if let answered { return answered }
        let silent = attempts.last { $0.result == .unreachable }
        let silentWithAddress = attempts.last { $0.result == .unreachable && $0.dns?.hasAddress != false }
        let noName = attempts.last { $0.result == .noSuchName }
        if let silentWithAddress, !isNameFailure(silentWithAddress) { return silentWithAddress }
        return [silent, noName].compactMap { $0 }.max { $0.at < $1.at }
    }

    /// What is said of a candidate when its hosts and doors say different things: a site, then what forbids to say that
    /// there is none.
    private static func weight(_ result: Attempt.Result) -> Int {
        switch result {
        case .site: 0
        case .section: 1
        case .compromised: 2
        case .blocked: 3
        case .unreachable: 4
        case .notASite: 5
        case .otherOwner: 6
        case .notFound: 7
        case .noSuchName: 8
        case .notCounted: 9
        }
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
