/// Queues by the time at which each may go on; among equals, first come first.
struct ReadyHeap: Sendable {
    struct Entry: Sendable, Hashable {
        var time: Double
        var turn: Int
        var queue: Int

        func before(_ other: Entry) -> Bool { (time, turn) < (other.time, other.turn) }
    }

    private var entries: [Entry] = []
    private var turns = 0

    var first: Entry? { entries.first }

    mutating func insert(queue: Int, time: Double) -> Entry {
        turns += 1
        let entry = Entry(time: time, turn: turns, queue: queue)
        entries.append(entry)
        var child = entries.count - 1
        while child > 0, entries[child].before(entries[(child - 1) / 2]) {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
        return entry
    }

    mutating func removeFirst() -> Entry? {
        guard let result = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return result }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].before(entries[least]) { least = child }
            guard least != parent else { return result }
            entries.swapAt(parent, least)
            parent = least
        }
    }
}
