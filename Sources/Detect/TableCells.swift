import Model

/// The first line of every table cell of a page.
///
/// Cells by their place in order, found by halving: as a dictionary they were a twentieth of detection, for each cell is
/// asked for several times.
struct TableCells: Sendable {
    private var keys: [UInt64] = []
    private var lines: [Int32] = []

    init() {}

    init(_ page: ParsedPage) {
        var all: [(key: UInt64, line: Int32)] = []
        for index in page.blocks.indices where page.blocks[index].table >= 0 {
            let block = page.blocks[index]
            guard let key = Self.key(block.table, block.row, block.column) else { continue }
            all.append((key, Int32(index)))
        }
        // Pages write their cells in order, but for tables in tables.
        let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.key <= $1.key }
        if !isSorted { all.sort { ($0.key, $0.line) < ($1.key, $1.line) } }
        for (key, line) in all where key != keys.last {
            keys.append(key)
            lines.append(line)
        }
    }

    var isEmpty: Bool { lines.isEmpty }

    var count: Int { lines.count }

    subscript(table: Int32, row: Int32, column: Int32) -> Int? {
        number(table, row, column).map { Int(lines[$0]) }
    }

    /// Which of the cells this is, counted in their order.
    func number(_ table: Int32, _ row: Int32, _ column: Int32) -> Int? {
        guard let key = Self.key(table, row, column) else { return nil }
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? low : nil
    }

    /// The cell of the first row of a column, or of the second.
    func head(_ table: Int32, _ column: Int32) -> Int? { self[table, 0, column] ?? self[table, 1, column] }

    /// Table, row and column in one word. A cell behind two million rows or columns, which no reader lets through, has
    /// no neighbours.
    private static func key(_ table: Int32, _ row: Int32, _ column: Int32) -> UInt64? {
        let most: Int32 = 1 << 21
        guard (0..<most).contains(table), (0..<most).contains(row), (0..<most).contains(column) else { return nil }
        return UInt64(table) << 42 | UInt64(row) << 21 | UInt64(column)
    }
}
