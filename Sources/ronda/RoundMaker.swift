import Fetch
import Fleet
import Model
import Reader
import Report
import Scan
import Store

/// Makes one round from what a command line says: reads the lists, scans, writes the report.
struct RoundMaker {
    let session: Session
    let store: any DeskStore
    let network: NetworkOptions
    /// Seconds before offices that failed are tried once more.
    var pause = 20.0
    /// Gives the round to workers instead; nil makes it here.
    var share: RoundStarter?
    /// Folder of the reports; nil writes none.
    var out: String?
    /// Rounds made at the same time share it: the limits per server hold over all of them.
    private let shared = SharedFetcher()

    init(session: Session, store: any DeskStore, network: NetworkOptions, pause: Double = 20, out: String? = nil) {
        (self.session, self.store, self.network, self.pause, self.out) = (session, store, network, pause, out)
    }

    /// Makes the round of a schedule and gives the id of its scan; the same call resumes one that was cut short.
    func make(_ schedule: RoundSchedule, watch: @escaping @Sendable (ScanEvent) -> Void) async throws -> String {
        let clock = network.clock
        let detector = try session.detector()
        let fetcher = try await shared.take(
            lock: { try (store as? SQLiteStore)?.lockForScan() }, { try network.fetcher(session.book, clock) })
        var options = try network.scanOptions(session.book)
        options.secondPassPause = network.now == nil ? pause : 1800
        options.maxPages = schedule.maxPages
        options.study = (store as? SQLiteStore).map { StudyFolder(path: $0.path + "-tidak-terbaca") }
        options.hours = schedule.hours
        let flow = ScanFlow(
            book: session.book, fetcher: fetcher, detector: detector, store: store, clock: clock,
            options: options, watch: watch)
        let result = await work(flow, schedule)
        await shared.giveBack()
        let scan = try result.get()
        if let out {
            _ = try session.writeReport(
                try await SnapshotBuilder(book: session.book, store: store).snapshot(of: scan.id), out: out)
        }
        return scan.id
    }

    private func work(_ flow: ScanFlow, _ schedule: RoundSchedule) async -> Result<ScanRecord, any Error> {
        do {
            if let share {
                let targets = try await targets(of: schedule)
                var plan = SharedPlan(try network.scanOptions(session.book))
                plan.secondPassPause = pause
                plan.maxPages = schedule.maxPages
                plan.hours = schedule.hours
                let scan = try await share.begin(flow, targets, lists: schedule.lists, plan: plan)
                return .success(try await share.wait(for: scan.id) { _ in })
            }
            return .success(try await flow.run(try await targets(of: schedule), lists: schedule.lists))
        } catch {
            return .failure(error)
        }
    }

    /// The offices of files and of kept lists as they are today, narrowed to the regions of the schedule.
    private func targets(of schedule: RoundSchedule) async throws -> [Target] {
        if let office = schedule.lists.first, office.hasPrefix(RoundSchedule.officeScheme) {
            return try await one(String(office.dropFirst(RoundSchedule.officeScheme.count)))
        }
        let files = schedule.lists.filter { !$0.hasPrefix(OfficeList.scheme) }
        var targets = files.isEmpty ? [] : try session.readLists(files)
        let today = network.clock.now().civil(offsetHours: 7).dateText
        for name in schedule.lists where name.hasPrefix(OfficeList.scheme) {
            let states = try await store.offices(ofList: String(name.dropFirst(OfficeList.scheme.count)))
            targets += states.filter { $0.holds(on: today) }.map(\.target)
        }
        guard let regions = schedule.onlyRegions, !regions.isEmpty else { return targets }
        return targets.filter { target in
            regions.contains { target.region == $0 || target.region.hasPrefix($0 + ".") }
        }
    }

    /// An office as the kept lists have it now, else as the newest round had it; with the portals of that round.
    private func one(_ code: String) async throws -> [Target] {
        let today = network.clock.now().civil(offsetHours: 7).dateText
        let listed = try await store.listings(of: code).last { $0.holds(on: today) }?.target
        let place = try await store.whereabouts(of: code)
        let scan = if let place { try await store.scan(place.scan) } else { ScanRecord?.none }
        var target = listed
        if target == nil, let scan { target = try await store.record(of: code, in: scan.id)?.target }
        guard let target else {
            throw Exit(.usage, id: "Tidak ada kantor \(code).", en: "There is no office \(code).")
        }
        return (scan?.portals.filter { $0.region == target.region } ?? []) + [target]
    }
}

/// One fetcher for all rounds that are made at the same time, and one hold on the store against other programs.
private actor SharedFetcher {
    private var fetcher: Fetcher?
    private var lock: ScanLock?
    private var users = 0

    func take(lock hold: @Sendable () throws -> ScanLock?, _ make: @Sendable () throws -> Fetcher) throws -> Fetcher {
        if users == 0 { lock = try hold() }
        let fetcher = try fetcher ?? make()
        self.fetcher = fetcher
        users += 1
        return fetcher
    }

    /// The last to give it back ends it.
    func giveBack() async {
        users -= 1
        guard users == 0, let last = fetcher else { return }
        fetcher = nil
        lock = nil
        await last.shutdown()
    }
}
