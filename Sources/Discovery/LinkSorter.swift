import Model
import Rules

/// Shares the links of portal pages out among the offices they name.
struct LinkSorter {
    private let reader: MentionReader
    private let naming: HostNaming
    private let book: RuleBook
    private let portal: WebAddress
    private let offices: [(code: String, name: OfficeName)]
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
        nameWords = Dictionary(
            named.map { ($0.code, Set(NameTokens.words($0.name) + gazetteer.name(of: $0.region))) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func read(_ page: ParsedPage) {
        for link in page.links where link.address.host.contains(".") || link.address.host == portal.host {
            guard let kind = kind(of: link.address, on: page.address) else { continue }
            if let text = naming(link, on: page) {
                give(link.address, text: text, page: page.address, kind: kind, to: bestByText(text))
            } else if kind == .site {
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

    /// The words that name an office for this link: its own, else those of its table row, else its heading.
    private func naming(_ link: Link, on page: ParsedPage) -> String? {
        if !reader.mentions(in: link.text).isEmpty { return link.text }
        guard link.block >= 0, Int(link.block) < page.blocks.count else { return nil }
        let block = page.blocks[Int(link.block)]
        for text in surroundings(of: block, at: Int(link.block), on: page) where text.utf8.count < 200 {
            if !reader.mentions(in: text).isEmpty { return text }
        }
        return nil
    }

    private func surroundings(of block: Block, at index: Int, on page: ParsedPage) -> [String] {
        var texts: [String] = []
        if block.table >= 0 {
            let near = max(0, index - 12)..<min(page.blocks.count, index + 12)
            texts += page.blocks[near].filter { $0.table == block.table && $0.row == block.row }.map {
                page.text(of: $0)
            }
        } else {
            texts.append(page.text(of: block))
            if block.heading >= 0 { texts.append(page.text(of: page.blocks[Int(block.heading)])) }
        }
        return texts
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
