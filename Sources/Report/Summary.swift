import Model
import Rules

/// What a terminal shows at the end of a round: the count sentence and the ladder.
public struct Summary: Sendable {
    private let context: ReportContext

    public init(snapshot: ScanSnapshot, book: RuleBook, language: Language) {
        self.init(snapshot: snapshot, words: Vocabulary(book, language))
    }

    init(snapshot: ScanSnapshot, words: Vocabulary) { context = ReportContext(snapshot: snapshot, words: words) }

    /// Lines without line ends, harmless to any terminal.
    public var lines: [String] {
        let sentence = CountSentence(context.snapshot)
        return [
            PlainText.clean(context.snapshot.regionTitle), sentence.text(context.language),
            sentence.proofText(context.language), "",
        ] + ladder
    }

    private var ladder: [String] {
        let ladder = Ladder(context.snapshot)
        let rows = ladder.rungs.filter { $0.total > 0 }.map { rung in
            [
                context.words.label(rung.status), String(rung.opd), String(rung.puskesmas), String(rung.kelurahan),
                String(rung.total),
            ]
        }
        let heads = [
            ColumnTexts.status, ColumnTexts.opd, ColumnTexts.puskesmas, ColumnTexts.kelurahan, ColumnTexts.total,
        ].map { context.text($0) }
        var table = TextTable(heads: heads, numeric: [1, 2, 3, 4])
        rows.forEach { table.add($0) }
        if !ladder.hasKelurahan { table.drop(column: 3) }
        return table.lines
    }
}
