import Model

extension Evaluation {
    /// A 95 % interval.
    public struct Interval: Sendable, Hashable {
        public var low: Double
        public var high: Double
    }

    /// How far precision and recall of `present` hang on which sites were labelled: sites are drawn with replacement as
    /// often as there are sites, and the figures taken anew (percentile bootstrap; Efron and Tibshirani 1993, chapter 13).
    ///
    /// The draws come from a fixed generator: the same rows give the same interval.
    public func intervals(_ items: [ItemKey], draws: Int = 1000) -> (precision: Interval, recall: Interval) {
        let bySite = Dictionary(grouping: rows, by: \.page.site).sorted { $0.key < $1.key }.map { pair in
            Evaluation(rows: pair.value).score(items)
        }
        var generator = SplitMix(state: 20_260_101)
        var precision: [Double] = []
        var recall: [Double] = []
        for _ in 0..<draws {
            var sum = Score()
            for _ in bySite.indices { sum.add(bySite[Int(generator.next() % UInt64(bySite.count))]) }
            precision.append(sum.precision)
            recall.append(sum.recall)
        }
        return (Self.middle(precision), Self.middle(recall))
    }

    private static func middle(_ values: [Double]) -> Interval {
        guard !values.isEmpty else { return Interval(low: 0, high: 1) }
        let sorted = values.sorted()
        return Interval(
            low: sorted[sorted.count * 25 / 1000], high: sorted[min(sorted.count - 1, sorted.count * 975 / 1000)])
    }
}

extension Evaluation.Score {
    fileprivate mutating func add(_ other: Evaluation.Score) {
        hits += other.hits
        falseAlarms += other.falseAlarms
        misses += other.misses
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, fixed, good enough to draw sites.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
