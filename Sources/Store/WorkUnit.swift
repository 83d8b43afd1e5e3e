import Model
import Postgres

/// A part of a shared round that one worker does at a time: (scan, group, slice).
public struct UnitName: Sendable, Hashable, CustomStringConvertible {
    public var scan: String
    /// `survey/61.12`, `1/10.0.0.7` (first pass, the offices of that server), `2/10.0.0.7`, `turn/61.12`,
    /// `close`.
    public var group: String
    public var slice: Int

    public init(scan: String, group: String, slice: Int) {
        self.scan = scan
        self.group = group
        self.slice = slice
    }

    /// `scan:group:slice`: the message, and its id.
    public var description: String { "\(scan):\(group):\(slice)" }

    /// Reads a message; nil when it is none of ours. The group may hold colons (IPv6).
    public init?(_ message: String) {
        guard let first = message.firstIndex(of: ":"), let last = message.lastIndex(of: ":"), first < last,
            let slice = Int(message[message.index(after: last)...])
        else { return nil }
        self.init(
            scan: String(message[..<first]), group: String(message[message.index(after: first)..<last]), slice: slice)
    }
}

/// What a unit is for.
public enum UnitKind: String, Sendable, Hashable, Codable {
    /// Read a region's portal and share out its offices.
    case survey
    /// Offices of one server, first try.
    case first
    /// Which offices of a region are asked once more.
    case turn
    case second
    /// Incidents, counters, the end of the round.
    case close
}

/// The right to write for a unit: it holds as long as no other worker has taken the unit over.
public struct UnitFence: Sendable, Hashable {
    public var unit: UnitName
    /// Counts how often the unit was taken.
    public var epoch: Int
    /// 1 or 2 for units that hold offices; 0 for others.
    public var pass: Int

    /// Refuses the transaction when the unit was taken over. The row stays locked until the end of the transaction, so that
    /// nobody takes it over in between.
    func prove(_ db: PGConnection) throws {
        let row = try db.first(
            "SELECT epoch, state FROM unit WHERE scan = $1 AND grp = $2 AND slice = $3 FOR SHARE",
            [unit.scan, unit.group, unit.slice])
        guard let row, row.int(0) == epoch, row.text(1) == "running" else {
            throw StoreError(.fenced, "Unit \(unit) belongs to another worker by now; nothing was written.")
        }
    }

    /// An office of this unit has its outcome; and the unit is no poison, for it got on.
    func markDone(_ code: String, _ db: PGConnection) throws {
        guard pass > 0 else { return }
        try db.run(
            "UPDATE unit_office SET done = true WHERE scan = $1 AND pass = $2 AND code = $3", [unit.scan, pass, code])
    }
}

/// What the workers of a shared round must agree on; set when the round begins.
public struct SharedPlan: Sendable, Hashable, Codable {
    public var maxPages = 40
    public var exhaustive = false
    /// Seconds between the first pass and the second try.
    public var secondPassPause = 20.0
    public var secondPass = true
    public var controlHosts: [String] = []
    public var register: [RegisteredHost] = []
    /// Hours within which an office may be begun, in the time of its region; nil: at any time.
    public var hours: RoundHours?
    /// 1: "scan now", before everything that was planned.
    public var priority = 0

    public init() {}
}

/// A unit in the hands of a worker.
public struct UnitClaim: Sendable {
    public var fence: UnitFence
    public var kind: UnitKind
    /// Of a survey.
    public var region: String
    public var attempt: Int
    public var scan: ScanRecord
    public var plan: SharedPlan
    /// Offices without an outcome, in list order.
    public var offices: [Target]
}

/// Answer to asking for a unit.
public enum UnitAnswer: Sendable {
    case mine(UnitClaim)
    /// Nothing is to be done for it (any more): the message can go.
    case over
    /// Not now; ask again after these seconds.
    case later(Double)
}
