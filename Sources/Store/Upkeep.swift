import GRDB
import Model

/// How long a store keeps what: the rules of retention.
public struct Retention: Sendable, Hashable {
    /// Newest finished rounds of a region whose pages and bodies are kept.
    public var rounds: Int
    /// Offices whose pages and bodies are kept for ever: cases that are open.
    public var openCases: Set<String>

    public init(rounds: Int, openCases: Set<String>) {
        self.rounds = max(1, rounds)
        self.openCases = openCases
    }
}

/// What a store lost to its rules of retention.
public struct Pruned: Sendable, Hashable {
    public var pages = 0
    public var bodies = 0
    /// Bytes of the bodies as they were kept.
    public var bytes = 0
}

/// What forgets pages by rules.
public protocol RetentionStore: Sendable {
    /// Removes pages of rounds older than the rules keep, and bodies that no page rests on then. Verdicts, quotations and
    /// their digests stay for ever; only what they were read from goes.
    ///
    /// - Parameter really: false only counts.
    func prune(_ rules: Retention, really: Bool) async throws(StoreError) -> Pruned
    /// Gives the space of what was removed back: to the disk on SQLite, where writers wait meanwhile and as much free
    /// space is needed as the store is large; for new rows on PostgreSQL, where nobody waits.
    func compact() async throws(StoreError)
}

extension SQLiteStore: RetentionStore {
    public func prune(_ rules: Retention, really: Bool) async throws(StoreError) -> Pruned {
        let old = try await oldOffices(rules)
        var pruned = Pruned()
        // Small transactions: a scan that writes meanwhile waits for none of them long.
        for some in stride(from: 0, to: old.count, by: 200).map({ Array(old[$0..<min($0 + 200, old.count)]) }) {
            pruned.pages += try await dropPages(some, really: really)
        }
        guard really else {
            (pruned.bodies, pruned.bytes) = try await bodiesOnly(in: old)
            return pruned
        }
        while true {
            let (count, bytes) = try await dropBodies()
            if count == 0 { return pruned }
            pruned.bodies += count
            pruned.bytes += bytes
        }
    }

    private struct Place: Sendable, Hashable {
        var scan, office: String
    }

    /// Offices in finished rounds beyond the newest of their region, open cases left out.
    private func oldOffices(_ rules: Retention) async throws(StoreError) -> [Place] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT o.scan, o.code FROM (
                        SELECT scan, region, row_number() OVER (PARTITION BY region ORDER BY finished_at DESC) AS age
                        FROM region_round) r
                    JOIN office o ON o.scan = r.scan AND o.region = r.region WHERE r.age > ?
                    AND EXISTS (SELECT 1 FROM pack p WHERE p.scan = o.scan AND p.code = o.code AND p.pages > 0)
                    """,
                arguments: [rules.rounds])
            var places: [Place] = []
            while let row = try rows.next() {
                let place = Place(scan: row[0], office: row[1])
                if !rules.openCases.contains(place.office) { places.append(place) }
            }
            return places
        }
    }

    private func dropPages(_ places: [Place], really: Bool) async throws(StoreError) -> Int {
        try await write { db in
            try places.reduce(0) { sum, place in
                guard really else {
                    let sql = "SELECT pages FROM pack WHERE scan = ? AND code = ?"
                    return sum + (try Int.fetchOne(db, sql: sql, arguments: [place.scan, place.office]) ?? 0)
                }
                return sum + (try PackSchema.removePages(place.scan, place.office, db))
            }
        }
    }

    /// Bodies that rest on pages of these offices only.
    private func bodiesOnly(in places: [Place]) async throws(StoreError) -> (Int, Int) {
        try await read { db in
            let gone = Set(places)
            var (count, bytes) = (0, 0)
            let bodies = try Row.fetchCursor(db, sql: "SELECT sha256, length(data) FROM body")
            while let body = try bodies.next() {
                let users = try Row.fetchAll(
                    db,
                    sql: "SELECT p.scan, p.code FROM pack_body b JOIN pack p ON p.id = b.pack WHERE b.body = ?",
                    arguments: [OfficePack.key(body[0])])
                guard users.allSatisfy({ gone.contains(Place(scan: $0[0], office: $0[1])) }) else { continue }
                count += 1
                bytes += body[1]
            }
            return (count, bytes)
        }
    }

    /// Removes at most 500 bodies that no page rests on.
    private func dropBodies() async throws(StoreError) -> (Int, Int) {
        try await write { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT b.rowid, length(b.data) FROM body b
                    WHERE NOT EXISTS (SELECT 1 FROM pack_body p WHERE p.body = body_key(b.sha256)) LIMIT 500
                    """)
            for row in rows {
                let id: Int64 = row[0]
                let sql = "DELETE FROM kept_reading WHERE sha256 = (SELECT sha256 FROM body WHERE rowid = ?)"
                try db.execute(sql: sql, arguments: [id])
                try db.execute(sql: "DELETE FROM body WHERE rowid = ?", arguments: [id])
            }
            return (rows.count, rows.reduce(0) { $0 + ($1[1] as Int) })
        }
    }
}

extension SQLiteStore {
    public func compact() async throws(StoreError) { try await vacuuming() }

    /// Copies the store, as it is at one moment, to a new file; rounds and the desk go on meanwhile.
    public func backUp(to path: String) async throws(StoreError) { try await copying(to: path) }

    /// Whether the file is whole, by SQLite's own check; the first fault otherwise.
    public func fault() async throws(StoreError) -> String? {
        try await read { db in
            let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
            return answer == "ok" ? nil : answer
        }
    }
}
