import Model

/// Names of everything that can speak for or against a page kind, in the order in which Detect numbers it.
///
/// Beside the rules of `80-page-kinds.yaml` these are general: which items have a section, which the title and the
/// first headings name, and the facts of structure.
public struct KindEvidence: Sendable, Hashable {
    public let names: [String]
    public let firstSection: Int
    public let firstTitle: Int
    public let firstHeading: Int
    public let firstFact: Int

    public init(rules: [PageKindRule]) {
        var names = rules.map(\.id)
        firstSection = names.count
        names += ItemKey.allCases.map { "section." + $0.rawValue }
        firstTitle = names.count
        names += ItemKey.allCases.map { "title." + $0.rawValue }
        firstHeading = names.count
        names += ItemKey.allCases.map { "first." + $0.rawValue }
        firstFact = names.count
        names += PageFact.allCases.map { "fact." + $0.rawValue }
        self.names = names
    }
}

/// What one piece of evidence says about the page kinds: logarithms of odds, positive for, negative against.
public struct KindWeight: Sendable, Hashable {
    /// A name of `KindEvidence`, or `always`: what is said before anything is seen.
    public var evidence: String
    public var weights: [PageKind: Double]
    public var source: SourcePlace

    /// Kinds that are decided by words and structure; the others follow from the site condition.
    public static let kinds: [PageKind] = [
        .serviceStandard, .home, .profile, .news, .ppid, .complaint, .contact, .survey, .other,
    ]

    public init(evidence: String, weights: [PageKind: Double], source: SourcePlace) {
        self.evidence = evidence
        self.weights = weights
        self.source = source
    }
}

extension RuleNode {
    /// `{evidence: kind.news.path, news: 1.2, home: -0.3}`.
    var kindWeight: KindWeight? {
        let allowed = KindWeight.kinds.map(\.rawValue)
        var weights: [PageKind: Double] = [:]
        for (key, value) in entries where key.text != "evidence" {
            guard let kind = key.text.flatMap(PageKind.init(rawValue:)), KindWeight.kinds.contains(kind) else {
                key.fail("unknown page kind, expected one of: \(allowed.joined(separator: ", "))")
                return nil
            }
            guard let number = value.text.flatMap(Double.init) else {
                value.fail("expected a number")
                return nil
            }
            weights[kind] = number
        }
        return KindWeight(evidence: string("evidence"), weights: weights, source: place)
    }
}

extension DetectionRules {
    /// Weights of evidence that nobody gathers, or that stands there twice.
    func checkKindWeights(_ log: ProblemLog) {
        let known = Set(KindEvidence(rules: kinds).names + ["always"])
        var met: Set<String> = []
        for weight in kindWeights {
            if !known.contains(weight.evidence) {
                log.report(weight.source, .error, "'\(weight.evidence)' is no evidence for a page kind")
            }
            if !met.insert(weight.evidence).inserted {
                log.report(weight.source, .error, "evidence '\(weight.evidence)' has two lines")
            }
        }
    }
}
