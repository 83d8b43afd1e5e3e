import Model

/// Counts what helps or hinders people with assistive technology, while the page is read.
struct MarkupCollector {
    private(set) var found = PageMarkup()
    /// Fields that only a label elsewhere can name: id and name.
    private var waiting: [(id: String, name: String)] = []
    private var labelled: Set<String> = []
    private static let fieldLimit = 500

    mutating func viewport(_ content: String?) { if found.viewport == nil { found.viewport = content } }

    /// A visible image. Decoration that says so (`role=presentation`, `aria-hidden`) is not counted as lacking.
    mutating func image(_ attributes: Attributes, source: ArraySlice<UInt8>) {
        found.imageCount += 1
        if attributes.has(.alt) || attributes.has(.ariaLabel) || attributes.has(.ariaLabelledby) { return }
        if attributes.hasRole("presentation") || attributes.hasRole("none") { return }
        if attributes.value(.ariaHidden)?.trimmed.isWord("true") ?? false { return }
        found.imagesWithoutAlt += 1
        if found.imagesWithoutAltNames.count < PageMarkup.nameLimit {
            let name = source.split(separator: 47).last.map { String(decoding: $0.prefix(80), as: UTF8.self) }
            found.imagesWithoutAltNames.append(name ?? "")
        }
    }

    /// `label for`.
    mutating func label(_ attributes: Attributes) {
        if let id = attributes.text(.for), labelled.count < Self.fieldLimit { labelled.insert(id) }
    }

    /// A field to be filled in; `inLabel`: it stands inside a label element.
    mutating func field(_ attributes: Attributes, inLabel: Bool) {
        found.fieldCount += 1
        if inLabel || attributes.text(.ariaLabel) != nil || attributes.has(.ariaLabelledby)
            || attributes.text(.title) != nil
        {
            return
        }
        guard waiting.count < Self.fieldLimit else { return }
        let name = attributes.text(.name) ?? attributes.text(.placeholder) ?? attributes.text(.type) ?? "?"
        waiting.append((attributes.text(.id) ?? "", String(name.prefix(60))))
    }

    /// The page has ended: fields whose label came later are named after all.
    mutating func finish() -> PageMarkup {
        let unnamed = waiting.filter { $0.id.isEmpty || !labelled.contains($0.id) }
        found.fieldsWithoutLabel = unnamed.count
        found.fieldsWithoutLabelNames = unnamed.prefix(PageMarkup.nameLimit).map(\.name)
        return found
    }
}
