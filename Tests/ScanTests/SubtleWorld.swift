import Detect
import Farm
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store
import Synchronization

/// The second hostile world: real questions to a name server, one region per climate.
final class SubtleWorld: Sendable {
    let regions: [SubtleRegion]
    let store: SQLiteStore
    let farm: FarmServer
    private let names: LoopbackNames
    private let folder: URL
    private let book: RuleBook
    static let control = "kendali.example"

    static let bareNames = [
        "Arga Mulya", "Bening Hulu", "Cemara Jati", "Danau Sipin", "Embun Pagi", "Fajar Intan", "Gelam Raya",
        "Hulu Serayu", "Ilir Kemuning", "Jambak Sari", "Kelam Permai", "Lintang Alun", "Manggar Jaya", "Nusa Lontar",
        "Oman Teluk", "Pelita Rawa",
    ]

    init(_ climates: [SubtleClimate] = SubtleClimate.allCases) throws {
        let book = try SmallRegion.book.get()
        self.book = book
        let regions = climates.enumerated().map { SubtleRegion($0 + 1, $1, name: Self.bareNames[$0]) }
        self.regions = regions
        let addresses = Self.addresses(regions)
        let wild = regions.filter(\.climate.isWild)
        let flaky = Mutex(regions.reduce(into: [String: Int]()) { $0.merge($1.flakyNames) { $1 } })
        let flapping = regions.filter { $0.climate == .nameServerFlaps }.map(\.domain)
        let asked = Mutex([String: Int]())
        names = try LoopbackNames { host in
            if let left = flaky.withLock({ $0[host] }), left > 0 {
                flaky.withLock { $0[host] = left - 1 }
                return .servfail
            }
            // The name servers of a region fail for the first two questions about each name.
            if flapping.contains(where: { host.hasSuffix("." + $0) }) {
                let count = asked.withLock { asked -> Int in
                    asked[host, default: 0] += 1
                    return asked[host] ?? 0
                }
                if count <= 4 { return .servfail }
            }
            if let address = addresses[host] { return .address(address) }
            return wild.first { host.hasSuffix("." + $0.domain) }.map { .address($0.address) } ?? .nxdomain
        }
        farm = try FarmServer(
            addresses: ["127.0.0.1"] + regions.map(\.address), hosts: [FarmHost("*", handler: Self.handler(regions))])
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-subtle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var offices: [HostileOffice] { regions.flatMap(\.offices) }

    private static func addresses(_ regions: [SubtleRegion]) -> [String: String] {
        var all = [control: "127.0.0.1"]
        for region in regions {
            for host in Set(region.hosts.keys).union(region.everywhere.keys) { all[host] = region.address }
        }
        return all
    }

    private static func handler(_ regions: [SubtleRegion]) -> FarmHost.Handler {
        var hosts: [String: [String: FarmReply]] = [:]
        var everywhere: [String: FarmReply] = [:]
        for region in regions {
            hosts.merge(region.hosts) { $0.merging($1) { $1 } }
            everywhere.merge(region.everywhere) { $1 }
        }
        let (routes, whole) = (hosts, everywhere)
        let byAddress = Dictionary(uniqueKeysWithValues: regions.map { ($0.address, $0) })
        let counts = Mutex([String: Int]())
        return { request in
            let region = byAddress[request.address]
            if let region, region.climate == .ratelimited {
                let count = counts.withLock { counts -> Int in
                    counts[request.address, default: 0] += 1
                    return counts[request.address] ?? 0
                }
                if count > 120 { return .status(429, headers: [(name: "Retry-After", value: "1")]) }
            }
            if request.host == control { return .page("<p>ya</p>") }
            if let known = routes[request.host] {
                if let reply = known[request.target] ?? known[request.path] { return reply }
                return request.path == "/robots.txt" ? .status(404) : whole[request.host] ?? .status(404)
            }
            if let reply = whole[request.host] { return request.path == "/robots.txt" ? .status(404) : reply }
            guard let region else { return .status(404) }
            if region.climate == .wildPortal {
                return routes[region.domain]?[request.target] ?? routes[region.domain]?["/"] ?? .status(404)
            }
            if request.path == "/robots.txt", region.climate != .wildReset { return .status(404) }
            return region.climate.nobody(region.domain, host: request.host) ?? .status(404)
        }
    }

    func round(at start: String) async throws -> ScanSnapshot {
        let clock = RunClock.rehearsal(from: Timestamp(iso8601: start) ?? Timestamp(milliseconds: 0))
        let suffixes = book.suffixes
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        settings.connectTo = ([":8080::\(farm.port)"] + farm.connectTo + [":443::1"]).compactMap { ConnectTo($0) }
        settings.delaySeconds = 0
        settings.perIP = 16
        settings.timeouts = settings.timeouts.capped(total: 5)
        settings.timeouts.dns = 0.5
        let fetcher = Fetcher(settings, registrable: { suffixes.registrable($0) }, now: { clock.now() })
        var options = ScanOptions()
        options.controlHosts = ["http://\(Self.control)/"]
        options.secondPassPause = 1800
        options.offices = 32
        let flow = ScanFlow(
            book: book, fetcher: fetcher, detector: try Detector(book.detection), store: store, clock: clock,
            options: options)
        let targets = regions.flatMap { [$0.portalRow] + $0.offices.map(\.target) }
        let result: Result<ScanRecord, any Error>
        do { result = .success(try await flow.run(targets)) } catch { result = .failure(error) }
        await fetcher.shutdown()
        return try await SnapshotBuilder(book: book, store: store).snapshot(of: try result.get().id)
    }
}
