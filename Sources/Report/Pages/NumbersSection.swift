import Model

/// The rows behind each number of the count sentence.
enum NumbersSection {
    static func write(
        _ context: ReportContext, to file: inout ReportFile
    ) throws(ReportError) {
        try file.write("<section id=\"angka\">\n<h2>\(context.text(PageTexts.numbersTitle))</h2>\n" as Markup)
        for claim in CountSentence.Claim.allCases {
            let rows = context.offices.filter { CountSentence.counts($0.office, for: claim) }
            let entries = rows.map { entry($0, claim: claim, context) }
            try file.write(
                """
                <details id="\(claim.rawValue)"\(rows.count <= 40 ? " open" : "")><summary>\
                \(context.text(PageTexts.claim(claim))): <b>\(rows.count)</b></summary>
                <ol class="names">
                \(Markup.join(entries))</ol></details>

                """ as Markup)
        }
        try file.write("</section>\n")
    }

    private static func entry(
        _ numbered: NumberedOffice, claim: CountSentence.Claim, _ context: ReportContext
    ) -> Markup {
        let isListed = numbered.status.mayEnterLetter
        let anchor = isListed ? numbered.proofAnchor : numbered.anchor
        let name: Markup = "<a href=\"#\(anchor)\">\(numbered.office.target.name)</a>"
        switch claim {
        case .opdMissing, .puskesmasMissing: return "<li>\(name) \(Marks.proofTag(numbered, context))</li>\n"
        case .undecided: return "<li>\(name) <small>\(context.words.label(numbered.status))</small></li>\n"
        case .opdNowGoID:
            let address = numbered.office.verdict.finalAddress?.host ?? ""
            return "<li>\(name) <small>\(address)</small></li>\n"
        }
    }
}
