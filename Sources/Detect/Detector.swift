import Model
import Rules

/// Reads pages by the rules; built once, used from many tasks.
public struct Detector: Sendable {
    private let made: LexiconOnce
    var lexicon: Lexicon { made.value }

    /// The rules are made ready when the first page asks for it, or by `prepare`: 25 ms that a scan whose pages are read by
    /// reader processes needs only for a document that holds text.
    ///
    /// - Throws: `DetectError` when the rules do not fit.
    public init(_ rules: DetectionRules) throws(DetectError) {
        try Lexicon.check(rules)
        made = LexiconOnce(rules)
    }

    /// Makes the rules ready now.
    public func prepare() { _ = made.value }

    /// Hints of the templates a page was made with.
    public func hints(for page: ParsedPage) -> [TemplateHint] { lexicon.templates.filter { $0.fits(page) } }

    /// Reads a page, and once more when its template is known: `parse` is given the hints.
    public func read(
        status: Int, isHome: Bool, parse: ([TemplateHint]) -> ParsedPage
    ) -> (page: ParsedPage, reading: PageReading) {
        var page = parse([])
        let known = hints(for: page)
        if !known.isEmpty { page = parse(known) }
        var reading = read(page, status: status, isHome: isHome)
        if !known.isEmpty {
            var print = reading.template ?? page.template
            print.hints = known.map(\.id)
            reading.template = print
        }
        return (page, reading)
    }

    /// What the rules make of one page.
    ///
    /// - Parameters:
    ///   - status: HTTP status of the answer.
    ///   - isHome: the page is the home page of a site, whatever its path.
    public func read(_ page: ParsedPage, status: Int, isHome: Bool) -> PageReading {
        let sheet = PageSheet(page: page, lexicon: lexicon, status: status, isHome: isHome)
        let kind = KindReader(sheet)
        let (condition, signs) = ConditionReader(sheet).condition()
        var reading = PageReading(kind: kind.kind(), condition: condition, signs: signs, textLength: page.text.count)
        if let forced = KindReader.kind(of: condition) { reading.kind = forced }
        // Planted gambling stands on an office's page; a page that no office wrote has nothing of an office.
        let isForeign = condition == .gambling && sheet.facts.holds(FactSet([.outsider]))
        if condition == .normal || condition == .gambling && !isForeign {
            let items = ItemReader(sheet, kind, kind: reading.kind)
            let sightings = items.sightings()
            reading.findings = items.findings(sightings)
            reading.electronic = ElectronicReader(sheet: sheet, kind: reading.kind).services()
            reading.services = ServiceReader(sheet, sightings, kind: reading.kind).services()
        }
        reading.accessibility = AccessibilityReader(page: page, findings: reading.findings).facts()
        reading.template = page.template.isEmpty ? nil : page.template
        return reading
    }
}

extension PageReading {
    /// The state of an item on this page alone: present, linked from the main content, empty, linked by a menu, absent.
    public func state(of item: ItemKey) -> ItemState {
        var best = ItemState.absent
        var bestRank = 0
        for finding in findings where finding.item == item {
            let rank = Self.rank(finding)
            if rank > bestRank {
                best = finding.state
                bestRank = rank
            }
        }
        return best
    }

    /// A menu link says less than an empty heading of the page itself (LABELLING, order of states).
    static func rank(_ finding: Finding) -> Int { rank(finding.state, finding.strength) }

    static func rank(_ state: ItemState, _ strength: Double) -> Int {
        switch state {
        case .present: 5
        case .linked: strength >= 0.5 ? 4 : 2
        case .empty: 3
        case .absent: 1
        case .unknown: 0
        }
    }
}
