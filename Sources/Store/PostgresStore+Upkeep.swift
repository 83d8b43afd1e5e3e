import Model
import Postgres

extension PostgresStore: RetentionStore {
    public func prune(_ rules: Retention, really: Bool) async throws(StoreError) -> Pruned {
        let old = try await oldOffices(rules)
        var pruned = Pruned()
        guard really else {
            pruned.pages = old.reduce(0) { $0 + $1.pages }
            (pruned.bodies, pruned.bytes) = try await bodiesOnly(in: old)
            return pruned
        }
        // Small transactions: workers that write meanwhile wait for none of them long.
        for start in stride(from: 0, to: old.count, by: 200) {
            pruned.pages += try await dropPages(Array(old[start..<min(start + 200, old.count)]))
        }
        (pruned.bodies, pruned.bytes) = try await write { db in
            let before = try Self.bodies(db)
            try Self.forgetBodies(db)
            let after = try Self.bodies(db)
            return (before.count - after.count, before.bytes - after.bytes)
        }
        return pruned
    }

    public func compact() async throws(StoreError) {
        do { try await pool.outside { try $0.script("VACUUM (ANALYZE) pack, body, page") } } catch {
            throw translate(error)
        }
    }

    private struct Place: Sendable {
        var scan, office: String
        var pages: Int
    }

    private static func bodies(_ db: PGConnection) throws -> (count: Int, bytes: Int) {
        let row = try db.first("SELECT count(*), coalesce(sum(length(data)), 0) FROM body")
        return (row?.int(0) ?? 0, row?.int(1) ?? 0)
    }

    /// Offices in finished rounds beyond the newest of their region, open cases left out.
    private func oldOffices(_ rules: Retention) async throws(StoreError) -> [Place] {
        try await read { db in
            try db.rows(
                """
                SELECT o.scan, o.code, coalesce(k.pages, 0) + (
                    SELECT count(*) FROM page p WHERE p.scan = o.scan AND p.office = o.code)
                FROM (SELECT scan, region, row_number() OVER (PARTITION BY region ORDER BY finished_at DESC) AS age
                    FROM region_round) r
                JOIN office o ON o.scan = r.scan AND o.region = r.region
                LEFT JOIN pack k ON k.scan = o.scan AND k.code = o.code WHERE r.age > $1 ORDER BY 1, 2
                """, [rules.rounds]
            ).map { Place(scan: $0.text(0), office: $0.text(1), pages: $0.int(2)) }
                .filter { $0.pages > 0 && !rules.openCases.contains($0.office) }
        }
    }

    private func dropPages(_ places: [Place]) async throws(StoreError) -> Int {
        try await write { db in
            for place in places {
                let key = [place.scan, place.office]
                try db.run("DELETE FROM page WHERE scan = $1 AND office = $2", key)
                try db.run(
                    "UPDATE pack SET pages = 0, data = '', bodies = '{}' WHERE scan = $1 AND code = $2", key)
            }
            return places.reduce(0) { $0 + $1.pages }
        }
    }

    /// Bodies that rest on pages of these offices only: what would go. While a round is open none does (`forgetBodies`).
    private func bodiesOnly(in places: [Place]) async throws(StoreError) -> (Int, Int) {
        try await read { db in
            guard try db.first("SELECT 1 FROM scan WHERE finished_at IS NULL") == nil else { return (0, 0) }
            try db.script("CREATE TEMP TABLE going (scan TEXT, code TEXT, PRIMARY KEY (scan, code)) ON COMMIT DROP")
            try db.copy(into: "going (scan, code)", places.map { [$0.scan.pgValue, $0.office.pgValue] })
            try db.script(
                """
                CREATE TEMP TABLE staying ON COMMIT DROP AS SELECT DISTINCT unnest(k.bodies) AS body FROM pack k
                    WHERE NOT EXISTS (SELECT 1 FROM going g WHERE g.scan = k.scan AND g.code = k.code);
                CREATE TEMP TABLE named ON COMMIT DROP AS
                    SELECT DISTINCT (regexp_matches(record, '"sha256":"([0-9a-f]+)"', 'g'))[1] AS sha256 FROM office
                    UNION SELECT p.sha256 FROM page p
                    WHERE NOT EXISTS (SELECT 1 FROM going g WHERE g.scan = p.scan AND g.code = p.office);
                """)
            let row = try db.first(
                """
                SELECT count(*), coalesce(sum(length(data)), 0) FROM body b WHERE b.sha256 ~ '^[0-9a-f]{16}'
                AND NOT EXISTS (
                    SELECT 1 FROM staying s WHERE s.body = ('x' || left(b.sha256, 16))::bit(64)::bigint)
                AND NOT EXISTS (SELECT 1 FROM named n WHERE n.sha256 = b.sha256)
                """)
            return (row?.int(0) ?? 0, row?.int(1) ?? 0)
        }
    }
}
