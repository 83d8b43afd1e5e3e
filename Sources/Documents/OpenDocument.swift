import Model
import Parse

/// `content.xml` of an ODT as blocks (OASIS OpenDocument 1.3 part 3: text:h, text:p, text:list, table:table).
final class OpenDocument: XMLHandler {
    private(set) var writer: BlockWriter
    private var text: [UInt8] = []
    private var heading: UInt8 = 0
    private var lists: UInt8 = 0
    private var paragraphs = 0
    private var tables: [(number: Int32, row: Int32, column: Int32)] = []
    private var tableCount: Int32 = 0
    private var skipped = 0

    init(_ writer: BlockWriter) { self.writer = writer }

    var isDone: Bool { writer.isFull }

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "h", "p":
            flush()
            heading = name == "h" ? min(max(attributes["outline-level"].flatMap { UInt8($0) } ?? 1, 1), 6) : 0
            paragraphs += 1
        case "s", "tab", "line-break": text.append(32)
        case "list": lists = min(lists &+ 1, 20)
        case "tracked-changes", "annotation": skipped += 1
        case "table": openTable()
        case "table-row":
            if let last = tables.indices.last { tables[last] = (tables[last].number, tables[last].row + 1, -1) }
        case "table-cell", "covered-table-cell":
            if let last = tables.indices.last { tables[last].column = min(tables[last].column + 1, 1000) }
        default: break
        }
    }

    func close(_ name: String) {
        switch name {
        case "h", "p":
            flush()
            paragraphs = max(0, paragraphs - 1)
        case "list": lists = lists > 0 ? lists - 1 : 0
        case "tracked-changes", "annotation": skipped -= 1
        case "table": if !tables.isEmpty { tables.removeLast() }
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard paragraphs > 0, skipped == 0, text.count < 200_000 else { return }
        for index in bytes.indices { text.append(bytes[index]) }
    }

    private func openTable() {
        flush()
        guard tables.count < 20 else { return }
        tables.append((tableCount, -1, -1))
        tableCount += 1
    }

    private func flush() {
        defer { text.removeAll(keepingCapacity: true) }
        guard !text.isEmpty else { return }
        if let table = tables.last {
            writer.add(text, kind: .tableCell, cell: (table.number, max(table.row, 0), max(table.column, 0)))
        } else if heading > 0 {
            writer.add(text, kind: .heading, level: heading)
        } else if lists > 0 {
            writer.add(text, kind: .listItem, level: lists)
        } else {
            writer.add(text, kind: DocumentPage.kind(ofLine: text))
        }
    }
}
