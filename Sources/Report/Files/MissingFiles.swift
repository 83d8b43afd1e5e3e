import Model

/// `daftar-tanpa-situs.csv` and `.xlsx`: proven rows under their headings' order, then the rows that wait for proof.
enum MissingFiles {
    static let columns = [
        "nomor", "kode", "nama", "jenis", "kode_wilayah", "wilayah", "status", "keterangan_status", "terbukti",
        "alasan",
        "alamat_dicoba", "jumlah_putaran", "hari_percobaan", "percobaan_pertama", "percobaan_terakhir",
        "alamat_ditemukan", "keterangan", "nomor_bukti", "usul_nama",
    ]

    static func writeCSV(_ context: ReportContext, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        try file.write(CSV.byteOrderMark)
        try file.write(CSV.row(columns))
        for (index, row) in MissingRows(context.snapshot).all.enumerated() {
            try file.write(CSV.row([String(index + 1)] + cells(MissingRow(row, context), context)))
        }
        try file.finish()
    }

    private static func cells(_ row: MissingRow, _ context: ReportContext) -> [String] {
        [
            row.code, row.name, row.kind, row.regionCode, row.region, row.statusKey, row.status, row.proven, row.reason,
            row.tried, String(row.proof.attempts), row.proof.days.joined(separator: " "),
            row.proof.first.map { context.time.short($0) } ?? "", row.proof.last.map { context.time.short($0) } ?? "",
            row.found, row.note, row.proofNumber, row.suggestedHost,
        ]
    }

    static func writeXLSX(_ context: ReportContext, to path: String) throws(ReportError) {
        let rows = MissingRows(context.snapshot)
        var book = try XlsxWriter(path: path, frame: frame(context))
        let proven = MissingRows.headings.flatMap { rows.proven[$0] ?? [] }
        write(proven, sheet: MissingTexts.sheet, context, to: &book)
        write(rows.unproven, sheet: MissingTexts.annexSheet, context, to: &book)
        writeNotes(context, to: &book)
        try book.finish()
    }

    private static func write(
        _ rows: [NumberedOffice], sheet: Bilingual, _ context: ReportContext, to book: inout XlsxWriter
    ) {
        let heads = sheetColumns.map { XlsxColumn(title: context.text($0.head), width: $0.width) }
        book.begin(sheet: context.text(sheet), columns: heads, printed: printedColumns)
        for (index, row) in rows.enumerated() {
            let row = MissingRow(row, context)
            let printed: [XlsxCell] = [
                .number(index + 1), .text(row.name), .text(row.region), .text(row.status), .text(row.reason),
                .number(row.proof.attempts), .text(context.time.days(row.proof.days)), cell(row.proof.first, context),
                cell(row.proof.last, context),
            ]
            let others = [
                row.code, row.kind, row.regionCode, row.statusKey, row.proven, row.tried, row.found, row.note,
                row.proofNumber, row.suggestedHost,
            ]
            book.row(printed + others.map { .text($0) })
        }
        book.endSheet()
    }

    private static func cell(_ time: Timestamp?, _ context: ReportContext) -> XlsxCell {
        time.map { .time($0.civil(offsetHours: context.time.offsetHours)) } ?? .empty
    }

    /// What the list is, for whoever gets only the workbook.
    private static func writeNotes(_ context: ReportContext, to book: inout XlsxWriter) {
        let scan = context.snapshot.scan
        let sentence = CountSentence(context.snapshot)
        book.begin(
            sheet: context.text(MissingTexts.notesSheet),
            columns: [
                XlsxColumn(title: context.text(MissingTexts.about), width: 28),
                XlsxColumn(title: context.text(MissingTexts.content), width: 100),
            ])
        let lines: [(Bilingual, String)] = [
            (PageTexts.missingTitle, context.snapshot.regionTitle),
            (PageTexts.summary, sentence.text(context.language)),
            (ColumnTexts.proof, sentence.proofText(context.language)),
            (PageTexts.checked, context.time.dateTime(scan.finishedAt ?? scan.startedAt)),
            (PageTexts.scan, scan.id), (PageTexts.tool, "ronda " + scan.toolVersion), (PageTexts.rules, scan.rulesHash),
            (MissingTexts.zone, context.time.zone),
        ]
        for line in lines { book.row([.text(context.text(line.0)), .text(line.1)]) }
        book.endSheet()
    }

    private static func frame(_ context: ReportContext) -> XlsxFrame {
        let scan = context.snapshot.scan
        let title = context.text(PageTexts.missingTitle) + ": " + context.snapshot.regionTitle
        let made = (scan.finishedAt ?? scan.startedAt).milliseconds / 1000
        return XlsxFrame(title: title, foot: "ronda \(scan.toolVersion) · \(scan.id)", madeAt: made)
    }

    /// The first columns are for the reader of a letter and are printed; the rest is for filters and programs.
    private static let printedColumns = 9

    private static let sheetColumns: [(head: Bilingual, width: Double)] = [
        (ColumnTexts.number, 5), (ColumnTexts.office, 36), (ColumnTexts.region, 20), (ColumnTexts.status, 22),
        (ColumnTexts.reason, 42), (ColumnTexts.attemptsCount, 11), (ColumnTexts.days, 22),
        (ColumnTexts.firstAttempt, 16), (ColumnTexts.lastAttempt, 16), (ColumnTexts.code, 14), (ColumnTexts.kind, 14),
        (MissingTexts.regionCode, 9), (MissingTexts.statusKey, 13), (MissingTexts.provenHead, 10),
        (ColumnTexts.tried, 70), (MissingTexts.found, 32), (ColumnTexts.note, 32),
        (MissingTexts.proofNumber, 20), (OfficeTexts.suggested, 30),
    ]
}
