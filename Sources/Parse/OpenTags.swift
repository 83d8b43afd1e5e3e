/// An open element as the scanner knows it.
struct OpenTag {
    var tag: Tag
    /// Hash of the name, for tags without meaning; 0 for the others.
    var name: UInt32

    func isNamed(like other: OpenTag) -> Bool { tag == other.tag && name == other.name }
}

/// The open elements of a page while it is read, innermost last.
struct OpenTags {
    private var tags: [OpenTag] = []
    /// How many of each tag are open: a stray end tag is known at once.
    private var openCount = [Int32](repeating: 0, count: Tag.allCases.count)
    /// Tags html, head and body that stood where none may: their end tags say nothing.
    private var discarded = 0
    /// Steps back through the stack so far.
    private var steps = 0
    /// A page of 12 MB made to be slow would take 10^10 steps; the worst real one of the corpus takes 3,000.
    private static let stepLimit = 20_000_000

    init() { tags.reserveCapacity(64) }

    var top: Tag? { tags.last?.tag }
    var isTired: Bool { steps > Self.stepLimit }

    /// Text here would have no parent but the document, html or head.
    var wantsParagraph: Bool {
        guard let top = tags.last?.tag else { return true }
        return top == .html || top == .head
    }

    mutating func push(_ tag: OpenTag) {
        tags.append(tag)
        openCount[Int(tag.tag.rawValue)] += 1
    }

    mutating func pop() -> OpenTag? {
        guard let last = tags.popLast() else { return nil }
        openCount[Int(last.tag.rawValue)] -= 1
        return last
    }

    /// False for a second html or body, and for a head that is not the first child of html.
    mutating func accepts(_ tag: Tag) -> Bool {
        let isMisplaced =
            switch tag {
            case .html: !tags.isEmpty
            case .head: tags.count != 1
            case .body: openCount[Int(Tag.body.rawValue)] > 0
            default: false
            }
        if isMisplaced { discarded += 1 }
        return !isMisplaced
    }

    /// How many elements an end tag closes, itself included; nil when it closes none.
    ///
    /// An end tag does not reach through an element of a higher rank: `</b>` in a cell leaves the cell alone.
    mutating func count(toClose tag: OpenTag) -> Int? {
        if tag.tag == .html || tag.tag == .body || tag.tag == .head, discarded > 0 {
            discarded -= 1
            return nil
        }
        guard openCount[Int(tag.tag.rawValue)] > 0, !isTired else { return nil }
        let rank = Nesting.rank(of: tag.tag)
        var index = tags.count - 1
        while index >= 0, !tags[index].isNamed(like: tag) {
            if Nesting.rank(of: tags[index].tag) > rank {
                steps += tags.count - index
                return nil
            }
            index -= 1
        }
        if index < 0 { steps += tags.count }
        return index < 0 ? nil : tags.count - index
    }
}
