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

    init(_ page: ParsedPage, _ lines: [PageLine]) {
        var cells: [Key: Contents] = [:]
        for index in lines.indices where page.blocks[index].table >= 0 {
            cells[Key(page.blocks[index]), default: Contents()].take(page.blocks[index], lines[index])
        }
        let layout = cells.filter { $0.value.isLayout }
        guard !layout.isEmpty else {
            isLayout = []
            return
        }
        let tables = Set(layout.keys.map(\.table))
        // The menu and the sidebar beside it are no labels either: the whole table lays out the page.
        isLayout = page.blocks.map { $0.table >= 0 && tables.contains($0.table) }
    }

    func contains(_ line: Int) -> Bool { !isLayout.isEmpty && isLayout[line] }

    private struct Key: Hashable {
        let table: Int32
        let row: Int32
        let column: Int32

        init(_ block: Block) {
            table = Int32(block.table)
            row = Int32(block.row)
            column = Int32(block.column)
        }
    }

    private struct Contents {
        var lines = 0
        var hasHeading = false
        var labels = ItemSet()

        mutating func take(_ block: Block, _ line: PageLine) {
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
