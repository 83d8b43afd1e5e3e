import Model
import Postgres

/// The store of many machines: PostgreSQL, one connection pool a process.
///
/// Rows of a round lie in partitions of their own, made when the round begins, so that an old round is forgotten by
/// dropping tables (`forget`). Bulk rows come by COPY. The same questions as `SQLiteStore` answers, the same answers: one
/// suite asks both.
public struct PostgresStore: Sendable {
    let pool: PGPool
    /// What is shown of the URL: without the password.
    let name: String
    /// Whose writes these are; every write transaction proves it first. Nil for a single process.
    var fence: UnitFence?

    /// Connects and brings the tables up to date.
    ///
    /// - Parameters:
    ///   - url: `postgres://user@host:port/database`, or `postgres:///db?host=/run/postgresql`.
    ///   - connections: at most, of this process.
    public init(url: String, connections: Int = 4) async throws(StoreError) {
        pool = PGPool(url, size: connections)
        name = Self.shown(url)
        try await write { db in try PostgresSchema.bringUpToDate(db) }
    }

    /// The URL without what is between user and host.
    public static func shown(_ url: String) -> String {
        guard let scheme = url.range(of: "://"), let at = url[scheme.upperBound...].firstIndex(of: "@"),
            let colon = url[scheme.upperBound..<at].firstIndex(of: ":")
        else { return String(url.prefix { $0 != "?" }) }
        return String((url[..<colon] + url[at...]).prefix { $0 != "?" })
    }

    /// Work that only asks.
    @discardableResult
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await pool.transaction(work) } catch { throw translate(error) }
    }

    /// Work that changes rows, after the fence was proven in the same transaction.
    ///
    /// - Parameter refusal: the counter that grows when the unit belongs to another worker by now.
    @discardableResult
    func write<Value: Sendable>(
        refusal: String = "refused_commits", _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.transaction { [fence] db in
                try fence?.prove(db)
                return try work(db)
            }
        } catch {
            let named = translate(error)
            if named.kind == .fenced { await count(refusal) }
            throw named
        }
    }

    /// A late commit that was refused is counted, for `ronda status`; that it cannot be counted is no further trouble.
    private func count(_ refusal: String) async {
        _ = try? await pool.transaction { db in
            try db.run(
                """
                INSERT INTO counter (name, value) VALUES ($1, 1)
                ON CONFLICT (name) DO UPDATE SET value = counter.value + 1
                """, [refusal])
        }
    }

    /// The server's error as a sentence that says what to do.
    func translate(_ error: any Error) -> StoreError {
        var named = named(error)
        named.path = name
        return named
    }

    private func named(_ error: any Error) -> StoreError {
        if let error = error as? StoreError { return error }
        guard let error = error as? PGError else {
            return StoreError(.failed, "The store \(name) could not do its work: \(error).")
        }
        return switch error.kind {
        case .connection:
            StoreError(
                .cannotOpen, "The store \(name) cannot be reached (\(error)); check that PostgreSQL runs there.")
        case .forbidden:
            StoreError(.readOnly, "The store \(name) refuses us (\(error)); check role, password and rights.")
        case .resources:
            StoreError(.diskFull, "The server of \(name) is out of space or of connections (\(error)).")
        case .conflict:
            StoreError(.busy, "Other programs write to \(name) all the time (\(error)); run the same command again.")
        case .duplicate, .failed: StoreError(.failed, "The store \(name) could not do its work: \(error).")
        }
    }
}
