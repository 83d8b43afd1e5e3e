import Model

/// The address that a page about one office states as the office's site: a directory entry with a field "Website", a
/// button "Kunjungi situs".
public enum StatedSites {
    /// A page that leads to more hosts than these is a list, and states nothing about one office.
    static let limit = 3

    /// Addresses on other hosts under words that say "its site" or nothing at all, in order; none when there are many.
    public static func addresses(on page: ParsedPage) -> [WebAddress] {
        let around = LinkSurroundings(page)
        let own = SiteScope.hostKey(of: page.address)
        var hosts: Set<String> = []
        var found: [WebAddress] = []
        for var link in page.links + WrittenAddresses.links(in: page) where link.zone == .main {
            link.address = WrappedAddress.opened(link.address)
            guard SiteScope.hostKey(of: link.address) != own, link.address.host.contains("."),
                DocumentType(link.address) == nil, states(link, around)
            else { continue }
            if hosts.insert(SiteScope.hostKey(of: link.address)).inserted { found.append(link.address) }
        }
        return found.count <= limit ? found : []
    }

    private static func states(_ link: Link, _ around: LinkSurroundings) -> Bool {
        let words = Set(NameTokens.words(link.text))
        if LinkSurroundings.saysNothing(link.text) || !words.isDisjoint(with: field) { return true }
        return around.texts(of: link).contains { text in
            let line = NameTokens.words(text)
            return line.count <= 12 && !Set(line).isDisjoint(with: field)
        }
    }

    private static let field: Set<String> = [
        "website", "situs", "web", "laman", "url", "homepage", "portal", "blog", "facebook", "instagram", "medsos",
        "sosial",
    ]
}
