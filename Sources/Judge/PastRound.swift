import Model

/// What an earlier round said about an office, as far as the proof of absence needs it.
public struct PastRound: Sendable, Hashable, Codable {
    /// When the office was looked at.
    public var at: Timestamp
    public var status: OfficeStatus
    public var reason: String
    /// Moments of the counted tries of that round, each at least `OfficeProof.minimalGapSeconds` after the one before;
    /// empty when the round counts for nothing (own network down, incident of a shared server).
    public var tries: [Timestamp]
    public var ownNetworkUp: Bool

    public init(at: Timestamp, status: OfficeStatus, reason: String, tries: [Timestamp], ownNetworkUp: Bool = true) {
        self.at = at
        self.status = status
        self.reason = reason
        self.tries = tries
        self.ownNetworkUp = ownNetworkUp
    }

    /// The round as stored: its verdict and the attempts it was made of.
    public init(at: Timestamp, verdict: Verdict, attempts: [Attempt], ownNetworkUp: Bool = true) {
        let isIncident = OfficeProof.incidentReasons.contains(verdict.reason)
        self.init(
            at: at, status: verdict.status, reason: verdict.reason,
            tries: ownNetworkUp && !isIncident ? OfficeProof.tries(of: attempts) : [], ownNetworkUp: ownNetworkUp)
    }
}
