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
