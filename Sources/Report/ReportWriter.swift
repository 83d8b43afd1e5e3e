import Model
import Rules

/// Writes the report of one round into a folder: pages, lists, findings and data.
///
/// Files: `index.html`, `daftar-tanpa-situs.html`, `.csv`, `.xlsx`, `.json`, `temuan.csv`, `temuan.json`, `scan.json`. Each is
/// complete or absent; an older one stands until its successor is whole.
public struct ReportWriter: Sendable {
    let words: Vocabulary

    /// A writer with the words of a rule book in one language.
    public init(book: RuleBook, language: Language) { self.init(words: Vocabulary(book, language)) }

    init(words: Vocabulary) { self.words = words }

    /// Writes all files and returns their paths, the page to open first.
    @discardableResult
    public func write(snapshot: ScanSnapshot, to folder: String) throws(ReportError) -> [String] {
        try Folder.make(folder)
        let context = ReportContext(snapshot: snapshot, words: words)
        let frame = try PageFrame()
        let index = folder + "/index.html"
        let list = folder + "/daftar-tanpa-situs"
        let findings = folder + "/temuan"
        let data = folder + "/scan.json"
        try IndexPage.write(context, frame: frame, to: index)
        try MissingPage.write(context, frame: frame, to: list + ".html")
        try MissingFiles.writeCSV(context, to: list + ".csv")
        try MissingFiles.writeXLSX(context, to: list + ".xlsx")
        try MissingJSON.write(context, to: list + ".json")
        try FindingFiles.writeCSV(context, to: findings + ".csv")
        try FindingFiles.writeJSON(context, to: findings + ".json")
        try ScanJSON.write(snapshot, to: data)
        return [
            index, list + ".html", list + ".csv", list + ".xlsx", list + ".json", findings + ".csv", findings + ".json",
            data,
        ]
    }

    /// Writes only the list of offices without a website, in its four forms.
    @discardableResult
    public func writeMissing(snapshot: ScanSnapshot, to folder: String) throws(ReportError) -> [String] {
        try Folder.make(folder)
        let context = ReportContext(snapshot: snapshot, words: words)
        let list = folder + "/daftar-tanpa-situs"
        try MissingPage.write(context, frame: PageFrame(), to: list + ".html")
        try MissingFiles.writeCSV(context, to: list + ".csv")
        try MissingFiles.writeXLSX(context, to: list + ".xlsx")
        try MissingJSON.write(context, to: list + ".json")
        return [list + ".html", list + ".csv", list + ".xlsx", list + ".json"]
    }
}
