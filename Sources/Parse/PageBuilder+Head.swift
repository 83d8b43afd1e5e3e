import Model

/// Elements of the head, and scripts.
extension PageBuilder {
    func openedInHead(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case .title: head.openTitle()
        case .html: page.language = attributes.text(.lang)
        case .base: if head.base == nil { head.base = attributes.value(.href).map { Array($0.trimmed) } }
        case .link: readLink(attributes)
        case .meta: readMeta(attributes)
        case .script: page.scriptCount += 1
        default: break
        }
    }

    private func readLink(_ attributes: Attributes) {
        guard let rel = attributes.value(.rel)?.trimmed, rel.isWord("canonical"), head.canonical == nil else { return }
        head.canonical = attributes.value(.href).map { Array($0.trimmed) }
    }

    private func readMeta(_ attributes: Attributes) {
        guard let content = attributes.value(.content) else { return }
        if let equiv = attributes.value(.httpEquiv)?.trimmed, equiv.isWord("refresh") {
            if head.refresh == nil { head.refresh = Array(content) }
            return
        }
        guard let name = (attributes.value(.name) ?? attributes.value(.property))?.trimmed else { return }
        if name.isWord("description") {
            if page.description == nil { page.description = attributes.text(.content) }
            hide(content)
        } else if name.isWord("generator") {
            if page.generator == nil { page.generator = attributes.text(.content) }
        } else if name.isWord("robots") {
            if content.has("nofollow") || content.trimmed.isWord("none") { page.noFollow = true }
        } else if name.isWord("keywords") || name.isWord("og:title") || name.isWord("og:description") {
            hide(content)
        }
    }

    private func hide(_ content: ArraySlice<UInt8>) {
        addHidden(content.span)
        if page.hiddenText.last ?? 10 != 10 { page.hiddenText.append(10) }
    }
}
