import Archive
import Model
import Parse
import Report

/// A workbook whose first visible sheet is a form. It is edited in place: one part of the package is written anew, with
/// cells of ours behind the assessor's in each row; styles, formulas, other sheets and pictures stay as they are.
struct SheetForm {
    let package: ZipContainer
    /// Name of the sheet's part in the package.
    let part: String
    let xml: [UInt8]
    let rows: [[FormTable.Cell]]

    init(_ bytes: [UInt8]) throws {
        let sheet = try Workbook.firstSheet(xlsx: bytes)
        package = try ZipContainer(bytes)
        part = sheet.part
        guard let entry = package.entries.first(where: { $0.path.lowercased() == sheet.part.lowercased() }) else {
            throw ArchiveError.damaged
        }
        xml = try entry.unpacked(limit: 64 * 1024 * 1024)
        if xml.starts(with: [0xFF, 0xFE]) || xml.starts(with: [0xFE, 0xFF]) { throw ArchiveError.unsupported }
        rows = sheet.rows.enumerated().map { row, cells in
            cells.enumerated().map { column, text in
                FormTable.Cell(
                    text: text, line: row + 1, column: column + 1, name: SheetMarkup.letters(column + 1) + "\(row + 1)")
            }
        }
    }

    /// The workbook with texts added behind the last column that is used.
    ///
    /// - Parameter additions: texts by row number from 1; `headers` is the row whose look our headers take over.
    func adding(_ additions: [Int: [String]], headers: Int) throws -> [UInt8] {
        let markup = SheetMarkup(xml)
        let entry = package.entries.first { $0.path.lowercased() == part.lowercased() }
        return try package.replacing(entry?.path ?? part, with: markup.adding(additions, headers: headers))
    }
}

/// The markup of a sheet (ECMA-376 part 1, 18.3.1) as bytes, cut only as far as rows and cells.
struct SheetMarkup {
    private struct Row {
        var number: Int
        /// From `<row` to behind its `>`.
        var open: Range<Int>
        var isEmpty: Bool
        /// Where the row's cells end: the offset of `</row>`.
        var close: Int
        /// `s` of the last cell: the style of the header.
        var lastStyle: [UInt8]?
    }

    private let xml: [UInt8]
    private var rows: [Row] = []
    private var dimension: Range<Int>?
    private var columnsEnd: Int?
    private var lastColumnOfWidths = 0
    private var dataStart: Int?
    /// `x:` where the sheet's names carry a prefix.
    private var prefix = ""
    /// The last column that anything uses, from 1.
    private(set) var width = 0

    init(_ xml: [UInt8]) {
        self.xml = xml
        var scanner = TagScanner(xml)
        var column = 0
        var inData = false
        while let tag = scanner.next() {
            switch (tag.name, tag.isClosing) {
            case ("sheetData", false):
                dataStart = tag.range.lowerBound
                prefix = tag.prefix
                inData = !tag.isEmpty
            case ("sheetData", true): inData = false
            case ("dimension", false): dimension = tag.range
            case ("col", false): lastColumnOfWidths = max(lastColumnOfWidths, Int(tag.value("max") ?? "") ?? 0)
            case ("cols", true): columnsEnd = tag.range.lowerBound
            case ("row", false) where inData:
                column = 0
                let number = Int(tag.value("r") ?? "") ?? (rows.last?.number ?? 0) + 1
                rows.append(Row(number: number, open: tag.range, isEmpty: tag.isEmpty, close: tag.range.upperBound))
            case ("row", true) where inData: if !rows.isEmpty { rows[rows.count - 1].close = tag.range.lowerBound }
            case ("c", false) where inData:
                column = tag.value("r").flatMap(Self.column) ?? column + 1
                width = max(width, column)
                if !rows.isEmpty { rows[rows.count - 1].lastStyle = tag.value("s").map { Array($0.utf8) } }
            case ("mergeCell", false):
                for end in (tag.value("ref") ?? "").split(separator: ":") {
                    width = max(width, Self.column(String(end)) ?? 0)
                }
            default: break
            }
        }
    }

    func adding(_ additions: [Int: [String]], headers: Int) -> [UInt8] {
        let count = additions.values.map(\.count).max() ?? 0
        let last = width + count
        var edits: [(range: Range<Int>, text: String)] = []
        if let edit = widened(dimension, attribute: "ref", to: last) { edits.append(edit) }
        if let edit = widths(count) { edits.append(edit) }
        for row in rows {
            guard let texts = additions[row.number] else { continue }
            let style = row.number == headers ? row.lastStyle : nil
            let cells = texts.enumerated().map { cell($1, at: width + 1 + $0, row.number, style) }.joined()
            var open = String(decoding: xml[row.open], as: UTF8.self)
            open = Self.replacingSpans(open, last: last)
            if row.isEmpty {
                open = String(open.dropLast(2)) + ">" + cells + "</\(prefix)row>"
                edits.append((row.open, open))
            } else {
                edits.append((row.open, open))
                edits.append((row.close..<row.close, cells))
            }
        }
        return applied(edits)
    }

    private func applied(_ edits: [(range: Range<Int>, text: String)]) -> [UInt8] {
        var result: [UInt8] = []
        var at = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += xml[at..<edit.range.lowerBound] + Array(edit.text.utf8)
            at = edit.range.upperBound
        }
        return result + xml[at...]
    }

    /// An inline string: text that no program takes for a formula.
    private func cell(_ text: String, at column: Int, _ row: Int, _ style: [UInt8]?) -> String {
        let look = style.map { " s=\"\(String(decoding: $0, as: UTF8.self))\"" } ?? ""
        let words = SheetText.escaped(text)
        return "<\(prefix)c r=\"\(Self.letters(column))\(row)\"\(look) t=\"inlineStr\"><\(prefix)is>"
            + "<\(prefix)t xml:space=\"preserve\">\(words)</\(prefix)t></\(prefix)is></\(prefix)c>"
    }

    /// `A1:F20` reaching to our last column.
    private func widened(
        _ range: Range<Int>?, attribute: String, to last: Int
    ) -> (range: Range<Int>, text: String)? {
        guard let range else { return nil }
        let tag = String(decoding: xml[range], as: UTF8.self)
        guard let start = tag.range(of: "ref=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else {
            return nil
        }
        let parts = tag[start..<end].split(separator: ":")
        guard let first = parts.first, let lastCell = parts.last else { return nil }
        let row = lastCell.drop { $0.isLetter }
        return (range, tag[..<start] + "\(first):\(Self.letters(last))\(row)" + tag[end...])
    }

    /// Widths for our columns, where the assessor's own do not reach so far.
    private func widths(_ count: Int) -> (range: Range<Int>, text: String)? {
        guard count > 0, lastColumnOfWidths <= width else { return nil }
        let column = "<\(prefix)col min=\"\(width + 1)\" max=\"\(width + count)\" width=\"34\" customWidth=\"1\"/>"
        if let columnsEnd { return (columnsEnd..<columnsEnd, column) }
        guard let dataStart, lastColumnOfWidths == 0 else { return nil }
        return (dataStart..<dataStart, "<\(prefix)cols>\(column)</\(prefix)cols>")
    }

    /// `spans` is a hint for readers (18.3.1.73); one that is too narrow is not left standing.
    private static func replacingSpans(_ tag: String, last: Int) -> String {
        guard let start = tag.range(of: " spans=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\""),
            let first = tag[start..<end].split(separator: ":").first
        else { return tag }
        return tag[..<start] + "\(first):\(last)" + tag[end...]
    }

    /// `AB12` is column 28.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8 {
            guard (0x41...0x5A).contains(byte & 0xDF) else { break }
            number = number * 26 + Int((byte & 0xDF) - 0x40)
            guard number < 20_000 else { return nil }
        }
        return number == 0 ? nil : number
    }

    /// Column 28 is `AB`.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Text on its way into a cell's markup.
enum SheetText {
    /// Longest text of a cell (Excel's limit).
    static let limit = 32_000

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        // `_x0041_` would be read as an escape (ECMA-376, 22.9.2.19): its underscore is written as one itself.
        return result.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
