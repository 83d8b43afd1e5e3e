import Foundation
import Model
import Store
import Synchronization
import Testing

@testable import Rounds

/// A store, a true clock that only moves when told, and schedulers with clocks of their own.
private final class World: Sendable {
    let path: String
    let time: Mutex<Timestamp>
    let rounds = Mutex<[String]>([])

    init() throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("ronda-rounds-\(UUID().uuidString).db").path
        time = Mutex(try #require(Timestamp(iso8601: "2026-03-01T00:00:00Z")))
    }

    deinit { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }

    func now(skew: Double = 0) -> Timestamp { time.withLock { $0 }.adding(seconds: skew) }
    func pass(seconds: Double) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    /// A scheduler with a connection of its own, as another process would have.
    func keeper(_ name: String, skew: Double = 0, fail: Bool = false) throws -> RoundKeeper {
        RoundKeeper(try SQLiteStore(path: path), name: name, now: { self.now(skew: skew) }) { schedule in
            if fail { throw CancellationError() }
            return self.rounds.withLock { rounds in
                rounds.append(schedule.id)
                return "scan-\(rounds.count)"
            }
        }
    }

    func schedule(_ id: String, _ when: String) -> RoundSchedule {
        RoundSchedule(id: id, when: when, zone: "WIB", lists: ["a.csv"], seed: 1, createdAt: now(), createdBy: "tes")
    }
}

@Suite struct RoundKeeperTests {
    /// The bar of issue 6: 8 schedulers, 50 due times, restarts, clocks that differ by 30 seconds.
    @Test func eightSchedulersMakeFiftyRoundsOutOfFiftyDueTimes() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("tiap-jam", "0 * * * *"))
        let skews: [Double] = [-30, -21, -12, -3, 4, 13, 22, 30]
        var keepers = try skews.enumerated().map { try world.keeper("k\($0)", skew: $1) }
        for step in 0..<(50 * 4) {
            world.pass(seconds: 900)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for keeper in keepers { group.addTask { try await keeper.look() } }
                try await group.waitForAll()
            }
            for keeper in keepers { await keeper.finishWork() }
            // Every few looks one of them is started anew, with no memory.
            let restarted = step % skews.count
            keepers[restarted] = try world.keeper("k\(restarted)-\(step)", skew: skews[restarted])
        }
        #expect(world.rounds.withLock { $0.count } == 50)
        let firings = try await store.firings(of: nil, limit: 1000)
        #expect(firings.count == 50)
        #expect(firings.allSatisfy { $0.state == .done })
    }

    @Test func afterASleepOnlyTheLatestIsMadeAndTheRestIsWrittenDown() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("harian", "setiap hari 01.00"))
        world.pass(seconds: 5 * 86_400)
        let keeper = try world.keeper("k")
        try await keeper.look()
        await keeper.finishWork()
        let states = try await store.firings(of: "harian", limit: 100).map(\.state)
        #expect(states == [.done, .missed, .missed, .missed, .missed])
        #expect(world.rounds.withLock { $0.count } == 1)
    }

    @Test func aRoundIsRefusedWhileTheLastIsOpenAndALostOneIsTakenOver() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("tiap-jam", "0 * * * *"))
        world.pass(seconds: 3600)
        // Cancelled in the middle, as by SIGTERM or a power cut: the row stays open.
        let first = try world.keeper("mati", fail: true)
        try await first.look()
        await first.finishWork()
        #expect(try await store.firings(of: nil, limit: 9).map(\.state) == [.running])
        world.pass(seconds: 100)
        let second = try world.keeper("hidup")
        try await second.look()
        #expect(world.rounds.withLock { $0.isEmpty }, "not yet silent for long enough")
        world.pass(seconds: 100)
        try await second.look()
        await second.finishWork()
        let firings = try await store.firings(of: nil, limit: 9)
        #expect(firings.map(\.state) == [.done])
        #expect(firings.first?.scheduler == "hidup")
        #expect(firings.first?.scan == "scan-1")
    }

    @Test func aClockThatJumpedAheadDoesNotSilenceTheSchedule() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("harian", "setiap hari 01.00"))
        world.pass(seconds: 86_400)
        let wrong = try world.keeper("melompat", skew: 3600 * 24 * 400)
        try await wrong.look()
        await wrong.finishWork()
        let right = try world.keeper("benar")
        try await right.look()
        await right.finishWork()
        world.pass(seconds: 86_400)
        try await right.look()
        await right.finishWork()
        #expect(world.rounds.withLock { $0.count } == 3)
    }

    @Test func aFailedRoundSaysWhyAndTheNextIsMade() async throws {
        struct NoList: Error, CustomStringConvertible { let description = "the list is gone" }
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("tiap-jam", "0 * * * *"))
        let keeper = RoundKeeper(store, name: "k", now: { world.now() }) { _ in throw NoList() }
        for _ in 0..<2 {
            world.pass(seconds: 3600)
            try await keeper.look()
            await keeper.finishWork()
        }
        let firings = try await store.firings(of: nil, limit: 9)
        #expect(firings.map(\.state) == [.failed, .failed])
        #expect(firings.first?.note == "the list is gone")
    }

    /// What somebody asks for is made once by whoever looks first, and an office waits for no round.
    @Test func requestsComeFirstAndOnce() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.keep(world.schedule("senin", "0 1 * * 1"))
        try await store.ask(.init(kind: .schedule, subject: "senin", region: "61.12", by: "siti", at: world.now()))
        try await store.ask(.init(kind: .office, subject: "A1", region: "61.12", by: "siti", at: world.now()))
        let keepers = try (0..<4).map { try world.keeper("k\($0)") }
        for _ in 0..<3 { for keeper in keepers { try await keeper.look() } }
        for keeper in keepers { await keeper.finishWork() }
        #expect(world.rounds.withLock { $0.sorted() } == ["kantor:A1", "senin"])
        #expect(try await store.firings(of: nil, limit: 9).map(\.state) == [.done, .done])
    }

    /// A look at one office that was cut short is taken over like any round.
    @Test func aLostLookAtAnOfficeIsTakenOver() async throws {
        let world = try World()
        let store = try SQLiteStore(path: world.path)
        try await store.ask(.init(kind: .office, subject: "A1", region: "61.12", by: "siti", at: world.now()))
        let first = try world.keeper("k1", fail: true)
        try await first.look()
        await first.finishWork()
        world.pass(seconds: 400)
        let second = try world.keeper("k2")
        try await second.look()
        await second.finishWork()
        #expect(world.rounds.withLock(\.self) == ["kantor:A1"])
        #expect(try await store.firings(of: nil, limit: 9).map(\.state) == [.done])
    }
}
