import Model
import Rules

/// Shares the links of portal pages out among the offices they name.
struct LinkSorter {
    private let reader: MentionReader
    private let naming: HostNaming
    private let book: RuleBook
    private let portal: WebAddress
    private let offices: [(code: String, name: OfficeName)]
    /// Domains of the offices' regions.
    private let regionDomains: Set<String>
    /// Words of each office's name and region, by code.
    private let nameWords: [String: Set<String>]
    private(set) var links: [String: [PortalLink]] = [:]
    private var seen: Set<String> = []
    /// Offices a host names, for hosts met before: menus repeat on every page.
    private var byHost: [String: [(code: String, score: Double)]] = [:]

    init(book: RuleBook, reader: MentionReader, portal: WebAddress, offices: [Target]) {
        self.book = book
        self.reader = reader
        self.portal = portal
        naming = HostNaming(book: book, gazetteer: reader.gazetteer)
        let named = offices.filter { !$0.isPortal }
        self.offices = named.map { ($0.code, OfficeName($0, book: book, reader: reader)) }
        let gazetteer = reader.gazetteer
        regionDomains = Set(named.flatMap { book.regions.region($0.region)?.domains ?? [] })
        nameWords = Dictionary(
            named.map { ($0.code, Set(NameTokens.words($0.name) + gazetteer.name(of: $0.region))) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ page: ParsedPage) {
        let around = LinkSurroundings(page)
        for var link in page.links + WrittenAddresses.links(in: page) {
            link.address = WrappedAddress.opened(link.address)
            guard link.address.host.contains(".") || link.address.host == portal.host else { continue }
            guard let kind = kind(of: link.address, on: page.address) else { continue }
            if let text = naming(link, around) {
                give(link.address, text: text, page: page.address, kind: kind, to: bestByText(text))
            } else if kind == .site, isOfThisRegion(link.address.host) {
                give(link.address, text: link.text, page: page.address, kind: kind, to: bestByHost(link.address.host))
            }
        }
        for code in links.keys { links[code]?.sort { $0.score > $1.score } }
    }

    private func kind(of address: WebAddress, on page: WebAddress) -> PortalLink.Kind? {
        if DocumentType(address) != nil { return nil }
        if SiteScope.hostKey(of: address) == SiteScope.hostKey(of: portal) {
            let isHome = address.path == "/" && address.query == nil
            let path = NameTokens.words(LinkWords.readablePath(of: address))
            let isNews = LinkWords.isStream(path: path, text: [], address: address)
            return SiteScope.key(of: address) == SiteScope.key(of: page) || isHome || isNews ? nil : .section
        }
        return book.domains.judge(host: address.host, office: nil).form == "social" ? .social : .site
    }

    /// The words that name an office for this link: its own, else those around it, else its own behind the word that
    /// the list stands under ("Puskesmas": "Sukamaju"). Words that only look like an office give way to better ones.
    private func naming(_ link: Link, _ around: LinkSurroundings) -> String? {
        var vague: String?
        for text in [link.text] + around.texts(of: link) where !text.isEmpty {
            let mentions = reader.mentions(in: text)
            if mentions.contains(where: { !$0.isVague }) { return text }
            if !mentions.isEmpty, vague == nil { vague = text }
        }
        return unitNaming(link, around) ?? vague
    }

    /// A bare proper name in a list of units of one kind: the name with the kind's word before it, when that is exactly
    /// one of our offices.
    private func unitNaming(_ link: Link, _ around: LinkSurroundings) -> String? {
        let signs =
            around.headings(of: link) + [
                around.page.title, LinkWords.readablePath(of: link.address), link.address.host,
                around.page.address.host,
            ]
        let words = signs.lazy.map { NameTokens.words($0) }.compactMap { $0.compactMap { Self.unitWords[$0] }.first }
        guard let unit = words.first else { return nil }
        for text in [link.text] + around.texts(of: link) where (1...5).contains(NameTokens.words(text).count) {
            let full = unit + " " + text
            if bestByText(full).contains(where: { $0.score >= 0.95 }) { return full }
        }
        return nil
    }

    private static let unitWords = [
        "puskesmas": "Puskesmas", "pkm": "Puskesmas", "kecamatan": "Kecamatan", "distrik": "Kecamatan",
        "kelurahan": "Kelurahan",
    ]

    /// A host whose label alone shall name an office stands under this region's domain, has a second-level name of its
    /// own, or lies outside go.id: `dinkes.tetanggakab.go.id` is the neighbour's.
    private func isOfThisRegion(_ host: String) -> Bool {
        guard host.hasSuffix(".go.id"), let own = book.suffixes.registrable(host), own != host else { return true }
        return host == "www." + own || own == book.suffixes.registrable(portal.host)
            || regionDomains.contains(own)
    }

    private func bestByText(_ text: String) -> [(code: String, score: Double)] {
        var found: [String: Double] = [:]
        for owner in reader.owners(in: text) {
            for (code, score) in best({ $0.compare(owner, gazetteer: reader.gazetteer).score }) {
                found[code] = max(found[code] ?? 0, score)
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func bestByHost(_ host: String) -> [(code: String, score: Double)] {
        if let known = byHost[host] { return known }
        let labels = naming.leftLabels(of: host)
        let found = best { naming.score(leftLabels: labels, office: $0) * 0.9 }
        byHost[host] = found
        return found
    }

    private func best(_ score: (OfficeName) -> Double) -> [(code: String, score: Double)] {
        let all = offices.map { ($0.code, score($0.name)) }.filter { $0.1 >= PortalDirectory.threshold }
        guard let top = all.map(\.1).max() else { return [] }
        return all.filter { $0.1 >= top - 0.001 }
    }

    private mutating func give(
        _ address: WebAddress, text: String, page: WebAddress, kind: PortalLink.Kind,
        to offices: [(code: String, score: Double)]
    ) {
        for (code, score) in offices
        where !isNews(kind, text, code) && seen.insert(code + " " + SiteScope.key(of: address)).inserted {
            links[code, default: []].append(
                PortalLink(address: address, text: text, page: page, kind: kind, score: score))
        }
    }

    /// A headline about the office, on the portal's own pages, is no place of the office.
    private func isNews(_ kind: PortalLink.Kind, _ text: String, _ code: String) -> Bool {
        kind == .section && Headline.isOne(text, about: nameWords[code] ?? [])
    }
}
