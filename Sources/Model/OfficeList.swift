/// A list of offices that is kept in the store and changed at the desk.
public struct OfficeList: Sendable, Hashable, Codable {
    /// Short name, unique in a store; letters, digits and `-`.
    public var id: String
    public var createdAt: Timestamp
    public var createdBy: String
    /// Grows with every change: who changes an older state of the list is told so.
    public var revision: Int

    public init(id: String, createdAt: Timestamp, createdBy: String, revision: Int = 0) {
        self.id = id
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.revision = revision
    }

    /// How a schedule names a kept list, where it would name a file otherwise.
    public static let scheme = "daftar:"
}

/// One office of a kept list, as it is from one day to another. Offices are reorganised every term; nothing of what they
/// were is forgotten, a change ends one of these and begins the next.
public struct ListedOffice: Sendable, Hashable, Codable {
    public var list: String
    /// Place in the list, from 0.
    public var position: Int
    public var target: Target
    /// First day, `2026-01-02`.
    public var from: String
    /// First day on which it no longer holds; nil while it does.
    public var until: String?
    /// Code of the office that took over, when it was merged into another.
    public var successor: String?
    /// Why it is so: the regulation that renamed, merged or closed it.
    public var reason: String
    public var by: String
    public var at: Timestamp

    public init(
        list: String, position: Int, target: Target, from: String, until: String? = nil, successor: String? = nil,
        reason: String = "", by: String, at: Timestamp
    ) {
        self.list = list
        self.position = position
        self.target = target
        self.from = from
        self.until = until
        self.successor = successor
        self.reason = reason
        self.by = by
        self.at = at
    }

    /// Whether it holds on a day (`2026-01-02`; such texts compare as days do).
    public func holds(on day: String) -> Bool { from <= day && until.map { day < $0 } ?? true }
}
