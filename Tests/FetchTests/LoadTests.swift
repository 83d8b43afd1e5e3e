import Farm
import Model
import Synchronization
import Testing

@testable import Fetch

@Suite(.serialized) struct LoadTests {
    /// Two thousand requests that the servers have all read and none has answered.
    @Test func twoThousandTransfersOnOneThread() async throws {
        let hosts = (1...4).map { FarmHost("h\($0).go.id", address: "127.0.7.\($0)", otherwise: .hang) }
        let bed = try TestBed(hosts, addresses: hosts.compactMap(\.address)) { settings in
            settings.perIP = 500
            settings.timeouts = PhaseTimeouts().capped(total: 120)
            settings.timeouts.firstByte = 120
        }
        await withTaskGroup(of: String.self) { group in
            for number in 0..<2000 {
                group.addTask { await bed.fetch("http://h\(number % 4 + 1).go.id/\(number)").gist }
            }
            group.addTask {
                while bed.server.log.count < 2000, bed.fetcher.counters.failures.isEmpty { await Task.yield() }
                #expect(bed.fetcher.counters.inFlight == 2000)
                await bed.fetcher.shutdown()
                return "failure cancelled"
            }
            for await gist in group { #expect(gist == "failure cancelled") }
        }
        #expect(bed.fetcher.counters.inFlightPeak == 2000)
        #expect(bed.server.log.count == 2000)
    }

    @Test func aThousandPagesOfOneServerComeWhole() async throws {
        let text = String(repeating: "Standar Pelayanan ", count: 1500)
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page(text))]) { $0.perIP = 20 }
        await withTaskGroup(of: Int.self) { group in
            for number in 0..<1000 {
                group.addTask { await bed.fetch("http://h.go.id/\(number)").page?.body.count ?? 0 }
            }
            for await count in group { #expect(count == text.utf8.count) }
        }
        #expect(bed.server.peakConnections() <= 20)
        #expect(bed.server.peakRequests(host: "h.go.id") <= 20)
        #expect(bed.fetcher.counters.bytes == 1000 * text.utf8.count)
        await bed.fetcher.shutdown()
    }

    @Test func neverMoreThanTwoAtOneAddressAndTheDelayIsKept() async throws {
        let hosts = (1...4).map { number in
            FarmHost("h\(number).go.id") { _ in FarmReply.page("isi").delayed(milliseconds: 150) }
        }
        let bed = try TestBed(hosts) { settings in
            settings.perIP = 2
            settings.delaySeconds = 0.1
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask { _ = await bed.fetch("http://h\(number % 4 + 1).go.id/\(number)") }
            }
        }
        #expect(bed.server.log.count == 12)
        #expect(bed.server.peakConnections() <= 2 * 4)
        let starts = bed.server.log.map(\.at)
        // Eleven pauses; without them six rounds of 150 ms would begin within 750 ms. Single gaps shrink when a loaded
        // machine hands over the first of two requests late.
        let first = try #require(starts.min())
        let last = try #require(starts.max())
        #expect(last - first > .milliseconds(1000))
        let short = zip(starts, starts.dropFirst()).filter { $1 - $0 <= .milliseconds(85) }
        #expect(short.count <= 2, "pairs sent together would give six")
        for (index, start) in starts.enumerated() {
            let atWork = starts[..<index].filter { start - $0 < .milliseconds(140) }.count
            #expect(atWork <= 1)
        }
        await bed.fetcher.shutdown()
    }

    @Test func connectionsAreUsedAgain() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("isi"))]) { $0.perIP = 1 }
        for number in 0..<10 { #expect(await bed.fetch("http://h.go.id/\(number)").gist == "page 200") }
        #expect(bed.server.connectionCount == 1)
        #expect(bed.fetcher.counters.connections == 1 && bed.fetcher.counters.reused == 9)
        await bed.fetcher.shutdown()
    }

    @Test func retryAfterIsWaitedForAndThePageThenRead() async throws {
        let busy = [(name: "Retry-After", value: "1")]
        let asked = Mutex(0)
        let bed = try TestBed([
            FarmHost("h.go.id") { _ in
                let number = asked.withLock { count in
                    count += 1
                    return count
                }
                return number == 1 ? .status(429, headers: busy) : .page("sekarang boleh")
            }
        ])
        let page = try #require(await bed.fetch("http://h.go.id/").page)
        #expect(page.status == 200)
        #expect(page.trail.map(\.status) == [429, 200])
        let times = bed.server.log.map(\.at)
        #expect(times.count == 2 && times[1] - times[0] >= .milliseconds(990))
        await bed.fetcher.shutdown()
    }

    @Test func aRetryAfterPastTheCapIsAnAnswer() async throws {
        let bed = try TestBed([
            FarmHost("h.go.id", otherwise: .status(503, headers: [(name: "Retry-After", value: "86400")]))
        ])
        #expect(await bed.fetch("http://h.go.id/").gist == "page 503")
        #expect(bed.server.log.count == 1)
        await bed.fetcher.shutdown()
    }

    @Test func aCrawlDelayIsKept() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("x"))])
        bed.fetcher.setDelay(0.3, forHost: "h.go.id")
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<3 { group.addTask { _ = await bed.fetch("http://h.go.id/\(number)") } }
        }
        let times = bed.server.log.map(\.at)
        #expect(times.count == 3 && times[2] - times[0] > .milliseconds(500))
        await bed.fetcher.shutdown()
    }
}
