import Testing

@testable import Parse

@Suite struct WorkbookTests {
    private static let overview = """
        <workbook xmlns="m" xmlns:r="rel"><sheets><sheet name="Rahasia" sheetId="1" state="hidden" r:id="rId9"/>
        <sheet name="Daftar" sheetId="2" r:id="rId1"/></sheets></workbook>
        """
    private static let relations = """
        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>
        """
    private static let strings = """
        <sst><si><t>nama</t></si><si><r><t>Dinas </t></r><r><t>Kesehatan &amp; KB</t></r><rPh><t>x</t></rPh></si></sst>
        """
    private static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;hari&quot;"/>
        </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
        <xf numFmtId="165"/></cellXfs></styleSheet>
        """

    private static func workbook(_ rows: String, overview: String = overview) -> [UInt8] {
        StoredZip.make([
            ("xl/workbook.xml", overview), ("xl/_rels/workbook.xml.rels", relations), ("xl/sharedStrings.xml", strings),
            ("xl/styles.xml", styles),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
        ])
    }

    @Test(arguments: [
        (
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>",
            [["nama", "Dinas Kesehatan & KB"]]
        ),
        ("<row r='1'><c r='A1' t='inlineStr'><is><t>langsung</t></is></c></row>", [["langsung"]]),
        (
            "<row r='1'><c r='A1'><v>3.201E3</v></c><c r='B1'><v>12.0</v></c><c r='C1'><v>1.5</v></c></row>",
            [["3201", "12", "1.5"]]
        ),
        (
            "<row r='1'><c r='A1' s='1'><v>45667</v></c><c r='B1' s='2'><v>45667.5</v></c><c r='C1' s='3'><v>5</v></c></row>",
            [["2025-01-10", "2025-01-10", "5"]]
        ),
        (
            "<row r='1'><c r='A1'><v>1</v></c><c r='C1'><v>3</v></c></row><row r='3'><c r='B3' t='b'><v>1</v></c></row>",
            [["1", "", "3"], [], ["", "TRUE"]]
        ),
        (
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c t='str'><f>A1</f><v>teks</v></c></row>",
            [["1", "2"], ["teks"]]
        ),
        ("<row r='1'><c r='A1' t='s'><v>99</v></c><c r='B1' s='1'/></row>", []), ("", []),
    ])
    func `cells come as a reader of the sheet sees them`(rows: String, expected: [[String]]) throws {
        #expect(try Workbook.rows(xlsx: Self.workbook(rows)) == expected)
    }

    @Test func `days of the 1904 system`() throws {
        let overview = Self.overview.replacing("<sheets>", with: "<workbookPr date1904='1'/><sheets>")
        let rows = "<row r='1'><c r='A1' s='1'><v>0</v></c></row>"
        #expect(try Workbook.rows(xlsx: Self.workbook(rows, overview: overview)) == [["1904-01-01"]])
    }

    @Test(arguments: [
        ([UInt8]("kode,nama\n".utf8), WorkbookError.Kind.notXLSX), ([], .notXLSX),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldFormat), (StoredZip.make([("a.txt", "x")]), .notXLSX),
        (workbook("<row><c><v>1"), .damaged), (workbook("<row r='999999'><c><v>1</v></c></row>"), .tooLarge),
        (workbook("", overview: "<workbook><sheets/></workbook>"), .noSheet),
        (Array(workbook("<row r='1'/>").dropLast(40)), .notXLSX),
    ])
    func `what is no workbook is refused with a sentence`(bytes: [UInt8], kind: WorkbookError.Kind) {
        let error = #expect(throws: WorkbookError.self) { try Workbook.rows(xlsx: bytes) }
        #expect(error?.kind == kind)
        #expect(error?.description.hasSuffix(".") == true)
    }

    @Test func `an entry longer than its limit is not unpacked`() {
        let bytes = StoredZip.make([("a", String(repeating: "x", count: 100_000))])
        guard let archive = ZipArchive(bytes) else {
            Issue.record("the archive was not opened")
            return
        }
        guard case .tooLarge = archive.entry("a", limit: 99_999) else {
            Issue.record("the limit did not hold")
            return
        }
        guard case .bytes(let content) = archive.entry("a", limit: 100_000) else {
            Issue.record("the entry was not read")
            return
        }
        #expect(content.count == 100_000)
    }

    @Test func `entities of the document are not expanded`() {
        let bomb = """
            <!DOCTYPE w [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            """
        let rows = "<row r='1'><c r='A1' t='str'><v>&b;&c;</v></c></row>"
        let bytes = StoredZip.make([
            ("xl/workbook.xml", bomb + Self.overview), ("xl/_rels/workbook.xml.rels", Self.relations),
            ("xl/worksheets/sheet1.xml", bomb + "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
        ])
        let text = (try? Workbook.rows(xlsx: bytes))?.joined().joined() ?? ""
        #expect(text.isEmpty)
    }

    @Test(arguments: [
        ("A1", 0), ("Z9", 25), ("AA1", 26), ("AB12", 27), ("12", nil), ("", nil),
    ])
    func `column letters`(reference: String, column: Int?) {
        #expect(SheetReader.column(reference) == column)
    }
}

/// A ZIP file with uncompressed entries (APPNOTE.TXT 4.3).
enum StoredZip {
    static func make(_ files: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let name = Array(file.name.utf8)
            let data = Array(file.text.utf8)
            let common =
                word(20) + word(0) + word(0) + word(0) + word(0x21) + long(crc(data)) + long(data.count)
                + long(data.count) + word(name.count) + word(0)
            directory +=
                long(0x0201_4B50) + word(20) + common + word(0) + word(0) + word(0) + long(0) + long(bytes.count) + name
            bytes += long(0x0403_4B50) + common + name + data
        }
        let end =
            long(0x0605_4B50) + word(0) + word(0) + word(files.count) + word(files.count) + long(directory.count)
            + long(bytes.count) + word(0)
        return bytes + directory + end
    }

    private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }

    private static func crc(_ data: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(crc ^ 0xFFFF_FFFF)
    }
}
