import Model

/// `index.html`: the whole report in one file that asks for nothing else.
enum IndexPage {
    static func write(_ context: ReportContext, frame: PageFrame, to path: String) throws(ReportError) {
        var file = try ReportFile(path: path)
        try file.write(frame.top(Page(context, title: context.text(PageTexts.title), sections: sections(context))))
        try SummarySection.write(context, to: &file)
        try ChangesSection.write(context, to: &file)
        try MissingSection.write(context, to: &file)
        try CompromisedSection.write(context, to: &file)
        try MatrixSection.write(context, to: &file)
        try IncidentSection.write(context, to: &file)
        try file.write(frame.method(context))
        try OfficesSection.write(context, to: &file)
        try file.write(frame.bottom(context))
        try file.finish()
    }

    private static func sections(_ context: ReportContext) -> [(anchor: String, label: Bilingual)] {
        var sections: [(anchor: String, label: Bilingual)] = [("ringkasan", PageTexts.summary)]
        if context.snapshot.previous != nil { sections.append(("perubahan", PageTexts.changes)) }
        return sections + [
            ("tanpa-situs", PageTexts.missing), ("disusupi", PageTexts.compromised), ("matriks", PageTexts.matrix),
            ("gangguan", PageTexts.incidents), ("cara", PageTexts.method), ("instansi", PageTexts.offices),
        ]
    }
}
