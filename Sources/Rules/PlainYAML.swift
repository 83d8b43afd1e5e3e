/// The plain part of YAML in which our rule files are written: block and flow lists and maps, scalars of one line, comments.
///
/// Read so, the rules cost a tenth of what they cost through libyaml and its wrapper (45 ms of CPU in each of three
/// processes). It is no parser of YAML: at the first sign of anything else (anchors, tags, folded texts, tabs, scalars of
/// several lines, empty values, equal keys, an error) it gives up, and the text is libyaml's. What it does read it reads
/// as libyaml does, places too: a test compares both over every rule file.
struct PlainYAML {
    /// Something that is not plain.
    struct NotPlain: Error {}

    let bytes: [UInt8]
    var at = 0
    var line = 1
    var lineStart = 0

    /// Lists and maps within each other; deeper ones are libyaml's.
    static let deepest = 40
    /// A key is one line of at most 1,024 signs (YAML 1.1, section 7.4 of the later text); ours are far shorter.
    private static let longestKey = 1000

    /// The value of a text; nil when it is not plain.
    static func read(_ text: String) -> RuleTree? {
        let bytes = Array(text.utf8)
        guard isPlain(bytes) else { return nil }
        var reader = PlainYAML(bytes)
        return try? reader.document()
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// No control signs but the line feed, and none of the signs beyond ASCII that YAML takes for a line's end or refuses.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 32 ? byte != 10 : byte == 127 { return false }
            guard byte >= 0xC2, index + 2 < bytes.count else { continue }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            if byte == 0xC2, second < 0xA0 { return false }
            if byte == 0xE2, second == 0x80, third == 0xA8 || third == 0xA9 { return false }
            if byte == 0xEF, second == 0xBB || second == 0xBF { return false }
        }
        return bytes.last == 10
    }

    private mutating func document() throws(NotPlain) -> RuleTree {
        guard let column = nextLine() else { throw NotPlain() }
        let tree = try node(column, depth: 0)
        guard nextLine() == nil else { throw NotPlain() }
        return tree
    }

    // MARK: Lines

    /// Goes to the first sign of the next line with content, unless it stands at one; its indentation, nil at the end.
    private mutating func nextLine() -> Int? {
        while at < bytes.count {
            var first = lineStart
            while bytes[first] == 32 { first += 1 }
            if at <= first, bytes[first] != 10, bytes[first] != 35 {
                at = first
                return first - lineStart
            }
            while bytes[at] != 10 { at += 1 }
            newLine()
        }
        return nil
    }

    /// Behind the line feed it stands at.
    mutating func newLine() {
        at += 1
        line += 1
        lineStart = at
    }

    /// Nothing but a comment may follow on this line.
    private mutating func endLine() throws(NotPlain) {
        let start = at
        while bytes[at] == 32 { at += 1 }
        guard bytes[at] == 10 || bytes[at] == 35 && (at > start || bytes[at - 1] == 32) else { throw NotPlain() }
        while bytes[at] != 10 { at += 1 }
        newLine()
    }

    /// A value that begins where the reader stands.
    func tree(_ content: RuleTree.Content, at start: Int, line: Int, lineStart: Int) -> RuleTree {
        var column = 1
        for index in lineStart..<start where bytes[index] & 0xC0 != 0x80 { column += 1 }
        return RuleTree(content, line: line, column: column)
    }

    // MARK: Blocks

    /// The value that begins here, at a column, with all its lines.
    private mutating func node(_ column: Int, depth: Int) throws(NotPlain) -> RuleTree {
        guard depth < Self.deepest else { throw NotPlain() }
        if isEntry(45) { return try list(column, depth: depth) }
        let (start, startLine, startOfLine) = (at, line, lineStart)
        let first = try inline(isFlow: false, depth: depth)
        guard bytes[at] == 58 else {
            try endLine()
            return first
        }
        guard startLine == line, at - start < Self.longestKey, case .scalar = first.content else { throw NotPlain() }
        let entries = try map(first, column, depth: depth)
        return tree(.map(entries), at: start, line: startLine, lineStart: startOfLine)
    }

    /// A sign with white space behind it: `- ` or `: `.
    func isEntry(_ sign: UInt8) -> Bool { bytes[at] == sign && (bytes[at + 1] == 32 || bytes[at + 1] == 10) }

    private mutating func list(_ column: Int, depth: Int) throws(NotPlain) -> RuleTree {
        let (start, startLine, startOfLine) = (at, line, lineStart)
        var items: [RuleTree] = []
        repeat {
            at += 1
            while bytes[at] == 32 { at += 1 }
            guard bytes[at] != 10, bytes[at] != 35 else { throw NotPlain() }
            items.append(try node(at - lineStart, depth: depth + 1))
        } while try goesOn(column, withItem: true)
        return tree(.list(items), at: start, line: startLine, lineStart: startOfLine)
    }

    /// - Parameter first: the first key, read already; the reader stands at its colon.
    private mutating func map(_ first: RuleTree, _ column: Int, depth: Int) throws(NotPlain) -> [RuleTree.Entry] {
        var entries: [RuleTree.Entry] = []
        var key = first
        while true {
            guard isEntry(58), !entries.contains(where: { $0.key.content == key.content }) else { throw NotPlain() }
            at += 1
            entries.append(RuleTree.Entry(key: key, value: try value(column, depth: depth + 1)))
            guard try goesOn(column, withItem: false) else { return entries }
            let start = at
            key = try inline(isFlow: false, depth: depth + 1)
            guard case .scalar = key.content, bytes[at] == 58, at - start < Self.longestKey else { throw NotPlain() }
        }
    }

    /// What follows a key: the rest of its line, or the lines below it.
    private mutating func value(_ column: Int, depth: Int) throws(NotPlain) -> RuleTree {
        let start = at
        while bytes[at] == 32 { at += 1 }
        if bytes[at] != 10, bytes[at] != 35 {
            guard !isEntry(45) else { throw NotPlain() }
            let value = try inline(isFlow: false, depth: depth)
            try endLine()
            return value
        }
        guard bytes[at] == 10 || at > start else { throw NotPlain() }
        try endLine()
        guard let inner = nextLine(), inner > column || inner == column && isEntry(45) else { throw NotPlain() }
        return try node(inner, depth: depth)
    }

    /// The next line is another entry of the list or map at this column; one further in belongs to nobody.
    private mutating func goesOn(_ column: Int, withItem: Bool) throws(NotPlain) -> Bool {
        guard let next = nextLine(), next >= column else { return false }
        // `---` and `...` end a document.
        guard next == column, next > 0 || !isMark else { throw NotPlain() }
        // A list may stand at the column of its own key; the next key ends it.
        return isEntry(45) == withItem
    }

    var isMark: Bool {
        let signs = bytes[at..<min(at + 3, bytes.count)]
        return signs.elementsEqual([45, 45, 45]) || signs.elementsEqual([46, 46, 46])
    }
}
