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
        guard facts.holds(condition.facts) else { return nil }
        // A title is judged by itself: the text of a hijacked page is often the office's own.
        if condition.notIf.intersects(sheet.title) { return nil }
        if rule.place != .title, rule.place != .titleStart, condition.notIf.intersects(sheet.main) { return nil }
        guard let quotation = evidence(condition), hasAlso(condition) else { return nil }
        if rule.maxMain > 0, sheet.mainLength > rule.maxMain { return nil }
        return ConditionSign(condition: rule.condition, rule: rule.id, quotation: Quotation.cut(quotation))
    }

    private func hasAlso(_ condition: CompiledCondition) -> Bool {
        guard !condition.also.isEmpty else { return true }
        let met = condition.also.count {
            sheet.seenTitle.contains(Int32($0)) || sheet.seenBody.contains(Int32($0))
        }
        return met >= condition.rule.minAlso
    }

    /// The words that show it; nil when there are too few.
    private func evidence(_ condition: CompiledCondition) -> String? {
        let rule = condition.rule
        if !rule.raw.isEmpty { return raw(rule) }
        switch rule.place {
        case .image:
            return sheet.imageWords.firstIndex { $0.intersects(condition.words) }
                .map { sheet.page.images[$0].alt + " " + sheet.page.images[$0].fileName }
        case .link: return PlantedLinks(sheet: sheet, condition: condition).evidence()
        case .heading:
            let words = condition.words
            return words.intersects(sheet.headings) || words.intersects(sheet.firstHeadings) ? title : nil
        case .script: return script(condition)
        case .hidden where !condition.notLine.isEmpty:
            return quote(condition, PlantedLines(sheet: sheet, condition: condition).hiddenPhrases())
        case .lines: return quote(condition, PlantedLines(sheet: sheet, condition: condition).phrases())
        default: return quote(condition, condition.phrases.filter { seen(Int32($0), rule.place) })
        }
    }

    private var title: String { String(sheet.page.title.prefix(120)) }

    private func seen(_ phrase: Int32, _ place: ConditionRule.Place) -> Bool {
        switch place {
        case .title: sheet.seenTitle.contains(phrase)
        case .titleStart: sheet.startsTitle.contains(phrase)
        case .body: sheet.seenBody.contains(phrase)
        case .hidden: sheet.seenHidden.contains(phrase)
        case .script: sheet.seenScript.contains(phrase)
        case .any, .heading, .lines, .link, .image:
            sheet.seenTitle.contains(phrase) || sheet.seenBody.contains(phrase) || sheet.seenHidden.contains(phrase)
        }
    }

    private func raw(_ rule: ConditionRule) -> String? {
        let title = Array(sheet.page.title.utf8)
        return rule.raw.first { word in
            ForeignScript.contains(title, Array(word.utf8)) || ForeignScript.contains(sheet.page.text, Array(word.utf8))
        }
    }

    /// Phrases and parts of host names in inline scripts.
    private func script(_ condition: CompiledCondition) -> String? {
        guard !sheet.page.scriptText.isEmpty else { return nil }
        let words = condition.phrases.filter { seen(Int32($0), .script) }.map { sheet.lexicon.phrases[$0] }
        let hosts = condition.hosts.filter { ForeignScript.contains(sheet.page.scriptText, $0) }
        let met = words + hosts.map { String(decoding: $0, as: UTF8.self) }
        return met.count >= condition.rule.minDistinct ? met.prefix(6).joined(separator: "; ") : nil
    }

    private func quote(_ condition: CompiledCondition, _ met: [Int]) -> String? {
        if condition.phrases.isEmpty { return title }
        guard met.count >= condition.rule.minDistinct else { return nil }
        return met.prefix(8).map { sheet.lexicon.phrases[$0] }
            .map { $0.hasSuffix("*") ? String($0.dropLast()) + "…" : $0 }.joined(separator: "; ")
    }
}
