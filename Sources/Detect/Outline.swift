import Model

/// A heading with what stands under it.
struct Section: Sendable {
    /// Index of its line.
    var line: Int
    var level: Int
    /// Items it is the heading of.
    var items: ItemSet
    /// Section that holds it; -1 none.
    var parent: Int
    var zone: Block.Zone
    /// Words of this heading and of those above it.
    var words: WordMask
    /// Nearest section, itself included, that is the heading of an item; -1 none.
    var owner: Int = -1
    /// Lines of text under it, sub-headings and filler not counted.
    var content = 0
    var fillers = 0
    /// It was empty and keeps the headings of its own level that follow: their text is not counted in `content`.
    var adopts = false
    /// Links that lead elsewhere under it.
    var links = 0
    /// Last block under it.
    var lastBlock: Int
}

/// Finds the headings, marked up or not, and says for every line under which items it stands.
struct Outline {
    private(set) var lines: [PageLine]
    private(set) var sections: [Section] = []
    let cells: TableCells
    private let page: ParsedPage
    private let actors: WordMask
    /// Open sections of each zone, outermost first.
    private var open: [[Int]] = Array(repeating: [], count: 5)
    private var beforePanel: (zone: Int, open: [Int])?
    private var panel: Int32 = -1
    private var sectionOfLine: [Int: Int] = [:]

    init(page: ParsedPage, lines: consuming [PageLine], actors: WordMask) {
        self.page = page
        self.lines = lines
        self.actors = actors
        cells = TableCells(page)
        let layout = cells.isEmpty ? nil : LayoutCells(page, self.lines, cells)
        var zone: Block.Zone?
        for index in self.lines.indices {
            let block = page.blocks[index]
            if let zone, zone != block.zone { open[Int(block.zone.rawValue)] = block.zone == .main ? open[0] : [] }
            zone = block.zone
            enterPanel(block)
            self.lines[index].level = HeadingForm.level(
                block, self.lines[index], page.text, actors: actors,
                isCell: block.table >= 0 && !(layout?.contains(index) ?? false))
            place(index, block)
        }
        TableLabels(page: page, cells: cells, layout: layout).apply(to: &self.lines)
    }

    private var top: [Int] {
        get { open[zoneIndex] }
        set { open[zoneIndex] = newValue }
    }
    private var zoneIndex = 0

    private mutating func place(_ index: Int, _ block: Block) {
        zoneIndex = Int(block.zone.rawValue)
        if isFirstValue(index) { lines[index].level = 0 }
        if lines[index].level > 0 {
            openSection(index, block)
        } else {
            count(index, block)
        }
        guard let current = top.last else {
            ownByItself(index)
            return
        }
        lines[index].section = current
        lines[index].above = sections[current].words
        // A heading stands under the section that holds its own.
        let holder = sections[current].line == index ? sections[current].parent : current
        let owner = holder < 0 ? -1 : sections[holder].owner
        if owner >= 0 {
            lines[index].owners = sections[owner].items
            lines[index].group = owner
        }
        ownByItself(index)
    }

    /// The first plain line under an item's heading is its value, though it begins with a word of another item:
    /// "Survei kepuasan setiap semester" under "Evaluasi kinerja".
    private func isFirstValue(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.level >= 8, !line.typed.contains(.title), !line.typed.contains(.question), !line.isWholeHeading,
            page.text[line.range.upperBound - 1] != 58, let last = top.last
        else { return false }
        let section = sections[last]
        return !section.items.isEmpty && section.items != ItemSet([.produk]) && section.content == 0
            && section.links == 0
    }

    /// "Biaya : Gratis" stands under its own first words, besides the heading above it.
    private mutating func ownByItself(_ index: Int) {
        let line = lines[index]
        guard !line.begins.isEmpty, line.zone != .navigation else { return }
        lines[index].ownWords = line.begins.subtracting(line.owners)
        lines[index].owners = line.owners.union(line.begins)
        if line.group < 0 { lines[index].group = 1_000_000 + index }
    }

    private mutating func openSection(_ index: Int, _ block: Block) {
        var line = lines[index]
        if line.level < 7 || line.typed.contains(.question) || line.typed.contains(.short) {
            // A long bold line that merely mentions an item does not open it.
            if line.length > 130 { line.opens = line.begins }
        } else {
            line.opens = line.begins
        }
        if line.level == 9, line.opens.isEmpty { line.level = 10 }
        close(for: line, index)
        let parent = top.last ?? -1
        var words = line.words
        if parent >= 0 { words.formUnion(sections[parent].words) }
        var section = Section(
            line: index, level: line.level, items: line.opens, parent: parent, zone: block.zone, words: words,
            lastBlock: index)
        // "Langkah 2" under "Tata cara" goes on with what its parent began.
        let inherited = parent >= 0 ? sections[parent].owner : -1
        let goesOn = inherited >= 0 && line.opens.subtracting(sections[inherited].items).isEmpty
        section.owner = goesOn || line.opens.isEmpty ? inherited : sections.count
        sectionOfLine[index] = sections.count
        top.append(sections.count)
        sections.append(section)
        lines[index] = line
        touch(index)
    }

    /// A heading ends the sections of its own and deeper levels, but an item's empty heading keeps what follows it.
    private mutating func close(for line: PageLine, _ index: Int) {
        while let last = top.last, sections[last].level >= line.level {
            let section = sections[last]
            let empty = section.content == 0 && section.links == 0
            let adopts = empty && !section.items.isEmpty && line.opens.isEmpty && section.level == line.level
            if adopts || section.adopts, line.opens.isEmpty, line.level == section.level, section.zone == .main {
                sections[last].adopts = true
                break
            }
            top.removeLast()
        }
    }

    /// Text under every open section.
    private mutating func count(_ index: Int, _ block: Block) {
        let line = lines[index]
        let isLink = line.typed.contains(.link)
        let isText = line.typed.contains(.text) && line.length > 2
        for section in top where !sections[section].adopts {
            if isLink {
                sections[section].links += 1
            } else if isText {
                sections[section].content += 1
            } else {
                sections[section].fillers += 1
            }
        }
        touch(index)
    }

    private mutating func touch(_ index: Int) {
        for section in top where !sections[section].adopts { sections[section].lastBlock = index }
    }

    /// A panel belongs to its tab or accordion label, wherever that stands.
    private mutating func enterPanel(_ block: Block) {
        guard block.panel != panel else { return }
        if let before = beforePanel { open[before.zone] = before.open }
        beforePanel = nil
        panel = block.panel
        guard panel >= 0, let label = sectionOfLine[Int(panel)] else { return }
        zoneIndex = Int(block.zone.rawValue)
        beforePanel = (zoneIndex, top)
        top = [label]
    }
}
