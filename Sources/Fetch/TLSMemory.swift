import Model

/// What each origin showed when it was first connected to, so that bad TLS is found once and not tried anew for each
/// page, and pages over a connection that was open already have their facts too.
struct TLSMemory {
    private var known: [String: (mode: TLSMode, facts: TLSFacts)] = [:]

    /// How to connect to an origin.
    func mode(of origin: String) -> TLSMode { known[origin]?.mode ?? .verified }

    func knows(_ origin: String) -> Bool { known[origin] != nil }

    /// The facts of an answer; nil without TLS.
    mutating func facts(of transfer: Transfer, _ report: CurlReport) -> TLSFacts? {
        guard transfer.isSecure else { return nil }
        if report.certificates.isEmpty, let facts = known[transfer.origin]?.facts { return facts }
        let refusal = transfer.refusal.map {
            TLSReading.problem(verifyResult: $0, certificates: report.certificates)
        }
        let facts = TLSReading.facts(report.certificates, problem: transfer.mode == .legacy ? .weak : refusal)
        if !report.certificates.isEmpty { known[transfer.origin] = (transfer.mode, facts) }
        return facts
    }
}
