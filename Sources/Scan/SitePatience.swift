import Model

/// How long one site is waited for: a host that drips, stalls or makes us wait must not hold its place in the round for
/// hours. Once it is over no further page is asked for; what was read counts, and nothing is called absent.
struct SitePatience {
    private let end: ContinuousClock.Instant
    private var silences = 0

    /// Pages in a row that ran out of time, after which the site is taken to have fallen over.
    static let maxSilences = 8

    init(seconds: Double, from start: ContinuousClock.Instant = .now) { end = start + .seconds(seconds) }

    func isOver(at now: ContinuousClock.Instant = .now) -> Bool { silences >= Self.maxSilences || now >= end }

    /// Takes note of one answer.
    mutating func note(_ failure: FailureKind?) {
        switch failure {
        case .firstByteTimeout, .stalled, .totalTimeout, .connectTimeout, .tlsTimeout, .dnsTimeout: silences += 1
        default: silences = 0
        }
    }
}
