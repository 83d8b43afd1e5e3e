import Model
import Rules

/// A page with everything the readers share: lines, sections, words of title, path, links, images and hidden text.
///
/// A class, so that the readers of one page share it without copying; it never leaves the call that made it.
final class PageSheet {
    let page: ParsedPage
    let lexicon: Lexicon
    let status: Int
    let isHome: Bool
    let lines: [PageLine]
    /// Words and forms of every line by themselves: a line is 400 bytes, and every rule looks at each.
    let lineWords: [WordMask]
    let lineTyped: [TypedMask]
    /// The lines under each item, by its index.
    private(set) lazy var ownedLines: [[Int]] = {
        var owned = [[Int]](repeating: [], count: ItemKey.allCases.count)
        for index in lines.indices {
            var items = lines[index].owners.bits
            while items != 0 {
                owned[items.trailingZeroBitCount].append(index)
                items &= items - 1
            }
        }
        return owned
    }()
    let hits: [PhraseAutomaton.Hit]
    let sections: [Section]
    let cells: TableCells
    let title: WordMask
    let path: WordMask
    let lastPath: WordMask
    /// Words of the level 1 and 2 headings of the main content.
    let headings: WordMask
    /// Words of the first two headings of the main content, of any level.
    let firstHeadings: WordMask
    /// Words and forms of the main content.
    let main: WordMask
    let mainTyped: TypedMask
    /// Words, forms and owners of all lines outside menus: what a rule needs is looked for here first.
    let everywhere: WordMask
    let everywhereTyped: TypedMask
    let everyOwner: ItemSet
    /// Phrases met in the visible text, in the title, in the hidden text.
    let seenBody: PhraseSet
    let seenTitle: PhraseSet
    let seenHidden: PhraseSet
    /// Phrases that the title begins with.
    let startsTitle: PhraseSet
    private(set) lazy var seenScript: PhraseSet = {
        var met: [PhraseAutomaton.Hit] = []
        lexicon.automaton.scan(page.scriptText, 0..<page.scriptText.count, into: &met)
        return PhraseSet(met, count: lexicon.phraseCount)
    }()
    /// Bytes of text in the main content.
    private(set) lazy var mainLength = lines.reduce(0) { $0 + ($1.zone == .main ? $1.length : 0) }
    /// Words of the text and of the address of every link, and of every image.
    let linkWords: [WordMask]
    let imageWords: [WordMask]
    let anyLinkWords: WordMask
    /// Lines of menus that are no links, and buttons: what they open is not on the page.
    let menuEntries: [Int]
    private var memory: WordMemory
    private(set) lazy var linkTargets = lexicon.masks(page.links, &memory) { $1.address.appendTarget(to: &$0) }
    /// Places of lines, as `Place` describes them; its keys.
    var places: [Int: String] = [:]
    var headingPaths: [Int: String] = [:]
    /// Names of services on lines, and the service the page is about, once `ServiceReader` has asked for them.
    var names: [Int: String?] = [:]
    var pageService: (name: String, line: Int)?
    var serviceOwners: [Int: (name: String, line: Int, isNamed: Bool)] = [:]
    private(set) lazy var facts = PageFacts(self)
    private(set) lazy var naming = PageNaming(self)

    init(page: ParsedPage, lexicon: Lexicon, status: Int, isHome: Bool) {
        self.page = page
        self.lexicon = lexicon
        self.status = status
        self.isHome = isHome
        var memory = lexicon.memories.take()
        var read = LineReader(page: page, lexicon: lexicon).read(&memory)
        let outline = Outline(page: page, lines: read.takeLines(), actors: lexicon.actors)
        lines = outline.lines
        lineWords = outline.lines.map(\.words)
        lineTyped = outline.lines.map(\.typed)
        hits = read.hits
        sections = outline.sections
        cells = outline.cells
        seenBody = PhraseSet(read.hits, count: lexicon.phraseCount)
        let titleHits = lexicon.automaton.scan(page.title)
        seenTitle = PhraseSet(titleHits, count: lexicon.phraseCount)
        startsTitle = PhraseSet(titleHits.filter { $0.start <= 1 }, count: lexicon.phraseCount)
        title = titleHits.reduce(into: WordMask()) { $0.formUnion(lexicon.mask($1, lineStart: 0)) }
        var hidden: [PhraseAutomaton.Hit] = []
        lexicon.automaton.scan(page.hiddenText, 0..<page.hiddenText.count, into: &hidden)
        seenHidden = PhraseSet(hidden, count: lexicon.phraseCount)
        let last = Self.lastPart(page.address)
        // The address of a report is its headline, which names what others do.
        let isHeadline = Self.isHeadline(last)
        path = lexicon.mask(Self.spaced(isHeadline ? Self.folders(page.address) : page.address.requestTarget))
        lastPath = isHeadline ? WordMask() : lexicon.mask(Self.spaced(last))
        let sums = Sums(outline.lines)
        headings = sums.headings
        firstHeadings = sums.firstHeadings
        main = sums.main
        mainTyped = sums.mainTyped
        everywhere = sums.everywhere
        everywhereTyped = sums.everywhereTyped
        everyOwner = sums.owners
        linkWords = lexicon.masks(page.links, &memory) { $0.append(contentsOf: $1.text.utf8) }
        anyLinkWords = linkWords.reduce(into: WordMask()) { $0.formUnion($1) }
        menuEntries = Self.menuEntries(outline.lines, page)
        imageWords = page.images.map { lexicon.mask($0.alt + " . " + $0.fileName) }
        self.memory = memory
    }

    deinit { lexicon.memories.give(memory) }

    private static func menuEntries(_ lines: [PageLine], _ page: ParsedPage) -> [Int] {
        lines.indices.filter { index in
            guard !lines[index].words.isEmpty, lines[index].length <= 60, !lines[index].typed.contains(.link),
                !lines[index].typed.contains(.form)
            else { return false }
            return lines[index].zone == .navigation || page.blocks[index].marks.contains(.button)
        }
    }

    /// The last part of the path that says something.
    static func lastPart(_ address: WebAddress) -> String {
        address.path.split(separator: "/").last.map(String.init) ?? ""
    }

    /// The path without its last part.
    private static func folders(_ address: WebAddress) -> String {
        address.path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// Eight words or more between hyphens: a sentence, not the name of a page.
    static func isHeadline(_ part: String) -> Bool { part.utf8.count(where: { $0 == 45 || $0 == 95 }) >= 7 }

    /// `visiMisi` as `visi Misi`, `tarif2` as `tarif 2`.
    private static func spaced(_ path: String) -> String {
        var bytes: [UInt8] = []
        var last: UInt8 = 47
        for byte in path.utf8 {
            let isUpper = byte >= 65 && byte <= 90
            let isDigit = byte >= 48 && byte <= 57
            let afterLower = last >= 97 && last <= 122
            let afterLetter = afterLower || last >= 65 && last <= 90
            if afterLower && isUpper || afterLetter && isDigit { bytes.append(32) }
            bytes.append(byte)
            last = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func text(_ line: PageLine) -> String { String(decoding: page.text[line.range], as: UTF8.self) }
}

/// Words and forms of many lines together.
private struct Sums {
    var headings = WordMask()
    var firstHeadings = WordMask()
    var main = WordMask()
    var mainTyped: TypedMask = []
    var everywhere = WordMask()
    var everywhereTyped: TypedMask = []
    var owners = ItemSet()

    init(_ lines: [PageLine]) {
        var headingsMet = 0
        for index in lines.indices where lines[index].zone != .navigation {
            everywhere.formUnion(lines[index].words)
            everywhereTyped.formUnion(lines[index].typed)
            owners = owners.union(lines[index].owners)
            guard lines[index].zone == .main else { continue }
            main.formUnion(lines[index].words)
            mainTyped.formUnion(lines[index].typed)
            let level = lines[index].level
            if level == 1 || level == 2 { headings.formUnion(lines[index].words) }
            if level >= 1, level <= 6, headingsMet < 2 {
                headingsMet += 1
                firstHeadings.formUnion(lines[index].words)
            }
        }
    }
}

/// Which phrases were met, one bit each.
struct PhraseSet: Sendable {
    private var bits: [UInt64]

    init(_ hits: [PhraseAutomaton.Hit], count: Int) {
        bits = Array(repeating: 0, count: hits.isEmpty ? 0 : (count + 63) / 64)
        for hit in hits { bits[Int(hit.phrase) >> 6] |= 1 << UInt64(hit.phrase & 63) }
    }

    func contains(_ phrase: Int32) -> Bool {
        !bits.isEmpty && bits[Int(phrase) >> 6] & (1 << UInt64(phrase & 63)) != 0
    }
}

extension WebAddress {
    /// Writes host, path and query.
    func appendTarget(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: host.utf8)
        bytes.append(contentsOf: path.utf8)
        guard let query else { return }
        bytes.append(63)
        bytes.append(contentsOf: query.utf8)
    }
}
