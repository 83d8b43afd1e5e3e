import GRDB
import Model

/// Accounts, sessions, tokens and the audit log of the desk.
extension SQLiteStore {
    public func people() async throws(StoreError) -> [Person] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM person ORDER BY name").map { try JSON.value($0) }
        }
    }

    public func account(_ name: String) async throws(StoreError) -> (person: Person, password: String)? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT record, password FROM person WHERE name = ?", arguments: [name])
                .map { (person: try JSON.value($0[0]), password: $0[1]) }
        }
    }

    public func keep(_ person: Person, password: String?) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO person (name, record, password) VALUES (?1, ?2, coalesce(?3, ''))
                    ON CONFLICT (name) DO UPDATE SET record = ?2, password = coalesce(?3, password)
                    """,
                arguments: [person.name, try JSON.text(person), password])
        }
    }

    public func begin(_ session: DeskSession) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO desk_session (key, person, form_secret, expires) VALUES (?, ?, ?, ?)",
                arguments: [session.key, session.person, session.formSecret, session.expires.milliseconds])
        }
    }

    public func session(_ key: String, at: Timestamp) async throws(StoreError) -> DeskSession? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM desk_session WHERE key = ? AND expires > ?", arguments: [key, at.milliseconds]
            ).map { row in
                DeskSession(
                    key: key, person: row["person"], formSecret: row["form_secret"],
                    expires: Timestamp(milliseconds: row["expires"]))
            }
        }
    }

    public func endSession(_ key: String) async throws(StoreError) {
        try await write { db in try db.execute(sql: "DELETE FROM desk_session WHERE key = ?", arguments: [key]) }
    }

    public func endSessions(of person: String) async throws(StoreError) {
        try await write { db in try db.execute(sql: "DELETE FROM desk_session WHERE person = ?", arguments: [person]) }
    }

    public func keep(_ token: APIToken) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: """
                    INSERT INTO api_token (key, purpose, person, created_at, scopes, regions, expires)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    token.key, token.purpose, token.person, token.createdAt.milliseconds,
                    token.scopes.map(\.rawValue).sorted().joined(separator: " "), token.regions.joined(separator: " "),
                    token.expires?.milliseconds,
                ])
        }
    }

    public func tokens(of person: String) async throws(StoreError) -> [APIToken] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM api_token WHERE person = ? ORDER BY created_at DESC, key", arguments: [person]
            ).map(Self.token)
        }
    }

    public func removeToken(_ key: String) async throws(StoreError) {
        try await write { db in try db.execute(sql: "DELETE FROM api_token WHERE key = ?", arguments: [key]) }
    }

    private static func token(_ row: Row) throws -> APIToken {
        try StoredRow.token(
            APIToken(
                key: row["key"], purpose: row["purpose"], person: row["person"],
                createdAt: Timestamp(milliseconds: row["created_at"])),
            scopes: row["scopes"], regions: row["regions"], expires: row["expires"])
    }

    public func token(_ key: String) async throws(StoreError) -> APIToken? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM api_token WHERE key = ?", arguments: [key]).map(Self.token)
        }
    }

    public func write(_ entry: AuditEntry) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT INTO audit (at, record) VALUES (?, ?)",
                arguments: [entry.at.milliseconds, try JSON.text(entry)])
        }
    }

    public func audit(limit: Int) async throws(StoreError) -> [AuditEntry] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM audit ORDER BY id DESC LIMIT ?", arguments: [limit])
                .map { try JSON.value($0) }
        }
    }
}
