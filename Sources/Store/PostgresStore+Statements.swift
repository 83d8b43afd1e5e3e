import Model
import Postgres

/// What people said; the chain over it is the same as in SQLite.
extension PostgresStore {
    public func add(_ statement: HumanStatement) async throws(StoreError) -> HumanStatement {
        var bare = statement
        bare.id = 0
        bare.answer = nil
        let record = bare
        return try await write { db in
            var stored = record
            stored.id = try Self.append(
                office: record.office, kind: record.kind.rawValue, at: record.at, answers: nil,
                record: try JSON.text(record), db)
            return stored
        }
    }

    public func answer(
        statement id: Int, with answer: HumanStatement.Answer
    ) async throws(StoreError) -> HumanStatement {
        try await write { db in
            guard
                let row = try db.first(
                    "SELECT office, record FROM statement WHERE id = $1 AND answers IS NULL", [id])
            else { throw StoreError(.noSuchStatement, "The store holds no statement number \(id).") }
            _ = try Self.append(
                office: row.text(0), kind: "answer", at: answer.at, answers: id, record: try JSON.text(answer), db)
            var statement: HumanStatement = try JSON.value(row.text(1))
            statement.id = id
            statement.answer = answer
            return statement
        }
    }

    public func statements(of office: String?) async throws(StoreError) -> [HumanStatement] {
        try await read { db in
            var found: [Int: HumanStatement] = [:]
            let rows = try db.rows(
                "SELECT id, answers, record FROM statement WHERE $1::text IS NULL OR office = $1 ORDER BY id", [office])
            for row in rows {
                if row.isNull(1) {
                    var statement: HumanStatement = try JSON.value(row.text(2))
                    statement.id = row.int(0)
                    found[statement.id] = statement
                } else {
                    found[row.int(1)]?.answer = try JSON.value(row.text(2))
                }
            }
            return found.keys.sorted().compactMap { found[$0] }
        }
    }

    public func firstAlteredStatement() async throws(StoreError) -> Int? {
        try await read { db in
            var chain = ""
            var expected = 1
            let rows = try db.rows(
                "SELECT id, office, kind, at, answers, record, chain FROM statement ORDER BY id")
            for row in rows {
                chain = StatementChain.next(
                    chain, office: row.text(1), kind: row.text(2), at: row.text(3),
                    answers: row.isNull(4) ? nil : row.int(4), record: row.text(5))
                guard row.int(0) == expected, chain == row.text(6) else { return expected }
                expected += 1
            }
            return nil
        }
    }

    /// Numbers without gaps: the lock lets one in at a time, and a number that was not committed is given again.
    static func append(
        office: String, kind: String, at: Timestamp, answers: Int?, record: String, _ db: PGConnection
    ) throws -> Int {
        try db.script("LOCK TABLE statement IN EXCLUSIVE MODE")
        let last = try db.first("SELECT id, chain FROM statement ORDER BY id DESC LIMIT 1")
        let id = (last?.int(0) ?? 0) + 1
        let chain = StatementChain.next(
            last?.text(1) ?? "", office: office, kind: kind, at: at.iso8601, answers: answers, record: record)
        try db.run(
            "INSERT INTO statement (id, office, kind, at, answers, record, chain) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            [id, office, kind, at.iso8601, answers, record, chain])
        return id
    }
}
