import Foundation
import Model

/// The clock of a run: the machine's, or one that starts at a moment given for rehearsals and tests (`--now`).
///
/// A rehearsal clock runs on in real time and jumps over pauses, so that "half an hour later" costs nothing.
public final class RunClock: Sendable {
    private let base: Timestamp?
    private let started = ContinuousClock.now
    private let skipped = Locked(0.0)

    private init(base: Timestamp?) { self.base = base }

    /// The machine's own time.
    public static func system() -> RunClock { RunClock(base: nil) }

    /// Time that starts at a moment of choice now.
    public static func rehearsal(from start: Timestamp) -> RunClock { RunClock(base: start) }

    public func now() -> Timestamp {
        guard let base else { return Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
        let elapsed = started.duration(to: .now)
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return base.adding(seconds: seconds + skipped.value)
    }

    /// Waits; a rehearsal clock moves on at once.
    public func pause(seconds: Double) async throws(CancellationError) {
        if base != nil { skipped.update { $0 += seconds } }
        // A rehearsal waits a moment too, so that a loop that waits for the world does not spin.
        let wait = base == nil ? seconds : min(seconds, 0.05)
        do { try await Task.sleep(for: .seconds(wait)) } catch { throw CancellationError() }
    }
}
