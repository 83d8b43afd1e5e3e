/// A message to people about a round: one digest, not one mail for each piece of news.
public struct Message: Sendable, Hashable, Codable {
    public enum State: String, Sendable, Hashable, Codable {
        case waiting, sent
        /// Tried as often as it may be.
        case dead
    }

    /// Number in the store; 0 before it is stored.
    public var id = 0
    /// What makes it one: the same key is never kept twice (`round:<scan>`).
    public var key: String
    /// `mailto:` address, https address of a webhook, or `hook:` with the file of a template.
    public var to: String
    public var subject: String
    public var body: String
    public var state = State.waiting
    public var tries = 0
    /// Not to be tried before.
    public var due: Timestamp
    /// What the last failed try said.
    public var trouble = ""

    /// Who receives it, without what may be secret in an address (the path of a webhook is its key).
    public var receiver: String {
        if to.hasPrefix("mailto:") { return String(to.dropFirst(7)) }
        if to.hasPrefix("hook:") { return String(to.split(separator: "/").last ?? "") }
        return WebAddress(to)?.host ?? "?"
    }

    public init(key: String, to: String, subject: String, body: String, due: Timestamp) {
        self.key = key
        self.to = to
        self.subject = subject
        self.body = body
        self.due = due
    }
}
