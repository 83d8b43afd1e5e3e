import Model

/// Offices without a website of their own under go.id, each heading apart, each row with its proof; then the annex.
enum MissingSection {
    static func write(
        _ context: ReportContext, to file: inout ReportFile, linksToOffice: Bool = true
    ) throws(ReportError) {
        let rows = MissingRows(context.snapshot)
        try file.write(
            """
            <section id="tanpa-situs">
            <h2>\(context.text(linksToOffice ? PageTexts.missingTitle : PageTexts.proofsTitle))</h2>
            <p>\(context.text(PageTexts.missingLead), limit: 2_000)</p>

            """ as Markup)
        for status in MissingRows.headings {
            let proven = rows.proven[status] ?? []
            // The first heading is the list's reason to be; the others stand only where somebody is under them.
            guard !proven.isEmpty || status == .missing else { continue }
            try file.write(
                heading(MissingTexts.heading(status), anchor: "daftar-\(status.rawValue)", proven.count, context))
            if proven.isEmpty { try file.write("<p>\(context.text(PageTexts.noneProven))</p>\n" as Markup) }
            try list(proven, context, linksToOffice: linksToOffice, to: &file)
        }
        try annex(rows.unproven, context, linksToOffice: linksToOffice, to: &file)
        try file.write("</section>\n")
    }

    private static func annex(
        _ rows: [NumberedOffice], _ context: ReportContext, linksToOffice: Bool, to file: inout ReportFile
    ) throws(ReportError) {
        try file.write(heading(PageTexts.annexTitle, anchor: "belum-terbukti", rows.count, context))
        if rows.isEmpty { try file.write("<p>\(context.text(PageTexts.annexNone))</p>\n" as Markup) }
        try list(rows, context, linksToOffice: linksToOffice, to: &file)
    }

    private static func heading(
        _ title: Bilingual, anchor: String, _ count: Int, _ context: ReportContext
    ) -> Markup {
        "<h3 id=\"\(anchor)\">\(context.text(title)) <span class=\"count-tag\">\(count)</span></h3>\n"
    }

    private static func list(
        _ rows: [NumberedOffice], _ context: ReportContext, linksToOffice: Bool, to file: inout ReportFile
    ) throws(ReportError) {
        guard !rows.isEmpty else { return }
        try file.write("<ol class=\"cases\">\n")
        for row in rows { try file.write(entry(row, context, linksToOffice: linksToOffice)) }
        try file.write("</ol>\n")
    }

    private static func entry(_ row: NumberedOffice, _ context: ReportContext, linksToOffice: Bool) -> Markup {
        let target = row.office.target
        let name: Markup =
            linksToOffice ? "<a href=\"#\(row.anchor)\">\(target.name)</a>" : "\(target.name)"
        // Under a heading of its status a proven row need not repeat it; the annex mixes statuses.
        let waiting: Markup =
            row.isProven
            ? ""
            : """
            <p class="meta">\(Symbols.badge(row.status, context.words)) \(Marks.proofTag(row, context))</p>

            """
        return """
            <li id="\(row.proofAnchor)">
            <h4>\(name) <span class="faint">\(target.code) · \(context.region(target))</span></h4>
            \(waiting)<p>\(context.words.reason(row.office.verdict), limit: 600)</p>
            <p class="proof">\(context.text(ColumnTexts.proof)): \(context.proofLine(row.office.verdict.proof), limit: 600).</p>
            \(statements(row, context))\(AttemptTable.fold(row, context))</li>

            """
    }

    private static func statements(_ row: NumberedOffice, _ context: ReportContext) -> Markup {
        Markup.join(
            StandingLines.of(row.office, context.time, context.language).map {
                "<p class=\"meta\">\($0, limit: 1_000)</p>\n"
            })
    }
}
