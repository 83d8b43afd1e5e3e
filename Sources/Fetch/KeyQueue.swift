/// The waiting requests of one IP address, host by host.
struct KeyQueue: Sendable {
    /// Requests at work.
    var atWork = 0
    /// No start before this time.
    var nextStart = 0.0
    /// Adaptive delay in seconds.
    var slowDown = 0.0
    /// Turn of the valid entry in the heap of ready queues; nil when there is none.
    var scheduled: Int?
    /// No start for these hosts before their time.
    var hostNextStart: [String: Double] = [:]

    private var lines: [String: Line] = [:]
    /// Hosts with waiting requests, in the order of their turns.
    private var turns: [String] = []

    /// Waiting requests of one host: higher priority first, then first come first.
    private struct Line {
        var waiting: [(ticket: UInt64, priority: Int)] = []
        var head = 0

        var isEmpty: Bool { head == waiting.count }

        mutating func popFirst() -> UInt64 {
            defer {
                head += 1
                if head > 64, head * 2 > waiting.count {
                    waiting.removeFirst(head)
                    head = 0
                }
            }
            return waiting[head].ticket
        }
    }

    mutating func add(_ ticket: UInt64, host: String, priority: Int) {
        if lines[host] == nil { turns.append(host) }
        var line = lines.removeValue(forKey: host) ?? Line()
        var at = line.waiting.count
        while at > line.head, line.waiting[at - 1].priority < priority { at -= 1 }
        line.waiting.insert((ticket, priority), at: at)
        lines[host] = line
    }

    mutating func remove(_ ticket: UInt64, host: String) {
        guard var line = lines[host], let at = line.waiting[line.head...].firstIndex(where: { $0.ticket == ticket })
        else { return }
        line.waiting.remove(at: at)
        lines[host] = line
        if line.isEmpty { drop(host) }
    }

    /// When the next request may start as far as delays go; nil when none waits.
    var readyAt: Double? {
        guard !turns.isEmpty else { return nil }
        guard !hostNextStart.isEmpty else { return nextStart }
        let earliest = turns.lazy.map { hostNextStart[$0] ?? 0 }.min() ?? 0
        return max(nextStart, earliest)
    }

    /// The next request in turn whose host may start and that `mayStart` lets go.
    mutating func take(now: Double, where mayStart: (UInt64) -> Bool) -> UInt64? {
        for (position, host) in turns.enumerated() {
            guard (hostNextStart[host] ?? 0) <= now, let line = lines[host], !line.isEmpty,
                mayStart(line.waiting[line.head].ticket)
            else { continue }
            turns.remove(at: position)
            turns.append(host)
            let ticket = lines[host]?.popFirst()
            if lines[host]?.isEmpty == true { drop(host) }
            return ticket
        }
        return nil
    }

    private mutating func drop(_ host: String) {
        lines[host] = nil
        turns.removeAll { $0 == host }
    }
}
