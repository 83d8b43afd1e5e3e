import Model

/// What a rule saw on a page, and on what; its words are written only when it is kept.
///
/// A menu of 40 links is seen by dozens of rules on every page, and three sightings of an item are kept. A class, because
/// the list of findings and the matrix of services ask for the words of the same ones; it never leaves the call.
final class Sighting {
    /// What shows it.
    enum Source {
        /// Indices of `PageSheet.lines`.
        case lines([Int])
        case link(Int)
        /// A line of a menu that is no link.
        case menu(Int)
        case image(Int)
        /// The line of a heading with nothing under it.
        case heading(Int)
        /// Such a heading on a page with a frame that shows a document.
        indirect case embed(Int, WebAddress)
        indirect case frame(WebAddress)
        /// Follows from another finding; stands on no line itself.
        indirect case derived(Finding)
    }

    let rule: CompiledRule
    let source: Source
    let state: ItemState
    let strength: Double
    private var made: Made?

    private final class Made {
        let finding: Finding

        init(_ finding: Finding) { self.finding = finding }
    }

    init(rule: CompiledRule, source: Source, state: ItemState, strength: Double) {
        self.rule = rule
        self.source = source
        self.state = state
        self.strength = strength
    }

    var item: ItemKey { rule.rule.item }

    /// Indices of `PageSheet.lines`; empty when it stands on no line (frames, derived findings).
    func lines(_ sheet: PageSheet) -> [Int] {
        if case .lines(let lines) = source { return lines }
        let first = firstLine(sheet)
        return first >= 0 ? [first] : []
    }

    /// -1: none.
    func firstLine(_ sheet: PageSheet) -> Int {
        switch source {
        case .lines(let lines): lines.first ?? -1
        case .link(let index): Int(sheet.page.links[index].block)
        case .image(let index): Int(sheet.page.images[index].position) - 1
        case .heading(let line), .embed(let line, _): line
        case .menu, .frame, .derived: -1
        }
    }

    /// It stands in header, menu or footer.
    func isFrame(_ sheet: PageSheet) -> Bool {
        switch source {
        case .menu: true
        case .lines(let lines): lines.first.map { Place.isFrame(sheet.lines[$0].zone) } ?? false
        case .link, .image, .heading, .embed, .frame, .derived: false
        }
    }

    /// The finding with its words and its place.
    func finding(_ sheet: PageSheet) -> Finding {
        if case .derived(let finding) = source { return finding }
        if let made { return made.finding }
        let finding = finding(sheet, place: place(sheet), quotation: quotation(sheet))
        made = Made(finding)
        return finding
    }

    /// The finding in other words: those of the lines that belong to one service.
    func finding(_ sheet: PageSheet, place: String, quotation: String) -> Finding {
        if case .derived(var finding) = source {
            (finding.place, finding.quotation) = (place, quotation)
            return finding
        }
        var isImage = false
        if case .image = source { isImage = true }
        return Finding(
            item: item, state: state, strength: strength, place: place, quotation: quotation, rule: rule.rule.id,
            imageOnly: isImage, target: target(sheet))
    }

    /// Where a link that shows the item leads; its fragment names a place on the page that is read as a whole.
    private func target(_ sheet: PageSheet) -> WebAddress? {
        guard state == .linked else { return nil }
        switch source {
        case .link(let index): return sheet.page.links[index].address
        case .frame(let address), .embed(_, let address): return address
        case .lines, .menu, .image, .heading, .derived: return nil
        }
    }

    private func place(_ sheet: PageSheet) -> String {
        switch source {
        case .lines(let lines): Place(sheet: sheet).describe(sheet.lines[lines[0]])
        case .heading(let line), .embed(let line, _): Place(sheet: sheet).describe(sheet.lines[line])
        case .link(let index): "tautan" + Place.inZone(sheet.page.links[index].zone)
        case .frame: "tautan" + Place.inZone(.main)
        case .image(let index): "gambar" + Place.inZone(sheet.page.images[index].zone)
        case .menu: "menu"
        case .derived(let finding): finding.place
        }
    }

    private func quotation(_ sheet: PageSheet) -> String {
        switch source {
        case .lines(let lines): return Quotation.text(sheet, lines)
        case .heading(let line): return Quotation.cut(sheet.text(sheet.lines[line]))
        case .embed(let line, let address):
            return Quotation.cut(sheet.text(sheet.lines[line]) + " → " + address.description)
        case .menu(let line): return sheet.text(sheet.lines[line])
        case .link(let index):
            let link = sheet.page.links[index]
            let address = link.address.description
            return Quotation.cut(link.text.isEmpty ? address : link.text + " → " + address)
        case .frame(let address):
            let text = address.description
            return Quotation.cut(text + " → " + text)
        case .image(let index):
            let image = sheet.page.images[index]
            return Quotation.cut(image.alt.isEmpty ? image.fileName : image.alt + " (" + image.fileName + ")")
        case .derived(let finding): return finding.quotation
        }
    }
}
