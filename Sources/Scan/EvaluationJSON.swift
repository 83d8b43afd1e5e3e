import Foundation
import Model

/// The figures and every page's answers, as `ronda eval --json` writes them.
public struct EvaluationReport: Sendable, Codable {
    public var summary: Summary
    public var pages: [Page]

    public struct Summary: Sendable, Codable {
        public var pages: Int
        public var sites: Int
        /// `present`, micro over the 14 components, maklumat, survei_kepuasan, jam_layanan.
        public var precision: Double
        public var recall: Double
        public var f1: Double
        public var threeWayAccuracy: Double
        public var pageKindAccuracy: Double
        public var conditionAccuracy: Double
        public var keys: [String: Figures]
    }

    public struct Figures: Sendable, Codable {
        public var positives: Int
        public var precision: Double
        public var recall: Double
        public var f1: Double
    }

    public struct Page: Sendable, Codable {
        public var id: String
        public var pageKind: String
        public var condition: String
        public var items: [String: String]
    }

    public init(_ evaluation: Evaluation) {
        let micro = evaluation.score(Evaluation.measured)
        var keys: [String: Figures] = [:]
        for item in ItemKey.allCases { keys[item.rawValue] = Figures(evaluation.score([item])) }
        summary = Summary(
            pages: evaluation.rows.count, sites: Set(evaluation.rows.map(\.page.site)).count,
            precision: micro.precision, recall: micro.recall, f1: micro.f1,
            threeWayAccuracy: evaluation.threeWayAccuracy(Evaluation.measured),
            pageKindAccuracy: evaluation.kindAccuracy, conditionAccuracy: evaluation.conditionAccuracy, keys: keys)
        pages = evaluation.rows.map(Page.init)
    }

    /// Writes sorted JSON.
    public func write(to file: String) throws(EvaluationError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            try encoder.encode(self).write(to: URL(fileURLWithPath: file))
        } catch {
            throw EvaluationError.unwritable(file)
        }
    }

    /// Reads a report of an earlier run.
    public static func read(_ file: String) throws(EvaluationError) -> EvaluationReport {
        guard let data = FileManager.default.contents(atPath: file) else { throw EvaluationError.unreadable(file) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(EvaluationReport.self, from: data)
        } catch {
            throw EvaluationError.badLabel("\(file):1:1: no report of ronda eval: \(error)")
        }
    }

    /// What changed since an earlier run: figures, and every page-item pair that is answered otherwise.
    public func changes(since old: EvaluationReport) -> [String] {
        var lines = [
            "precision \(Evaluation.figure(old.summary.precision)) -> \(Evaluation.figure(summary.precision))",
            "recall \(Evaluation.figure(old.summary.recall)) -> \(Evaluation.figure(summary.recall))",
            "page kind \(Evaluation.figure(old.summary.pageKindAccuracy)) -> \(Evaluation.figure(summary.pageKindAccuracy))",
        ]
        let before = Dictionary(old.pages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for page in pages {
            guard let earlier = before[page.id] else { continue }
            if earlier.pageKind != page.pageKind {
                lines.append("\(page.id): page kind \(earlier.pageKind) -> \(page.pageKind)")
            }
            for (item, state) in page.items.sorted(by: { $0.key < $1.key }) where earlier.items[item] != state {
                lines.append("\(page.id): \(item) \(earlier.items[item] ?? "-") -> \(state)")
            }
        }
        return lines
    }
}

extension EvaluationReport.Figures {
    init(_ score: Evaluation.Score) {
        self.init(positives: score.hits + score.misses, precision: score.precision, recall: score.recall, f1: score.f1)
    }
}

extension EvaluationReport.Page {
    init(_ row: Evaluation.Row) {
        let items = ItemKey.allCases.map { ($0.rawValue, row.state($0).rawValue) }
        self.init(
            id: row.page.id, pageKind: row.reading.kind.rawValue, condition: row.reading.condition.rawValue,
            items: Dictionary(items, uniquingKeysWith: { first, _ in first }))
    }
}
