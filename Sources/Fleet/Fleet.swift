// Fleet: one round made by many workers.
//
//   in   a store that holds units of work (PostgreSQL), a broker that delivers pointers to them (NATS JetStream)
//   out  the same rows that one process writes with `ronda scan`
//
// A worker takes a pointer, claims the unit in the store, does it by the steps of Scan, and acknowledges the pointer when
// the commit has happened. The claim's epoch fences every write; a lease of every address it asks keeps two workers from
// asking one server side by side; both are renewed while it works, and when they cannot be renewed the worker stops
// fetching by itself and gives up what it has. Nothing here holds a transaction over network work.
//
// It refuses to decide what is done (the store counts), to keep a queue of its own, and to judge an office from a fetch
// that it cut off itself.

import Model

/// How a worker works.
public struct WorkerSettings: Sendable {
    /// Unlike any other worker's: `host-pid`.
    public var name: String
    /// Units under way at once.
    public var slots = 4
    /// Offices of one unit under way at once.
    public var offices = 2
    /// A slice ends at the first office boundary after either.
    public var sliceSeconds = 480.0
    public var slicePages = 500
    /// Seconds a unit is ours without a sign of life.
    public var unitLease = 25.0
    /// Seconds an address is ours without a sign of life.
    public var addressLease = 20.0
    /// Seconds between two requests to an address, also across workers.
    public var delay = 1.0
    /// Attempts without progress after which a unit is dead.
    public var attempts = 5
    /// Seconds that a stop waits for offices under way.
    public var drain = 45.0
    /// Seconds after which a message that nobody touched is published again.
    public var silence = 30.0
    /// Page text file for Prometheus' node exporter; nil for none.
    public var metricsFile: String?

    public init(name: String) { self.name = name }
}
