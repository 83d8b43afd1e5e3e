import Model
import Rules

/// Decides the page kind: every rule that holds gives points, the kind with most points wins.
struct KindReader {
    private let sheet: PageSheet
    private let facts: PageFacts

    /// Fewer points than this: `other`.
    static let threshold = 2.0

    init(_ sheet: PageSheet) {
        self.sheet = sheet
        facts = sheet.facts
    }

    func kind() -> PageKind { points().first?.kind ?? byHeadings() }

    /// Where no word of title and path helps, the headings of the items do.
    private func byHeadings() -> PageKind {
        var owned = ItemSet()
        for section in sheet.sections where section.zone == .main { owned = owned.union(section.items) }
        if owned.intersection(Self.ofServices).bits.nonzeroBitCount >= 2 { return .serviceStandard }
        return owned.intersection(Self.ofProfiles).bits.nonzeroBitCount >= 2 ? .profile : .other
    }

    private static let ofServices = ItemSet([.persyaratan, .prosedur, .jangkaWaktu, .biaya, .maklumat])
    private static let ofProfiles = ItemSet([.visiMisi, .moto, .strukturOrganisasi])

    /// Kinds that reach the threshold, most points first.
    func points() -> [(kind: PageKind, points: Double)] {
        var sums: [PageKind: Double] = [:]
        for rule in sheet.lexicon.kinds where holds(rule) { sums[rule.rule.kind, default: 0] += rule.rule.points }
        let order = PageKind.allCases
        return sums.filter { $0.value >= Self.threshold }.map { (kind: $0.key, points: $0.value) }.sorted {
            left, right in
            left.points != right.points
                ? left.points > right.points
                : (order.firstIndex(of: left.kind) ?? 0) < (order.firstIndex(of: right.kind) ?? 0)
        }
    }

    private func holds(_ kind: CompiledKind) -> Bool {
        let rule = kind.rule
        guard facts.holds(rule.facts) else { return false }
        switch rule.place {
        case .path: return meets(kind, sheet.path)
        case .lastPath: return meets(kind, sheet.lastPath)
        // "Selamat datang di Dinas X" is a word of the site; for every other kind the office's name says nothing.
        case .title: return meets(kind, rule.kind == .home ? sheet.title : sheet.naming.title)
        case .heading: return meets(kind, sheet.naming.headings)
        case .firstHeading: return meets(kind, sheet.naming.firstHeadings)
        case .lead: return meets(kind, sheet.naming.lead)
        case .body:
            if kind.notIf.intersects(sheet.main) { return false }
            let typed = TypedMask(rule.typed)
            return sheet.lines.count {
                $0.zone == .main && ($0.words.intersects(kind.words) || !$0.typed.isDisjoint(with: typed))
            } >= rule.count
        case .fact: return true
        }
    }

    private func meets(_ kind: CompiledKind, _ words: WordMask) -> Bool {
        kind.words.intersects(words) && !kind.notIf.intersects(words)
    }

    /// The page kind that a site condition implies; nil when the words decide.
    static func kind(of condition: SiteCondition) -> PageKind? {
        switch condition {
        case .normal, .application: nil
        case .parked, .serverDefault, .suspended, .maintenance, .emptyCMS, .directoryListing, .errorPage, .challenge,
            .ispBlock:
            .parked
        case .spaShell: .spaShell
        case .gambling, .takeover: .defaced
        }
    }
}
