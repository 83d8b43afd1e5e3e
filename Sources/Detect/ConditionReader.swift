import Model
import Rules

/// Decides whether a page is a site at all.
struct ConditionReader {
    private let sheet: PageSheet
    private let facts: PageFacts

    init(_ sheet: PageSheet) {
        self.sheet = sheet
        facts = sheet.facts
    }

    /// The first condition whose rule holds, in the order of the rule files, and every sign met.
    func condition() -> (SiteCondition, [ConditionSign]) {
        var signs: [ConditionSign] = []
        for condition in sheet.lexicon.conditions {
            if let sign = sign(condition) { signs.append(sign) }
        }
        return (signs.first?.condition ?? .normal, signs)
    }

    private func sign(_ condition: CompiledCondition) -> ConditionSign? {
        let rule = condition.rule
        if rule.maxText > 0, sheet.page.text.count > rule.maxText { return nil }
        guard facts.holds(rule.facts) else { return nil }
        let met = condition.phrases.indices.filter { seen(Int32(condition.phrases[$0]), rule.place) }
        if !condition.phrases.isEmpty, met.count < rule.minDistinct { return nil }
        // A title is judged by itself: the text of a hijacked page is often the office's own.
        if condition.notIf.intersects(sheet.title) { return nil }
        if rule.place != .title, condition.notIf.intersects(sheet.main) { return nil }
        let quotation = met.isEmpty ? String(sheet.page.title.prefix(120)) : quote(met.map { rule.phrases[$0] })
        return ConditionSign(condition: rule.condition, rule: rule.id, quotation: quotation)
    }

    private func seen(_ phrase: Int32, _ place: ConditionRule.Place) -> Bool {
        switch place {
        case .title: sheet.seenTitle.contains(phrase)
        case .body: sheet.seenBody.contains(phrase)
        case .hidden: sheet.seenHidden.contains(phrase)
        case .any:
            sheet.seenTitle.contains(phrase) || sheet.seenBody.contains(phrase) || sheet.seenHidden.contains(phrase)
        }
    }

    private func quote(_ phrases: [String]) -> String {
        Quotation.cut(
            phrases.prefix(8).map { $0.hasSuffix("*") ? String($0.dropLast()) + "…" : $0 }.joined(separator: "; "))
    }
}
