import Foundation
import Model
import Rounds
import Synchronization
import Testing

@testable import Store

/// Where a suite keeps its rounds.
enum StoreKind: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// The stores that can be tested on this machine.
    static var here: [StoreKind] { PostgresCluster.isThere ? allCases : [.sqlite] }

    /// A new empty store; the folder goes away with the value.
    func open() async throws -> (store: any DeskStore, folder: TemporaryStore?) {
        switch self {
        case .sqlite:
            let temporary = try TemporaryStore()
            return (temporary.store, temporary)
        case .postgres: return (try await PostgresCluster.store(), nil)
        }
    }

    /// A new empty store that several programs open.
    func place() async throws -> StorePlace {
        switch self {
        case .sqlite: StorePlace(folder: try TemporaryStore(), url: nil)
        case .postgres: StorePlace(folder: nil, url: try PostgresCluster.url())
        }
    }
}

/// One store, opened as often as there are programs.
final class StorePlace {
    private let folder: TemporaryStore?
    private let url: String?

    init(folder: TemporaryStore?, url: String?) {
        self.folder = folder
        self.url = url
    }

    func open() async throws -> any ScanStore & ScheduleStore & RequestStore {
        if let url { return try await PostgresStore(url: url) }
        return try SQLiteStore(path: folder!.path)
    }
}

/// What every store must do: the same questions to SQLite and to PostgreSQL.
@Suite struct StoreConformanceTests {
    @Test(arguments: StoreKind.here) func recordsAreReadAFewAtATime(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        for target in Sample.targets {
            try await store.save(
                try Sample.record(target, at: "2026-03-01T01:00:10Z"), Sample.verdict(.active), bodies: [], in: "s1")
        }
        let first = try await store.records(of: "s1", after: "", limit: 2)
        #expect(first.map(\.target) == Array(Sample.targets.prefix(2)))
        #expect(first.allSatisfy { $0.pages.isEmpty && $0.attempts.count == 1 })
        #expect(try await store.records(of: "s1", after: "A2", limit: 2).map(\.target.code) == ["A3"])
        #expect(try await store.records(of: "s2", after: "", limit: 2).isEmpty)
        var codes: [String] = []
        try await store.eachRecord(of: "s1") { codes.append($0.target.code) }
        #expect(codes == ["A1", "A2", "A3"])
    }

    @Test(arguments: StoreKind.here) func keepsARoundAsItWas(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
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

    @Test func keepsAReadingForTheProgramThatMadeIt() async throws {
        let folder = try TemporaryStore()
        defer { withExtendedLifetime(folder) {} }
        let store = try SQLiteStore(path: folder.path)
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        let address = try #require(WebAddress("https://dinkes.example.go.id/layanan"))
        var body = StoredBody(sha256: "ab", contentType: "text/html", bytes: Array("hello".utf8))
        body.reading = StoredReading(address: address, program: "p1", bytes: [1, 2, 3])
        try await store.save(record, Sample.verdict(.active), bodies: [body], in: "s1")
        #expect(try await store.keptReading(of: "ab", at: address, by: "p1") == [1, 2, 3])
        #expect(try await store.keptReading(of: "ab", at: address, by: "p2") == nil)
        #expect(try await store.keptReading(of: "cd", at: address, by: "p1") == nil)
        let other = try #require(WebAddress("https://dinkes.example.go.id/"))
        #expect(try await store.keptReading(of: "ab", at: other, by: "p1") == nil)
        // The next program's reading takes its place.
        body.reading?.program = "p2"
        try await store.replace(record, Sample.verdict(.active), bodies: [body], in: "s1")
        #expect(try await store.keptReading(of: "ab", at: address, by: "p1") == nil)
        #expect(try await store.keptReading(of: "ab", at: address, by: "p2") == [1, 2, 3])
    }

    @Test(arguments: StoreKind.here) func givesKeptReadingsAlongWithTheValidators(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        var scan = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        try await store.begin(scan, targets: Sample.targets)
        let address = try #require(WebAddress("https://dinkes.example.go.id/"))
        var body = StoredBody(sha256: "ab", contentType: "text/html", bytes: Array("hello".utf8))
        body.reading = StoredReading(address: address, program: "p1", bytes: [1, 2, 3])
        try await store.save(
            try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z"), Sample.verdict(.active), bodies: [body],
            in: "s1")
        scan.finishedAt = scan.startedAt
        try await store.update(scan)
        let known = try #require(try await store.validators(of: "A1", keptBy: "p1")[address.crawlKey])
        // A store may leave them to be asked for one by one.
        if let kept = known.kept { #expect(kept.address == address && kept.bytes == [1, 2, 3]) }
        #expect(kind != .sqlite || known.kept != nil)
        var bare = known
        bare.kept = nil
        #expect(try await store.validators(of: "A1")[address.crawlKey] == bare)
        #expect(try await store.validators(of: "A1", keptBy: "p2")[address.crawlKey] == bare)
        #expect(try await store.validators(of: "A2", keptBy: "p1").isEmpty)
    }

    @Test(arguments: StoreKind.here) func resumesOnlyTheSameList(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        #expect(try await store.unfinishedScan(over: Sample.targets)?.id == "s1")
        #expect(try await store.unfinishedScan(over: Array(Sample.targets.dropLast())) == nil)
        var other = Sample.targets
        other[1].listed = "https://dinsos.example.go.id"
        #expect(try await store.unfinishedScan(over: other) == nil)
        var done = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        done.finishedAt = done.startedAt
        try await store.update(done)
        #expect(try await store.unfinishedScan(over: Sample.targets) == nil)
    }

    @Test(arguments: StoreKind.here) func refusesASecondOutcomeOfOneOffice(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let record = try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z")
        try await store.save(record, Sample.verdict(.active), bodies: [], in: "s1")
        await #expect(throws: StoreError.self) {
            try await store.save(record, Sample.verdict(.missing), bodies: [], in: "s1")
        }
        #expect(try await store.verdicts(of: "s1")["A1"]?.status == .active)
    }

    @Test(arguments: StoreKind.here) func replacesAnOfficeWhole(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        try await store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        var record = try Sample.record(Sample.targets[1], at: "2026-03-01T01:00:10Z")
        try await store.save(record, Sample.verdict(.unreachable), bodies: [], in: "s1")
        record.attempts += record.attempts
        record.pages[0].title = "Baru"
        try await store.replace(record, Sample.verdict(.active), bodies: [], in: "s1")
        let kept = try await store.record(of: "A2", in: "s1")
        #expect(kept?.attempts.count == 2)
        #expect(kept?.pages.map(\.title) == ["Baru"])
        #expect(try await store.verdicts(of: "s1")["A2"]?.status == .active)
        #expect(try await store.records(of: "s1", withPages: false)[0].pages.isEmpty)
        #expect(try await store.targets(of: "s1") == Sample.targets)
    }

    @Test(arguments: StoreKind.here) func givesEarlierRoundsNewestFirst(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        for (id, day) in [("s1", "01"), ("s2", "05"), ("s3", "09")] {
            var scan = Sample.scan(id, at: "2026-03-\(day)T01:00:00Z")
            try await store.begin(scan, targets: Sample.targets)
            try await store.save(
                try Sample.record(Sample.targets[0], at: "2026-03-\(day)T01:00:10Z"),
                Sample.verdict(id == "s1" ? .missing : .active), bodies: [], in: id)
            scan.finishedAt = scan.startedAt.adding(seconds: 60)
            try await store.update(scan)
        }
        let rounds = try await store.rounds(of: "A1", before: "s3", limit: 10)
        #expect(rounds.map(\.scan) == ["s2", "s1"])
        #expect(rounds.map(\.verdict.status) == [.active, .missing])
        #expect(try await store.rounds(of: "A1", before: "s1", limit: 10).isEmpty)
        #expect(try await store.rounds(of: "A1", before: "s3", limit: 1).map(\.scan) == ["s2"])
    }

    @Test(arguments: StoreKind.here) func givesValidatorsOfTheLatestFinishedRound(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        var scan = Sample.scan("s1", at: "2026-03-01T01:00:00Z")
        try await store.begin(scan, targets: Sample.targets)
        try await store.save(
            try Sample.record(Sample.targets[0], at: "2026-03-01T01:00:10Z"), Sample.verdict(.active), bodies: [],
            in: "s1")
        #expect(
            try await store.validators(of: "A1").isEmpty, "an open round is no base for a conditional request")
        scan.finishedAt = scan.startedAt
        try await store.update(scan)
        let validators = try await store.validators(of: "A1")
        #expect(
            validators == [
                "https://dinkes.example.go.id/": PageValidators(
                    etag: "\"v1\"", lastModified: nil, sha256: "ab", scan: "s1", position: 0, rulesHash: scan.rulesHash,
                    toolVersion: scan.toolVersion)
            ])
        let page = try await store.page(0, of: "A1", in: "s1")
        #expect(page?.sha256 == "ab")
        #expect(try await store.page(1, of: "A1", in: "s1") == nil)
    }

    @Test(arguments: StoreKind.here) func keepsStatementsWithTheirNumbersAndNewestAnswers(_ kind: StoreKind)
        async throws
    {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        func objection(_ office: String) -> HumanStatement {
            HumanStatement(
                kind: .object, office: office, scan: "s1", status: .missing, by: "Siti",
                at: Sample.time("2026-03-02T01:00:00Z"), note: "ada", address: WebAddress("https://x.contohkab.go.id/"))
        }
        let first = try await store.add(objection("A1"))
        let second = try await store.add(objection("A2"))
        #expect((first.id, second.id) == (1, 2))
        var answered = first
        for note in ["tidak terbuka", "benar"] {
            answered = try await store.answer(
                statement: 1,
                with: .init(by: "Budi", at: Sample.time("2026-03-04T01:00:00Z"), note: note, outcome: .accepted))
        }
        #expect(answered.answer?.note == "benar")
        #expect(try await store.statements(of: nil) == [answered, second])
        #expect(try await store.statements(of: "A1") == [answered])
        #expect(try await store.firstAlteredStatement() == nil)
        await #expect(throws: StoreError.self) {
            try await store.answer(
                statement: 77,
                with: .init(by: "B", at: Sample.time("2026-03-04T01:00:00Z"), note: "", outcome: .accepted))
        }
    }

    @Test(arguments: StoreKind.here) func aRequestIsTakenOnceAndKeptOnce(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let request = RoundRequest(
            kind: .office, subject: "A1", region: "61.12", by: "ani", at: Sample.time("2026-03-03T01:00:00Z"))
        try await store.ask(request)
        try await store.ask(request)
        #expect(try await store.waitingRequests() == [request])
        #expect(try await store.takeRequest(.office) == request)
        #expect(try await store.takeRequest(.office) == nil)
    }

    /// The bar of issue 9: two servers whose clocks differ by 30 seconds, 200 due times, exactly 200 rounds.
    @Test(arguments: StoreKind.here) func twoServersMakeEachDueRoundOnce(_ kind: StoreKind) async throws {
        let place = try await kind.place()
        let rounds = Mutex<[String]>([])
        let time = Mutex(Sample.time("2026-03-01T00:00:00Z"))
        var keepers: [RoundKeeper] = []
        for (name, skew) in [("a", -15.0), ("b", 15.0)] {
            keepers.append(
                RoundKeeper(try await place.open(), name: name, now: { time.withLock { $0 }.adding(seconds: skew) }) {
                    schedule in
                    rounds.withLock {
                        $0.append(schedule.id)
                        return "s\($0.count)"
                    }
                })
        }
        let store = try await place.open()
        try await store.keep(
            RoundSchedule(
                id: "tiap-jam", when: "0 * * * *", zone: "WIB", lists: ["a.csv"], seed: 1,
                createdAt: Sample.time("2026-03-01T00:00:00Z"), createdBy: "tes"))
        for _ in 0..<400 {
            time.withLock { $0 = $0.adding(seconds: 1800) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for keeper in keepers { group.addTask { try await keeper.look() } }
                try await group.waitForAll()
            }
            for keeper in keepers { await keeper.finishWork() }
        }
        #expect(rounds.withLock { $0.count } == 200)
        let firings = try await store.firings(of: "tiap-jam", limit: 1000)
        #expect(firings.count == 200)
        #expect(firings.allSatisfy { $0.state == .done })
        #expect(Set(firings.map(\.due)).count == 200)
    }
}
