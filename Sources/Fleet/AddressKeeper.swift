import Fetch
import Model
import Store
import Synchronization

/// The turns of one worker at the addresses it asks: leases in the store, shared by all its transfers.
///
/// A turn that cannot be renewed in time is lost by this worker's own clock before the store gives it to another one.
public final class AddressKeeper: AddressTurns {
    private let store: PostgresStore
    private let settings: WorkerSettings
    private let lost: @Sendable () -> Void
    private let state = Mutex(State())

    private struct State {
        var entries: [String: Entry] = [:]
        var isStopped = false
    }

    private struct Entry {
        var heldUntil: ContinuousClock.Instant?
        var users = 0
        var idleSince = ContinuousClock.now
        var isYielding = false
        var isAsking = false
        /// After a hand-over the other worker goes first.
        var notBefore = ContinuousClock.now
        /// The next request, as the store said when the turn came.
        var nextAt = ContinuousClock.now
    }

    /// Seconds by which our clock ends a turn before the store does.
    static let margin = 3.0
    /// Seconds without a request after which an address is let go.
    static let idle = 3.0

    /// - Parameter lost: called when a request is to start without a turn: everything under way must be given up.
    public init(_ store: PostgresStore, _ settings: WorkerSettings, lost: @escaping @Sendable () -> Void) {
        self.store = store
        self.settings = settings
        self.lost = lost
    }

    public func enter(_ addresses: [String]) async -> Double? {
        var wait = 0.0
        var entered: [String] = []
        // In one order for all workers, so that two who want the same two do not wait for each other.
        for address in Set(addresses).sorted() {
            guard let seconds = await enter(address) else {
                leave(entered, pause: nil)
                return nil
            }
            entered.append(address)
            wait = max(wait, seconds)
        }
        return wait
    }

    private enum Step { case entered(Double), ask, wait, stop }

    private func enter(_ address: String) async -> Double? {
        while true {
            switch step(address) {
            case .entered(let seconds): return seconds
            case .stop: return nil
            case .wait: try? await Task.sleep(for: .milliseconds(150))
            case .ask: if !(await ask(address)) { try? await Task.sleep(for: .milliseconds(350)) }
            }
        }
    }

    private func step(_ address: String) -> Step {
        state.withLock { state in
            if state.isStopped { return .stop }
            let now = ContinuousClock.now
            var entry = state.entries[address] ?? Entry()
            defer { state.entries[address] = entry }
            if let until = entry.heldUntil, until > now, !entry.isYielding {
                entry.users += 1
                return .entered(max(0, Self.seconds(entry.nextAt - now)))
            }
            if entry.isYielding || entry.isAsking || entry.notBefore > now { return .wait }
            entry.isAsking = true
            return .ask
        }
    }

    /// Asks the store for an address; false when another worker has it, or the store does not answer.
    private func ask(_ address: String) async -> Bool {
        let asked = ContinuousClock.now
        let turn = try? await store.lease(address, by: settings.name, for: settings.addressLease)
        return state.withLock { state in
            state.entries[address]?.isAsking = false
            guard let turn, turn.isHeld else { return false }
            state.entries[address]?.heldUntil = asked + .seconds(settings.addressLease - Self.margin)
            state.entries[address]?.idleSince = asked
            state.entries[address]?.nextAt = ContinuousClock.now + .seconds(turn.wait)
            return true
        }
    }

    public func mayStart(_ addresses: [String]) -> Bool {
        let holds = state.withLock { state in
            let now = ContinuousClock.now
            return !state.isStopped && addresses.allSatisfy { (state.entries[$0]?.heldUntil).map { $0 > now } ?? false }
        }
        if !holds { lost() }
        return holds
    }

    public func leave(_ addresses: [String], pause: Double?) {
        let free = state.withLock { state in
            addresses.filter { address in
                guard var entry = state.entries[address], entry.users > 0 else { return false }
                entry.users -= 1
                entry.idleSince = .now
                state.entries[address] = entry
                return entry.users == 0 && entry.isYielding
            }
        }
        if let pause {
            Task { [store] in for address in addresses { try? await store.note(pause: pause, of: address) } }
        }
        for address in free { Task { await release(address) } }
    }

    /// Renews what is held and lets go what is idle or wanted; called every few seconds.
    public func tick() async {
        let asked = ContinuousClock.now
        if state.withLock({ $0.entries.values.contains { $0.heldUntil != nil } }),
            let kept = try? await store.renewLeases(by: settings.name, for: settings.addressLease)
        {
            state.withLock { state in
                for (address, wanted) in kept where state.entries[address]?.heldUntil != nil {
                    state.entries[address]?.heldUntil = asked + .seconds(settings.addressLease - Self.margin)
                    if wanted { state.entries[address]?.isYielding = true }
                }
            }
        }
        for address in toRelease(asked) { await release(address) }
    }

    private func toRelease(_ now: ContinuousClock.Instant) -> [String] {
        state.withLock { state in
            state.entries = state.entries.filter { _, entry in
                entry.heldUntil != nil || entry.users > 0 || entry.isAsking || entry.notBefore > now
            }
            return state.entries.compactMap { address, entry in
                guard entry.heldUntil != nil, entry.users == 0 else { return nil }
                return entry.isYielding || now - entry.idleSince > .seconds(Self.idle) ? address : nil
            }
        }
    }

    private func release(_ address: String) async {
        let free = state.withLock { state in
            guard let entry = state.entries[address], entry.users == 0, entry.heldUntil != nil else { return false }
            state.entries[address]?.heldUntil = nil
            // Nobody enters before the store knows.
            state.entries[address]?.isYielding = true
            return true
        }
        guard free else { return }
        try? await store.release(address, by: settings.name, pause: settings.delay)
        state.withLock { state in
            state.entries[address]?.isYielding = false
            state.entries[address]?.notBefore = .now + .seconds(1.2)
        }
    }

    /// Nothing is asked any more; what is held is let go.
    public func stop() async {
        let held = state.withLock { state in
            state.isStopped = true
            return state.entries.filter { $0.value.heldUntil != nil }.keys.sorted()
        }
        for address in held { try? await store.release(address, by: settings.name, pause: settings.delay) }
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
