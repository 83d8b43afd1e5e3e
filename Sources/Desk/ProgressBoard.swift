import Model
import Synchronization

/// What the round under way has told last, for pages and for who listens.
public final class ProgressBoard: Sendable {
    private struct State {
        var text = ""
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())
    /// Listeners at once; more are shown the page without live progress.
    static let listeners = 200

    public init() {}

    /// The last line; empty while nothing is under way.
    public var text: String { state.withLock(\.text) }

    /// Tells everybody.
    public func post(_ line: String) {
        state.withLock { state in
            state.text = line
            for listener in state.listeners.values { listener.yield(line) }
        }
    }

    /// Lines from now on, the last one first; nil when too many listen.
    func listen() -> AsyncStream<String>? {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(8))
        let number: Int? = state.withLock { state in
            guard state.listeners.count < Self.listeners else { return nil }
            state.next += 1
            state.listeners[state.next] = continuation
            continuation.yield(state.text)
            return state.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in state.listeners[number] = nil }
        }
        return stream
    }
}
