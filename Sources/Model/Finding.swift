/// One thing a rule saw on one page, with the place and the words that show it.
public struct Finding: Sendable, Hashable, Codable {
    public var item: ItemKey
    public var state: ItemState
    /// How far the rule is to be trusted, 0 to 1; the strongest finding of a state is quoted first.
    public var strength: Double
    /// Where on the page: heading path, table row, zone. Read by people.
    public var place: String
    /// The words of the page, at most `Finding.quotationLimit` characters.
    public var quotation: String
    /// Id of the rule that fired.
    public var rule: String
    /// The only carrier is an image whose content was not read.
    public var imageOnly: Bool = false
    /// How it was read; nil for the text of an HTML page.
    public var means: ReadMeans?
    /// 0 to 1: how sure the recognition of these words is; nil when nothing had to be recognised.
    public var confidence: Double?
    /// Where a link or frame leads; nil for what stands on the page itself.
    public var target: WebAddress?

    public init(
        item: ItemKey, state: ItemState, strength: Double, place: String, quotation: String, rule: String,
        imageOnly: Bool = false, means: ReadMeans? = nil, confidence: Double? = nil, target: WebAddress? = nil
    ) {
        self.item = item
        self.state = state
        self.strength = strength
        self.place = place
        self.quotation = quotation
        self.rule = rule
        self.imageOnly = imageOnly
        self.means = means
        self.confidence = confidence
        self.target = target
    }

    /// Longest quotation kept, in characters.
    public static let quotationLimit = 280
}

/// A sign of the condition of a site, with the words that show it.
public struct ConditionSign: Sendable, Hashable, Codable {
    public var condition: SiteCondition
    public var rule: String
    public var quotation: String

    public init(condition: SiteCondition, rule: String, quotation: String) {
        self.condition = condition
        self.rule = rule
        self.quotation = quotation
    }
}

/// What the rules made of one page.
public struct PageReading: Sendable, Hashable, Codable {
    public var kind: PageKind
    public var condition: SiteCondition
    public var signs: [ConditionSign] = []
    public var findings: [Finding] = []
    /// Services the page names, in the order of the page.
    public var services: [ServiceReading] = []
    /// Characters of visible text.
    public var textLength: Int = 0
    /// Electronic services that the page leads to; nil when nobody looked.
    public var electronic: [ElectronicService]?
    /// Basic accessibility of the page's HTML; nil when nobody looked.
    public var accessibility: [AccessibilityFact]?
    /// The template the page was made with; nil when nobody looked.
    public var template: TemplatePrint?

    public init(
        kind: PageKind, condition: SiteCondition, signs: [ConditionSign] = [], findings: [Finding] = [],
        services: [ServiceReading] = [], textLength: Int = 0
    ) {
        self.kind = kind
        self.condition = condition
        self.signs = signs
        self.findings = findings
        self.services = services
        self.textLength = textLength
    }

    /// Reads rows of older scans too, which know no services.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(PageKind.self, forKey: .kind)
        condition = try values.decode(SiteCondition.self, forKey: .condition)
        signs = try values.decode([ConditionSign].self, forKey: .signs)
        findings = try values.decode([Finding].self, forKey: .findings)
        services = try values.decodeIfPresent([ServiceReading].self, forKey: .services) ?? []
        textLength = try values.decode(Int.self, forKey: .textLength)
        electronic = try values.decodeIfPresent([ElectronicService].self, forKey: .electronic)
        accessibility = try values.decodeIfPresent([AccessibilityFact].self, forKey: .accessibility)
        template = try values.decodeIfPresent(TemplatePrint.self, forKey: .template)
    }
}
