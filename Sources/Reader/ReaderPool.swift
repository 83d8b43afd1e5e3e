import Cage
import Dispatch
import Synchronization

/// A few reader processes and the pages that wait for them.
///
/// Each reader has a thread of its own, which gives it what waits in batches: under load the cost of the transport is
/// shared by the batch, and a single page waits for nothing.
public final class ReaderPool: Sendable {
    private let limits: ReaderLimits
    private let rules: String
    private let state: Mutex<State>
    private let lanes: [Lane]

    private struct Job: Sendable {
        var request: PageRequest
        /// Times it was with a reader that ended.
        var tries = 0
        var answer: CheckedContinuation<Result<PageAnswer, ReaderTrouble>, Never>
    }

    private struct State: Sendable {
        var waiting: [Job] = []
        /// Jobs read again one by one.
        var again: [Job] = []
        var lanes: ReaderLanes
        /// Somebody looks whether pages wait too long.
        var isWatched = false
        var started = 0
        var ended = 0
    }

    /// One reader's queue and process.
    private final class Lane: @unchecked Sendable {
        let number: Int
        let queue: SerialThread
        /// Touched on the queue only.
        var process: ReaderProcess?

        init(_ number: Int) {
            self.number = number
            queue = SerialThread("ronda.reader.\(number)")
        }
    }

    /// - Parameter rules: folder of the detection rules that the readers load.
    public init(rules: String, limits: ReaderLimits = .init()) {
        self.rules = rules
        self.limits = limits
        lanes = (0..<max(1, limits.readers)).map(Lane.init)
        state = Mutex(State(lanes: ReaderLanes(lanes.count)))
    }

    deinit {
        for lane in lanes { lane.process?.stop() }
    }

    /// Our own executable is there to be started as a reader.
    public static var isPossible: Bool { OwnProgram.path != nil }

    /// Readers started and ended so far.
    public var counts: (started: Int, ended: Int) { state.withLock { ($0.started, $0.ended) } }

    /// Reads one body in a reader.
    ///
    /// A page that was with a reader when that ended is given to a fresh one, alone; when that ends too, it is the page.
    public func read(_ request: PageRequest) async -> Result<PageAnswer, ReaderTrouble> {
        await withCheckedContinuation { continuation in
            let (lane, isFirst) = state.withLock { state in
                state.waiting.append(Job(request: request, answer: continuation))
                let lane = state.lanes.wake()
                guard lane == nil, state.lanes.hasRest, !state.isWatched else { return (lane, false) }
                state.isWatched = true
                return (nil, true)
            }
            if let lane { wake(lane) }
            if isFirst { watch() }
        }
    }

    /// Pages still waiting after this long get a reader more: the one at work may be at a page that never ends.
    private static let patience = 0.5

    private func watch() {
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [weak self] in self?.look() }
    }

    private func look() {
        let (lane, goesOn) = state.withLock { state in
            let lane = state.waiting.isEmpty ? nil : state.lanes.wakeAnother()
            state.isWatched = !state.waiting.isEmpty && state.lanes.hasRest
            return (lane, state.isWatched)
        }
        if let lane { wake(lane) }
        if goesOn { watch() }
    }

    /// Ends the readers; pages still waiting are read by fresh ones.
    public func stop() async {
        for lane in lanes {
            await withCheckedContinuation { continuation in
                lane.queue.async {
                    lane.process?.stop()
                    lane.process = nil
                    self.note(lane, isRunning: false)
                    continuation.resume()
                }
            }
        }
    }

    private func wake(_ number: Int) {
        let lane = lanes[number]
        lane.queue.async { [self] in
            while let batch = nextBatch(orIdle: number) { work(batch, lane) }
        }
    }

    /// What one reader gets next; its share of what waits, so that all readers have work. Nil puts it to rest.
    private func nextBatch(orIdle number: Int) -> [Job]? {
        state.withLock { state in
            if !state.again.isEmpty { return [state.again.removeFirst()] }
            guard !state.waiting.isEmpty else {
                state.lanes.rests(number)
                return nil
            }
            state.lanes.givesBatch()
            let share = (state.waiting.count + lanes.count - 1) / lanes.count
            var count = 0
            var bytes = 0
            while count < min(share, limits.batchPages), count == 0 || bytes < limits.batchBytes {
                bytes += state.waiting[count].request.body.count
                count += 1
            }
            defer { state.waiting.removeFirst(count) }
            return Array(state.waiting[..<count])
        }
    }

    private func work(_ batch: [Job], _ lane: Lane) {
        guard var process = lane.process ?? start(lane) else {
            for job in batch { job.answer.resume(returning: .failure(.noReader)) }
            return
        }
        lane.process = nil
        var answered = 0
        let trouble = process.exchange(batch.map(\.request)) { index, answer in
            batch[index].answer.resume(returning: .success(answer))
            answered = index + 1
        }
        if trouble == nil, !process.isOld {
            lane.process = process
        } else {
            process.stop()
            note(lane, isRunning: false)
            state.withLock { $0.ended += 1 }
        }
        if let trouble { settle(Array(batch[answered...]), trouble) }
    }

    /// The first page without an answer is the one the reader was at; the others only stood behind it.
    private func settle(_ left: [Job], _ trouble: ReaderTrouble) {
        var again = left
        again[0].tries += 1
        if again[0].tries > 1 { again.removeFirst().answer.resume(returning: .failure(trouble)) }
        state.withLock { $0.again += again }
    }

    private func start(_ lane: Lane) -> ReaderProcess? {
        guard let process = ReaderProcess(rules: rules, limits: limits) else { return nil }
        state.withLock { $0.started += 1 }
        note(lane, isRunning: true)
        return process
    }

    private func note(_ lane: Lane, isRunning: Bool) { state.withLock { $0.lanes.runs(lane.number, isRunning) } }
}
