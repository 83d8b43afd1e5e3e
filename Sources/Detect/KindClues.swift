import Model
import Rules

/// Everything on a page that speaks for or against a page kind, as numbers of `KindEvidence`.
struct KindClues {
    private(set) var met: [Int] = []

    init(_ sheet: PageSheet) {
        let evidence = sheet.lexicon.kindEvidence
        for (number, rule) in sheet.lexicon.kinds.enumerated() where Self.holds(rule, sheet) { met.append(number) }
        var sections = ItemSet()
        for section in sheet.sections where section.zone == .main { sections = sections.union(section.items) }
        add(sections, from: evidence.firstSection)
        add(sheet.naming.titleItems, from: evidence.firstTitle)
        add(sheet.naming.firstItems, from: evidence.firstHeading)
        for number in PageFact.allCases.indices where sheet.facts.holds(FactSet(number: number)) {
            met.append(evidence.firstFact + number)
        }
    }

    private mutating func add(_ items: ItemSet, from first: Int) {
        var bits = items.bits
        while bits != 0 {
            met.append(first + bits.trailingZeroBitCount)
            bits &= bits - 1
        }
    }

    private static func holds(_ kind: CompiledKind, _ sheet: PageSheet) -> Bool {
        let rule = kind.rule
        guard sheet.facts.holds(kind.facts) else { return false }
        switch rule.place {
        case .path: return meets(kind, sheet.path)
        case .lastPath: return meets(kind, sheet.lastPath)
        // "Selamat datang di Dinas X" is a word of the site; for every other kind the office's name says nothing.
        case .title: return meets(kind, rule.kind == .home ? sheet.title : sheet.naming.title)
        case .heading: return meets(kind, sheet.naming.headings)
        case .firstHeading: return meets(kind, sheet.naming.firstHeadings)
        case .lead: return meets(kind, sheet.naming.lead)
        case .body: return isOnEnoughLines(kind, sheet)
        case .fact: return true
        }
    }

    private static func isOnEnoughLines(_ kind: CompiledKind, _ sheet: PageSheet) -> Bool {
        if kind.notIf.intersects(sheet.main) { return false }
        let typed = kind.typed
        guard sheet.main.intersects(kind.words) || !sheet.mainTyped.isDisjoint(with: typed) else { return false }
        var found = 0
        for index in sheet.lineWords.indices {
            if sheet.lineWords[index].intersects(kind.words) || !sheet.lineTyped[index].isDisjoint(with: typed),
                sheet.lines[index].zone == .main
            {
                found += 1
                if found >= kind.rule.count { return true }
            }
        }
        return false
    }

    private static func meets(_ kind: CompiledKind, _ words: WordMask) -> Bool {
        kind.words.intersects(words) && !kind.notIf.intersects(words)
    }
}

extension Detector {
    /// Names of the evidence for page kinds on a page: what `scripts/fit_page_kinds.py` learns from.
    public func kindEvidence(_ page: ParsedPage, status: Int, isHome: Bool) -> [String] {
        let sheet = PageSheet(page: page, lexicon: lexicon, status: status, isHome: isHome)
        return KindClues(sheet).met.map { lexicon.kindEvidence.names[$0] }
    }
}
