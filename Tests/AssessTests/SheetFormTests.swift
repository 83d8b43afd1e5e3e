import Cage
import Foundation
import Model
import Rules
import Testing

@testable import Archive
@testable import Assess

@Suite struct SheetFormTests {
    /// A workbook as an office makes one: title, merged cells, styles, a formula, a filter, a second sheet, a comment.
    private static let making = """
        import sys, openpyxl
        from openpyxl.styles import Font, PatternFill
        from openpyxl.comments import Comment
        b = openpyxl.Workbook(); s = b.active; s.title = 'Formulir'
        s['A1'] = 'Penilaian 2023'; s.merge_cells('A1:D1')
        for i, t in enumerate(['Nilai', 'Indikator', 'Lokus', 'Catatan'], 1):
            c = s.cell(3, i, t); c.font = Font(bold=True); c.fill = PatternFill('solid', fgColor='FFEE99')
        rows = [(80, 'Biaya', 'Dinas Kesehatan', 'a & <b>'), (77.5, 'Prosedur', None, '=A4+A5'), (None, 'Output', 'Dinas Sosial', None)]
        for r, row in enumerate(rows, 4):
            for c, v in enumerate(row, 1):
                if v is not None: s.cell(r, c, v)
        s['D4'].comment = Comment('catatan penilai', 'Penilai'); s.column_dimensions['D'].width = 50
        s.auto_filter.ref = 'A3:D6'; s.freeze_panes = 'A4'
        b.create_sheet('Lain')['B2'] = 'tetap'
        b.save(sys.argv[1])
        """
    /// Every cell with its style and comment, as another program sees it.
    private static let reading = """
        import sys, openpyxl
        b = openpyxl.load_workbook(sys.argv[1]); out = []
        for s in b:
            out.append(f'[{s.title}] {s.freeze_panes} {s.auto_filter.ref} {sorted(map(str, s.merged_cells.ranges))} {s.column_dimensions["D"].width}')
            for row in s.iter_rows():
                for c in row:
                    if c.value is not None and (s.title != 'Formulir' or c.column <= 4):
                        out.append(f'{c.coordinate}={c.value!r} {c.font.b} {c.fill.fgColor.rgb} {c.comment.text if c.comment else ""}')
        print('\\n'.join(out))
        """
    private static let ours = """
        import sys, openpyxl
        s = openpyxl.load_workbook(sys.argv[1])['Formulir']
        for r in s.iter_rows(min_col=5):
            for c in r:
                if c.value is not None: print(c.coordinate, c.data_type, c.font.b, c.value)
        """

    private static func python(_ script: String, _ path: String) throws -> String {
        let result = PlainRun(["python3", "-c", script, path]).run()
        #expect(result.end == .exited(0), "pip install openpyxl")
        return String(decoding: result.output, as: UTF8.self)
    }

    private static func workbook() throws -> (path: String, bytes: [UInt8]) {
        let path = NSTemporaryDirectory() + "ronda-form-\(UUID().uuidString).xlsx"
        _ = try python(making, path)
        return (path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    private static func filled(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = try FormFile(bytes, name: "f.xlsx")
        let edition = try Sample.edition("ombudsman-2022-2023")
        let book = try Sample.book.get()
        let (rows, _) = try FormReader(edition: edition, loci: Sample.loci, book: book, language: .id).read(
            file, office: nil)
        let findings = [
            Sample.finding("K1", .biaya, .present, quotation: "=1+1 <b> & _x0041_"),
            Sample.finding("K1", .prosedur, .absent),
        ]
        return try FormFiller(edition: edition, findings: findings, book: book, language: .id).fill(file, rows: rows)
    }

    @Test func theAssessorsCellsStylesAndSheetsStayAndOursStandBeside() throws {
        let (path, bytes) = try Self.workbook()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let before = try Self.python(Self.reading, path)
        let filled = try Self.filled(bytes)
        try Data(filled).write(to: URL(fileURLWithPath: path))
        #expect(try Self.python(Self.reading, path) == before)
        let ours = try Self.python(Self.ours, path)
        #expect(ours.contains("E3 s True Ronda: keadaan di situs"))
        #expect(ours.contains("G4 s False \u{201C}=1+1 <b> & "))
        #expect(!ours.contains(" f "), "no formula of ours")
        // Every part but the one sheet is bit for bit what it was.
        let old = try ZipContainer(bytes)
        let new = try ZipContainer(filled)
        let changed = zip(old.entries, new.entries).filter { $0.data != $1.data }.map(\.0.path)
        #expect(changed == ["xl/worksheets/sheet1.xml"])
        #expect(old.entries.map(\.path) == new.entries.map(\.path))
    }

    @Test func theFilledWorkbookIsReadBackTheSame() throws {
        let (path, bytes) = try Self.workbook()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let reader = FormReader(
            edition: try Sample.edition("ombudsman-2022-2023"), loci: Sample.loci, book: try Sample.book.get(),
            language: .id)
        let rows = try reader.read(FormFile(bytes, name: "f.xlsx"), office: nil).rows
        #expect(rows.map(\.office) == ["K1", "K1", "K2"])
        #expect(rows.map(\.indicator) == ["proses/biaya", "proses/prosedur", "output"])
        #expect(rows.map(\.score) == ["80", "77.5", nil])
        #expect(try reader.read(FormFile(Self.filled(bytes), name: "f.xlsx"), office: nil).rows == rows)
    }

    /// LibreOffice is slow to start; the round trip is asked of it once.
    @Test func libreOfficeReadsTheFilledWorkbook() throws {
        let (path, bytes) = try Self.workbook()
        let folder = path + ".d"
        defer {
            try? FileManager.default.removeItem(atPath: path)
            try? FileManager.default.removeItem(atPath: folder)
        }
        try Data(Self.filled(bytes)).write(to: URL(fileURLWithPath: path))
        let words = [
            "timeout", "100", "soffice", "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, path,
        ]
        guard PlainRun(words, hearing: .nothing).run().end != .notStarted else { return }
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let text = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
        #expect(text.contains("Ronda: kutipan") && text.contains("\u{201C}=1+1 <b> & _x0041_"))
        #expect(text.contains("157.5"), "the assessor's formula still adds up")
    }

    @Test(arguments: [
        (
            "<row r=\"2\" spans=\"1:2\"><c r=\"A2\"/></row>",
            "<row r=\"2\" spans=\"1:2\"><c r=\"A2\"/><c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c></row>"
        ),
        (
            "<row r=\"2\"/>",
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c></row>"
        ),
        (
            "<row><c/><c/></row><row><c/></row>",
            "<row><c/><c/></row><row><c/><c r=\"C2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c></row>"
        ),
        (
            "<!-- <row r=\"2\"> --><row r='2'><c r='B2'/></row>",
            "<!-- <row r=\"2\"> --><row r='2'><c r='B2'/><c r=\"C2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x</t></is></c></row>"
        ),
    ])
    func cellsOfOursComeLastInTheirRow(rows: String, expected: String) {
        let sheet = "<worksheet><cols><col min=\"1\" max=\"9\"/></cols><sheetData>\(rows)</sheetData></worksheet>"
        let text = String(decoding: SheetMarkup(Array(sheet.utf8)).adding([2: ["x"]], headers: 1), as: UTF8.self)
        #expect(text == sheet.replacing(rows, with: expected))
    }

    @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (28, "AB"), (702, "ZZ"), (703, "AAA")])
    func columnsHaveLetters(number: Int, letters: String) {
        #expect(SheetMarkup.letters(number) == letters)
        #expect(SheetMarkup.column(letters + "12") == number)
    }
}
