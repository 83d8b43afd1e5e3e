import Foundation
import Model

extension DetectionRules {
    /// Reads every YAML file of a folder; throws when one of them is wrong.
    ///
    /// - Parameter folder: the folder `detection` of the rule files.
    public static func load(folder: String) throws(RulesError) -> DetectionRules {
        let log = ProblemLog()
        let rules = try read(folder: folder, log: log)
        if log.hasErrors { throw RulesError.invalid(log.problems) }
        return rules
    }

    /// Every problem of the files of a folder, warnings too.
    public static func lint(folder: String) -> [DataProblem] {
        let log = ProblemLog()
        do throws(RulesError) {
            let rules = try read(folder: folder, log: log)
            rules.checkExamples(log)
            rules.checkReach(log)
        } catch {
            log.report(SourcePlace(file: folder, line: 1, column: 1), .error, error.description)
        }
        return log.problems
    }

    static func read(folder: String, log: ProblemLog) throws(RulesError) -> DetectionRules {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw RulesError.unreadable(file: folder)
        }
        var rules = DetectionRules()
        for name in names.sorted() where name.hasSuffix(".yaml") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
                throw RulesError.unreadable(file: folder + "/" + name)
            }
            let text = String(decoding: data, as: UTF8.self)
            if let node = RuleNode.parse(text, file: folder + "/" + name, log: log) { rules.append(node) }
        }
        if rules.rules.isEmpty {
            log.report(SourcePlace(file: folder, line: 1, column: 1), "no detection rule was found, expected *.yaml")
        }
        rules.checkNames(log)
        for index in rules.conditions.indices {
            rules.conditions[index].phrases += rules.conditions[index].phraseSets.flatMap { rules.phrases($0) }
        }
        return rules
    }

    private mutating func append(_ file: RuleNode) {
        file.allowOnly(
            "group", "words", "headings", "rules", "kinds", "kind_weights", "conditions", "electronic", "templates")
        for (key, value) in file.optional("words")?.entries ?? [] {
            let set = WordSet(name: key.text ?? "", phrases: value.list.onePhraseEach)
            if words.contains(where: { $0.name == set.name }) { key.fail("word set '\(set.name)' is defined twice") }
            words.append(set)
        }
        for node in file.optional("headings")?.list ?? [] { if let rule = node.headingRule { headings.append(rule) } }
        for node in file.optional("rules")?.list ?? [] { if let rule = node.detectionRule { rules.append(rule) } }
        for node in file.optional("kinds")?.list ?? [] { if let rule = node.pageKindRule { kinds.append(rule) } }
        for node in file.optional("kind_weights")?.list ?? [] {
            if let weight = node.kindWeight { kindWeights.append(weight) }
        }
        for node in file.optional("conditions")?.list ?? [] {
            if let rule = node.conditionRule { conditions.append(rule) }
        }
        for node in file.optional("templates")?.list ?? [] {
            if let hint = node.templateHint { templates.append(hint) }
        }
        for node in file.optional("electronic")?.list ?? [] {
            if let rule = node.electronicRule { electronic.append(rule) }
        }
    }
}

extension [RuleNode] {
    /// The phrases of all lines. What a grammar says again is left out; what is written out twice stays, for the lint.
    fileprivate var onePhraseEach: [String] {
        var met: Set<String> = []
        return flatMap { node in
            let isGrammar = PhraseGrammar.isGrammar(node.text ?? "")
            return node.phrases.filter { met.insert($0).inserted || !isGrammar }
        }
    }
}

extension RuleNode {
    /// The phrases of this line, which may be a grammar of them.
    var phrases: [String] {
        guard let text, !text.isEmpty else {
            fail("expected a phrase")
            return []
        }
        guard let phrases = PhraseGrammar.phrases(text) else {
            fail("phrase grammar '\(text)' has an open bracket, an empty choice or too many choices")
            return []
        }
        for phrase in phrases { check(phrase) }
        return phrases
    }

    /// A phrase is lower-case letters, digits and single spaces, with `*` at an end.
    func checkPhrase() {
        guard let text, !text.isEmpty else { return fail("expected a phrase") }
        check(text)
    }

    private func check(_ text: String) {
        if !Self.isPhrase(text.utf8) {
            fail("phrase '\(text)' may hold only a-z, 0-9, single spaces and a final *; other signs count as spaces")
        }
    }

    /// Over bytes: thousands of phrases are looked at in every reader process, and Foundation's `contains` took half of it.
    private static func isPhrase(_ text: String.UTF8View) -> Bool {
        var last: UInt8 = 32
        for byte in text.last == 42 ? text.dropLast() : text[...] {
            let isSign = (97...122).contains(byte) || (48...57).contains(byte)
            guard isSign || byte == 32 && last != 32 else { return false }
            last = byte
        }
        return last != 32 || text.isEmpty || text.count == 1 && text.last == 42
    }

    var headingRule: HeadingRule? {
        allowOnly("item", "words", "whole", "not_if")
        guard let item: ItemKey = choice("item") else { return nil }
        return HeadingRule(
            item: item, words: optional("words")?.list.flatMap(\.phrases) ?? [],
            whole: optional("whole")?.list.flatMap(\.phrases) ?? [], notIf: strings("not_if"))
    }

    var detectionRule: DetectionRule? {
        allowOnly(
            "id", "item", "title", "basis", "place", "state", "strength", "line", "near", "under", "page", "not_line",
            "not_near", "not_under", "not_kinds", "kinds", "main_only", "min_lines", "min_distinct", "min_phrases",
            "target",
            "from",
            "present", "absent")
        guard let item: ItemKey = choice("item"), let location: DetectionRule.Place = choice("place"),
            let state: ItemState = choice("state")
        else { return nil }
        var rule = DetectionRule(
            id: string("id"), item: item, title: string("title"), basis: string("basis"), place: location, state: state,
            strength: number("strength") ?? 0.8, source: place)
        rule.line = choices("line")
        rule.near = choices("near")
        rule.under = choices("under")
        rule.page = choices("page")
        rule.notLine = cueChoice(strings("not_line"))
        rule.notNear = cueChoice(strings("not_near"))
        rule.notUnder = cueChoice(strings("not_under"))
        rule.notKinds = pageKinds("not_kinds")
        rule.kinds = pageKinds("kinds")
        rule.mainOnly = optionalString("main_only") == "true"
        rule.minLines = count("min_lines")
        rule.minDistinct = count("min_distinct")
        rule.minPhrases = count("min_phrases")
        rule.target = strings("target")
        rule.from = strings("from").compactMap { ItemKey(rawValue: $0) }
        rule.examplesPresent = strings("present")
        rule.examplesAbsent = strings("absent")
        return rule
    }

    var pageKindRule: PageKindRule? {
        allowOnly("id", "kind", "place", "words", "facts", "not_if", "points", "count", "typed")
        guard let kind: PageKind = choice("kind"), let location: PageKindRule.Place = choice("place") else {
            return nil
        }
        for phrase in optional("words")?.list ?? [] { phrase.checkPhrase() }
        var rule = PageKindRule(
            id: string("id"), kind: kind, place: location, words: strings("words"), facts: pageFacts,
            notIf: strings("not_if"), points: number("points") ?? 1, count: count("count"))
        rule.typed = cueChoice(strings("typed")).typed
        return rule
    }

    var conditionRule: ConditionRule? {
        allowOnly(
            "id", "condition", "title", "place", "phrases", "min_distinct", "facts", "not_if", "max_text", "max_main",
            "not_line", "hosts", "min_links", "raw", "also", "min_also", "phrase_sets", "present", "absent")
        guard let condition: SiteCondition = choice("condition"), let location: ConditionRule.Place = choice("place")
        else { return nil }
        for phrase in optional("phrases")?.list ?? [] { phrase.checkPhrase() }
        var rule = ConditionRule(
            id: string("id"), condition: condition, title: string("title"), place: location,
            phrases: strings("phrases"), minDistinct: count("min_distinct"), facts: pageFacts,
            notIf: strings("not_if"), maxText: optionalString("max_text").flatMap { Int($0) } ?? 0,
            examplesPresent: strings("present"), examplesAbsent: strings("absent"), source: place)
        rule.maxMain = optionalString("max_main").flatMap { Int($0) } ?? 0
        rule.notLine = strings("not_line")
        rule.hosts = strings("hosts")
        rule.minLinks = count("min_links")
        rule.raw = strings("raw")
        for phrase in optional("also")?.list ?? [] { phrase.checkPhrase() }
        rule.also = strings("also")
        rule.minAlso = count("min_also")
        rule.phraseSets = strings("phrase_sets")
        return rule
    }

    private func count(_ key: String) -> Int { optionalString(key).flatMap { Int($0) } ?? 1 }

    private var pageFacts: [PageFact] {
        (optional("facts")?.list ?? []).compactMap { node in
            if let fact = node.text.flatMap({ PageFact(rawValue: $0) }) { return fact }
            node.fail("unknown fact, expected one of: \(PageFact.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
    }

    private func pageKinds(_ key: String) -> [PageKind] {
        (optional(key)?.list ?? []).compactMap { node in
            if let kind = node.text.flatMap({ PageKind(rawValue: $0) }) { return kind }
            node.fail(
                "unknown page kind, expected one of: \(PageKind.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
    }

    /// `[duration, a|b]`: every entry must be met; an entry is one or more names with `|` between.
    private func choices(_ key: String) -> [CueChoice] {
        strings(key).map { cueChoice($0.split(separator: "|").map(String.init)) }
    }

    /// A name that is a typed value means that; every other name is a word set.
    private func cueChoice(_ names: [String]) -> CueChoice {
        var choice = CueChoice()
        for name in names {
            if let typed = TypedCue(rawValue: name) { choice.typed.append(typed) } else { choice.words.append(name) }
        }
        return choice
    }
}
