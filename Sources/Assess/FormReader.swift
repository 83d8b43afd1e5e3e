import Archive
import Digest
import Model
import Parse
import Rules

/// An assessor's form as it came, and where its rows and columns stand.
public struct FormFile {
    enum Kind {
        case csv(CSVForm)
        case sheet(SheetForm)
    }

    let name: String
    let kind: Kind
    let table: FormTable
    let layout: FormLayout

    /// Opens a form.
    ///
    /// - Parameter name: the name that problems give.
    public init(_ bytes: [UInt8], name: String) throws(AssessError) {
        self.name = name
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let sheet = try Self.sheet(bytes, name)
            kind = .sheet(sheet)
            table = FormTable(file: name, rows: sheet.rows)
        } else {
            guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), !bytes.starts(with: Array("%PDF".utf8)),
                let csv = CSVForm(bytes)
            else { throw .unsupported(file: name) }
            kind = .csv(csv)
            table = FormTable(file: name, rows: csv.records.map(\.cells))
        }
        guard let layout = FormLayout(table.rows) else { throw .noHeader(file: name) }
        self.layout = layout
    }

    private static func sheet(_ bytes: [UInt8], _ name: String) throws(AssessError) -> SheetForm {
        do { return try SheetForm(bytes) } catch let error as WorkbookError {
            throw .workbook(file: name, error.description)
        } catch ArchiveError.tooLarge {
            throw .tooLarge(file: name)
        } catch {
            throw .unsupported(file: name)
        }
    }

    /// The file with texts of ours beside the assessor's columns.
    ///
    /// - Parameter additions: texts by place of the row in the table; the header is one of them.
    func adding(_ additions: [Int: [String]]) throws(AssessError) -> [UInt8] {
        switch kind {
        case .csv(let form): return form.adding(additions)
        case .sheet(let form):
            let byNumber = Dictionary(uniqueKeysWithValues: additions.map { ($0 + 1, $1) })
            do { return try form.adding(byNumber, headers: layout.headerRow + 1) } catch {
                throw .tooLarge(file: name)
            }
        }
    }
}

/// Reads what an assessor entered.
public struct FormReader: Sendable {
    let edition: Instrument
    let loci: [Assessment.Locus]
    let language: Language
    private let indicators: IndicatorMatcher
    private let offices: LocusMatcher

    public init(edition: Instrument, loci: [Assessment.Locus], book: RuleBook, language: Language) {
        self.edition = edition
        self.loci = loci
        self.language = language
        indicators = IndicatorMatcher(edition) { item in
            let definition = book.item(item)
            return [definition.name.id, definition.name.en, item.rawValue]
        }
        offices = LocusMatcher(loci) { kind in
            book.nomenclature.kinds.first { $0.key == kind }.map { $0.names + $0.abbreviations } ?? []
        }
    }

    /// The rows below the header with what they say, and every row that cannot be used, as file:line:column.
    ///
    /// - Parameter office: the office of the whole form, when it is about one.
    public func read(
        _ file: FormFile, office: String?
    ) throws(AssessError) -> (rows: [AssessorForm.Row], problems: [DataProblem]) {
        let layout = file.layout
        let hasOffice = layout.positions[.office] != nil || layout.positions[.code] != nil
        let only = office ?? (loci.count == 1 ? loci[0].code : nil)
        guard hasOffice || only != nil else { throw .noOffice(file: file.name) }
        var reading = Reading(file: file, only: only, language: language)
        for index in file.table.rows.indices.dropFirst(layout.headerRow + 1) {
            let cells = file.table.rows[index]
            guard cells.contains(where: { !$0.text.trimmed.isEmpty }) else { continue }
            row(cells, index, &reading)
        }
        return (reading.rows, reading.problems)
    }

    private func row(_ cells: [FormTable.Cell], _ index: Int, _ reading: inout Reading) {
        let layout = reading.file.layout
        let office = office(cells, &reading)
        let product = layout.cell(.product, of: cells)?.text.trimmed ?? ""
        let score = score(layout.cell(.score, of: cells), &reading)
        var indicator: String?
        if layout.positions[.indicator] != nil {
            indicator = self.indicator(layout.cell(.indicator, of: cells), scored: score != nil, &reading)
        } else {
            // A form of products only: each row is the score of one.
            indicator = Scoring.total
        }
        let row = AssessorForm.Row(
            line: index + 1, office: office, indicator: indicator, product: product, score: score?.plain)
        if score != nil, let cell = layout.cell(.score, of: cells) { reading.checkTwice(row, cell) }
        reading.rows.append(row)
    }

    /// The office of a row; an empty cell means the one above, as in merged cells.
    private func office(_ cells: [FormTable.Cell], _ reading: inout Reading) -> String? {
        let layout = reading.file.layout
        let named = [layout.cell(.code, of: cells), layout.cell(.office, of: cells)].compactMap { $0 }
            .filter { !$0.text.trimmed.isEmpty }
        for cell in named {
            if let code = offices.match(cell.text) {
                reading.office = code
                return code
            }
        }
        if let cell = named.last, layout.positions[.office] != nil || named.first?.text != nil {
            if let only = reading.only { return only }
            reading.office = nil
            reading.fail(
                cell, .error, "'\(cell.text)' bukan lokus penilaian ini (\(loci.map(\.code).joined(separator: ", ")))",
                "'\(cell.text)' is no locus of this assessment (\(loci.map(\.code).joined(separator: ", ")))")
            return nil
        }
        return reading.only ?? reading.office
    }

    private func indicator(_ cell: FormTable.Cell?, scored: Bool, _ reading: inout Reading) -> String? {
        guard let cell, !cell.text.trimmed.isEmpty else { return nil }
        switch indicators.match(cell.text) {
        case .one(let key): return key
        case .several(let keys):
            reading.fail(
                cell, .error,
                "'\(cell.text)' cocok dengan beberapa indikator; tulis salah satu: \(keys.joined(separator: ", "))",
                "'\(cell.text)' fits several indicators; write one of: \(keys.joined(separator: ", "))")
        case .none:
            reading.fail(
                cell, scored ? .error : .warning,
                "'\(cell.text)' bukan indikator \(edition.key); baris ini dibiarkan dan tidak dijumlahkan",
                "'\(cell.text)' is no indicator of \(edition.key); the row is left as it is and not summed")
        }
        return nil
    }

    private func score(_ cell: FormTable.Cell?, _ reading: inout Reading) -> Score? {
        guard let cell, !cell.text.trimmed.isEmpty, !Self.blanks.contains(cell.text.trimmed) else { return nil }
        guard let score = Score(cell.text.trimmed) else {
            reading.fail(
                cell, .error, "'\(cell.text)' bukan nilai; seharusnya angka seperti 77,5",
                "'\(cell.text)' is no score; expected a number such as 77.5")
            return nil
        }
        guard score.value <= .init(written: edition.score.scale) else {
            reading.fail(
                cell, .error,
                "nilai \(cell.text) melebihi skala 0 sampai \(Score(.init(written: edition.score.scale)).plain)",
                "the score \(cell.text) is more than \(Score(.init(written: edition.score.scale)).plain), the end of the scale"
            )
            return nil
        }
        return score
    }

    private static let blanks: Set<String> = ["-", "–", "n/a", "N/A"]
}

/// What reading a form has come to so far.
private struct Reading {
    let file: FormFile
    /// The office of the whole form.
    let only: String?
    let language: Language
    /// The office of the rows above.
    var office: String?
    var rows: [AssessorForm.Row] = []
    var problems: [DataProblem] = []
    private var seen: [String: Int] = [:]

    init(file: FormFile, only: String?, language: Language) {
        self.file = file
        self.only = only
        self.language = language
    }

    mutating func fail(
        _ cell: FormTable.Cell, _ severity: DataProblem.Severity, _ indonesian: String, _ english: String
    ) {
        let place = cell.name.map { language == .id ? "sel \($0): " : "cell \($0): " } ?? ""
        problems.append(
            DataProblem(
                place: file.table.place(cell), severity: severity,
                message: place + (language == .id ? indonesian : english)))
    }

    /// The same office, product and indicator scored twice: which one counts is not for us to say.
    mutating func checkTwice(_ row: AssessorForm.Row, _ cell: FormTable.Cell) {
        guard let office = row.office, let indicator = row.indicator else { return }
        let key = "\(office)\u{1}\(indicator)\u{1}\(row.product.lowercased())"
        if let line = seen[key] {
            fail(
                cell, .error, "sudah dinilai pada baris \(line); hapus salah satu atau isi kolom produk",
                "scored on line \(line) already; remove one or fill the product column")
        }
        seen[key] = row.line
    }
}
