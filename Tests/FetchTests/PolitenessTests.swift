import Testing

@testable import Fetch

@Suite struct PolitenessTests {
    @Test func oneKeyStartsOneRequestEachDelay() {
        var gate = Politeness(concurrency: 100, perKey: 2, delay: 1)
        for ticket in 1...4 { gate.enqueue(UInt64(ticket), key: "10.0.0.1", host: "a", now: 0) }
        #expect(gate.start(now: 0) == [1])
        #expect(gate.start(now: 0.5) == [])
        #expect(gate.nextStart() == 1)
        #expect(gate.start(now: 1) == [2])
        // Both places are taken: time alone starts nothing.
        #expect(gate.start(now: 9) == [])
        gate.finished(1, now: 9)
        #expect(gate.start(now: 9) == [3])
        gate.finished(2, now: 9.2)
        #expect(gate.start(now: 9.2) == [])
        #expect(gate.start(now: 10) == [4])
        #expect(gate.waiting == 0)
        #expect(gate.atWork == 2)
    }

    @Test func withoutDelayOnlyThePlacesCount() {
        var gate = Politeness(concurrency: 100, perKey: 2, delay: 0)
        for ticket in 1...5 { gate.enqueue(UInt64(ticket), key: "k", host: "a", now: 0) }
        #expect(gate.start(now: 0) == [1, 2])
        gate.finished(2, latency: 30, now: 0)
        #expect(gate.start(now: 0) == [3])
    }

    @Test func keysTakeTurns() {
        var gate = Politeness(concurrency: 3, perKey: 2, delay: 0)
        for ticket in 1...3 { gate.enqueue(UInt64(ticket), key: "a", host: "a", now: 0) }
        for ticket in 4...6 { gate.enqueue(UInt64(ticket), key: "b", host: "b", now: 0) }
        #expect(gate.start(now: 0) == [1, 4, 2])
        gate.finished(1, now: 1)
        gate.finished(4, now: 1)
        #expect(gate.start(now: 1) == [5, 3])
    }

    @Test func hostsOfOneServerTakeTurns() {
        var gate = Politeness(concurrency: 10, perKey: 10, delay: 0)
        for ticket in 1...3 { gate.enqueue(UInt64(ticket), key: "k", host: "besar", now: 0) }
        gate.enqueue(9, key: "k", host: "kecil", now: 0)
        #expect(gate.start(now: 0, limit: 2) == [1, 9])
        #expect(gate.start(now: 0) == [2, 3])
    }

    @Test func higherPriorityGoesFirstInItsHost() {
        var gate = Politeness(concurrency: 10, perKey: 1, delay: 0)
        gate.enqueue(1, key: "k", host: "a", priority: 0, now: 0)
        gate.enqueue(2, key: "k", host: "a", priority: 5, now: 0)
        gate.enqueue(3, key: "k", host: "a", priority: 5, now: 0)
        #expect(gate.start(now: 0) == [2])
    }

    @Test func aPauseHoldsItsHostAndNoOther() {
        var gate = Politeness(concurrency: 10, perKey: 2, delay: 0)
        gate.enqueue(1, key: "k", host: "a", now: 0)
        #expect(gate.start(now: 0) == [1])
        gate.enqueue(2, key: "k", host: "b", now: 0)
        gate.pause(1, until: 7, now: 0)
        gate.finished(1, now: 0)
        gate.enqueue(3, key: "k", host: "a", now: 0)
        #expect(gate.start(now: 1) == [2])
        gate.finished(2, now: 1)
        #expect(gate.nextStart() == 7)
        #expect(gate.start(now: 7) == [3])
    }

    @Test func aHostMayAskForMoreDelayButNotForLess() {
        var gate = Politeness(concurrency: 10, perKey: 5, delay: 1)
        gate.setDelay(5, host: "lambat")
        gate.setDelay(0.1, host: "cepat")
        for ticket in 1...2 { gate.enqueue(UInt64(ticket), key: "k", host: "lambat", now: 0) }
        for ticket in 3...4 { gate.enqueue(UInt64(ticket), key: "k", host: "cepat", now: 0) }
        #expect(gate.start(now: 0) == [1])
        #expect(gate.start(now: 1) == [3])
        #expect(gate.start(now: 1.5) == [])
        #expect(gate.start(now: 2) == [4])
        #expect(gate.start(now: 4.9) == [])
        #expect(gate.start(now: 5) == [2])
    }

    @Test func aSlowServerIsAskedMoreSlowly() {
        var gate = Politeness(concurrency: 10, perKey: 2, delay: 1)
        for ticket in 1...3 { gate.enqueue(UInt64(ticket), key: "k", host: "a", now: 0) }
        _ = gate.start(now: 0)
        gate.finished(1, latency: 8, now: 8)
        #expect(gate.start(now: 8) == [2])
        #expect(gate.start(now: 11.9) == [])
        #expect(gate.start(now: 12) == [3])
    }

    @Test func aCancelledRequestLeavesTheQueue() {
        var gate = Politeness(concurrency: 1, perKey: 1, delay: 0)
        for ticket in 1...3 { gate.enqueue(UInt64(ticket), key: "k", host: "a", now: 0) }
        #expect(gate.start(now: 0) == [1])
        let removed = [2, 1, 2].map { gate.cancel($0) }
        #expect(removed == [true, false, false])
        gate.finished(1, now: 0)
        #expect(gate.start(now: 0) == [3])
    }

    @Test func aDomainHasItsOwnLimitOverAllAddresses() {
        var gate = Politeness(concurrency: 10, perKey: 2, delay: 0, perDomain: 2)
        for ticket in 1...3 {
            gate.enqueue(UInt64(ticket), key: "k\(ticket)", host: "h\(ticket)", domain: "kab.go.id", now: 0)
        }
        #expect(gate.start(now: 0) == [1, 2])
        gate.finished(1, now: 0)
        #expect(gate.start(now: 0) == [3])
    }

    @Test func fiveThousandKeysKeepTheirRules() {
        var gate = Politeness(concurrency: 1000, perKey: 1, delay: 1)
        for ticket in 0..<10_000 { gate.enqueue(UInt64(ticket), key: "k\(ticket % 5000)", host: "h", now: 0) }
        var time = 0.0
        var done = 0
        var lastStart: [UInt64: Double] = [:]
        while done < 10_000, time < 60 {
            let started = gate.start(now: time)
            #expect(gate.atWork <= 1000)
            for ticket in started {
                if let last = lastStart[ticket % 5000] { #expect(time - last >= 1) }
                lastStart[ticket % 5000] = time
            }
            for ticket in started { gate.finished(ticket, now: time) }
            done += started.count
            time += 0.1
        }
        #expect(done == 10_000)
    }
}
