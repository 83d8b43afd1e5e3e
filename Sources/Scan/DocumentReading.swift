import Detect
import Documents
import Model
import Parse

/// Reads a kept or received body with the reader of its type: HTML by the page parser, documents and images by theirs.
struct DocumentReading: Sendable {
    let detector: Detector
    let documents: DocumentReader

    init(detector: Detector, documents: DocumentReader = DocumentReader()) {
        self.detector = detector
        self.documents = documents
    }

    /// A body as the rules see it.
    struct Answer: Sendable {
        var page: ParsedPage
        var reading: PageReading
        /// What was doubtful about reading it; they come first in the record.
        var notes: [String]
        /// Nil for a page; for a document whether nothing of it was left out.
        var document: Completeness?
    }

    enum Completeness: Sendable { case whole, partly, unread }

    /// What the rules make of a body.
    func read(
        _ body: [UInt8], address: WebAddress, contentType: String?, status: Int, isHome: Bool
    ) async -> Answer {
        guard let document = await documents.read(body, address: address) else {
            let (page, reading) = detector.read(status: status, isHome: isHome) {
                PageParser.parse(body, address: address, contentType: contentType, hints: $0)
            }
            return Answer(page: page, reading: reading, notes: page.notes.map(\.kind.rawValue))
        }
        let reading = FindingMeans(document).mark(detector.read(document.page, status: status, isHome: false))
        return Answer(
            page: document.page, reading: reading, notes: document.notes, document: completeness(document))
    }

    private func completeness(_ document: ReadDocument) -> Completeness {
        guard document.isWhole else { return document.page.blocks.isEmpty ? .unread : .partly }
        guard let words = document.words, !words.isPicture else { return .whole }
        return words.confidence >= FindingMeans.sureDocument ? .whole : .partly
    }
}
