import Model
import Testing

@testable import Documents

@Suite struct OfficeFileTests {
    private let address = WebAddress("https://dinkes.contoh.go.id/berkas/standar.docx")!

    private func read(_ body: [UInt8]) async -> ReadDocument? {
        await DocumentReader().read(body, address: address)
    }

    private func lines(_ document: ReadDocument?) -> [String] {
        guard let page = document?.page else { return [] }
        return page.blocks.map { block in
            let place = block.table >= 0 ? "[\(block.table):\(block.row):\(block.column)]" : ""
            return "\(block.kind)\(block.level > 0 ? "\(block.level)" : "")\(place) \(page.text(of: block))"
        }
    }

    @Test func `headings, lists and tables of a Word file become blocks`() async throws {
        let document = try #require(
            await read(
                MadeFiles.docx(
                    """
                    <w:p><w:pPr><w:pStyle w:val="Judul1"/></w:pPr><w:r><w:t>Standar Pelayanan</w:t></w:r></w:p>
                    <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Persyaratan</w:t></w:r></w:p>
                    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Fotokopi </w:t></w:r>\
                    <w:del><w:r><w:delText>SIM</w:delText><w:t>SIM</w:t></w:r></w:del><w:r><w:t>KTP</w:t></w:r></w:p>
                    <w:p><w:r><w:t>1. Kartu keluarga</w:t></w:r></w:p>
                    <w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Waktu</w:t></w:r></w:p></w:tc>\
                    <w:tc><w:p><w:r><w:t>3 hari</w:t></w:r></w:p></w:tc></w:tr>\
                    <w:tr><w:tc><w:p><w:r><w:t>Biaya</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                    <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Kotak</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r>\
                    <w:t>Kotak</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
                    """,
                    styles: "<w:style w:styleId=\"Judul1\"><w:name w:val=\"heading 2\"/></w:style>")))
        #expect(
            lines(document) == [
                "heading2 Standar Pelayanan", "paragraph Persyaratan", "listItem1 Fotokopi KTP",
                "listItem 1. Kartu keluarga", "tableCell[0:0:0] Waktu", "tableCell[0:0:2] 3 hari",
                "tableCell[0:1:0] Biaya", "paragraph Kotak",
            ])
        #expect(document.page.blocks[1].marks.contains(.bold))
        #expect(document.page.blocks[4].heading == 0, "the table stands under the heading")
        #expect(document.means == .word && document.isWhole && document.notes == ["docx"])
    }

    @Test func `an OpenDocument text`() async {
        let content = """
            <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
            <text:h text:outline-level="2">Maklumat <text:span>Pelayanan</text:span></text:h>
            <text:list><text:list-item><text:p>Kami<text:s/>sanggup</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>Biaya</text:p></table:table-cell><table:table-cell>\
            <text:p>Gratis</text:p></table:table-cell></table:table-row></table:table>
            </office:text></office:body></office:document-content>
            """
        let document = await read(
            MadeFiles.archive([
                ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
                ("content.xml", Array(content.utf8)),
            ]))
        #expect(
            lines(document) == [
                "heading2 Maklumat Pelayanan", "listItem1 Kami sanggup", "tableCell[0:0:0] Biaya",
                "tableCell[0:0:1] Gratis",
            ])
    }

    @Test func `slides`() async {
        func slide(_ title: String, _ text: String) -> [UInt8] {
            Array(
                """
                <p:sld xmlns:p="p" xmlns:a="a"><p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:r><a:t>\(title)</a:t></a:r>\
                </a:p></p:sp><p:sp><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></p:sp></p:sld>
                """.utf8)
        }
        let document = await read(
            MadeFiles.archive([
                ("ppt/presentation.xml", Array("<p/>".utf8)),
                ("ppt/slides/slide10.xml", slide("Akhir", "Terima kasih")),
                ("ppt/slides/slide2.xml", slide("Alur", "1. Datang")),
            ]))
        #expect(
            lines(document) == ["heading2 Alur", "listItem 1. Datang", "heading2 Akhir", "paragraph Terima kasih"])
    }

    @Test func `entities of a document are never expanded`() async throws {
        var bomb = "<!DOCTYPE lolz [<!ENTITY a0 \"ha ha ha ha ha ha ha ha\">"
        for level in 1...20 {
            bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        let document = try #require(
            await read(
                MadeFiles.docx(
                    "<w:p><w:r><w:t>&a20;</w:t></w:r></w:p>", head: bomb + "]>")))
        #expect(document.page.text.isEmpty)
        #expect(document.notes == ["docx", "docx_damaged"] && !document.isWhole)
        let outside = try #require(
            await read(
                MadeFiles.docx(
                    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
                    head: "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")))
        #expect(outside.page.text.isEmpty)
    }

    @Test func `a part that unpacks past its limit is refused`() async throws {
        var settings = DocumentSettings()
        settings.partBytes = 5_000_000
        let body = MadeFiles.archive([
            ("word/document.xml", Array("<w:document><w:p><w:r><w:t>".utf8) + [UInt8](repeating: 97, count: 6_000_000))
        ])
        #expect(body.count < 100_000, "it is a bomb: \(body.count) bytes")
        let document = try #require(await DocumentReader(settings).read(body, address: address))
        #expect(document.notes == ["docx", "docx_too_large"] && !document.isWhole)
    }

    @Test func `a document longer than the text limit is cut, and says so`() async throws {
        let paragraph = "<w:p><w:r><w:t>" + String(repeating: "kata ", count: 4000) + "</w:t></w:r></w:p>"
        let document = try #require(await read(MadeFiles.docx(String(repeating: paragraph, count: 150))))
        #expect(document.page.text.count <= BlockWriter.textLimit)
        #expect(document.notes == ["docx", "docx_truncated"] && !document.isWhole)
    }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old_office"), ([0x50, 0x4B, 3, 4, 0, 0, 0], "archive"),
        ] as [([UInt8], String)])
    func `what is not read says so`(body: [UInt8], note: String) async throws {
        let document = try #require(await read(body))
        #expect(document.notes == [note] && !document.isWhole && document.page.blocks.isEmpty)
    }

    @Test(arguments: ["<html><body>%PDF-1.4</body></html>", "  \n<!doctype html>PK", "", "teks biasa"])
    func `a page is no document`(body: String) async {
        #expect(await read(Array(body.utf8)) == nil)
    }
}
