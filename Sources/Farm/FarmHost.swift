/// A virtual host: a name, and what it says for each path.
public struct FarmHost: Sendable {
    /// Decides the reply to a request; called on the loop's thread, so it must not block.
    public typealias Handler = @Sendable (FarmRequest) -> FarmReply

    /// Lower case, without port; `*` answers for every host that has no entry of its own.
    public var name: String
    /// Loopback address its hosts-table line gives; nil for the server's first address.
    public var address: String?
    /// Replies by request target (`/a?b=1`) or path (`/a`); the target wins.
    public var routes: [String: FarmReply]
    /// Asked when no route fits.
    public var handler: Handler

    /// A host with a table of replies and one for everything else.
    public init(
        _ name: String, address: String? = nil, routes: [String: FarmReply] = [:],
        otherwise: FarmReply = .status(404)
    ) {
        self.init(name, address: address, routes: routes, handler: { _ in otherwise })
    }

    /// A host whose replies are computed.
    public init(
        _ name: String, address: String? = nil, routes: [String: FarmReply] = [:], handler: @escaping Handler
    ) {
        self.name = name.lowercased()
        self.address = address
        self.routes = routes
        self.handler = handler
    }

    func reply(to request: FarmRequest) -> FarmReply {
        routes[request.target] ?? routes[request.path] ?? handler(request)
    }
}

/// A request as the farm read it.
public struct FarmRequest: Sendable {
    /// Since the server started.
    public var at: Duration
    public var method: String
    /// Host header, lower case, without port; empty when there was none.
    public var host: String
    /// Path and query as sent.
    public var target: String
    /// Names in lower case, in the order sent.
    public var headers: [(name: String, value: String)]
    /// Running number of the connection, from 1.
    public var connection: Int
    /// Loopback address the peer connected to.
    public var address: String

    /// The target up to its `?`.
    public var path: String { String(target.prefix { $0 != "?" }) }

    /// The first header of a name (lower case).
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Reads the head of a request (RFC 9112, section 3); nil when it is no HTTP/1.x.
    init?(head: some Collection<UInt8>, at: Duration, connection: Int, address: String) {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = (lines.first ?? "").split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
        self.at = at
        self.connection = connection
        self.address = address
        method = String(words[0])
        target = String(words[1])
        headers = lines.dropFirst().compactMap(Self.header(line:))
        host = ""
        let named = header("host") ?? ""
        host = String(named.prefix { $0 != ":" }).lowercased()
    }

    private static func header(line: Substring) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        return (line[..<colon].lowercased(), String(value))
    }
}
