import Model
import Testing

@testable import Documents

@Suite struct DocumentPageTests {
    @Test func makesABlockALine() throws {
        let address = try #require(WebAddress("https://dinkes.example.go.id/sp.pdf"))
        let page = DocumentPage.make(
            "STANDAR  PELAYANAN\n\nPersyaratan\n1. Fotokopi   KTP\n a) Pas foto\n\u{c}- Meterai\r\n2026 tahun\nRp. 5.000\n",
            address: address)
        #expect(
            page.blocks.map { page.text(of: $0) } == [
                "STANDAR PELAYANAN", "Persyaratan", "1. Fotokopi KTP", "a) Pas foto", "- Meterai", "2026 tahun",
                "Rp. 5.000",
            ])
        #expect(
            page.blocks.map(\.kind) == [
                .paragraph, .paragraph, .listItem, .listItem, .listItem, .paragraph, .paragraph,
            ])
    }

    @Test func anEmptyTextIsAnEmptyPage() throws {
        let page = DocumentPage.make(" \n\n", address: try #require(WebAddress("https://x.go.id/a.pdf")))
        #expect(page.blocks.isEmpty)
        #expect(page.text.isEmpty)
    }
}
