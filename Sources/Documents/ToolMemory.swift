import Cage
import Digest
import Synchronization

/// What tools said of the documents given to them last.
///
/// The same decree, form or notice hangs on many sites of a region, and a tool is the dearest thing a document can ask for:
/// 12 ms of CPU for pdftotext and its cage, seconds for OCR. The same program with the same words on the same bytes says
/// the same, so it is not asked again. Only what it ended by itself counts: a run cut off by its time or its memory, or one
/// that never began, may do better next time.
final class ToolMemory: Sendable {
    private struct State {
        var known: [String: BoundedRun.Result] = [:]
        /// Keys, the oldest first.
        var order: [String] = []
        var bytes = 0
    }

    private let state = Mutex(State())
    /// Bytes of all answers kept, and of one: drawn pages are larger, and are drawn again.
    private static let most = 4_000_000
    private static let largest = 300_000
    /// Exit codes of pdftotext, pdftoppm and tesseract that speak of the document (their man pages): done, cannot be
    /// opened, not allowed.
    private static let telling: Set<Int32> = [0, 1, 3]

    /// The answer of a tool, from memory when it gave one to these bytes before.
    func run(_ tool: BoundedRun, on body: [UInt8]) -> BoundedRun.Result {
        let words = [SHA256.hex(body), tool.program] + tool.arguments + tool.environment
        let key = words.joined(separator: "\0")
        if let known = state.withLock({ $0.known[key] }) { return known }
        let result = tool.run(body)
        if case .exited(let code) = result.end, Self.telling.contains(code), result.output.count <= Self.largest {
            keep(result, key)
        }
        return result
    }

    private func keep(_ result: BoundedRun.Result, _ key: String) {
        state.withLock { state in
            guard state.known.updateValue(result, forKey: key) == nil else { return }
            state.order.append(key)
            state.bytes += result.output.count + key.utf8.count
            while state.bytes > Self.most, let oldest = state.order.first {
                state.order.removeFirst()
                let gone = state.known.removeValue(forKey: oldest)
                state.bytes -= (gone?.output.count ?? 0) + oldest.utf8.count
            }
        }
    }
}
