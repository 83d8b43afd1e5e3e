import Model
import Postgres

extension PostgresStore: ListStore {
    public func officeLists() async throws(StoreError) -> [OfficeList] {
        try await read { db in
            try db.rows("SELECT record, revision FROM office_list ORDER BY id").map { row in
                var list: OfficeList = try JSON.value(row.text(0))
                list.revision = row.int(1)
                return list
            }
        }
    }

    public func offices(ofList list: String) async throws(StoreError) -> [ListedOffice] {
        try await read { db in
            try db.rows("SELECT record FROM listed_office WHERE list = $1 ORDER BY position, valid_from", [list])
                .map { try JSON.value($0.text(0)) }
        }
    }

    public func listings(of office: String) async throws(StoreError) -> [ListedOffice] {
        try await read { db in
            try db.rows("SELECT record FROM listed_office WHERE code = $1 ORDER BY valid_from", [office])
                .map { try JSON.value($0.text(0)) }
        }
    }

    public func change(_ list: OfficeList, _ states: [ListedOffice]) async throws(StoreError) -> Bool {
        try await write { db in
            // Those who change the same list stand in a line, also while it is not there yet.
            try db.run("SELECT pg_advisory_xact_lock(hashtextextended('ronda.list.' || $1, 0))", [list.id])
            let known = try db.first("SELECT revision FROM office_list WHERE id = $1", [list.id])?.int(0)
            guard known ?? 0 == list.revision else { return false }
            try db.run(
                """
                INSERT INTO office_list (id, revision, record) VALUES ($1, $2, $3)
                ON CONFLICT (id) DO UPDATE SET revision = $2
                """, [list.id, list.revision + 1, try JSON.text(list)])
            for state in states {
                try db.run(
                    """
                    INSERT INTO listed_office (list, code, valid_from, position, record) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (list, code, valid_from) DO UPDATE SET position = $4, record = $5
                    """, [list.id, state.target.code, state.from, state.position, try JSON.text(state)])
            }
            return true
        }
    }
}
