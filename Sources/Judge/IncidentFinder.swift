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
        in records: [SiteRecord], registrable: @escaping (String) -> String? = Self.lastLabels
    ) -> [Incident] {
        var ledger = IncidentLedger(registrable: registrable)
        for record in records { ledger.add(record) }
        return ledger.incidents()
    }

    static func ip(of attempt: Attempt) -> String? { attempt.ip ?? attempt.dns?.addresses.first }

    /// An HTTP answer below 500 came from the address.
    static func isAlive(_ attempt: Attempt) -> Bool {
        attempt.failure == nil && attempt.status.map { $0 < 500 } == true
    }

    static func isServerFailure(_ attempt: Attempt) -> Bool {
        guard attempt.result == .unreachable else { return false }
        switch attempt.failure {
        case .connectRefused, .connectTimeout, .hostUnreachable, .connectionReset, .closedEarly, .emptyReply,
            .tlsTimeout, .tlsHandshake, .firstByteTimeout, .stalled, .totalTimeout:
            return true
        case nil: return attempt.status.map { $0 >= 500 } == true
        default: return false
        }
    }

    static func isNameFailure(_ kind: FailureKind) -> Bool {
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
