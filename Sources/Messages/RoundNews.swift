import Model

/// What one round says that the rounds before did not.
public struct RoundNews: Sendable, Hashable {
    /// An office and what is said of it.
    public struct Line: Sendable, Hashable {
        public var office: String
        /// Address, date or number of rounds; empty when there is nothing to add.
        public var detail: String
    }

    public var provided: [Line] = []
    public var missing: [Line] = []
    public var regressed: [Line] = []
    public var certificates: [Line] = []
    /// Private: hacked sites.
    public var compromised: [Line] = []

    public var isEmpty: Bool {
        provided.isEmpty && missing.isEmpty && regressed.isEmpty && certificates.isEmpty && compromised.isEmpty
    }

    /// Good rounds after which a fall is news.
    static let longGood = 3
    static let certificateDays = 14.0
    /// A fall is news when it was seen in this many rounds running; one bad night is none.
    public let badRounds: Int

    public init(badRounds: Int = 2) { self.badRounds = max(2, badRounds) }

    /// - Parameters:
    ///   - verdict: of this round.
    ///   - history: of the rounds before, newest first.
    ///   - finished: when this round ended.
    ///   - before: when the round before it ended.
    public mutating func add(
        _ office: Target, _ verdict: Verdict, history: [Verdict], finished: Timestamp, before: Timestamp?
    ) {
        let name = office.name
        if verdict.status.isHome {
            if let last = history.first, last.status.saysNone {
                provided.append(Line(office: name, detail: verdict.finalAddress?.description ?? ""))
            }
            if let end = verdict.tls?.notAfter {
                let days = end.seconds(since: finished) / 86_400
                if days >= 0, days < Self.certificateDays, !wasTold(history, before) {
                    certificates.append(Line(office: name, detail: end.civil(offsetHours: 7).dateText))
                }
            }
        } else if verdict.status == .compromised {
            if history.first?.status != .compromised {
                compromised.append(Line(office: name, detail: verdict.finalAddress?.host ?? ""))
            }
        } else if verdict.status.saysNone, verdict.proof.proven {
            if history.first?.proof.proven != true || history.first?.status.saysNone != true {
                missing.append(Line(office: name, detail: String(verdict.proof.attempts)))
            }
        } else if fell(verdict, history) {
            let good = history.dropFirst(badRounds - 1).prefix { $0.status.isHome }.count
            regressed.append(Line(office: name, detail: String(good)))
        }
    }

    /// Bad now and in the rounds before, after a long good time: told once, at the last of `badRounds`.
    private func fell(_ verdict: Verdict, _ history: [Verdict]) -> Bool {
        guard verdict.status.isDown, history.count >= badRounds - 1 + Self.longGood else { return false }
        let bad = history.prefix(badRounds - 1)
        let good = history.dropFirst(badRounds - 1).prefix(Self.longGood)
        return bad.allSatisfy(\.status.isDown) && good.allSatisfy(\.status.isHome)
    }

    /// The round before already lay within the days of warning.
    private func wasTold(_ history: [Verdict], _ before: Timestamp?) -> Bool {
        guard let end = history.first?.tls?.notAfter, let before else { return false }
        return end.seconds(since: before) / 86_400 < Self.certificateDays
    }
}

extension OfficeStatus {
    fileprivate var isHome: Bool { self == .active || self == .section }
    /// There is no site of its own, as far as was seen.
    fileprivate var saysNone: Bool { self == .missing || self == .socialOnly || self == .placeholder }
    fileprivate var isDown: Bool { self == .unreachable || self == .placeholder || self == .missing }
}
