import Model
import Rules

/// Reads one row of a list into a target, noting what is doubtful.
struct RowReader {
    let table: ListTable
    let layout: ListLayout
    let book: RuleBook
    private(set) var problems: [ListProblem] = []

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
                note(.name, row, .noName)
            }
            return nil
        }
        let address = ListedAddress(layout.text(.url, row))
        if let fault = address.fault { note(.url, row, fault) }
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
            note(.code, row, .codeAsNumber(text))
            return ""
        }
        let usual = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
        }
        if !usual {
            let safe = OfficeCode.slug(text)
            note(.code, row, .codeSigns(text, readAs: safe))
            return safe
        }
        return text
    }

    private mutating func region(_ row: ListTable.Row) -> String {
        let code = RegionCode(layout.text(.region, row), register: book.regions)
        if let fault = code.fault { note(.region, row, fault) }
        return code.code
    }

    private mutating func kind(_ row: ListTable.Row, _ name: String) -> String {
        let written = layout.text(.kind, row)
        let inferred = KindInference.kind(ofName: name, book.nomenclature)
        if CellText.isNone(written) {
            if inferred == nil {
                note(.name, row, .kindNotTold(name: name))
            }
            return inferred ?? ""
        }
        let key = written.lowercased()
        if book.nomenclature.isKnown(key) { return key }
        if let known = KindInference.kind(ofName: written, book.nomenclature) ?? inferred {
            // A word of class such as "Dinas" is no mistake when the name tells the rest.
            if !KindInference.isClassWord(key) {
                note(.kind, row, .kindReadAs(written, readAs: known))
            }
            return known
        }
        note(.kind, row, .kindUnknown(written))
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

    private mutating func note(_ column: ListColumn, _ row: ListTable.Row, _ fault: ListFault) {
        problems.append(ListProblem(place: layout.place(column, row, table.file), fault: fault))
    }
}
