import Documents
import Model
import Testing

@testable import Scan

@Suite struct FindingMeansTests {
    private static let quotation = "Biaya: tidak dipungut"

    private func reading(_ state: ItemState = .present) -> PageReading {
        PageReading(
            kind: .other, condition: .normal,
            findings: [
                Finding(
                    item: .biaya, state: state, strength: 0.8, place: "baris 1", quotation: Self.quotation, rule: "r")
            ])
    }

    private func document(_ means: ReadMeans, confidence: Double? = nil, notes: [String] = ["image"]) -> ReadDocument {
        let words = confidence.map { sure in
            RecognisedWords(lines: [
                [
                    .init(text: "Biaya:", confidence: sure), .init(text: "tidak", confidence: sure),
                    .init(text: "dipungut", confidence: sure),
                ],
                [.init(text: "lain", confidence: 0.99)],
            ])
        }
        return ReadDocument(
            page: ParsedPage(address: WebAddress("https://x.go.id/a")!), means: means, words: words, notes: notes)
    }

    @Test func `words that were surely recognised publish, and say how they were read`() throws {
        let finding = try #require(FindingMeans(document(.ocr, confidence: 0.91)).mark(reading()).findings.first)
        #expect(finding.state == .present && finding.means == .ocr && finding.confidence == 0.91)
        #expect(finding.place == "gambar, terbaca OCR, baris 1")
    }

    @Test(arguments: [0.0, 0.3, 0.69])
    func `low confidence never publishes`(confidence: Double) throws {
        let finding = try #require(FindingMeans(document(.ocr, confidence: confidence)).mark(reading()).findings.first)
        #expect(finding.state == .unknown)
    }

    @Test(arguments: [
        (ReadMeans.pdf, ["pdf"], "dokumen PDF, baris 1"), (.word, ["docx"], "dokumen Word, baris 1"),
        (.ocr, ["pdf", "pdf_no_text"], "pindaian PDF, terbaca OCR, baris 1"),
    ])
    func `the carrier is named`(means: ReadMeans, notes: [String], place: String) throws {
        let finding = try #require(FindingMeans(document(means, notes: notes)).mark(reading()).findings.first)
        #expect(finding.place == place && finding.means == means && finding.state == .present)
    }

    @Test(arguments: [ItemState.empty, .linked, .absent])
    func `what a document lacks says nothing of the site`(state: ItemState) {
        #expect(FindingMeans(document(.pdf)).mark(reading(state)).findings.isEmpty)
    }
}
