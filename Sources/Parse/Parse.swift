// Parse: bytes of one answer -> ParsedPage, DocumentText, rows of a workbook, rules of a robots.txt, entries of a sitemap.
//
// One pass per HTML page, no tree: PageParser decides the encoding (Charset), hands UTF-8 to the MarkupScanner, and a
// PageBuilder makes blocks, links, images and dates from its calls. PDF text comes from the pdftotext program, XLSX rows
// from libzip and the XML reader of libxml2.
//
// What it refuses to do: it asks no network, loads no DTD or entity (never HUGE, NOENT, DTDLOAD), runs no script,
// and gives no meaning to the words: which block is a requirement or a tariff is the business of Detect. Everything
// has a limit (ParseLimits), and a limit that was reached is a note on the page, never a silent loss.
//
// `unsafe` is said in one file per C interface only: LibXML2.swift, LibZip.swift, Iconv.swift, Subprocess.swift,
// Spans.swift (one memcpy).

/// How much of one HTML page is read. What lies past a limit is left out and noted on the page.
public struct ParseLimits: Sendable, Hashable {
    /// Bytes of the body, before decoding.
    public var bytes = 12_000_000
    public var elements = 200_000
    public var links = 20_000
    public var images = 10_000
    public var blocks = 100_000
    /// Nesting of elements; deeper text still counts, its structure does not.
    public var depth = 400
    /// Attributes of one tag; further ones are read over.
    public var attributes = 200
    /// Bytes of hidden text that are kept.
    public var hiddenBytes = 400_000

    public init() {}
}
