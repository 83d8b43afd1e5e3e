import Model

/// Trouble that is nobody's guilt.
enum IncidentSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let incidents = context.snapshot.scan.incidents
        try file.write("<section id=\"gangguan\">\n<h2>\(context.text(PageTexts.incidentsTitle))</h2>\n" as Markup)
        if incidents.isEmpty {
            try file.write("<p>\(context.text(PageTexts.incidentsNone))</p>\n" as Markup)
        } else {
            let columns = [ColumnTexts.subject, ColumnTexts.started, ColumnTexts.ended, ColumnTexts.touched]
            let heads = Markup.join(columns.map { "<th scope=\"col\">\(context.text($0))</th>" })
            try file.write(
                """
                <p>\(context.text(PageTexts.incidentsLead))</p>
                <table class="stackable">
                <thead><tr>\(heads)</tr></thead>
                <tbody>

                """ as Markup)
            for incident in incidents { try file.write(row(incident, context)) }
            try file.write("</tbody>\n</table>\n")
        }
        try file.write("</section>\n")
    }

    private static func row(_ incident: Incident, _ context: ReportContext) -> Markup {
        let shown = incident.offices.prefix(40)
        let more = incident.offices.count - shown.count
        let rest: Markup = more > 0 ? " +\(more)" : ""
        return """
            <tr><th scope="row">\(context.words.label(incident.kind))<small class="addr">\(incident.subject)</small></th>\
            <td data-label="\(context.text(ColumnTexts.started))">\(context.time.short(incident.startedAt))</td>\
            <td data-label="\(context.text(ColumnTexts.ended))">\
            \(incident.endedAt.map { context.time.short($0) } ?? "–")</td>\
            <td data-label="\(context.text(ColumnTexts.touched))">\(incident.offices.count)\
            <small>\(shown.joined(separator: ", "), limit: 2_000)\(rest)</small></td></tr>

            """
    }
}
