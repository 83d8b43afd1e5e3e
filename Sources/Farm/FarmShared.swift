import Synchronization

/// What the loop's thread and the owner of a server both see.
final class FarmShared: Sendable {
    struct State {
        var isStopping = false
        var log: [FarmRequest] = []
        var remembers = true
        var requests = 0
        var connectionsNow: [String: Int] = [:]
        var connectionsPeak: [String: Int] = [:]
        var requestsNow: [String: Int] = [:]
        var requestsPeak: [String: Int] = [:]
        var connections = 0
    }

    let state = Mutex(State())

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Marks the end; false when it was marked before.
    func markStopping() -> Bool {
        state.withLock { state in
            defer { state.isStopping = true }
            return !state.isStopping
        }
    }

    func connected(address: String) {
        state.withLock { state in
            state.connections += 1
            let count = state.connectionsNow[address, default: 0] + 1
            state.connectionsNow[address] = count
            state.connectionsPeak[address] = max(count, state.connectionsPeak[address] ?? 0)
        }
    }

    func disconnected(address: String) {
        state.withLock { $0.connectionsNow[address, default: 1] -= 1 }
    }

    func received(_ request: FarmRequest) {
        state.withLock { state in
            if state.remembers { state.log.append(request) }
            state.requests += 1
            let count = state.requestsNow[request.host, default: 0] + 1
            state.requestsNow[request.host] = count
            state.requestsPeak[request.host] = max(count, state.requestsPeak[request.host] ?? 0)
        }
    }

    func answered(host: String) {
        state.withLock { $0.requestsNow[host, default: 1] -= 1 }
    }
}
