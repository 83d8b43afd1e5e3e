import Model
import Rules

/// Facts as bits: some hundred rules ask for theirs on every page.
struct FactSet: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ facts: some Sequence<PageFact>) {
        rawValue = facts.reduce(0) { $0 | 1 << UInt64(Self.order[$1] ?? 63) }
    }

    init(number: Int) { rawValue = 1 << UInt64(number) }

    private static let order = Dictionary(uniqueKeysWithValues: PageFact.allCases.enumerated().map { ($1, $0) })
}

/// Facts of structure, found once per page.
struct PageFacts {
    private let facts: FactSet

    init(_ sheet: PageSheet) {
        var facts: Set<PageFact> = []
        let page = sheet.page
        if sheet.isHome || Self.isRoot(page.address) { facts.insert(.root) }
        if Self.hasDatePath(page.address.path)
            || page.dates.contains(where: { $0.source != .copyright && $0.source != .text })
        {
            facts.insert(.dated)
        }
        let counts = Counts(sheet.lines)
        if counts.long >= 3 { facts.insert(.longParagraphs) }
        if PressLead.begins(anyOf: sheet) { facts.insert(.pressLead) }
        let words = page.title.split(separator: " ")
        if sheet.naming.isOfficeOnly { facts.insert(.officeTitle) }
        if words.count >= 6 { facts.insert(.sentenceTitle) }
        if counts.fields >= 3 { facts.insert(.messageForm) }
        if counts.fields >= 12 { facts.insert(.manyChoices) }
        let length = page.text.count
        if length < 30, page.images.isEmpty, page.frames.isEmpty, page.links.count < 2,
            !sheet.lines.contains(where: { $0.level > 0 })
        {
            facts.insert(.bare)
        }
        if length < 300 { facts.insert(.scant) }
        if length < 1500 { facts.insert(.brief) }
        let components = sheet.sections.reduce(into: ItemSet()) { if $1.zone == .main { $0 = $0.union($1.items) } }
        let named = ItemKey.components.count(where: components.contains)
        if named >= 2 { facts.insert(.twoComponents) }
        if named >= 4 { facts.insert(.components) }
        if page.links.count(where: { Self.isDocument($0.address.path) }) >= 3 { facts.insert(.downloads) }
        if page.frames.contains(where: { $0.path.contains("maps") || $0.host.contains("maps") }) { facts.insert(.map) }
        if counts.main >= 10, counts.links * 2 > counts.main { facts.insert(.linkList) }
        if page.images.count >= 8 { facts.insert(.manyImages) }
        if counts.chapters >= 6 { facts.insert(.manySections) }
        if length < 160, page.scriptCount > 0, page.links.count < 4, counts.sentences == 0 { facts.insert(.scripts) }
        if page.links.count < 8 { facts.insert(.fewLinks) }
        if sheet.status >= 400 { facts.insert(.errorStatus) }
        if ForeignScript.isMuch(of: page) { facts.insert(.foreignScript) }
        if length <= 6000, Self.officeWords(of: sheet) < 2 { facts.insert(.outsider) }
        if page.passwordFields > 0, page.links.count < 8, length < 800 { facts.insert(.password) }
        self.facts = FactSet(facts)
    }

    /// Lines of each sort; lines of the main content but for the fields.
    private struct Counts {
        var long = 0
        var fields = 0
        var chapters = 0
        var sentences = 0
        var main = 0
        var links = 0

        init(_ lines: [PageLine]) {
            // By index: a line is 330 bytes, and not one is copied.
            for index in lines.indices {
                if lines[index].typed.contains(.form) { fields += 1 }
                guard lines[index].zone == .main else { continue }
                let length = lines[index].length
                main += 1
                if lines[index].typed.contains(.link) { links += 1 }
                if length >= 200, lines[index].typed.isDisjoint(with: [.link, .cell]) { long += 1 }
                if lines[index].level == 2 { chapters += 1 }
                if length >= 38, lines[index].level == 0 { sentences += 1 }
            }
        }
    }

    /// Different words of the administration in title and main content; `dinas` in `dinas.contoh.go.id` is none.
    private static func officeWords(of sheet: PageSheet) -> Int {
        let office = sheet.lexicon.administration
        let title = Array(sheet.page.title.utf8)
        var met: Set<Int32> = []
        func take(_ hits: some Sequence<PhraseAutomaton.Hit>, _ text: [UInt8]) {
            for hit in hits
            where sheet.lexicon.mask(hit, lineStart: Int(hit.start)).intersects(office) && !isInHost(hit, text) {
                met.insert(hit.phrase)
            }
        }
        take(sheet.lexicon.automaton.scan(sheet.page.title), title)
        for index in sheet.lines.indices
        where sheet.lines[index].zone == .main && sheet.lines[index].words.intersects(office) {
            take(sheet.hits[sheet.lines[index].hits], sheet.page.text)
        }
        return met.count
    }

    /// A dot or @ with a letter stands right beside it.
    private static func isInHost(_ hit: PhraseAutomaton.Hit, _ text: [UInt8]) -> Bool {
        func joins(_ mark: Int, _ beyond: Int) -> Bool {
            guard text.indices.contains(mark), text.indices.contains(beyond) else { return false }
            return [45, 46, 64].contains(text[mark]) && PhraseAutomaton.symbols[Int(text[beyond])] != 0
        }
        return joins(Int(hit.start) - 1, Int(hit.start) - 2) || joins(Int(hit.end), Int(hit.end) + 1)
    }

    /// The path ends with the name of a document's format; bytes, for every link of the page is asked.
    private static func isDocument(_ path: String) -> Bool {
        let end = path.utf8.suffix(5).map { $0 | 32 }
        return documentEndings.contains { end.suffix($0.count).elementsEqual($0) }
    }

    private static let documentEndings = [".pdf", ".doc", ".docx", ".xls", ".xlsx"].map { $0.utf8.map { $0 | 32 } }

    func holds(_ wanted: FactSet) -> Bool { wanted.isSubset(of: facts) }

    static func isRoot(_ address: WebAddress) -> Bool {
        let parts = address.path.split(separator: "/")
        guard parts.count <= 1, address.query == nil else { return false }
        guard let name = parts.first?.split(separator: ".").first?.lowercased() else { return true }
        return ["index", "home", "beranda", "default", "welcome", "main"].contains(name)
    }

    /// `/2024/06/` in the path.
    private static func hasDatePath(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return zip(parts, parts.dropFirst()).contains { year, month in
            year.count == 4 && (Int(year).map { (2000...2099).contains($0) } ?? false)
                && (Int(month).map { (1...12).contains($0) } ?? false)
        }
    }
}
