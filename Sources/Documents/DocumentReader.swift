import Dispatch
import Model

/// One door for all documents: by the first bytes of the body, never by what its name or server claims.
public struct DocumentReader: Sendable {
    public let settings: DocumentSettings
    private let slots: WorkSlots
    private let memory = ToolMemory()

    /// - Parameter atOnce: readers that run at the same time; the others wait.
    public init(_ settings: DocumentSettings = .init(), atOnce: Int = 2) {
        self.settings = settings
        slots = WorkSlots(atOnce)
    }

    /// Reads a document; nil when the body is of no kind that is read here (a page, most likely). Never throws.
    ///
    /// The work is done on a thread of its own, so that the cooperative pool is not held.
    public func read(_ body: [UInt8], address: WebAddress) async -> ReadDocument? {
        guard let kind = DocumentKind(body) else { return nil }
        await slots.take()
        let answer = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(returning: run(body, kind, address))
            }
        }
        await slots.give()
        return answer
    }

    func run(_ body: [UInt8], _ kind: DocumentKind, _ address: WebAddress) -> ReadDocument {
        switch kind {
        case .pdf: return pdf(body, address)
        case .png, .jpeg, .gif, .webp, .bmp, .tiff: return image(body, kind, address)
        case .packed, .docx, .odt, .pptx, .xlsx, .archive:
            return OfficeFile.read(body, address: address, partBytes: settings.partBytes)
        case .oldOffice:
            return ReadDocument(page: empty(address), means: .word, notes: [kind.rawValue], isWhole: false)
        }
    }

    private func pdf(_ body: [UInt8], _ address: WebAddress) -> ReadDocument {
        var text = DocumentText(text: "", pages: 0, note: .truncated)
        if body.count <= settings.pdf.bodyBytes { text = PDFText.run(body, settings.pdf, memory) }
        guard text.note == .noText || isThin(text) else {
            let page = DocumentPage.make(text.text, address: address, title: fileName(address))
            return ReadDocument(
                page: page, means: .pdf, notes: ["pdf"] + (text.note.map { ["pdf_" + $0.rawValue] } ?? []),
                isWhole: text.note == nil)
        }
        guard settings.ocr else {
            return ReadDocument(
                page: DocumentPage.make(text.text, address: address, title: fileName(address)), means: .pdf,
                notes: ["pdf", "pdf_no_text", "ocr_off"], isWhole: false)
        }
        let answer = ScannedPDF.run(body, pages: max(text.pages, 1), settings.images, memory)
        var document = recognised(answer, address, notes: ["pdf", "pdf_no_text"])
        if text.pages > settings.images.pages {
            document.notes.append("pdf_truncated")
            document.isWhole = false
        }
        return document
    }

    /// Less than 25 letters a page: page numbers and stamps over scanned images.
    private func isThin(_ text: DocumentText) -> Bool {
        text.note == nil && text.text.utf8.count { $0 > 32 } < 25 * max(text.pages, 1)
    }

    private func image(_ body: [UInt8], _ kind: DocumentKind, _ address: WebAddress) -> ReadDocument {
        let notes = ["image"]
        guard settings.ocr else {
            return ReadDocument(page: empty(address), means: .ocr, notes: notes + ["ocr_off"], isWhole: false)
        }
        if let refusal = OCR.refusal(of: body, kind: kind, settings.images) {
            return recognised(OCR.Answer(words: .init(), note: refusal), address, notes: notes)
        }
        return recognised(OCR.run(body, settings.images, memory), address, notes: notes)
    }

    private func recognised(_ answer: OCR.Answer, _ address: WebAddress, notes: [String]) -> ReadDocument {
        let page = DocumentPage.make(answer.words.text, address: address, title: fileName(address))
        return ReadDocument(
            page: page, means: .ocr, words: answer.words,
            notes: notes + ["ocr"] + (answer.note.map { ["ocr_" + $0.rawValue] } ?? []),
            isWhole: answer.note == nil || holdsNothing(answer))
    }

    /// A picture without words, or one too small for them: read, and empty.
    private func holdsNothing(_ answer: OCR.Answer) -> Bool { answer.note == .noText || answer.note == .tooSmall }

    private func empty(_ address: WebAddress) -> ParsedPage {
        var page = ParsedPage(address: address)
        page.title = fileName(address)
        return page
    }

    private func fileName(_ address: WebAddress) -> String { String(address.path.split(separator: "/").last ?? "") }
}

/// How many may work at the same time; the others wait their turn.
actor WorkSlots {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = max(1, count) }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
