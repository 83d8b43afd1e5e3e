import Model

/// The content of one office's site, as far as the truth needs it.
struct DemoSite: Sendable {
    var host: String
    /// Loopback address of its server.
    var ip: String = DemoNet.shared
    /// As the banner writes it.
    var name: String
    var short: String
    var theme: DemoTheme
    var street: String
    var phone: String
    var mail: String
    /// Shown in the footer; nil when the office does not tell.
    var hours: String?
    var social: [(label: String, href: String)] = []
    /// Text of the home page.
    var welcome: [DemoBlock]
    var pages: [DemoPage] = []
    var news: [DemoNews] = []
    /// Milliseconds before every answer.
    var delay: Int = 0
    /// Unknown paths get 200 and a sorry.
    var softNotFound: Bool = false
    /// Has an agenda with a page for every month there ever was or will be.
    var endlessAgenda: Bool = false
    /// Appended to every page's body: something the office did not write.
    var injected: String = ""
    /// Path prefix of the pages, for sections of the portal; empty for sites.
    var base: String = ""
    /// The true state of items; items not named here are not judged.
    var truth: [ItemKey: ItemState] = [:]
}

/// A page of the menu.
struct DemoPage: Sendable {
    var path: String
    /// Menu text.
    var label: String
    /// Heading of the page; the menu text when nil.
    var title: String?
    /// Drop-down it stands in.
    var group: String?
    var blocks: [DemoBlock]

    init(_ path: String, _ label: String, title: String? = nil, in group: String? = nil, _ blocks: [DemoBlock]) {
        self.path = path
        self.label = label
        self.title = title
        self.group = group
        self.blocks = blocks
    }
}

/// A news item.
struct DemoNews: Sendable {
    var path: String
    var title: String
    /// As printed: `12 Februari 2026`.
    var date: String
    var paragraphs: [String]

    init(_ path: String, _ title: String, _ date: String, _ paragraphs: [String]) {
        self.path = path
        self.title = title
        self.date = date
        self.paragraphs = paragraphs
    }
}
