import Model

/// A form as rows of placed texts, whatever file it came in.
struct FormTable {
    struct Cell {
        var text: String
        /// Line of the file or row of the sheet, from 1.
        var line: Int
        /// Place in the line in characters, or column of the sheet, from 1.
        var column: Int
        /// `C5` in a sheet.
        var name: String?
    }

    var file: String
    var rows: [[Cell]]

    func place(_ cell: Cell) -> SourcePlace { SourcePlace(file: file, line: cell.line, column: cell.column) }
}

/// Which column of a form says what; found by its header, in any order.
struct FormLayout {
    enum Column: CaseIterable { case office, indicator, product, score, code }

    let headerRow: Int
    let positions: [Column: Int]

    /// The header is the row that names most columns, a score or an indicator among them; nil when there is none.
    init?(_ rows: [[FormTable.Cell]]) {
        var best: (row: Int, found: [Column: Int])?
        for (index, row) in rows.prefix(Self.searched).enumerated() {
            let found = Self.columns(of: row)
            let isHeader =
                found[.indicator] != nil || (found[.score] != nil && (found[.product] ?? found[.office]) != nil)
            if isHeader, found.count > best?.found.count ?? 0 { best = (index, found) }
        }
        guard let best else { return nil }
        headerRow = best.row
        positions = best.found
    }

    func cell(_ column: Column, of row: [FormTable.Cell]) -> FormTable.Cell? {
        guard let position = positions[column], position < row.count else { return nil }
        return row[position]
    }

    private static let searched = 30

    private static func columns(of row: [FormTable.Cell]) -> [Column: Int] {
        var found: [Column: Int] = [:]
        for (position, cell) in row.enumerated() where cell.text.count < 60 {
            let words = IndicatorMatcher.words(cell.text)
            guard !words.isEmpty, !cell.text.hasPrefix(FormColumns.prefix) else { continue }
            for column in Column.allCases where found[column] == nil {
                if names[column]?.contains(where: { words == $0 || (words.count < 4 && words.starts(with: $0)) })
                    == true
                {
                    found[column] = position
                    break
                }
            }
        }
        return found
    }

    private static let names: [Column: [[String]]] = [
        .office: words(
            "lokus", "unit layanan", "unit", "opd", "nama opd", "kantor", "instansi", "perangkat daerah", "skpd",
            "unit kerja", "nama instansi", "nama unit", "penyelenggara", "office"),
        .indicator: words(
            "indikator", "kode indikator", "komponen", "variabel", "butir", "unsur", "dimensi", "aspek", "kriteria",
            "pertanyaan", "uraian", "indicator", "parameter"),
        .product: words(
            "produk", "produk layanan", "nama produk", "layanan", "jenis layanan", "jenis pelayanan", "product"),
        .score: words(
            "nilai", "skor", "score", "poin", "nilai asesor", "nilai penilai", "nilai akhir", "skor penilai", "hasil"),
        .code: words("kode", "kode kantor", "kode lokus", "kode opd", "kode unit"),
    ]

    private static func words(_ names: String...) -> [[String]] { names.map(IndicatorMatcher.words) }
}
