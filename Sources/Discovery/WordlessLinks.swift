import Model
import Rules

/// Links that bear no words of their own and stand beside none: a band of logos, icons, bare buttons. Whose they are, only
/// what stands behind them can say.
public struct WordlessLinks: Sendable {
    /// Links told from one portal at most.
    static let limit = 32
    private let reader: MentionReader
    private let region: String

    /// - Parameter region: code of the region whose portal it is.
    public init(_ book: RuleBook, region: String) {
        reader = MentionReader(gazetteer: RegionGazetteer(book.regions))
        self.region = region
    }

    /// Wordless links of a portal's pages that lead to nobody known, each once, in order.
    ///
    /// - Parameter known: hosts that are accounted for, without `www.`.
    public func links(on pages: [ParsedPage], known: Set<String>) -> [Link] {
        guard let portal = pages.first?.address.hostWithoutWWW else { return [] }
        var seen: Set<String> = []
        var found: [Link] = []
        for page in pages {
            let around = LinkSurroundings(page)
            for link in page.links where found.count < Self.limit && LinkSurroundings.saysNothing(link.text) {
                var link = link
                link.address = WrappedAddress.opened(link.address)
                let host = link.address.hostWithoutWWW
                guard DocumentType(link.address) == nil, !LinkTrap.isTrap(link.address),
                    host == portal ? Self.isOwnPage(link) : host.contains(".") && !known.contains(host),
                    !around.texts(of: link).contains(where: { !reader.mentions(in: $0).isEmpty }),
                    seen.insert(link.address.crawlKey).inserted
                else { continue }
                found.append(link)
            }
        }
        return found
    }

    /// What a page behind such a link says of itself; nothing when it speaks for another region.
    public func words(of page: ParsedPage) -> [String] {
        let named = reader.regions(in: IdentityPlaces.addressText(of: page))
        return reader.gazetteer.relation(of: named, to: region) == .other ? [] : OfficeIdentity.ownWords(of: page)
    }

    /// A page of the portal itself behind a bare picture; "Selengkapnya" leads to news.
    private static func isOwnPage(_ link: Link) -> Bool {
        let path = NameTokens.words(LinkWords.readablePath(of: link.address))
        return link.text.isEmpty && link.address.path.utf8.count > 1
            && !LinkWords.isStream(path: path, text: [], address: link.address)
            && !LinkWords.isForbidden(path: path, text: [], address: link.address)
    }
}
