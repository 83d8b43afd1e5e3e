import Model
import Rules

/// Applies the item rules to a page.
struct ItemReader {
    let sheet: PageSheet
    let kind: PageKind

    init(_ sheet: PageSheet, kind: PageKind) {
        self.sheet = sheet
        self.kind = kind
    }

    /// Every finding, the strongest state first within each item; at most three per item and state.
    func findings(_ sightings: [Sighting]) -> [Finding] { trimmed(sightings.map(\.finding)) }

    /// Every finding without a limit, with the lines it stands on.
    func sightings() -> [Sighting] {
        var found: [Sighting] = []
        for rule in sheet.lexicon.rules {
            if !rule.kinds.isEmpty, !rule.kinds.contains(kind) { continue }
            if !rule.page.allSatisfy({ $0.meets(sheet.main, sheet.mainTyped) }) { continue }
            switch rule.place {
            case .section, .line: found += LineRuleReader(sheet: sheet, rule: rule, kind: kind).sightings()
            case .link: found += LinkRuleReader(sheet: sheet, rule: rule).sightings()
            case .image: found += ImageRuleReader(sheet: sheet, rule: rule).sightings()
            case .heading: found += HeadingRuleReader(sheet: sheet, rule: rule).sightings()
            case .derived: break
            }
        }
        for rule in sheet.lexicon.rules where rule.place == .derived {
            if let finding = derived(rule, found.map(\.finding)) { found.append(Sighting(finding)) }
        }
        return found
    }

    /// A service that shows one of its components is itself shown.
    private func derived(_ rule: CompiledRule, _ found: [Finding]) -> Finding? {
        if rule.notKinds.contains(kind) { return nil }
        let base = found.filter { finding in
            finding.state == .present && rule.rule.from.contains(finding.item) && !Place.isFrame(finding.place)
        }.max { $0.strength < $1.strength }
        guard let base else { return nil }
        return Finding(
            item: rule.rule.item, state: rule.rule.state, strength: min(rule.rule.strength, base.strength),
            place: base.place, quotation: base.quotation, rule: rule.rule.id)
    }

    private func trimmed(_ found: [Finding]) -> [Finding] {
        var result: [Finding] = []
        for item in ItemKey.allCases {
            let own = found.filter { $0.item == item }.sorted {
                (PageReading.rank($0), $0.strength) > (PageReading.rank($1), $1.strength)
            }
            var counts: [ItemState: Int] = [:]
            for finding in own where counts[finding.state, default: 0] < 3 {
                counts[finding.state, default: 0] += 1
                result.append(finding)
            }
        }
        return result
    }
}
