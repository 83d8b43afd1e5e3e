import Model

/// One sheet of a workbook as rows of text (ECMA-376 part 1, 18.3).
final class SheetReader: XMLHandler {
    private(set) var rows: [[String]] = []
    private(set) var isTooLarge = false
    private let strings: [String]
    private let dates: [Bool]
    private let from1904: Bool

    private var row = -1
    private var column = -1
    private var type = ""
    private var style = 0
    private var value: [UInt8] = []
    private var inValue = false
    private var phonetic = 0
    /// Cells made so far, empty ones in between included.
    private var cells = 0

    init(strings: [String], dates: [Bool], from1904: Bool) {
        self.strings = strings
        self.dates = dates
        self.from1904 = from1904
    }

    var isDone: Bool { isTooLarge }

    func open(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row": startRow(attributes["r"].flatMap { Int($0) })
        case "c": startCell(attributes)
        case "v": inValue = true
        case "t": inValue = column >= 0 && phonetic == 0
        case "rPh": phonetic += 1
        default: break
        }
    }

    func close(_ name: String) {
        switch name {
        case "c": endCell()
        case "v", "t": inValue = false
        case "rPh": phonetic -= 1
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard inValue, value.count < 100_000 else { return }
        for i in bytes.indices { value.append(bytes[i]) }
    }

    private func startRow(_ number: Int?) {
        row = number.map { $0 &- 1 } ?? row + 1
        column = -1
        if row < 0 || row >= Workbook.rowLimit {
            isTooLarge = true
            row = Workbook.rowLimit
        }
    }

    private func startCell(_ attributes: [String: String]) {
        column = attributes["r"].flatMap(Self.column) ?? column + 1
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        value = []
    }

    private func endCell() {
        guard !isTooLarge, row >= 0, !value.isEmpty, column >= 0, column < Workbook.columnLimit else { return }
        let text = shown(String(decoding: value, as: UTF8.self))
        guard !text.isEmpty else { return }
        cells += max(0, column + 1 - (row < rows.count ? rows[row].count : 0))
        guard cells <= Workbook.cellLimit else {
            isTooLarge = true
            return
        }
        while rows.count <= row { rows.append([]) }
        while rows[row].count <= column { rows[row].append("") }
        rows[row][column] = text
    }

    private func shown(_ raw: String) -> String {
        switch type {
        case "s": return Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": return raw == "1" ? "TRUE" : "FALSE"
        case "n":
            guard let number = Double(raw) else { return raw }
            if style < dates.count, dates[style], let day = day(number) { return day }
            return Self.plain(number, raw)
        default: return raw
        }
    }

    /// Whole numbers as digits; others as written.
    private static func plain(_ number: Double, _ raw: String) -> String {
        guard number == number.rounded(), abs(number) < 1e15 else { return raw }
        return String(Int64(number))
    }

    /// Day 60 of the 1900 system is 29 February 1900, which never was; days before it are one off.
    private func day(_ number: Double) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let whole = Int(number)
        let epoch: Int
        if from1904 {
            epoch = CivilTime.daysSinceEpoch(year: 1904, month: 1, day: 1)
        } else {
            epoch = CivilTime.daysSinceEpoch(year: 1899, month: 12, day: whole < 60 ? 31 : 30)
        }
        let date = CivilTime.date(daysSinceEpoch: epoch + whole)
        return CivilTime(year: date.year, month: date.month, day: date.day, hour: 0, minute: 0, second: 0).dateText
    }

    /// `AB12` is column 27.
    static func column(_ reference: String) -> Int? {
        var number = 0
        for byte in reference.utf8 {
            guard byte.isLetter else { break }
            number = number * 26 + Int(byte.lowered - 96)
            guard number < 100_000 else { return nil }
        }
        return number == 0 ? nil : number - 1
    }
}
