import Model
import Rules

/// Applies the item rules to a page.
struct ItemReader {
    let sheet: PageSheet
    let kind: PageKind
    /// Kinds whose rules may speak: the decided one and those nearly as likely.
    let possible: KindSet

    init(_ sheet: PageSheet, kind: PageKind, possible: Set<PageKind> = []) {
        self.sheet = sheet
        self.kind = kind
        self.possible = KindSet(possible.union([kind]))
    }

    /// What the words of a page say; a site condition may say otherwise of its kind.
    init(_ sheet: PageSheet, _ reader: KindReader, kind: PageKind) {
        self.init(sheet, kind: kind, possible: kind == reader.kind() ? reader.possible : [])
    }

    /// Every finding, the strongest state first within each item; at most three per item and state.
    func findings(_ sightings: [Sighting]) -> [Finding] { trimmed(sightings) }

    /// Every finding without a limit, with the lines it stands on.
    func sightings() -> [Sighting] {
        var found: [Sighting] = []
        var waiting: [CompiledRule] = []
        for rule in sheet.lexicon.rules {
            if rule.kinds.isEmpty || !rule.kinds.isDisjoint(with: possible) {
                found += sightings(of: rule)
            } else if rule.kinds.contains(.serviceStandard) {
                waiting.append(rule)
            }
        }
        if showsService(found) { for rule in waiting { found += sightings(of: rule) } }
        for rule in sheet.lexicon.rules where rule.place == .derived {
            if let sighting = derived(rule, found) { found.append(sighting) }
        }
        return found
    }

    private func sightings(of rule: CompiledRule) -> [Sighting] {
        guard rule.page.allSatisfy({ $0.meets(sheet.main, sheet.mainTyped) }) else { return [] }
        return switch rule.place {
        case .section, .line: LineRuleReader(sheet: sheet, rule: rule, kind: kind).sightings()
        case .link: LinkRuleReader(sheet: sheet, rule: rule).sightings()
        case .image: ImageRuleReader(sheet: sheet, rule: rule).sightings()
        case .heading: HeadingRuleReader(sheet: sheet, rule: rule).sightings()
        case .derived: []
        }
    }

    /// A page of another kind that shows two components of a service with their values is about a service all the
    /// same: an answer among frequent questions, an announcement, a home page of one page.
    private func showsService(_ found: [Sighting]) -> Bool {
        guard !Self.speechless.contains(kind) else { return false }
        var shown = ItemSet()
        for index in found.indices where found[index].state == .present && !found[index].isFrame(sheet) {
            shown.insert(found[index].item)
        }
        return shown.intersection(Self.ownComponents).bits.nonzeroBitCount >= 2
    }

    /// On these the components are those of somebody else, of a complaint or of a question.
    private static let speechless: Set<PageKind> = [.news, .survey, .complaint, .profile, .ppid]
    private static let ownComponents = ItemSet([.persyaratan, .prosedur, .jangkaWaktu, .biaya])

    /// A service that shows one of its components is itself shown.
    private func derived(_ rule: CompiledRule, _ found: [Sighting]) -> Sighting? {
        if rule.notKinds.contains(kind) { return nil }
        var base: Int?
        for index in found.indices {
            guard found[index].state == .present, rule.rule.from.contains(found[index].item),
                base.map({ found[$0].strength < found[index].strength }) ?? true, !found[index].isFrame(sheet)
            else { continue }
            base = index
        }
        guard let base, isAboutOne(rule), let name = nameOfService(rule, found[base]) else {
            return nil
        }
        let finding = Finding(
            item: rule.rule.item, state: rule.rule.state, strength: min(rule.rule.strength, found[base].strength),
            place: name.place, quotation: Quotation.cut(name.words), rule: rule.rule.id)
        return Sighting(rule: rule, source: .derived(finding), state: rule.rule.state, strength: finding.strength)
    }

    /// The words that name the service: its heading, the nearest above the component first; the line of the component
    /// itself where it says of what; the page's title. Nil: nothing on the page says which service it is.
    ///
    /// "Tidak dipungut biaya" shows that a service is free, and not which one.
    private func nameOfService(_ rule: CompiledRule, _ component: Sighting) -> (words: String, place: String)? {
        let names = { (line: PageLine) in rule.under.allSatisfy { $0.meets(line.words, []) } }
        let first = component.firstLine(sheet)
        let all = sheet.sections.map(\.line).filter { sheet.lines[$0].zone == .main && !sheet.lines[$0].isWholeHeading }
        let headings = all.filter { sheet.lines[$0].owners.isDisjoint(with: Self.steps) }
        func nearest(_ lines: [Int]) -> Int? { lines.last { $0 <= first } ?? lines.first }
        if let line = nearest(headings.filter { names(sheet.lines[$0]) }) { return said(line) }
        if rule.under.allSatisfy({ $0.meets(sheet.naming.title, []) }) { return (sheet.page.title, "judul halaman") }
        if let line = component.lines(sheet).first(where: { names(sheet.lines[$0]) }) { return said(line) }
        if let line = nearest(headings) ?? nearest(all) { return said(line) }
        return sheet.naming.isOfficeOnly || sheet.page.title.isEmpty ? nil : (sheet.page.title, "judul halaman")
    }

    private func said(_ line: Int) -> (words: String, place: String) {
        (sheet.text(sheet.lines[line]), Place(sheet: sheet).describe(sheet.lines[line]))
    }

    /// "Persyaratan" and "Alur Pelayanan" as titles name no service; then a heading of the page has to.
    private func isAboutOne(_ rule: CompiledRule) -> Bool {
        guard rule.notUnder.meets(sheet.naming.title, []) else { return true }
        return sheet.sections.contains { section in
            let line = sheet.lines[section.line]
            return section.zone == .main && !line.isWholeHeading
                && (line.owners.isDisjoint(with: Self.steps) || isChapter(section))
                && rule.under.allSatisfy { $0.meets(line.words, []) }
        }
    }

    /// A marked-up heading with text under it, right below the page's own title: "Kartu Keluarga" on the page "SOP".
    private func isChapter(_ section: Section) -> Bool {
        guard 1...6 ~= section.level, section.content >= 2, section.parent >= 0 else { return false }
        let title = sheet.sections[section.parent]
        return title.parent < 0 && sheet.lines[title.line].isWholeHeading
    }

    private static let steps = ItemSet([.prosedur, .persyaratan])

    private func trimmed(_ found: [Sighting]) -> [Finding] {
        var result: [Finding] = []
        var byItem = [[Int]](repeating: [], count: ItemKey.allCases.count)
        for index in found.indices { byItem[found[index].item.index].append(index) }
        for own in byItem where !own.isEmpty {
            let sorted = own.sorted {
                (PageReading.rank(found[$0].state, found[$0].strength), found[$0].strength)
                    > (PageReading.rank(found[$1].state, found[$1].strength), found[$1].strength)
            }
            // There are five states: looked through faster than one is hashed.
            var kept: [(state: ItemState, count: Int)] = []
            for index in sorted {
                let state = found[index].state
                let place = kept.firstIndex { $0.state == state } ?? kept.count
                if place == kept.count { kept.append((state, 0)) }
                guard kept[place].count < 3 else { continue }
                kept[place].count += 1
                result.append(found[index].finding(sheet))
            }
        }
        return result
    }
}
