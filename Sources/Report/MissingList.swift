import Model
import Rules

/// The list of offices without a website as a terminal shows it (`ronda missing`).
public struct MissingList: Sendable {
    private let context: ReportContext

    public init(snapshot: ScanSnapshot, book: RuleBook, language: Language) {
        self.init(snapshot: snapshot, words: Vocabulary(book, language))
    }

    init(snapshot: ScanSnapshot, words: Vocabulary) { context = ReportContext(snapshot: snapshot, words: words) }

    /// How many rows may be named in a letter.
    public var provenCount: Int { MissingRows(context.snapshot).proven.values.reduce(0) { $0 + $1.count } }

    /// Proven rows under their headings, then the annex; harmless to any terminal.
    public var lines: [String] {
        let rows = MissingRows(context.snapshot)
        var lines = [CountSentence(context.snapshot).text(context.language)]
        for status in MissingRows.headings {
            guard let proven = rows.proven[status], !proven.isEmpty else { continue }
            lines += section(MissingTexts.heading(status), proven)
        }
        if !rows.unproven.isEmpty { lines += section(PageTexts.annexTitle, rows.unproven) }
        return lines
    }

    private func section(_ title: Bilingual, _ rows: [NumberedOffice]) -> [String] {
        let columns = [
            ColumnTexts.number, ColumnTexts.code, ColumnTexts.office, ColumnTexts.status, MissingTexts.tried,
            ColumnTexts.attemptsCount, ColumnTexts.days, MissingTexts.proofNumber, OfficeTexts.suggested,
        ]
        var table = TextTable(heads: columns.map { context.text($0) }, numeric: [0, 4, 5])
        for (index, row) in rows.enumerated() {
            let proof = row.office.verdict.proof
            table.add([
                String(index + 1), row.office.target.code, row.office.target.name, context.words.label(row.status),
                String(Set(row.office.attempts.map(\.candidate.address)).count), String(proof.attempts),
                proof.days.joined(separator: " "), row.proofNumber(in: context.snapshot.scan),
                row.office.suggestedHost ?? "-",
            ])
        }
        let said = rows.flatMap { row in
            StandingLines.of(row.office, context.time, context.language).map {
                "  \(row.office.target.code): \(PlainText.clean($0, limit: 300))"
            }
        }
        return ["", "\(context.text(title)) (\(rows.count))"] + table.lines + said
    }
}
