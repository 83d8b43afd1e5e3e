import Model

/// A CSV form that keeps every byte: cells with their places, and where each record ends.
struct CSVForm {
    struct Record {
        var cells: [FormTable.Cell]
        /// Offset of the first byte of the line end, or of the end of the file.
        var end: Int
    }

    let bytes: [UInt8]
    let delimiter: UInt8
    let isUTF8: Bool
    private(set) var records: [Record] = []

    /// Nil for UTF-16 and binary files.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) { return nil }
        self.bytes = bytes
        isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        delimiter = Self.delimiter(bytes, from: start)
        var scanner = CSVScanner(bytes: bytes, at: start, delimiter: delimiter, isUTF8: isUTF8)
        while let record = scanner.next() { records.append(record) }
    }

    /// Excel's own first line `sep=;`, else the sign that occurs most in the first lines outside quotes.
    private static func delimiter(_ bytes: [UInt8], from start: Int) -> UInt8 {
        let head = bytes[start...].prefix(8000)
        let first = head.prefix { $0 != 10 && $0 != 13 }
        if first.starts(with: Array("sep=".utf8)), first.count == 5, let sign = first.last { return sign }
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in head {
            if byte == 0x22 { quoted.toggle() }
            if !quoted, [0x2C, 0x3B, 0x09, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0x2C
    }

    /// The form with texts added at the end of its records; nothing else is changed.
    ///
    /// - Parameter additions: texts by the record's place; each record is first filled up to the widest one.
    func adding(_ additions: [Int: [String]]) -> [UInt8] {
        let width = records.map(\.cells.count).max() ?? 0
        var result: [UInt8] = []
        var at = 0
        for (index, record) in records.enumerated() {
            guard let texts = additions[index] else { continue }
            result += bytes[at..<record.end]
            result += [UInt8](repeating: delimiter, count: width - record.cells.count)
            for text in texts { result += [delimiter] + field(text) }
            at = record.end
        }
        return result + bytes[at...]
    }

    /// A cell of ours: harmless to a spreadsheet, always quoted.
    private func field(_ text: String) -> [UInt8] {
        let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
        guard !isUTF8 else { return Array(quoted.utf8) }
        return quoted.unicodeScalars.map { WindowsText.byte($0) }
    }
}

/// Cuts a CSV text (RFC 4180) by bytes.
private struct CSVScanner {
    let bytes: [UInt8]
    var at: Int
    let delimiter: UInt8
    let isUTF8: Bool
    private var line = 1
    private var lineStart: Int

    init(bytes: [UInt8], at: Int, delimiter: UInt8, isUTF8: Bool) {
        self.bytes = bytes
        self.at = at
        self.delimiter = delimiter
        self.isUTF8 = isUTF8
        lineStart = at
    }

    mutating func next() -> CSVForm.Record? {
        guard at < bytes.count else { return nil }
        var record = CSVForm.Record(cells: [cell()], end: at)
        while at < bytes.count, bytes[at] == delimiter {
            at += 1
            record.cells.append(cell())
        }
        record.end = at
        endLine()
        return record
    }

    private mutating func cell() -> FormTable.Cell {
        let start = at
        let place = (line, column(start))
        var value: [UInt8] = []
        if at < bytes.count, bytes[at] == 0x22 { value = quoted() }
        while at < bytes.count, bytes[at] != delimiter, bytes[at] != 10, bytes[at] != 13 {
            value.append(bytes[at])
            at += 1
        }
        let text = isUTF8 ? String(decoding: value, as: UTF8.self) : WindowsText.text(value)
        return FormTable.Cell(text: text, line: place.0, column: place.1)
    }

    private mutating func quoted() -> [UInt8] {
        var value: [UInt8] = []
        at += 1
        while at < bytes.count {
            if bytes[at] == 0x22 {
                at += 1
                guard at < bytes.count, bytes[at] == 0x22 else { return value }
            }
            value.append(bytes[at])
            if bytes[at] == 10 || bytes[at] == 13 {
                let isPair = bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10
                if isPair {
                    at += 1
                    value.append(10)
                }
                line += 1
                lineStart = at + 1
            }
            at += 1
        }
        return value
    }

    /// CR, LF and CRLF end a line.
    private mutating func endLine() {
        guard at < bytes.count else { return }
        if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
        at += 1
        line += 1
        lineStart = at
    }

    /// In characters from 1.
    private func column(_ place: Int) -> Int {
        guard lineStart < place else { return 1 }
        let before = bytes[lineStart..<place]
        return (isUTF8 ? before.count { $0 & 0xC0 != 0x80 } : before.count) + 1
    }
}

/// windows-1252 (WHATWG Encoding Standard), both ways.
enum WindowsText {
    private static let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
            text.append(Unicode.Scalar(value) ?? "?")
        }
        return String(text)
    }

    /// The byte of a scalar; `?` for one that the encoding lacks.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8 {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return high.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) } ?? 0x3F
    }
}
