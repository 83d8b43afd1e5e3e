// Reader: foreign bytes are read where a crash or a hang costs one page, not the scan.
//
//   ReaderPool     gives pages in batches to a few caged processes of our own (`ronda reader pages`), takes what they read,
//                  and replaces one that died or hung; the page that did it is told and kept, the others are read again
//   ReaderLoop     such a process: page in, parsed and judged by the rules, answer out; no file, no network, no program
//   PageWork       the reading itself, the same in a reader and in our own process
//   Wire...        pages and findings as bytes; what comes from a reader is checked like what comes from the web
//   StudyFolder    bytes that ended a reader, kept for whoever mends it
//
// Refuses: fetching, judging offices, trusting a reader: an answer that does not fit is a dead reader.
import Model

/// A body to be read, with what is known of it.
public struct PageRequest: Sendable, Hashable {
    public var body: [UInt8]
    public var address: WebAddress
    public var contentType: String?
    public var status: Int
    public var isHome: Bool
    /// Of the page as parsed only what a crawl goes on from (`ParsedPage.crawlPart`); the reading is whole.
    public var onlyCrawlPart = false
    /// The body is what a document tool made of the document, as `PageWire` writes it: only the rules are asked.
    var isDocument = false

    public init(body: [UInt8], address: WebAddress, contentType: String? = nil, status: Int = 200, isHome: Bool = false)
    {
        self.body = body
        self.address = address
        self.contentType = contentType
        self.status = status
        self.isHome = isHome
    }

    /// The text of a document, for the rules alone: the scan's own process needs none of them then (25 ms, and foreign text
    /// is judged where a fault costs one page).
    public init(document: ParsedPage, status: Int) {
        var wire = WireWriter(reserving: document.text.count * 2 + 4000)
        PageWire.put(document, &wire)
        self.init(body: wire.bytes, address: document.address, status: status)
        isDocument = true
        onlyCrawlPart = true
    }
}

/// A body as the rules see it.
public struct PageAnswer: Sendable {
    public var page: ParsedPage
    public var reading: PageReading
    /// For an office file: how it was read, with its notes and whether nothing was left out; nil for a page.
    public var office: Office?
    /// Page and reading as they came from a reader process, so that keeping them needs no writing anew; nil when they were
    /// read in our own.
    public internal(set) var wire: [UInt8]?

    public struct Office: Sendable, Hashable {
        public var means: ReadMeans
        public var notes: [String]
        public var isWhole: Bool

        public init(means: ReadMeans, notes: [String], isWhole: Bool) {
            self.means = means
            self.notes = notes
            self.isWhole = isWhole
        }
    }

    public init(page: ParsedPage, reading: PageReading, office: Office? = nil) {
        self.page = page
        self.reading = reading
        self.office = office
    }
}

/// Why a reader could not read a page.
public enum ReaderTrouble: String, Error, Sendable, Hashable, CaseIterable {
    /// The process ended by itself while it read this page.
    case crashed
    /// No answer within the time.
    case hung
    /// It used more processor time than one page may.
    case tooMuchTime = "too_much_time"
    /// Its answer did not fit.
    case garbled
    /// No reader process can be started.
    case noReader = "no_reader"
}

/// Bounds of one reader process.
public struct ReaderLimits: Sendable, Hashable {
    /// Processes at the same time.
    public var readers = 2
    /// Seconds without an answer before a reader counts as hanging.
    public var seconds = 25.0
    /// Processor seconds for one page.
    public var cpuSeconds = 12
    /// Address space.
    public var memoryBytes = 800_000_000
    /// Pages and bytes given to a reader at once.
    public var batchPages = 8
    public var batchBytes = 2_000_000
    /// Pages after which a reader is replaced, however well it does.
    public var lifetime = 20_000

    public init() {}
}
