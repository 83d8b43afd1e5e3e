import Model

/// Every office with what is known of it, and the evidence of each item.
enum OfficesSection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        try file.write(
            """
            <section id="instansi">
            <h2>\(context.text(PageTexts.officesTitle))</h2>
            <p class="noprint">\(context.text(PageTexts.officesLead))</p>
            <p class="filter noprint" data-filter="#instansi article" hidden><label>\(context.text(PageTexts.filter)) \
            <input type="search" autocomplete="off"></label></p>

            """ as Markup)
        for office in context.offices { try file.write(article(office, context)) }
        try file.write("</section>\n")
    }

    static func article(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        let office = numbered.office
        let name = PlainText.clean(office.target.name)
        let reason = context.words.reason(office.verdict)
        return """
            <article id="\(numbered.anchor)" data-name="\(name.lowercased())">
            <h3>\(name)</h3>
            <p class="meta">\(Symbols.badge(numbered.status, context.words)) \(tag(numbered, context))</p>
            <p>\(numbered.isDefanged ? Defang.text(reason) : reason, limit: 600)</p>
            <dl class="facts">
            \(OfficeFacts.list(numbered, context))</dl>
            \(ItemEvidence.fold(numbered, context))\(ServiceMatrix.fold(numbered, context))\(SiteFactsFold.fold(numbered, context))\(AttemptTable.fold(numbered, context))</article>

            """
    }

    private static func tag(_ numbered: NumberedOffice, _ context: ReportContext) -> Markup {
        numbered.status.mayEnterLetter ? Marks.proofTag(numbered, context) : ""
    }
}
