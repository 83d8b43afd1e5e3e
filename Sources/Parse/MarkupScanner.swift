/// Receives what the scanner meets, in document order. Every `open` gets its `close`.
protocol MarkupHandler {
    mutating func open(_ tag: Tag, _ attributes: Attributes)
    mutating func close(_ tag: Tag)
    /// Text of the page, references decoded. White space is as written.
    mutating func text(_ bytes: Span<UInt8>)
    /// Content of script and style elements.
    mutating func rawText(_ bytes: Span<UInt8>)
    /// The page is made to be slow: the rest is left out.
    mutating func giveUp()
    /// True ends the reading; nothing follows but the closing of open elements.
    var isDone: Bool { get }
}

/// Reads HTML in one pass: bytes in, calls of a handler out. No tree, no copy of the page, no C code.
///
/// Tags, comments and references are cut as the HTML standard says (section 13.2.5); what stays open or closes by itself
/// is decided as libxml2 2.9.14 does (`Nesting`), by which the rules of detection were tuned. That library cost 3.8
/// million instructions a page of 30 KB, 130 a byte, and could be made quadratic by attributes and recursion; this costs
/// 0.8 million and is linear: attributes are looked at once, and steps back through open elements are counted.
struct MarkupScanner<Handler: MarkupHandler> {
    var handler: Handler
    /// A tag had more attributes than the limit.
    private(set) var cutAttributes = false
    private var attributes: Attributes
    private var stack = OpenTags()
    private var at = 0
    private var scratch: [UInt8] = []
    private let attributeLimit: Int

    /// Reads a document in UTF-8 without byte order mark; NUL bytes count as nothing.
    init(_ utf8: [UInt8], handler: Handler, attributeLimit: Int) {
        self.handler = handler
        self.attributeLimit = attributeLimit
        attributes = Attributes(of: utf8)
        run(utf8.span)
    }

    private mutating func run(_ text: Span<UInt8>) {
        let count = text.count
        while at < count, !handler.isDone {
            let start = at
            while at < count, text[at] != 60, text[at] != 38 { at += 1 }
            if at > start { characters(text, start..<at) }
            guard at < count, !handler.isDone else { break }
            if text[at] == 38 { reference(text) } else { markup(text) }
        }
        while let top = stack.pop() { handler.close(top.tag) }
    }

    // MARK: Text

    private mutating func characters(_ text: Span<UInt8>, _ range: Range<Int>) {
        if stack.wantsParagraph, !isBlank(text, range) { openParagraph() }
        handler.text(text.extracting(range))
    }

    private func isBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for i in range where !text[i].isWhitespace { return false }
        return true
    }

    /// Text directly below the document, html or head stands in a paragraph of its own.
    private mutating func openParagraph() {
        attributes.removeAll()
        closeImplied(before: .p)
        stack.push(OpenTag(tag: .p, name: 0))
        handler.open(.p, attributes)
    }

    private mutating func reference(_ text: Span<UInt8>) {
        var bytes: [UInt8] = []
        swap(&bytes, &scratch)
        at = CharacterReference.read(text, at: at, end: text.count, inAttribute: false, into: &bytes)
        if !bytes.isEmpty {
            if stack.wantsParagraph { openParagraph() }
            handler.text(bytes.span)
        }
        bytes.removeAll(keepingCapacity: true)
        swap(&bytes, &scratch)
    }

    // MARK: Markup

    private mutating func markup(_ text: Span<UInt8>) {
        let next = at + 1 < text.count ? text[at + 1] : 0
        if next.isLetter {
            startTag(text)
        } else if next == 47 {
            endTag(text)
        } else if next == 33 {
            comment(text)
        } else if next == 63 {
            skip(text, past: 62)
        } else {
            // A lone `<` is text.
            handler.text(text.extracting(at..<(at + 1)))
            at += 1
        }
    }

    private mutating func skip(_ text: Span<UInt8>, past byte: UInt8) {
        while at < text.count, text[at] != byte { at += 1 }
        at = min(at + 1, text.count)
    }

    /// `<!-- -->` with the abrupt and wrong ends that browsers take; any other `<!` ends at the first `>`.
    private mutating func comment(_ text: Span<UInt8>) {
        guard at + 3 < text.count, text[at + 2] == 45, text[at + 3] == 45 else { return skip(text, past: 62) }
        at += 4
        if at < text.count, text[at] == 62 {
            at += 1
            return
        }
        if at + 1 < text.count, text[at] == 45, text[at + 1] == 62 {
            at += 2
            return
        }
        while at + 2 < text.count {
            if text[at] == 45, text[at + 1] == 45 {
                if text[at + 2] == 62 {
                    at += 3
                    return
                }
                if text[at + 2] == 33, at + 3 < text.count, text[at + 3] == 62 {
                    at += 4
                    return
                }
            }
            at += 1
        }
        at = text.count
    }

    // MARK: Tags

    private mutating func endTag(_ text: Span<UInt8>) {
        guard at + 2 < text.count, text[at + 2].isLetter else {
            if at + 2 >= text.count { handler.text(text.extracting(at..<text.count)) }
            return skip(text, past: 62)
        }
        let tag = tagName(text, from: at + 2)
        skip(text, past: 62)
        guard let count = stack.count(toClose: tag) else {
            if stack.isTired { handler.giveUp() }
            return
        }
        for _ in 0..<count { if let top = stack.pop() { handler.close(top.tag) } }
    }

    private mutating func startTag(_ text: Span<UInt8>) {
        let tag = tagName(text, from: at + 1)
        guard let closesItself = readAttributes(text) else {
            // The page ends within the tag: browsers drop it.
            at = text.count
            return
        }
        closeImplied(before: tag.tag)
        guard stack.accepts(tag.tag) else { return }
        handler.open(tag.tag, attributes)
        if closesItself || tag.tag.isVoid {
            handler.close(tag.tag)
            return
        }
        stack.push(tag)
        if tag.tag == .script || tag.tag == .style { rawText(text, of: tag.tag) }
    }

    private mutating func closeImplied(before tag: Tag) {
        while let top = stack.top, Nesting.ends(top, before: tag) {
            _ = stack.pop()
            handler.close(top)
        }
    }

    /// Reads a name from `start` on and leaves `at` behind it.
    private mutating func tagName(_ text: Span<UInt8>, from start: Int) -> OpenTag {
        var hash = NameTable.seed
        var end = start
        while end < text.count {
            let byte = text[end]
            if byte == 62 || byte == 47 || byte.isWhitespace { break }
            hash = NameTable.step(hash, byte.lowered)
            end += 1
        }
        at = end
        let value = Tag.names.value(hash: hash, text, start..<end)
        let tag = value == 0 ? .unknown : Tag(rawValue: value) ?? .unknown
        return OpenTag(tag: tag, name: tag == .unknown ? hash : 0)
    }

    /// Everything up to the end of a script or style is code.
    private mutating func rawText(_ text: Span<UInt8>, of tag: Tag) {
        let start = at
        let word: StaticString = tag == .script ? "script" : "style"
        while at < text.count {
            if text[at] == 60, at + 1 < text.count, text[at + 1] == 47, text.hasWord(word, at: at + 2) { break }
            at += 1
        }
        if at > start { handler.rawText(text.extracting(start..<at)) }
    }

    // MARK: Attributes

    /// Reads the attributes up to the end of the tag: whether the tag closes itself; nil when the page ends before.
    private mutating func readAttributes(_ text: Span<UInt8>) -> Bool? {
        attributes.removeAll()
        var count = 0
        while true {
            var afterSlash = false
            while at < text.count, text[at].isWhitespace || text[at] == 47 {
                afterSlash = text[at] == 47
                at += 1
            }
            guard at < text.count else { return nil }
            if text[at] == 62 {
                at += 1
                return afterSlash
            }
            count += 1
            readAttribute(text, isKept: count <= attributeLimit)
            if count > attributeLimit { cutAttributes = true }
        }
    }

    private mutating func readAttribute(_ text: Span<UInt8>, isKept: Bool) {
        let start = at
        var hash = NameTable.seed
        repeat {
            hash = NameTable.step(hash, text[at].lowered)
            at += 1
        } while at < text.count && text[at] != 61 && text[at] != 62 && text[at] != 47 && !text[at].isWhitespace
        let name = isKept ? AttributeName.names.value(hash: hash, text, start..<at) : 0
        var next = at
        while next < text.count, text[next].isWhitespace { next += 1 }
        guard next < text.count, text[next] == 61 else {
            if name != 0 { attributes.add(name, text, at..<at, hasReference: false) }
            return
        }
        at = next + 1
        while at < text.count, text[at].isWhitespace { at += 1 }
        readValue(text, name)
    }

    private mutating func readValue(_ text: Span<UInt8>, _ name: UInt8) {
        guard at < text.count else { return }
        let quote = text[at]
        var hasReference = false
        let start: Int
        if quote == 34 || quote == 39 {
            at += 1
            start = at
            while at < text.count, text[at] != quote {
                if text[at] == 38 { hasReference = true }
                at += 1
            }
        } else {
            start = at
            while at < text.count, text[at] != 62, !text[at].isWhitespace {
                if text[at] == 38 { hasReference = true }
                at += 1
            }
        }
        if name != 0 { attributes.add(name, text, start..<at, hasReference: hasReference) }
        if quote == 34 || quote == 39 { at = min(at + 1, text.count) }
    }
}
