// The small parts of a workbook around the sheet itself (ECMA-376 part 1, 18.2, 18.4, 18.8).

/// `xl/workbook.xml`: which sheet is first, and from which year days are counted.
final class WorkbookOverview: XMLHandler {
    /// Relation id of the first visible sheet.
    private(set) var firstSheet: String?
    private(set) var countsFrom1904 = false
    let isDone = false

    func open(_ name: String, _ attributes: [String: String]) {
        if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
        guard name == "sheet", firstSheet == nil else { return }
        if attributes["state"] ?? "visible" == "visible" { firstSheet = attributes["id"] }
    }

    func close(_ name: String) {}
    func text(_ bytes: Span<UInt8>) {}
}

/// `xl/_rels/workbook.xml.rels`: in which file a sheet lies.
final class WorkbookRelations: XMLHandler {
    private var targets: [String: String] = [:]
    let isDone = false

    func open(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
        targets[id] = target
    }

    func close(_ name: String) {}
    func text(_ bytes: Span<UInt8>) {}

    /// Targets are relative to `xl/`, or absolute in the archive.
    func path(ofSheet id: String) -> String? {
        guard let target = targets[id] else { return nil }
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
}

/// `xl/sharedStrings.xml`: texts that cells point to. Phonetic hints (`rPh`) are no text.
final class SharedStrings: XMLHandler {
    private(set) var items: [String] = []
    private var current: [UInt8] = []
    private var inText = false
    private var phonetic = 0
    let isDone = false

    func open(_ name: String, _ attributes: [String: String]) {
        if name == "si" { current = [] }
        if name == "rPh" { phonetic += 1 }
        if name == "t" { inText = true }
    }

    func close(_ name: String) {
        if name == "si", items.count < Workbook.cellLimit { items.append(String(decoding: current, as: UTF8.self)) }
        if name == "rPh" { phonetic -= 1 }
        if name == "t" { inText = false }
    }

    func text(_ bytes: Span<UInt8>) {
        guard inText, phonetic == 0 else { return }
        for i in bytes.indices { current.append(bytes[i]) }
    }
}

/// `xl/styles.xml`: which cell styles show a date.
final class WorkbookStyles: XMLHandler {
    /// For each style index whether its format is a date.
    private(set) var dates: [Bool] = []
    private var dateFormats: Set<Int> = []
    private var inCellFormats = false
    let isDone = false

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return
            }
            if Self.showsDate(code) { dateFormats.insert(id) }
        case "cellXfs": inCellFormats = true
        case "xf":
            guard inCellFormats else { return }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            dates.append(Self.builtInDates.contains(id) || dateFormats.contains(id))
        default: break
        }
    }

    func close(_ name: String) { if name == "cellXfs" { inCellFormats = false } }
    func text(_ bytes: Span<UInt8>) {}

    /// Formats 14 to 17, 22 and those of other languages (ECMA-376 18.8.30).
    private static let builtInDates = Set([14, 15, 16, 17, 22] + Array(27...36) + Array(50...58))

    /// A format code with a day or a year outside quotes, brackets and escapes.
    static func showsDate(_ code: String) -> Bool {
        var quoted = false
        var bracketed = false
        var escaped = false
        for character in code.lowercased() {
            if escaped {
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else if character == "\"" {
                quoted.toggle()
            } else if character == "[" {
                bracketed = true
            } else if character == "]" {
                bracketed = false
            } else if !quoted,
                !bracketed, character == "d" || character == "y"
            {
                return true
            }
        }
        return false
    }
}
