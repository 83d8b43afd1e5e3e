import Model
import Rules

/// The words a report takes from the rule book, in one language.
struct Vocabulary: Sendable {
    /// What a report says of an item.
    struct Item: Sendable {
        var name: String
        /// Article of law, `UU 25/2009 Pasal 21 huruf b`.
        var law: String
        /// Why its absence matters, one sentence.
        var why: String
    }

    var language: Language
    var items: [ItemKey: Item]
    var statuses: [OfficeStatus: String]
    /// What a status means and does not mean.
    var meanings: [OfficeStatus: String]
    var states: [ItemState: String]
    var domains: [DomainClass: String]
    var conditions: [SiteCondition: String]
    var candidates: [Candidate.Reason: String]
    var attempts: [Attempt.Result: String]
    var incidents: [Incident.Kind: String]
    var names: [DNSOutcome.Kind: String]
    var certificates: [TLSFacts.Problem: String]
    /// The cause of a failure in plain words.
    var failures: [FailureKind: String]
    /// The reason of a verdict as a sentence, from its key and values.
    var reason: @Sendable (String, [String: String]) -> String
    /// Why an item is unknown, as a sentence.
    var itemReason: @Sendable (String) -> String

    func item(_ key: ItemKey) -> Item { items[key] ?? Item(name: key.rawValue, law: "", why: "") }
    func label(_ status: OfficeStatus) -> String { statuses[status] ?? status.rawValue }
    func meaning(_ status: OfficeStatus) -> String { meanings[status] ?? "" }
    func label(_ state: ItemState) -> String { states[state] ?? state.rawValue }
    func label(_ domain: DomainClass) -> String { domains[domain] ?? domain.rawValue }
    func label(_ condition: SiteCondition) -> String { conditions[condition] ?? condition.rawValue }
    func label(_ reason: Candidate.Reason) -> String { candidates[reason] ?? reason.rawValue }
    func label(_ result: Attempt.Result) -> String { attempts[result] ?? result.rawValue }
    func label(_ incident: Incident.Kind) -> String { incidents[incident] ?? incident.rawValue }
    func label(_ name: DNSOutcome.Kind) -> String { names[name] ?? name.rawValue }
    func label(_ problem: TLSFacts.Problem) -> String { certificates[problem] ?? problem.rawValue }
    func label(_ failure: FailureKind) -> String { failures[failure] ?? failure.rawValue }
    func reason(_ verdict: Verdict) -> String { reason(verdict.reason, verdict.reasonValues) }
}
