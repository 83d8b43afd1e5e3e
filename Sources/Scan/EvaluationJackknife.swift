import Detect
import Model
import Parse
import Rules

extension Evaluation {
    /// What is taken from the rules before a site is tested, so that the site did not help to write them.
    public enum Withheld: String, Sendable, CaseIterable {
        /// Rules that are right on no other site.
        case rules
        /// Those, and every phrase that is met on no other site of the corpus, whoever thought of it.
        case rulesAndPhrases = "rules-and-phrases"
    }

    /// Every site read with rules that lack what only this site could have taught.
    ///
    /// With `rulesAndPhrases` this is a lower bound: a phrase written from the law is withheld too when one site of the
    /// corpus happens to be the only one that uses it. Nobody's choices of structure are undone by either.
    public static func jackknife(
        _ corpus: Corpus, rules: DetectionRules, withholding: Withheld
    ) throws -> Evaluation {
        let full = try run(corpus, detector: try Detector(rules))
        let support = full.ruleSupport()
        let places = withholding == .rulesAndPhrases ? try phrasePlaces(corpus, rules) : [:]
        var rows: [Row] = []
        for site in Set(corpus.pages.map(\.site)).sorted() {
            let lone = Set(support.filter { $0.right == [site] }.map(\.rule))
            let words = Set(places.filter { $0.value == [site] }.keys)
            let detector = try Detector(rules.without(rules: lone, phrases: words))
            rows += try run(corpus.only(site), detector: detector).rows
        }
        return Evaluation(rows: rows)
    }

    /// Sites on which every phrase of the rules is met.
    private static func phrasePlaces(_ corpus: Corpus, _ rules: DetectionRules) throws -> [String: Set<String>] {
        let detector = try Detector(rules)
        var places: [String: Set<String>] = [:]
        for page in corpus.pages {
            guard let address = page.address else { continue }
            let parsed = PageParser.parse(
                try corpus.body(of: page), address: address, contentType: "text/html; charset=utf-8")
            for phrase in detector.phrasesMet(on: parsed) { places[phrase, default: []].insert(page.site) }
        }
        return places
    }

    /// Where a rule said `present`: sites on which it was right, sites on which it was wrong.
    public struct RuleSupport: Sendable, Hashable {
        public var rule: String
        public var right: Set<String> = []
        public var wrong: Set<String> = []
    }

    /// Every rule that said `present` for a measured item, by name.
    public func ruleSupport() -> [RuleSupport] {
        var found: [String: RuleSupport] = [:]
        for row in rows {
            for finding in row.reading.findings where finding.state == .present {
                let isMeasured = Self.measured.contains(finding.item) && !row.isImageOnly(finding.item)
                guard isMeasured else { continue }
                var support = found[finding.rule] ?? RuleSupport(rule: finding.rule)
                if row.label(finding.item) == .present {
                    support.right.insert(row.page.site)
                } else {
                    support.wrong.insert(row.page.site)
                }
                found[finding.rule] = support
            }
        }
        return found.values.sorted { $0.rule < $1.rule }
    }
}

extension DetectionRules {
    /// The same rules without some of them and without some phrases.
    func without(rules lone: Set<String>, phrases: Set<String>) -> DetectionRules {
        var left = self
        left.rules.removeAll { lone.contains($0.id) }
        guard !phrases.isEmpty else { return left }
        for index in left.words.indices { left.words[index].phrases.removeAll { phrases.contains($0) } }
        for index in left.headings.indices {
            left.headings[index].words.removeAll { phrases.contains($0) }
            left.headings[index].whole.removeAll { phrases.contains($0) }
        }
        for index in left.kinds.indices { left.kinds[index].words.removeAll { phrases.contains($0) } }
        return left
    }
}
