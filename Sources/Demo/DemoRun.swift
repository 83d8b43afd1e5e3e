import Fetch
import Foundation
import Model
import Report
import Rules
import Scan
import Store
import Targets

/// The whole main job on the fictional region: list in, two rounds some days apart, reports out.
public struct DemoRun: Sendable {
    /// Makes the flow of one round; the caller owns the detector.
    public typealias FlowMaker =
        @Sendable (_ fetcher: Fetcher, _ store: any ScanStore, _ clock: RunClock, _ options: ScanOptions) throws
        -> ScanFlow

    /// What a round left behind.
    public struct Round: Sendable {
        public var snapshot: ScanSnapshot
        public var confusion: DemoConfusion
        /// Files of the report, the page to open first.
        public var files: [String]
        public var seconds: Double
    }

    let book: RuleBook
    let language: Language
    let makeFlow: FlowMaker

    public init(book: RuleBook, language: Language, makeFlow: @escaping FlowMaker) {
        self.book = book
        self.language = language
        self.makeFlow = makeFlow
    }

    /// Runs both rounds and leaves `ronda.db`, `tanjung-rambai.csv` and the reports in a folder. A store that an
    /// earlier demo left there is replaced, so that the second round always compares with this run's first.
    public func run(out folder: String) async throws -> [Round] {
        let list = try prepare(folder)
        let store = try SQLiteStore(path: folder + "/ronda.db")
        let targets = try TargetListReader.read(path: list, book: book).targets
        var rounds: [Round] = []
        for round in 1...DemoRegion.rounds {
            rounds.append(try await run(round: round, targets, list: list, store, folder))
        }
        return rounds
    }

    private func prepare(_ folder: String) throws -> String {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["ronda.db", "ronda.db-wal", "ronda.db-shm"] where files.fileExists(atPath: "\(folder)/\(name)") {
            try files.removeItem(atPath: "\(folder)/\(name)")
        }
        let list = folder + "/tanjung-rambai.csv"
        try Data(DemoRegion.listCSV().utf8).write(to: URL(fileURLWithPath: list))
        return list
    }

    private func run(
        round: Int, _ targets: [Target], list: String, _ store: SQLiteStore, _ folder: String
    ) async throws -> Round {
        let started = ContinuousClock.now
        let servers = try DemoRegion.world(round: round).start()
        defer { servers.stop() }
        let clock = RunClock.rehearsal(from: DemoRegion.clock(round: round))
        let suffixes = book.suffixes
        let fetcher = Fetcher(
            try Self.settings(servers), registrable: { suffixes.registrable($0) }, now: { clock.now() })
        let result: Result<ScanRecord, any Error>
        do {
            let flow = try makeFlow(fetcher, store, clock, Self.options)
            result = .success(try await flow.run(targets, lists: [list]))
        } catch {
            result = .failure(error)
        }
        await fetcher.shutdown()
        var snapshot = try await SnapshotBuilder(book: book, store: store).snapshot(of: try result.get().id)
        snapshot.regionNames[DemoRegion.code] = DemoRegion.name
        let files = try ReportWriter(book: book, language: language).write(
            snapshot: snapshot, to: "\(folder)/\(DemoRegion.code)/\(snapshot.scan.id)")
        let spent = started.duration(to: .now).components
        return Round(
            snapshot: snapshot, confusion: DemoTruth.confusion(snapshot, round: round), files: files,
            seconds: Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
    }

    /// Only the farm exists, and it is ours, so that politeness would only cost time.
    private static func settings(_ servers: DemoServers) throws -> FetchSettings {
        var settings = FetchSettings()
        settings.version = Ronda.version
        settings.allowPrivate = true
        settings.hosts = try HostsTable(text: servers.hostsTable, file: "demo")
        settings.connectTo = servers.connectTo.compactMap { ConnectTo($0) }
        settings.perIP = 8
        settings.delaySeconds = 0
        settings.timeouts = settings.timeouts.capped(total: 10)
        return settings
    }

    /// Half an hour between the first and the second try, on the rehearsal clock: two tries a round, four in all.
    private static var options: ScanOptions {
        var options = ScanOptions()
        options.offices = 8
        options.controlHosts = DemoRegion.controlHosts.map { "http://\($0)/" }
        options.secondPassPause = 1800
        return options
    }
}
