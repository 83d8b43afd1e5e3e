import Model
import Testing

@testable import Store

/// Rounds read a few offices at a time.
@Suite struct OfficeBatchTests {
    private func filled() async throws -> TemporaryStore {
        let made = try TemporaryStore()
        try await made.store.begin(Sample.scan("s1", at: "2026-03-01T00:00:00Z"), targets: Sample.targets)
        for (target, status) in zip(Sample.targets, [OfficeStatus.active, .missing, .active]) {
            try await made.store.save(
                try Sample.record(target, at: "2026-03-01T00:00:00Z"), Sample.verdict(status), bodies: [], in: "s1")
        }
        return made
    }

    @Test func givesSomeBehindACode() async throws {
        let made = try await filled()
        let first = try await made.store.offices(of: "s1", after: "", limit: 2)
        #expect(first.map(\.record.target.code) == ["A1", "A2"])
        #expect(first.map(\.verdict.status) == [.active, .missing])
        #expect(first.map(\.position) == [0, 1])
        #expect(first.allSatisfy { $0.record.pages.isEmpty && $0.record.attempts.count == 1 })
        let rest = try await made.store.offices(of: "s1", after: "A2", limit: 2)
        #expect(rest.map(\.record.target.code) == ["A3"])
        #expect(try await made.store.offices(of: "s2", after: "", limit: 2).isEmpty)
    }

    @Test func handsOverEveryOfficeOnce() async throws {
        let made = try await filled()
        var codes: [String] = []
        try await made.store.eachOffice(of: "s1") { codes.append($0.record.target.code) }
        #expect(codes == ["A1", "A2", "A3"])
    }

    @Test func countsStatuses() async throws {
        let made = try await filled()
        #expect(try await made.store.statusCounts(of: "s1") == [.active: 2, .missing: 1])
        #expect(try await made.store.statusCounts(of: "s2").isEmpty)
    }
}
