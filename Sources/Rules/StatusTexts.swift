import Model

/// What people read for every state: labels of the enumerations, sentences for the reasons.
public struct StatusTexts: Sendable {
    let offices: TextTable<OfficeStatus>
    let meanings: TextTable<OfficeStatus>
    let items: TextTable<ItemState>
    let domains: TextTable<DomainClass>
    let conditions: TextTable<SiteCondition>
    let pages: TextTable<PageKind>
    let candidates: TextTable<Candidate.Reason>
    let attempts: TextTable<Attempt.Result>
    let incidents: TextTable<Incident.Kind>
    let names: TextTable<DNSOutcome.Kind>
    let certificates: TextTable<TLSFacts.Problem>
    let reasons: SentenceTable
    let itemReasons: SentenceTable

    /// `situs go.id aktif`.
    public func label(_ status: OfficeStatus, _ language: Language) -> String { offices[status, language] }
    /// One sentence that says what the status means and does not mean.
    public func meaning(_ status: OfficeStatus, _ language: Language) -> String { meanings[status, language] }
    public func label(_ state: ItemState, _ language: Language) -> String { items[state, language] }
    public func label(_ domainClass: DomainClass, _ language: Language) -> String { domains[domainClass, language] }
    public func label(_ condition: SiteCondition, _ language: Language) -> String { conditions[condition, language] }
    public func label(_ page: PageKind, _ language: Language) -> String { pages[page, language] }
    public func label(_ reason: Candidate.Reason, _ language: Language) -> String { candidates[reason, language] }
    public func label(_ result: Attempt.Result, _ language: Language) -> String { attempts[result, language] }
    public func label(_ incident: Incident.Kind, _ language: Language) -> String { incidents[incident, language] }
    public func label(_ outcome: DNSOutcome.Kind, _ language: Language) -> String { names[outcome, language] }
    public func label(_ problem: TLSFacts.Problem, _ language: Language) -> String { certificates[problem, language] }

    /// The reason of an office's status as a sentence; placeholders are filled, optional parts without value left out.
    public func sentence(_ reason: String, values: [String: String] = [:], _ language: Language) -> String {
        reasons.sentence(reason, values, language)
    }

    /// Why an item is unknown, as a sentence; empty for an empty reason.
    public func itemSentence(_ reason: String, values: [String: String] = [:], _ language: Language) -> String {
        reason.isEmpty ? "" : itemReasons.sentence(reason, values, language)
    }

    /// Every reason key that has a sentence.
    public var reasonKeys: [String] { reasons.keys }
    /// Every item reason key that has a sentence.
    public var itemReasonKeys: [String] { itemReasons.keys }

    static let file = "statuses.yaml"

    static func read(_ folder: RuleFolder, log: ProblemLog) -> StatusTexts {
        let root = folder.yaml(file, log: log)
        root?.allowOnly(
            "offices", "meanings", "items", "domains", "conditions", "pages", "candidates", "attempts", "incidents",
            "names", "certificates", "reasons", "item_reasons")
        return StatusTexts(
            offices: .read(root?.required("offices")), meanings: .read(root?.required("meanings")),
            items: .read(root?.required("items")), domains: .read(root?.required("domains")),
            conditions: .read(root?.required("conditions")), pages: .read(root?.required("pages")),
            candidates: .read(root?.required("candidates")), attempts: .read(root?.required("attempts")),
            incidents: .read(root?.required("incidents")), names: .read(root?.required("names")),
            certificates: .read(root?.required("certificates")), reasons: .read(root?.required("reasons")),
            itemReasons: .read(root?.required("item_reasons")))
    }
}
