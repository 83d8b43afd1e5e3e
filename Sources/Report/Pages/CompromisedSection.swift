import Model

/// Sites that were taken over; nothing here can be clicked.
enum CompromisedSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let rows = context.offices.filter { $0.status == .compromised }
        let found = context.offices.filter { office in
            office.status != .compromised && office.office.attempts.contains { $0.result == .compromised }
        }
        try file.write("<section id=\"disusupi\">\n<h2>\(context.text(PageTexts.compromisedTitle))</h2>\n" as Markup)
        if rows.isEmpty && found.isEmpty {
            try file.write("<p>\(context.text(PageTexts.compromisedNone))</p>\n" as Markup)
        } else {
            try file.write("<p>\(context.text(PageTexts.compromisedLead))</p>\n<ul class=\"cases\">\n" as Markup)
            for row in rows + found { try file.write(entry(row, context)) }
            try file.write("</ul>\n")
        }
        try file.write("</section>\n")
    }

    private static func entry(_ row: NumberedOffice, _ context: ReportContext) -> Markup {
        let hit = row.office.attempts.filter { $0.result == .compromised }
        var addresses = hit.map { $0.finalAddress ?? $0.candidate.address }
        if let site = row.office.verdict.finalAddress, row.isDefanged, !addresses.contains(site) {
            addresses.insert(site, at: 0)
        }
        let list = Markup.join(addresses.map { Links.address($0, .defanged) }, separator: "<br>")
        let reason: Markup =
            row.isDefanged ? "<p>\(Defang.text(context.words.reason(row.office.verdict)), limit: 600)</p>\n" : ""
        return """
            <li><h4><a href="#\(row.anchor)">\(row.office.target.name)</a></h4>
            <p class="meta">\(Symbols.badge(row.status, context.words)) \
            <span class="faint">\(context.words.label(row.office.verdict.condition))</span></p>
            \(reason)<p>\(list)</p></li>

            """
    }
}
