import Model

/// The services an office publishes by the 14 components.
enum ServiceMatrix {
    /// Most services shown; all of them are in scan.json.
    static let shown = 30

    static func fold(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let services = numbered.office.verdict.services ?? []
        guard !services.isEmpty, !numbered.isDefanged else { return "" }
        let heads = ItemKey.components.map { item -> Markup in
            "<th scope=\"col\" class=\"turned\"><span>\(context.words.item(item).name)</span></th>"
        }
        return """
            <details class="evidence services"><summary>\(context.text(OfficeTexts.services, ["n": String(services.count)]))</summary>
            <div class="wide" tabindex="0" role="region" aria-label="\(context.text(OfficeTexts.servicesLabel))">
            <table class="grid"><thead><tr><th scope="col" class="name">\(context.text(OfficeTexts.service))</th>\(Markup.join(heads))</tr></thead>
            <tbody>\(Markup.join(services.prefix(shown).map { row($0, numbered.office.verdict, context) }))</tbody></table></div>
            </details>

            """
    }

    private static func row(_ service: ServiceVerdict, _ verdict: Verdict, _ context: ReportContext) -> Markup {
        let cells = ItemKey.components.map { item -> Markup in
            let state = verdict.state(of: item, in: service)
            let words = service.items.first { $0.item == item }?.evidence.first?.finding.quotation ?? ""
            let label =
                "\(context.words.item(item).name): \(context.words.label(state))" + (words.isEmpty ? "" : " – \(words)")
            return """
                <td class="\(Symbols.cellClass(state))" title="\(label, limit: 240)"><span aria-hidden="true">\(Symbols.sign(state))</span>\
                <span class="only-reader">\(context.words.label(state))</span></td>
                """
        }
        return "<tr><th scope=\"row\" class=\"name\">\(service.name, limit: 120)</th>\(Markup.join(cells))</tr>\n"
    }
}
