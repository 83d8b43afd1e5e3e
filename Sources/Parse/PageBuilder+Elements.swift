import Model

/// What each element does to the context of its content.
extension PageBuilder {
    mutating func apply(_ tag: Tag, _ attributes: Attributes, _ words: ClassWords, _ element: inout OpenElement) {
        if let id = attributes.value(.id) { platforms.readID(id) }
        if attributes.has(.onclick), tag != .body { element.context.flags.insert(.clickable) }
        if isHidden(tag, attributes, words) {
            if isRevealed(attributes, element) {
                revealed(&element)
            } else {
                element.context.flags.insert(.hidden)
            }
        }
        applyKind(tag, attributes, &element.context)
        applyWords(tag, words, &element.context)
        applyZone(tag, attributes, words, &element.context)
        applyPanel(attributes, words, &element)
        if element.context.zone != .main || tag == .body || tag == .main, let value = attributes.value(.class) {
            print.readClasses(value)
        }
    }

    /// What class and id say.
    mutating func classWords(_ attributes: Attributes) -> ClassWords {
        var words: ClassWords = []
        if let value = attributes.value(.class) {
            words.formUnion(classMemory.words(of: value))
            if !hints.isEmpty { words.formUnion(hints.meaning(of: value)) }
        }
        if let value = attributes.value(.id) { words.formUnion(classMemory.words(of: value)) }
        return words
    }

    /// Closed tabs, accordions, modals and dropdowns are a click away, so they are visible text for us.
    private func isHidden(_ tag: Tag, _ attributes: Attributes, _ words: ClassWords) -> Bool {
        if tag == .noscript { return true }
        let isPanel =
            !words.isDisjoint(with: [.panel, .animated]) || tag == .dialog || attributes.hasRole("tabpanel")
            || attributes.hasRole("dialog")
        if isPanel { return false }
        if attributes.has(.hidden) { return !(attributes.value(.hidden)?.isWord("until-found") ?? false) }
        return attributes.value(.style).map(HiddenStyle.hides) ?? false
    }

    /// A hidden element that a label names, or that stands right after something clickable: a hand-made accordion.
    private func isRevealed(_ attributes: Attributes, _ element: OpenElement) -> Bool {
        guard !element.context.flags.contains(.hidden), let id = attributes.value(.id)?.trimmed else { return false }
        if binder.label(for: id) >= 0 { return true }
        return element.splits && arena.lastIsClickable
    }

    private mutating func revealed(_ element: inout OpenElement) {
        guard arena.lastIsClickable else { return }
        let label = arena.blocks.count - 1
        element.context.panel = Int32(label)
        arena.update(label) { $0.marks.insert(.panelLabel) }
    }

    private mutating func applyKind(_ tag: Tag, _ attributes: Attributes, _ context: inout PageContext) {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: context.set(.heading, level: tag.headingLevel)
        case .p, .blockquote, .address, .pre, .div, .section, .article, .main, .center: blockKind(tag, &context)
        case .ul, .ol, .menu:
            context.listDepth = min(context.listDepth, 200) + 1
            if tag == .ol { context.flags.insert(.ordered) } else { context.flags.remove(.ordered) }
        case .li: context.set(.listItem, level: max(context.listDepth, 1))
        case .dt: context.set(.label, level: 0)
        case .dd: context.set(.listItem, level: max(context.listDepth, 1))
        case .caption, .figcaption: context.set(.caption, level: 0)
        case .summary:
            context.set(.label, level: 0)
            context.flags.insert(.panelLabel)
        case .table: openTable(&context)
        case .tr: if !tables.isEmpty { tables[tables.count - 1].startRow() }
        case .td, .th: placeCell(tag, attributes, &context)
        case .form: context.flags.insert(.inForm)
        case .label, .legend, .option, .optgroup, .textarea, .select: context.set(.formField, level: 0)
        case .button:
            if context.kind != .heading {
                context.set(context.flags.contains(.inForm) ? .formField : .other, level: 0)
            }
            context.flags.insert(.button)
        case .b, .strong: context.flags.insert(.bold)
        case .script, .style, .template, .svg, .math, .noframes: context.flags.insert(.skipped)
        default: break
        }
    }

    private func blockKind(_ tag: Tag, _ context: inout PageContext) {
        if tag == .article { context.flags.insert(.article) }
        guard !context.keepsKind else { return }
        context.kind = tag == .p || tag == .pre || tag == .blockquote || tag == .address ? .paragraph : .other
    }

    private mutating func openTable(_ context: inout PageContext) {
        tables.append(TableGrid())
        context.table = tableCount
        tableCount += 1
        context.row = 0
        context.column = 0
        context.set(.other, level: 0)
    }

    private mutating func placeCell(_ tag: Tag, _ attributes: Attributes, _ context: inout PageContext) {
        guard !tables.isEmpty else { return }
        let columns = attributes.value(.colspan)?.trimmed.leadingNumber ?? 1
        let rows = attributes.value(.rowspan)?.trimmed.leadingNumber ?? 1
        let at = tables.count - 1
        context.column = Int32(tables[at].place(columns: columns, rows: rows))
        context.row = Int32(tables[at].row)
        context.set(.tableCell, level: 0)
        if tag == .th { context.flags.insert(.headerCell) } else { context.flags.remove(.headerCell) }
    }

    private func applyWords(_ tag: Tag, _ words: ClassWords, _ context: inout PageContext) {
        if words.contains(.title) { context.nearTitle = 2 }
        if words.contains(.bold) { context.flags.insert(.bold) }
        if words.contains(.box) { context.flags.insert(.box) }
    }

    private func applyZone(
        _ tag: Tag, _ attributes: Attributes, _ words: ClassWords, _ context: inout PageContext
    ) {
        switch tag {
        case .html, .body, .head: return
        case .main, .article:
            if tag == .main || context.zone == .aside { context.zone = .main }
            context.flags.insert(tag == .article ? .box : .content)
        case .section: context.flags.insert(.content)
        default:
            guard let zone = frameZone(tag, attributes, words, context) else { return }
            if zone == .main || context.zone == .main || context.zone == .header { context.zone = zone }
        }
    }

    private func frameZone(
        _ tag: Tag, _ attributes: Attributes, _ words: ClassWords, _ context: PageContext
    ) -> Block.Zone? {
        if let role = attributes.value(.role)?.trimmed, let zone = Self.zone(ofRole: role) { return zone }
        if tag == .nav { return words.contains(.tabs) ? nil : .navigation }
        let boxed = context.flags.contains(.box)
        if tag == .aside { return .aside }
        if tag == .footer, !boxed { return .footer }
        let inContent = boxed || context.flags.contains(.content)
        if tag == .header, !inContent { return .header }
        guard tag != .a, tag != .img, tag.headingLevel == 0, tag != .p, tag != .table, tag != .td, !boxed else {
            return nil
        }
        if words.contains(.footer) { return .footer }
        if words.contains(.navigation), !words.contains(.tabs) { return .navigation }
        if words.contains(.aside) { return .aside }
        if words.contains(.header), !inContent, context.table < 0 { return .header }
        return nil
    }

    private static func zone(ofRole role: ArraySlice<UInt8>) -> Block.Zone? {
        if role.isWord("navigation") || role.isWord("menubar") { return .navigation }
        if role.isWord("banner") { return .header }
        if role.isWord("contentinfo") { return .footer }
        if role.isWord("complementary") { return .aside }
        if role.isWord("main") { return .main }
        return nil
    }

    /// After the element is on the stack: what it adds by itself.
    mutating func opened(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case .br: if context.kind == .heading { arena.space() } else { cut() }
        case .a, .area: openLink(attributes)
        case .img: addImage(attributes)
        case .iframe, .embed, .frame, .object: addFrame(tag, attributes)
        case .input: addInput(attributes)
        case .label: markup.label(attributes)
        case .select: addField(attributes)
        case .textarea:
            addField(attributes)
            markTextArea()
            if let hint = attributes.value(.placeholder) { addBlock(hint) { $0.set(.formField, level: 0) } }
        case .option, .optgroup:
            if let label = attributes.value(.label) { addBlock(label) { $0.set(.formField, level: 0) } }
        default: openedInHead(tag, attributes)
        }
    }

    /// The label of a text area says what is to be written there.
    private mutating func markTextArea() {
        guard let last = arena.blocks.indices.last, arena.blocks[last].kind == .formField else { return }
        arena.update(last) { $0.marks.insert(.beforeTextArea) }
    }

    /// A field that a person fills in, for accessibility.
    private mutating func addField(_ attributes: Attributes) {
        guard !context.flags.contains(.hidden) else { return }
        markup.field(attributes, inLabel: stack.suffix(6).contains { $0.tag == .label })
    }

    private mutating func addInput(_ attributes: Attributes) {
        if let name = attributes.value(.name) { platforms.readFieldName(name) }
        let type = attributes.value(.type)?.trimmed ?? []
        if type.isWord("hidden") || type.isWord("image") { return }
        if type.isWord("password") { page.passwordFields += 1 }
        if !type.isWord("submit"), !type.isWord("button"), !type.isWord("reset") { addField(attributes) }
        if type.isWord("submit") || type.isWord("button") || type.isWord("reset") {
            guard let value = attributes.value(.value) else { return }
            addBlock(value) {
                $0.set(.formField, level: 0)
                $0.flags.insert(.button)
            }
        } else if let hint = attributes.value(.placeholder) {
            addBlock(hint) { $0.set(.formField, level: 0) }
        }
    }

    mutating func closing(_ element: OpenElement) {
        if element.tag == .a || element.tag == .area { closeLink(element) }
    }

    mutating func closed(_ element: OpenElement) {
        if element.tag == .table, !tables.isEmpty { tables.removeLast() }
        if element.tag == .title { head.closeTitle() }
        if element.tag == .script {
            if let data = head.closeScript() { readStructuredData(data) }
            if let text = scripts.close() { page.scriptText += text }
        }
        if element.label >= 0 || element.tag == .summary || element.context.flags.contains(.panelLabel) {
            closeToggle(element)
        }
        if element.panel >= 0 { binder.closePanel(element.panel, at: Int32(arena.blocks.count)) }
    }
}

extension PageContext {
    mutating func set(_ kind: Block.Kind, level: UInt8) {
        self.kind = kind
        self.level = level
    }
}

extension Attributes {
    func hasRole(_ role: String) -> Bool { value(.role)?.trimmed.isWord(role) ?? false }
}
