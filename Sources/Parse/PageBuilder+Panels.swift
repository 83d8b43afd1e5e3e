import Model

/// Tabs, accordions, collapses, modals and details: which label opens which panel.
extension PageBuilder {
    /// Whether an element opens a panel by a click, and the id it names.
    struct Toggle {
        var isToggle = false
        var target: ArraySlice<UInt8>?
    }

    func toggleTarget(_ tag: Tag, _ attributes: Attributes, _ words: ClassWords) -> Toggle {
        guard tag != .input, tag != .body, tag != .html else { return Toggle() }
        let kind = attributes.value(.dataBsToggle) ?? attributes.value(.dataToggle)
        let isNamed = kind.map(Self.opensPanel) ?? false
        let isTab = attributes.hasRole("tab")
        let isByClass = words.contains(.toggle) && (tag == .a || tag == .button || tag == .div || tag.headingLevel > 0)
        guard isNamed || isTab || isByClass else {
            if let id = scriptTarget(tag, attributes) { return Toggle(isToggle: true, target: id) }
            // aria-controls on a button says the same, whatever the script library; dropdowns of menus excepted.
            guard tag == .button, kind == nil, let id = attributes.value(.ariaControls)?.trimmed, !id.isEmpty,
                context.zone != .navigation
            else { return Toggle() }
            return Toggle(isToggle: true, target: id)
        }
        return Toggle(isToggle: true, target: Self.target(attributes))
    }

    /// The id in `onclick="show(event, 'syarat')"`, as in hand-made tabs.
    private func scriptTarget(_ tag: Tag, _ attributes: Attributes) -> ArraySlice<UInt8>? {
        guard !context.flags.contains(.inForm), context.zone != .navigation, let script = attributes.value(.onclick),
            !script.has("location"), let close = script.lastIndex(where: Self.isQuote),
            let open = script[..<close].lastIndex(of: script[close])
        else { return nil }
        let id = script[(open + 1)..<close].drop { $0 == 35 }
        guard !id.isEmpty, id.count < 60, id.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 45 || $0 == 95 }) else {
            return nil
        }
        return id
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == 34 || byte == 39 }

    private static func opensPanel(_ kind: ArraySlice<UInt8>) -> Bool {
        kind.isWord("tab") || kind.isWord("pill") || kind.isWord("collapse") || kind.isWord("list")
            || kind.isWord("modal") || kind.isWord("accordion")
    }

    private static func target(_ attributes: Attributes) -> ArraySlice<UInt8>? {
        for name in [AttributeName.dataBsTarget, .dataTarget, .href] {
            if let value = attributes.value(name)?.trimmed, value.first == 35, value.count > 1 {
                return value.dropFirst()
            }
        }
        return attributes.value(.ariaControls)?.trimmed
    }

    mutating func openToggle(_ toggle: Toggle, _ element: inout OpenElement) {
        element.context.flags.insert(.panelLabel)
        if element.context.kind != .heading { element.context.set(.label, level: 0) }
        if let target = toggle.target { element.label = binder.openLabel(target) }
    }

    /// The label's first block becomes the owner of its panel.
    mutating func closeToggle(_ element: OpenElement) {
        let block = element.firstBlock
        guard Int(block) < arena.blocks.count, element.label >= 0 || !context.flags.contains(.panelLabel) else {
            return
        }
        if element.label >= 0 {
            binder.closeLabel(element.label, block: block)
        } else if let parent = stack.indices.last {
            if stack[parent].tag == .details {
                stack[parent].context.panel = block
                context.panel = block
            } else {
                // A label without id, as in hand-made accordions: the panel is its next sibling.
                stack[parent].waitingLabel = block
            }
        }
    }

    /// Binds an element that looks like a panel to the label that names it, or that stands before it.
    mutating func applyPanel(_ attributes: Attributes, _ words: ClassWords, _ element: inout OpenElement) {
        if let id = attributes.value(.id)?.trimmed, !id.isEmpty {
            let label = binder.label(for: id)
            if label >= 0 {
                element.context.panel = label
                return
            }
            if words.contains(.panel) || attributes.hasRole("tabpanel") {
                element.panel = binder.openPanel(id, at: element.firstBlock)
            }
        }
        guard let parent = stack.indices.last, stack[parent].waitingLabel >= 0, element.splits else { return }
        if words.contains(.panel) || element.tag == .div || element.tag == .ul || element.tag == .p {
            element.context.panel = stack[parent].waitingLabel
        }
        stack[parent].waitingLabel = -1
    }

    /// Panels that stood before their labels.
    mutating func bindLatePanels() {
        for (label, blocks) in binder.late {
            for index in blocks where arena.blocks[Int(index)].panel < 0 {
                arena.update(Int(index)) { $0.panel = label }
            }
        }
    }
}
