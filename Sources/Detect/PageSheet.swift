import Model
import Rules

/// A page with everything the readers share: lines, sections, words of title, path and hidden text.
struct PageSheet {
    let page: ParsedPage
    let lexicon: Lexicon
    let status: Int
    let isHome: Bool
    let lines: [PageLine]
    let sections: [Section]
    let title: WordMask
    let path: WordMask
    let lastPath: WordMask
    /// Words of the level 1 and 2 headings of the main content.
    let headings: WordMask
    /// Words of the first two headings of the main content, of any level.
    let firstHeadings: WordMask
    /// Words of the main content.
    let main: WordMask
    let mainTyped: TypedMask
    /// Phrases met in the visible text, in the title, in the hidden text, by number.
    let seenBody: Set<Int32>
    let seenTitle: Set<Int32>
    let seenHidden: Set<Int32>

    init(page: ParsedPage, lexicon: Lexicon, status: Int, isHome: Bool) {
        self.page = page
        self.lexicon = lexicon
        self.status = status
        self.isHome = isHome
        let read = LineReader(page: page, lexicon: lexicon).read()
        let outline = Outline(page: page, lines: read, filler: lexicon.filler)
        lines = outline.lines
        sections = outline.sections
        seenBody = Set(read.hits.map(\.phrase))
        let titleHits = lexicon.automaton.scan(page.title)
        seenTitle = Set(titleHits.map(\.phrase))
        title = titleHits.reduce(into: WordMask()) { $0.formUnion(lexicon.mask($1, lineStart: 0)) }
        var hidden: [PhraseAutomaton.Hit] = []
        lexicon.automaton.scan(page.hiddenText, 0..<page.hiddenText.count, into: &hidden)
        seenHidden = Set(hidden.map(\.phrase))
        path = lexicon.mask(Self.spaced(page.address.requestTarget))
        lastPath = lexicon.mask(Self.spaced(Self.lastPart(page.address)))
        var headings = WordMask()
        var main = WordMask()
        var typed: TypedMask = []
        for line in lines where line.zone == .main {
            main.formUnion(line.words)
            typed.formUnion(line.typed)
            if line.level == 1 || line.level == 2 { headings.formUnion(line.words) }
        }
        self.headings = headings
        firstHeadings = lines.lazy.filter { $0.zone == .main && (1...6).contains($0.level) }.prefix(2)
            .reduce(into: WordMask()) { $0.formUnion($1.words) }
        self.main = main
        mainTyped = typed
    }

    /// The last part of the path that says something.
    static func lastPart(_ address: WebAddress) -> String {
        address.path.split(separator: "/").last.map(String.init) ?? ""
    }

    /// `visiMisi` as `visi Misi`, `tarif2` as `tarif 2`.
    private static func spaced(_ path: String) -> String {
        var text = ""
        var last: Character = "/"
        for character in path {
            let turns = last.isLowercase && character.isUppercase || last.isLetter && character.isNumber
            if turns { text.append(" ") }
            text.append(character)
            last = character
        }
        return text
    }

    func text(_ line: PageLine) -> String { String(decoding: page.text[line.range], as: UTF8.self) }
}
