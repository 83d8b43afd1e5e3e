import Model

/// Offices by items; each cell opens its evidence.
enum MatrixSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        try file.write(
            """
            <section id="matriks" class="matrix">
            <h2>\(context.text(PageTexts.matrixTitle))</h2>
            <p>\(context.text(PageTexts.matrixLead))</p>
            \(Marks.legend(context))
            <p class="filter noprint" data-filter="#matriks tbody tr" hidden><label>\(context.text(PageTexts.filter)) \
            <input type="search" autocomplete="off"></label></p>
            <div class="wide" tabindex="0" role="region" aria-label="\(context.text(PageTexts.matrixTitle))">
            <table class="grid">
            \(heads(context))\
            <tbody>

            """ as Markup)
        let labels = CellLabels(context)
        for office in context.offices where office.group != .portal {
            try file.write(row(office, labels, context))
        }
        try file.write("</tbody>\n</table>\n</div>\n</section>\n")
    }

    private static func heads(_ context: ReportContext) -> Markup {
        let items = ItemKey.allCases.map { item -> Markup in
            """
            <th scope="col" class="turned"><span>\(context.words.item(item).name)\(Marks.star(item, context))\
            </span></th>
            """
        }
        let others = ItemKey.allCases.count - ItemKey.components.count
        return """
            <thead>
            <tr><th scope="col" rowspan="2" class="name">\(context.text(ColumnTexts.office))</th>\
            <th scope="colgroup" colspan="\(ItemKey.components.count)">\(context.text(PageTexts.components))</th>\
            <th scope="colgroup" colspan="\(others)">\(context.text(PageTexts.others))</th></tr>
            <tr>\(Markup.join(items))</tr>
            </thead>

            """
    }

    private static func row(_ numbered: NumberedOffice, _ labels: CellLabels, _ context: ReportContext) -> Markup {
        let office = numbered.office
        let name = PlainText.clean(office.target.name, limit: 90)
        var row: Markup = """
            <tr data-name="\(name.lowercased())"><th scope="row" class="name">\(Symbols.icon(numbered.status))\
            <a href="#\(numbered.anchor)">\(name)</a></th>
            """
        if office.hasReadablePages || office.verdict.items.contains(where: { $0.state != .unknown }) {
            for verdict in office.verdict.items { row += cell(verdict, numbered, labels) }
        } else {
            let span = ItemKey.allCases.count
            row += "<td class=\"u none\" colspan=\"\(span)\">\(context.words.label(numbered.status))</td>"
        }
        row += "</tr>\n"
        return row
    }

    private static func cell(_ verdict: ItemVerdict, _ numbered: NumberedOffice, _ labels: CellLabels) -> Markup {
        """
        <td class="\(Symbols.cellClass(verdict.state))"><a href="#\(numbered.itemAnchor(verdict.item))" \
        aria-label="\(labels[verdict.item, verdict.state])">\(Symbols.sign(verdict.state))</a></td>
        """
    }
}

/// The spoken name of every cell there can be, made once: `Persyaratan: ada`.
private struct CellLabels {
    private let labels: [Markup]

    init(_ context: ReportContext) {
        labels = ItemKey.allCases.flatMap { item in
            ItemState.allCases.map { state in "\(context.words.item(item).name): \(context.words.label(state))" }
        }
    }

    subscript(item: ItemKey, state: ItemState) -> Markup {
        labels[item.index * ItemState.allCases.count + (ItemState.allCases.firstIndex(of: state) ?? 0)]
    }
}
