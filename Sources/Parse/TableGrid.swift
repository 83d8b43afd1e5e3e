/// Row and column numbers of the cells of one table, rowspan and colspan counted (HTML standard, 4.9.12).
struct TableGrid {
    /// Widest row and longest span that are followed.
    private static let limit = 1000

    private(set) var row = -1
    private var column = 0
    /// For each column the first row that is free again.
    private var freeFrom: [Int] = []

    mutating func startRow() {
        row += 1
        column = 0
    }

    /// Takes the next free place of the row; returns its column.
    mutating func place(columns: Int, rows: Int) -> Int {
        if row < 0 { startRow() }
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let start = column
        let width = min(max(columns, 1), Self.limit - min(start, Self.limit - 1))
        let until = row + (rows == 0 ? Self.limit : min(max(rows, 1), Self.limit))
        for at in start..<(start + width) {
            if at < freeFrom.count { freeFrom[at] = until } else { freeFrom.append(until) }
        }
        column = start + width
        return start
    }
}
