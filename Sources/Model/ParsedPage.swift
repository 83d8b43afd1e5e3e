/// A page as read: its text in blocks, with links, images and what its head says.
///
/// All text lies in one UTF-8 array, and blocks point into it; a String is made only for what is kept.
public struct ParsedPage: Sendable {
    public var address: WebAddress
    /// The encoding the bytes were read in (WHATWG name, lower case).
    public var encoding: String = "utf-8"
    public var title: String = ""
    /// `lang` of the html element.
    public var language: String?
    /// `meta name=description`.
    public var description: String?
    /// `meta name=generator`: a hint of the CMS.
    public var generator: String?
    /// CMS and framework hints met in the markup (`wordpress`, `joomla`, `drupal`, `laravel`, `elementor` ...), sorted.
    public var platforms: [String] = []
    /// `link rel=canonical`, resolved.
    public var canonical: WebAddress?
    /// Target and delay in seconds of a meta refresh.
    public var refresh: Refresh?
    /// `meta name=robots` or a header forbids following links.
    public var noFollow: Bool = false
    /// The text of every block, whitespace folded to one space, blocks separated by one newline. UTF-8.
    public var text: [UInt8] = []
    public var blocks: [Block] = []
    public var links: [Link] = []
    public var images: [Image] = []
    /// Frames and embedded documents (iframe, embed, object).
    public var frames: [WebAddress] = []
    /// Dates that say when the page or its items were published or changed.
    public var dates: [PageDate] = []
    /// What went wrong while reading: truncated, too deep, replaced bytes ...
    public var notes: [ParseNote] = []
    /// Elements met.
    public var elementCount: Int = 0
    /// Bytes of inline scripts, and number of script elements: a page of scripts without text is a shell.
    public var scriptBytes: Int = 0
    public var scriptCount: Int = 0
    /// Inline scripts that redirect, or ask which robot or from where somebody reads; the first bytes of them.
    public var scriptText: [UInt8] = []
    /// `link rel=alternate hreflang`, resolved: the page in another language.
    public var alternates: [WebAddress] = []
    /// What the markup does for accessibility.
    public var markup = PageMarkup()
    /// What the page's frame is made of; see `TemplatePrint`.
    public var template = TemplatePrint()
    /// Input fields of type password.
    public var passwordFields: Int = 0
    /// Text a visitor does not see (display:none, hidden, off-screen, noscript, JSON-LD, comments are left out).
    public var hiddenText: [UInt8] = []

    public init(
        address: WebAddress, encoding: String = "utf-8", title: String = "", language: String? = nil,
        description: String? = nil, generator: String? = nil, platforms: [String] = [], canonical: WebAddress? = nil,
        refresh: Refresh? = nil, noFollow: Bool = false, text: [UInt8] = [], blocks: [Block] = [], links: [Link] = [],
        images: [Image] = [], frames: [WebAddress] = [], dates: [PageDate] = [], notes: [ParseNote] = [],
        elementCount: Int = 0, scriptBytes: Int = 0, scriptCount: Int = 0, hiddenText: [UInt8] = []
    ) {
        self.address = address
        self.encoding = encoding
        self.title = title
        self.language = language
        self.description = description
        self.generator = generator
        self.platforms = platforms
        self.canonical = canonical
        self.refresh = refresh
        self.noFollow = noFollow
        self.text = text
        self.blocks = blocks
        self.links = links
        self.images = images
        self.frames = frames
        self.dates = dates
        self.notes = notes
        self.elementCount = elementCount
        self.scriptBytes = scriptBytes
        self.scriptCount = scriptCount
        self.hiddenText = hiddenText
    }

    /// The text of one block.
    public func text(of block: Block) -> String { String(decoding: text[block.text], as: UTF8.self) }

    /// Visible text, all of it.
    public var plainText: String { String(decoding: text, as: UTF8.self) }

    public struct Refresh: Sendable, Hashable {
        public var seconds: Int
        public var address: WebAddress

        public init(seconds: Int, address: WebAddress) {
            self.seconds = seconds
            self.address = address
        }
    }
}

/// A piece of text that stands together: what is between two block-level tags or `<br>`.
public struct Block: Sendable, Hashable {
    public enum Kind: UInt8, Sendable, Hashable {
        /// h1 to h6; `level` says which.
        case heading
        case paragraph
        case listItem
        /// td or th; `table`, `row` and `column` say where.
        case tableCell
        case caption
        /// summary, accordion or tab label.
        case label
        /// label, legend, button, option or placeholder in a form.
        case formField
        /// Bare div or span text.
        case other
    }

    /// Where in the page's frame the block stands.
    public enum Zone: UInt8, Sendable, Hashable { case main, header, navigation, footer, aside }

    public struct Marks: OptionSet, Sendable, Hashable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// All of the text is bold or strong.
        public static let bold = Marks(rawValue: 1)
        /// A class of the element or a near parent says title, heading, judul.
        public static let titleClass = Marks(rawValue: 2)
        /// All of the text is the text of a real link (href that leads somewhere).
        public static let wholeLink = Marks(rawValue: 4)
        public static let inForm = Marks(rawValue: 8)
        /// A th cell.
        public static let headerCell = Marks(rawValue: 16)
        /// The item of an ordered list.
        public static let ordered = Marks(rawValue: 32)
        /// Label of a panel (tab, accordion, summary).
        public static let panelLabel = Marks(rawValue: 64)
        /// A button or an anchor without a target.
        public static let button = Marks(rawValue: 128)
        /// Inside a running text of an article element.
        public static let article = Marks(rawValue: 256)
        /// The label or hint of a text area, which follows.
        public static let beforeTextArea = Marks(rawValue: 512)
    }

    public var kind: Kind
    /// Bytes of `ParsedPage.text`.
    public var text: Range<Int>
    /// 1 to 6 for headings, nesting depth for list items, else 0.
    public var level: UInt8 = 0
    public var zone: Zone = .main
    public var marks: Marks = []
    /// Index in `blocks` of the h1-h6 heading that owns this block; -1 when none. Follow it upward for the heading path.
    public var heading: Int32 = -1
    /// Running number of the table, -1 outside tables; rows and columns from 0, spans counted.
    public var table: Int32 = -1
    public var row: Int32 = 0
    public var column: Int32 = 0
    /// Links whose text lies in this block: indices of `ParsedPage.links`.
    public var links: Range<Int> = 0..<0
    /// Index in `blocks` of the tab or accordion label whose panel holds this block (data-target, aria-controls, next
    /// sibling panel); -1 when none.
    public var panel: Int32 = -1

    public init(
        kind: Kind, text: Range<Int>, level: UInt8 = 0, zone: Zone = .main, marks: Marks = [], heading: Int32 = -1,
        table: Int32 = -1, row: Int32 = 0, column: Int32 = 0, links: Range<Int> = 0..<0, panel: Int32 = -1
    ) {
        self.kind = kind
        self.text = text
        self.level = level
        self.zone = zone
        self.marks = marks
        self.heading = heading
        self.table = table
        self.row = row
        self.column = column
        self.links = links
        self.panel = panel
    }
}

/// A link with its text and surroundings.
public struct Link: Sendable, Hashable {
    public var address: WebAddress
    /// Folded text of the anchor, or alt text of its image, or its title.
    public var text: String
    public var zone: Block.Zone = .main
    /// Index in `blocks` of the block it stands in; -1 when it stands alone.
    public var block: Int32 = -1
    /// `rel` holds nofollow.
    public var noFollow: Bool = false
    /// Index in `blocks` of the last block before it; -1 at the start, or when nobody says.
    public var after: Int32 = -1

    public init(
        address: WebAddress, text: String, zone: Block.Zone = .main, block: Int32 = -1, noFollow: Bool = false,
        after: Int32 = -1
    ) {
        self.address = address
        self.text = text
        self.zone = zone
        self.block = block
        self.noFollow = noFollow
        self.after = after
    }
}

/// An image, as far as its markup tells.
public struct Image: Sendable, Hashable {
    /// Nil for data URIs and addresses that cannot be resolved.
    public var address: WebAddress?
    /// Last part of the path, percent-decoded; the file name often is the only word about the content.
    public var fileName: String
    public var alt: String = ""
    public var zone: Block.Zone = .main
    /// Index in `blocks` of the block before it; -1 at the start.
    public var after: Int32 = -1
    /// Number of blocks when the image was met: the image stands between blocks `position - 1` and `position`.
    public var position: Int32 = 0

    public init(
        address: WebAddress? = nil, fileName: String, alt: String = "", zone: Block.Zone = .main, after: Int32 = -1,
        position: Int32 = 0
    ) {
        self.address = address
        self.fileName = fileName
        self.alt = alt
        self.zone = zone
        self.after = after
        self.position = position
    }
}

/// A date that the page shows as its own.
public struct PageDate: Sendable, Hashable {
    public enum Source: String, Sendable, Hashable {
        case meta, timeElement = "time", jsonLD = "json_ld", text, copyright
    }

    /// First moment of the day or year.
    public var at: Timestamp
    public var source: Source
    /// As written.
    public var text: String

    public init(at: Timestamp, source: Source, text: String) {
        self.at = at
        self.source = source
        self.text = text
    }
}

/// Trouble met while reading a page; the rest of the page still counts.
public struct ParseNote: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Bytes or elements past the limit were left out.
        case truncated
        /// Nesting went past the limit.
        case tooDeep = "too_deep"
        /// Bytes that are no text of the encoding were replaced.
        case replacedBytes = "replaced_bytes"
        /// The body is not HTML.
        case notHTML = "not_html"
        case tooManyLinks = "too_many_links"
    }

    public var kind: Kind
    public var detail: String = ""

    public init(kind: Kind, detail: String = "") {
        self.kind = kind
        self.detail = detail
    }
}
