import Model

/// The links still to be read, best first: a binary heap whose entries sink when the items they promise were found.
struct LinkQueue: Sendable {
    struct Entry: Sendable {
        var address: WebAddress
        /// The crawl key of the address.
        var key: String
        var text: String
        var promise: LinkPromise
        var depth: Int
        var zone: Block.Zone
        /// Higher is read first; set by `rank`.
        var score: Int
        /// Order of arrival, to keep equal links in page order.
        var order: Int
    }

    private var heap: [Entry] = []
    private var arrived = 0

    var isEmpty: Bool { heap.isEmpty }

    mutating func push(
        _ address: WebAddress, key: String, text: String, promise: LinkPromise, depth: Int, zone: Block.Zone
    ) {
        var entry = Entry(
            address: address, key: key, text: text, promise: promise, depth: depth, zone: zone, score: 0, order: arrived
        )
        entry.score = promise == .inOrder ? 0 : Self.rank(entry, missing: .all)
        arrived += 1
        heap.append(entry)
        rise(from: heap.count - 1)
    }

    /// The best entry for the items still missing. An entry that promised only found items sinks at most once per
    /// item, so the whole crawl stays within n log n.
    mutating func peek(missing: ItemSet) -> Entry? {
        while let top = heap.first {
            let score = Self.rank(top, missing: missing)
            if score >= top.score { return top }
            heap[0].score = score
            if top.promise.items.isDisjoint(with: missing), top.promise.tier == .promising {
                heap[0].promise.tier = .neutral
            }
            sink(from: 0)
        }
        return nil
    }

    mutating func pop() -> Entry? {
        guard let top = heap.first else { return nil }
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
        if !heap.isEmpty { sink(from: 0) }
        return top
    }

    private static func rank(_ entry: Entry, missing: ItemSet) -> Int {
        let useful = entry.promise.items.intersection(missing).rawValue.nonzeroBitCount
        let tier: LinkPromise.Tier =
            entry.promise.tier == .promising && useful == 0 ? .neutral : entry.promise.tier
        let place =
            switch entry.zone {
            case .main: 6
            case .navigation, .header: 5
            case .aside: 2
            case .footer: 1
            }
        return tier.rawValue * 1000 + (tier == .promising ? entry.promise.weight * 5 + useful * 8 : 0) + place
            - entry.depth * 10
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        heap[a].score != heap[b].score ? heap[a].score > heap[b].score : heap[a].order < heap[b].order
    }

    private mutating func rise(from index: Int) {
        var child = index
        while child > 0, isBefore(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink(from index: Int) {
        var parent = index
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, best) {
                best = child
            }
            guard best != parent else { return }
            heap.swapAt(parent, best)
            parent = best
        }
    }
}
