import GRDB
import Model

/// What people said. Rows are only added, and each carries a digest over itself and the row before it.
extension SQLiteStore {
    public func add(_ statement: HumanStatement) async throws(StoreError) -> HumanStatement {
        var bare = statement
        bare.id = 0
        bare.answer = nil
        let record = bare
        return try await write { db in
            var stored = record
            stored.id = try Self.append(
                Row(office: record.office, kind: record.kind.rawValue, at: record.at, record: try JSON.text(record)),
                db)
            return stored
        }
    }

    public func answer(
        statement id: Int, with answer: HumanStatement.Answer
    ) async throws(StoreError) -> HumanStatement {
        try await write { db in
            guard
                let row = try GRDB.Row.fetchOne(
                    db, sql: "SELECT office, record FROM statement WHERE id = ? AND answers IS NULL", arguments: [id])
            else {
                throw StoreError(.noSuchStatement, "The store holds no statement number \(id).")
            }
            try Self.append(
                Row(office: row[0], kind: "answer", at: answer.at, answers: id, record: try JSON.text(answer)), db)
            var statement: HumanStatement = try JSON.value(row[1])
            statement.id = id
            statement.answer = answer
            return statement
        }
    }

    public func statements(of office: String?) async throws(StoreError) -> [HumanStatement] {
        try await read { db in
            var found: [Int: HumanStatement] = [:]
            let select = "SELECT id, answers, record FROM statement"
            let rows =
                if let office {
                    try GRDB.Row.fetchCursor(db, sql: select + " WHERE office = ? ORDER BY id", arguments: [office])
                } else {
                    try GRDB.Row.fetchCursor(db, sql: select + " ORDER BY id")
                }
            while let row = try rows.next() {
                if let answered: Int = row[1] {
                    found[answered]?.answer = try JSON.value(row[2])
                } else {
                    var statement: HumanStatement = try JSON.value(row[2])
                    statement.id = row[0]
                    found[statement.id] = statement
                }
            }
            return found.keys.sorted().compactMap { found[$0] }
        }
    }

    public func firstAlteredStatement() async throws(StoreError) -> Int? {
        try await read { db in
            var chain = ""
            var expected = 1
            let rows = try GRDB.Row.fetchCursor(
                db, sql: "SELECT id, office, kind, at, answers, record, chain FROM statement ORDER BY id")
            while let row = try rows.next() {
                let id: Int = row[0]
                chain = StatementChain.next(
                    chain, office: row[1], kind: row[2], at: row[3], answers: row[4], record: row[5])
                // A number that is missing was taken away: the table gives each number once, without gaps.
                guard id == expected, chain == row[6] else { return expected }
                expected += 1
            }
            return nil
        }
    }

    private struct Row {
        var office: String
        var kind: String
        var at: Timestamp
        var answers: Int?
        var record: String
    }

    @discardableResult
    private static func append(_ row: Row, _ db: Database) throws -> Int {
        let last = try String.fetchOne(db, sql: "SELECT chain FROM statement ORDER BY id DESC LIMIT 1") ?? ""
        let chain = StatementChain.next(
            last, office: row.office, kind: row.kind, at: row.at.iso8601, answers: row.answers, record: row.record)
        try db.execute(
            sql: "INSERT INTO statement (office, kind, at, answers, record, chain) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                row.office, row.kind, row.at.iso8601, row.answers, row.record, chain,
            ])
        return Int(db.lastInsertedRowID)
    }
}
