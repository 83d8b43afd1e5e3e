import Documents
import Model

/// What findings of a document are worth, and how they were read.
///
/// A document can show an item; that it lacks one, or has only its heading, says nothing about the site. Words that OCR
/// was not sure of publish nothing: they are a hint, and the item stays unknown.
struct FindingMeans {
    let document: ReadDocument

    /// Mean confidence of the quoted lines under which nothing is called published.
    static let sureWords = 0.70
    /// Mean confidence of a recognised text under which its silence says nothing.
    static let sureDocument = 0.75

    init(_ document: ReadDocument) { self.document = document }

    func mark(_ reading: PageReading) -> PageReading {
        var reading = reading
        reading.findings = reading.findings.filter { $0.state == .present }.map(mark)
        return reading
    }

    private func mark(_ finding: Finding) -> Finding {
        var finding = finding
        finding.means = document.means
        finding.place = finding.place.isEmpty ? carrier : carrier + ", " + finding.place
        guard let words = document.words else { return finding }
        let confidence = words.confidence(of: finding.quotation)
        finding.confidence = (confidence * 100).rounded() / 100
        if confidence < Self.sureWords { finding.state = .unknown }
        return finding
    }

    /// In words of the report.
    private var carrier: String {
        let isPDF = document.notes.first == "pdf"
        return switch document.means {
        case .pdf: "dokumen PDF"
        case .ocr: (isPDF ? "pindaian PDF" : "gambar") + ", terbaca OCR"
        case .word: "dokumen Word"
        case .sheet: "lembar kerja"
        case .slides: "salindia"
        case .rendered: "halaman berskrip"
        }
    }
}
