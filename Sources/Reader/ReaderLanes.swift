/// Which reader is woken for a page that waits: one that runs already; another is started only under a load that lasts.
///
/// A start costs 50 ms of CPU and 45 MB, as much as reading 40 pages: a check of one site and a round in which little has
/// changed do with one reader. A page never waits long for that: `ReaderPool` starts another when it has waited too long.
struct ReaderLanes: Sendable {
    private let count: Int
    /// Without work.
    private var resting: [Int]
    /// With a process.
    private var running: Set<Int> = []
    /// Batches given out since a reader last found nothing to do.
    private var batches = 0

    /// Batches without a rest from which on a load counts as lasting.
    static let lasting = 4

    init(_ count: Int) {
        self.count = count
        resting = Array((0..<count).reversed())
    }

    var hasRest: Bool { !resting.isEmpty }

    /// The reader to wake for a new page; nil when those that work will take it.
    mutating func wake() -> Int? {
        if let place = resting.lastIndex(where: running.contains) { return resting.remove(at: place) }
        return resting.count == count || batches >= Self.lasting ? resting.popLast() : nil
    }

    /// The reader to wake for pages that have waited too long.
    mutating func wakeAnother() -> Int? {
        resting.lastIndex(where: running.contains).map { resting.remove(at: $0) } ?? resting.popLast()
    }

    mutating func givesBatch() { batches += 1 }

    mutating func rests(_ lane: Int) {
        resting.append(lane)
        batches = 0
    }

    /// Its process was started, or has ended.
    mutating func runs(_ lane: Int, _ isRunning: Bool) {
        if isRunning { running.insert(lane) } else { running.remove(lane) }
    }
}
