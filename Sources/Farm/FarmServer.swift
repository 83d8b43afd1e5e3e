/// Virtual hosts on one port of one or more loopback addresses. Stops by `stop()` or when the last owner lets go.
public final class FarmServer: Sendable {
    /// The port, the same on every address.
    public let port: Int
    /// Loopback addresses it listens on; the first is the default of its hosts.
    public let addresses: [String]
    private let hosts: [FarmHost]
    private let shared = FarmShared()
    private let pipe: FarmPipe
    private let thread: FarmThread

    /// Starts to serve. `opening` is played on every connection before any request is read: a server that resets or
    /// talks garbage at once. One that does not remember keeps no log, for runs of many hours.
    public init(
        addresses: [String] = ["127.0.0.1"], port: Int = 0, hosts: [FarmHost], opening: [FarmReply.Step] = [],
        remembers: Bool = true
    ) throws(FarmError) {
        let listeners = try Self.listeners(addresses, port: port)
        let pipe = try FarmPipe()
        let shared = shared
        shared.state.withLock { $0.remembers = remembers }
        thread = try FarmThread {
            var loop = FarmLoop(listeners: listeners, hosts: hosts, opening: opening, shared: shared, pipe: pipe)
            loop.run()
        }
        self.pipe = pipe
        self.hosts = hosts
        self.addresses = addresses
        self.port = listeners.first?.socket.port ?? 0
    }

    /// The same on one address.
    public convenience init(
        address: String, port: Int = 0, hosts: [FarmHost], opening: [FarmReply.Step] = []
    ) throws(FarmError) {
        try self.init(addresses: [address], port: port, hosts: hosts, opening: opening)
    }

    deinit { stop() }

    /// Closes every connection and waits for the thread. A second call does nothing.
    public func stop() {
        guard shared.markStopping() else { return }
        pipe.wake()
        thread.join()
        pipe.close()
    }

    /// Requests read so far, in order.
    public var log: [FarmRequest] { shared.state.withLock { $0.log } }

    /// Requests read so far for one host.
    public func log(host: String) -> [FarmRequest] { log.filter { $0.host == host } }

    /// How many requests were read so far.
    public var requestCount: Int { shared.state.withLock { $0.requests } }

    /// Connections taken so far.
    public var connectionCount: Int { shared.state.withLock { $0.connections } }

    /// Most connections that were open at the same time on one loopback address.
    public func peakConnections(address: String? = nil) -> Int {
        let key = address ?? addresses.first ?? ""
        return shared.state.withLock { $0.connectionsPeak[key] ?? 0 }
    }

    /// Most requests of one host that were being answered at the same time.
    public func peakRequests(host: String) -> Int { shared.state.withLock { $0.requestsPeak[host] ?? 0 } }

    /// Lines for `--hosts`: the address of every host.
    public var hostsTable: String {
        hosts.filter { $0.name != "*" }.map { "\($0.address ?? addresses.first ?? "127.0.0.1") \($0.name)\n" }.joined()
    }

    /// Entries for `--connect-to` (curl's CONNECT_TO, `HOST:PORT:HOST2:PORT2`, empty means any or unchanged): port 80 of
    /// any name leads to this server's port on the address the hosts table gave.
    public var connectTo: [String] { [":80::\(port)"] }

    /// The address of a path on a host with this server's port in it, for clients without connect-to.
    public func url(_ host: String, _ path: String = "/") -> String { "http://\(host):\(port)\(path)" }

    /// The same port on every address; a free port of the first that another address has in use is let go again.
    private static func listeners(
        _ addresses: [String], port: Int
    ) throws(FarmError) -> [(socket: FarmSocket, address: String)] {
        var last = FarmError.system("no loopback address was given")
        for _ in 0..<20 {
            do throws(FarmError) {
                return try bindAll(addresses, port: port)
            } catch {
                last = error
                if case .notLoopback = error { throw error }
            }
        }
        throw last
    }

    private static func bindAll(
        _ addresses: [String], port: Int
    ) throws(FarmError) -> [(socket: FarmSocket, address: String)] {
        var made: [(socket: FarmSocket, address: String)] = []
        do throws(FarmError) {
            for address in addresses {
                let socket = try FarmSocket.bound(address: address, port: made.first?.socket.port ?? port)
                made.append((socket, address))
                try socket.startListening()
            }
        } catch {
            made.forEach { $0.socket.close() }
            throw error
        }
        guard !made.isEmpty else { throw .system("no loopback address was given") }
        return made
    }
}

/// A loopback port that is taken but refuses every connection, for as long as this value lives.
public final class FarmClosedPort: Sendable {
    public let port: Int
    private let socket: FarmSocket

    /// Binds without listening: the kernel answers RST.
    public init(address: String = "127.0.0.1") throws(FarmError) {
        socket = try FarmSocket.bound(address: address, port: 0)
        port = socket.port
    }

    deinit { socket.close() }
}
