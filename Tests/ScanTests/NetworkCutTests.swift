import Detect
import Farm
import Fetch
import Foundation
import Model
import Rules
import Scan
import Store
import Synchronization
import Testing

/// Our own line breaks at a random moment of a scan of 1,000 offices: the run says so, waits, goes on, and no verdict is
/// worse than without the break.
@Suite(.serialized) struct NetworkCutTests {
    static let offices = 1_000

    /// Every tenth office has no site; the others have a page each.
    static let targets: [Target] = (2_001...2_000 + offices).map { number in
        Target(
            code: "99.02.\(number)", name: "Kelurahan Sumber \(number)", kind: "kelurahan", region: "99.02",
            listed: "http://kel\(number).ujikab.go.id/")
    }

    /// A portal that can be read and lists nobody: behind one that cannot be read nobody is missing.
    private static let portalPage = FarmReply.page(
        "<html lang=\"id\"><title>Pemerintah Kabupaten Uji Coba</title><h1>Pemerintah Kabupaten Uji Coba</h1><p>Portal resmi.</p></html>"
    )

    private final class Line: Sendable {
        private let state: Mutex<(left: Int, vain: Int, isDown: Bool, isTold: Bool)>

        init(breaksAt: Int) { state = Mutex((breaksAt, 0, false, false)) }

        /// The run has said that it waits.
        func suspended() { state.withLock { $0.isTold = true } }

        /// Whether a request gets through; the line comes back after the control host was asked in vain ten times and the
        /// run has said that it waits. On a busy machine ten offices may ask before the first of them says so.
        func passes(isControl: Bool) -> Bool {
            state.withLock { state in
                state.left -= 1
                if state.left == 0 { state.isDown = true }
                guard state.isDown else { return true }
                if isControl {
                    state.vain += 1
                    if state.vain > 10, state.isTold { state.isDown = false }
                }
                return false
            }
        }
    }

    private func round(breaksAt: Int) async throws -> (statuses: [String: OfficeStatus], events: [String]) {
        let line = Line(breaksAt: breaksAt)
        let farm = try FarmServer(
            hosts: [
                FarmHost("*") { request in
                    guard line.passes(isControl: request.host == "kendali.example") else { return .reset() }
                    if request.path == "/robots.txt" { return .status(404) }
                    let label = request.host.prefix { $0 != "." }
                    guard label.hasPrefix("kel") else { return Self.portalPage }
                    let name = "Kelurahan Sumber \(label.dropFirst(3)) Kabupaten Uji Coba"
                    return .page("<title>\(name)</title><h1>\(name)</h1><p>Kami melayani warga setiap hari kerja.</p>")
                }
            ])
        defer { farm.stop() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-cut-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: folder.appendingPathComponent("ronda.db").path)
        let book = try SmallRegion.book.get()
        let clock = RunClock.rehearsal(from: Timestamp(iso8601: "2026-03-02T01:00:00Z") ?? Timestamp(milliseconds: 0))
        var settings = FetchSettings()
        settings.allowPrivate = true
        let living = (2_001...2_000 + Self.offices).filter { $0 % 10 != 0 }.map { "127.0.0.1 kel\($0).ujikab.go.id\n" }
            .joined()
        settings.hosts = try HostsTable(
            text: living + "127.0.0.1 ujikab.go.id\n127.0.0.1 kendali.example\n", file: "cut")
        settings.connectTo = (farm.connectTo + [":443::1"]).compactMap { ConnectTo($0) }
        settings.delaySeconds = 0
        settings.perIP = 32
        settings.timeouts = settings.timeouts.capped(total: 20)
        let fetcher = Fetcher(settings, registrable: { book.suffixes.registrable($0) }, now: { clock.now() })
        var options = ScanOptions()
        options.controlHosts = ["http://kendali.example/"]
        options.secondPassPause = 1800
        options.maxCandidates = 3
        options.keepBodies = false
        let events = Mutex<[String]>([])
        let flow = ScanFlow(
            book: book, fetcher: fetcher, detector: try Detector(book.detection), store: store, clock: clock,
            options: options,
            watch: { event in
                switch event {
                case .suspended:
                    line.suspended()
                    events.withLock { $0.append("suspended") }
                case .resumed: events.withLock { $0.append("resumed") }
                default: break
                }
            })
        let result: Result<ScanRecord, any Error>
        do { result = .success(try await flow.run([SmallRegion.portal] + Self.targets)) } catch {
            result = .failure(error)
        }
        await fetcher.shutdown()
        let verdicts = try await store.verdicts(of: try result.get().id)
        return (verdicts.mapValues(\.status), events.withLock { $0 })
    }

    @Test(arguments: [UInt64(4), 11, 29])
    func noVerdictWorsens(seed: UInt64) async throws {
        var random = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        random ^= random >> 33
        let moment = 50 + Int(random % 1_400)
        let cut = try await round(breaksAt: moment)
        #expect(cut.events == ["suspended", "resumed"], "broke at request \(moment)")
        #expect(cut.statuses.count == Self.offices)
        let wrong = Self.targets.enumerated().filter { index, target in
            cut.statuses[target.code] != ((index + 1) % 10 == 0 ? .missing : .active)
        }.map { "\($0.element.name) \(cut.statuses[$0.element.code]?.rawValue ?? "-")" }
        #expect(wrong == [], "broke at request \(moment)")
    }
}
