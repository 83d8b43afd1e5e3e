import Model

/// How many offices publish each item, as bars whose patterns can be told apart without colour.
enum ItemsSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let tallies = ItemTally.all(context.snapshot)
        let offices = tallies.map(\.total).max() ?? 0
        guard offices > 0 else { return }
        let rows = tallies.map { row($0, context) }
        try file.write(
            """
            <section id="informasi">
            <h2>\(context.text(PageTexts.itemsTitle))</h2>
            <p>\(context.text(PageTexts.itemsLead, ["n": String(offices)]))</p>
            \(Marks.legend(context))
            <table class="items">
            <thead><tr><th scope="col">\(context.text(ColumnTexts.item))</th>\
            <th scope="col" class="bar">\(context.text(ColumnTexts.share))</th>\
            <th scope="col" class="num">\(context.words.label(ItemState.present).capitalisedFirst)</th></tr></thead>
            <tbody>
            \(Markup.join(rows))\
            </tbody>
            </table>
            </section>

            """ as Markup)
    }

    private static func row(_ tally: ItemTally, _ context: ReportContext) -> Markup {
        """
        <tr><th scope="row">\(context.words.item(tally.item).name)\(Marks.star(tally.item, context))</th>\
        <td class="bar"><svg class="stack" width="100%" height="16" role="img" \
        aria-label="\(spoken(tally, context))">\(segments(tally))</svg></td>\
        <td class="num">\(context.text(ColumnTexts.outOf, ["n": String(tally[.present]), "total": String(tally.total)]))\
        </td></tr>

        """
    }

    private static func segments(_ tally: ItemTally) -> Markup {
        var start = 0
        var result = Markup()
        for state in ItemState.allCases where tally[state] > 0 {
            result += """
                <rect class="b\(Symbols.cellClass(state))" x="\(Symbols.percent(start, of: tally.total))" \
                width="\(Symbols.percent(tally[state], of: tally.total))" height="16"/>
                """
            start += tally[state]
        }
        return result
    }

    private static func spoken(_ tally: ItemTally, _ context: ReportContext) -> String {
        ItemState.allCases.filter { tally[$0] > 0 }
            .map { "\(context.words.label($0)) \(tally[$0])" }.joined(separator: ", ")
    }
}
