import Model

/// Points for one page kind: what must be met where.
public struct PageKindRule: Sendable, Hashable {
    /// Where the words of a page kind rule are looked for.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        /// Any part of the path.
        case path
        /// The last part of the path.
        case lastPath = "last_path"
        case title
        /// Headings of the main content, level 1 and 2.
        case heading
        /// The first two headings of the main content, of any level.
        case firstHeading = "first_heading"
        /// The first six lines of the main content.
        case lead
        /// Any line of the main content; `count` lines are needed.
        case body
        /// Facts of structure, see `PageFact`.
        case fact
    }

    public var id: String
    public var kind: PageKind
    public var place: Place
    public var words: [String]
    public var facts: [PageFact]
    public var notIf: [String]
    public var points: Double
    /// Lines that must match, for `body`.
    public var count: Int
    /// For `body`: forms that count beside the words.
    public var typed: [TypedCue] = []

    public init(
        id: String, kind: PageKind, place: Place, words: [String] = [], facts: [PageFact] = [], notIf: [String] = [],
        points: Double, count: Int = 1
    ) {
        self.id = id
        self.kind = kind
        self.place = place
        self.words = words
        self.facts = facts
        self.notIf = notIf
        self.points = points
        self.count = count
    }
}

/// A fact of structure a page kind or site condition may ask for; all named facts must hold.
public enum PageFact: String, Sendable, Hashable, CaseIterable {
    /// The address is the root of the host (or index, home, beranda).
    case root
    /// The path or the text carries a date of publication.
    case dated
    /// Three or more paragraphs of 200 bytes or more.
    case longParagraphs = "long_paragraphs"
    /// A paragraph that begins as the press does, with a place in capitals and a dash: `KENDARI, BKK – Inspektorat ...`.
    case pressLead = "press_lead"
    /// The title is the name of an office and nothing else.
    case officeTitle = "office_title"
    /// A title of 5 words or more that reads like a sentence.
    case sentenceTitle = "sentence_title"
    /// A form with a field of several lines.
    case messageForm = "message_form"
    /// A form with many choices.
    case manyChoices = "many_choices"
    /// Less than 30, 300 or 1,500 bytes of visible text; `bare` also has no image, frame or second link.
    case bare, scant, brief
    /// Headings of four or more components of a service standard.
    case components
    /// Headings of two or more of them.
    case twoComponents = "two_components"
    /// Three or more links to documents; a frame with a map.
    case downloads, map
    /// More than half of ten lines or more of the main content are links.
    case linkList = "link_list"
    /// Eight or more images.
    case manyImages = "many_images"
    /// Many sections with a heading (6 or more of level 2).
    case manySections = "many_sections"
    /// Scripts without text.
    case scripts
    /// Less than 8 links.
    case fewLinks = "few_links"
    /// Much of the page, or its title, is written in Japanese, Chinese, Korean, Thai or Cyrillic letters.
    case foreignScript = "foreign_script"
    /// At most 6,000 bytes of text with fewer than two different words of the set `administration`, names of hosts not
    /// counted: no office wrote it.
    case outsider
    /// A password field, few links and little text.
    case password
    /// The HTTP status is 400 or higher.
    case errorStatus = "error_status"
}

/// A sign that the page is not a site: texts of servers, panels, hosters, firewalls, intruders.
public struct ConditionRule: Sendable, Hashable {
    /// Where the phrases are looked for.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        case title, body, hidden, any
        /// The title begins with it.
        case titleStart = "title_start"
        /// Headings of the main content.
        case heading
        /// Alternative texts and file names of images.
        case image
        /// Visible lines that neither themselves nor in the headings above them hold a word of `not_line`.
        case lines
        /// Texts and addresses of links and frames, and the canonical address; `minLinks` of them are needed.
        case link
        /// Inline scripts that redirect or ask who is reading.
        case script
    }

    public var id: String
    public var condition: SiteCondition
    public var title: String
    public var place: Place
    public var phrases: [String]
    /// Different phrases that must be met.
    public var minDistinct: Int
    public var facts: [PageFact]
    /// Word sets that forbid it anywhere in title or text.
    public var notIf: [String]
    /// Longest visible text, in bytes, on which it speaks; 0: any.
    public var maxText: Int
    /// Longest text of the main content, in bytes; 0: any. Menus and footers of a site do not count.
    public var maxMain = 0
    /// Word sets that keep a line or link from counting, for `lines` and `link`.
    public var notLine: [String] = []
    /// Further phrases, of which `minAlso` different ones must be met in the title or the visible text.
    public var also: [String] = []
    public var minAlso = 1
    /// Word sets whose phrases count like `phrases`.
    public var phraseSets: [String] = []
    /// Parts of foreign host names, for `link` and `script`: `togel` is met in `agentogel88.example`.
    public var hosts: [String] = []
    /// Links that must match, for `link`.
    public var minLinks = 1
    /// Texts in other scripts than Latin, met as they are written; only looked for when the facts hold.
    public var raw: [String] = []
    public var examplesPresent: [String]
    public var examplesAbsent: [String]
    public var source: SourcePlace

    public init(
        id: String, condition: SiteCondition, title: String, place: Place, phrases: [String], minDistinct: Int = 1,
        facts: [PageFact] = [], notIf: [String] = [], maxText: Int = 0, examplesPresent: [String] = [],
        examplesAbsent: [String] = [], source: SourcePlace
    ) {
        self.id = id
        self.condition = condition
        self.title = title
        self.place = place
        self.phrases = phrases
        self.minDistinct = minDistinct
        self.facts = facts
        self.notIf = notIf
        self.maxText = maxText
        self.examplesPresent = examplesPresent
        self.examplesAbsent = examplesAbsent
        self.source = source
    }
}
