import Detect
import Farm
import Fetch
import Model
import Rules
import Store
import Synchronization
import Testing

@testable import Scan

/// A worker keeps what it learnt of hosts for a whole round; what failed it must ask again in the second pass.
@Suite struct SharedRoundMemoryTests {
    private let office = SmallRegion.office("A1", "Dinas Kesehatan", "kesehatan", url: "http://dinkes.ujikab.go.id/")

    /// A site whose robots.txt cannot be reached (503) until `isUp`; `asked` counts the questions for it.
    private final class Host: Sendable {
        let isUp = Mutex(false)
        let asked = Mutex(0)

        func farm() -> FarmHost {
            let site = SmallRegion.site("dinkes.ujikab.go.id", "Dinas Kesehatan")
            return FarmHost("dinkes.ujikab.go.id") { [self] request in
                if request.path == "/robots.txt" { asked.withLock { $0 += 1 } }
                return isUp.withLock(\.self) ? site.routes[request.path] ?? .status(404) : .status(503)
            }
        }
    }

    /// One worker's tools over a farm, and its round.
    private func round(_ region: SmallRegion, _ fetcher: Fetcher) async throws -> SharedRound {
        let book = try SmallRegion.book.get()
        let start = Timestamp(iso8601: "2026-03-02T01:00:00Z") ?? Timestamp(milliseconds: 0)
        let scan = ScanRecord(
            id: "s1", regions: ["99.02"], startedAt: start, toolVersion: "test", rulesHash: book.hash)
        try await region.store.begin(scan, targets: [office])
        return SharedRound(
            book: book, fetcher: fetcher, detector: try Detector(book.detection), store: region.store,
            clock: RunClock.rehearsal(from: start), options: ScanOptions(), scan: scan)
    }

    private func fetcher(_ region: SmallRegion) throws -> Fetcher {
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.hosts = try HostsTable(text: region.farm.hostsTable, file: "test")
        settings.connectTo = (region.farm.connectTo + [":443::1"]).compactMap { ConnectTo($0) }
        settings.delaySeconds = 0
        settings.timeouts = settings.timeouts.capped(total: 5)
        return Fetcher(settings, registrable: { _ in "ujikab.go.id" }, now: { Timestamp(milliseconds: 0) })
    }

    private func work(_ round: SharedRound, again: Bool) async throws {
        _ = try await round.work(
            on: [office], views: [:], again: again, atOnce: 1, goOn: { true }, keepSister: { _, _ in }, saved: { _ in })
    }

    @Test func theSecondPassAsksWhatFailedInTheFirst() async throws {
        let host = Host()
        let region = try SmallRegion([host.farm()])
        let fetcher = try fetcher(region)
        let round = try await round(region, fetcher)
        try await work(round, again: false)
        #expect(try await region.store.statusCounts(of: "s1") == [.unreachable: 1])
        let before = host.asked.withLock(\.self)
        host.isUp.withLock { $0 = true }
        await round.beginSecondPass()
        try await work(round.writing(to: region.store), again: true)
        #expect(host.asked.withLock(\.self) > before)
        #expect(try await region.store.statusCounts(of: "s1") == [.active: 1])
        await fetcher.shutdown()
    }

    @Test func whatFailsInTheSecondPassIsRememberedByAllItsUnits() async throws {
        let host = Host()
        let region = try SmallRegion([host.farm()])
        let fetcher = try fetcher(region)
        let round = try await round(region, fetcher)
        try await work(round, again: false)
        await round.beginSecondPass()
        try await work(round, again: true)
        let asked = host.asked.withLock(\.self)
        await round.writing(to: region.store).beginSecondPass()
        try await work(round, again: true)
        #expect(host.asked.withLock(\.self) == asked)
        await fetcher.shutdown()
    }
}
