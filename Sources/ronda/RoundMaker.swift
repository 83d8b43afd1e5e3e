import Fetch
import Fleet
import Model
import Report
import Scan
import Store

/// Makes one round from what a command line says: reads the lists, scans, writes the report.
struct RoundMaker {
    let session: Session
    let store: any RoundStore
    let network: NetworkOptions
    /// Seconds before offices that failed are tried once more.
    var pause = 20.0
    /// Gives the round to workers instead; nil makes it here.
    var share: RoundStarter?
    /// Folder of the reports; nil writes none.
    var out: String?

    /// Makes the round of a schedule and gives the id of its scan; the same call resumes one that was cut short.
    func make(_ schedule: RoundSchedule, watch: @escaping @Sendable (ScanEvent) -> Void) async throws -> String {
        let clock = network.clock
        let fetcher = try network.fetcher(session.book, clock)
        var options = network.scanOptions()
        options.secondPassPause = network.now == nil ? pause : 1800
        options.maxPages = schedule.maxPages
        let flow = ScanFlow(
            book: session.book, fetcher: fetcher, detector: try session.detector(), store: store, clock: clock,
            options: options, watch: watch)
        let result = await work(flow, schedule)
        await fetcher.shutdown()
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
                let targets = try session.readLists(schedule.lists)
                var plan = SharedPlan(network.scanOptions())
                plan.secondPassPause = pause
                plan.maxPages = schedule.maxPages
                let scan = try await share.begin(flow, targets, lists: schedule.lists, plan: plan)
                return .success(try await share.wait(for: scan.id) { _ in })
            }
            return .success(try await flow.run(try session.readLists(schedule.lists), lists: schedule.lists))
        } catch {
            return .failure(error)
        }
    }
}
