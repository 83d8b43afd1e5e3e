import Model

/// Every rung of the ladder with its counts and a bar.
enum LadderTable {
    static func markup(_ context: ReportContext) -> Markup {
        let ladder = Ladder(context.snapshot)
        let widest = ladder.rungs.map(\.total).max() ?? 0
        let rows = ladder.rungs.map { rung in row(rung, widest: widest, withKelurahan: ladder.hasKelurahan, context) }
        let kelurahan: Markup =
            ladder.hasKelurahan ? "<th scope=\"col\" class=\"num\">\(context.text(ColumnTexts.kelurahan))</th>" : ""
        return """
            <table class="ladder">
            <caption>\(context.text(PageTexts.ladderTitle))</caption>
            <thead><tr><th scope="col">\(context.text(ColumnTexts.status))</th>\
            <th scope="col" class="num">\(context.text(ColumnTexts.opd))</th>\
            <th scope="col" class="num">\(context.text(ColumnTexts.puskesmas))</th>\(kelurahan)\
            <th scope="col" class="num">\(context.text(ColumnTexts.total))</th><th scope="col" class="bar"><span class="only-reader">\(context.text(ColumnTexts.share))\
            </span></th></tr></thead>
            <tbody>
            \(Markup.join(rows))\
            </tbody>
            </table>

            """
    }

    private static func row(
        _ rung: Ladder.Rung, widest: Int, withKelurahan: Bool, _ context: ReportContext
    ) -> Markup {
        let kelurahan: Markup = withKelurahan ? "<td class=\"num\">\(rung.kelurahan)</td>" : ""
        let empty: Markup = rung.total == 0 ? " class=\"none\"" : ""
        return """
            <tr\(empty)><th scope="row"><span class="badge">\(Symbols.icon(rung.status))\
            <span>\(context.words.label(rung.status))</span></span>\
            <small>\(context.words.meaning(rung.status))</small></th><td class="num">\(rung.opd)</td>\
            <td class="num">\(rung.puskesmas)</td>\(kelurahan)<td class="num total">\(rung.total)</td>\
            <td class="bar">\(bar(rung, widest: widest))</td></tr>

            """
    }

    private static func bar(_ rung: Ladder.Rung, widest: Int) -> Markup {
        """
        <svg class="bar s-\(rung.status.rawValue)" width="100%" height="14" aria-hidden="true">\
        <rect width="\(Symbols.percent(rung.total, of: widest))" height="14" fill="currentColor"/></svg>
        """
    }
}
