// Documents: bytes that are no HTML page -> a page of blocks, with how it was read and how sure.
//
//   DocumentReader   one door: looks at the first bytes (DocumentKind) and asks the reader of that kind
//   PDFText          text of PDF by poppler's pdftotext; scanned pages become images (pdftoppm) and go to OCR
//   OCR              text of images by tesseract `ind`, word by word with its confidence
//   WordDocument ... DOCX, ODT, PPTX, XLSX: ZIP of XML, read with bounds into headings, list items and table cells
//   ToolMemory       the same tool on the same bytes is not asked again
//   ImageHeader      size of an image from its first bytes, before anybody unpacks it
//
// Programs of others run in a cage (module Cage): time, CPU, memory, output and pages bounded, no network, one empty
// folder. What a bound cut off is a note, never a silent loss; a tool that is missing is a note too.
//
// Refuses: the network, rules, meaning. Whether a text publishes an item is said by Detect; that text read by OCR with
// little confidence publishes nothing is said by who asks (Scan).
import Model

/// What is read, and with which programs.
public struct DocumentSettings: Sendable, Hashable {
    /// Read scanned PDF pages and images by tesseract.
    public var ocr = true
    public var pdf = PDFLimits()
    public var images = OCRLimits()
    /// Unpacked bytes of one part of an office file.
    public var partBytes = 16_000_000

    public init() {}
}

/// A document as a page.
public struct ReadDocument: Sendable {
    public var page: ParsedPage
    public var means: ReadMeans
    /// Words with their confidence, when the text was recognised in an image.
    public var words: RecognisedWords?
    /// What was doubtful: `pdf_truncated`, `ocr_timed_out`, `image_too_large` ...
    public var notes: [String]
    /// Nothing that could hold an item was left out: an item that is not in the text is not in the document.
    public var isWhole: Bool

    public init(
        page: ParsedPage, means: ReadMeans, words: RecognisedWords? = nil, notes: [String] = [], isWhole: Bool = true
    ) {
        self.page = page
        self.means = means
        self.words = words
        self.notes = notes
        self.isWhole = isWhole
    }
}
