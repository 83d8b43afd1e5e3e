import Model

/// Gives every table cell the label to its left and the head of its column.
struct TableLabels {
    private let page: ParsedPage
    /// First line of every cell.
    private var cells: [Cell: Int] = [:]

    private struct Cell: Hashable {
        var table: Int32
        var row: Int32
        var column: Int32
    }

    init(page: ParsedPage) {
        self.page = page
        for (index, block) in page.blocks.enumerated() where block.table >= 0 {
            let cell = Cell(table: block.table, row: block.row, column: block.column)
            if cells[cell] == nil { cells[cell] = index }
        }
    }

    func apply(to lines: inout [PageLine]) {
        guard !cells.isEmpty else { return }
        for index in lines.indices where page.blocks[index].table >= 0 { label(index, &lines) }
    }

    private func label(_ index: Int, _ lines: inout [PageLine]) {
        let block = page.blocks[index]
        // A cell that is itself the label of an item stands under no other label: heads of columns side by side, and
        // tables that run by rows.
        let isLabel = lines[index].isWholeHeading && lines[index].opens != ItemSet([.produk])
        var owners = ItemSet()
        var group = -1
        for column in stride(from: block.column - 1, through: max(0, block.column - 6), by: -1) {
            guard let left = cells[Cell(table: block.table, row: block.row, column: column)] else { continue }
            guard lines[left].length <= 120 else { break }
            lines[index].above.formUnion(lines[left].words)
            if owners.isEmpty, !isLabel, !lines[left].opens.isEmpty {
                owners = lines[left].opens
                group = 2_000_000 + left
            }
        }
        if block.row > 0, !isLabel, let head = head(of: block), lines[head].length <= 80 {
            lines[index].above.formUnion(lines[head].words)
            if owners.isEmpty, !lines[head].opens.isEmpty {
                owners = lines[head].opens
                group = 2_000_000 + head
            } else {
                owners = owners.union(lines[head].opens)
            }
        }
        guard !owners.isEmpty else { return }
        lines[index].owners = owners
        lines[index].group = group
    }

    /// The cell of the first row in the same column.
    private func head(of block: Block) -> Int? {
        cells[Cell(table: block.table, row: 0, column: block.column)]
            ?? cells[Cell(table: block.table, row: 1, column: block.column)]
    }
}
