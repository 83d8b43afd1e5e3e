import Model

/// Which lines stand in table cells that only lay out the page: old sites put menu, content and sidebar side by side in
/// one row, and the words of the menu are then no label of the content.
struct LayoutCells {
    /// One entry a line; empty when no cell of the page is of that sort.
    private let isLayout: [Bool]

    /// Fewer lines than this are the value of a cell, whatever they hold.
    private static let leastLines = 6
    /// Labels of so many different items in one cell: an outline stands there, not a value.
    private static let leastLabels = 3

    init(_ page: ParsedPage, _ lines: [PageLine], _ cells: TableCells) {
        var contents = [Contents](repeating: Contents(), count: cells.count)
        for index in lines.indices where page.blocks[index].table >= 0 {
            let block = page.blocks[index]
            guard let cell = cells.number(block.table, block.row, block.column) else { continue }
            contents[cell].take(block, lines[index])
        }
        var tables: Set<Int32> = []
        for content in contents where content.isLayout { tables.insert(content.table) }
        // The menu and the sidebar beside it are no labels either: the whole table lays out the page.
        isLayout = tables.isEmpty ? [] : page.blocks.map { $0.table >= 0 && tables.contains($0.table) }
    }

    func contains(_ line: Int) -> Bool { !isLayout.isEmpty && isLayout[line] }

    private struct Contents {
        var table: Int32 = -1
        var lines = 0
        var hasHeading = false
        var labels = ItemSet()

        mutating func take(_ block: Block, _ line: PageLine) {
            table = block.table
            lines += 1
            if block.kind == .heading, block.level <= 3 { hasHeading = true }
            if line.isWholeHeading, !line.typed.contains(.link) { labels = labels.union(line.begins) }
        }

        var isLayout: Bool {
            lines >= LayoutCells.leastLines
                && (hasHeading || labels.bits.nonzeroBitCount >= LayoutCells.leastLabels)
        }
    }
}
