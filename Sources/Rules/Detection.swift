import Model

/// Everything Detect knows, as data: named word sets, headings, item rules, page kinds, site conditions.
///
/// One YAML file per group in `Resources/detection`. A rule names what must stand on a line (`line`), beside it (`near`)
/// or above it (`under`), and what forbids it (`not_*`). The vocabulary is small and fixed: word sets and typed values.
public struct DetectionRules: Sendable {
    /// Word sets by name, in file order.
    public var words: [WordSet] = []
    /// Words that, as a heading or label, open the section of an item.
    public var headings: [HeadingRule] = []
    public var rules: [DetectionRule] = []
    public var kinds: [PageKindRule] = []
    public var kindWeights: [KindWeight] = []
    public var conditions: [ConditionRule] = []
    public var electronic: [ElectronicRule] = []
    /// Hints for reading pages of known templates.
    public var templates: [TemplateHint] = []

    public init() {}

    /// The words of a set; empty when there is no such set.
    public func phrases(_ name: String) -> [String] { words.first { $0.name == name }?.phrases ?? [] }
}

/// A named list of phrases. A phrase is lower-case words; `*` at an end lets the word go on (`fotocop*`).
public struct WordSet: Sendable, Hashable {
    public var name: String
    public var phrases: [String]

    public init(name: String, phrases: [String]) {
        self.name = name
        self.phrases = phrases
    }
}

/// Which words, standing as a heading, label or question, open the section of an item.
public struct HeadingRule: Sendable, Hashable {
    public var item: ItemKey
    public var words: [String]
    /// Vague words that count only when they are all of the heading: `Layanan`, `Waktu`.
    public var whole: [String]
    /// Word sets that, in the same heading, say it is about something else.
    public var notIf: [String]

    public init(item: ItemKey, words: [String], whole: [String] = [], notIf: [String] = []) {
        self.item = item
        self.words = words
        self.whole = whole
        self.notIf = notIf
    }
}

/// A value that is recognised by its form, not by its words.
public enum TypedCue: String, Sendable, Hashable, CaseIterable {
    /// `14 hari kerja`, `5 - 10 menit`, `1 x 24 jam`.
    case duration
    /// `Rp 25.000`, `IDR 5.000`, `25.000,-`.
    case amount
    /// A number with thousands separators, without a currency.
    case number
    case percent
    /// One time of day: `08.00`, `jam 7 pagi`.
    case clock
    /// Two times of day: `08.00 - 15.00`.
    case clockRange = "clock_range"
    /// A year 1945 to 2099.
    case year
    case phone
    case email
    /// `57 orang`, `12 petugas`.
    case headcount
    /// A number from 25 to 100 with decimals, or from 1 to 4 with two decimals: a survey value.
    case score
    /// A regulation with its number or year.
    case citation
    /// An item of a list, or a line that starts with a number, letter or bullet.
    case listed
    /// An item of an ordered list, or a line that starts with a number.
    case numbered
    /// A cell of a table.
    case cell
    /// A heading, bold line or panel label.
    case title
    /// At most 90 bytes.
    case short
    /// At least 40 bytes.
    case long
    /// At least 200 bytes: a paragraph of running text.
    case paragraph
    /// Two or more arrows: a flow in one line.
    case arrows
    /// The line is the text of a link that leads elsewhere.
    case link
    /// A field, label or option of a form.
    case form
    /// The line itself ends with a question mark.
    case question
    /// Any text that is not filler.
    case text
    /// A social media address or handle: `@dinkes_x`, `instagram.com/dinkes`.
    case handle
    /// Three parts or more in one line, with commas, semicolons or arrows between.
    case enumeration
    /// A head cell (th) of a table.
    case head
    /// A label with words of its own behind its colon: `Biaya : Gratis`.
    case labelValue = "label_value"
    /// A sentence: at least 35 bytes with a full stop at its end or inside.
    case sentence
    /// At most 45 bytes of words: a value by itself, `3 (tiga) hari kerja`.
    case terse
}

/// One condition of a rule: any of these word sets or typed values.
public struct CueChoice: Sendable, Hashable {
    public var words: [String]
    public var typed: [TypedCue]

    public init(words: [String] = [], typed: [TypedCue] = []) {
        self.words = words
        self.typed = typed
    }

    public var isEmpty: Bool { words.isEmpty && typed.isEmpty }
}

/// What makes one state of one item, and what forbids it.
public struct DetectionRule: Sendable, Hashable {
    /// Where the rule looks.
    public enum Place: String, Sendable, Hashable, CaseIterable {
        /// Lines below a heading (or beside a label, below a column head, in a panel) of the item.
        case section
        /// Any line.
        case line
        /// Links and frames: text, and with `target` words the address.
        case link
        /// Images: alt text and file name.
        case image
        /// A heading of the item with nothing under it.
        case heading
        /// Other items that are present in the main content.
        case derived
    }

    public var id: String
    public var item: ItemKey
    public var title: String
    /// Article of law, or "practice".
    public var basis: String
    public var place: Place
    public var state: ItemState
    /// 0 to 1.
    public var strength: Double
    /// All must be met on the same line.
    public var line: [CueChoice] = []
    /// All must be met on the line, within two lines, or above it.
    public var near: [CueChoice] = []
    /// All must be met in the headings and labels above the line, or in the page's title.
    public var under: [CueChoice] = []
    /// All must be met somewhere in the main content.
    public var page: [CueChoice] = []
    public var notLine: CueChoice = CueChoice()
    public var notNear: CueChoice = CueChoice()
    public var notUnder: CueChoice = CueChoice()
    /// Page kinds on which the rule is silent in the main content.
    public var notKinds: [PageKind] = []
    /// Page kinds on which alone it speaks; empty: all.
    public var kinds: [PageKind] = []
    /// Only the main content counts (not header, footer, aside).
    public var mainOnly = false
    /// Lines that must match, within one section or close together.
    public var minLines = 1
    /// Different phrases of the first `line` choice that must be met on these lines together.
    public var minDistinct = 1
    /// Different phrases of the first `line` choice that must be met on one line.
    public var minPhrases = 1
    /// For `link`: words of the target address.
    public var target: [String] = []
    /// For `derived`: the items.
    public var from: [ItemKey] = []
    /// HTML or text in which the rule must speak, and in which it must not.
    public var examplesPresent: [String] = []
    public var examplesAbsent: [String] = []
    public var source: SourcePlace

    public init(
        id: String, item: ItemKey, title: String, basis: String, place: Place, state: ItemState, strength: Double,
        source: SourcePlace
    ) {
        self.id = id
        self.item = item
        self.title = title
        self.basis = basis
        self.place = place
        self.state = state
        self.strength = strength
        self.source = source
    }
}
