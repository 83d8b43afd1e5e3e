import Glibc

/// The thread of a server: takes connections, reads requests, plays replies. Everything here belongs to that thread.
struct FarmLoop {
    private let listeners: [(socket: FarmSocket, address: String)]
    private let hosts: [String: FarmHost]
    private let opening: [FarmReply.Step]
    private let shared: FarmShared
    private let pipe: FarmPipe
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var connections: [FarmConnection] = []
    private var taken = 0

    init(
        listeners: [(socket: FarmSocket, address: String)], hosts: [FarmHost], opening: [FarmReply.Step],
        shared: FarmShared, pipe: FarmPipe
    ) {
        self.listeners = listeners
        self.hosts = Dictionary(hosts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.opening = opening
        self.shared = shared
        self.pipe = pipe
        start = clock.now
    }

    /// Runs until the server stops.
    mutating func run() {
        while !shared.isStopping {
            var watched = watchList()
            waitForEvents(&watched, milliseconds: patience())
            if shared.isStopping { break }
            serve(ready: watched)
            drop()
            takeConnections(ready: watched)
        }
        connections.forEach { $0.socket.close() }
        listeners.forEach { $0.socket.close() }
    }

    private var now: Duration { clock.now - start }

    /// Connections first, then listeners, then the pipe.
    private func watchList() -> [pollfd] {
        let now = now
        var watched = connections.map { connection in
            let output = connection.wantsToWrite(now: now) ? POLLOUT : 0
            return pollfd(fd: connection.socket.descriptor, events: Int16(POLLIN | output), revents: 0)
        }
        watched += listeners.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
        watched.append(pollfd(fd: pipe.output.descriptor, events: Int16(POLLIN), revents: 0))
        return watched
    }

    /// Milliseconds until the first pause ends; -1 when none is under way.
    private func patience() -> Int32 {
        let waiting = connections.lazy.filter(\.isBusy).compactMap(\.silentUntil)
        guard let first = waiting.min() else { return -1 }
        let rest = (first - now).components
        let milliseconds = rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds + 1))
    }

    private mutating func serve(ready: [pollfd]) {
        var gone: [Int] = []
        for index in connections.indices {
            let events = ready[index].revents
            if events != 0, events & Int16(POLLIN | POLLHUP | POLLERR) != 0, !connections[index].readMore() {
                gone.append(index)
                continue
            }
            converse(index)
            if connections[index].isOver { gone.append(index) }
        }
        leaving = gone
    }

    private var leaving: [Int] = []

    /// Answers what can be answered on one connection.
    private mutating func converse(_ index: Int) {
        connections[index].advance(now: now)
        while !connections[index].isOver, let head = connections[index].takeHead() {
            let connection = connections[index]
            let request = FarmRequest(
                head: head, at: now, connection: connection.number, address: connection.address)
            connections[index].play(steps(for: request), host: request?.host)
            connections[index].advance(now: now)
        }
        if !connections[index].isBusy, let host = connections[index].host {
            shared.answered(host: host)
            connections[index].host = nil
        }
    }

    private func steps(for request: FarmRequest?) -> [FarmReply.Step] {
        guard let request else { return FarmReply.status(400).closing().steps(method: "GET", ifNoneMatch: nil) }
        shared.received(request)
        let reply = (hosts[request.host] ?? hosts["*"])?.reply(to: request) ?? .status(404)
        return reply.steps(method: request.method, ifNoneMatch: request.header("if-none-match"))
    }

    private mutating func drop() {
        for index in leaving.reversed() {
            let connection = connections.remove(at: index)
            if let host = connection.host { shared.answered(host: host) }
            shared.disconnected(address: connection.address)
            connection.closeSocket()
        }
        leaving = []
    }

    private mutating func takeConnections(ready: [pollfd]) {
        for listener in listeners {
            while let socket = listener.socket.accepted() {
                taken += 1
                shared.connected(address: listener.address)
                connections.append(
                    FarmConnection(socket: socket, number: taken, address: listener.address, opening: opening))
            }
        }
    }
}
