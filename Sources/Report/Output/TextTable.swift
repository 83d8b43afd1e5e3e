/// A table of cleaned text in columns, for a terminal.
struct TextTable: Sendable {
    /// Widest column, in characters.
    static let widest = 48

    private var rows: [[String]]
    private var numeric: Set<Int>

    init(heads: [String], numeric: Set<Int> = []) {
        rows = [heads]
        self.numeric = numeric
    }

    mutating func add(_ cells: [String]) { rows.append(cells.map { PlainText.clean($0, limit: Self.widest) }) }

    mutating func drop(column: Int) {
        rows = rows.map { row in row.enumerated().filter { $0.offset != column }.map(\.element) }
        numeric = Set(numeric.filter { $0 != column }.map { $0 > column ? $0 - 1 : $0 })
    }

    /// Head, rule and rows; numbers stand right.
    var lines: [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        let lines = rows.map { row in line(row, widths) }
        return [lines[0], rule] + lines.dropFirst()
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = row.enumerated().map { column, cell in
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            return numeric.contains(column) ? padding + cell : cell + padding
        }
        var text = cells.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text
    }
}
