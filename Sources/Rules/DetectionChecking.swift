import Model

extension DetectionRules {
    /// Names that lead nowhere, ids that occur twice.
    func checkNames(_ log: ProblemLog) {
        let known = Set(words.map(\.name)).union(ItemKey.allCases.map { "heading." + $0.rawValue })
        var ids: Set<String> = []
        for rule in rules {
            if !ids.insert(rule.id).inserted { log.report(rule.source, .error, "rule id '\(rule.id)' is used twice") }
            for name in rule.wordNames where !known.contains(name) {
                log.report(rule.source, .error, "rule '\(rule.id)' names the word set '\(name)', which is not defined")
            }
            if rule.place == .derived, rule.from.isEmpty {
                log.report(rule.source, .error, "rule '\(rule.id)' is derived and needs the key 'from'")
            }
        }
        for rule in conditions {
            if !ids.insert(rule.id).inserted { log.report(rule.source, .error, "rule id '\(rule.id)' is used twice") }
            for name in rule.notIf + rule.notLine + rule.phraseSets where !known.contains(name) {
                log.report(rule.source, .error, "rule '\(rule.id)' names the word set '\(name)', which is not defined")
            }
        }
        for rule in electronic {
            if !ids.insert(rule.id).inserted { log.report(rule.source, .error, "rule id '\(rule.id)' is used twice") }
            for name in rule.notLine where !known.contains(name) {
                log.report(rule.source, .error, "rule '\(rule.id)' names the word set '\(name)', which is not defined")
            }
        }
        let file = SourcePlace(file: "detection", line: 1, column: 1)
        for name in headings.flatMap(\.notIf) + kinds.flatMap(\.notIf) where !known.contains(name) {
            log.report(file, .error, "a heading or page kind names the word set '\(name)', which is not defined")
        }
        checkKindWeights(log)
    }

    /// Every rule needs an example it must see and one it must not see.
    func checkExamples(_ log: ProblemLog) {
        for rule in rules {
            if rule.examplesPresent.isEmpty {
                log.report(rule.source, .error, "rule '\(rule.id)' has no example under 'present'")
            }
            if rule.examplesAbsent.isEmpty {
                log.report(rule.source, .error, "rule '\(rule.id)' has no example under 'absent'")
            }
        }
        for rule in conditions where rule.examplesPresent.isEmpty {
            log.report(rule.source, .error, "rule '\(rule.id)' has no example under 'present'")
        }
        for rule in electronic where rule.examplesPresent.isEmpty || rule.examplesAbsent.isEmpty {
            log.report(rule.source, .error, "rule '\(rule.id)' needs examples under 'present' and 'absent'")
        }
        var used: Set<String> = [
            "filler", "no_service_name", "no_service_name.whole", "heading_tail", "news_block", "news_block.first",
            "administration", "office_names", "reported_speech",
        ]
        for rule in rules { used.formUnion(rule.wordNames) }
        for rule in headings { used.formUnion(rule.notIf) }
        for rule in kinds { used.formUnion(rule.notIf) }
        for rule in conditions { used.formUnion(rule.notIf + rule.notLine + rule.phraseSets) }
        for rule in electronic { used.formUnion(rule.notLine) }
        for set in words where !used.contains(set.name) {
            log.report(
                SourcePlace(file: "detection", line: 1, column: 1), .warning,
                "word set '\(set.name)' is used by no rule")
        }
    }
}

extension DetectionRule {
    /// Every word set the rule names.
    public var wordNames: [String] {
        (line + near + under + page).flatMap(\.words) + notLine.words + notNear.words + notUnder.words + target
    }
}
