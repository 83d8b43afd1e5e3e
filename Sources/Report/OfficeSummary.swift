import Model
import Rules

/// One office as a terminal shows it (`ronda check`): what stands on its site with the words and their address, what
/// lacks and why that matters. The six components that must be published come first.
public struct OfficeSummary: Sendable {
    private let office: OfficeResult
    private let book: RuleBook
    private let language: Language

    public init(_ office: OfficeResult, book: RuleBook, language: Language) {
        self.office = office
        self.book = book
        self.language = language
    }

    /// Lines without line ends, harmless to any terminal.
    public var lines: [String] {
        let verdict = office.verdict
        let reason = book.statuses.sentence(verdict.reason, values: verdict.reasonValues, language)
        var lines = [
            PlainText.clean(office.target.name),
            "\(book.statuses.label(verdict.status, language)): \(PlainText.clean(reason))", "",
        ]
        let first = verdict.items.filter { ItemKey.serviceDelivery.contains($0.item) }
        let others = verdict.items.filter { !ItemKey.serviceDelivery.contains($0.item) }
        for item in first + others { lines += self.lines(of: item) }
        return lines
    }

    private func lines(of verdict: ItemVerdict) -> [String] {
        let item = book.item(verdict.item)
        let label = book.statuses.label(verdict.state, language)
        var lines = ["\(symbol(verdict.state)) \(item.name[language]): \(label)"]
        if let evidence = verdict.evidence.first {
            lines.append("    \"\(PlainText.clean(evidence.finding.quotation, limit: 120))\"")
            lines.append("    \(PlainText.clean(evidence.address.description))")
        } else if verdict.state == .unknown {
            lines.append("    \(book.statuses.itemSentence(verdict.reason, language))")
        }
        if verdict.state != .present, verdict.state != .unknown { lines.append("    \(item.why[language])") }
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
