import Foundation
import Model
import Rules

/// Reads objections that offices sent in one table: who objects to which row, with what words.
///
/// Columns, in any order: `kode` (of the office), `oleh` (name and post), `isi` (the words), and where given `url` (the
/// site the office names) and `waktu` (ISO 8601). Further columns are not read.
public enum ObjectionListReader {
    /// One objection of the table.
    public struct Line: Sendable, Hashable {
        public var office: String
        public var by: String
        public var note: String
        public var address: WebAddress?
        public var at: Timestamp?
        public var place: SourcePlace
    }

    /// Rows read from one file at most.
    public static let limit = 20_000

    /// - Throws: `TargetsError` when the file cannot be opened. A row that says too little is left out and named.
    public static func read(
        path: String, _ language: Language = .id
    ) throws(TargetsError) -> (lines: [Line], problems: [DataProblem]) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        return read(bytes: [UInt8](data), file: path, language)
    }

    /// As above, from the bytes of a file.
    public static func read(
        bytes: [UInt8], file: String, _ language: Language = .id
    ) -> (lines: [Line], problems: [DataProblem]) {
        let text = ListText.decode(bytes).text
        let first = text.prefix { !$0.isNewline }
        let delimiter: Unicode.Scalar = first.contains("\t") ? "\t" : first.contains(";") ? ";" : ","
        let table = DelimitedText(text, delimiter: delimiter)
        var reading = Reading(file: file, language: language)
        for fault in table.faults {
            reading.say(fault.line, fault.column, fault.fault.sentence(.id), fault.fault.sentence(.en))
        }
        reading.read(table.rows)
        return (reading.lines, reading.problems)
    }
}

/// The rows of one file while they are read.
private struct Reading {
    let file: String
    let language: Language
    var lines: [ObjectionListReader.Line] = []
    var problems: [DataProblem] = []
    private var columns: [Column: Int] = [:]

    init(file: String, language: Language) {
        self.file = file
        self.language = language
    }

    enum Column: String, CaseIterable {
        case office, by, note, address, at

        var heads: Set<String> {
            switch self {
            case .office: ["kode", "kode_kantor", "kode kantor", "code", "office"]
            case .by: ["oleh", "nama", "disanggah_oleh", "disanggah oleh", "by", "name"]
            case .note: ["isi", "sanggahan", "keterangan", "alasan", "note", "objection"]
            case .address: ["url", "alamat", "situs", "alamat_menurut_penyanggah", "website", "address"]
            case .at: ["waktu", "tanggal", "time", "date"]
            }
        }
    }

    mutating func say(_ line: Int, _ column: Int, _ indonesian: String, _ english: String) {
        let place = SourcePlace(file: file, line: line, column: column)
        problems.append(DataProblem(place: place, message: language == .id ? indonesian : english))
    }

    mutating func read(_ rows: [[DelimitedText.Cell]]) {
        let head = rows.first?.map { $0.text.lowercased().trimmingCharacters(in: .whitespaces) } ?? []
        for column in Column.allCases { columns[column] = head.firstIndex(where: column.heads.contains) }
        guard columns[.office] != nil, columns[.by] != nil, columns[.note] != nil else {
            return say(
                1, 1, "baris judul harus memuat kolom kode, oleh, dan isi (boleh ditambah url dan waktu)",
                "the header must have the columns kode, oleh and isi (url and waktu may be added)")
        }
        for row in rows.dropFirst().prefix(ObjectionListReader.limit) { read(row) }
        if rows.count - 1 > ObjectionListReader.limit {
            say(
                ObjectionListReader.limit + 2, 1, "lebih dari \(ObjectionListReader.limit) baris; bagi berkasnya",
                "more than \(ObjectionListReader.limit) rows; split the file")
        }
    }

    private mutating func read(_ row: [DelimitedText.Cell]) {
        let line = row.first?.line ?? 1
        guard let office = filled(.office, row, "kode kantor", "the office's code"),
            let by = filled(.by, row, "nama yang menyanggah", "the name of who objects"),
            let note = filled(.note, row, "isi sanggahan", "the words of the objection")
        else { return }
        var said = ObjectionListReader.Line(
            office: office, by: by, note: note, place: SourcePlace(file: file, line: line, column: 1))
        if let (text, cell) = cell(.address, row) {
            let address = WebAddress(text.contains("://") ? text : "https://\(text)/")
            guard let address, address.host.contains("."), !text.contains("@") else {
                return say(
                    cell.line, cell.column,
                    "'\(text)' bukan alamat situs; seharusnya seperti https://dinkes.contohkab.go.id",
                    "'\(text)' is no web address; it should be like https://dinkes.contohkab.go.id")
            }
            said.address = address
        }
        if let (text, cell) = cell(.at, row) {
            guard let at = Timestamp(iso8601: text) else {
                return say(
                    cell.line, cell.column,
                    "waktu '\(text)' tidak terbaca; seharusnya seperti 2026-11-22 atau 2026-11-22T09:00:00Z",
                    "the time '\(text)' cannot be read; it should be like 2026-11-22 or 2026-11-22T09:00:00Z")
            }
            said.at = at
        }
        lines.append(said)
    }

    private mutating func filled(
        _ column: Column, _ row: [DelimitedText.Cell], _ indonesian: String, _ english: String
    ) -> String? {
        if let (text, _) = cell(column, row) { return text }
        say(row.first?.line ?? 1, (columns[column] ?? 0) + 1, "\(indonesian) kosong", "\(english) is empty")
        return nil
    }

    private func cell(_ column: Column, _ row: [DelimitedText.Cell]) -> (String, DelimitedText.Cell)? {
        guard let index = columns[column], index < row.count else { return nil }
        let text = CellText.clean(row[index].text)
        return text.isEmpty ? nil : (text, row[index])
    }
}
