import Model

/// The first line of every table cell of a page.
struct TableCells: Sendable {
    private var lines: [Cell: Int] = [:]

    private struct Cell: Hashable {
        var table: Int32
        var row: Int32
        var column: Int32

        /// One word instead of three: tables of thousands of cells are asked for each of them several times.
        func hash(into hasher: inout Hasher) {
            hasher.combine(
                UInt64(truncatingIfNeeded: table) << 42 ^ UInt64(truncatingIfNeeded: row) << 21
                    ^ UInt64(truncatingIfNeeded: column))
        }
    }

    init() {}

    init(_ page: ParsedPage) {
        for index in page.blocks.indices where page.blocks[index].table >= 0 {
            let block = page.blocks[index]
            let cell = Cell(table: block.table, row: block.row, column: block.column)
            if lines[cell] == nil { lines[cell] = index }
        }
    }

    var isEmpty: Bool { lines.isEmpty }

    subscript(table: Int32, row: Int32, column: Int32) -> Int? {
        lines[Cell(table: table, row: row, column: column)]
    }

    /// The cell of the first row of a column, or of the second.
    func head(_ table: Int32, _ column: Int32) -> Int? { self[table, 0, column] ?? self[table, 1, column] }
}
