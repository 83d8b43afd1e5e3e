/// A piece of content as an office's web person thinks of it; each theme has its own markup for it.
indirect enum DemoBlock: Sendable {
    case heading(String)
    case subheading(String)
    case text(String)
    case list([String])
    case steps([String])
    /// A row per thing, a column per property.
    case table(head: [String], rows: [[String]])
    /// A row per property: label and value.
    case facts([(label: String, value: String)])
    /// Accordion, tabs or collapsible sections, as the theme likes.
    case panels([(label: String, blocks: [DemoBlock])])
    case image(file: String, alt: String)
    /// A link to a file or another page.
    case link(label: String, href: String)
    case links([(label: String, href: String)])
    /// A form with labelled fields.
    case form(fields: [String], button: String)
    /// A heading with nothing under it.
    case emptyHeading(String)
    case html(String)
}
