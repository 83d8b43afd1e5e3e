import Model
import Rules

/// One office's own page (`ronda check --html`): what a citizen finds there, what to publish first and in which words.
enum OfficePage {
    static func write(
        _ numbered: NumberedOffice, _ context: ReportContext, book: RuleBook, to path: String
    ) throws(ReportError) {
        let frame = try PageFrame()
        let needs = OfficeNeeds(numbered.office, book: book, language: context.language)
        var file = try ReportFile(path: path)
        let address = numbered.office.verdict.finalAddress ?? numbered.office.verdict.siteAddress
        var facts = [(context.text(PageTexts.checked), context.time.dateTime(numbered.office.finishedAt))]
        if let address {
            let text = numbered.isDefanged ? Defang.address(address) : address.description
            facts.append((context.text(ColumnTexts.siteAddress), text))
        }
        try file.write(
            frame.top(
                title: context.text(OfficeTexts.title), heading: numbered.office.target.name,
                language: context.language, facts: facts))
        try file.write(opening(numbered, needs, context))
        if numbered.office.hasReadablePages {
            try file.write(
                wanted(OfficeTexts.first, needs.mandatory.filter(\.isLacking), numbered, context, open: true))
            try file.write(found(numbered, context))
            try file.write(
                wanted(OfficeTexts.next, needs.lacking.filter { !$0.isMandatory }, numbered, context, open: false))
            try file.write(undecided(needs, context))
        } else if numbered.status != .compromised {
            try file.write(wanted(OfficeTexts.first, needs.mandatory, numbered, context, open: true))
        }
        try file.write(
            """
            <section id="fakta"><h2>\(context.text(OfficeTexts.facts))</h2>
            <dl class="facts">
            \(OfficeFacts.list(numbered, context))</dl>
            \(SiteFactsFold.fold(numbered, context))\(AttemptTable.fold(numbered, context))<p class="faint">\(context.text(OfficeTexts.source, ["source": needs.source]), limit: 600)</p>
            </section>

            """ as Markup)
        try file.write(frame.bottom(context))
        try file.finish()
    }

    private static func opening(_ numbered: NumberedOffice, _ needs: OfficeNeeds, _ context: ReportContext) -> Markup {
        let reason = context.words.reason(numbered.office.verdict)
        let status: Markup = """
            <p class="meta">\(Symbols.badge(numbered.status, context.words))</p>
            <p class="sure">\(numbered.isDefanged ? Defang.text(reason) : reason, limit: 600)</p>

            """
        guard numbered.office.hasReadablePages else { return status }
        let must = needs.mandatory
        let values = [
            "p": String(must.count { $0.state == .present }), "l": String(must.count(where: \.isLacking)),
            "u": String(must.count { $0.state == .unknown }),
        ]
        let cells = must.map { need -> Markup in
            """
            <li><span class="cell \(Symbols.cellClass(need.state))" aria-hidden="true">\(Symbols.sign(need.state))</span>\
            <b>\(need.item.name)</b> <span class="faint">\(context.words.label(need.state))</span></li>

            """
        }
        return """
            <p class="lead">\(own: context.text(OfficeTexts.lead, values))</p>
            \(status)<ul class="legend six">
            \(Markup.join(cells))</ul>

            """
    }

    /// What lacks, each with its article, why it matters and words to take over.
    private static func wanted(
        _ title: Bilingual, _ needs: [OfficeNeeds.Need], _ numbered: NumberedOffice, _ context: ReportContext,
        open: Bool
    ) -> Markup {
        guard !needs.isEmpty else { return "" }
        let entries = needs.map { need -> Markup in
            let unsure: Markup =
                need.item.isLawSure
                ? "" : " <small>\(context.text(OfficeTexts.lawFromMemory))</small>"
            let state: Markup =
                numbered.office.hasReadablePages
                ? """
                <p class="meta"><span><span class="cell \(Symbols.cellClass(need.state))" aria-hidden="true">\
                \(Symbols.sign(need.state))</span> \(context.words.label(need.state))</span>\(place(need, numbered, context))</p>

                """ : ""
            return """
                <li><h3>\(need.item.name) <span class="faint law">\(need.item.law)\(unsure)</span></h3>
                \(state)<p class="why">\(need.item.why, limit: 400)</p>
                <blockquote class="model" lang="id"><b>\(context.text(OfficeTexts.wording))</b> \(need.publish, limit: 1_000)</blockquote></li>

                """
        }
        return """
            <section><h2>\(context.text(title)) <span class="count-tag">\(needs.count)</span></h2>
            <ol class="cases wanted">
            \(Markup.join(entries))</ol></section>

            """
    }

    /// Where the heading, link or document is that holds nothing readable.
    private static func place(
        _ need: OfficeNeeds.Need, _ numbered: NumberedOffice, _ context: ReportContext
    ) -> Markup {
        guard let evidence = numbered.office.verdict.items.first(where: { $0.item == need.key })?.evidence.first else {
            return ""
        }
        return " <span>“\(evidence.finding.quotation, limit: 120)” \(link(evidence, numbered, context))</span>"
    }

    private static func link(_ evidence: Evidence, _ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        numbered.isDefanged
            ? Links.address(evidence.address, .defanged)
            : Links.quotation(evidence, label: context.text(ColumnTexts.openPage))
    }

    private static func found(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let present = numbered.office.verdict.items.filter { $0.state == .present }
        guard !present.isEmpty else { return "" }
        let rows = present.map { verdict -> Markup in
            let proof: Markup =
                verdict.evidence.first.map { evidence in
                    "<q>\(evidence.finding.quotation, limit: 240)</q><small>\(evidence.finding.place) · \(link(evidence, numbered, context))</small>"
                } ?? ""
            return """
                <tr><th scope="row">\(context.words.item(verdict.item).name)\(Marks.star(verdict.item, context))</th>\
                <td data-label="\(context.text(ColumnTexts.evidence))">\(proof)</td></tr>

                """
        }
        return """
            <section><h2>\(context.text(OfficeTexts.found)) <span class="count-tag">\(present.count)</span></h2>
            <table class="stackable found"><thead><tr><th scope="col">\(context.text(ColumnTexts.item))</th>\
            <th scope="col">\(context.text(ColumnTexts.evidence))</th></tr></thead>
            <tbody>
            \(Markup.join(rows))</tbody></table></section>

            """
    }

    private static func undecided(_ needs: OfficeNeeds, _ context: ReportContext) -> Markup {
        guard !needs.undecided.isEmpty else { return "" }
        let entries = needs.undecided.map { need -> Markup in
            "<li><b>\(need.item.name)</b>: \(context.words.itemReason(need.reason), limit: 400)</li>\n"
        }
        return """
            <section><h2>\(context.text(OfficeTexts.undecided)) <span class="count-tag">\(needs.undecided.count)</span></h2>
            <ul>
            \(Markup.join(entries))</ul></section>

            """
    }
}
