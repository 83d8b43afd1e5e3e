import Cage
import Foundation

/// Turns a page of ours into PDF by the installed WeasyPrint (https://weasyprint.org): CSS paged media, embedded fonts.
///
/// The page asks for nothing outside itself, so nothing is fetched. Time is bounded by coreutils' `timeout`.
struct PaperEngine: Sendable {
    static let program = "weasyprint"

    /// Longest time for one document, in seconds.
    var seconds = 120

    /// Whether the engine is installed.
    static var isInstalled: Bool { path(of: program) != nil }

    private static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Writes the PDF of an HTML file of ours; the PDF stands there whole or not at all.
    func print(_ page: String, to path: String) throws(ReportError) { try start(page, to: path).finish() }

    /// Begins a PDF in a process of its own, so that other files can be written meanwhile; `finish` waits for it.
    func start(_ page: String, to path: String) throws(ReportError) -> PaperJob {
        guard let engine = Self.path(of: Self.program) else { throw .noPaperEngine(path: path) }
        let temporary = Folder.temporaryName(for: path)
        let words = ["timeout", "--kill-after=5", String(seconds), engine, "--quiet", page, temporary]
        guard let child = PlainRun(words, hearing: .nothing).start() else { throw .noPaperEngine(path: path) }
        child.channel.finishWriting()
        return PaperJob(child: child, path: path, temporary: temporary, seconds: seconds)
    }
}

/// A PDF on its way.
struct PaperJob {
    fileprivate let child: Child
    fileprivate let path: String
    fileprivate let temporary: String
    fileprivate let seconds: Int

    /// Waits for the engine and puts the PDF in its place.
    func finish() throws(ReportError) {
        defer { Folder.remove(temporary) }
        let end = child.wait(seconds: Double(seconds) + 20)
        child.channel.close()
        switch end {
        case .exited(0): try Folder.move(temporary, to: path)
        case .exited(124), .timedOut: throw .paper(path: path, cause: "\(seconds) s")
        case .exited(let code): throw .paper(path: path, cause: "exit \(code)")
        case .killed(let signal): throw .paper(path: path, cause: "signal \(signal)")
        }
    }
}
