import GRDB

/// What became of each office, round by round, with an office's rounds side by side on the disk.
///
/// The rows of `office` lie by round, and a verdict behind long texts: the history of one office of 20 rounds took 110 to
/// 260 ms from a disk whose pages are not in memory yet (a store of 11 GB, one reader), and a second with 50 readers.
/// Triggers keep the copy, so that no path of the program can forget it.
enum PastSchema {
    static func make(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE office_past (
                    code TEXT NOT NULL,
                    finished_at TEXT NOT NULL,
                    scan TEXT NOT NULL,
                    status TEXT NOT NULL,
                    domain_class TEXT NOT NULL,
                    proven INTEGER NOT NULL,
                    reason TEXT,
                    reason_values TEXT,
                    condition TEXT,
                    final_address TEXT,
                    attempts INTEGER,
                    PRIMARY KEY (code, finished_at, scan)
                ) WITHOUT ROWID;
                INSERT INTO office_past SELECT \(columns("o")) FROM office o ORDER BY o.code, o.finished_at, o.scan;
                CREATE TRIGGER office_past_added AFTER INSERT ON office BEGIN
                    INSERT INTO office_past SELECT \(columns("NEW"));
                END;
                CREATE TRIGGER office_past_judged AFTER UPDATE OF status, domain_class, proven, verdict ON office BEGIN
                    REPLACE INTO office_past SELECT \(columns("NEW"));
                END;
                CREATE TRIGGER office_past_removed AFTER DELETE ON office BEGIN
                    DELETE FROM office_past WHERE code = OLD.code AND finished_at = OLD.finished_at AND scan = OLD.scan;
                END;
                DROP INDEX office_history;
                """)
    }

    private static func columns(_ row: String) -> String {
        """
        \(row).code, \(row).finished_at, \(row).scan, \(row).status, \(row).domain_class, \(row).proven,
            \(row).verdict ->> '$.reason', \(row).verdict -> '$.reasonValues', \(row).verdict ->> '$.condition',
            \(row).verdict ->> '$.finalAddress', \(row).verdict ->> '$.proof.attempts'
        """
    }
}
