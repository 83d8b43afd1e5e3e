import Detect
import Foundation
import Parse

extension Evaluation {
    /// One JSON line a page: its site, the kind a person gave it, and the names of the evidence that is met on it.
    public static func kindEvidence(_ corpus: Corpus, detector: Detector) throws -> String {
        struct Line: Encodable {
            var id: String
            var site: String
            var kind: String
            var evidence: [String]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var lines: [String] = []
        for page in corpus.pages {
            guard let address = page.address else { throw EvaluationError.badLabel("no address for \(page.id)") }
            let body = try corpus.body(of: page)
            let parsed = PageParser.parse(body, address: address, contentType: "text/html; charset=utf-8")
            let line = Line(
                id: page.id, site: page.site, kind: page.kind.rawValue,
                evidence: detector.kindEvidence(parsed, status: 200, isHome: false))
            lines.append(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
