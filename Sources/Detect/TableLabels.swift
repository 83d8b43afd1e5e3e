import Model

/// Gives every table cell the label to its left and the head of its column.
struct TableLabels {
    /// Groups of lines that a cell labels are numbered from here.
    static let firstGroup = 2_000_000

    private let page: ParsedPage
    private let cells: TableCells
    private let layout: LayoutCells?

    private static let inCells = ItemSet(
        ItemKey.components.filter { $0 != .produk } + [.maklumat, .surveiKepuasan, .jamLayanan, .visiMisi, .moto])

    init(page: ParsedPage, cells: TableCells, layout: LayoutCells? = nil) {
        self.page = page
        self.cells = cells
        self.layout = layout
    }

    func apply(to lines: inout [PageLine]) {
        guard !cells.isEmpty else { return }
        for index in lines.indices where isData(index) { label(index, &lines) }
        labelInside(&lines)
    }

    /// Inside one cell a line that is all label owns the lines that follow it: pages laid out by a table, and
    /// "Persyaratan:<br>1. ..." in one cell.
    private func labelInside(_ lines: inout [PageLine]) {
        var label = -1
        for index in lines.indices {
            guard isData(index) else {
                label = -1
                continue
            }
            if label >= 0, !isSameCell(label, index) { label = -1 }
            if isLabel(index, lines[index]) {
                label = index
            } else if label >= 0 {
                lines[index].owners = lines[label].opens
                lines[index].above.formUnion(lines[label].words)
                lines[index].group = Self.firstGroup + label
            }
        }
    }

    /// A cell whose neighbours say something of it.
    private func isData(_ index: Int) -> Bool {
        page.blocks[index].table >= 0 && !(layout?.contains(index) ?? false)
    }

    private func isSameCell(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (page.blocks[one], page.blocks[other])
        return left.table == right.table && left.row == right.row && left.column == right.column
    }

    private func isLabel(_ index: Int, _ line: PageLine) -> Bool {
        guard line.opens.intersects(Self.inCells), line.length <= 70, !line.typed.contains(.link) else { return false }
        guard line.typed.isDisjoint(with: [.amount, .duration, .clockRange, .phone, .email]) else { return false }
        let endsOpen = page.text[line.range.upperBound - 1] == 58
        return line.isWholeHeading && !line.hasColon || endsOpen && !line.begins.isEmpty
    }

    private func label(_ index: Int, _ lines: inout [PageLine]) {
        let block = page.blocks[index]
        // A cell that is itself the label of an item stands under no other label: heads of columns side by side, and
        // tables that run by rows.
        let isLabel = lines[index].isWholeHeading && lines[index].opens != ItemSet([.produk])
        var owners = ItemSet()
        var group = -1
        for column in stride(from: block.column - 1, through: max(0, block.column - 6), by: -1) {
            guard let left = cells[block.table, block.row, column] else { continue }
            guard lines[left].length <= 120 else { break }
            lines[index].above.formUnion(lines[left].words)
            let isSame = lines[left].opens.intersects(lines[index].opens)
            if owners.isEmpty, !isLabel || isSame, !lines[left].opens.isEmpty {
                owners = lines[left].opens
                group = Self.firstGroup + left
            }
        }
        if block.row > 0, !isLabel, let head = cells.head(block.table, block.column), lines[head].length <= 80 {
            lines[index].above.formUnion(lines[head].words)
            if owners.isEmpty, !lines[head].opens.isEmpty {
                owners = lines[head].opens
                group = Self.firstGroup + head
            } else {
                owners = owners.union(lines[head].opens)
            }
        }
        guard !owners.isEmpty else { return }
        lines[index].owners = owners
        lines[index].group = group
    }

}
