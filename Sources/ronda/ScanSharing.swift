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
        var plan = SharedPlan(options)
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

extension SharedPlan {
    /// What of the options of a round is the same for all its workers.
    init(_ options: ScanOptions) {
        self.init()
        maxPages = options.maxPages
        exhaustive = options.exhaustive
        secondPassPause = options.secondPassPause
        secondPass = options.secondPass
        controlHosts = options.controlHosts
    }
}
