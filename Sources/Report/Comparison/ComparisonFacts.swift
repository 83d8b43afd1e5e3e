import Model
import Rules

/// A comparison in words: what every form of it says alike.
struct ComparisonFacts: Sendable {
    let comparison: Comparison
    let words: Vocabulary
    let tally: ComparisonTally
    let time: LocalTime

    init(_ comparison: Comparison, words: Vocabulary) {
        self.comparison = comparison
        self.words = words
        tally = ComparisonTally(comparison.offices)
        time = LocalTime(region: comparison.offices.first?.target.region, language: words.language)
    }

    var language: Language { words.language }
    func text(_ bilingual: Bilingual, _ values: [String: String] = [:]) -> String { bilingual(language, values) }

    /// How the offices moved.
    var sentence: String {
        let values = [
            "n": String(tally.offices), "m": number(.mended), "r": number(.regressed),
            "x": tally.count(.mixed) == 0 ? "" : text(ComparisonTexts.mixed, ["x": number(.mixed)]),
            "s": number(.same), "u": number(.unknown), "b": number(.new), "g": number(.gone),
        ]
        let isMoved = tally.count(.new) + tally.count(.gone) > 0
        return text(ComparisonTexts.sentence, values) + (isMoved ? text(ComparisonTexts.newOnes, values) : "")
    }

    /// Sites and the six components, before and after.
    var totals: String {
        text(
            ComparisonTexts.totals,
            [
                "s1": String(tally.sites.before), "s2": String(tally.sites.after), "sn": String(tally.sites.total),
                "m1": String(tally.mandatory.before), "m2": String(tally.mandatory.after),
                "mn": String(tally.mandatory.total),
            ])
    }

    private func number(_ movement: Comparison.Movement) -> String { String(tally.count(movement)) }

    func pair(_ pair: ComparisonTally.Pair) -> String {
        guard pair.total > 0 else { return text(ComparisonTexts.nothing) }
        return text(
            ComparisonTexts.outOf, ["a": String(pair.before), "b": String(pair.after), "n": String(pair.total)])
    }

    /// Those that moved: backwards first, because that is what somebody must act on.
    var changed: [Comparison.Office] {
        [Comparison.Movement.regressed, .mixed, .mended].flatMap { movement in
            comparison.offices.filter { $0.movement == movement }
        }
    }

    /// `jangka waktu: tidak ada → ada` and the like.
    func itemChanges(_ office: Comparison.Office) -> [String] {
        (office.items(.regressed) + office.items(.mended)).map { key in
            "\(words.item(key).name): \(state(office.before, key)) → \(state(office.after, key))"
        }
    }

    private func state(_ verdict: Verdict?, _ key: ItemKey) -> String {
        verdict?.state(key).map { words.label($0) } ?? "–"
    }

    func status(_ verdict: Verdict?) -> String { verdict.map { words.label($0.status) } ?? "–" }

    func side(_ side: Comparison.Side) -> String { "\(time.date(side.at)) (\(PlainText.clean(side.name)))" }
}
