import Detect
import Farm
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store

/// Twelve regions on loopback, a store, and a clock that can be set.
final class HostileWorld: Sendable {
    let regions: [HostileRegion]
    let farm: FarmServer
    let net = HostileNet()
    let store: SQLiteStore
    private let folder: URL
    private let book: RuleBook
    private let garbage: FarmServer

    init(regions count: Int) throws {
        let book = try SmallRegion.book.get()
        self.book = book
        let regions = (1...count).map { HostileRegion($0, book: book) }
        self.regions = regions
        let control = FarmHost(HostileNet.control, otherwise: .page("<p>ya</p>"))
        var hosts = regions.flatMap { [net] region in Self.hosts(of: region, net) }
        hosts.append(Self.wrapped(control.name, "127.0.0.1", [:], .page("<p>ya</p>"), net, flaps: false, pages: false))
        farm = try FarmServer(
            addresses: ["127.0.0.1", HostileNet.doomedAddress] + regions.map(\.address), hosts: hosts)
        garbage = try FarmServer(hosts: [], opening: [.send(Array("bukan TLS\r\n".utf8)), .close])
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-hostile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var offices: [HostileOffice] { regions.flatMap(\.offices) }

    private static func hosts(of region: HostileRegion, _ net: HostileNet) -> [FarmHost] {
        Set(region.hosts.keys).union(region.everywhere.keys).sorted().map { host in
            let address = region.doomed.contains(host) ? HostileNet.doomedAddress : region.address
            return wrapped(
                host, address, region.hosts[host] ?? [:], region.everywhere[host] ?? .status(404), net,
                flaps: region.flapping.contains(host), pages: region.flappingPages.contains(host))
        }
    }

    private static func wrapped(
        _ host: String, _ address: String, _ routes: [String: FarmReply], _ otherwise: FarmReply, _ net: HostileNet,
        flaps: Bool, pages: Bool
    ) -> FarmHost {
        FarmHost(host, address: address) { request in
            net.pass(request, at: address) {
                if flaps, net.isFlapping { return .reset() }
                if pages, !["/", "/robots.txt"].contains(request.path), !net.isSecondPass { return .emptyReply }
                if request.path == "/robots.txt", routes["/robots.txt"] == nil { return .status(404) }
                return routes[request.target] ?? routes[request.path] ?? otherwise
            }
        }
    }

    /// One round over every region.
    func round(_ number: Int, at start: String) async throws -> ScanSnapshot {
        net.begin(round: number)
        let clock = RunClock.rehearsal(from: Timestamp(iso8601: start) ?? Timestamp(milliseconds: 0))
        let suffixes = book.suffixes
        let fetcher = Fetcher(
            try settings(), registrable: { suffixes.registrable($0) }, now: { clock.now() })
        var options = ScanOptions()
        options.controlHosts = ["http://\(HostileNet.control)/"]
        options.secondPassPause = 1800
        options.offices = 24
        let flow = ScanFlow(
            book: book, fetcher: fetcher, detector: try Detector(book.detection), store: store, clock: clock,
            options: options,
            watch: { [net] event in if case .secondPass = event { net.beginSecondPass() } })
        let targets = regions.flatMap { region in
            [region.portalRow] + (region.number % 2 == 0 ? [region.puskesmasPortalRow] : [])
                + region.offices.map(\.target)
        }
        let result: Result<ScanRecord, any Error>
        do { result = .success(try await flow.run(targets)) } catch { result = .failure(error) }
        await fetcher.shutdown()
        return try await SnapshotBuilder(book: book, store: store).snapshot(of: try result.get().id)
    }

    private func settings() throws -> FetchSettings {
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.hosts = try HostsTable(text: farm.hostsTable, file: "hostile")
        let bad = regions.flatMap(\.garbageTLS).sorted().map { "\($0):443::\(garbage.port)" }
        settings.connectTo = (bad + farm.connectTo + [":443::1"]).compactMap { ConnectTo($0) }
        settings.delaySeconds = 0
        settings.perIP = 16
        settings.timeouts = settings.timeouts.capped(total: 5)
        return settings
    }
}
