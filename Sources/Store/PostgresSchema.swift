import Postgres

/// The tables on PostgreSQL, as a chain of migrations.
///
/// The rule that lets the programs of two versions work side by side: a migration only adds, so that the older program
/// goes on with the newer tables. One that does more says so by `breaks`: programs that do not know it are refused from
/// then on. docs/operations.md has the order of an upgrade.
enum PostgresSchema {
    struct Migration {
        var name: String
        var breaks = false
        var sql: String
    }

    static let migrations = [
        Migration(name: "rounds", sql: rounds),
        Migration(name: "people and schedules", sql: people),
        Migration(name: "units of work", sql: units),
        Migration(name: "messages", sql: messages),
        Migration(name: "requests", sql: requests),
        Migration(name: "packed offices", sql: packs),
        Migration(name: "desk", sql: PostgresDesk.tables),
        Migration(name: "assessments and publications", sql: PostgresDesk.papers),
    ]

    /// Held while tables are made, so that of many workers that start at once one makes them.
    private static let lock = 7_266_001

    static func bringUpToDate(_ db: PGConnection) throws {
        try db.run("SELECT pg_advisory_xact_lock(\(lock))")
        try db.script(
            """
            CREATE TABLE IF NOT EXISTS ronda_migration (
                number INT PRIMARY KEY, name TEXT NOT NULL, breaks BOOL NOT NULL, at TIMESTAMPTZ NOT NULL DEFAULT now())
            """)
        let state = try db.first(
            "SELECT coalesce(max(number), 0), coalesce(max(number) FILTER (WHERE breaks), 0) FROM ronda_migration")
        let (made, broken) = (state?.int(0) ?? 0, state?.int(1) ?? 0)
        guard broken <= migrations.count else {
            throw StoreError(
                .newerSchema, "The store was written by a newer Ronda; install that version or another store.")
        }
        for (number, migration) in migrations.enumerated().dropFirst(made) {
            try db.script(migration.sql)
            try db.run(
                "INSERT INTO ronda_migration (number, name, breaks) VALUES ($1, $2, $3)",
                [number + 1, migration.name, migration.breaks])
        }
    }

    // COLLATE "C": ids and codes sort by their bytes, as they do in SQLite.
    private static let rounds = """
        CREATE TABLE scan (
            number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
            id TEXT COLLATE "C" PRIMARY KEY,
            started_at TEXT COLLATE "C" NOT NULL,
            finished_at TEXT COLLATE "C",
            target_key TEXT NOT NULL,
            record TEXT NOT NULL
        );
        CREATE TABLE scan_target (
            scan TEXT COLLATE "C" NOT NULL,
            position INT NOT NULL,
            code TEXT COLLATE "C" NOT NULL,
            region TEXT COLLATE "C" NOT NULL,
            target TEXT NOT NULL,
            PRIMARY KEY (scan, position)
        ) PARTITION BY LIST (scan);
        CREATE UNIQUE INDEX scan_target_code ON scan_target (scan, code);
        CREATE TABLE office (
            scan TEXT COLLATE "C" NOT NULL,
            code TEXT COLLATE "C" NOT NULL,
            position INT NOT NULL,
            region TEXT COLLATE "C" NOT NULL,
            kind TEXT NOT NULL,
            status TEXT NOT NULL,
            domain_class TEXT NOT NULL,
            proven BOOL NOT NULL,
            own_network_up BOOL NOT NULL,
            started_at TEXT COLLATE "C" NOT NULL,
            finished_at TEXT COLLATE "C" NOT NULL,
            record TEXT NOT NULL,
            attempts TEXT NOT NULL,
            verdict TEXT NOT NULL,
            PRIMARY KEY (scan, code)
        ) PARTITION BY LIST (scan);
        CREATE INDEX office_history ON office (code, finished_at);
        CREATE INDEX office_region ON office (scan, region, position);
        CREATE TABLE page (
            scan TEXT COLLATE "C" NOT NULL,
            office TEXT COLLATE "C" NOT NULL,
            position INT NOT NULL,
            address TEXT NOT NULL,
            sha256 TEXT COLLATE "C" NOT NULL,
            etag TEXT,
            last_modified TEXT,
            record TEXT NOT NULL,
            PRIMARY KEY (scan, office, position)
        ) PARTITION BY LIST (scan);
        CREATE INDEX page_body ON page (sha256);
        CREATE TABLE body (
            sha256 TEXT COLLATE "C" PRIMARY KEY,
            content_type TEXT NOT NULL,
            size INT NOT NULL,
            data BYTEA NOT NULL
        );
        -- Bodies come packed; packing them again costs CPU and saves nothing.
        ALTER TABLE body ALTER COLUMN data SET STORAGE EXTERNAL;
        """

    private static let people = """
        CREATE TABLE statement (
            id INT PRIMARY KEY,
            office TEXT COLLATE "C" NOT NULL,
            kind TEXT NOT NULL,
            at TEXT NOT NULL,
            answers INT REFERENCES statement (id),
            record TEXT NOT NULL,
            chain TEXT NOT NULL
        );
        CREATE INDEX statement_office ON statement (office, id);
        CREATE FUNCTION ronda_only_added() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$;
        CREATE TRIGGER statement_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON statement
            EXECUTE FUNCTION ronda_only_added();
        CREATE TABLE schedule (
            id TEXT COLLATE "C" PRIMARY KEY,
            record TEXT NOT NULL
        );
        -- due, at, alive_at: milliseconds since 1970, so that times compare as numbers.
        CREATE TABLE firing (
            schedule TEXT COLLATE "C" NOT NULL,
            due BIGINT NOT NULL,
            state TEXT NOT NULL,
            scheduler TEXT NOT NULL,
            at BIGINT NOT NULL,
            alive_at BIGINT NOT NULL,
            scan TEXT,
            note TEXT NOT NULL,
            PRIMARY KEY (schedule, due)
        );
        -- At most one open round of a schedule, whoever asks.
        CREATE UNIQUE INDEX firing_open ON firing (schedule) WHERE state = 'running';
        CREATE INDEX firing_due ON firing (due);
        """

    // Times of units and leases are the server's: workers' clocks may differ.
    private static let units = """
        -- What the workers of a shared round must agree on.
        CREATE TABLE scan_plan (
            scan TEXT COLLATE "C" PRIMARY KEY,
            rules_hash TEXT NOT NULL,
            priority INT NOT NULL,
            record TEXT NOT NULL
        );
        CREATE TABLE unit (
            scan TEXT COLLATE "C" NOT NULL,
            grp TEXT COLLATE "C" NOT NULL,
            slice INT NOT NULL,
            kind TEXT NOT NULL,
            region TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'ready',
            epoch INT NOT NULL DEFAULT 0,
            worker TEXT,
            lease_until TIMESTAMPTZ,
            not_before TIMESTAMPTZ,
            attempts INT NOT NULL DEFAULT 0,
            error TEXT,
            remaining INT NOT NULL DEFAULT 0,
            pages INT NOT NULL DEFAULT 0,
            stats TEXT NOT NULL DEFAULT '{}',
            created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
            published_at TIMESTAMPTZ,
            finished_at TIMESTAMPTZ,
            PRIMARY KEY (scan, grp, slice)
        );
        CREATE INDEX unit_open ON unit (state, published_at) WHERE state IN ('ready', 'running', 'dead');
        CREATE TABLE unit_office (
            scan TEXT COLLATE "C" NOT NULL,
            pass INT NOT NULL,
            code TEXT COLLATE "C" NOT NULL,
            grp TEXT COLLATE "C" NOT NULL,
            position INT NOT NULL,
            done BOOL NOT NULL DEFAULT false,
            PRIMARY KEY (scan, pass, code)
        );
        CREATE INDEX unit_office_open ON unit_office (scan, pass, grp, position) WHERE NOT done;
        CREATE TABLE region_view (
            scan TEXT COLLATE "C" NOT NULL, region TEXT COLLATE "C" NOT NULL, record TEXT NOT NULL,
            PRIMARY KEY (scan, region)
        );
        CREATE TABLE sister_page (
            scan TEXT COLLATE "C" NOT NULL, code TEXT COLLATE "C" NOT NULL, region TEXT COLLATE "C" NOT NULL,
            record TEXT NOT NULL, PRIMARY KEY (scan, code)
        );
        -- Who may ask an address, until when, and when its next request is allowed.
        CREATE TABLE address_lease (
            address TEXT PRIMARY KEY,
            worker TEXT NOT NULL,
            until TIMESTAMPTZ NOT NULL,
            next_at TIMESTAMPTZ NOT NULL DEFAULT 'epoch',
            wanted BOOL NOT NULL DEFAULT false
        );
        CREATE TABLE worker (
            name TEXT PRIMARY KEY, seen_at TIMESTAMPTZ NOT NULL DEFAULT now(), record TEXT NOT NULL
        );
        CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
        """

    /// Programs before this one keep their own rounds as rows of `page`, which this one reads too; they do not take units
    /// of rounds that are packed (`PostgresStore.form`).
    private static let packs = """
        CREATE TABLE pack (
            scan TEXT COLLATE "C" NOT NULL,
            code TEXT COLLATE "C" NOT NULL,
            pages INT NOT NULL,
            head BYTEA NOT NULL,
            data BYTEA NOT NULL,
            bodies BIGINT[] NOT NULL,
            PRIMARY KEY (scan, code)
        ) PARTITION BY LIST (scan);
        ALTER TABLE pack ALTER COLUMN head SET STORAGE EXTERNAL;
        ALTER TABLE pack ALTER COLUMN data SET STORAGE EXTERNAL;
        CREATE INDEX pack_bodies ON pack USING gin (bodies);
        DO $$ DECLARE s RECORD; BEGIN
            FOR s IN SELECT number, id FROM scan LOOP
                EXECUTE format('CREATE TABLE pack_%s PARTITION OF pack FOR VALUES IN (%L)', s.number, s.id);
            END LOOP;
        END $$;
        """

    private static let messages = """
        CREATE TABLE message (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            key TEXT NOT NULL,
            receiver TEXT NOT NULL,
            state TEXT NOT NULL,
            due BIGINT NOT NULL,
            record TEXT NOT NULL,
            UNIQUE (key, receiver)
        );
        CREATE INDEX message_due ON message (due) WHERE state = 'waiting';
        """

    private static let requests = """
        CREATE TABLE round_request (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            record TEXT NOT NULL,
            UNIQUE (kind, subject)
        );
        """
}
