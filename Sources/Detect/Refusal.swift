import Model
import Rules

/// What kept a rule from speaking on a line.
enum Refusal: Sendable {
    /// A word or form that the rule needs on the line is missing.
    case cue
    /// The line stands in a menu, or outside the main content.
    case zone
    /// It is a teaser of news.
    case teaser
    /// Somebody is quoted on the line.
    case reported
    case kind
    /// A word or form on the line forbids it.
    case onLine
    /// Too few different phrases.
    case phrases
    case near, notNear, under, notUnder
}

/// A line on which a rule found all it needs and was forbidden to speak all the same.
public struct VetoedRule: Sendable {
    public var rule: String
    /// In plain Indonesian and English: what forbade it.
    public var reason: String
    /// Where the line stands, as in a finding.
    public var place: String
    public var quotation: String
}

extension Detector {
    /// Lines that met every cue of a rule of the item, and what forbade the rule there; at most `limit` of a rule.
    ///
    /// Reads the page once more: for `ronda explain`, not for rounds.
    public func vetoes(_ page: ParsedPage, status: Int, isHome: Bool, item: ItemKey, limit: Int = 2) -> [VetoedRule] {
        let sheet = PageSheet(page: page, lexicon: lexicon, status: status, isHome: isHome)
        let kind = KindReader(sheet)
        return lexicon.rules.filter { $0.rule.item == item && ($0.place == .line || $0.place == .section) }
            .flatMap { vetoes(of: $0, sheet, kind.kind(), KindSet(kind.possible)).prefix(limit) }
    }

    private func vetoes(of rule: CompiledRule, _ sheet: PageSheet, _ kind: PageKind, _ possible: KindSet)
        -> [VetoedRule]
    {
        let reader = LineRuleReader(sheet: sheet, rule: rule, kind: kind)
        let isOtherKind = !rule.kinds.isEmpty && rule.kinds.isDisjoint(with: possible)
        return sheet.lines.indices.compactMap { index in
            let line = sheet.lines[index]
            if rule.place == .section, !line.owners.intersects(rule.item) { return nil }
            let refusal = reader.refusal(index)
            guard let reason = isOtherKind && refusal == nil ? kindReason(rule, kind) : reason(refusal, reader, index)
            else { return nil }
            return VetoedRule(
                rule: rule.rule.id, reason: reason, place: Place(sheet: sheet).describe(line),
                quotation: Quotation.cut(sheet.text(line)))
        }
    }

    private func kindReason(_ rule: CompiledRule, _ kind: PageKind) -> String {
        "hanya pada jenis (only on kinds) " + rule.rule.kinds.map(\.rawValue).joined(separator: ", ")
            + "; halaman ini (this page): " + kind.rawValue
    }

    /// nil: the rule spoke, or the line lacks what it needs.
    private func reason(_ refusal: Refusal?, _ reader: LineRuleReader, _ index: Int) -> String? {
        let line = reader.sheet.lines[index]
        let rule = reader.rule.rule
        switch refusal {
        case nil, .cue, .phrases, .near, .under: return nil
        case .zone: return "di luar isi halaman (outside the main content)"
        case .teaser: return "cuplikan berita (a teaser of news)"
        case .reported: return "kutipan ucapan seseorang (somebody is quoted)"
        case .kind: return "tidak pada jenis halaman (not on page kind) " + reader.kind.rawValue
        case .onLine: return "not_line: " + names(rule.notLine, line.words, line.typed)
        case .notNear:
            let (words, typed) = reader.neighbours(index)
            return "not_near: " + names(rule.notNear, words, typed)
        case .notUnder: return "not_under: " + names(rule.notUnder, reader.above(line), [])
        }
    }

    /// The word sets and forms of a choice that were met.
    private func names(_ choice: CueChoice, _ words: WordMask, _ typed: TypedMask) -> String {
        let sets = choice.words.filter { lexicon.mask(named: $0).intersects(words) }
        let forms = choice.typed.filter { !TypedMask($0).isDisjoint(with: typed) }.map(\.rawValue)
        return (sets + forms).joined(separator: ", ")
    }
}
