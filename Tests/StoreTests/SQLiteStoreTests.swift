import Foundation
import Model
import Testing

@testable import Store

@Suite struct SQLiteStoreTests {
    @Test func keepsARoundAsItWas() async throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        var scan = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        try await store.begin(scan, targets: Sample.targets)
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        try await store.save(
            record, Sample.verdict(.active),
            bodies: [StoredBody(sha256: "ab", contentType: "text/html", bytes: Array("hello".utf8))], in: "s1")
        #expect(try await store.remainingTargets(of: "s1").map(\.code) == ["A2", "A3"])
        let records = try await store.records(of: "s1", withPages: true)
        #expect(records.count == 1)
        #expect(records[0].target == Sample.targets[0])
        #expect(records[0].attempts == record.attempts)
        #expect(records[0].pages[0].reading == record.pages[0].reading)
        #expect(records[0].coverage == .complete)
        #expect(try await store.verdicts(of: "s1")["A1"] == Sample.verdict(.active))
        #expect(try await store.body("ab")?.bytes == Array("hello".utf8))
        #expect(try await store.body("cd") == nil)
        #expect(try await store.pageCounts(of: "s1") == ["A1": 1])
        scan.finishedAt = Sample.time("2026-03-01T02:00:00Z")
        scan.stats = ["pages": 1]
        try await store.update(scan)
        #expect(try await store.scans() == [scan])
    }

    @Test func resumesOnlyTheSameList() async throws {
        let store = try TemporaryStore()
        try await store.store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        #expect(try await store.store.unfinishedScan(over: Sample.targets)?.id == "s1")
        #expect(try await store.store.unfinishedScan(over: Array(Sample.targets.dropLast())) == nil)
        var other = Sample.targets
        other[1].listed = "https://dinsos.example.go.id"
        #expect(try await store.store.unfinishedScan(over: other) == nil)
        var done = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        done.finishedAt = done.startedAt
        try await store.store.update(done)
        #expect(try await store.store.unfinishedScan(over: Sample.targets) == nil)
    }

    @Test func refusesASecondOutcomeOfOneOffice() async throws {
        let store = try TemporaryStore()
        try await store.store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        try await store.store.save(record, Sample.verdict(.active), bodies: [], in: "s1")
        await #expect(throws: StoreError.self) {
            try await store.store.save(record, Sample.verdict(.missing), bodies: [], in: "s1")
        }
        #expect(try await store.store.verdicts(of: "s1")["A1"]?.status == .active)
    }

    @Test func replacesAnOfficeWhole() async throws {
        let store = try TemporaryStore()
        try await store.store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        var record = try Sample.record(Sample.targets[1], at: "2026-03-01T01:00:10Z")
        try await store.store.save(record, Sample.verdict(.unreachable), bodies: [], in: "s1")
        record.attempts += record.attempts
        record.pages[0].title = "Baru"
        try await store.store.replace(record, Sample.verdict(.active), bodies: [], in: "s1")
        let kept = try await store.store.record(of: "A2", in: "s1")
        #expect(kept?.attempts.count == 2)
        #expect(kept?.pages.map(\.title) == ["Baru"])
        #expect(try await store.store.verdicts(of: "s1")["A2"]?.status == .active)
        #expect(try await store.store.records(of: "s1", withPages: false)[0].pages.isEmpty)
        #expect(try await store.store.targets(of: "s1") == Sample.targets)
    }

    @Test func givesEarlierRoundsNewestFirst() async throws {
        let store = try TemporaryStore()
        for (id, day) in [("s1", "01"), ("s2", "05"), ("s3", "09")] {
            var scan = Sample.scan(id, at: "2026-03-\(day)T01:00:00Z")
            try await store.store.begin(scan, targets: Sample.targets)
            try await store.store.save(
                try Sample.record(Sample.targets[0], at: "2026-03-\(day)T01:00:10Z"),
                Sample.verdict(id == "s1" ? .missing : .active), bodies: [], in: id)
            scan.finishedAt = scan.startedAt.adding(seconds: 60)
            try await store.store.update(scan)
        }
        let rounds = try await store.store.rounds(of: "A1", before: "s3", limit: 10)
        #expect(rounds.map(\.scan) == ["s2", "s1"])
        #expect(rounds.map(\.verdict.status) == [.active, .missing])
        #expect(try await store.store.rounds(of: "A1", before: "s1", limit: 10).isEmpty)
        #expect(try await store.store.rounds(of: "A1", before: "s3", limit: 1).map(\.scan) == ["s2"])
    }

    @Test func givesValidatorsOfTheLatestFinishedRound() async throws {
        let store = try TemporaryStore()
        var scan = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        try await store.store.begin(scan, targets: Sample.targets)
        try await store.store.save(
            try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z"), Sample.verdict(.active), bodies: [],
            in: "s1")
        #expect(
            try await store.store.validators(of: "A1").isEmpty, "an open round is no base for a conditional request")
        scan.finishedAt = scan.startedAt
        try await store.store.update(scan)
        let validators = try await store.store.validators(of: "A1")
        #expect(
            validators == [
                "https://dinkes.example.go.id/": PageValidators(
                    etag: "\"v1\"", lastModified: nil, sha256: "ab", scan: "s1", position: 0, rulesHash: scan.rulesHash,
                    toolVersion: scan.toolVersion)
            ])
        let page = try await store.store.page(0, of: "A1", in: "s1")
        #expect(page?.sha256 == "ab")
        #expect(try await store.store.page(1, of: "A1", in: "s1") == nil)
    }

    @Test func rowsHoldAnyText() throws {
        let texts = ["", "a\"b\\c", "\u{0}\u{1F}\n\t", "é—🙂", "{}[],:"]
        #expect(try JSON.value(try JSON.text(texts)) == texts)
        let nested: [String: [[Double?]]] = ["a": [[1, nil, -0.5], []], "b": []]
        #expect(try JSON.value(try JSON.text(nested)) == nested)
    }

    @Test func survivesReopening() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let again = try SQLiteStore(path: temporary.path)
        #expect(try await again.remainingTargets(of: "s1") == Sample.targets)
    }

    @Test func saysWhatIsWrongWithABrokenFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-broken-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("x.db")
        try Data(repeating: 65, count: 8192).write(to: file)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        #expect(error?.kind == .corrupted)
        let missing = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path + "/none/x.db") }
        #expect(missing?.kind == .cannotOpen)
    }

    @Test func oneRoundAtATime() throws {
        let temporary = try TemporaryStore()
        let other = try SQLiteStore(path: temporary.path)
        do {
            let lock = try temporary.store.lockForScan()
            let error = #expect(throws: StoreError.self) { try other.lockForScan() }
            #expect(error?.kind == .busy)
            withExtendedLifetime(lock) {}
        }
        _ = try other.lockForScan()
    }
}
