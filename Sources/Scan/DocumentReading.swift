import Detect
import Documents
import Model
import Reader

/// Reads a kept or received body with the reader of its type: pages and office files in reader processes when there are
/// some, else here; PDF and images by the tools for them.
struct DocumentReading: Sendable {
    private let work: PageWork
    private let documents: DocumentReader
    private let readers: ReaderPool?

    init(detector: Detector, documents: DocumentSettings = .init(), readers: ReaderPool? = nil) {
        work = PageWork(detector)
        self.documents = DocumentReader(documents)
        self.readers = readers
    }

    /// A body as the rules see it.
    struct Answer: Sendable {
        var page: ParsedPage
        var reading: PageReading
        /// What was doubtful about reading it; they come first in the record.
        var notes: [String]
        /// Nil for a page; for a document how much of it was read.
        var document: Completeness?
        /// Page and reading as bytes, when a reader gave them and nothing was changed since.
        var wire: [UInt8]?
    }

    enum Completeness: String, Sendable { case whole, partly, unread }

    /// What the rules make of a body.
    func read(_ request: PageRequest) async -> Result<Answer, ReaderTrouble> {
        switch DocumentKind(request.body) {
        case nil, .packed: await page(request).map(answer)
        default: await document(request)
        }
    }

    private func page(_ request: PageRequest) async -> Result<PageAnswer, ReaderTrouble> {
        guard let readers else { return .success(work.read(request)) }
        return await readers.read(request)
    }

    private func answer(_ answer: PageAnswer) -> Answer {
        guard let office = answer.office else {
            return Answer(
                page: answer.page, reading: answer.reading, notes: answer.page.notes.map(\.kind.rawValue),
                wire: answer.wire)
        }
        return self.answer(
            ReadDocument(page: answer.page, means: office.means, notes: office.notes, isWhole: office.isWhole),
            answer.reading)
    }

    private func document(_ request: PageRequest) async -> Result<Answer, ReaderTrouble> {
        guard let document = await documents.read(request.body, address: request.address) else {
            return .success(
                Answer(
                    page: ParsedPage(address: request.address), reading: PageReading(kind: .other, condition: .normal),
                    notes: ["not_html"], document: .unread))
        }
        guard let readers else {
            let reading = work.detector.read(document.page, status: request.status, isHome: false)
            return .success(answer(document, reading.masked()))
        }
        return await readers.read(PageRequest(document: document.page, status: request.status)).map {
            answer(document, $0.reading)
        }
    }

    private func answer(_ document: ReadDocument, _ reading: PageReading) -> Answer {
        Answer(
            page: document.page, reading: FindingMeans(document).mark(reading), notes: document.notes,
            document: completeness(document))
    }

    private func completeness(_ document: ReadDocument) -> Completeness {
        guard document.isWhole else { return document.page.blocks.isEmpty ? .unread : .partly }
        guard let words = document.words, !words.isPicture else { return .whole }
        return words.confidence >= FindingMeans.sureDocument ? .whole : .partly
    }
}
