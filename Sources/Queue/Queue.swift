// Queue: pointers to units of work, delivered by NATS JetStream through its C client.
//
//   in   texts (`scan:group:slice`) to be delivered, urgent or planned
//   out  the same texts, each to one worker at a time, until it is acknowledged
//
// Delivery, redelivery and the order of urgent before planned are the broker's: a work-queue stream on files, two durable
// pull consumers that all workers share, explicit acknowledgement, heartbeats while a unit is at work. A subject holds
// one message; publishing it again while it is there changes nothing, so that whoever fears that the broker lost a
// message may publish it again.
//
// It refuses to be the truth: what is done, dead or due stands in the store, and a broker that was wiped is filled again
// from there. Everything that says `unsafe` stands in JetStream.swift.

/// How to reach the broker.
public struct QueueSettings: Sendable, Hashable {
    /// `nats://host:4222`, several with commas; `tls://` for TLS.
    public var url: String
    /// Credentials file of a user (JWT and seed), as the `nsc` tool writes it.
    public var credentials: String?
    /// PEM file of the broker's trust anchors.
    public var ca: String?
    /// PEM files of the client's own certificate and key.
    public var certificate: String?
    public var key: String?
    /// Copies of the stream over the broker's nodes: 1, 3 or 5.
    public var replicas = 1
    public var stream = "RONDA"
    /// Seconds after which an unacknowledged message without heartbeat goes to another worker.
    public var ackWait = 30.0

    public init(url: String) { self.url = url }
}

/// Why the broker did not do what was asked.
public struct QueueError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// Nobody answers, or not in time; the client goes on trying in the background.
        case unreachable
        /// The stream or its consumer is gone: the broker was wiped.
        case gone
        case failed
    }

    public var kind: Kind
    public var description: String
}
