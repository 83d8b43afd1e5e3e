import Model

/// The same offices at two moments: what was mended, what went backwards, what is new, what cannot be compared.
///
/// What could not be looked at on either side is neither better nor worse: it is `unknown`.
public struct Comparison: Sendable {
    /// One of the two moments.
    public struct Side: Sendable {
        /// What people call it: the id of a scan, or a date.
        public var name: String
        /// When its last round ended.
        public var at: Timestamp
        /// The rounds it was read from.
        public var scans: [String]

        public init(name: String, at: Timestamp, scans: [String]) {
            self.name = name
            self.at = at
            self.scans = scans
        }
    }

    /// One office with its verdict on each side; nil where it was not in any list.
    public struct Office: Sendable {
        public var target: Target
        public var before: Verdict?
        public var after: Verdict?

        public init(target: Target, before: Verdict?, after: Verdict?) {
            self.target = target
            self.before = before
            self.after = after
        }
    }

    public enum Movement: String, Sendable, Hashable, CaseIterable, Codable {
        case mended, regressed, mixed, same, new, gone, unknown
    }

    public let before: Side
    public let after: Side
    /// In list order, portals left out.
    public let offices: [Office]
    public let regionNames: [String: String]

    public init(before: Side, after: Side, offices: [Office], regionNames: [String: String]) {
        self.before = before
        self.after = after
        self.offices = offices.filter { !$0.target.isPortal }
        self.regionNames = regionNames
    }

    /// How many offices moved each way.
    public func count(_ movement: Movement) -> Int { offices.count { $0.movement == movement } }

    /// Offices that stand on both sides.
    var compared: [Office] { offices.filter { $0.before != nil && $0.after != nil } }
}

extension Comparison.Office {
    /// What became of its site.
    public var site: Comparison.Movement {
        guard let before else { return .new }
        guard let after else { return .gone }
        guard let old = Change.rank(before.status), let new = Change.rank(after.status) else { return .unknown }
        return new > old ? .mended : new < old ? .regressed : .same
    }

    /// What became of one item.
    public func item(_ key: ItemKey) -> Comparison.Movement {
        guard let before else { return .new }
        guard let after else { return .gone }
        guard let old = before.state(key), let new = after.state(key), old != .unknown, new != .unknown else {
            return .unknown
        }
        return new.strength > old.strength ? .mended : new.strength < old.strength ? .regressed : .same
    }

    /// Items that moved that way.
    public func items(_ movement: Comparison.Movement) -> [ItemKey] { ItemKey.allCases.filter { item($0) == movement } }

    /// All in all: what moved decides; an office of which nothing could be compared is unknown.
    public var movement: Comparison.Movement {
        guard before != nil else { return .new }
        guard after != nil else { return .gone }
        let moves = Set(ItemKey.allCases.map { item($0) } + [site])
        switch (moves.contains(.mended), moves.contains(.regressed)) {
        case (true, true): return .mixed
        case (true, false): return .mended
        case (false, true): return .regressed
        // What became of the site itself must be known before anybody says that nothing changed.
        case (false, false): return site == .same ? .same : .unknown
        }
    }
}

extension Verdict {
    func state(_ key: ItemKey) -> ItemState? { items.first { $0.item == key }?.state }

    /// A living site or section under go.id.
    var hasSite: Bool { status == .active || status == .section }

    /// Whether anybody could say that it has a site or none.
    var isDecided: Bool { Change.rank(status) != nil }
}
