import Model

/// Where the connection for an address goes: its own host and port, or another by `--connect-to`.
struct Route: Sendable, Hashable {
    /// Host to look up and to connect to.
    var host: String
    var port: Int
    /// For CURLOPT_CONNECT_TO; nil when it goes where the address says.
    var connectTo: String?
    /// The address's own name must be looked up before, because a hosts file or name server was given to decide
    /// which names exist.
    var ownNameDecides: Bool

    init(_ address: WebAddress, settings: FetchSettings) {
        let port = address.effectivePort
        let rule = settings.connectTo.first { $0.matches(host: address.host, port: port) }
        host = rule?.toHost ?? address.host
        self.port = rule?.toPort ?? port
        ownNameDecides = host != address.host && (settings.hosts != nil || !settings.dnsServers.isEmpty)
        if rule != nil { connectTo = "\(address.host):\(port):\(host):\(self.port)" }
    }

    /// For CURLOPT_RESOLVE, with every address in the order of trying; nil when the host is a literal.
    func resolveEntry(_ addresses: [IPAddress]) -> String? {
        guard IPAddress(host) == nil else { return nil }
        return "\(host):\(port):\(addresses.map(\.bracketed).joined(separator: ","))"
    }
}
