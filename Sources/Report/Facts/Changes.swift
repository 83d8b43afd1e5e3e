import Model

/// An office whose status or address is not what it was in the round before.
struct Change: Sendable {
    enum Direction: String, Sendable, CaseIterable {
        case better, worse, other
    }

    let office: NumberedOffice
    let before: OfficeStatus
    let direction: Direction

    /// The changes of a snapshot: improvements first, then what went backwards, then the rest; list order within.
    static func all(_ snapshot: ScanSnapshot) -> [Change] {
        let found = snapshot.numbered.compactMap(Change.init)
        return Direction.allCases.flatMap { direction in found.filter { $0.direction == direction } }
    }

    private init?(_ numbered: NumberedOffice) {
        guard let before = numbered.office.previousStatus, numbered.group != .portal else { return nil }
        let moved = Self.isMove(from: numbered.office.previousAddress, to: numbered.office.verdict.finalAddress)
        guard before != numbered.status || moved else { return nil }
        office = numbered
        self.before = before
        direction = Self.direction(from: before, to: numbered.status)
    }

    /// Another host; a changed path or scheme of the same host is no news.
    private static func isMove(from: WebAddress?, to: WebAddress?) -> Bool {
        guard let from, let to else { return false }
        return from.hostWithoutWWW != to.hostWithoutWWW
    }

    /// What could not be looked at is neither better nor worse.
    private static func direction(from: OfficeStatus, to: OfficeStatus) -> Direction {
        guard let old = rank(from), let new = rank(to), old != new else { return .other }
        return new > old ? .better : .worse
    }

    /// How well an office is off, more is better; nil for what could not be looked at.
    static func rank(_ status: OfficeStatus) -> Int? {
        switch status {
        case .active: 6
        case .section: 5
        case .offDomain: 4
        case .placeholder, .socialOnly: 3
        case .missing: 2
        case .compromised: 1
        case .blocked, .unreachable, .unknown: nil
        }
    }
}
