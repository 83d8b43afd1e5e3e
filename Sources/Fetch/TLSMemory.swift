import Model

/// What each origin showed when it was first connected to, so that bad TLS is found once and not tried anew for each
/// page, and pages over a connection that was open already have their facts too.
struct TLSMemory {
    private var known: [String: (mode: TLSMode, facts: TLSFacts, at: Double)] = [:]

    /// Seconds after which a certificate is looked at anew by the next connection: a worker lives for weeks, in which one is
    /// renewed and another runs out.
    static let lifetime = 1800.0

    /// How to connect to an origin.
    func mode(of origin: String, now: Double) -> TLSMode {
        knows(origin, now: now) ? known[origin]?.mode ?? .verified : .verified
    }

    func knows(_ origin: String, now: Double) -> Bool { known[origin].map { now - $0.at < Self.lifetime } ?? false }

    mutating func keep(_ facts: TLSFacts, _ mode: TLSMode, of origin: String, now: Double) {
        known[origin] = (mode, facts, now)
    }

    /// The facts of an answer; nil without TLS.
    mutating func facts(of transfer: Transfer, _ report: CurlReport, now: Double) -> TLSFacts? {
        guard transfer.isSecure else { return nil }
        if report.certificates.isEmpty, let facts = known[transfer.origin]?.facts {
            // It was asked to verify, was refused again, and went on over a connection that was open already.
            if transfer.mode != .verified, !knows(transfer.origin, now: now) { known[transfer.origin]?.at = now }
            return facts
        }
        let refusal = transfer.refusal.map {
            TLSReading.problem(verifyResult: $0, certificates: report.certificates)
        }
        let facts = TLSReading.facts(report.certificates, problem: transfer.mode == .legacy ? .weak : refusal)
        if !report.certificates.isEmpty { keep(facts, transfer.mode, of: transfer.origin, now: now) }
        return facts
    }
}
