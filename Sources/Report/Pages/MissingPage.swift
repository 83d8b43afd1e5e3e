import Model

/// `daftar-tanpa-situs.html`: the list alone, for an attachment.
enum MissingPage {
    static func write(_ context: ReportContext, frame: PageFrame, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        let sections: [(anchor: String, label: Bilingual)] = [
            ("daftar", PageTexts.listTitle), ("tanpa-situs", PageTexts.proofsTitle), ("cara", PageTexts.method),
        ]
        try file.write(frame.top(Page(context, title: context.text(PageTexts.missingTitle), sections: sections)))
        try file.write(SummarySection.plainLead(CountSentence(context.snapshot), context))
        try MissingTable.write(context, to: &file)
        try MissingSection.write(context, to: &file, linksToOffice: false)
        try file.write(frame.method(context))
        try file.write(frame.bottom(context))
        try file.finish()
    }
}
