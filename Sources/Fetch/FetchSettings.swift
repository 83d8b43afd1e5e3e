import Model

/// Everything the network side of a run may be told.
public struct FetchSettings: Sendable {
    /// Address or mailbox people can write to; part of the User-Agent.
    public var contact: String = "https://github.com/ronda-id/ronda"
    /// Version named in the User-Agent.
    public var version: String = "0.1"
    /// The whole User-Agent; nil for `RondaBot/<version> (+<contact>)`.
    public var userAgent: String?

    /// Connections at once to one IP address.
    public var perIP: Int = 2
    /// Connections at once to one registrable domain over all its addresses; nil for no such limit.
    public var perDomain: Int?
    /// Seconds between two request starts at one IP address; 0 for none.
    public var delaySeconds: Double = 1
    /// Transfers at once, over all addresses.
    public var concurrency: Int = 2000
    /// Connections kept open, those at work included: what sites that are done leave behind is closed when there are more,
    /// the longest idle first (`CURLMOPT_MAXCONNECTS`). Never more than the files the process may open.
    public var keptConnections: Int = 512
    /// Longest wait that a Retry-After header can ask for, in seconds.
    public var retryAfterCap: Double = 60
    /// Longest pause between two requests that a host can ask for in robots.txt, in seconds.
    public var crawlDelayCap: Double = 30
    /// How often one request is asked again after a 429 or 503 with Retry-After.
    public var retryAfterTries: Int = 2

    /// Seconds per phase.
    public var timeouts = PhaseTimeouts()
    /// Decoded bytes kept of one body; the rest is cut off and said.
    public var maxBodyBytes: Int = 10 << 20
    /// Decoded bytes kept of one body that calls itself text, HTML or XML: no page of words is longer.
    public var maxTextBytes: Int = 4 << 20
    /// Bytes of one answer's header lines, interim answers and trailers included.
    public var maxHeaderBytes: Int = 64 << 10
    /// Lines of them.
    public var maxHeaderCount: Int = 200
    public var maxRedirects: Int = 10

    /// Private, loopback and other non-public addresses, and any port, may be asked.
    public var allowPrivate: Bool = false
    /// Names and addresses in place of the name servers.
    public var hosts: HostsTable?
    /// Name servers, `ADDR` or `ADDR:PORT` (`[ADDR]:PORT` for IPv6); empty for those of the machine.
    public var dnsServers: [String] = []
    /// Other places to connect to, as curl's `--connect-to`.
    public var connectTo: [ConnectTo] = []
    /// PEM file of extra trust anchors.
    public var caFile: String?
    /// PEM bundle of the machine's trust anchors.
    public var caBundle: String = "/etc/ssl/certs/ca-certificates.crt"

    /// Networks where one address speaks for many sites; politeness counts by domain there.
    public var sharedEdges = SharedEdges()

    /// Who may ask an address, where several programs share the work; nil where this one is alone.
    public var turns: (any AddressTurns)?

    public init() {}

    /// The User-Agent sent with every request.
    public var agent: String { userAgent ?? "RondaBot/\(version) (+\(contact))" }
}

/// How long each phase of a transfer may take, in seconds.
public struct PhaseTimeouts: Sendable, Hashable {
    /// One question to a name server; a second one may follow, twice as long.
    public var dns: Double = 3
    /// TCP connection.
    public var connect: Double = 10
    /// TLS handshake.
    public var tls: Double = 10
    /// From the request sent to the first byte of the answer.
    public var firstByte: Double = 30
    /// Window in which at least `stallBytes` must arrive.
    public var stall: Double = 20
    /// Fewer bytes than these in `stall` seconds is a stall.
    public var stallBytes: Int = 200
    /// One hop from connection to last byte; waiting for the turn is not counted.
    public var total: Double = 60

    public init() {}

    /// Every phase at most this long; `--timeout`.
    public func capped(total: Double) -> PhaseTimeouts {
        var copy = self
        copy.total = total
        copy.dns = min(dns, total)
        copy.connect = min(connect, total)
        copy.tls = min(tls, total)
        copy.firstByte = min(firstByte, total)
        copy.stall = min(stall, total)
        return copy
    }
}

/// One `H:P:H2:P2` of curl's `--connect-to`: requests for H:P go to H2:P2 (curl(1)). Empty parts match or keep all.
public struct ConnectTo: Sendable, Hashable {
    public var host: String?
    public var port: Int?
    public var toHost: String?
    public var toPort: Int?

    public init(host: String? = nil, port: Int? = nil, toHost: String? = nil, toPort: Int? = nil) {
        self.host = host
        self.port = port
        self.toHost = toHost
        self.toPort = toPort
    }

    /// Reads `H:P:H2:P2`; IPv6 addresses stand in brackets. Nil when it is none.
    public init?(_ text: String) {
        guard let parts = Self.split(text), parts.count == 4 else { return nil }
        func number(_ part: String) -> Int?? { part.isEmpty ? .some(nil) : Int(part).map { .some($0) } }
        guard let port = number(parts[1]), let toPort = number(parts[3]) else { return nil }
        guard [port, toPort].allSatisfy({ $0.map((1...65_535).contains) ?? true }) else { return nil }
        host = parts[0].isEmpty ? nil : parts[0].lowercased()
        self.port = port
        toHost = parts[2].isEmpty ? nil : parts[2].lowercased()
        self.toPort = toPort
    }

    func matches(host: String, port: Int) -> Bool {
        (self.host ?? host) == host && (self.port ?? port) == port
    }

    private static func split(_ text: String) -> [String]? {
        var parts = [""]
        var inBrackets = false
        for character in text {
            if character == "[" { inBrackets = true }
            if character == "]" { inBrackets = false }
            if character == ":", !inBrackets { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return inBrackets ? nil : parts
    }
}
