import Model

/// What the network side has done since it was started.
public struct FetchCounters: Sendable, Hashable {
    /// Transfers started, every hop counted.
    public var requests = 0
    /// Answers with a status.
    public var answers = 0
    /// Decoded bytes of bodies.
    public var bytes = 0
    /// Bytes of bodies as they came over the wire.
    public var wireBytes = 0
    /// New connections.
    public var connections = 0
    /// Transfers over a connection that was already open.
    public var reused = 0
    /// Names asked at name servers.
    public var names = 0
    /// Names answered from memory.
    public var namesCached = 0
    /// Transfers under way now, and the most there ever were.
    public var inFlight = 0
    public var inFlightPeak = 0
    /// Requests waiting for their turn now.
    public var waiting = 0
    /// Failed transfers by cause.
    public var failures: [FailureKind: Int] = [:]

    public init() {}
}

extension FetchCounters {
    /// What the record of a round keeps of them.
    public var stats: [String: Int] {
        [
            "requests": requests, "bytes": bytes, "connections": connections,
            "failures": failures.values.reduce(0, +),
        ]
    }
}
