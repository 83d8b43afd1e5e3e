import Dispatch
import Synchronization

/// A few connections that many tasks share, each with a queue of its own.
///
/// Whoever asks waits for a free one: a slow server slows its askers down, and nothing piles up in memory.
public final class PGPool: Sendable {
    private let url: String
    private let state: Mutex<State>

    private struct State {
        var idle: [Seat]
        var waiting: [CheckedContinuation<Seat, Never>] = []
    }

    /// - Parameters:
    ///   - url: connection URI; connections are made when they are first needed, and again when they break.
    ///   - size: connections at most.
    public init(_ url: String, size: Int = 4) {
        self.url = url
        state = Mutex(State(idle: (0..<max(1, size)).map { Seat(number: $0) }))
    }

    /// Runs work on a connection within one transaction; when another transaction was in the way, once more, up to five times.
    ///
    /// The work must touch nothing outside the connection, for it may run again. An error that is not the server's ends the
    /// transaction without effect.
    public func transaction<Value: Sendable>(
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws -> Value {
        var tries = 0
        while true {
            do {
                return try await onSeat(opening: "BEGIN") { try Self.complete($0, work) }
            } catch let error as PGError where error.kind == .conflict && tries < 5 {
                tries += 1
            }
        }
    }

    /// Runs work on a connection outside a transaction.
    public func outside<Value: Sendable>(
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws -> Value { try await onSeat(opening: "SELECT 1", work) }

    private func onSeat<Value: Sendable>(
        opening: String, _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws -> Value {
        let seat = await takeSeat()
        defer { giveBack(seat) }
        let url = url
        return try await withCheckedThrowingContinuation { done in
            seat.queue.async { done.resume(with: Result { try work(try seat.opened(url, opening)) }) }
        }
    }

    private static func complete<Value>(
        _ connection: PGConnection, _ work: (PGConnection) throws -> Value
    ) throws -> Value {
        do {
            let value = try work(connection)
            try connection.script("COMMIT")
            return value
        } catch {
            if !connection.isBroken { try? connection.script("ROLLBACK") }
            throw error
        }
    }

    private func takeSeat() async -> Seat {
        await withCheckedContinuation { reply in
            let seat = state.withLock { state -> Seat? in
                if let seat = state.idle.popLast() { return seat }
                state.waiting.append(reply)
                return nil
            }
            if let seat { reply.resume(returning: seat) }
        }
    }

    private func giveBack(_ seat: Seat) {
        let next = state.withLock { state -> CheckedContinuation<Seat, Never>? in
            if state.waiting.isEmpty {
                state.idle.append(seat)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: seat)
    }

    /// A place for one connection; only its own queue touches it.
    private final class Seat: @unchecked Sendable {
        let queue: DispatchQueue
        private var connection: PGConnection?

        init(number: Int) { queue = DispatchQueue(label: "ronda.postgres.\(number)") }

        /// The connection after its first statement; one that broke while nobody used it is made anew.
        func opened(_ url: String, _ statement: String) throws -> PGConnection {
            if let connection, !connection.isBroken {
                do {
                    try connection.script(statement)
                    return connection
                } catch let error where error.kind != .connection {
                    throw error
                } catch {
                    self.connection = nil
                }
            }
            let made = try PGConnection(url)
            connection = made
            try made.script(statement)
            return made
        }
    }
}
