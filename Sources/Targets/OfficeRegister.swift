import Model
import Rules

/// A kept list with all the states it had, and what changes of it write.
///
/// Nothing here touches the store: a change gives the states to be written, old ones ended and new ones begun.
public struct OfficeRegister: Sendable {
    public let list: OfficeList
    /// In list order, oldest first.
    public let states: [ListedOffice]

    public init(_ list: OfficeList, _ states: [ListedOffice]) {
        self.list = list
        self.states = states
    }

    /// Why a change cannot be made.
    public enum Refusal: Error, Sendable, Hashable {
        /// No office of this code on that day.
        case unknown(String)
        /// The office has a state that begins on or after that day.
        case laterState(String, from: String)
        /// An office cannot be merged into itself.
        case ownSuccessor

        public func sentence(_ language: Language) -> String {
            let indonesian = language == .id
            return switch self {
            case .unknown(let code):
                indonesian
                    ? "Tidak ada kantor \(code) dalam daftar ini pada tanggal itu."
                    : "The list holds no office \(code) on that day."
            case .laterState(let code, let from):
                indonesian
                    ? "\(code) sudah berubah sejak \(from); pakai tanggal sesudahnya."
                    : "\(code) has changed since \(from); give a later day."
            case .ownSuccessor:
                indonesian
                    ? "Kantor tidak dapat digabung ke dirinya sendiri." : "An office cannot be merged into itself."
            }
        }
    }

    /// The offices there are on a day.
    public func offices(on day: String) -> [ListedOffice] { states.filter { $0.holds(on: day) } }

    /// What an import of a list would do.
    public struct Import: Sendable {
        public var added: [ListedOffice] = []
        /// Old state ended, new state begun.
        public var changed: [(old: ListedOffice, new: ListedOffice)] = []
        public var unchanged = 0
        /// Codes of the list that the import does not name; they stay as they are.
        public var absent: [String] = []

        /// What is to be written.
        public var states: [ListedOffice] {
            added + changed.flatMap { $0.old.from == $0.new.from ? [$0.new] : [$0.old, $0.new] }
        }

    }

    /// Offices of a file beside those of the list: new ones are added, others that differ change from that day on.
    public func importing(
        _ targets: [Target], from day: String, by person: String, at: Timestamp
    ) throws(Refusal) -> Import {
        var result = Import()
        let known = Dictionary(offices(on: day).map { ($0.target.code, $0) }, uniquingKeysWith: { $1 })
        var next = (states.map(\.position).max() ?? -1) + 1
        for target in targets {
            var target = target
            target.source = nil
            if let old = known[target.code] {
                if old.target == target {
                    result.unchanged += 1
                } else {
                    result.changed.append(try replaced(old, target, from: day, "", by: person, at: at))
                }
                continue
            }
            try refuseLater(target.code, than: day)
            result.added.append(
                ListedOffice(list: list.id, position: next, target: target, from: day, by: person, at: at))
            next += 1
        }
        let named = Set(targets.map(\.code))
        result.absent = known.keys.filter { !named.contains($0) }.sorted()
        return result
    }

    /// The office with another name, address or place from a day on; its code, and so its history, stays.
    public func changing(
        _ code: String, to target: Target, from day: String, reason: String, by person: String, at: Timestamp
    ) throws(Refusal) -> [ListedOffice] {
        let old = try state(of: code, on: day)
        let pair = try replaced(old, target, from: day, reason, by: person, at: at)
        return pair.old.from == pair.new.from ? [pair.new] : [pair.old, pair.new]
    }

    /// The office no longer there from a day on; merged into another when `successor` names one.
    public func closing(
        _ code: String, from day: String, successor: String? = nil, reason: String, by person: String, at: Timestamp
    ) throws(Refusal) -> [ListedOffice] {
        guard successor != code else { throw .ownSuccessor }
        if let successor { _ = try state(of: successor, on: day) }
        var old = try state(of: code, on: day)
        try refuseLater(code, than: day)
        old.until = day
        old.successor = successor
        old.reason = reason
        old.by = person
        old.at = at
        return [old]
    }

    private func state(of code: String, on day: String) throws(Refusal) -> ListedOffice {
        guard let state = states.last(where: { $0.target.code == code && $0.holds(on: day) }) else {
            throw .unknown(code)
        }
        return state
    }

    private func refuseLater(_ code: String, than day: String) throws(Refusal) {
        if let later = states.first(where: { $0.target.code == code && $0.from > day }) {
            throw .laterState(code, from: later.from)
        }
    }

    private func replaced(
        _ old: ListedOffice, _ target: Target, from day: String, _ reason: String, by person: String, at: Timestamp
    ) throws(Refusal) -> (old: ListedOffice, new: ListedOffice) {
        try refuseLater(old.target.code, than: day)
        var ended = old
        ended.until = day
        var target = target
        target.code = old.target.code
        let new = ListedOffice(
            list: list.id, position: old.position, target: target, from: day, reason: reason, by: person, at: at)
        return (ended, new)
    }
}
