import Model
import Rules

/// One office for its own admin (`ronda check`): what stands on its site with the words and their address, what lacks,
/// why that matters, and words to publish. The six components that must be published come first.
public struct OfficeSummary: Sendable {
    /// What a pipeline asks: are the six there?
    public enum Result: Sendable, Hashable {
        /// All six can be read.
        case complete
        /// At least one is seen to be lacking.
        case lacking
        /// None is seen to be lacking, but not all could be judged.
        case undecided
    }

    private let office: OfficeResult
    private let book: RuleBook
    private let language: Language
    private let needs: OfficeNeeds

    public init(_ office: OfficeResult, book: RuleBook, language: Language) {
        self.office = office
        self.book = book
        self.language = language
        needs = OfficeNeeds(office, book: book, language: language)
    }

    public var result: Result {
        if needs.mandatory.contains(where: \.isLacking) { return .lacking }
        return needs.mandatory.allSatisfy { $0.state == .present } ? .complete : .undecided
    }

    /// Lines without line ends, harmless to any terminal.
    public var lines: [String] {
        let verdict = office.verdict
        let reason = book.statuses.sentence(
            verdict.reason, values: Vocabulary.readable(verdict.reasonValues, language), language)
        let lines = [
            PlainText.clean(office.target.name),
            "\(book.statuses.label(verdict.status, language)): \(PlainText.clean(reason))", "",
        ]
        return lines + needs.all.flatMap(lines(of:)) + unsure + doors + first + (verdict.facts.map(factLines) ?? [])
    }

    /// Electronic services, basic accessibility, template.
    private func factLines(_ facts: SiteFacts) -> [String] {
        var lines = ["", SiteFactTexts.electronic(language) + ":"]
        if facts.electronic.isEmpty { lines.append("    " + SiteFactTexts.noElectronic(language)) }
        for service in facts.electronic {
            let target = service.address.map { " -> " + $0.description } ?? ""
            lines.append("[v] \(SiteFactTexts.kind(service.kind)(language))")
            lines.append(
                "    \"\(PlainText.clean(service.quotation, limit: 100))\"\(PlainText.clean(target))")
        }
        lines += ["", SiteFactTexts.accessibility(language) + ":"]
        lines += facts.accessibility.flatMap(checkLines)
        lines.append("    " + SiteFactTexts.accessibilityNote(language, ["n": String(facts.pages)]))
        guard let template = facts.template else { return lines }
        return lines + ["", SiteFactTexts.template(language) + ": " + PlainText.clean(template.label)]
    }

    private func checkLines(_ fact: AccessibilityFact) -> [String] {
        let name = SiteFactTexts.check(fact.check)(language)
        guard fact.failures > 0 else { return ["[v] \(name)"] }
        let count = SiteFactTexts.failing(language, ["f": String(fact.failures), "n": String(fact.looked)])
        let places = fact.places.map { PlainText.clean($0, limit: 80) }.joined(separator: "; ")
        return ["[x] \(name): \(count) (\(fact.check.criterion))"] + (places.isEmpty ? [] : ["    " + places])
    }

    /// What † says, where one was printed.
    private var unsure: [String] {
        needs.lacking.contains { !$0.item.isLawSure } ? ["", OfficeTexts.unsureLaw(language)] : []
    }

    /// How the site can be reached.
    private var doors: [String] {
        let said = DoorLines.of(office, language)
        return said.isEmpty ? [] : ["", OfficeTexts.doors(language) + ":"] + said.map { "  " + $0 }
    }

    /// What to publish first, ready to be filled in.
    private var first: [String] {
        let lacking = needs.mandatory.filter(\.isLacking)
        guard !lacking.isEmpty else { return [] }
        return ["", OfficeTexts.first(language) + ":"]
            + lacking.enumerated().map { "  \($0 + 1). \(PlainText.clean($1.publish, limit: 1_000))" }
    }

    private func lines(of need: OfficeNeeds.Need) -> [String] {
        let label = book.statuses.label(need.state, language)
        var lines = ["\(symbol(need.state)) \(need.item.name)\(need.isMandatory ? " *" : ""): \(label)"]
        if let evidence = office.verdict.items.first(where: { $0.item == need.key })?.evidence.first {
            lines.append("    \"\(PlainText.clean(evidence.finding.quotation, limit: 120))\"")
            lines.append("    \(PlainText.clean(evidence.address.description))")
        } else if need.state == .unknown {
            lines.append("    \(book.statuses.itemSentence(need.reason, language))")
        }
        if need.isLacking { lines.append("    \(need.item.why) [\(need.item.markedLaw)]") }
        return lines
    }

    private func symbol(_ state: ItemState) -> String {
        switch state {
        case .present: "[v]"
        case .linked: "[>]"
        case .empty: "[ ]"
        case .absent: "[x]"
        case .unknown: "[?]"
        }
    }
}

extension ReportWriter {
    /// Writes the own page of one office of a snapshot: what a citizen finds, what to publish first, in which words.
    public func writeOffice(
        _ code: String, snapshot: ScanSnapshot, book: RuleBook, to path: String
    ) throws(ReportError) {
        let context = ReportContext(snapshot: snapshot, words: words)
        guard let office = context.offices.first(where: { $0.office.target.code == code }) else { return }
        try OfficePage.write(office, context, book: book, to: path)
    }
}
