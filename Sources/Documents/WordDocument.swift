import Model
import Parse

/// `word/document.xml` of a DOCX as blocks (ECMA-376 part 1, WordprocessingML).
///
/// Headings by style or outline level, list items by numbering, cells by their place. Deleted text and the fallback
/// copies of text boxes are left out.
final class WordDocument: XMLHandler {
    private(set) var writer: BlockWriter
    private let styles: [String: UInt8]
    private var text: [UInt8] = []
    private var paragraph = Paragraph()
    private var tables: [Table] = []
    private var tableCount: Int32 = 0
    private var inText = false
    private var skipped = 0
    private var isRunBold = false
    private var inRun = false

    private struct Paragraph {
        var heading: UInt8 = 0
        var list: UInt8?
        var plainBytes = 0
    }

    private struct Table {
        var number: Int32
        var row: Int32 = -1
        var column: Int32 = -1
        var span: Int32 = 1
    }

    /// - Parameter styles: heading level of each style id, as `WordStyles` reads them.
    init(_ writer: BlockWriter, styles: [String: UInt8]) {
        self.writer = writer
        self.styles = styles
    }

    var isDone: Bool { writer.isFull }

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "Fallback", "del", "moveFrom": skipped += 1
        case "p":
            flush()
            paragraph = Paragraph()
        case "pStyle": paragraph.heading = styles[attributes["val"] ?? ""] ?? 0
        case "outlineLvl":
            if let level = attributes["val"].flatMap({ UInt8($0) }), level < 6 { paragraph.heading = level + 1 }
        case "numPr": paragraph.list = 1
        case "ilvl": if paragraph.list != nil { paragraph.list = (UInt8(attributes["val"] ?? "") ?? 0) &+ 1 }
        case "r": (inRun, isRunBold) = (true, false)
        case "b": if inRun { isRunBold = !["0", "false"].contains(attributes["val"] ?? "") }
        case "t": inText = true
        case "tab", "br", "cr": text.append(32)
        case "tbl": openTable()
        case "tr": nextRow()
        case "tc": nextCell()
        case "gridSpan": setSpan(attributes["val"])
        default: break
        }
    }

    func close(_ name: String) {
        switch name {
        case "Fallback", "del", "moveFrom": skipped -= 1
        case "p": flush()
        case "r": inRun = false
        case "t": inText = false
        case "tbl": if !tables.isEmpty { tables.removeLast() }
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard inText, skipped == 0, text.count < 200_000 else { return }
        for index in bytes.indices { text.append(bytes[index]) }
        if !isRunBold { paragraph.plainBytes += bytes.count }
    }

    private func openTable() {
        flush()
        guard tables.count < 20 else { return }
        tables.append(Table(number: tableCount))
        tableCount += 1
    }

    private func nextRow() {
        guard var table = tables.popLast() else { return }
        table.row += 1
        (table.column, table.span) = (-1, 1)
        tables.append(table)
    }

    private func nextCell() {
        guard var table = tables.popLast() else { return }
        table.column = table.column < 0 ? 0 : min(table.column + table.span, 1000)
        table.span = 1
        tables.append(table)
    }

    private func setSpan(_ value: String?) {
        guard var table = tables.popLast() else { return }
        table.span = min(max(value.flatMap { Int32($0) } ?? 1, 1), 100)
        tables.append(table)
    }

    private func flush() {
        defer { text.removeAll(keepingCapacity: true) }
        guard !text.isEmpty else { return }
        let marks: Block.Marks = paragraph.plainBytes == 0 ? [.bold] : []
        if let table = tables.last {
            let cell = (table.number, max(table.row, 0), max(table.column, 0))
            writer.add(text, kind: .tableCell, marks: marks, cell: cell)
        } else if paragraph.heading > 0 {
            writer.add(text, kind: .heading, level: paragraph.heading, marks: marks)
        } else if let level = paragraph.list {
            writer.add(text, kind: .listItem, level: level, marks: marks)
        } else {
            writer.add(text, kind: DocumentPage.kind(ofLine: text), marks: marks)
        }
    }
}

/// `word/styles.xml`: which style ids are headings. Ids are of the writer's language (`Judul1`), names are not.
final class WordStyles: XMLHandler {
    private(set) var levels: [String: UInt8] = [:]
    private var style = ""
    let isDone = false

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "style": style = attributes["styleId"] ?? ""
        case "name": if levels[style] == nil { levels[style] = Self.level(ofName: attributes["val"] ?? "") }
        case "outlineLvl":
            if let level = attributes["val"].flatMap({ UInt8($0) }), level < 6 { levels[style] = level + 1 }
        default: break
        }
    }

    func close(_ name: String) {}
    func text(_ bytes: Span<UInt8>) {}

    /// `heading 1`, `Title`, `Judul 2`.
    static func level(ofName name: String) -> UInt8? {
        let words = name.lowercased().split(separator: " ")
        guard let first = words.first, ["heading", "title", "judul"].contains(first) else { return nil }
        return words.count > 1 ? words.last.flatMap { UInt8($0) }.map { min(max($0, 1), 6) } : 1
    }
}
