/// How the words of a finding were read, when they stand in no ordinary HTML page.
public enum ReadMeans: String, Sendable, Hashable, CaseIterable, Codable {
    /// Text layer of a PDF.
    case pdf
    /// Recognised in an image or a scanned page; the finding carries the confidence.
    case ocr
    /// DOCX, ODT.
    case word
    /// XLSX.
    case sheet
    /// PPTX.
    case slides
    /// The page as a browser shows it after its scripts ran.
    case rendered
}
