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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "--kill-after=5", String(seconds), engine, "--quiet", page, temporary]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw .noPaperEngine(path: path) }
        return PaperJob(process: process, path: path, temporary: temporary, seconds: seconds)
    }
}

/// A PDF on its way.
struct PaperJob {
    fileprivate let process: Process
    fileprivate let path: String
    fileprivate let temporary: String
    fileprivate let seconds: Int

    /// Waits for the engine and puts the PDF in its place.
    func finish() throws(ReportError) {
        defer { Folder.remove(temporary) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw .paper(
                path: path,
                cause: process.terminationStatus == 124 ? "\(seconds) s" : "exit \(process.terminationStatus)")
        }
        try Folder.move(temporary, to: path)
    }
}
