import Model
import Rules

/// Which services a page names, and what it says of each: the matrix service x component.
///
/// A component belongs to the table row, table column or heading that holds it; failing that, to the title of the page.
/// Lists of services without components are rows of the matrix too.
struct ServiceReader {
    private let sheet: PageSheet
    private let sightings: [Sighting]
    private let kind: PageKind
    private let tables: ServiceTables
    private let notNames: WordMask

    private static let components = ItemSet(ItemKey.components.filter { $0 != .produk })
    private static let ownsService = ItemSet([.persyaratan, .prosedur, .jangkaWaktu, .biaya])
    private static let silentKinds: Set<PageKind> = [.news, .survey, .complaint, .parked, .defaced, .spaShell, .social]
    /// Rules whose lines are one service name each.
    private static let lists: Set<String> = [
        "produk.list", "produk.table", "produk.titles", "produk.many", "produk.lead-in", "produk.cards",
        "produk.cards-linked",
    ]

    init(_ sheet: PageSheet, _ sightings: [Sighting], kind: PageKind) {
        self.sheet = sheet
        self.sightings = sightings
        self.kind = kind
        tables = ServiceTables(sheet)
        notNames = sheet.lexicon.notServiceNames
    }

    /// In the order of the page, at most `ServiceReading.limit`.
    func services() -> [ServiceReading] {
        guard !Self.silentKinds.contains(kind) else { return [] }
        var rows = Rows()
        for sighting in sightings { add(sighting, to: &rows) }
        return rows.ordered().filter(says).map(withProduct)
    }

    /// A title that names no service makes a row only when more than a channel or a basis stands under it.
    private func says(_ service: ServiceReading) -> Bool {
        service.isNamed || service.items.count > 2 || service.items.contains { Self.ownsService.contains($0.item) }
    }

    /// A named service that shows how it is had is itself shown.
    private func withProduct(_ service: ServiceReading) -> ServiceReading {
        guard service.isNamed, service.state(of: .produk) == .absent,
            let shown = service.items.first(where: { $0.state == .present && Self.ownsService.contains($0.item) })
        else { return service }
        var service = service
        let finding = Finding(
            item: .produk, state: .present, strength: min(0.7, shown.strength), place: service.place,
            quotation: service.name, rule: "produk.owns-component")
        service.items.append(finding)
        service.items.sort { $0.item < $1.item }
        return service
    }

    private func add(_ sighting: Sighting, to rows: inout Rows) {
        let first = sighting.firstLine(sheet)
        guard sheet.lines.indices.contains(first), sheet.lines[first].zone == .main else { return }
        if sighting.item == .produk {
            guard sighting.state == .present, Self.lists.contains(sighting.rule.rule.id) else { return }
            for line in sighting.lines(sheet) { addName(line, sighting.rule.rule.id, to: &rows) }
        } else if Self.components.contains(sighting.item) {
            let owners = owners(of: sighting)
            for (owner, lines) in owners {
                let row = Rows.Row(
                    name: owner.name, isNamed: owner.isNamed, line: owner.line, item: sighting.item,
                    state: sighting.state, strength: sighting.strength)
                rows.add(row, place: { place(owner.line) }) {
                    guard owners.count > 1 else { return sighting.finding(sheet) }
                    return sighting.finding(sheet, place: place(lines[0]), quotation: Quotation.text(sheet, lines))
                }
            }
        }
    }

    /// Who owns the lines of a sighting, in the order of the page.
    private func owners(of sighting: Sighting) -> [(owner: Owner, lines: [Int])] {
        var owners: [(owner: Owner, lines: [Int])] = []
        var known: [String: Int] = [:]
        for line in sighting.lines(sheet) {
            let owner = owner(of: line, sighting.item)
            let index: Int
            // Lines side by side mostly have one owner, and a few are looked through faster than a name is hashed.
            if let last = owners.last, last.owner.name == owner.name {
                index = owners.count - 1
            } else {
                index =
                    owners.prefix(Self.few).firstIndex { $0.owner.name == owner.name }
                    ?? (owners.count > Self.few ? known[owner.name] : nil) ?? owners.count
            }
            if index == owners.count {
                if index >= Self.few { known[owner.name] = index }
                owners.append((owner, []))
            }
            owners[index].lines.append(line)
        }
        return owners
    }

    private static let few = 6

    /// A line of a list of services is a service.
    private func addName(_ index: Int, _ rule: String, to rows: inout Rows) {
        let line = sheet.lines[index]
        guard let name = name(on: index), !isGeneric(line), line.opens.isDisjoint(with: Self.components) else { return }
        let row = Rows.Row(name: name, isNamed: true, line: index, item: .produk, state: .present, strength: 0.7)
        rows.add(row, place: { place(index) }) {
            Finding(
                item: .produk, state: .present, strength: 0.7, place: place(index), quotation: Quotation.cut(name),
                rule: rule)
        }
    }

    private func place(_ index: Int) -> String {
        index < 0 ? "judul halaman" : Place(sheet: sheet).describe(sheet.lines[index])
    }

    // MARK: Whose component

    private struct Owner {
        var name: String
        var line: Int
        var isNamed = true
    }

    private func owner(of index: Int, _ item: ItemKey) -> Owner {
        if let cell = tables.nameCell(of: index), let name = name(on: cell) { return Owner(name: name, line: cell) }
        // Text lines of one section have one owner: found once, not for every line (a third of all detection).
        guard sheet.lines[index].level == 0 else { return sectionOwner(of: index, item) }
        let key = sheet.lines[index].section * 2 + (item == .prosedur ? 1 : 0)
        if let known = sheet.serviceOwners[key] {
            return Owner(name: known.name, line: known.line, isNamed: known.isNamed)
        }
        let owner = sectionOwner(of: index, item)
        sheet.serviceOwners[key] = (owner.name, owner.line, owner.isNamed)
        return owner
    }

    private func sectionOwner(of index: Int, _ item: ItemKey) -> Owner {
        var at = sheet.lines[index].section
        // A panel label or heading that names both, "Persyaratan Izin Praktik Bidan", counts when nothing above it names one.
        var inside: Owner?
        while at >= 0 {
            let section = sheet.sections[at]
            let line = sheet.lines[section.line]
            // "Langkah 1" below the procedure is a step of it.
            let isStep = line.owners.contains(.prosedur) && item == .prosedur && !line.opens.contains(.prosedur)
            if section.zone == .main, !isStep, section.line != index || line.level < 9 {
                if line.opens.isDisjoint(with: Self.components.union(Self.others)) {
                    if !isGeneric(line), let name = name(on: section.line) {
                        return Owner(name: name, line: section.line)
                    }
                } else if inside == nil, let name = remainder(of: section.line) {
                    inside = Owner(name: name, line: section.line)
                }
            }
            at = section.parent
        }
        return inside ?? pageOwner()
    }

    private static let others = ItemSet(ItemKey.allCases.filter { !ItemKey.components.contains($0) })

    /// The service the page is about: its first heading that names one, or the title.
    private func pageOwner() -> Owner {
        if let known = sheet.pageService { return Owner(name: known.name, line: known.line, isNamed: known.line >= 0) }
        let owner = findPageOwner()
        sheet.pageService = (owner.name, owner.line)
        return owner
    }

    private func findPageOwner() -> Owner {
        for section in sheet.sections.prefix(12) where section.zone == .main && section.level <= 2 {
            let line = sheet.lines[section.line]
            guard line.opens.isDisjoint(with: Self.components.union(Self.others)), !isGeneric(line) else { continue }
            if let name = name(on: section.line) { return Owner(name: name, line: section.line) }
        }
        let title = sheet.page.title.split(whereSeparator: { "|–—•".contains($0) }).first.map(String.init) ?? ""
        let name = Self.trimmed(title)
        return Owner(name: name.isEmpty ? "-" : name, line: -1, isNamed: false)
    }

    // MARK: Names

    /// "Layanan Kami", "Standar Pelayanan", "Profil": titles of chapters, not of a service.
    private func isGeneric(_ line: PageLine) -> Bool {
        line.words.intersects(notNames) || line.isWholeHeading && line.opens.contains(.produk)
    }

    /// The words of a line up to its colon, without numbering.
    private func name(on index: Int) -> String? {
        if let known = sheet.names[index] { return known }
        let name = readName(on: index)
        sheet.names[index] = .some(name)
        return name
    }

    private func readName(on index: Int) -> String? {
        let line = sheet.lines[index]
        var end = line.range.upperBound
        if let colon = sheet.page.text[line.content..<end].firstIndex(of: 58) { end = colon }
        return Self.checked(String(decoding: sheet.page.text[line.content..<end], as: UTF8.self))
    }

    /// What a component's heading says behind the component: "Syarat Pembuatan KTP" -> "Pembuatan KTP".
    private func remainder(of index: Int) -> String? {
        let line = sheet.lines[index]
        var end = line.content
        for hit in line.hits.map({ sheet.hits[$0] }) where Int(hit.start) <= end + 1 {
            if !sheet.lexicon.headings(hit.phrase, whole: false).isEmpty { end = max(end, Int(hit.end)) }
        }
        guard end > line.content, end < line.range.upperBound else { return nil }
        let rest = String(decoding: sheet.page.text[end..<line.range.upperBound], as: UTF8.self)
        return sheet.lexicon.mask(rest).intersects(notNames) ? nil : Self.checked(rest)
    }

    private static func checked(_ text: String) -> String? {
        let name = trimmed(text)
        let hasLetters =
            hasTwoLetters(name) || name.unicodeScalars.count { $0.properties.isAlphabetic } >= 2
        let words = name.utf8.split(separator: 32).count
        return hasLetters && words <= 14 && name.cut(to: ServiceReading.nameLimit) == name ? name : nil
    }

    private static func hasTwoLetters(_ name: String) -> Bool {
        var letters = 0
        for byte in name.utf8 where (byte | 32) >= 97 && (byte | 32) <= 122 {
            letters += 1
            if letters == 2 { return true }
        }
        return false
    }

    private static func trimmed(_ text: String) -> String {
        // Characters cost 100 times what bytes do, and edges are mostly ASCII.
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !$0.isEdgeByte }),
            let last = bytes.lastIndex(where: { !$0.isEdgeByte })
        else { return "" }
        if bytes[first] < 128, bytes[last] < 128 { return String(decoding: bytes[first...last], as: UTF8.self) }
        let isEdge: (Character) -> Bool = { $0.isWhitespace || ":.?-–—/,()".contains($0) && $0 != ")" }
        let front = text.drop(while: isEdge)
        let end = front.reversed().drop(while: isEdge)
        return String(end.reversed())
    }
}

/// Rows of the matrix while they are gathered.
private struct Rows {
    private var rows: [ServiceReading] = []
    private var lines: [Int] = []
    /// By folded name, and by the name as written: folding one costs ten times what finding it does.
    private var known: [String: Int] = [:]
    private var written: [String: Int] = [:]
    /// By the line that names it, the last few: what is said of services alternates between a few of them.
    private var recent = [(name: String, index: Int)](repeating: ("", -1), count: 16)

    /// What is said of a service, before its words are written.
    struct Row {
        var name: String
        var isNamed: Bool
        var line: Int
        var item: ItemKey
        var state: ItemState
        var strength: Double
    }

    /// Adds what is nearer to the citizen than what the row has; only then its words are written.
    mutating func add(_ row: Row, place: () -> String, finding: () -> Finding) {
        guard let index = index(of: row) else {
            guard rows.count < ServiceReading.limit else { return }
            known[ServiceReading.fold(row.name)] = rows.count
            recent[row.line & 15] = (row.name, rows.count)
            rows.append(ServiceReading(name: row.name, place: place(), isNamed: row.isNamed, items: [finding()]))
            lines.append(row.line)
            return
        }
        rows[index].isNamed = rows[index].isNamed || row.isNamed
        guard let old = rows[index].items.firstIndex(where: { $0.item == row.item }) else {
            rows[index].items.append(finding())
            return
        }
        let before = rows[index].items[old]
        if (PageReading.rank(row.state, row.strength), row.strength) > (PageReading.rank(before), before.strength) {
            rows[index].items[old] = finding()
        }
    }

    /// The row of a service.
    private mutating func index(of row: Row) -> Int? {
        let last = recent[row.line & 15]
        if last.index >= 0, last.name == row.name { return last.index }
        guard let index = written[row.name] ?? known[ServiceReading.fold(row.name)] else { return nil }
        written[row.name] = index
        recent[row.line & 15] = (row.name, index)
        return index
    }

    func ordered() -> [ServiceReading] {
        rows.indices.sorted { (lines[$0], $0) < (lines[$1], $1) }.map { index in
            var row = rows[index]
            row.items.sort { $0.item < $1.item }
            return row
        }
    }
}

extension UInt8 {
    /// White space and the signs that stand around a name.
    fileprivate var isEdgeByte: Bool {
        switch self {
        case 9...13, 32, 40, 44, 45, 46, 47, 58, 63: true
        default: false
        }
    }
}
