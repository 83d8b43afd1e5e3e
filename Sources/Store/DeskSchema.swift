import GRDB

/// The tables of the desk: counts of finished rounds by region, accounts, sessions, tokens, the audit log.
enum DeskSchema {
    static func make(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE region_round (
                    region TEXT NOT NULL,
                    scan TEXT NOT NULL,
                    finished_at TEXT NOT NULL,
                    counts TEXT NOT NULL,
                    PRIMARY KEY (region, scan)
                ) WITHOUT ROWID;
                CREATE INDEX region_round_latest ON region_round(region, finished_at);
                CREATE INDEX office_region ON office(scan, region, position);
                CREATE INDEX page_body ON page(sha256);
                CREATE TABLE person (
                    name TEXT PRIMARY KEY,
                    record TEXT NOT NULL,
                    password TEXT NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE desk_session (
                    key TEXT PRIMARY KEY,
                    person TEXT NOT NULL,
                    form_secret TEXT NOT NULL,
                    expires INTEGER NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE api_token (
                    key TEXT PRIMARY KEY,
                    purpose TEXT NOT NULL,
                    person TEXT NOT NULL,
                    created_at INTEGER NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE message (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    key TEXT NOT NULL,
                    receiver TEXT NOT NULL,
                    state TEXT NOT NULL,
                    due INTEGER NOT NULL,
                    record TEXT NOT NULL,
                    UNIQUE (key, receiver)
                );
                CREATE INDEX message_due ON message(due) WHERE state = 'waiting';
                CREATE TABLE audit (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    at INTEGER NOT NULL,
                    record TEXT NOT NULL
                );
                CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
                    BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
                CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
                    BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
                """)
        for scan in try String.fetchAll(db, sql: "SELECT id FROM scan WHERE finished_at IS NOT NULL") {
            try SQLiteStore.countRegions(of: scan, db)
        }
    }

    /// Marks that change whenever the counts of a region do, what changed in a region's newest round, its incidents; and
    /// what a token is good for.
    static func more(_ db: Database) throws {
        try db.execute(
            sql: """
                -- n of '' changes when any region's does.
                CREATE TABLE desk_mark (
                    region TEXT PRIMARY KEY,
                    n INTEGER NOT NULL
                ) WITHOUT ROWID;
                CREATE TRIGGER region_round_added AFTER INSERT ON region_round BEGIN
                    INSERT INTO desk_mark VALUES (NEW.region, 1), ('', 1) ON CONFLICT (region) DO UPDATE SET n = n + 1;
                END;
                CREATE TRIGGER region_round_removed AFTER DELETE ON region_round BEGIN
                    INSERT INTO desk_mark VALUES (OLD.region, 1), ('', 1) ON CONFLICT (region) DO UPDATE SET n = n + 1;
                END;
                -- Offices whose status differs from that of the region's round before.
                CREATE TABLE region_change (
                    region TEXT NOT NULL,
                    scan TEXT NOT NULL,
                    office TEXT NOT NULL,
                    name TEXT NOT NULL,
                    status_before TEXT NOT NULL,
                    status TEXT NOT NULL,
                    PRIMARY KEY (scan, region, office)
                ) WITHOUT ROWID;
                CREATE TABLE scan_incident (
                    scan TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    started_at TEXT NOT NULL,
                    record TEXT NOT NULL,
                    PRIMARY KEY (scan, number)
                ) WITHOUT ROWID;
                CREATE INDEX scan_incident_latest ON scan_incident(started_at);
                ALTER TABLE api_token ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
                ALTER TABLE api_token ADD COLUMN regions TEXT NOT NULL DEFAULT '';
                ALTER TABLE api_token ADD COLUMN expires INTEGER;
                """)
        for scan in try String.fetchAll(db, sql: "SELECT id FROM scan WHERE finished_at IS NOT NULL") {
            try SQLiteStore.countChanges(of: scan, db)
        }
    }
}
