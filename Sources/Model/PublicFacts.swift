/// An electronic service or channel that a page of an office leads to, with the words that show it.
public struct ElectronicService: Sendable, Hashable, Codable {
    /// Kinds that the rules know (`electronic` in the rule files); a bounded set, so that reports can count them.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// Online Single Submission, oss.go.id.
        case oss
        /// The office's or region's own licensing on line (SIMPEL, SiCantik, MPP digital ...).
        case licensing
        /// Registration for a service on line.
        case registration
        /// A queue number on line.
        case queue
        /// Population documents on line.
        case population
        /// Paying taxes or levies on line.
        case payment
        /// The national directory of public services, sippn.menpan.go.id.
        case sippn
        /// The electronic catalogue of purchases.
        case catalogue = "e_katalog"
        /// SP4N-LAPOR, lapor.go.id.
        case lapor = "sp4n_lapor"
        /// A WhatsApp number for service.
        case whatsApp = "whatsapp"
        /// A form for a service, filled in on line.
        case form
        /// Another application of the office that citizens use.
        case application
    }

    public var kind: Kind
    /// Where it leads; nil when the page only names it.
    public var address: WebAddress?
    /// Where on the page, for people.
    public var place: String
    /// The words of the page.
    public var quotation: String
    /// Id of the rule.
    public var rule: String
    /// The page it stands on; filled in when the pages of an office are put together.
    public var page: WebAddress?

    public init(
        kind: Kind, address: WebAddress? = nil, place: String, quotation: String, rule: String, page: WebAddress? = nil
    ) {
        self.kind = kind
        self.address = address
        self.place = place
        self.quotation = quotation
        self.rule = rule
        self.page = page
    }
}

/// One basic question of accessibility, answered from the HTML alone. It says what stands in the markup, never that a
/// page is accessible: most success criteria need a person to look.
public struct AccessibilityFact: Sendable, Hashable, Codable {
    public enum Check: String, Sendable, Hashable, CaseIterable, Codable {
        /// `lang` of the html element names a language.
        case language
        /// The page has a title.
        case title
        /// Images have an alternative text.
        case imageText = "image_text"
        /// Form fields have a label.
        case fieldLabel = "field_label"
        /// Headings begin with one of level 1 and skip no level.
        case headingOrder = "heading_order"
        /// Zooming is not forbidden.
        case zoom
        /// The page fits itself to a phone.
        case viewport
        /// An item of the service stands only in a picture.
        case imageOnly = "image_only"
        /// An item of the service stands only in a document to download.
        case documentOnly = "document_only"

        /// The success criterion of WCAG 2.1 that the question stands for.
        public var criterion: String {
            switch self {
            case .language: "WCAG 2.1 SC 3.1.1 (A)"
            case .title: "WCAG 2.1 SC 2.4.2 (A)"
            case .imageText: "WCAG 2.1 SC 1.1.1 (A)"
            case .fieldLabel: "WCAG 2.1 SC 3.3.2 (A), 4.1.2 (A)"
            case .headingOrder: "WCAG 2.1 SC 1.3.1 (A)"
            case .zoom: "WCAG 2.1 SC 1.4.4 (AA)"
            case .viewport: "WCAG 2.1 SC 1.4.10 (AA)"
            case .imageOnly: "WCAG 2.1 SC 1.4.5 (AA), 1.1.1 (A)"
            case .documentOnly: "WCAG 2.1 SC 1.4.10 (AA), for people on a phone; no criterion forbids documents"
            }
        }
    }

    public var check: Check
    /// How many places fail, of how many looked at. 0 failures: the question is answered well.
    public var failures: Int
    public var looked: Int
    /// The first places that fail: file names, fields, headings, the words of the markup.
    public var places: [String]
    /// The page they stand on; filled in when the pages of an office are put together.
    public var page: WebAddress?

    public init(check: Check, failures: Int, looked: Int, places: [String] = [], page: WebAddress? = nil) {
        self.check = check
        self.failures = failures
        self.looked = looked
        self.places = places
        self.page = page
    }
}

/// What the pages of one office together show beside the items.
public struct SiteFacts: Sendable, Hashable, Codable {
    /// Each service or channel once, with the first page that leads to it.
    public var electronic: [ElectronicService]
    /// Each question once: failures and places looked at, summed over the pages.
    public var accessibility: [AccessibilityFact]
    /// The template of the site; nil when nothing tells.
    public var template: TemplatePrint?
    /// Pages that were looked at for this.
    public var pages: Int

    public init(
        electronic: [ElectronicService] = [], accessibility: [AccessibilityFact] = [], template: TemplatePrint? = nil,
        pages: Int
    ) {
        self.electronic = electronic
        self.accessibility = accessibility
        self.template = template
        self.pages = pages
    }
}
