import Model

/// Links that bear no words of their own: a band of logos, icons, bare buttons. Whose they are, only what stands behind
/// them can say.
public enum WordlessLinks {
    /// Links told from one portal at most.
    static let limit = 32

    /// Wordless links of a portal's pages that lead to nobody known, each once, in order.
    ///
    /// - Parameter known: hosts that are accounted for, without `www.`.
    public static func links(on pages: [ParsedPage], known: Set<String>) -> [Link] {
        guard let portal = pages.first?.address.hostWithoutWWW else { return [] }
        var seen: Set<String> = []
        var found: [Link] = []
        for page in pages {
            for link in page.links where found.count < limit && LinkSurroundings.saysNothing(link.text) {
                var link = link
                link.address = WrappedAddress.opened(link.address)
                let host = link.address.hostWithoutWWW
                guard DocumentType(link.address) == nil, !LinkTrap.isTrap(link.address),
                    host == portal ? isOwnPage(link) : host.contains(".") && !known.contains(host),
                    seen.insert(link.address.crawlKey).inserted
                else { continue }
                found.append(link)
            }
        }
        return found
    }

    /// A page of the portal itself behind a bare picture; "Selengkapnya" leads to news.
    private static func isOwnPage(_ link: Link) -> Bool {
        let path = NameTokens.words(LinkWords.readablePath(of: link.address))
        return link.text.isEmpty && link.address.path.utf8.count > 1
            && !LinkWords.isStream(path: path, text: [], address: link.address)
            && !LinkWords.isForbidden(path: path, text: [], address: link.address)
    }
}
