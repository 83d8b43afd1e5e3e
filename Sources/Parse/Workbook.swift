/// Why a workbook could not be read; the sentence says what to do.
public struct WorkbookError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable { case notXLSX, oldFormat, tooLarge, damaged, noSheet }

    public var kind: Kind
    /// One sentence in plain Indonesian.
    public var description: String

    init(_ kind: Kind, part: String = "") {
        self.kind = kind
        description =
            switch kind {
            case .notXLSX: "Berkas ini bukan buku kerja XLSX; simpan ulang sebagai XLSX atau CSV."
            case .oldFormat:
                "Berkas ini berformat XLS lama atau terkunci kata sandi; simpan ulang sebagai XLSX tanpa kata sandi."
            case .tooLarge: "Buku kerja terlalu besar (\(part)); bagi menjadi beberapa berkas."
            case .damaged: "Buku kerja rusak pada bagian \(part); buka lalu simpan ulang dengan program aslinya."
            case .noSheet: "Buku kerja tidak berisi lembar yang terlihat; periksa isinya."
            }
    }
}

/// Reads spreadsheets (Office Open XML, ECMA-376 part 1, SpreadsheetML).
public enum Workbook {
    /// Unpacked bytes of one part, rows and columns that are read at most.
    static let partLimit = 64 * 1024 * 1024
    static let rowLimit = 100_000
    static let columnLimit = 400
    static let cellLimit = 4_000_000

    /// The rows of the first visible sheet, cells as text: row 1 of the sheet is element 0, column A is element 0.
    ///
    /// Whole numbers come without exponent or fraction, cells in a date format as `2025-01-31`, empty cells as "".
    /// Rows end with their last filled cell; empty rows in between are kept, so positions match the sheet.
    public static func rows(xlsx: [UInt8]) throws(WorkbookError) -> [[String]] { try firstSheet(xlsx: xlsx).rows }

    /// The first visible sheet: its part in the package, and its rows as `rows` gives them.
    public static func firstSheet(xlsx: [UInt8]) throws(WorkbookError) -> (part: String, rows: [[String]]) {
        if xlsx.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw WorkbookError(.oldFormat) }
        guard let archive = ZipArchive(xlsx) else { throw WorkbookError(.notXLSX) }
        let overview = WorkbookOverview()
        try read("xl/workbook.xml", of: archive, into: overview, otherwise: .notXLSX)
        guard let sheet = overview.firstSheet else { throw WorkbookError(.noSheet) }
        let relations = WorkbookRelations()
        try read("xl/_rels/workbook.xml.rels", of: archive, into: relations, otherwise: .damaged)
        let strings = SharedStrings()
        try read("xl/sharedStrings.xml", of: archive, into: strings, otherwise: nil)
        let styles = WorkbookStyles()
        try read("xl/styles.xml", of: archive, into: styles, otherwise: nil)
        guard let path = relations.path(ofSheet: sheet) else {
            throw WorkbookError(.damaged, part: "workbook.xml.rels")
        }
        let reader = SheetReader(strings: strings.items, dates: styles.dates, from1904: overview.countsFrom1904)
        try read(path, of: archive, into: reader, otherwise: .damaged)
        if reader.isTooLarge {
            throw WorkbookError(.tooLarge, part: "lebih dari \(rowLimit) baris atau \(cellLimit) sel")
        }
        return (path, reader.rows)
    }

    private static func read(
        _ part: String, of archive: borrowing ZipArchive, into handler: some XMLHandler,
        otherwise missing: WorkbookError.Kind?
    ) throws(WorkbookError) {
        switch archive.entry(part, limit: partLimit) {
        case .missing: if let missing { throw WorkbookError(missing, part: part) }
        case .tooLarge: throw WorkbookError(.tooLarge, part: part)
        case .damaged: throw WorkbookError(.damaged, part: part)
        case .bytes(let xml):
            guard XMLReader.read(xml, handler: handler) else { throw WorkbookError(.damaged, part: part) }
        }
    }
}
