import Detect
import Model
import Parse

/// Reads a kept or received body with the reader of its type: HTML by the page parser, PDF by its text.
struct DocumentReading: Sendable {
    let detector: Detector

    static func isPDF(_ body: [UInt8]) -> Bool { body.starts(with: Array("%PDF-".utf8)) }

    /// What the rules make of a body; the notes of reading come first.
    func read(
        _ body: [UInt8], address: WebAddress, contentType: String?, status: Int, isHome: Bool
    ) async -> (page: ParsedPage, reading: PageReading, notes: [String]) {
        guard Self.isPDF(body) else {
            let (page, reading) = detector.read(status: status, isHome: isHome) {
                PageParser.parse(body, address: address, contentType: contentType, hints: $0)
            }
            return (page, reading, page.notes.map(\.kind.rawValue))
        }
        let document = await PDFText.read(body)
        let page = DocumentPage.make(document.text, address: address, title: fileName(of: address))
        return (page, ofDocument(detector.read(page, status: status, isHome: false)), ["pdf"] + note(document))
    }

    /// A document can show an item; that it lacks one, or has only its heading, says nothing about the site.
    private func ofDocument(_ reading: PageReading) -> PageReading {
        var reading = reading
        reading.electronic = nil
        reading.accessibility = nil
        reading.template = nil
        reading.findings = reading.findings.filter { $0.state == .present }.map { finding in
            var finding = finding
            finding.place = finding.place.isEmpty ? "dokumen PDF" : "dokumen PDF, " + finding.place
            return finding
        }
        return reading
    }

    private func note(_ document: DocumentText) -> [String] { document.note.map { ["pdf_" + $0.rawValue] } ?? [] }

    private func fileName(of address: WebAddress) -> String {
        String(address.path.split(separator: "/").last ?? "")
    }
}
