/// The looks of a site: how it frames a page and which markup it has for a block of content.
enum DemoTheme: Sendable {
    /// A blog engine with a magazine theme: menus, widgets, `entry-content`.
    case magazine
    /// A CSS framework with a navbar, cards, accordions and tabs.
    case bootstrap
    /// A hand-made site of 2009: layout tables, bold lines for headings, windows-1252.
    case tables
    /// A one-page-builder look: cards, div headings, collapsible details.
    case cards
    /// A free blog.
    case blog

    /// One whole page.
    func render(_ site: DemoSite, title: String, path: String, body: String) -> String {
        switch self {
        case .magazine: MagazineFrame.page(site, title: title, path: path, body: body)
        case .bootstrap: BootstrapFrame.page(site, title: title, path: path, body: body)
        case .tables: TablesFrame.page(site, title: title, path: path, body: body)
        case .cards: CardsFrame.page(site, title: title, path: path, body: body)
        case .blog: BlogFrame.page(site, title: title, path: path, body: body)
        }
    }

    /// The encoding it writes in.
    var charset: String { self == .tables ? "windows-1252" : "utf-8" }

    /// Content-Type header; the old site leaves the charset to its meta tag.
    var contentType: String { self == .tables ? "text/html" : "text/html; charset=UTF-8" }
}

/// Shared by all frames.
enum DemoMarkup {
    static func escape(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.append(character)
            }
        }
        return out
    }

    /// Text of a table cell: `<br>` is a line break, everything else is text.
    static func cell(_ text: String) -> String { escape(text).replacing("&lt;br&gt;", with: "<br>\n") }

    /// Menu entries in order: single pages and groups with their pages.
    static func menu(_ site: DemoSite) -> [(label: String, pages: [DemoPage])] {
        var groups: [(label: String, pages: [DemoPage])] = []
        for page in site.pages {
            guard let group = page.group else {
                groups.append(("", [page]))
                continue
            }
            if let at = groups.firstIndex(where: { $0.label == group }) {
                groups[at].pages.append(page)
            } else {
                groups.append((group, [page]))
            }
        }
        return groups
    }

    /// Titles of news with links, for home pages and side bars.
    static func newsList(_ site: DemoSite) -> String {
        guard !site.news.isEmpty else { return "" }
        let items = site.news.map {
            "<li><a href=\"\($0.path)\">\(escape($0.title))</a> <small>\($0.date)</small></li>"
        }
        return "<ul class=\"berita\">\n\(items.joined(separator: "\n"))\n</ul>"
    }
}
