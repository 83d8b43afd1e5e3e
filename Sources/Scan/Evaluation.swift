import Detect
import Model
import Parse

/// Measures the detector on a labelled corpus: what it said of every page beside what a person said.
public struct Evaluation: Sendable {
    /// One page: what was read, and the label.
    public struct Row: Sendable {
        public var page: LabelledPage
        public var reading: PageReading

        /// What the label says of an item.
        public func label(_ item: ItemKey) -> ItemState { page.labels[item.rawValue] ?? .absent }

        /// The item is carried by an image that is not in the corpus: nobody can score it.
        public func isImageOnly(_ item: ItemKey) -> Bool { page.imageOnly.contains(item.rawValue) }

        public func state(_ item: ItemKey) -> ItemState { reading.state(of: item) }
    }

    public var rows: [Row]

    /// The keys of the published figure: the 14 components, maklumat, survey, opening hours.
    public static let measured: [ItemKey] = ItemKey.components + [.maklumat, .surveiKepuasan, .jamLayanan]

    /// Reads and judges every page of the corpus.
    public static func run(_ corpus: Corpus, detector: Detector) throws(EvaluationError) -> Evaluation {
        var rows: [Row] = []
        for page in corpus.pages {
            let body = try corpus.body(of: page)
            guard let address = page.address else { throw EvaluationError.badLabel("no address for \(page.id)") }
            let (_, reading) = detector.read(status: 200, isHome: false) {
                PageParser.parse(body, address: address, contentType: "text/html; charset=utf-8", hints: $0)
            }
            rows.append(Row(page: page, reading: reading))
        }
        return Evaluation(rows: rows)
    }

    /// The same for some of the sites only.
    public func only(_ sites: Set<String>) -> Evaluation {
        Evaluation(rows: rows.filter { sites.contains($0.page.site) })
    }

    /// Hits and misses of `present` for some keys together.
    public func score(_ items: [ItemKey]) -> Score {
        var score = Score()
        for row in rows {
            for item in items where !row.isImageOnly(item) {
                score.add(truth: row.label(item) == .present, said: row.state(item) == .present)
            }
        }
        return score
    }

    /// Share of the page-item pairs whose class (present, linked, neither) is right.
    public func threeWayAccuracy(_ items: [ItemKey]) -> Double {
        var right = 0
        var all = 0
        for row in rows {
            for item in items where !row.isImageOnly(item) {
                all += 1
                if Self.coarse(row.label(item)) == Self.coarse(row.state(item)) { right += 1 }
            }
        }
        return all == 0 ? 0 : Double(right) / Double(all)
    }

    private static func coarse(_ state: ItemState) -> Int {
        switch state {
        case .present: 2
        case .linked: 1
        case .empty, .absent, .unknown: 0
        }
    }

    /// Share of pages whose kind is right.
    public var kindAccuracy: Double {
        rows.isEmpty ? 0 : Double(rows.count { $0.reading.kind == $0.page.kind }) / Double(rows.count)
    }

    /// Share of pages on which "a site or not" is right: parked, defaced and shell pages against all others.
    public var conditionAccuracy: Double {
        rows.isEmpty ? 0 : Double(rows.count { Self.conditionRight($0) }) / Double(rows.count)
    }

    static func conditionRight(_ row: Row) -> Bool {
        let isSite = row.reading.condition.isContent
        switch row.page.kind {
        case .parked, .spaShell: return !isSite
        case .defaced: return row.reading.condition == .gambling || row.reading.condition == .takeover
        default: return isSite
        }
    }

    /// Hits, false alarms, misses.
    public struct Score: Sendable, Hashable {
        public var hits = 0
        public var falseAlarms = 0
        public var misses = 0

        mutating func add(truth: Bool, said: Bool) {
            if truth && said { hits += 1 } else if said { falseAlarms += 1 } else if truth { misses += 1 }
        }

        /// Nothing said: 1, nothing was wrong.
        public var precision: Double {
            hits + falseAlarms == 0 ? 1 : Double(hits) / Double(hits + falseAlarms)
        }
        /// Nothing to find: 1.
        public var recall: Double { hits + misses == 0 ? 1 : Double(hits) / Double(hits + misses) }
        public var f1: Double {
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }
}
