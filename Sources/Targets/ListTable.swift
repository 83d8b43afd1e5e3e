import Model

/// A list file as a header and rows of placed cells, before anything is read into them.
struct ListTable {
    /// One data row: cells by column, and where it stands.
    struct Row {
        var cells: [DelimitedText.Cell]
        var line: Int
    }

    var file: String
    /// Header cells as written.
    var header: [DelimitedText.Cell]
    var rows: [Row]
    var problems: [ListProblem]

    /// Finds the header among the first rows: a title line above it is usual in Excel.
    init(file: String, rows all: [[DelimitedText.Cell]], problems found: [ListProblem]) {
        self.file = file
        problems = found
        let searched = all.prefix(Self.headerSearch)
        guard let index = searched.firstIndex(where: Self.isHeader) else {
            header = []
            rows = []
            problems.append(
                ListProblem(
                    place: SourcePlace(file: file, line: all.first?.first?.line ?? 1, column: 1), fault: .noHeader))
            return
        }
        header = Self.withoutTrailingBlanks(all[index])
        rows = all[(index + 1)...].map { Row(cells: $0, line: $0.first?.line ?? 1) }
        reportWidths()
    }

    func place(_ cell: DelimitedText.Cell) -> SourcePlace {
        SourcePlace(file: file, line: cell.line, column: cell.column)
    }

    private static let headerSearch = 12

    private static func isHeader(_ cells: [DelimitedText.Cell]) -> Bool {
        cells.contains { ListColumn(header: CellText.clean($0.text)) == .name }
            && cells.allSatisfy { $0.text.count < 60 }
    }

    private static func withoutTrailingBlanks(_ cells: [DelimitedText.Cell]) -> [DelimitedText.Cell] {
        var cells = cells
        while let last = cells.last, CellText.clean(last.text).isEmpty { cells.removeLast() }
        return cells
    }

    /// More filled cells than the header has columns: mostly a comma that should stand in quotes.
    private mutating func reportWidths() {
        for row in rows {
            let cells = Self.withoutTrailingBlanks(row.cells)
            guard cells.count > header.count, let first = cells.dropFirst(header.count).first else { continue }
            problems.append(
                ListProblem(place: place(first), fault: .tooManyCells(cells.count, header: header.count)))
        }
    }
}
