import GRDB
import Model
import Synchronization
import Testing

@testable import Store

/// The tables that grow with every round; no question of the desk may read one of them from end to end.
private let big = [
    "office", "office_past", "scan_target", "pack", "pack_body", "body", "scan", "statement", "listed_office", "audit",
    "message",
]

@Suite struct QueryPlanTests {
    /// Runs a question on a store that keeps a note of every statement, and gives the steps that read a big table whole.
    private func wholeReads(
        allowed: Set<String> = [], _ ask: @Sendable (SQLiteStore) async throws -> Void
    ) async throws -> [String] {
        let temporary = try TemporaryStore()
        let statements = Mutex<[String]>([])
        let store = try SQLiteStore(path: temporary.path, watch: { sql in statements.withLock { $0.append(sql) } })
        statements.withLock { $0 = [] }
        try await ask(store)
        let asked = statements.withLock(\.self).filter { $0.hasPrefix("SELECT") || $0.contains("INSERT INTO region_") }
        #expect(!asked.isEmpty)
        let outside = try DatabaseQueue(path: temporary.path)
        return try await outside.read { db in
            try asked.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { row in row["detail"] as String }.filter {
                    step in
                    big.contains { table in
                        step.hasPrefix("SCAN \(table)") || step.hasPrefix("SCAN \(table.prefix(1)) ")
                            || step == "SCAN \(table.prefix(1))"
                    } && !allowed.contains(step)
                }.map { "\($0) in \(sql.prefix(160))" }
            }
        }
    }

    @Test func aQuestionThatReadsAllIsNoticed() async throws {
        #expect(try await !wholeReads { store in _ = try await store.statements(of: nil) }.isEmpty)
    }

    @Test func pagesOfTheDesk() async throws {
        let found = try await wholeReads(allowed: ["SCAN scan USING INDEX scan_started"]) { store in
            _ = try await store.latestRounds()
            _ = try await store.rounds(ofRegion: "61.12", limit: 60)
            _ = try await store.offices(ofRegion: "61.12", in: "s")
            _ = try await store.itemCounts(ofRegion: "61.12", in: "s")
            _ = try await store.whereabouts(of: "A1")
            _ = try await store.pastStatuses(of: "A1", before: "s", limit: 30)
            _ = try await store.body("ab", servesRegions: ["61"])
            _ = try await store.body("ab")
            _ = try await store.latestScans(limit: 300)
            _ = try await store.scan("s")
            _ = try await store.listings(of: "A1")
            _ = try await store.offices(ofList: "l")
            _ = try await store.statements(of: "A1")
            _ = try await store.session("k", at: Sample.time("2026-01-01T00:00:00Z"))
            _ = try await store.account("siti")
            _ = try await store.firings(of: nil, limit: 50)
        }
        #expect(found == [])
    }

    @Test func oneOfficeAndOneRound() async throws {
        let found = try await wholeReads { store in
            _ = try await store.record(of: "A1", in: "s")
            _ = try await store.records(of: "s", withPages: false)
            _ = try await store.verdict(of: "A1", in: "s")
            _ = try await store.verdicts(of: "s")
            _ = try await store.rounds(of: "A1", before: "s", limit: 24)
            _ = try await store.validators(of: "A1")
            _ = try await store.validators(of: "A1", keptBy: "p")
            _ = try await store.pageCounts(of: "s")
            _ = try await store.remainingTargets(of: "s")
            _ = try await store.page(0, of: "A1", in: "s")
        }
        #expect(found == [])
    }

    @Test func closingARoundCountsThatRoundOnly() async throws {
        let found = try await wholeReads { store in
            var scan = Sample.scan("s1", at: "2026-03-01T00:00:00Z")
            try await store.begin(scan, targets: Sample.targets)
            scan.finishedAt = Sample.time("2026-03-01T01:00:00Z")
            try await store.update(scan)
        }
        #expect(found == [])
    }
}
