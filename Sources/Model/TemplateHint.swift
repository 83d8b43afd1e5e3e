/// What is known of one template or page builder: which class names mean a heading, a tab label, a panel, boilerplate.
///
/// Data of the rule files (`templates`), matched by platform or theme of a page; the page is then read once more with it.
public struct TemplateHint: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// A heading that is not marked up as one.
        case heading
        /// The label of a tab or accordion, and what it opens.
        case label, panel
        /// Repeated on every page: teasers, counters, related posts.
        case boilerplate
        case header, navigation, footer
    }

    public var id: String
    public var title: String
    /// Names of `ParsedPage.platforms`.
    public var platforms: [String]
    /// Theme folders.
    public var themes: [String]
    /// Class name, lower case, to role.
    public var classes: [String: Role]

    public init(id: String, title: String, platforms: [String], themes: [String], classes: [String: Role]) {
        self.id = id
        self.title = title
        self.platforms = platforms
        self.themes = themes
        self.classes = classes
    }

    /// Whether a page was made with it.
    public func fits(_ page: ParsedPage) -> Bool {
        platforms.contains { page.platforms.contains($0) } || themes.contains(page.template.theme)
    }
}
