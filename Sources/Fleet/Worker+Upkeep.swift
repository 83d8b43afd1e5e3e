import Foundation
import Model
import Queue
import Store

/// Whether somebody looks into the outbox, and whether it must be looked at once more.
struct OutboxState {
    private var isOpen = false
    private var again = false

    /// True for the one who is to look.
    mutating func begin() -> Bool {
        again = isOpen
        defer { isOpen = true }
        return !isOpen
    }

    /// True while there was a call since the look began.
    mutating func goesOn() -> Bool {
        isOpen = again
        again = false
        return isOpen
    }
}

/// What a worker does beside its units: signs of life, the outbox, metrics.
extension Worker {
    /// Every two seconds: turns at addresses, messages that are due, the worker's own sign of life.
    func keepUp() async {
        while !Task.isCancelled {
            await keeper.tick()
            await publishDue()
            let record = "{\"slots\":\(settings.slots),\"units\":\(units.count),\"draining\":\(isStopping)}"
            try? await store.seen(worker: settings.name, record: record)
            writeMetrics(alive: true)
            try? await Task.sleep(for: .seconds(2))
        }
    }

    /// Publishes what the outbox holds, and what the broker may have lost. Any worker may do it for all: a message that is
    /// there already stays as it is.
    ///
    /// One look at a time; who comes meanwhile makes it look once more.
    func publishDue() async {
        guard outbox.withLock({ $0.begin() }) else { return }
        repeat { await publishNow() } while outbox.withLock { $0.goesOn() }
    }

    private func publishNow() async {
        do {
            if !(try await queue.isStreamThere()) {
                log.note("broker_empty", ["what": "the stream is gone: every open unit is published again"])
                try await publish(silentFor: 0)
            } else {
                try await publish(silentFor: settings.silence)
            }
        } catch {
            log.trouble("outbox", "\(error)")
        }
    }

    private func publish(silentFor seconds: Double) async throws {
        let due = try await store.toPublish(silentFor: seconds, limit: 500)
        guard !due.isEmpty else { return }
        for unit in due { try await queue.publish(unit.unit.description, isUrgent: unit.isUrgent) }
        try await store.published(due.map(\.unit))
    }

    /// Prometheus' text format, as a file for the node exporter's textfile collector: written beside and moved into place.
    func writeMetrics(alive: Bool) {
        guard let file = settings.metricsFile else { return }
        let counters = fetcher.counters
        let lines = [
            "# TYPE ronda_worker_up gauge", "ronda_worker_up \(alive ? 1 : 0)",
            "# TYPE ronda_worker_units gauge", "ronda_worker_units \(units.count)",
            "# TYPE ronda_worker_requests_total counter", "ronda_worker_requests_total \(counters.requests)",
            "# TYPE ronda_worker_bytes_total counter", "ronda_worker_bytes_total \(counters.bytes)",
            "# TYPE ronda_worker_in_flight gauge", "ronda_worker_in_flight \(counters.inFlight)",
            "# TYPE ronda_worker_trouble_total counter", "ronda_worker_trouble_total \(log.troubles)",
        ].map { line in
            line.hasPrefix("#")
                ? line : line.replacing(" ", with: "{worker=\"\(settings.name)\"} ", maxReplacements: 1)
        }
        try? Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
}
