import Fleet
import Model
import Queue
import Scan
import Store

/// `ronda scan --queue`: the round is written down for the workers, and waited for.
extension ScanCommand {
    /// The work of a shared round; nil when this process makes the round alone.
    func sharing(
        _ flow: ScanFlow, _ targets: [Target], _ options: ScanOptions
    ) async throws -> SharedWait? {
        guard let queue = queues.open() else { return nil }
        let store = try await storage.openShared(connections: 2)
        var plan = SharedPlan()
        plan.maxPages = options.maxPages
        plan.exhaustive = options.exhaustive
        plan.secondPassPause = options.secondPassPause
        plan.secondPass = options.secondPass
        plan.controlHosts = options.controlHosts
        plan.priority = urgent ? 1 : 0
        let starter = RoundStarter(store: store, queue: queue)
        let scan = try await starter.begin(flow, targets, lists: lists, plan: plan)
        speech.tell("Pemeriksaan \(scan.id) diserahkan kepada pekerja.", "Scan \(scan.id) was given to the workers.")
        return SharedWait(starter: starter, scan: scan, isWaiting: !noWait, speech: speech)
    }
}

/// The wait for a round that workers make.
struct SharedWait: Sendable {
    let starter: RoundStarter
    let scan: ScanRecord
    let isWaiting: Bool
    let speech: SpeechOptions

    func run() async throws -> ScanRecord {
        guard isWaiting else { return scan }
        return try await starter.wait(for: scan.id) { [speech] state in
            let dead = state.units["dead"] ?? 0
            speech.tell(
                "\(state.finished) dari \(state.offices) kantor, \(dead) bagian mati",
                "\(state.finished) of \(state.offices) offices, \(dead) dead units")
        }
    }
}
