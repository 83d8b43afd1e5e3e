import Foundation
import Testing

@testable import Documents

@Suite struct PDFTextTests {
    /// A PDF of one page; readers mend the missing cross-reference table.
    private static func pdf(_ content: String, trailer: String = "") -> [UInt8] {
        Array(
            """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
            4 0 obj <</Length \(content.utf8.count)>> stream
            \(content)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R\(trailer)>>
            %%EOF
            """.utf8)
    }

    private static let hasReader = FileManager.default.fileExists(atPath: "/usr/bin/pdftotext")

    @Test(.enabled(if: hasReader, "pdftotext is not installed"))
    func `text and pages of a PDF`() async {
        let result = await PDFText.read(Self.pdf("BT /F 12 Tf 20 100 Td (Persyaratan: fotokopi KTP) Tj ET"))
        #expect(result.text.contains("Persyaratan: fotokopi KTP"))
        #expect(result.pages == 1)
        #expect(result.note == nil)
    }

    @Test(
        .enabled(if: hasReader, "pdftotext is not installed"),
        arguments: [
            (pdf(""), DocumentText.Note.noText), (Array("<html>".utf8), .failed),
            (Array("%PDF-1.4 rusak".utf8), .failed), ([], .failed),
        ])
    func `what cannot be read says why`(body: [UInt8], note: DocumentText.Note) async {
        let result = await PDFText.read(body)
        #expect(result.note == note)
    }

    @Test func `limits are kept`() async {
        var limits = PDFLimits()
        limits.bodyBytes = 100
        #expect(await PDFText.read(Self.pdf("BT ET"), limits: limits).note == .truncated)
        limits = PDFLimits()
        limits.program = "ronda-no-such-program"
        #expect(await PDFText.read(Self.pdf("BT ET"), limits: limits).note == .noReader)
    }
}
