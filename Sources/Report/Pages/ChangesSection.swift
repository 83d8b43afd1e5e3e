import Model

/// What changed since the round before.
enum ChangesSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        guard context.snapshot.previous != nil else { return }
        let changes = Change.all(context.snapshot)
        try file.write("<section id=\"perubahan\">\n<h2>\(context.text(PageTexts.changesTitle))</h2>\n" as Markup)
        if changes.isEmpty {
            try file.write("<p>\(context.text(PageTexts.noChanges))</p>\n" as Markup)
        } else {
            try table(changes, context, to: &file)
        }
        try file.write("</section>\n")
    }

    private static func table(
        _ changes: [Change], _ context: ReportContext, to file: inout ReportFile
    ) throws(ReportError) {
        let columns = [ColumnTexts.office, ColumnTexts.before, ColumnTexts.now, ColumnTexts.direction]
        let heads = Markup.join(columns.map { "<th scope=\"col\">\(context.text($0))</th>" })
        try file.write("<table class=\"changes stackable\">\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n" as Markup)
        for change in changes { try file.write(row(change, context)) }
        try file.write("</tbody>\n</table>\n")
    }

    private static func row(_ change: Change, _ context: ReportContext) -> Markup {
        let office = change.office.office
        return """
            <tr><th scope="row"><a href="#\(change.office.anchor)">\(office.target.name)</a></th>\
            <td data-label="\(context.text(ColumnTexts.before))">\(Symbols.badge(change.before, context.words))\
            \(place(office.previousAddress, defanged: change.before == .compromised))</td>\
            <td data-label="\(context.text(ColumnTexts.now))">\(Symbols.badge(change.office.status, context.words))\
            \(place(office.verdict.finalAddress, defanged: change.office.isDefanged))</td>\
            <td data-label="\(context.text(ColumnTexts.direction))"><span class="dir \(change.direction.rawValue)">\
            \(arrow(change.direction)) \(context.text(PageTexts.direction(change.direction)))</span></td></tr>

            """
    }

    /// Addresses of the round before are text: they may have changed hands since.
    private static func place(_ address: WebAddress?, defanged: Bool) -> Markup {
        guard let address else { return "" }
        return "<small class=\"addr\">\(defanged ? Defang.text(address.host) : address.host)</small>"
    }

    private static func arrow(_ direction: Change.Direction) -> Markup {
        switch direction {
        case .better: "▲"
        case .worse: "▼"
        case .other: "◆"
        }
    }
}
