import Model

/// The first thing a reader sees: the count sentence, the ladder, the items, and the rows behind each number.
enum SummarySection {
    static func write(_ context: ReportContext, to file: inout ReportFile) throws(ReportError) {
        let sentence = CountSentence(context.snapshot)
        try file.write(
            "<section id=\"ringkasan\">\n<h2 class=\"only-reader\">\(context.text(PageTexts.summary))</h2>\n" as Markup)
        try file.write(lead(sentence, context))
        try file.write(LadderTable.markup(context))
        try file.write("</section>\n")
        try NumbersSection.write(context, to: &file)
        try ItemsSection.write(context, to: &file)
    }

    /// The count sentence with every number linked to its rows, and how sure it is.
    static func lead(_ sentence: CountSentence, _ context: ReportContext) -> Markup {
        """
        <p class="lead">\(linked(sentence.parts(context.language)))</p>
        <p class="sure">\(linked(sentence.proofParts(context.language)))</p>

        """
    }

    /// The same without links, for a page that does not hold all those rows.
    static func plainLead(_ sentence: CountSentence, _ context: ReportContext) -> Markup {
        """
        <p class="lead">\(own: sentence.text(context.language))</p>
        <p class="sure">\(own: sentence.proofText(context.language))</p>

        """
    }

    private static func linked(_ parts: [CountSentence.Part]) -> Markup {
        Markup.join(
            parts.map { part -> Markup in
                switch part {
                case .words(let words): "\(own: words)"
                case .count(let words, let anchor): "<a class=\"count\" href=\"#\(anchor)\">\(words)</a>"
                }
            })
    }
}
