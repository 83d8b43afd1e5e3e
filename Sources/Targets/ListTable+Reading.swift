import Model

extension ListTable {
    /// Reads CSV text: encoding, `sep=` line and separator are found out.
    static func csv(_ bytes: [UInt8], file: String) -> ListTable {
        let (text, encoding) = ListText.decode(bytes)
        var problems: [ListProblem] = []
        if encoding == .windows1252 {
            problems.append(
                ListProblem(place: SourcePlace(file: file, line: 1, column: 1), fault: .notUTF8))
        }
        let stated = statedDelimiter(text)
        let delimited = DelimitedText(text, delimiter: stated ?? likelyDelimiter(text))
        problems += delimited.faults.map { fault in
            ListProblem(
                place: SourcePlace(file: file, line: fault.line, column: fault.column), fault: fault.fault)
        }
        let rows = stated == nil ? delimited.rows[...] : delimited.rows.dropFirst(isSepRow(delimited) ? 1 : 0)
        return ListTable(file: file, rows: Array(rows), problems: problems)
    }

    /// Rows of a workbook: the row number stands for the line, the number of the column for the column.
    static func sheet(_ rows: [[String]], file: String) -> ListTable {
        let placed = rows.enumerated().compactMap { index, row -> [DelimitedText.Cell]? in
            let cells = row.enumerated().map { column, text in
                DelimitedText.Cell(text: text, line: index + 1, column: column + 1)
            }
            return cells.contains { !$0.text.isEmpty } ? cells : nil
        }
        return ListTable(file: file, rows: placed, problems: [])
    }

    /// The separator of Excel's own first line, `sep=;`.
    private static func statedDelimiter(_ text: String) -> Unicode.Scalar? {
        let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
        let trimmed = String(line).trimmingQuotes
        guard trimmed.lowercased().hasPrefix("sep="), let scalar = trimmed.unicodeScalars.dropFirst(4).first else {
            return nil
        }
        return scalar
    }

    /// `sep=;` split by `;` leaves the cells `sep=` and an empty one.
    private static func isSepRow(_ text: DelimitedText) -> Bool {
        text.rows.first?.first?.text.lowercased().hasPrefix("sep=") ?? false
    }

    /// The separator under which the header is understood best; with equal ones the one with most cells.
    private static func likelyDelimiter(_ text: String) -> Unicode.Scalar {
        let head = String(text.prefix(8000))
        var best: (score: Int, delimiter: Unicode.Scalar) = (-1, ",")
        for delimiter in [",", ";", "\t", "|"] as [Unicode.Scalar] {
            let rows = DelimitedText(head, delimiter: delimiter).rows.prefix(12)
            let known = rows.map { row in row.count { ListColumn(header: CellText.clean($0.text)) != nil } }.max() ?? 0
            let score = known * 1000 + min(rows.map(\.count).max() ?? 0, 999)
            if score > best.score { best = (score, delimiter) }
        }
        return best.delimiter
    }
}

extension String {
    fileprivate var trimmingQuotes: String { hasPrefix("\"") ? String(dropFirst().prefix { $0 != "\"" }) : self }
}
