import Model
import Rules

/// Runs the examples that stand beside every rule: a rule must speak in its own, and be silent in the others.
public struct RuleExamples: Sendable {
    private let rules: DetectionRules
    private let detector: Detector
    private let parse: @Sendable (String) -> ParsedPage

    /// - Parameter parse: makes a page of an example's HTML (Detect itself reads no HTML).
    public init(_ rules: DetectionRules, detector: Detector, parse: @escaping @Sendable (String) -> ParsedPage) {
        self.rules = rules
        self.detector = detector
        self.parse = parse
    }

    /// One line for every example that fails.
    public func problems() -> [DataProblem] {
        rules.rules.flatMap(problems) + rules.conditions.flatMap(problems) + rules.electronic.flatMap(problems)
    }

    /// Examples of one item rule that fail.
    public func problems(of rule: DetectionRule) -> [DataProblem] {
        let silent = rule.examplesPresent.filter { !fired($0).contains(rule.id) }
        let loud = rule.examplesAbsent.filter { fired($0).contains(rule.id) }
        return silent.map { problem(rule.source, rule.id, "does not speak in its example", $0) }
            + loud.map { problem(rule.source, rule.id, "speaks in an example where it must be silent", $0) }
    }

    /// Examples of one condition rule that fail.
    public func problems(of rule: ConditionRule) -> [DataProblem] {
        let silent = rule.examplesPresent.filter { !signs($0).contains(rule.id) }
        let loud = rule.examplesAbsent.filter { signs($0).contains(rule.id) }
        return silent.map { problem(rule.source, rule.id, "does not speak in its example", $0) }
            + loud.map { problem(rule.source, rule.id, "speaks in an example where it must be silent", $0) }
    }

    /// Examples of one rule of electronic services that fail.
    public func problems(of rule: ElectronicRule) -> [DataProblem] {
        let silent = rule.examplesPresent.filter { !channels($0).contains(rule.id) }
        let loud = rule.examplesAbsent.filter { channels($0).contains(rule.id) }
        return silent.map { problem(rule.source, rule.id, "does not speak in its example", $0) }
            + loud.map { problem(rule.source, rule.id, "speaks in an example where it must be silent", $0) }
    }

    private func channels(_ html: String) -> Set<String> {
        let sheet = PageSheet(page: parse(html), lexicon: detector.lexicon, status: 200, isHome: false)
        return Set(ElectronicReader(sheet: sheet, kind: .other).services().map(\.rule))
    }

    private func problem(_ place: SourcePlace, _ id: String, _ what: String, _ example: String) -> DataProblem {
        DataProblem(place: place, message: "rule '\(id)' \(what): \(example)")
    }

    /// Rules that spoke, whatever else was found.
    private func fired(_ html: String) -> Set<String> {
        let sheet = PageSheet(page: parse(html), lexicon: detector.lexicon, status: 200, isHome: false)
        let kind = KindReader(sheet)
        return Set(ItemReader(sheet, kind, kind: kind.kind()).sightings().map(\.rule.rule.id))
    }

    private func signs(_ html: String) -> Set<String> {
        Set(detector.read(parse(html), status: 200, isHome: false).signs.map(\.rule))
    }
}
