import Detect
import Documents
import Model
import Parse

/// The reading of a body: HTML by the page parser, office files by theirs, both judged by the rules.
public struct PageWork: Sendable {
    public let detector: Detector

    public init(_ detector: Detector) { self.detector = detector }

    public func read(_ request: PageRequest) -> PageAnswer {
        var answer = readWhole(request)
        if request.onlyCrawlPart { answer.page = answer.page.crawlPart }
        return answer
    }

    private func readWhole(_ request: PageRequest) -> PageAnswer {
        if request.isDocument {
            var wire = WireReader(request.body)
            // Our own process wrote it; a page read as empty instead would say that nothing stands there.
            guard let page = try? PageWire.take(&wire) else { preconditionFailure("a document that is no page") }
            return PageAnswer(page: page, reading: detector.read(page, status: request.status, isHome: false).masked())
        }
        if DocumentKind(request.body) == .packed {
            let document = OfficeFile.read(request.body, address: request.address)
            return PageAnswer(
                page: document.page,
                reading: detector.read(document.page, status: request.status, isHome: false).masked(),
                office: .init(means: document.means, notes: document.notes, isWhole: document.isWhole))
        }
        let (page, reading) = detector.read(status: request.status, isHome: request.isHome) { parse(request, $0) }
        return PageAnswer(page: page, reading: reading.masked())
    }

    private func parse(_ request: PageRequest, _ hints: [TemplateHint]) -> ParsedPage {
        PageParser.parse(request.body, address: request.address, contentType: request.contentType, hints: hints)
    }
}
