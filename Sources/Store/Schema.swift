import GRDB

/// The tables, as a chain of migrations; a store of any older version is brought up to date when it is opened.
///
/// Structured values that no query looks into are kept as JSON; what is searched has a column of its own.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 rounds") { db in
            try db.execute(
                sql: """
                    CREATE TABLE scan (
                        id TEXT PRIMARY KEY,
                        started_at TEXT NOT NULL,
                        finished_at TEXT,
                        target_key TEXT NOT NULL,
                        record TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE scan_target (
                        scan TEXT NOT NULL REFERENCES scan(id),
                        position INTEGER NOT NULL,
                        code TEXT NOT NULL,
                        target TEXT NOT NULL,
                        PRIMARY KEY (scan, position)
                    ) WITHOUT ROWID;
                    CREATE UNIQUE INDEX scan_target_code ON scan_target(scan, code);
                    CREATE TABLE office (
                        scan TEXT NOT NULL REFERENCES scan(id),
                        code TEXT NOT NULL,
                        position INTEGER NOT NULL,
                        region TEXT NOT NULL,
                        kind TEXT NOT NULL,
                        status TEXT NOT NULL,
                        domain_class TEXT NOT NULL,
                        proven INTEGER NOT NULL,
                        own_network_up INTEGER NOT NULL,
                        started_at TEXT NOT NULL,
                        finished_at TEXT NOT NULL,
                        record TEXT NOT NULL,
                        attempts TEXT NOT NULL,
                        verdict TEXT NOT NULL,
                        PRIMARY KEY (scan, code)
                    ) WITHOUT ROWID;
                    CREATE INDEX office_history ON office(code, finished_at);
                    CREATE TABLE page (
                        scan TEXT NOT NULL,
                        office TEXT NOT NULL,
                        position INTEGER NOT NULL,
                        address TEXT NOT NULL,
                        sha256 TEXT NOT NULL,
                        etag TEXT,
                        last_modified TEXT,
                        record TEXT NOT NULL,
                        PRIMARY KEY (scan, office, position)
                    ) WITHOUT ROWID;
                    CREATE TABLE body (
                        sha256 TEXT PRIMARY KEY,
                        content_type TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        data BLOB NOT NULL
                    );
                    """)
        }
        migrator.registerMigration("schedules") { db in
            try db.execute(
                sql: """
                    CREATE TABLE schedule (
                        id TEXT PRIMARY KEY,
                        record TEXT NOT NULL
                    ) WITHOUT ROWID;
                    -- due, at, alive_at: milliseconds since 1970, so that times compare as numbers.
                    CREATE TABLE firing (
                        schedule TEXT NOT NULL,
                        due INTEGER NOT NULL,
                        state TEXT NOT NULL,
                        scheduler TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        alive_at INTEGER NOT NULL,
                        scan TEXT,
                        note TEXT NOT NULL,
                        PRIMARY KEY (schedule, due)
                    ) WITHOUT ROWID;
                    CREATE INDEX firing_open ON firing(alive_at) WHERE state = 'running';
                    CREATE INDEX firing_due ON firing(due);
                    """)
        }
        migrator.registerMigration("statements of people") { db in
            try db.execute(
                sql: """
                    CREATE TABLE statement (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        office TEXT NOT NULL,
                        kind TEXT NOT NULL,
                        at TEXT NOT NULL,
                        answers INTEGER REFERENCES statement(id),
                        record TEXT NOT NULL,
                        chain TEXT NOT NULL
                    );
                    CREATE INDEX statement_office ON statement(office, id);
                    CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
                        BEGIN SELECT RAISE(ABORT, 'statements are only added'); END;
                    CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement
                        BEGIN SELECT RAISE(ABORT, 'statements are only added'); END;
                    """)
        }
        migrator.registerMigration("previews and publications") { db in
            try db.execute(
                sql: """
                    CREATE TABLE publication (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        kind TEXT NOT NULL,
                        number TEXT UNIQUE,
                        at TEXT NOT NULL,
                        record TEXT NOT NULL,
                        copy BLOB NOT NULL
                    );
                    CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication
                        BEGIN SELECT RAISE(ABORT, 'publications are only added'); END;
                    CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication
                        BEGIN SELECT RAISE(ABORT, 'publications are only added'); END;
                    """)
        }
        migrator.registerMigration("desk", migrate: DeskSchema.make)
        migrator.registerMigration("assessments") { db in
            try db.execute(
                sql: """
                    CREATE TABLE instrument_pack (
                        hash TEXT PRIMARY KEY,
                        file TEXT NOT NULL,
                        text TEXT NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE assessment (
                        id TEXT PRIMARY KEY,
                        created_at TEXT NOT NULL,
                        pack TEXT NOT NULL REFERENCES instrument_pack(hash),
                        record TEXT NOT NULL
                    ) WITHOUT ROWID;
                    -- Rows are only added; the newest of an office and item counts.
                    CREATE TABLE assessment_finding (
                        id INTEGER PRIMARY KEY,
                        assessment TEXT NOT NULL REFERENCES assessment(id),
                        office TEXT NOT NULL,
                        item TEXT NOT NULL,
                        record TEXT NOT NULL
                    );
                    CREATE INDEX assessment_finding_newest ON assessment_finding(assessment, office, item, id);
                    CREATE TABLE assessment_form (
                        assessment TEXT NOT NULL REFERENCES assessment(id),
                        number INTEGER NOT NULL,
                        imported_at TEXT NOT NULL,
                        record TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        data BLOB NOT NULL,
                        PRIMARY KEY (assessment, number)
                    );
                    CREATE TABLE official_result (
                        id INTEGER PRIMARY KEY,
                        region TEXT NOT NULL,
                        year INTEGER NOT NULL,
                        family TEXT NOT NULL,
                        record TEXT NOT NULL
                    );
                    """)
        }
        migrator.registerMigration("kept lists") { db in try db.execute(sql: SQLiteStore.listTables) }
        migrator.registerMigration("requests") { db in try db.execute(sql: SQLiteStore.requestTable) }
        migrator.registerMigration("items by region") { db in
            try db.execute(
                sql: """
                    CREATE TABLE region_item (
                        region TEXT NOT NULL,
                        scan TEXT NOT NULL,
                        item TEXT NOT NULL,
                        shown INTEGER NOT NULL,
                        offices INTEGER NOT NULL,
                        PRIMARY KEY (scan, region, item)
                    ) WITHOUT ROWID;
                    """)
            for scan in try String.fetchAll(db, sql: "SELECT id FROM scan WHERE finished_at IS NOT NULL") {
                try SQLiteStore.countItems(of: scan, db)
            }
        }
        migrator.registerMigration("scans by time") { db in
            try db.execute(sql: "CREATE INDEX scan_started ON scan(started_at)")
        }
        migrator.registerMigration("kept readings") { db in
            try db.execute(
                sql: """
                    -- A help for the next round, never evidence; what is missing is read again.
                    CREATE TABLE kept_reading (
                        sha256 TEXT NOT NULL,
                        address TEXT NOT NULL,
                        program TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        data BLOB NOT NULL,
                        PRIMARY KEY (sha256, address)
                    );
                    """)
        }
        migrator.registerMigration("desk marks, changes, token scopes", migrate: DeskSchema.more)
        migrator.registerMigration("packed offices", migrate: PackSchema.make)
        migrator.registerMigration("history by office", migrate: PastSchema.make)
        return migrator
    }
}
