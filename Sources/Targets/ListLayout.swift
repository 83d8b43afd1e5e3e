import Model

/// Which column of a list holds what.
struct ListLayout {
    /// Position of each known column.
    private(set) var positions: [ListColumn: Int] = [:]
    /// Position and header of the columns that are kept as they are.
    private(set) var extras: [(position: Int, name: String)] = []
    private(set) var problems: [ListProblem] = []

    init(_ table: ListTable) {
        var doubtful: [Int] = []
        for (position, cell) in table.header.enumerated() {
            let header = CellText.clean(cell.text)
            if let column = ListColumn(header: header) {
                take(column, position, header, table.place(cell))
            } else if ListColumn.doubtful.contains(ListColumn.normalise(header)) {
                doubtful.append(position)
            } else if !header.isEmpty {
                extras.append((position, header))
            }
        }
        for position in doubtful { decide(position, table) }
        extras.sort { $0.position < $1.position }
    }

    /// The text of a known column in a row, cleaned; empty when the list has no such column.
    func text(_ column: ListColumn, _ row: ListTable.Row) -> String {
        guard let cell = cell(column, row) else { return "" }
        return CellText.clean(cell.text)
    }

    /// Where a known column of a row stands; the row's beginning when the cell is not there.
    func place(_ column: ListColumn, _ row: ListTable.Row, _ file: String) -> SourcePlace {
        let cell = cell(column, row)
        return SourcePlace(file: file, line: cell?.line ?? row.line, column: cell?.column ?? 1)
    }

    private func cell(_ column: ListColumn, _ row: ListTable.Row) -> DelimitedText.Cell? {
        guard let position = positions[column], position < row.cells.count else { return nil }
        return row.cells[position]
    }

    private mutating func take(_ column: ListColumn, _ position: Int, _ header: String, _ place: SourcePlace) {
        guard let earlier = positions[column] else {
            positions[column] = position
            return
        }
        extras.append((position, header))
        problems.append(
            ListProblem(place: place, fault: .columnTwice(header, earlier: earlier + 1)))
    }

    /// `alamat` holds the site when no other column does and its cells look like host names.
    private mutating func decide(_ position: Int, _ table: ListTable) {
        let cells = table.rows.compactMap { $0.cells.indices.contains(position) ? $0.cells[position].text : nil }
        let looksLikeHosts = cells.contains { text in
            let clean = CellText.clean(text)
            return clean.contains(".") && !clean.contains(" ") && WebAddress("http://" + clean) != nil
        }
        if positions[.url] == nil, looksLikeHosts {
            positions[.url] = position
        } else {
            extras.append((position, CellText.clean(table.header[position].text)))
        }
    }
}
