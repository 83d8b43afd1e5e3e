import Model

/// Finds the cell that names the service of a table cell: rows of services with components as columns, or columns of
/// services with components as rows.
struct ServiceTables {
    private let sheet: PageSheet
    private var cells: [Cell: Int] = [:]

    private struct Cell: Hashable {
        var table: Int32
        var row: Int32
        var column: Int32
    }

    private static let components = ItemSet(ItemKey.components.filter { $0 != .produk })

    init(_ sheet: PageSheet) {
        self.sheet = sheet
        for (index, block) in sheet.page.blocks.enumerated() where block.table >= 0 {
            let cell = Cell(table: block.table, row: block.row, column: block.column)
            if cells[cell] == nil { cells[cell] = index }
        }
    }

    /// The line of the naming cell; nil outside tables and where the table names no service.
    func nameCell(of index: Int) -> Int? {
        guard !cells.isEmpty, sheet.page.blocks.indices.contains(index) else { return nil }
        let block = sheet.page.blocks[index]
        guard block.table >= 0 else { return nil }
        if isComponent(head(block.table, block.column)), block.row > 0 { return rowName(block) }
        if rowLabel(block) { return columnName(block) }
        return nil
    }

    private func head(_ table: Int32, _ column: Int32) -> Int? {
        cells[Cell(table: table, row: 0, column: column)] ?? cells[Cell(table: table, row: 1, column: column)]
    }

    private func isComponent(_ line: Int?) -> Bool {
        line.map { !sheet.lines[$0].opens.isDisjoint(with: Self.components) } ?? false
    }

    /// A cell to the left says which component the row is about.
    private func rowLabel(_ block: Block) -> Bool {
        stride(from: block.column - 1, through: 0, by: -1).contains {
            isComponent(cells[Cell(table: block.table, row: block.row, column: $0)])
        }
    }

    /// The column called "Jenis Layanan", else the first column with words that is no component.
    private func rowName(_ block: Block) -> Int? {
        let columns = (0..<Int32(12)).filter { $0 != block.column }
        let named = columns.first { column in
            head(block.table, column).map { sheet.lines[$0].opens.contains(.produk) } ?? false
        }
        let first = columns.first { column in
            column < block.column && !isComponent(head(block.table, column))
                && (cell(block.table, block.row, column).map(hasWords) ?? false)
        }
        return (named ?? first).flatMap { cell(block.table, block.row, $0) }
    }

    /// A cell, or the one that spans down to it.
    private func cell(_ table: Int32, _ row: Int32, _ column: Int32) -> Int? {
        for above in stride(from: row, to: max(0, row - 30), by: -1) {
            if let line = cells[Cell(table: table, row: above, column: column)] { return line }
        }
        return nil
    }

    private func columnName(_ block: Block) -> Int? {
        guard block.row > 0, let head = head(block.table, block.column), head < sheet.lines.count,
            sheet.page.blocks[head].row < block.row, hasWords(head),
            !sheet.lines[head].words.intersects(sheet.lexicon.notServiceNames), sheet.lines[head].opens.isEmpty
        else { return nil }
        return head
    }

    private func hasWords(_ line: Int) -> Bool {
        sheet.page.text[sheet.lines[line].range].count { ($0 | 32) >= 97 && ($0 | 32) <= 122 } >= 3
    }
}
