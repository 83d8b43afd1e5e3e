import ArgumentParser
import Rules
import Scan
import Store

/// An end that is not success: one sentence that says what to do, and the documented exit code.
struct Exit: Error, CustomStringConvertible {
    enum Code: Int32 {
        /// Findings, gaps or problems were found.
        case findings = 1
        /// Input that cannot be used.
        case usage = 2
        case store = 3
        case ownNetwork = 4
        case interrupted = 130
    }

    var code: Code
    var description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// Runs a command's work and ends the process with the right code and sentence when it throws.
    static func guarding(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let exit as Exit {
            if !exit.description.isEmpty { Terminal.error("ronda: \(exit.description)") }
            throw ExitCode(exit.code.rawValue)
        } catch let error as StoreError {
            Terminal.error("ronda: \(error.description)")
            throw ExitCode(Code.store.rawValue)
        } catch let error as ScanError {
            Terminal.error("ronda: \(error.description)")
            throw ExitCode((error.kind == .ownNetworkDown ? Code.ownNetwork : .usage).rawValue)
        } catch is CancellationError {
            throw ExitCode(Code.interrupted.rawValue)
        } catch let error as ExitCode {
            throw error
        } catch {
            Terminal.error("ronda: \(error)")
            throw ExitCode(Code.usage.rawValue)
        }
    }
}
