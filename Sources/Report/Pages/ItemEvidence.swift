import Model

/// The 25 items of one office, each with its quotations.
enum ItemEvidence {
    /// Most quotations shown for one item; all of them are in scan.json.
    static let shown = 3

    static func fold(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let items = numbered.office.verdict.items
        guard items.contains(where: { $0.state != .unknown || $0.reason != "site_not_found" }),
            numbered.office.hasReadablePages || items.contains(where: { $0.state != .unknown })
        else { return "<p class=\"faint\">\(context.text(OfficeTexts.nothingRead))</p>\n" }
        return """
            <details class="evidence"><summary>\(summary(items, context))</summary>
            <table class="stackable">
            <thead><tr><th scope="col">\(context.text(ColumnTexts.item))</th>\
            <th scope="col">\(context.text(ColumnTexts.state))</th>\
            <th scope="col">\(context.text(ColumnTexts.evidence))</th></tr></thead>
            <tbody>
            \(Markup.join(items.map { row($0, numbered, context) }))\
            </tbody>
            </table>
            \(unsure(items, context))</details>

            """
    }

    /// What † says, where one was shown.
    private static func unsure(_ items: [ItemVerdict], _ context: ReportContext) -> Markup {
        guard items.contains(where: { !context.words.item($0.item).isLawSure }) else { return "" }
        return "<p class=\"faint\">\(context.text(OfficeTexts.unsureLaw))</p>\n"
    }

    private static func summary(_ items: [ItemVerdict], _ context: ReportContext) -> String {
        func count(_ state: ItemState) -> String { String(items.count { $0.state == state }) }
        return context.text(
            ColumnTexts.itemsCount,
            ["p": count(.present), "l": count(.linked), "e": count(.empty), "a": count(.absent), "u": count(.unknown)])
    }

    private static func row(_ verdict: ItemVerdict, _ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let item = context.words.item(verdict.item)
        let law: Markup = item.law.isEmpty ? "" : "<small>\(item.markedLaw)</small>"
        return """
            <tr id="\(numbered.itemAnchor(verdict.item))"><th scope="row">\(item.name)\
            \(Marks.star(verdict.item, context))\(law)</th>\
            <td data-label="\(context.text(ColumnTexts.state))"><span class="cell \(Symbols.cellClass(verdict.state))" \
            aria-hidden="true">\(Symbols.sign(verdict.state))</span> \(context.words.label(verdict.state))</td>\
            <td data-label="\(context.text(ColumnTexts.evidence))">\(basis(verdict, item, numbered, context))\
            \(Markup.join(verdict.evidence.prefix(shown).map { quotation($0, numbered, context) }))</td></tr>

            """
    }

    /// Why an item is unknown, or what its absence rests on and invites.
    private static func basis(
        _ verdict: ItemVerdict, _ item: Vocabulary.Item, _ numbered: NumberedOffice, _ context: ReportContext
    ) -> Markup {
        var parts: [Markup] = []
        switch verdict.state {
        case .unknown: parts.append("<p>\(context.words.itemReason(verdict.reason))</p>")
        case .absent:
            let pages = String(numbered.office.pagesRead)
            parts.append("<p>\(context.text(ColumnTexts.absentBasis, ["n": pages]))</p>")
        case .present, .linked, .empty: break
        }
        if verdict.state == .absent || verdict.state == .empty, !item.why.isEmpty {
            parts.append("<p class=\"why\">\(item.why)</p>")
        }
        return Markup.join(parts)
    }

    private static func quotation(_ evidence: Evidence, _ numbered: NumberedOffice, _ context: ReportContext) -> Markup
    {
        let finding = evidence.finding
        let words = numbered.isDefanged ? Defang.text(finding.quotation) : finding.quotation
        let image: Markup = finding.imageOnly ? " · \(context.text(ColumnTexts.imageOnly))" : ""
        let sure: Markup =
            finding.confidence.map {
                " · \(context.text(ColumnTexts.recognised, ["n": String(Int(($0 * 100).rounded()))]))"
            } ?? ""
        let received = context.text(
            OfficeTexts.received, ["time": context.time.short(evidence.fetchedAt), "status": String(evidence.status)])
        let ip: Markup = evidence.ip.map { ", IP \($0)" } ?? ""
        return """
            <figure><blockquote lang="id">\(words, limit: 400)</blockquote>
            <figcaption>\(finding.place)\(image)\(sure)<br>\(link(evidence, numbered, context))<br>\(received)\(ip)<br>\
            SHA-256 <code>\(evidence.sha256)</code> · \(context.text(ColumnTexts.rule).lowercased()) \
            <code>\(finding.rule)</code></figcaption></figure>
            """
    }

    private static func link(_ evidence: Evidence, _ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        guard !numbered.isDefanged else { return Links.address(evidence.address, .defanged) }
        return """
            \(Links.quotation(evidence, label: context.text(ColumnTexts.openPage))) \
            <span class="addr">\(evidence.address.description)</span>
            """
    }
}
