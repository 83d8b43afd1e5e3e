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
    func findings(_ sightings: [Sighting]) -> [Finding] { trimmed(sightings) }

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
            if let finding = derived(rule, found) { found.append(Sighting(finding)) }
        }
        return found
    }

    /// A service that shows one of its components is itself shown.
    private func derived(_ rule: CompiledRule, _ found: [Sighting]) -> Finding? {
        if rule.notKinds.contains(kind) { return nil }
        var base: Finding?
        for index in found.indices {
            guard found[index].finding.state == .present, rule.rule.from.contains(found[index].finding.item),
                base.map({ $0.strength < found[index].finding.strength }) ?? true,
                !Place.isFrame(found[index].finding.place)
            else { continue }
            base = found[index].finding
        }
        guard let base else { return nil }
        return Finding(
            item: rule.rule.item, state: rule.rule.state, strength: min(rule.rule.strength, base.strength),
            place: base.place, quotation: base.quotation, rule: rule.rule.id)
    }

    private func trimmed(_ found: [Sighting]) -> [Finding] {
        var result: [Finding] = []
        // Indices are sorted, not findings: those hold three strings each.
        var byItem = [[Int]](repeating: [], count: ItemKey.allCases.count)
        for index in found.indices { byItem[found[index].finding.item.index].append(index) }
        for own in byItem where !own.isEmpty {
            let sorted = own.sorted {
                let (left, right) = (found[$0].finding, found[$1].finding)
                return (PageReading.rank(left), left.strength) > (PageReading.rank(right), right.strength)
            }
            var counts: [ItemState: Int] = [:]
            for index in sorted where counts[found[index].finding.state, default: 0] < 3 {
                counts[found[index].finding.state, default: 0] += 1
                result.append(found[index].finding)
            }
        }
        return result
    }
}
