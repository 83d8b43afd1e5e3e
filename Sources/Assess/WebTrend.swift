import Model

/// How many items the offices of a region published, round by round: what stands beside an official result, and no score.
public struct WebTrend: Sendable, Hashable {
    public var scan: String
    public var at: Timestamp
    public var offices: Int
    /// Of the six components that must be published, over all offices.
    public var six: Tally
    /// Of the 14 components.
    public var fourteen: Tally

    public struct Tally: Sendable, Hashable {
        public var present: Int
        /// Items whose state could be told.
        public var known: Int
        public var all: Int
    }

    /// - Parameter verdicts: of the offices of one region in one round.
    public init(scan: String, at: Timestamp, verdicts: [Verdict]) {
        self.scan = scan
        self.at = at
        offices = verdicts.count
        six = Self.tally(ItemKey.serviceDelivery, verdicts)
        fourteen = Self.tally(ItemKey.components, verdicts)
    }

    private static func tally(_ keys: [ItemKey], _ verdicts: [Verdict]) -> Tally {
        var tally = Tally(present: 0, known: 0, all: keys.count * verdicts.count)
        for verdict in verdicts {
            for item in verdict.items where keys.contains(item.item) {
                if item.state == .present { tally.present += 1 }
                if item.state != .unknown { tally.known += 1 }
            }
        }
        return tally
    }
}
