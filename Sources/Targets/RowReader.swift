import Model
import Rules

/// Reads one row of a list into a target, noting what is doubtful.
struct RowReader {
    let table: ListTable
    let layout: ListLayout
    let book: RuleBook
    private(set) var problems: [DataProblem] = []

    init(table: ListTable, layout: ListLayout, book: RuleBook) {
        self.table = table
        self.layout = layout
        self.book = book
    }

    /// The office of a row; nil, with an error noted, when the row names none.
    mutating func read(_ row: ListTable.Row) -> Target? {
        let name = layout.text(.name, row)
        guard !CellText.isNone(name) else {
            if row.cells.contains(where: { !CellText.clean($0.text).isEmpty }) {
                note(.name, row, .error, "the name is empty, expected the official name of the office")
            }
            return nil
        }
        let address = ListedAddress(layout.text(.url, row))
        if let warning = address.warning { note(.url, row, .warning, warning) }
        var extra = extras(row)
        if !address.others.isEmpty { extra["url_lain"] = address.others.joined(separator: " ") }
        let parent = layout.text(.parent, row)
        return Target(
            code: code(row), name: name, kind: kind(row, name), region: region(row), listed: address.listed,
            parent: CellText.isNone(parent) ? nil : parent, note: layout.text(.note, row), extra: extra,
            source: layout.place(.name, row, table.file))
    }

    private mutating func code(_ row: ListTable.Row) -> String {
        let text = layout.text(.code, row)
        if CellText.isNone(text) { return "" }
        if CellText.isScientific(text) {
            note(
                .code, row, .error,
                "a spreadsheet wrote the code '\(text)' as a number and lost digits; format the column as text. "
                    + "A code was made from the name")
            return ""
        }
        let usual = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
        }
        if !usual {
            let safe = OfficeCode.slug(text)
            note(.code, row, .warning, "the code '\(text)' may hold only letters, digits, . _ and -; read as \(safe)")
            return safe
        }
        return text
    }

    private mutating func region(_ row: ListTable.Row) -> String {
        let code = RegionCode(layout.text(.region, row), register: book.regions)
        if let error = code.error { note(.region, row, .error, error) }
        if let warning = code.warning, warning != RegionCode.unknown(code.code) {
            note(.region, row, .warning, warning)
        }
        return code.code
    }

    private mutating func kind(_ row: ListTable.Row, _ name: String) -> String {
        let written = layout.text(.kind, row)
        let inferred = KindInference.kind(ofName: name, book.nomenclature)
        if CellText.isNone(written) {
            if inferred == nil {
                note(.name, row, .warning, "the kind of '\(name)' cannot be told from its name; fill the column jenis")
            }
            return inferred ?? ""
        }
        let key = written.lowercased()
        if book.nomenclature.isKnown(key) { return key }
        if let known = KindInference.kind(ofName: written, book.nomenclature) ?? inferred {
            // A word of class such as "Dinas" is no mistake when the name tells the rest.
            if !KindInference.isClassWord(key) {
                note(.kind, row, .warning, "the kind '\(written)' is not known; read as \(known)")
            }
            return known
        }
        note(
            .kind, row, .warning,
            "the kind '\(written)' is not known; expected a key such as kesehatan, puskesmas, kecamatan, portal "
                + "(ronda rules list shows all)")
        return ""
    }

    private func extras(_ row: ListTable.Row) -> [String: String] {
        var extra: [String: String] = [:]
        for (position, name) in layout.extras where position < row.cells.count {
            let text = CellText.clean(row.cells[position].text)
            if !text.isEmpty { extra[name] = text }
        }
        return extra
    }

    private mutating func note(
        _ column: ListColumn, _ row: ListTable.Row, _ severity: DataProblem.Severity, _ message: String
    ) {
        problems.append(
            DataProblem(place: layout.place(column, row, table.file), severity: severity, message: message))
    }
}
