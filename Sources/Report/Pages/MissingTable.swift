import Model

/// The list at a glance: one line per office under the heading of its status, as an attachment needs it.
enum MissingTable {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let rows = MissingRows(context.snapshot)
        let columns =
            [ColumnTexts.number, ColumnTexts.office] + (context.hasManyRegions ? [ColumnTexts.region] : [])
            + [ColumnTexts.reason, ColumnTexts.proof]
        let heads = Markup.join(columns.map { "<th scope=\"col\">\(context.text($0))</th>" })
        try file.write(
            """
            <section id="daftar">
            <h2>\(context.text(PageTexts.listTitle))</h2>
            <table class="listing stackable">
            <thead><tr>\(heads)</tr></thead>

            """ as Markup)
        var number = 0
        for status in MissingRows.headings {
            try group(MissingTexts.heading(status), rows.proven[status] ?? [], &number, context, to: &file)
        }
        try group(PageTexts.annexTitle, rows.unproven, &number, context, to: &file)
        try file.write("</table>\n</section>\n")
    }

    private static func group(
        _ title: Bilingual, _ rows: [NumberedOffice], _ number: inout Int, _ context: ReportContext,
        to file: inout ReportFile
    ) throws(ReportError) {
        guard !rows.isEmpty else { return }
        try file.write(
            "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"\(context.hasManyRegions ? 5 : 4)\">\(context.text(title)): \(rows.count)</th></tr>\n"
                as Markup)
        for row in rows {
            number += 1
            try file.write(line(row, number, context))
        }
        try file.write("</tbody>\n")
    }

    private static func line(_ row: NumberedOffice, _ number: Int, _ context: ReportContext) -> Markup {
        let proof = row.office.verdict.proof
        let region: Markup =
            context.hasManyRegions
            ? "<td data-label=\"\(context.text(ColumnTexts.region))\">\(context.region(row.office.target))</td>" : ""
        return """
            <tr><td class="num">\(number)</td>\
            <th scope="row"><a href="#\(row.proofAnchor)">\(row.office.target.name)</a>\
            <small>\(row.office.target.code) · \(row.proofNumber(in: context.snapshot.scan))</small></th>\(region)\
            <td data-label="\(context.text(ColumnTexts.reason))">\(context.words.reason(row.office.verdict), limit: 600)</td>\
            <td data-label="\(context.text(ColumnTexts.proof))">\(Marks.proofTag(row, context))\
            <small>\(context.proofLine(proof), limit: 600)</small></td></tr>

            """
    }
}
