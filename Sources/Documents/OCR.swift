import Cage
import Dispatch

/// How much of an image is read, and how long it may take.
public struct OCRLimits: Sendable, Hashable {
    /// Wall time for one image.
    public var seconds = 40.0
    /// Wall time for all pages of one document.
    public var documentSeconds = 120.0
    /// Scanned pages of one PDF.
    public var pages = 10
    public var bodyBytes = 25_000_000
    /// Width times height, by the header; a phone's photograph has 12 million.
    public var pixels = 14_000_000
    /// Smaller ones are icons and logos.
    public var smallestSide = 120
    /// Address space: tesseract takes 20 bytes a pixel.
    public var memoryBytes = 420_000_000
    public var textBytes = 4_000_000
    /// Mean confidence under which a word list says nothing.
    public var language = "ind"
    public var program = "tesseract"
    public var rasteriser = "pdftoppm"

    public init() {}
}

/// Text recognised in an image by tesseract (man 1 tesseract): TSV output, one thread, in a cage.
public enum OCR {
    public enum Note: String, Sendable, Hashable {
        /// tesseract or its Indonesian data are not installed.
        case noReader = "no_reader"
        case timedOut = "timed_out"
        case failed
        case noText = "no_text"
        case tooLarge = "too_large"
        case tooSmall = "too_small"
        case off
    }

    public struct Answer: Sendable {
        public var words: RecognisedWords
        public var note: Note?
    }

    /// Reads one image whose header was looked at; blocks its thread.
    static func run(
        _ image: [UInt8], _ limits: OCRLimits, _ memory: ToolMemory, seconds: Double? = nil
    ) -> Answer {
        guard isInstalled(limits) else { return Answer(words: .init(), note: .noReader) }
        var tool = BoundedRun(
            limits.program, ["stdin", "stdout", "-l", limits.language, "--dpi", "150", "tsv"],
            seconds: min(seconds ?? limits.seconds, limits.seconds), outputBytes: limits.textBytes,
            memoryBytes: limits.memoryBytes)
        tool.environment = ["OMP_THREAD_LIMIT=1"]
        let result = memory.run(tool, on: image)
        let words = RecognisedWords(tsv: result.output)
        switch result.end {
        case .notStarted: return Answer(words: words, note: .noReader)
        case .timedOut: return Answer(words: words, note: .timedOut)
        case .exited(0), .outputLimit: return Answer(words: words, note: words.isEmpty ? .noText : nil)
        case .exited, .killed: return Answer(words: words, note: .failed)
        }
    }

    /// Why an image is not even given to tesseract; nil when it may be.
    static func refusal(of body: [UInt8], kind: DocumentKind, _ limits: OCRLimits) -> Note? {
        guard body.count <= limits.bodyBytes else { return .tooLarge }
        guard let header = ImageHeader(body, kind: kind) else { return .failed }
        if header.pixels > limits.pixels || max(header.width, header.height) > 30_000 { return .tooLarge }
        return min(header.width, header.height) < limits.smallestSide ? .tooSmall : nil
    }

    /// The program and its language data are there; asked once per program and language.
    public static func isInstalled(_ limits: OCRLimits = .init()) -> Bool {
        guard Files.program(limits.program) != nil else { return false }
        return languages.value(for: limits.program + "\n" + limits.language) {
            let list = BoundedRun(
                limits.program, ["--list-langs"], seconds: 10, outputBytes: 100_000,
                memoryBytes: limits.memoryBytes
            ).run([])
            // What does not know the question is asked to read all the same.
            guard list.end == .exited(0) else { return list.end != .notStarted }
            return list.output.split(separator: 10).contains { $0.elementsEqual(limits.language.utf8) }
        }
    }

    private static let languages = Once<Bool>()
}

/// A program's facts, found out once.
final class Once<Value: Sendable>: @unchecked Sendable {
    private let queue = DispatchQueue(label: "ronda.documents.once")
    private var values: [String: Value] = [:]

    func value(for key: String, make: () -> Value) -> Value {
        queue.sync {
            if let known = values[key] { return known }
            let value = make()
            values[key] = value
            return value
        }
    }
}
