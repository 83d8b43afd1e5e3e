import Model

/// The first thing a reader sees: the count sentence, the ladder, the items, and the rows behind each number.
enum SummarySection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let sentence = CountSentence(context.snapshot)
        try file.write(
            "<section id=\"ringkasan\">\n<h2 class=\"only-reader\">\(context.text(PageTexts.summary))</h2>\n" as Markup)
        try file.write(lead(sentence, context))
        try file.write(ladder(context))
        try file.write("</section>\n")
        try numbers(sentence, context, to: &file)
        try items(context, to: &file)
    }

    /// The count sentence with every number linked to its rows, and how sure it is.
    static func lead(_ sentence: CountSentence, _ context: ReportContext) -> Markup {
        """
        <p class="lead">\(linked(sentence.parts(context.language)))</p>
        <p class="sure">\(linked(sentence.proofParts(context.language)))</p>

        """
    }

    /// The same without links, for a page that does not hold all those rows.
    static func plainLead(_ sentence: CountSentence, _ context: ReportContext) -> Markup {
        """
        <p class="lead">\(own: sentence.text(context.language))</p>
        <p class="sure">\(own: sentence.proofText(context.language))</p>

        """
    }

    private static func linked(_ parts: [CountSentence.Part]) -> Markup {
        Markup.join(
            parts.map { part -> Markup in
                switch part {
                case .words(let words): "\(own: words)"
                case .count(let words, let anchor): "<a class=\"count\" href=\"#\(anchor)\">\(words)</a>"
                }
            })
    }

    // MARK: The ladder

    private static func ladder(_ context: ReportContext) -> Markup {
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

    // MARK: The items

    private static func items(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let tallies = ItemTally.all(context.snapshot)
        let offices = tallies.map(\.total).max() ?? 0
        guard offices > 0 else { return }
        let rows = tallies.map { row($0, context) }
        try file.write(
            """
            <section id="informasi">
            <h2>\(context.text(PageTexts.itemsTitle))</h2>
            <p>\(context.text(PageTexts.itemsLead, ["n": String(offices)]))</p>
            \(legend(context))
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
        <tr><th scope="row">\(context.words.item(tally.item).name)\(star(tally.item, context))</th>\
        <td class="bar"><svg class="stack" width="100%" height="16" role="img" \
        aria-label="\(spoken(tally, context))">\(segments(tally))</svg></td>\
        <td class="num">\(context.text(ColumnTexts.outOf, ["n": String(tally[.present]), "total": String(tally.total)]))\
        </td></tr>

        """
    }

    /// The mark of the six components that must be published.
    static func star(_ item: ItemKey, _ context: ReportContext) -> Markup {
        guard ItemKey.serviceDelivery.contains(item) else { return "" }
        return " <abbr class=\"star\" title=\"\(context.text(ColumnTexts.mustPublish))\">★</abbr>"
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

    /// Sign, colour and name of each item state.
    static func legend(_ context: ReportContext) -> Markup {
        let entries = ItemState.allCases.map { state -> Markup in
            """
            <li><span class="cell \(Symbols.cellClass(state))" aria-hidden="true">\(Symbols.sign(state))</span>\
            <svg class="key" width="22" height="12" aria-hidden="true"><rect class="b\(Symbols.cellClass(state))" \
            width="22" height="12"/></svg>\(context.words.label(state))</li>
            """
        }
        return "<ul class=\"legend\">\(Markup.join(entries))</ul>"
    }

    // MARK: The numbers

    private static func numbers(
        _ sentence: CountSentence, _ context: ReportContext, to file: inout ReportFile
    ) throws(ReportError) {
        try file.write("<section id=\"angka\">\n<h2>\(context.text(PageTexts.numbersTitle))</h2>\n" as Markup)
        for claim in CountSentence.Claim.allCases {
            let rows = context.offices.filter { CountSentence.counts($0.office, for: claim) }
            let entries = rows.map { entry($0, claim: claim, context) }
            try file.write(
                """
                <details id="\(claim.rawValue)"\(rows.count <= 40 ? " open" : "")><summary>\
                \(context.text(PageTexts.claim(claim))): <b>\(rows.count)</b></summary>
                <ol class="names">
                \(Markup.join(entries))</ol></details>

                """ as Markup)
        }
        try file.write("</section>\n")
    }

    private static func entry(
        _ numbered: NumberedOffice, claim: CountSentence.Claim, _ context: ReportContext
    ) -> Markup {
        let isListed = numbered.status.mayEnterLetter
        let anchor = isListed ? numbered.proofAnchor : numbered.anchor
        let name: Markup = "<a href=\"#\(anchor)\">\(numbered.office.target.name)</a>"
        switch claim {
        case .opdMissing, .puskesmasMissing: return "<li>\(name) \(proofTag(numbered, context))</li>\n"
        case .undecided: return "<li>\(name) <small>\(context.words.label(numbered.status))</small></li>\n"
        case .opdNowGoID:
            let address = numbered.office.verdict.finalAddress?.host ?? ""
            return "<li>\(name) <small>\(address)</small></li>\n"
        }
    }

    /// `terbukti` or `belum terbukti`.
    static func proofTag(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        numbered.isProven
            ? "<span class=\"tag proven\">\(context.text(ColumnTexts.proven))</span>"
            : "<span class=\"tag waiting\">\(context.text(ColumnTexts.notProven))</span>"
    }
}
