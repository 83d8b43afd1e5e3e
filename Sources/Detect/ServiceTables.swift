import Model

/// Finds the cell that names the service of a table cell: rows of services with components as columns, or columns of
/// services with components as rows.
final class ServiceTables {
    private let sheet: PageSheet
    private let cells: TableCells
    /// Of each table the columns called "Jenis Layanan", and of each row the first column with words that is no component:
    /// looked for once, not for every cell.
    private var productColumns: [Int32: [Int32]] = [:]
    private var wordColumns: [Int64: Int32] = [:]

    private static let components = ItemSet(ItemKey.components.filter { $0 != .produk })
    /// Columns looked at.
    private static let columns: Range<Int32> = 0..<12

    init(_ sheet: PageSheet) {
        self.sheet = sheet
        cells = sheet.cells
    }

    /// The line of the naming cell; nil outside tables and where the table names no service.
    func nameCell(of index: Int) -> Int? {
        guard !cells.isEmpty, sheet.page.blocks.indices.contains(index) else { return nil }
        let block = sheet.page.blocks[index]
        guard block.table >= 0 else { return nil }
        if isComponent(cells.head(block.table, block.column)), block.row > 0 { return rowName(block) }
        if rowLabel(block) { return columnName(block) }
        return nil
    }

    private func isComponent(_ line: Int?) -> Bool {
        line.map { !sheet.lines[$0].opens.isDisjoint(with: Self.components) } ?? false
    }

    /// A cell to the left says which component the row is about.
    private func rowLabel(_ block: Block) -> Bool {
        stride(from: block.column - 1, through: 0, by: -1).contains {
            isComponent(cells[block.table, block.row, $0])
        }
    }

    /// The column called "Jenis Layanan", else the first column with words that is no component.
    private func rowName(_ block: Block) -> Int? {
        if let named = productColumns(of: block.table).first(where: { $0 != block.column }) {
            return cell(block.table, block.row, named)
        }
        let first = wordColumn(block.table, block.row)
        return first >= 0 && first < block.column ? cell(block.table, block.row, first) : nil
    }

    private func productColumns(of table: Int32) -> [Int32] {
        if let known = productColumns[table] { return known }
        let columns = Self.columns.filter { column in
            cells.head(table, column).map { sheet.lines[$0].opens.contains(.produk) } ?? false
        }
        productColumns[table] = columns
        return columns
    }

    /// -1: none.
    private func wordColumn(_ table: Int32, _ row: Int32) -> Int32 {
        let key = Int64(table) << 32 | Int64(row)
        if let known = wordColumns[key] { return known }
        let column = Self.columns.first { column in
            !isComponent(cells.head(table, column)) && (cell(table, row, column).map(hasWords) ?? false)
        }
        wordColumns[key] = column ?? -1
        return column ?? -1
    }

    /// A cell, or the one that spans down to it.
    private func cell(_ table: Int32, _ row: Int32, _ column: Int32) -> Int? {
        for above in stride(from: row, to: max(0, row - 30), by: -1) {
            if let line = cells[table, above, column] { return line }
        }
        return nil
    }

    private func columnName(_ block: Block) -> Int? {
        guard block.row > 0, let head = cells.head(block.table, block.column), head < sheet.lines.count,
            sheet.page.blocks[head].row < block.row, hasWords(head),
            !sheet.lines[head].words.intersects(sheet.lexicon.notServiceNames), sheet.lines[head].opens.isEmpty
        else { return nil }
        return head
    }

    private func hasWords(_ line: Int) -> Bool {
        sheet.page.text[sheet.lines[line].range].count { ($0 | 32) >= 97 && ($0 | 32) <= 122 } >= 3
    }
}
