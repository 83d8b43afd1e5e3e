import Model

/// `daftar-tanpa-situs.csv` and `.xlsx`: proven rows under their headings' order, then the rows that wait for proof.
enum MissingFiles {
    static let columns = [
        "nomor", "kode", "nama", "jenis", "kode_wilayah", "wilayah", "status", "keterangan_status", "terbukti",
        "alasan",
        "alamat_dicoba", "jumlah_putaran", "hari_percobaan", "percobaan_pertama", "percobaan_terakhir",
        "alamat_ditemukan", "keterangan",
    ]

    static func writeCSV(_ context: ReportContext, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        try file.write(CSV.byteOrderMark)
        try file.write(CSV.row(columns))
        for (index, row) in MissingRows(context.snapshot).all.enumerated() {
            let proof = row.office.verdict.proof
            let times = [proof.first, proof.last].map { $0.map { context.time.short($0) } ?? "" }
            let words = words(row, context)
            try file.write(
                CSV.row(
                    [String(index + 1)] + words.before + [String(proof.attempts), proof.days.joined(separator: " ")]
                        + times + words.after))
        }
        try file.finish()
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
        book.begin(sheet: context.text(sheet), columns: sheetColumns(context))
        for (index, row) in rows.enumerated() {
            let proof = row.office.verdict.proof
            let words = words(row, context)
            let numbers: [XlsxCell] = [.number(proof.attempts), .text(proof.days.joined(separator: " "))]
            let times = [proof.first, proof.last].map { cell($0, context) }
            book.row(
                [.number(index + 1)] + words.before.map { .text($0) } + numbers + times + words.after.map { .text($0) })
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

    // MARK: Cells

    /// The texts of a row that stand before and after its numbers and dates.
    private static func words(
        _ row: NumberedOffice, _ context: ReportContext
    ) -> (before: [String], after: [String]) {
        let target = row.office.target
        let before = [
            target.code, target.name, target.kind, target.region, context.region(target), row.status.rawValue,
            context.words.label(row.status), context.text(row.isProven ? MissingTexts.yes : MissingTexts.no),
            context.words.reason(row.office.verdict), tried(row.office, context),
        ]
        return (before, [row.office.verdict.finalAddress?.description ?? "", target.note])
    }

    /// Every address of this round with its answer.
    private static func tried(_ office: OfficeResult, _ context: ReportContext) -> String {
        office.attempts.map { attempt in
            let address = attempt.candidate.address
            let shown = attempt.isDefanged ? Defang.address(address) : address.description
            return "\(shown) (\(context.words.label(attempt.result)))"
        }.joined(separator: "; ")
    }

    private static func sheetColumns(_ context: ReportContext) -> [XlsxColumn] {
        let heads: [(Bilingual, Double)] = [
            (ColumnTexts.number, 5), (ColumnTexts.code, 14), (ColumnTexts.office, 38), (ColumnTexts.kind, 14),
            (MissingTexts.regionCode, 9), (ColumnTexts.region, 22), (MissingTexts.statusKey, 12),
            (ColumnTexts.status, 22), (MissingTexts.provenHead, 9), (ColumnTexts.reason, 44), (ColumnTexts.tried, 60),
            (ColumnTexts.attemptsCount, 10), (ColumnTexts.days, 12), (ColumnTexts.firstAttempt, 17),
            (ColumnTexts.lastAttempt, 17), (MissingTexts.found, 30), (ColumnTexts.note, 30),
        ]
        return heads.map { XlsxColumn(title: context.text($0.0), width: $0.1) }
    }
}
