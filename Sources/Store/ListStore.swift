import GRDB
import Model

/// What keeps lists of offices, with every state they had.
public protocol ListStore: Sendable {
    /// Every list, by name.
    func officeLists() async throws(StoreError) -> [OfficeList]
    /// Every state of every office of a list, in list order and oldest first.
    func offices(ofList list: String) async throws(StoreError) -> [ListedOffice]
    /// Every state of an office in whatever lists, oldest first.
    func listings(of office: String) async throws(StoreError) -> [ListedOffice]
    /// Writes states over those of the same office and first day, and adds the others, all or none.
    ///
    /// - Parameter list: as the asker knows it. False, and nothing is written, when it was changed since.
    func change(_ list: OfficeList, _ states: [ListedOffice]) async throws(StoreError) -> Bool
}

extension SQLiteStore: ListStore {
    static let listTables = """
        CREATE TABLE office_list (
            id TEXT PRIMARY KEY,
            revision INTEGER NOT NULL,
            record TEXT NOT NULL
        ) WITHOUT ROWID;
        -- One row is one office from a day on; a change of the office is another row.
        CREATE TABLE listed_office (
            list TEXT NOT NULL REFERENCES office_list(id),
            code TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            position INTEGER NOT NULL,
            record TEXT NOT NULL,
            PRIMARY KEY (list, code, valid_from)
        ) WITHOUT ROWID;
        CREATE INDEX listed_office_code ON listed_office(code, valid_from);
        """

    public func officeLists() async throws(StoreError) -> [OfficeList] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT record, revision FROM office_list ORDER BY id").map { row in
                var list: OfficeList = try JSON.value(row[0])
                list.revision = row[1]
                return list
            }
        }
    }

    public func offices(ofList list: String) async throws(StoreError) -> [ListedOffice] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM listed_office WHERE list = ? ORDER BY position, valid_from",
                arguments: [list]
            ).map { try JSON.value($0) }
        }
    }

    public func listings(of office: String) async throws(StoreError) -> [ListedOffice] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT record FROM listed_office WHERE code = ? ORDER BY valid_from", arguments: [office]
            ).map { try JSON.value($0) }
        }
    }

    public func change(_ list: OfficeList, _ states: [ListedOffice]) async throws(StoreError) -> Bool {
        try await write { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT revision FROM office_list WHERE id = ?", arguments: [list.id])
            guard known ?? 0 == list.revision else { return false }
            try db.execute(
                sql: """
                    INSERT INTO office_list (id, revision, record) VALUES (?1, ?2, ?3)
                    ON CONFLICT (id) DO UPDATE SET revision = ?2
                    """,
                arguments: [list.id, list.revision + 1, try JSON.text(list)])
            let keep = try db.makeStatement(
                sql: """
                    INSERT INTO listed_office (list, code, valid_from, position, record) VALUES (?1, ?2, ?3, ?4, ?5)
                    ON CONFLICT (list, code, valid_from) DO UPDATE SET position = ?4, record = ?5
                    """)
            for state in states {
                try keep.execute(arguments: [
                    list.id, state.target.code, state.from, state.position, try JSON.text(state),
                ])
            }
            return true
        }
    }
}
