import Postgres

/// What a worker may do with an address.
public struct AddressTurn: Sendable, Hashable {
    /// It is this worker's, from now for the seconds asked for.
    public var isHeld: Bool
    /// Seconds until the next request is allowed, or until it is worth to ask again.
    public var wait: Double
    /// Another worker wants it too.
    public var isWanted: Bool
}

/// Leases of addresses: one worker asks an address at a time, and the pause between two requests outlives the worker.
extension PostgresStore {
    /// Takes an address, or keeps it. When another worker has it, that one is told it is wanted.
    public func lease(
        _ address: String, by worker: String, for seconds: Double
    ) async throws(StoreError) -> AddressTurn {
        try await read { db in
            let taken = try db.first(
                """
                INSERT INTO address_lease AS l (address, worker, until)
                VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3::float8))
                ON CONFLICT (address) DO UPDATE SET worker = excluded.worker, until = excluded.until,
                    wanted = l.wanted AND l.worker = excluded.worker
                WHERE l.worker = excluded.worker OR l.until < clock_timestamp()
                RETURNING wanted, greatest(extract(epoch FROM next_at - clock_timestamp()), 0)
                """, [address, worker, seconds])
            if let taken {
                return AddressTurn(
                    isHeld: true, wait: taken.columns[1].flatMap(Double.init) ?? 0, isWanted: taken.bool(0))
            }
            try db.run("UPDATE address_lease SET wanted = true WHERE address = $1 AND worker <> $2", [address, worker])
            return AddressTurn(isHeld: false, wait: 0.5, isWanted: true)
        }
    }

    /// Keeps all addresses of a worker; gives those it has, and whether another wants them.
    public func renewLeases(by worker: String, for seconds: Double) async throws(StoreError) -> [String: Bool] {
        try await read { db in
            let rows = try db.rows(
                """
                UPDATE address_lease SET until = clock_timestamp() + make_interval(secs => $2::float8)
                WHERE worker = $1 AND until >= clock_timestamp() RETURNING address, wanted
                """, [worker, seconds])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0), $0.bool(1)) })
        }
    }

    /// Lets an address go; its next request, by whomever, is allowed after these seconds.
    public func release(_ address: String, by worker: String, pause: Double) async throws(StoreError) {
        try await read { db in
            _ = try db.run(
                """
                UPDATE address_lease SET until = '-infinity', wanted = false,
                    next_at = greatest(next_at, clock_timestamp() + make_interval(secs => $3::float8))
                WHERE address = $1 AND worker = $2
                """, [address, worker, pause])
        }
    }

    /// Notes a pause that a server asked for (Retry-After), so that it holds whatever becomes of this worker.
    public func note(pause: Double, of address: String) async throws(StoreError) {
        try await read { db in
            _ = try db.run(
                """
                UPDATE address_lease SET next_at = greatest(next_at, clock_timestamp() + make_interval(secs => $2::float8))
                WHERE address = $1
                """, [address, pause])
        }
    }
}
