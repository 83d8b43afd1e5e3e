import Synchronization
import Testing

@testable import Desk

struct PageCacheTests {
    /// Counts how often it was asked, and says so.
    private final class Maker: Sendable {
        private let count = Mutex(0)
        var made: Int { count.withLock { $0 } }
        func make() -> [UInt8] {
            count.withLock {
                $0 += 1; return [UInt8($0)]
            }
        }
    }

    @Test func whatManyAskForIsMadeOnce() async throws {
        let (cache, maker) = (PageCache(), Maker())
        let answers = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            for _ in 0..<50 { group.addTask { try await cache.bytes("a") { maker.make() } } }
            return try await group.reduce(into: [[UInt8]?]()) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0 == [1] } && maker.made == 1)
        #expect(try await cache.bytes("b") { maker.make() } == [2])
    }

    @Test func afterAChangeEverythingIsMadeAnewAlsoWhatIsBeingMade() async throws {
        let (cache, maker) = (PageCache(), Maker())
        let (stream, gate) = AsyncStream<Void>.makeStream()
        let begun = AsyncStream<Void>.makeStream()
        let first = Task {
            try await cache.bytes("a") {
                begun.continuation.yield()
                for await _ in stream { break }
                return maker.make()
            }
        }
        for await _ in begun.stream { break }
        cache.empty()
        gate.yield()
        #expect(try await first.value == [1])
        #expect(try await cache.bytes("a") { maker.make() } == [2])
    }

    @Test func theOldIsServedWhileTheNewIsMadeButNotForLong() async throws {
        let (cache, maker, start) = (PageCache(), Maker(), ContinuousClock.now)
        func ask(_ seconds: Int, stale: Bool = true) async throws -> [UInt8]? {
            try await cache.bytes("a", for: .seconds(10), stale: stale, now: start + .seconds(seconds)) { maker.make() }
        }
        #expect(try await ask(0) == [1])
        #expect(try await ask(9) == [1] && maker.made == 1)
        #expect(try await ask(15) == [1], "the old one, and a new one is made")
        while try await ask(16) != [2] { await Task.yield() }
        #expect(try await ask(40) == [3], "too old to serve")
        #expect(try await ask(55, stale: false) == [4])
    }

    @Test func whatIsNotThereOrFailedIsNotKept() async throws {
        struct Trouble: Error {}
        let cache = PageCache()
        #expect(try await cache.bytes("a") { nil } == nil)
        #expect(try await cache.bytes("a") { [7] } == [7])
        await #expect(throws: Trouble.self) { try await cache.bytes("b") { throw Trouble() } }
        #expect(try await cache.bytes("b") { [8] } == [8])
    }
}
