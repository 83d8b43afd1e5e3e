import Model

/// Elements of the head, and scripts.
extension PageBuilder {
    mutating func openedInHead(_ tag: Tag, _ attributes: Attributes) {
        switch tag {
        case .title: head.openTitle()
        case .html: page.language = attributes.text(.lang)
        case .base: if head.base == nil { head.base = attributes.value(.href).map { Array($0.trimmed) } }
        case .link: readLink(attributes)
        case .meta: readMeta(attributes)
        case .script:
            page.scriptCount += 1
            head.openScript(type: attributes.value(.type))
            scripts.open()
            if let source = attributes.value(.src) {
                platforms.readAddress(source)
                print.readAddress(source)
            }
        case .time: if let moment = attributes.value(.datetime) { dates.add(iso: moment, source: .timeElement) }
        default: break
        }
    }

    private mutating func readLink(_ attributes: Attributes) {
        if let address = attributes.value(.href) { platforms.readAddress(address) }
        guard let rel = attributes.value(.rel)?.trimmed else { return }
        if rel.isWord("stylesheet"), let address = attributes.value(.href) { print.readAddress(address) }
        if rel.isWord("alternate"), attributes.has(.hreflang), alternates.count < 20 {
            alternates.append(attributes.value(.href).map { Array($0.trimmed) } ?? [])
        }
        guard rel.isWord("canonical"), head.canonical == nil else { return }
        head.canonical = attributes.value(.href).map { Array($0.trimmed) }
    }

    private mutating func readMeta(_ attributes: Attributes) {
        guard let content = attributes.value(.content) else { return }
        if let equiv = attributes.value(.httpEquiv)?.trimmed, equiv.isWord("refresh") {
            if head.refresh == nil { head.refresh = Array(content) }
            return
        }
        guard
            let name = (attributes.value(.property) ?? attributes.value(.name) ?? attributes.value(.itemprop))?.trimmed
        else { return }
        if name.isWord("viewport") {
            markup.viewport(attributes.text(.content))
        } else if name.isWord("description") {
            if page.description == nil { page.description = attributes.text(.content) }
            hide(content)
        } else if name.isWord("generator") {
            if page.generator == nil { page.generator = attributes.text(.content) }
            platforms.readGenerator(content)
        } else if name.isWord("csrf-token") {
            platforms.found.insert("laravel")
        } else if Self.isDate(name) {
            dates.add(iso: content, source: .meta)
        } else if name.isWord("robots") {
            if content.has("nofollow") || content.trimmed.isWord("none") { page.noFollow = true }
        } else if name.isWord("keywords") || name.isWord("og:title") || name.isWord("og:description") {
            hide(content)
        }
    }

    private static func isDate(_ name: ArraySlice<UInt8>) -> Bool {
        name.isWord("article:published_time") || name.isWord("article:modified_time") || name.isWord("og:updated_time")
            || name.isWord("datepublished") || name.isWord("datemodified") || name.isWord("dcterms.modified")
            || name.isWord("dcterms.date") || name.isWord("last-modified")
    }

    /// JSON-LD: its dates count, its text is not seen by visitors.
    mutating func readStructuredData(_ data: [UInt8]) {
        hide(data[...])
        dates.readStructuredData(data)
    }

    private mutating func hide(_ content: ArraySlice<UInt8>) {
        addHidden(content.span)
        if page.hiddenText.last ?? 10 != 10 { page.hiddenText.append(10) }
    }
}
