import Deflate
import Foundation
import GRDB
import Model

extension SQLiteStore: PublicationStore {
    public func add(_ publication: Publication, copy: [UInt8]) async throws(StoreError) -> Publication {
        try await write { db in
            var stored = publication
            stored.id = 0
            try db.execute(
                sql: "INSERT INTO publication (kind, number, at, record, copy) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    stored.kind.rawValue, stored.kind == .final ? stored.number : nil, stored.at.iso8601,
                    try JSON.text(stored), Data(Deflate.compress(copy)),
                ])
            stored.id = Int(db.lastInsertedRowID)
            return stored
        }
    }

    public func publications() async throws(StoreError) -> [Publication] {
        try await read { db in
            let rows = try Row.fetchCursor(db, sql: "SELECT id, record FROM publication ORDER BY id")
            var found: [Publication] = []
            while let row = try rows.next() {
                var publication: Publication = try JSON.value(row[1])
                publication.id = row[0]
                found.append(publication)
            }
            return found
        }
    }

    public func copy(ofPublication id: Int) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            let packed = try Data.fetchOne(db, sql: "SELECT copy FROM publication WHERE id = ?", arguments: [id])
            return packed.flatMap { Deflate.decompress([UInt8]($0), limit: 1 << 28)?.bytes }
        }
    }
}
