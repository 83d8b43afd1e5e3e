import Model
import Synchronization

/// What other threads may ask of the loop.
enum Command: Sendable {
    case fetch(HopJob)
    case resolve(String, CheckedContinuation<DNSOutcome, Never>)
    case records(String, RecordType, CheckedContinuation<RecordAnswer, Never>)
    case cancel(UInt64)
    case setDelay(Double, host: String)
    case forgetFailedNames
    /// The turn at a job's addresses has come, with seconds still to wait; nil when it will not come.
    case admitted(UInt64, [String], Double?)
    case stop(CheckedContinuation<Void, Never>?)
}

/// One hop to be fetched, and who waits for the answer.
struct HopJob: Sendable {
    var id: UInt64
    var address: WebAddress
    var domain: String?
    var headers: [String]
    var maxBytes: Int
    var priority: Int
    var reply: CheckedContinuation<HopAnswer, Never>
}

/// What came of one hop.
struct HopAnswer: Sendable {
    enum Result: Sendable {
        case answered(RawAnswer)
        case failed(FailureKind, detail: String)
    }

    var result: Result
    var dns: DNSOutcome?
    var ip: String?
    /// Time of the transfer, without the wait for the turn.
    var milliseconds: Int = 0
    /// The Retry-After that the address's queue now keeps, in seconds.
    var retryAfter: Double?
}

/// An answer as it came; headers are read by the one who asked, not on the thread of the loop.
struct RawAnswer: Sendable {
    var status: Int
    var headerBytes: [UInt8]
    var body: [UInt8]
    var truncated: Bool
    /// What ended the body before its end, other than our limit of bytes.
    var cut: FailureKind?
    var tls: TLSFacts?
    var httpVersion: String
}

/// The way into the loop's thread: a list under a lock, and a bell.
final class Mailbox: Sendable {
    let bell = Bell()
    private let state = Mutex(State())
    private let tally = Mutex(FetchCounters())

    private struct State {
        var commands: [Command] = []
        var closed = false
        var nextID: UInt64 = 0
    }

    /// A number for a new job.
    func newID() -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }

    /// Hands a command over; a mailbox that is closed answers at once.
    func post(_ command: Command) {
        let accepted = state.withLock { state in
            guard !state.closed else { return (taken: false, ring: false) }
            state.commands.append(command)
            return (taken: true, ring: state.commands.count == 1)
        }
        if accepted.ring { bell.ring() }
        if !accepted.taken { Self.refuse(command) }
    }

    /// Everything posted since the last call.
    func takeAll() -> [Command] {
        state.withLock { state in
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// Nothing is taken any more; returns what was still waiting.
    func close() -> [Command] {
        state.withLock { state in
            defer { state.commands = [] }
            state.closed = true
            return state.commands
        }
    }

    static func refuse(_ command: Command) {
        switch command {
        case .fetch(let job): job.reply.resume(returning: HopAnswer(result: .failed(.cancelled, detail: "stopped")))
        case .resolve(let host, let reply): reply.resume(returning: DNSOutcome(host: host, kind: .timeout))
        case .records(_, _, let reply): reply.resume(returning: .unanswered)
        case .stop(let done): done?.resume()
        case .cancel, .setDelay, .forgetFailedNames, .admitted: break
        }
    }

    var counters: FetchCounters { tally.withLock { $0 } }

    func publish(_ counters: FetchCounters) { tally.withLock { $0 = counters } }
}
