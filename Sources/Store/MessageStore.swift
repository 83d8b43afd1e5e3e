import GRDB
import Model

/// Messages that wait, and a record of what was sent.
public protocol MessageStore: Sendable {
    /// Keeps a message unless one of the same key to the same receiver is kept already.
    func post(_ message: Message) async throws(StoreError)
    /// Messages to be tried now, oldest first.
    func waiting(at: Timestamp) async throws(StoreError) -> [Message]
    /// Puts a waiting message off to a later moment for whoever tries it now; false when another process did so first.
    func take(_ message: Message, until: Timestamp) async throws(StoreError) -> Bool
    /// Writes down how a try ended.
    func update(_ message: Message) async throws(StoreError)
    /// Newest first.
    func messages(limit: Int) async throws(StoreError) -> [Message]
}

extension SQLiteStore: MessageStore {
    public func post(_ message: Message) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO message (key, receiver, state, due, record) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    message.key, message.to, message.state.rawValue, message.due.milliseconds, try JSON.text(message),
                ])
        }
    }

    public func waiting(at moment: Timestamp) async throws(StoreError) -> [Message] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT id, record FROM message WHERE state = 'waiting' AND due <= ? ORDER BY id LIMIT 50",
                arguments: [moment.milliseconds]
            ).map(Self.message)
        }
    }

    public func take(_ message: Message, until: Timestamp) async throws(StoreError) -> Bool {
        try await write { db in
            try db.execute(
                sql: "UPDATE message SET due = ? WHERE id = ? AND state = 'waiting' AND due = ?",
                arguments: [until.milliseconds, message.id, message.due.milliseconds])
            return db.changesCount == 1
        }
    }

    public func update(_ message: Message) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "UPDATE message SET state = ?, due = ?, record = ? WHERE id = ?",
                arguments: [message.state.rawValue, message.due.milliseconds, try JSON.text(message), message.id])
        }
    }

    public func messages(limit: Int) async throws(StoreError) -> [Message] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT id, record FROM message ORDER BY id DESC LIMIT ?", arguments: [limit])
                .map(Self.message)
        }
    }

    private static func message(_ row: Row) throws -> Message {
        var message: Message = try JSON.value(row[1])
        message.id = row[0]
        return message
    }
}
