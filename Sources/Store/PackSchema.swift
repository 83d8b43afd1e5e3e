import Foundation
import GRDB
import Model

/// The tables of packed offices, and the way there from a row for every page.
enum PackSchema {
    static func make(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE pack (
                    id INTEGER PRIMARY KEY,
                    scan TEXT NOT NULL,
                    code TEXT NOT NULL,
                    pages INTEGER NOT NULL,
                    head BLOB NOT NULL,
                    data BLOB NOT NULL,
                    UNIQUE (scan, code)
                );
                -- Which offices rest on a body: by the first eight bytes of its digest.
                CREATE TABLE pack_body (
                    body INTEGER NOT NULL,
                    pack INTEGER NOT NULL,
                    PRIMARY KEY (body, pack)
                ) WITHOUT ROWID;
                CREATE INDEX pack_body_pack ON pack_body(pack);
                """)
        let offices = try Row.fetchAll(db, sql: "SELECT scan, code FROM office")
        for office in offices { try move(office[0], office[1], db) }
        try db.execute(sql: "DROP TABLE page")
    }

    /// Packs an office of an older store.
    private static func move(_ scan: String, _ code: String, _ db: Database) throws {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT record, attempts, verdict FROM office WHERE scan = ? AND code = ?",
                arguments: [scan, code])
        else { return }
        let (record, attempts, verdict): (String, String, String) = (row[0], row[1], row[2])
        let pages = try Row.fetchAll(
            db, sql: "SELECT record, sha256 FROM page WHERE scan = ? AND office = ? ORDER BY position",
            arguments: [scan, code])
        let known = pages.map { $0[1] as String } + [record, attempts, verdict].flatMap(OfficePack.digests)
        let pack = OfficePack(verdict: verdict, pages: pages.map { Array(($0[0] as String).utf8) }, resting: known)
        try insert(pack, scan, code, db)
        let whole: Verdict = try JSON.value(verdict)
        try db.execute(
            sql: "UPDATE office SET verdict = ? WHERE scan = ? AND code = ?",
            arguments: [try JSON.text(whole.brief), scan, code])
    }

    static func insert(_ pack: OfficePack, _ scan: String, _ code: String, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO pack (scan, code, pages, head, data) VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [scan, code, pack.pageCount, Data(pack.head), Data(pack.pages)])
        let number = db.lastInsertedRowID
        let insert = try db.cachedStatement(sql: "INSERT INTO pack_body (body, pack) VALUES (?, ?)")
        for body in pack.bodies { try insert.execute(arguments: [body, number]) }
    }

    /// Removes what is packed of an office.
    static func remove(_ scan: String, _ code: String, _ db: Database) throws {
        guard let number = try number(scan, code, db) else { return }
        try db.execute(sql: "DELETE FROM pack_body WHERE pack = ?", arguments: [number])
        try db.execute(sql: "DELETE FROM pack WHERE id = ?", arguments: [number])
    }

    /// Removes the pages of an office; its verdict and quotations stay. Gives their number.
    static func removePages(_ scan: String, _ code: String, _ db: Database) throws -> Int {
        guard let number = try number(scan, code, db) else { return 0 }
        let count = try Int.fetchOne(db, sql: "SELECT pages FROM pack WHERE id = ?", arguments: [number]) ?? 0
        try db.execute(sql: "DELETE FROM pack_body WHERE pack = ?", arguments: [number])
        try db.execute(sql: "UPDATE pack SET pages = 0, data = x'' WHERE id = ?", arguments: [number])
        return count
    }

    private static func number(_ scan: String, _ code: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT id FROM pack WHERE scan = ? AND code = ?", arguments: [scan, code])
    }
}
