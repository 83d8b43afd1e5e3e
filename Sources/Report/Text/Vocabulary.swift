import Model
import Rules

/// The words a report takes from the rule book, in one language.
package struct Vocabulary: Sendable {
    /// What a report says of an item.
    package struct Item: Sendable {
        package var name: String
        /// Article of law, `UU 25/2009 Pasal 21 huruf b`.
        package var law: String
        /// Why its absence matters, one sentence.
        package var why: String
        /// Somebody compared the article's number with a source that can be read.
        package var isLawSure = true

        /// The article with the mark of those that nobody has compared yet; whoever shows it also shows `unsureLaw`.
        package var markedLaw: String { law.isEmpty || isLawSure ? law : law + " †" }
    }

    package var language: Language
    package var items: [ItemKey: Item]
    package var statuses: [OfficeStatus: String]
    /// What a status means and does not mean.
    package var meanings: [OfficeStatus: String]
    package var states: [ItemState: String]
    package var domains: [DomainClass: String]
    package var conditions: [SiteCondition: String]
    package var candidates: [Candidate.Reason: String]
    package var attempts: [Attempt.Result: String]
    package var incidents: [Incident.Kind: String]
    package var names: [DNSOutcome.Kind: String]
    package var certificates: [TLSFacts.Problem: String]
    /// The cause of a failure in plain words.
    package var failures: [FailureKind: String]
    /// The reason of a verdict as a sentence, from its key and values.
    package var reason: @Sendable (String, [String: String]) -> String
    /// Why an item is unknown, as a sentence.
    package var itemReason: @Sendable (String) -> String
    /// The sector of an office, when it is one of those that come first.
    package var sector: @Sendable (Target) -> String? = { _ in nil }

    package func item(_ key: ItemKey) -> Item { items[key] ?? Item(name: key.rawValue, law: "", why: "") }
    package func label(_ status: OfficeStatus) -> String { statuses[status] ?? status.rawValue }
    package func meaning(_ status: OfficeStatus) -> String { meanings[status] ?? "" }
    package func label(_ state: ItemState) -> String { states[state] ?? state.rawValue }
    package func label(_ domain: DomainClass) -> String { domains[domain] ?? domain.rawValue }
    package func label(_ condition: SiteCondition) -> String { conditions[condition] ?? condition.rawValue }
    package func label(_ reason: Candidate.Reason) -> String { candidates[reason] ?? reason.rawValue }
    package func label(_ result: Attempt.Result) -> String { attempts[result] ?? result.rawValue }
    package func label(_ incident: Incident.Kind) -> String { incidents[incident] ?? incident.rawValue }
    package func label(_ name: DNSOutcome.Kind) -> String { names[name] ?? name.rawValue }
    package func label(_ problem: TLSFacts.Problem) -> String { certificates[problem] ?? problem.rawValue }
    package func label(_ failure: FailureKind) -> String { failures[failure] ?? failure.rawValue }
    package func reason(_ verdict: Verdict) -> String { reason(verdict.reason, verdict.reasonValues) }
}
