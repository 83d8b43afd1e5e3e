import Model

/// A register of our own as CSV (RFC 4180, UTF-8, LF, comma): strict and fast. Lists of users are read by Targets.
struct RegisterTable {
    let file: String
    let header: [String]
    let rows: [Row]

    struct Row {
        /// Line in the file, from 1.
        let line: Int
        let cells: [String]
    }

    /// Rows whose number of cells differs from the header are reported and left out.
    init?(_ bytes: [UInt8], file: String, log: ProblemLog) {
        var all = Self.split(bytes)
        guard let first = all.first else {
            log.report(SourcePlace(file: file, line: 1, column: 1), "the register is empty, expected a header line")
            return nil
        }
        all.removeFirst()
        let width = first.cells.count
        for row in all where row.cells.count != width {
            log.report(
                SourcePlace(file: file, line: row.line, column: 1),
                "\(row.cells.count) columns, expected \(width) as in the header")
        }
        self.file = file
        header = first.cells
        rows = all.filter { $0.cells.count == width }
    }

    /// Position of a column that must exist.
    func column(_ name: String, log: ProblemLog) -> Int {
        if let index = header.firstIndex(of: name) { return index }
        log.report(SourcePlace(file: file, line: 1, column: 1), "column '\(name)' is missing in the header")
        return 0
    }

    private static func split(_ bytes: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        var line = 1
        var start = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == newline { line += 1 }
            if quoted {
                if byte != quote {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == quote {
                    cell.append(quote)
                    index += 1
                } else {
                    quoted = false
                }
                continue
            }
            switch byte {
            case quote: quoted = true
            case comma, newline:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                guard byte == newline else { continue }
                if cells != [""] { rows.append(Row(line: start, cells: cells)) }
                cells = []
                start = line
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty {
            cells.append(String(decoding: cell, as: UTF8.self))
            rows.append(Row(line: start, cells: cells))
        }
        return rows
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
}
