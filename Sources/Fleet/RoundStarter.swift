import Model
import Queue
import Scan
import Store

/// Begins rounds that workers make, and waits for their end as the store counts it.
public struct RoundStarter: Sendable {
    let store: PostgresStore
    let queue: JetStream

    public init(store: PostgresStore, queue: JetStream) {
        self.store = store
        self.queue = queue
    }

    /// Writes a round down and publishes its first units; a round over the same list that has not ended is gone on with.
    ///
    /// A broker that is away is no obstacle: the units wait in the store, and the first worker publishes them.
    public func begin(_ flow: ScanFlow, _ targets: [Target], lists: [String], plan: SharedPlan) async throws
        -> ScanRecord
    {
        let (scan, offices, register) = try await flow.draftShared(targets, lists: lists)
        if let open = try await store.unfinishedScan(over: offices), open.rulesHash == scan.rulesHash { return open }
        var plan = plan
        plan.register = register
        try await store.begin(scan, targets: offices, plan: plan)
        let due = try await store.toPublish(silentFor: 30, limit: 500)
        do {
            for unit in due { try await queue.publish(unit.unit.description, isUrgent: unit.isUrgent) }
            try await store.published(due.map(\.unit))
        } catch is QueueError {}
        return scan
    }

    /// Returns when the store says that the round has ended; `tell` hears how far it is when that changes.
    public func wait(
        for scan: String, tell: @Sendable (FleetState.Round) -> Void
    ) async throws -> ScanRecord {
        var last = -1
        while true {
            switch await look(scan) {
            case .success(.ended(let record)): return record
            case .success(.open(let round)):
                if let round, round.finished != last {
                    last = round.finished
                    tell(round)
                }
            // A store that is away for a while comes back; the round goes on meanwhile.
            case .failure(let error): if !Worker.isStoreAway(error) { throw error }
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private enum Sight {
        case ended(ScanRecord)
        case open(FleetState.Round?)
    }

    private func look(_ scan: String) async -> Result<Sight, StoreError> {
        do {
            let record = try await store.scans().first { $0.id == scan }
            if let record, record.finishedAt != nil { return .success(.ended(record)) }
            return .success(.open(try await store.fleet().rounds.first { $0.scan == scan }))
        } catch {
            return .failure(error)
        }
    }
}
