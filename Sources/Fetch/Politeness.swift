/// Decides which request may start when: pure, told times in seconds of any monotonic clock.
///
/// One queue per key (the IP address the connection goes to). A queue holds at most `perKey` requests at work and lets
/// `delay` seconds pass between two starts. Queues take turns; inside a queue the hosts take turns, so that one large
/// site does not starve the forty others on the same server.
struct Politeness: Sendable {
    /// Requests at work at once, over all keys.
    var concurrency: Int
    /// Requests at work at once per key.
    var perKey: Int
    /// Seconds between two starts at one key; 0 for none, which also switches the adaptive slow-down off.
    var delay: Double
    /// Requests at work at once per registrable domain; nil for no limit.
    var perDomain: Int?
    /// The adaptive delay never grows past this.
    var slowest = 30.0

    private var queues: [KeyQueue] = []
    private var index: [String: Int] = [:]
    private var heap = ReadyHeap()
    private var tickets: [UInt64: Place] = [:]
    private var hostDelays: [String: Double] = [:]
    private var domainsAtWork: [String: Int] = [:]
    private(set) var atWork = 0
    private(set) var waiting = 0

    private struct Place {
        let queue: Int
        let host: String
        let domain: String?
        var startedAt: Double?
    }

    init(concurrency: Int, perKey: Int, delay: Double, perDomain: Int? = nil) {
        self.concurrency = max(1, concurrency)
        self.perKey = max(1, perKey)
        self.delay = max(0, delay)
        self.perDomain = perDomain.map { max(1, $0) }
    }

    /// Puts a request in the queue of its key.
    mutating func enqueue(
        _ ticket: UInt64, key: String, host: String, domain: String? = nil, priority: Int = 0, now: Double
    ) {
        let queue = index[key] ?? newQueue(key)
        tickets[ticket] = Place(queue: queue, host: host, domain: domain)
        queues[queue].add(ticket, host: host, priority: priority)
        waiting += 1
        schedule(queue, now: now)
    }

    /// The requests that start now, at most `limit`; each counts as at work until `finished`.
    mutating func start(now: Double, limit: Int = .max) -> [UInt64] {
        var started: [UInt64] = []
        while started.count < limit, atWork < concurrency, let entry = heap.first, entry.time <= now {
            _ = heap.removeFirst()
            guard queues[entry.queue].scheduled == entry.turn else { continue }
            queues[entry.queue].scheduled = nil
            if let ticket = take(from: entry.queue, now: now) {
                started.append(ticket)
            } else if perDomain != nil {
                continue
            }
            schedule(entry.queue, now: now)
        }
        return started
    }

    /// When `start` has something to do next; nil when nothing waits for time.
    func nextStart() -> Double? { atWork < concurrency ? heap.first?.time : nil }

    /// A request that was at work has ended; `latency` is its time to the first byte, when it answered.
    mutating func finished(_ ticket: UInt64, latency: Double? = nil, now: Double) {
        guard let place = tickets.removeValue(forKey: ticket), place.startedAt != nil else { return }
        atWork -= 1
        queues[place.queue].atWork -= 1
        if let domain = place.domain { domainsAtWork[domain, default: 1] -= 1 }
        if let latency { adapt(place.queue, latency: latency) }
        schedule(place.queue, now: now)
        if perDomain != nil { for queue in queues.indices { schedule(queue, now: now) } }
    }

    /// Takes a waiting request out; false when it is at work or unknown.
    mutating func cancel(_ ticket: UInt64) -> Bool {
        guard let place = tickets[ticket], place.startedAt == nil else { return false }
        tickets[ticket] = nil
        queues[place.queue].remove(ticket, host: place.host)
        waiting -= 1
        return true
    }

    /// Nothing starts at the host of a request before a time (Retry-After). The other hosts of its address go on, slowed
    /// down by the latency that goes with it: one site's word must not stop the forty others on its server.
    mutating func pause(_ ticket: UInt64, until time: Double, now: Double) {
        guard let place = tickets[ticket] else { return }
        queues[place.queue].hostNextStart[place.host] = max(queues[place.queue].hostNextStart[place.host] ?? 0, time)
        reschedule(place.queue, now: now)
    }

    /// Nothing starts at a key before a time: what another program did there counts too.
    mutating func hold(key: String, until time: Double, now: Double) {
        guard let queue = index[key] else { return }
        queues[queue].nextStart = max(queues[queue].nextStart, time)
        reschedule(queue, now: now)
    }

    /// A host wants more seconds between starts than the setting; fewer is not granted.
    mutating func setDelay(_ seconds: Double, host: String) {
        if seconds > delay { hostDelays[host] = seconds }
    }

    private mutating func newQueue(_ key: String) -> Int {
        queues.append(KeyQueue())
        index[key] = queues.count - 1
        return queues.count - 1
    }

    private mutating func take(from queue: Int, now: Double) -> UInt64? {
        guard let ticket = nextTicket(of: queue, now: now), let host = tickets[ticket]?.host else { return nil }
        tickets[ticket]?.startedAt = now
        if let domain = tickets[ticket]?.domain { domainsAtWork[domain, default: 0] += 1 }
        queues[queue].atWork += 1
        queues[queue].nextStart = max(queues[queue].nextStart, now + max(delay, queues[queue].slowDown))
        if let hostDelay = hostDelays[host] {
            queues[queue].hostNextStart[host] = max(queues[queue].hostNextStart[host] ?? 0, now + hostDelay)
        }
        atWork += 1
        waiting -= 1
        return ticket
    }

    private mutating func nextTicket(of queue: Int, now: Double) -> UInt64? {
        guard let perDomain else { return queues[queue].take(now: now) { _ in true } }
        let (known, busy) = (tickets, domainsAtWork)
        return queues[queue].take(now: now) { ticket in
            known[ticket]?.domain.map { busy[$0, default: 0] < perDomain } ?? true
        }
    }

    /// Notes in the heap when a queue may go on, unless it is noted or has nothing to do.
    private mutating func schedule(_ queue: Int, now: Double) {
        guard queues[queue].scheduled == nil, queues[queue].atWork < perKey, let time = queues[queue].readyAt else {
            return
        }
        queues[queue].scheduled = heap.insert(queue: queue, time: max(time, now)).turn
    }

    private mutating func reschedule(_ queue: Int, now: Double) {
        queues[queue].scheduled = nil
        schedule(queue, now: now)
    }

    /// A server that takes long gets a pause as long as its answers, half new and half old; it shrinks the same way.
    private mutating func adapt(_ queue: Int, latency: Double) {
        guard delay > 0 else { return }
        let wanted = (queues[queue].slowDown + latency) / 2
        queues[queue].slowDown = min(wanted, slowest)
    }
}
