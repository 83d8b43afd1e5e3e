import Model

/// Makes a ParsedPage from the calls of the markup scanner.
///
/// This file holds the stack of open elements and the flow of text; what each element means stands in
/// `PageBuilder+Elements`, `+Links`, `+Panels` and `+Head`.
struct PageBuilder: MarkupHandler {
    let limits: ParseLimits
    var page: ParsedPage
    var arena: TextArena
    var binder = PanelBinder()
    var links = LinkCollector()
    var head = HeadReader()
    var platforms = PlatformHints()
    var dates = DateCollector()
    var scripts = ScriptReader()
    var hints = HintedClasses()
    var markup = MarkupCollector()
    var print = TemplateCollector()
    /// `link rel=alternate hreflang` as written.
    var alternates: [[UInt8]] = []
    var classMemory = ClassMemory()
    var stack: [OpenElement] = []
    /// Context of the innermost open element.
    var context = PageContext()
    var tables: [TableGrid] = []
    var tableCount: Int32 = 0
    /// Addresses of images and frames as written; resolved at the end.
    var images: [[UInt8]] = []
    var frames: [[UInt8]] = []
    /// Open elements that were too deep for the stack.
    private var tooDeep = 0
    private(set) var isDone = false

    init(address: WebAddress, limits: ParseLimits) {
        self.limits = limits
        page = ParsedPage(address: address)
        arena = TextArena(blockLimit: limits.blocks)
        stack.reserveCapacity(64)
        // The document itself, so that fragments without html and body have a parent too.
        stack.append(OpenElement(tag: .unknown, context: context, splits: true))
    }

    mutating func open(_ tag: Tag, _ attributes: Attributes) {
        page.elementCount += 1
        if page.elementCount >= limits.elements { stop("more than \(limits.elements) elements") }
        head.leaveTitle(at: tag)
        guard tooDeep == 0, stack.count < limits.depth else {
            openTooDeep(tag)
            return
        }
        if context.flags.contains(.hidden), let last = page.hiddenText.last, last != 32, last != 10 {
            page.hiddenText.append(tag.isBlock ? 10 : 32)
        }
        if context.flags.contains(.skipped) {
            stack.append(OpenElement(tag: tag, context: context, splits: false))
            return
        }
        let words = classWords(attributes)
        let toggle = toggleTarget(tag, attributes, words)
        let splits = tag.isBlock || toggle.isToggle
        if splits { cut() } else { arena.inlineBorder() }
        var element = OpenElement(tag: tag, context: context, splits: splits, firstBlock: Int32(arena.blocks.count))
        if splits, element.context.nearTitle > 0 { element.context.nearTitle -= 1 }
        apply(tag, attributes, words, &element)
        if toggle.isToggle { openToggle(toggle, &element) }
        stack.append(element)
        context = element.context
        opened(tag, attributes)
    }

    mutating func close(_ tag: Tag) {
        if tooDeep > 0 {
            tooDeep -= 1
            if tag.isBlock { cut() }
            return
        }
        guard stack.count > 1, let element = stack.popLast() else { return }
        closing(element)
        if element.splits { cut() } else { arena.inlineBorder() }
        context = stack.last?.context ?? PageContext()
        closed(element)
    }

    mutating func text(_ bytes: Span<UInt8>) {
        if head.isInTitle {
            head.addTitle(bytes)
        } else if context.flags.contains(.skipped) {
            return
        } else if context.flags.contains(.hidden) {
            addHidden(bytes)
        } else {
            if context.link >= 0 { links.addText(bytes, block: Int32(arena.blocks.count)) }
            arena.add(bytes, context, links: links.count)
        }
    }

    mutating func rawText(_ bytes: Span<UInt8>) {
        guard let tag = stack.last?.tag, tag == .script else { return }
        page.scriptBytes += bytes.count
        head.script(bytes)
        if page.scriptText.count < 24_000 { scripts.add(bytes) }
    }

    /// Ends the open block.
    mutating func cut() {
        arena.cut(links: links.countWithText)
        links.breakText()
    }

    /// Text of our own making that stands as a block: a placeholder, the value of a button.
    mutating func addBlock(_ slice: ArraySlice<UInt8>, _ change: (inout PageContext) -> Void) {
        guard !context.flags.contains(.hidden) else { return }
        cut()
        var own = context
        change(&own)
        arena.add(slice.span, own, links: links.count)
        cut()
    }

    mutating func addHidden(_ bytes: Span<UInt8>) {
        guard page.hiddenText.count + bytes.count < limits.hiddenBytes else { return }
        var folder = WhitespaceFolder()
        var i = 0
        while i < bytes.count {
            let width = folder.whitespaceWidth(bytes, at: i, bytes[i])
            if width == 0 {
                page.hiddenText.append(bytes[i])
                i += 1
                continue
            }
            if width != WhitespaceFolder.nothing, let last = page.hiddenText.last, last != 32 {
                page.hiddenText.append(32)
            }
            i += folder.consumed
        }
    }

    private mutating func openTooDeep(_ tag: Tag) {
        if tooDeep == 0 { note(.tooDeep, "elements nested deeper than \(limits.depth)") }
        tooDeep += 1
        if tag.isBlock || tag == .br { cut() }
        if stack.count + tooDeep > limits.depth * 50 { stop("nesting without end") }
    }

    mutating func giveUp() { stop("end tags without end") }

    mutating func stop(_ reason: String) {
        guard !isDone else { return }
        isDone = true
        note(.truncated, reason)
    }

    /// Notes a trouble once per kind.
    mutating func note(_ kind: ParseNote.Kind, _ detail: String) {
        guard !page.notes.contains(where: { $0.kind == kind }) else { return }
        page.notes.append(ParseNote(kind: kind, detail: detail))
    }
}
