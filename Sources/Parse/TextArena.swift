import Model

/// The text of a page as it grows: white space folded, blocks cut where block-level elements begin and end.
struct TextArena {
    private(set) var bytes: [UInt8] = []
    private(set) var blocks: [Block] = []
    private let blockLimit: Int
    /// A click on the last block runs a script and leads nowhere else.
    private(set) var lastIsClickable = false

    private var isOpen = false
    private var start = 0
    private var context = PageContext()
    private var firstLink = 0
    private var spaceWaits = false
    /// An inline element began or ended since the last visible byte.
    private var borderWaits = false
    private var counts = Counts()

    /// Visible bytes of the open block, by what they stand in.
    private struct Counts {
        var all = 0
        var bold = 0
        var link = 0
        var button = 0
    }

    /// Headings that are open, by zone: the owners of what follows.
    private var headings: [[(level: UInt8, block: Int32)]] = Array(repeating: [], count: 5)

    init(blockLimit: Int) {
        self.blockLimit = blockLimit
        bytes.reserveCapacity(16_384)
        blocks.reserveCapacity(256)
    }

    var isFull: Bool { blocks.count >= blockLimit }
    /// Text was written since the last cut.
    var hasOpenBlock: Bool { isOpen }
    /// The last visible byte of the open block; nil when there is none or white space follows it.
    var endsWithText: Bool { isOpen && !spaceWaits }

    /// All of the open block so far is the text of anchors.
    var isAllAnchors: Bool { isOpen && counts.all > 0 && counts.link + counts.button >= counts.all }

    /// Adds text in a context; `links` is the number of links met so far.
    mutating func add(_ text: Span<UInt8>, _ now: PageContext, links: Int) {
        var visible = 0
        var folder = WhitespaceFolder()
        let count = text.count
        var i = 0
        while i < count {
            let run = Self.run(text, from: i)
            if run.end > i {
                write(text.extracting(i..<run.end), now, links)
                visible += run.visible
                i = run.end
                continue
            }
            let width = folder.whitespaceWidth(text, at: i, text[i])
            if width > 0 {
                if width != WhitespaceFolder.nothing { spaceWaits = isOpen }
                i += folder.consumed
                continue
            }
            write(text.extracting(i..<(i + 1)), now, links)
            visible += 1
            i += 1
        }
        guard visible > 0 else { return }
        counts.all += visible
        if now.flags.contains(.bold) { counts.bold += visible }
        if now.link >= 0 { counts.link += visible }
        if now.flags.contains(.button) { counts.button += visible }
    }

    /// Words with single spaces between them: they need no folding and are copied whole (0.47 -> 0.18 million instructions a page).
    private static func run(_ text: Span<UInt8>, from start: Int) -> (end: Int, visible: Int) {
        var end = start
        var spaces = 0
        while end < text.count {
            if isWord(text[end]) {
                end += 1
            } else if text[end] == 32, end > start, end + 1 < text.count, isWord(text[end + 1]) {
                spaces += 1
                end += 2
            } else {
                break
            }
        }
        return (end, end - start - spaces)
    }

    /// Visible whatever stands beside it: ASCII, or the rest of a longer character.
    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool { byte > 32 && byte < 0xC2 && byte != 0x7F }

    private mutating func write(_ text: Span<UInt8>, _ now: PageContext, _ links: Int) {
        if !isOpen {
            begin(now, links: links)
        } else if spaceWaits || borderWaits && isGlued(text[0]) {
            bytes.append(32)
        }
        spaceWaits = false
        borderWaits = false
        bytes.append(text)
    }

    /// An element inside the text begins or ends here.
    mutating func inlineBorder() { borderWaits = isOpen }

    /// "Waktu" and "15 menit", "Biaya" and "Gratis" in two spans that only a style sheet keeps apart: a small letter
    /// before, a capital or, behind a word, a digit after. "m<sup>2</sup>" and "<b>P</b>uskesmas" stay as they are.
    private func isGlued(_ byte: UInt8) -> Bool {
        let isSmall: (UInt8) -> Bool = { $0 >= 97 && $0 <= 122 }
        guard let last = bytes.last, isSmall(last) || last == 41 || last == 58 else { return false }
        if byte >= 65, byte <= 90 { return true }
        return byte >= 48 && byte <= 57 && bytes.count - start >= 3 && bytes[(bytes.count - 3)...].allSatisfy(isSmall)
    }

    /// A gap between words that the markup does not write.
    mutating func space() { spaceWaits = isOpen }

    private mutating func begin(_ now: PageContext, links: Int) {
        isOpen = true
        if !bytes.isEmpty { bytes.append(10) }
        start = bytes.count
        context = now
        firstLink = now.link >= 0 ? Int(now.link) : links
        counts = Counts()
    }

    /// Ends the open block. `links` is the number of links whose text has begun.
    mutating func cut(links: Int) {
        spaceWaits = false
        guard isOpen else { return }
        isOpen = false
        guard !isFull else {
            // The text stays in `bytes`; only the structure is lost, and noted.
            return
        }
        var block = Block(
            kind: context.kind, text: start..<bytes.count, level: context.level, zone: context.zone,
            marks: context.marks, table: context.table, row: context.row, column: context.column,
            links: firstLink..<max(firstLink, links), panel: context.panel)
        if counts.bold == counts.all { block.marks.insert(.bold) }
        if counts.link == counts.all { block.marks.insert(.wholeLink) }
        if counts.button == counts.all { block.marks.insert(.button) }
        lastIsClickable =
            !block.marks.contains(.inForm)
            && (block.marks.contains(.button) || context.flags.contains(.clickable) && counts.link == 0)
        own(&block)
        blocks.append(block)
    }

    /// Finds the heading above, and opens a new one when the block is a heading.
    private mutating func own(_ block: inout Block) {
        let zone = Int(block.zone.rawValue)
        if block.kind == .heading {
            while let last = headings[zone].last, last.level >= block.level { headings[zone].removeLast() }
        }
        if let last = headings[zone].last { block.heading = last.block }
        if block.kind == .heading { headings[zone].append((block.level, Int32(blocks.count))) }
    }

    /// Changes blocks that exist already.
    mutating func update(_ index: Int, _ change: (inout Block) -> Void) { change(&blocks[index]) }
}

/// Which bytes are white space or nothing at all: ASCII white space, no-break and Unicode spaces, zero-width marks.
struct WhitespaceFolder {
    static let nothing = 9
    /// Bytes that the last answer covered.
    private(set) var consumed = 1

    /// 0: visible; `nothing`: to be left out; else white space.
    @inline(__always)
    mutating func whitespaceWidth(_ text: Span<UInt8>, at i: Int, _ byte: UInt8) -> Int {
        if byte > 32, byte < 0xC2 { return byte == 0x7F ? control() : 0 }
        if byte <= 32 { return byte.isWhitespace || byte == 11 ? one() : control() }
        return wide(text, at: i, byte)
    }

    private mutating func one() -> Int {
        consumed = 1
        return 1
    }

    private mutating func control() -> Int {
        consumed = 1
        return Self.nothing
    }

    private mutating func wide(_ text: Span<UInt8>, at i: Int, _ byte: UInt8) -> Int {
        let left = text.count - i
        if byte == 0xC2, left > 1 {
            consumed = 2
            if text[i + 1] == 0xA0 { return 1 }
            if text[i + 1] == 0xAD { return Self.nothing }
        }
        guard left > 2 else { return 0 }
        consumed = 3
        if byte == 0xE2, text[i + 1] == 0x80 {
            // U+2000 to U+200A, U+202F are spaces; U+200B to U+200F, U+2060 mark nothing visible.
            if text[i + 2] >= 0x80 && text[i + 2] <= 0x8A || text[i + 2] == 0xAF || text[i + 2] == 0xA8 { return 1 }
            if text[i + 2] >= 0x8B && text[i + 2] <= 0x8F { return Self.nothing }
        }
        if byte == 0xE2, text[i + 1] == 0x81, text[i + 2] == 0xA0 { return Self.nothing }
        if byte == 0xE3, text[i + 1] == 0x80, text[i + 2] == 0x80 { return 1 }
        if byte == 0xEF, text[i + 1] == 0xBB, text[i + 2] == 0xBF { return Self.nothing }
        return 0
    }
}
