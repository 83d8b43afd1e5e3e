import Detect
import Farm
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store
import Synchronization

/// The third hostile world: real questions to a name server, real TLS, other portals, other doors.
final class WideWorld: Sendable {
    static let control = "kendali.example"
    /// Request at which our own line breaks; it comes back after the control host was asked in vain.
    static let usualBreak = 2_500
    /// Requests after which the server of the dying region says nothing more.
    static let serverDiesAfter = 60

    struct Weather {
        var requests = 0
        var lineIsDown = false
        var controlAskedInVain = 0
        var timesLineBroke = 0
        var atDying = 0
        var namesAsked: [String: Int] = [:]
        var hostsAsked: [String: Int] = [:]
        var lineBreaksAt = [WideWorld.usualBreak]

        mutating func controlWasAskedInVain() {
            controlAskedInVain += 1
            guard controlAskedInVain > 3 else { return }
            lineIsDown = false
            controlAskedInVain = 0
        }
    }

    let regions: [WideRegion]
    let store: SQLiteStore
    private let farm: FarmServer
    private let secureFarm: FarmServer
    private let front: Mutex<TLSFront>
    private let connections: [String]
    private let authority: String
    private let names: LoopbackNames
    private let folder: URL
    private let book: RuleBook
    private let weather: Shared

    /// State that handlers of all hosts share.
    final class Shared: Sendable {
        let state = Mutex(Weather())
        /// How often a host was asked, this time counted.
        func count(_ host: String) -> Int {
            state.withLock {
                $0.hostsAsked[host, default: 0] += 1
                return $0.hostsAsked[host] ?? 0
            }
        }
    }

    var offices: [HostileOffice] { regions.flatMap(\.offices) }
    var log: [FarmRequest] { farm.log }
    var timesLineBroke: Int { weather.state.withLock { $0.timesLineBroke } }

    init(
        _ regions: [WideRegion] = WideRegion.all, lineBreaksAt: Int = WideWorld.usualBreak,
        andAgainAt second: Int? = nil
    ) throws {
        book = try SmallRegion.book.get()
        self.regions = regions
        let weather = Shared()
        weather.state.withLock { $0.lineBreaksAt = [lineBreaksAt] + (second.map { [$0] } ?? []) }
        self.weather = weather
        names = try LoopbackNames(Self.resolver(regions, weather))
        farm = try FarmServer(
            addresses: ["127.0.0.1"] + regions.map(\.address),
            hosts: [FarmHost("*", handler: Self.handler(regions, secure: false, weather))])
        secureFarm = try FarmServer(hosts: [FarmHost("*", handler: Self.handler(regions, secure: true, weather))])
        let front = try TLSFront(
            hosts: regions.flatMap { $0.secure.keys }.sorted(), secureTarget: secureFarm.port, plainTarget: farm.port)
        connections = Self.connections(regions, front, farm.port)
        authority = front.authority
        self.front = Mutex(front)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-wide-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func connections(_ regions: [WideRegion], _ front: TLSFront, _ port: Int) -> [String] {
        var lines: [String] = []
        for region in regions {
            for host in region.secure.keys.sorted() {
                lines.append("\(host):443::\(region.selfSigned.contains(host) ? front.untrusted : front.trusted)")
            }
            for host in region.closedPlain.sorted() { lines.append("\(host):80::1") }
            for host in region.onlySix.sorted() { lines.append("\(host):80::\(front.six == 0 ? 1 : front.six)") }
        }
        return lines + [":80::\(port)", ":443::1"]
    }

    private static func resolver(
        _ regions: [WideRegion], _ weather: Shared
    ) -> @Sendable (String) -> LoopbackNames.Answer {
        var known: [String: LoopbackNames.Answer] = [control: .address("127.0.0.1")]
        for region in regions {
            let hosts = Set(region.plain.keys).union(region.everywhere.keys).union(region.secure.keys)
            for host in hosts where !host.contains(":") { known[host] = .address(region.address) }
            for host in region.onlySix { known[host] = .six([UInt8](repeating: 0, count: 15) + [1]) }
            // The portal of the dying region stands elsewhere.
            if region.weather == .dyingServer { known[region.domain] = .address("127.0.0.1") }
            known.merge(region.names) { $1 }
        }
        let parents = Set(known.keys.map { $0.split(separator: ".").dropFirst().joined(separator: ".") })
        let (all, flaky) = (known, Set(regions.flatMap(\.flakyNames)))
        return { host in
            let region = regions.first { host == $0.domain || host.hasSuffix("." + $0.domain) }
            let (isDown, count) = weather.state.withLock { state -> (Bool, Int) in
                state.namesAsked[host, default: 0] += 1
                // On a slow day its name is forgotten when the line breaks: then nobody gets as far as asking the host.
                if host == control, state.lineIsDown { state.controlWasAskedInVain() }
                return (state.lineIsDown, state.namesAsked[host] ?? 0)
            }
            if isDown { return .servfail }
            if region?.weather == .namesFlap, count <= 2 { return .servfail }
            if flaky.contains(host), count <= 5 { return .servfail }
            if let answer = all[host] { return answer }
            switch region?.weather {
            case .wildPortal, .wildParked, .wildGreets, .wildRedirect: return .address(region?.address ?? "127.0.0.1")
            case .lameNames: return .servfail
            // A name below exists: this one does too, without an address (RFC 8020).
            default: return parents.contains(host) ? .nodata : .nxdomain
            }
        }
    }

    private static func handler(_ regions: [WideRegion], secure: Bool, _ weather: Shared) -> FarmHost.Handler {
        var routes: [String: [String: FarmReply]] = [:]
        var whole: [String: FarmReply] = [:]
        for region in regions {
            routes.merge(secure ? region.secure : region.plain) { $0.merging($1) { $1 } }
            for (host, reply) in region.everywhere where host.hasPrefix("tls:") == secure {
                whole[secure ? String(host.dropFirst(4)) : host] = reply
            }
        }
        let (pages, hosts) = (routes, whole)
        let shaky = Set(regions.flatMap(\.shakyHosts))
        let languages = Set(regions.flatMap(\.languageHosts))
        let byAddress = Dictionary(uniqueKeysWithValues: regions.map { ($0.address, $0) })
        return { request in
            let region = byAddress[request.address]
            guard passes(request, isDying: region?.weather == .dyingServer, weather) else { return .reset() }
            let early = shaky.contains(request.host) ? 3 : region?.weather == .flapping ? 1 : 0
            guard early == 0 || weather.count(request.host) > early else { return .reset() }
            if request.host == control { return .page("<p>ya</p>") }
            if languages.contains(request.host), request.header("accept-language") == nil { return .status(403) }
            if let reply = pages[request.host]?[request.target] ?? pages[request.host]?[request.path] { return reply }
            if request.path == "/robots.txt" { return .status(404) }
            if let reply = hosts[request.host] { return reply }
            if pages[request.host] != nil { return .status(404) }
            switch region?.weather {
            case .wildPortal: return pages[region?.domain ?? ""]?[request.target] ?? .status(404)
            case .wildParked: return WidePages.expired(request.host)
            case .wildGreets:
                return WidePages.bare(request.host, "<h1>Selamat datang di \(request.host)</h1><p>Server siap.</p>")
            case .wildRedirect: return .redirect("http://\(region?.domain ?? "")/")
            default: return .status(404)
            }
        }
    }

    /// Whether the request gets through, by the weather.
    private static func passes(_ request: FarmRequest, isDying: Bool, _ weather: Shared) -> Bool {
        weather.state.withLock { state in
            state.requests += 1
            if state.lineBreaksAt.contains(state.requests) {
                state.lineIsDown = true
                state.timesLineBroke += 1
            }
            if request.host == control, state.lineIsDown {
                state.controlWasAskedInVain()
                return false
            }
            if isDying {
                state.atDying += 1
                if state.atDying > serverDiesAfter { return false }
            }
            return !state.lineIsDown
        }
    }

    /// - Parameter patience: seconds until a question counts as unanswered; a world in which nobody is silent may wait long,
    ///   and then a busy machine changes nothing.
    func round(at start: String, patience: Double = 3) async throws -> ScanSnapshot {
        let clock = RunClock.rehearsal(from: Timestamp(iso8601: start) ?? Timestamp(milliseconds: 0))
        let suffixes = book.suffixes
        let fetcher = Fetcher(settings(patience), registrable: { suffixes.registrable($0) }, now: { clock.now() })
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

    private func settings(_ patience: Double) -> FetchSettings {
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        settings.connectTo = connections.compactMap { ConnectTo($0) }
        settings.caFile = authority
        settings.delaySeconds = 0
        settings.retryAfterCap = 2
        settings.perIP = 16
        settings.timeouts = settings.timeouts.capped(total: patience)
        settings.timeouts.dns = patience / 6
        return settings
    }
}
