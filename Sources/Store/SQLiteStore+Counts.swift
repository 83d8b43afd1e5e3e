import GRDB
import Model

/// What is counted when a round ends, so that the desk reads hundreds of rows and not hundreds of thousands.
extension SQLiteStore {
    /// Counts what a round that has ended found, region by region; counted anew when it is judged anew.
    static func countRegions(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_round WHERE scan = ?", arguments: [scan])
        // A look at one office is no round of its region.
        let list = try String.fetchOne(
            db, sql: "SELECT json_extract(record, '$.lists[0]') FROM scan WHERE id = ?", arguments: [scan])
        if let list, list.hasPrefix(RoundSchedule.officeScheme) { return }
        try db.execute(
            sql: """
                INSERT INTO region_round (region, scan, finished_at, counts)
                SELECT region, scan, finished_at, json_group_object(status, n) FROM (
                    SELECT o.region, o.scan, s.finished_at, o.status, count(*) AS n FROM office o
                    JOIN scan s ON s.id = o.scan WHERE s.id = ? AND s.finished_at IS NOT NULL
                    GROUP BY o.region, o.status)
                GROUP BY region
                """,
            arguments: [scan])
    }

    /// The same for items, over the offices with a living site: a heat map asks no verdict.
    static func countItems(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_item WHERE scan = ?", arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO region_item (region, scan, item, shown, offices)
                SELECT o.region, o.scan, json_extract(i.value, '$.item'),
                    sum(json_extract(i.value, '$.state') IN ('present', 'linked')), count(*)
                FROM office o JOIN region_round r ON r.scan = o.scan AND r.region = o.region,
                    json_each(o.verdict, '$.items') i
                WHERE o.scan = ? AND o.status IN ('active', 'section') GROUP BY 1, 2, 3
                """,
            arguments: [scan])
    }

    /// What a round changed against the round before of the same region, and the incidents it met.
    static func countChanges(of scan: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM region_change WHERE scan = ?", arguments: [scan])
        try db.execute(sql: "DELETE FROM scan_incident WHERE scan = ?", arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO region_change (region, scan, office, name, status_before, status)
                SELECT r.region, r.scan, o.code, ifnull(t.target ->> 'name', o.code), b.status, o.status
                FROM region_round r
                JOIN office o ON o.scan = r.scan AND o.region = r.region
                JOIN office b ON b.code = o.code AND b.scan = (
                    SELECT p.scan FROM region_round p WHERE p.region = r.region AND p.finished_at < r.finished_at
                    ORDER BY p.finished_at DESC LIMIT 1)
                LEFT JOIN scan_target t ON t.scan = o.scan AND t.code = o.code
                WHERE r.scan = ? AND b.status <> o.status
                """,
            arguments: [scan])
        try db.execute(
            sql: """
                INSERT INTO scan_incident (scan, number, started_at, record)
                SELECT s.id, i.key, i.value ->> 'startedAt', i.value FROM scan s, json_each(s.record, '$.incidents') i
                WHERE s.id = ? AND s.finished_at IS NOT NULL
                """,
            arguments: [scan])
    }

    /// The next rounds of a round's regions: what they changed depends on it.
    static func roundsAfter(_ scan: String, _ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT n.scan FROM region_round r JOIN region_round n ON n.region = r.region AND n.scan = (
                    SELECT p.scan FROM region_round p WHERE p.region = r.region AND p.finished_at > r.finished_at
                    ORDER BY p.finished_at LIMIT 1)
                WHERE r.scan = ?
                """,
            arguments: [scan])
    }
}
