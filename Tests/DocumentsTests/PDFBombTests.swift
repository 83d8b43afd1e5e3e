import Cage
import Foundation
import Model
import Testing

@testable import Documents

@Suite struct PDFBombTests {
    private static let hasReader = Files.program("pdftotext") != nil

    /// Ten thousand small pages that all show the same text.
    private static func manyPages(_ count: Int) -> [UInt8] {
        let kids = (0..<count).map { "\($0 + 10) 0 R" }.joined(separator: " ")
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        let text = "BT /F 12 Tf 20 100 Td (Persyaratan layanan: fotokopi KTP dan KK) Tj ET"
        let head = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[\(kids)]/Count \(count)>> endobj
            4 0 obj <</Length \(text.utf8.count)>> stream
            \(text)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj

            """
        let pages = (0..<count).map { "\($0 + 10) 0 obj \(page) endobj\n" }.joined()
        return Array((head + pages + "trailer <</Root 1 0 R>>\n%%EOF").utf8)
    }

    @Test(.enabled(if: hasReader)) func `of ten thousand pages the first are read`() async throws {
        let address = WebAddress("https://x.go.id/a.pdf")!
        let document = try #require(await DocumentReader().read(Self.manyPages(10_000), address: address))
        #expect(document.notes == ["pdf", "pdf_truncated"] && !document.isWhole)
        #expect(document.page.blocks.count <= PDFLimits().pages)
        #expect(document.page.plainText.contains("fotokopi KTP"))
    }
}
