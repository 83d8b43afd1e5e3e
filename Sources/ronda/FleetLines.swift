import Queue
import Store

/// What `ronda status` says of shared work.
extension StatusCommand {
    func tellFleet(_ store: PostgresStore) async throws {
        let state = try await store.fleet()
        for round in state.rounds {
            let units = round.units.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            Terminal.out(
                speech(
                    "\(round.scan): \(round.finished) dari \(round.offices) kantor; bagian: \(units)",
                    "\(round.scan): \(round.finished) of \(round.offices) offices; units: \(units)"))
            for (region, count) in round.regions.sorted(by: { $0.key < $1.key }) {
                Terminal.out("  \(region)  \(count.done)/\(count.all)")
            }
        }
        for worker in state.workers {
            let units = worker.units.joined(separator: " ")
            Terminal.out(
                speech(
                    "pekerja \(worker.name): \(Int(worker.silent)) detik lalu  \(units)",
                    "worker \(worker.name): \(Int(worker.silent)) seconds ago  \(units)"))
        }
        let oldest = state.oldestReady.map { "\(Int($0)) s" } ?? "-"
        Terminal.out(
            speech(
                "bagian tertua yang menunggu: \(oldest); alamat dipegang: \(state.leases); mati: \(state.dead); tulisan terlambat ditolak: \(state.refusedCommits)",
                "oldest waiting unit: \(oldest); addresses held: \(state.leases); dead: \(state.dead); late commits refused: \(state.refusedCommits)"
            ))
        if let queue = queues.open() {
            do {
                let depth = try await queue.depth()
                Terminal.out(speech("pesan di antrean: \(depth)", "messages in the queue: \(depth)"))
            } catch {
                Terminal.out(speech("antrean tidak terjangkau: ", "the queue cannot be reached: ") + error.description)
            }
        }
    }
}
