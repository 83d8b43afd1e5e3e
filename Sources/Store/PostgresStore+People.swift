import Model
import Postgres

/// Accounts, sessions, tokens and the audit log of the desk.
extension PostgresStore {
    public func people() async throws(StoreError) -> [Person] {
        try await read { db in
            try db.rows("SELECT record FROM person ORDER BY name").map { try JSON.value($0.text(0)) }
        }
    }

    public func account(_ name: String) async throws(StoreError) -> (person: Person, password: String)? {
        try await read { db in
            try db.first("SELECT record, password FROM person WHERE name = $1", [name])
                .map { (person: try JSON.value($0.text(0)), password: $0.text(1)) }
        }
    }

    public func keep(_ person: Person, password: String?) async throws(StoreError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO person (name, record, password) VALUES ($1, $2, coalesce($3, ''))
                ON CONFLICT (name) DO UPDATE SET record = $2, password = coalesce($3, person.password)
                """, [person.name, try JSON.text(person), password])
        }
    }

    public func begin(_ session: DeskSession) async throws(StoreError) {
        try await write { db in
            try db.run(
                "INSERT INTO desk_session (key, person, form_secret, expires) VALUES ($1, $2, $3, $4)",
                [session.key, session.person, session.formSecret, session.expires.milliseconds])
        }
    }

    public func session(_ key: String, at: Timestamp) async throws(StoreError) -> DeskSession? {
        try await read { db in
            try db.first(
                "SELECT person, form_secret, expires FROM desk_session WHERE key = $1 AND expires > $2",
                [key, at.milliseconds]
            ).map { row in
                DeskSession(
                    key: key, person: row.text(0), formSecret: row.text(1),
                    expires: Timestamp(milliseconds: Int64(row.int(2))))
            }
        }
    }

    public func endSession(_ key: String) async throws(StoreError) {
        try await write { db in _ = try db.run("DELETE FROM desk_session WHERE key = $1", [key]) }
    }

    public func endSessions(of person: String) async throws(StoreError) {
        try await write { db in _ = try db.run("DELETE FROM desk_session WHERE person = $1", [person]) }
    }

    public func keep(_ token: APIToken) async throws(StoreError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO api_token (key, purpose, person, created_at, scopes, regions, expires)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    token.key, token.purpose, token.person, token.createdAt.milliseconds,
                    token.scopes.map(\.rawValue).sorted().joined(separator: " "), token.regions.joined(separator: " "),
                    token.expires?.milliseconds,
                ])
        }
    }

    public func tokens(of person: String) async throws(StoreError) -> [APIToken] {
        try await read { db in
            try db.rows(
                "SELECT \(Self.tokenColumns) FROM api_token WHERE person = $1 ORDER BY created_at DESC, key", [person]
            ).map(Self.token)
        }
    }

    public func token(_ key: String) async throws(StoreError) -> APIToken? {
        try await read { db in
            try db.first("SELECT \(Self.tokenColumns) FROM api_token WHERE key = $1", [key]).map(Self.token)
        }
    }

    public func removeToken(_ key: String) async throws(StoreError) {
        try await write { db in _ = try db.run("DELETE FROM api_token WHERE key = $1", [key]) }
    }

    private static let tokenColumns = "key, purpose, person, created_at, scopes, regions, expires"

    private static func token(_ row: PGRow) throws -> APIToken {
        try StoredRow.token(
            APIToken(
                key: row.text(0), purpose: row.text(1), person: row.text(2),
                createdAt: Timestamp(milliseconds: Int64(row.int(3)))),
            scopes: row.text(4), regions: row.text(5), expires: row.isNull(6) ? nil : Int64(row.int(6)))
    }

    public func write(_ entry: AuditEntry) async throws(StoreError) {
        try await write { db in
            _ = try db.run(
                "INSERT INTO audit (at, record) VALUES ($1, $2)", [entry.at.milliseconds, try JSON.text(entry)])
        }
    }

    public func audit(limit: Int) async throws(StoreError) -> [AuditEntry] {
        try await read { db in
            try db.rows("SELECT record FROM audit ORDER BY id DESC LIMIT $1", [limit]).map {
                try JSON.value($0.text(0))
            }
        }
    }
}
