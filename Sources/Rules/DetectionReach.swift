import Model

extension DetectionRules {
    /// Phrases that can never decide anything, and rules that forbid what they ask for.
    ///
    /// - A phrase twice in one set, or behind an open one (`fotokop*` says all that `fotokopi ktp` could), is shadowed.
    /// - A rule whose every way of meeting a `line` choice is named by its own `not_line` can never speak.
    func checkReach(_ log: ProblemLog) {
        let place = SourcePlace(file: "detection", line: 1, column: 1)
        for set in words {
            for (phrase, other) in Self.shadowed(set.phrases) {
                log.report(place, .warning, "word set '\(set.name)': '\(phrase)' is never needed beside '\(other)'")
            }
        }
        for rule in rules {
            for choice in rule.line where !choice.isEmpty && Self.isVetoed(choice, by: rule.notLine, sets(named:)) {
                log.report(
                    rule.source, .error, "rule '\(rule.id)' forbids under 'not_line' all that its 'line' asks for")
            }
        }
    }

    private func sets(named name: String) -> Set<String> { Set(phrases(name)) }

    /// Phrases that are there twice, or that begin with an open phrase of the same set.
    static func shadowed(_ phrases: [String]) -> [(phrase: String, by: String)] {
        let open = phrases.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
        var met: Set<String> = []
        var found: [(phrase: String, by: String)] = []
        for phrase in phrases {
            if !met.insert(phrase).inserted {
                found.append((phrase, phrase))
            } else if let other = open.first(where: { phrase != $0 + "*" && phrase.hasPrefix($0) }) {
                found.append((phrase, other + "*"))
            }
        }
        return found
    }

    /// Every word set and form of the choice is forbidden, or holds only forbidden phrases.
    static func isVetoed(_ choice: CueChoice, by veto: CueChoice, _ phrases: (String) -> Set<String>) -> Bool {
        let forbidden = veto.words.reduce(into: Set<String>()) { $0.formUnion(phrases($1)) }
        let typed = choice.typed.allSatisfy { veto.typed.contains($0) }
        return typed
            && choice.words.allSatisfy { name in
                let own = phrases(name)
                return veto.words.contains(name) || !own.isEmpty && own.isSubset(of: forbidden)
            }
    }
}
