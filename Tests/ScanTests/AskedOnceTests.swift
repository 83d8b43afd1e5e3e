import Synchronization
import Testing

@testable import Scan

@Suite struct AskedOnceTests {
    private final class Counter: Sendable {
        let asked = Mutex(0)
        func next() -> Int {
            asked.withLock {
                $0 += 1
                return $0
            }
        }
    }

    @Test func manyWhoWantTheSameAskOnce() async {
        let (once, counter) = (AskedOnce<Int>(), Counter())
        let answers = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await once.answer("a") {
                        await Task.yield()
                        return counter.next()
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: 1, count: 50))
        #expect(await once.answer("b") { counter.next() } == 2)
    }

    @Test func whatIsUselessIsAskedAgain() async {
        let (once, counter) = (AskedOnce<Int>(), Counter())
        for name in ["a", "b", "c"] { _ = await once.answer(name) { counter.next() } }
        await once.forget { $0 == 2 }
        #expect(await once.answer("a") { counter.next() } == 1)
        #expect(await once.answer("b") { counter.next() } == 4)
    }

    @Test func whatIsStillOnItsWayIsForgottenToo() async {
        let (once, counter) = (AskedOnce<Int>(), Counter())
        let (gate, opener) = AsyncStream<Void>.makeStream()
        async let slow = once.answer("a") {
            for await _ in gate { break }
            return counter.next()
        }
        // Another who waits for the same answer shows that it is under way.
        async let forgotten: Void = once.forget { $0 == 1 }
        opener.yield()
        opener.finish()
        _ = await (slow, forgotten)
        await once.forget { $0 == 1 }
        #expect(await once.answer("a") { counter.next() } == 2)
    }
}
