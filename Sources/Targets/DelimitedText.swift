/// Rows and cells of a delimited text (RFC 4180), each with its line and column.
///
/// A tokenizer of our own: no CSV library reports where in the file a cell begins, and `file:line:column` is what lets a
/// person mend a list of 400 rows. It is wider than the RFC where Excel is: CR, LF or CRLF end a row, `sep=;` may stand
/// first, a quote inside an unquoted cell is a letter.
struct DelimitedText {
    struct Cell: Equatable {
        var text: String
        /// From 1.
        var line: Int
        /// From 1, in Unicode scalars.
        var column: Int
        var quoted = false
    }

    /// What is wrong with the text itself.
    struct Fault: Equatable {
        var line: Int
        var column: Int
        var fault: ListFault
    }

    private(set) var rows: [[Cell]] = []
    private(set) var faults: [Fault] = []

    private let scalars: [Unicode.Scalar]
    private let delimiter: Unicode.Scalar
    private var index = 0
    private var line = 1
    private var column = 1

    /// Splits a text by a delimiter; rows without any text are left out.
    init(_ text: String, delimiter: Unicode.Scalar) {
        scalars = Array(text.unicodeScalars)
        self.delimiter = delimiter
        while index < scalars.count { readRow() }
    }

    private mutating func readRow() {
        var cells: [Cell] = []
        while true {
            cells.append(readCell())
            guard index < scalars.count, scalars[index] == delimiter else { break }
            advance()
        }
        readLineEnd()
        if cells.contains(where: { !$0.text.isEmpty }) { rows.append(cells) }
    }

    private mutating func readCell() -> Cell {
        var cell = Cell(text: "", line: line, column: column)
        if index < scalars.count, scalars[index] == "\"" {
            cell.quoted = true
            readQuoted(into: &cell)
        }
        var tail = String.UnicodeScalarView()
        while index < scalars.count, !endsCell(scalars[index]) {
            tail.append(scalars[index])
            advance()
        }
        if cell.quoted, tail.contains(where: { !$0.properties.isWhitespace }) {
            faults.append(
                Fault(line: line, column: column, fault: .afterQuote))
        }
        if !cell.quoted || tail.contains(where: { !$0.properties.isWhitespace }) { cell.text += String(tail) }
        return cell
    }

    /// Reads from the opening quote to the closing one; doubled quotes are one.
    private mutating func readQuoted(into cell: inout Cell) {
        var text = String.UnicodeScalarView()
        advance()
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\"" {
                advance()
                guard index < scalars.count, scalars[index] == "\"" else {
                    cell.text = String(text)
                    return
                }
            }
            text.append(scalar)
            if isLineEnd(scalar) { readLineEnd() } else { advance() }
        }
        faults.append(Fault(line: cell.line, column: cell.column, fault: .openQuote))
        cell.text = String(text)
    }

    private func endsCell(_ scalar: Unicode.Scalar) -> Bool { scalar == delimiter || isLineEnd(scalar) }

    private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private mutating func advance() {
        index += 1
        column += 1
    }

    /// CRLF counts as one line end.
    private mutating func readLineEnd() {
        guard index < scalars.count, isLineEnd(scalars[index]) else { return }
        let first = scalars[index]
        index += 1
        if first == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        line += 1
        column = 1
    }
}
