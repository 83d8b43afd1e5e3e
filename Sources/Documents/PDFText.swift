import Cage
import Dispatch

/// The text of a document that is no HTML page.
public struct DocumentText: Sendable, Hashable {
    public enum Note: String, Sendable, Hashable, CaseIterable {
        /// Opened, but without text: most likely scanned images.
        case noText = "no_text"
        /// Locked by a password.
        case encrypted
        /// Damaged, or not a PDF.
        case failed
        /// Stopped after its time.
        case timedOut = "timed_out"
        /// The text or the pages went past the limit; what is there counts.
        case truncated
        /// The program pdftotext is not installed.
        case noReader = "no_reader"
    }

    /// UTF-8; pages separated by a form feed, as pdftotext writes them.
    public var text: String
    /// Pages that were read.
    public var pages: Int
    /// What is doubtful about the text; nil when nothing is.
    public var note: Note?

    public init(text: String, pages: Int, note: Note? = nil) {
        self.text = text
        self.pages = pages
        self.note = note
    }
}

/// How much of a PDF is read, and how long it may take.
public struct PDFLimits: Sendable, Hashable {
    public var pages = 60
    public var seconds = 20.0
    public var textBytes = 2_000_000
    public var bodyBytes = 40_000_000
    /// Address space of the reader process.
    public var memoryBytes = 300_000_000
    /// Name or path of the program.
    public var program = "pdftotext"

    public init() {}
}

/// Text of PDF files by poppler's pdftotext (man 1 pdftotext), in a process of its own with limits.
public enum PDFText {
    /// The program is there.
    public static var isInstalled: Bool { Files.program(PDFLimits().program) != nil }

    /// Reads the text of a PDF; never throws: what went wrong stands in the note.
    ///
    /// The process runs on a thread of its own, so that the cooperative pool is not held.
    public static func read(_ body: [UInt8], limits: PDFLimits = .init()) async -> DocumentText {
        guard body.prefix(1024).holds("%PDF-"), body.count <= limits.bodyBytes else {
            return DocumentText(text: "", pages: 0, note: body.count > limits.bodyBytes ? .truncated : .failed)
        }
        return await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(returning: run(body, limits, ToolMemory()))
            }
        }
    }

    static func run(_ body: [UInt8], _ limits: PDFLimits, _ memory: ToolMemory) -> DocumentText {
        let arguments = ["-q", "-enc", "UTF-8", "-layout", "-l", String(limits.pages), "-", "-"]
        let tool = BoundedRun(
            limits.program, arguments, seconds: limits.seconds, outputBytes: limits.textBytes,
            memoryBytes: limits.memoryBytes)
        let result = memory.run(tool, on: body)
        switch result.end {
        case .notStarted: return DocumentText(text: "", pages: 0, note: .noReader)
        case .timedOut: return document(result.output, .timedOut)
        case .outputLimit: return document(result.output, .truncated)
        // Exit codes: 1 cannot open, 3 permissions.
        case .exited(0): return document(result.output, nil, limits)
        case .exited(3): return DocumentText(text: "", pages: 0, note: .encrypted)
        case .exited, .killed: return failure(body, result.output)
        }
    }

    private static func document(
        _ output: [UInt8], _ note: DocumentText.Note?, _ limits: PDFLimits? = nil
    ) -> DocumentText {
        let pages = output.count { $0 == 12 }
        var note = note
        if note == nil, !output.contains(where: { $0 > 32 }) { note = .noText }
        if note == nil, let limits, pages >= limits.pages { note = .truncated }
        return DocumentText(text: String(decoding: output, as: UTF8.self), pages: pages, note: note)
    }

    /// A password makes pdftotext fail to open the file (exit code 1), as damage does: the trailer tells which.
    private static func failure(_ body: [UInt8], _ output: [UInt8]) -> DocumentText {
        let isEncrypted = output.isEmpty && body[...].holds("/Encrypt")
        return DocumentText(
            text: String(decoding: output, as: UTF8.self), pages: output.count { $0 == 12 },
            note: isEncrypted ? .encrypted : .failed)
    }
}
