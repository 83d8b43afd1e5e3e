import Model
import Rules

/// Writes a comparison as lines for a terminal and as files: one page with a picture, its PDF, CSV and JSON.
public struct ComparisonWriter: Sendable {
    private let facts: ComparisonFacts

    public init(_ comparison: Comparison, book: RuleBook, language: Language) {
        self.init(comparison, words: Vocabulary(book, language))
    }

    init(_ comparison: Comparison, words: Vocabulary) { facts = ComparisonFacts(comparison, words: words) }

    /// The sentences, then one line per office that changed; harmless to any terminal.
    public var lines: [String] {
        let sides = "\(facts.side(facts.comparison.before)) → \(facts.side(facts.comparison.after))"
        return [sides, facts.sentence, facts.totals] + facts.changed.map(line)
    }

    private func line(_ office: Comparison.Office) -> String {
        let site = office.site == .same ? [] : ["\(facts.status(office.before)) → \(facts.status(office.after))"]
        let arrow = office.movement == .mended ? "+" : office.movement == .regressed ? "-" : "±"
        let changes = (site + facts.itemChanges(office)).joined(separator: "; ")
        return "\(arrow) \(PlainText.clean(office.target.name)): \(PlainText.clean(changes, limit: 400))"
    }

    /// Codes of the regions in the order of their ranking.
    public var ranked: [String] { ComparisonRegion.ranked(facts.comparison).map(\.code) }

    /// Writes `perbandingan.html`, `.pdf`, `.csv` and `.json`.
    ///
    /// - Parameters:
    ///   - ranking: whether regions are ordered by their gain; only where somebody asked for it.
    ///   - only: the regions that may be ranked; nil for all. The others are counted in the sums and not ranked.
    ///   - stamp: words across the head of the page: that it is a preview, or the number of the publication.
    public func write(
        ranking: Bool, only: Set<String>? = nil, stamp: String? = nil, to folder: String
    ) throws(ReportError) -> WrittenFiles {
        try Folder.make(folder)
        let stem = folder + "/perbandingan"
        let page = ComparisonPage(facts: facts, ranking: ranking, only: only, stamp: stamp)
        try page.write(to: stem + ".html")
        try ComparisonFiles.writeCSV(facts, to: stem + ".csv")
        try ComparisonFiles.writeJSON(facts, to: stem + ".json")
        var result = WrittenFiles(files: [".html", ".csv", ".json"].map { stem + $0 }, notices: [])
        do {
            try PaperEngine().print(stem + ".html", to: stem + ".pdf")
            result.files.insert(stem + ".pdf", at: 1)
        } catch {
            result.notices.append(error)
        }
        return result
    }
}
