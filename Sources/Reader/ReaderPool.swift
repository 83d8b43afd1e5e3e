import Cage
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
        var idle: [Int]
        var started = 0
        var ended = 0
    }

    /// One reader's queue and process.
    private final class Lane: @unchecked Sendable {
        let queue: SerialThread
        /// Touched on the queue only.
        var process: ReaderProcess?

        init(_ number: Int) { queue = SerialThread("ronda.reader.\(number)") }
    }

    /// - Parameter rules: folder of the detection rules that the readers load.
    public init(rules: String, limits: ReaderLimits = .init()) {
        self.rules = rules
        self.limits = limits
        lanes = (0..<max(1, limits.readers)).map(Lane.init)
        state = Mutex(State(idle: Array(lanes.indices.reversed())))
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
            let lane = state.withLock { state in
                state.waiting.append(Job(request: request, answer: continuation))
                return state.idle.popLast()
            }
            if let lane { wake(lane) }
        }
    }

    /// Ends the readers; pages still waiting are read by fresh ones.
    public func stop() async {
        for lane in lanes {
            await withCheckedContinuation { continuation in
                lane.queue.async {
                    lane.process?.stop()
                    lane.process = nil
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
                state.idle.append(number)
                return nil
            }
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
        guard var process = lane.process ?? start() else {
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

    private func start() -> ReaderProcess? {
        guard let process = ReaderProcess(rules: rules, limits: limits) else { return nil }
        state.withLock { $0.started += 1 }
        return process
    }
}
