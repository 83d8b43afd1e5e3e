import Model
import Postgres

/// What people asked to be looked at now.
extension PostgresStore: RequestStore {
    public func ask(_ request: RoundRequest) async throws(StoreError) {
        try await write { db in
            _ = try db.run(
                "INSERT INTO round_request (kind, subject, record) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [request.kind.rawValue, request.subject, try JSON.text(request)])
        }
    }

    public func takeRequest(_ kind: RoundRequest.Kind) async throws(StoreError) -> RoundRequest? {
        try await write { db in
            try db.first(
                """
                DELETE FROM round_request WHERE id = (
                    SELECT id FROM round_request WHERE kind = $1 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING record
                """, [kind.rawValue]
            ).map { try JSON.value($0.text(0)) }
        }
    }

    public func waitingRequests() async throws(StoreError) -> [RoundRequest] {
        try await read { db in
            try db.rows("SELECT record FROM round_request ORDER BY id").map { try JSON.value($0.text(0)) }
        }
    }
}
