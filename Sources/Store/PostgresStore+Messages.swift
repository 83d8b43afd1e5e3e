import Model
import Postgres

extension PostgresStore: MessageStore {
    public func post(_ message: Message) async throws(StoreError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO message (key, receiver, state, due, record) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT DO NOTHING
                """,
                [message.key, message.to, message.state.rawValue, message.due.milliseconds, try JSON.text(message)])
        }
    }

    public func waiting(at moment: Timestamp) async throws(StoreError) -> [Message] {
        try await read { db in
            try db.rows(
                "SELECT id, record FROM message WHERE state = 'waiting' AND due <= $1 ORDER BY id LIMIT 50",
                [moment.milliseconds]
            ).map(Self.message)
        }
    }

    public func take(_ message: Message, until: Timestamp) async throws(StoreError) -> Bool {
        try await write { db in
            try !db.rows(
                "UPDATE message SET due = $1 WHERE id = $2 AND state = 'waiting' AND due = $3 RETURNING id",
                [until.milliseconds, message.id, message.due.milliseconds]
            ).isEmpty
        }
    }

    public func update(_ message: Message) async throws(StoreError) {
        try await write { db in
            try db.run(
                "UPDATE message SET state = $1, due = $2, record = $3 WHERE id = $4",
                [message.state.rawValue, message.due.milliseconds, try JSON.text(message), message.id])
        }
    }

    public func messages(limit: Int) async throws(StoreError) -> [Message] {
        try await read { db in
            try db.rows("SELECT id, record FROM message ORDER BY id DESC LIMIT $1", [limit]).map(Self.message)
        }
    }

    private static func message(_ row: PGRow) throws -> Message {
        var message: Message = try JSON.value(row.text(1))
        message.id = row.int(0)
        return message
    }
}
