import GRDB
import Model

/// What people asked to be looked at now.
public protocol RequestStore: Sendable {
    /// Keeps a request; one that waits already for the same is not kept twice.
    func ask(_ request: RoundRequest) async throws(StoreError)
    /// Takes the oldest request of a kind, in one transaction: no two schedulers have it.
    func takeRequest(_ kind: RoundRequest.Kind) async throws(StoreError) -> RoundRequest?
    /// Requests that no scheduler has taken yet.
    func waitingRequests() async throws(StoreError) -> [RoundRequest]
}

extension SQLiteStore: RequestStore {
    static let requestTable = """
        CREATE TABLE round_request (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            record TEXT NOT NULL,
            UNIQUE (kind, subject)
        );
        """

    public func ask(_ request: RoundRequest) async throws(StoreError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO round_request (kind, subject, record) VALUES (?, ?, ?)",
                arguments: [request.kind.rawValue, request.subject, try JSON.text(request)])
        }
    }

    public func takeRequest(_ kind: RoundRequest.Kind) async throws(StoreError) -> RoundRequest? {
        // Schedulers look every few seconds: reading first keeps the writer free when nobody asked.
        guard try await waitingRequests().contains(where: { $0.kind == kind }) else { return nil }
        return try await write { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT id, record FROM round_request WHERE kind = ? ORDER BY id LIMIT 1",
                    arguments: [kind.rawValue])
            else { return nil }
            try db.execute(sql: "DELETE FROM round_request WHERE id = ?", arguments: [row[0] as Int64])
            return try JSON.value(row[1])
        }
    }

    public func waitingRequests() async throws(StoreError) -> [RoundRequest] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT record FROM round_request ORDER BY id").map { try JSON.value($0) }
        }
    }
}
