import Model

/// Anchors, images and frames.
extension PageBuilder {
    mutating func openLink(_ attributes: Attributes) {
        // Anchors side by side, as in menus without a list, are lines of their own.
        if arena.isAllAnchors, context.kind != .heading { cut() }
        let href = (attributes.value(.href) ?? []).trimmed
        guard leadsSomewhere(href) else {
            setTop { $0.flags.insert(.button) }
            return
        }
        guard links.count < limits.links else {
            note(.tooManyLinks, "more than \(limits.links) links")
            return
        }
        let name = attributes.value(.title) ?? attributes.value(.ariaLabel) ?? attributes.value(.alt) ?? []
        let noFollow = attributes.value(.rel)?.has("nofollow") ?? false
        let before = Int32(arena.blocks.count) - (arena.hasOpenBlock ? 0 : 1)
        let link = links.open(href: href, name: name, zone: context.zone, noFollow: noFollow, after: before)
        setTop { $0.link = link }
    }

    /// An anchor is a link when a click leads to another address.
    private func leadsSomewhere(_ href: ArraySlice<UInt8>) -> Bool {
        guard let first = href.first, first != 35, href.count <= 8192 else { return false }
        return !href.starts(withWord: "javascript:") && !href.starts(withWord: "mailto:")
            && !href.starts(withWord: "tel:") && !href.starts(withWord: "data:")
    }

    private mutating func setTop(_ change: (inout PageContext) -> Void) {
        change(&stack[stack.count - 1].context)
        context = stack[stack.count - 1].context
    }

    mutating func closeLink(_ element: OpenElement) {
        guard element.context.link >= 0, element.context.link != stack.last?.context.link ?? -1 else { return }
        links.close()
        let hasBlocks = arena.blocks.count > Int(element.firstBlock)
        if hasBlocks { cut() }
        arena.space()
        if hasBlocks { unmarkCard(from: Int(element.firstBlock)) }
    }

    /// An anchor around a whole card is no link text: only a single short line stays a link.
    private mutating func unmarkCard(from first: Int) {
        let range = first..<arena.blocks.count
        let isShort = range.count == 1 && arena.blocks[first].text.count <= 120
        guard !isShort else { return }
        for index in range { arena.update(index) { $0.marks.remove(.wholeLink) } }
    }

    mutating func addImage(_ attributes: Attributes) {
        guard page.images.count < limits.images, !context.flags.contains(.hidden) else { return }
        let alt = attributes.value(.alt)?.trimmed ?? []
        if context.link >= 0 { links.addImage(alt: alt) }
        let count = Int32(arena.blocks.count) + (arena.hasOpenBlock ? 1 : 0)
        let source = Self.imageSource(attributes)
        markup.image(attributes, source: source)
        platforms.readAddress(source)
        images.append(Array(source))
        page.images.append(
            Image(
                fileName: "", alt: String(decoding: alt, as: UTF8.self), zone: context.zone, after: count - 1,
                position: count))
    }

    /// The address that a lazy loader would put in, else `src`.
    private static func imageSource(_ attributes: Attributes) -> ArraySlice<UInt8> {
        for name in [AttributeName.dataSrc, .dataLazySrc, .dataOriginal] {
            if let value = attributes.value(name)?.trimmed, !value.isEmpty { return value }
        }
        let source = attributes.value(.src)?.trimmed ?? []
        if !source.isEmpty, !source.starts(withWord: "data:") { return source }
        let set = attributes.value(.dataSrcset) ?? attributes.value(.srcset) ?? []
        let first = set.trimmed.prefix { !$0.isWhitespace && $0 != 44 }
        return first.isEmpty ? source : first
    }

    mutating func addFrame(_ tag: Tag, _ attributes: Attributes) {
        let name: AttributeName = tag == .object ? .data : .src
        guard let value = attributes.value(name) ?? attributes.value(.dataSrc), frames.count < 500 else { return }
        frames.append(Array(value.trimmed))
    }
}
