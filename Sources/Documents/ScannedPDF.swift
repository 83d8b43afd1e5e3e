import Cage

/// Pages of a PDF that are images: each is drawn by poppler's pdftoppm (man 1 pdftoppm) and read by OCR.
enum ScannedPDF {
    /// Longest side of a drawn page in pixels, whatever size the page claims: A4 comes out at about 190 dpi.
    private static let side = 2200

    /// Reads pages from the first on, until the pages end or the time is spent; blocks its thread.
    static func run(_ body: [UInt8], pages: Int, _ limits: OCRLimits, _ memory: ToolMemory) -> OCR.Answer {
        guard OCR.isInstalled(limits) else { return OCR.Answer(words: .init(), note: .noReader) }
        let deadline = Child.now() + limits.documentSeconds
        var all = RecognisedWords()
        for page in 1...max(1, min(pages, limits.pages)) {
            let left = deadline - Child.now()
            guard left > 1 else { return OCR.Answer(words: all, note: .timedOut) }
            let drawn = draw(body, page: page, limits, seconds: left)
            guard drawn.end == .exited(0), !drawn.output.isEmpty else {
                return OCR.Answer(words: all, note: note(drawn.end))
            }
            let answer = OCR.run(drawn.output, limits, memory, seconds: deadline - Child.now())
            all.append(answer.words)
            if let note = answer.note, note != .noText { return OCR.Answer(words: all, note: note) }
        }
        return OCR.Answer(words: all, note: all.isEmpty ? .noText : nil)
    }

    private static func draw(_ body: [UInt8], page: Int, _ limits: OCRLimits, seconds: Double) -> BoundedRun.Result {
        BoundedRun(
            limits.rasteriser,
            ["-q", "-f", String(page), "-l", String(page), "-scale-to", String(side), "-gray", "-png", "-"],
            seconds: min(seconds, 20), outputBytes: 30_000_000, memoryBytes: limits.memoryBytes
        ).run(body)
    }

    private static func note(_ end: BoundedRun.End) -> OCR.Note {
        switch end {
        case .notStarted: .noReader
        case .timedOut: .timedOut
        case .exited, .killed, .outputLimit: .failed
        }
    }
}
