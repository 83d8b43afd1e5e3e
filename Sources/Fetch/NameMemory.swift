import Model

/// What names answered, as long as the answers may be given again.
///
/// Offices of the nation are asked for by half a million names, most of which do not exist: a worker that lives for weeks must
/// let go of what is too old to be given.
struct NameMemory {
    private var known: [String: (outcome: DNSOutcome, until: Double)] = [:]
    /// Names at which those that are too old are looked for.
    private var full = Self.few

    /// Names that are not worth a search.
    static let few = 4_096

    var count: Int { known.count }

    /// The answer of a name; nil when there is none that is young enough.
    func answer(of host: String, now: Double) -> DNSOutcome? {
        guard let answer = known[host], answer.until > now else { return nil }
        return answer.outcome
    }

    mutating func keep(_ outcome: DNSOutcome, of host: String, until: Double, now: Double) {
        known[host] = (outcome, until)
        guard known.count >= full else { return }
        known = known.filter { $0.value.until > now }
        // Next time when as many have come again: each name is looked at twice on average.
        full = max(Self.few, known.count * 2)
    }

    /// Forgets outcomes that are no answers.
    mutating func forgetFailures() {
        known = known.filter { _, answer in
            switch answer.outcome.kind {
            case .servfail, .refused, .timeout, .malformed: false
            default: true
            }
        }
    }
}
