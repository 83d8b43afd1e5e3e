import Model
import Rules

/// A link of the portal that names an office.
public struct PortalLink: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Leads to another host.
        case site
        /// Leads to a page of the portal itself.
        case section
        /// Leads to social media.
        case social
    }

    public var address: WebAddress
    /// Words that named the office: the link's own, or those of its table row or heading.
    public var text: String
    /// The portal page it stands on.
    public var page: WebAddress
    public var kind: Kind
    /// How surely it names the office, 0 to 1.
    public var score: Double
}

/// What the region's portal says about where its offices are.
///
/// Every link goes to the office (or the offices, of a merged dinas) it names best, so that "Dinas Ketahanan Pangan" is
/// not given to "Dinas Pertanian dan Ketahanan Pangan" where both exist.
public struct PortalDirectory: Sendable, Codable {
    /// Home page of the portal, as it answered.
    public let portal: WebAddress
    /// Portal pages that were read.
    public let pages: [WebAddress]
    /// What a link of these pages is worth as a claim.
    public let reason: Candidate.Reason
    let homeFingerprint: PageFingerprint?
    /// How the region names its hosts.
    let habit: NamingHabit
    private let links: [String: [PortalLink]]

    /// A link must name an office at least this surely.
    static let threshold = 0.5

    /// - Parameters:
    ///   - portal: the portal's home address.
    ///   - pages: the portal's pages, home first.
    ///   - offices: the offices of the region's list; links are shared out among them.
    ///   - reason: `sisterLink` when the pages are those of another office (a Dinkes that lists its puskesmas).
    public init(
        _ book: RuleBook, portal: WebAddress, pages: [ParsedPage], offices: [Target],
        reason: Candidate.Reason = .portalLink
    ) {
        self.portal = portal
        self.reason = reason
        self.pages = pages.map(\.address)
        habit = NamingHabit(
            hosts: pages.lazy.flatMap(\.links).map(\.address.host).filter { $0.hasSuffix("." + portal.hostWithoutWWW) })
        homeFingerprint = pages.first.map { PageFingerprint($0) }
        let reader = MentionReader(gazetteer: RegionGazetteer(book.regions))
        var sorter = LinkSorter(book: book, reader: reader, portal: portal, offices: offices)
        for page in pages { sorter.read(page) }
        links = sorter.links
    }

    /// No link of the pages names any office of the list.
    public var isEmpty: Bool { links.isEmpty }

    /// Every link that names the office, surest first.
    public func links(for target: Target) -> [PortalLink] { links[target.code] ?? [] }

    /// Sites the portal links to under the office's name.
    public func siteCandidates(for target: Target) -> [Candidate] { candidates(target, .site) }

    /// Pages of the portal that may profile the office; whether one does, its content must tell (`PortalSection`).
    public func sectionCandidates(for target: Target) -> [Candidate] { candidates(target, .section) }

    /// Social media pages the portal links to under the office's name.
    public func socialMedia(for target: Target) -> [WebAddress] {
        links(for: target).filter { $0.kind == .social }.map(\.address)
    }

    /// The portal link that leads to an address, when the portal names this office there.
    public func link(to address: WebAddress, for target: Target) -> PortalLink? {
        let key = SiteScope.key(of: address)
        let host = SiteScope.hostKey(of: address)
        return links(for: target).first {
            SiteScope.key(of: $0.address) == key || ($0.kind == .site && SiteScope.hostKey(of: $0.address) == host)
        }
    }

    private func candidates(_ target: Target, _ kind: PortalLink.Kind) -> [Candidate] {
        links(for: target).filter { $0.kind == kind }.map {
            Candidate(
                address: $0.address, reason: reason, detail: "tautan \"\($0.text)\" di \($0.page.description)")
        }
    }

    /// Portal pages worth reading for links to offices, likeliest first.
    public static func pagesToRead(home: ParsedPage, limit: Int = 8) -> [WebAddress] {
        let host = SiteScope.hostKey(of: home.address)
        var seen: Set<String> = [SiteScope.key(of: home.address)]
        var found: [(address: WebAddress, weight: Int)] = []
        for link in home.links where SiteScope.hostKey(of: link.address) == host && DocumentType(link.address) == nil {
            let words = NameTokens.words(link.text)
            let path = NameTokens.words(LinkWords.readablePath(of: link.address))
            let weight = max(DirectoryWords.weight(words), DirectoryWords.weight(path) - 1)
            guard weight > 0, !LinkTrap.isTrap(link.address), seen.insert(SiteScope.key(of: link.address)).inserted
            else { continue }
            found.append((link.address, weight))
        }
        let ordered = found.enumerated().sorted {
            $0.element.weight != $1.element.weight ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
        }
        return ordered.prefix(limit).map(\.element.address)
    }

    /// A page made of the addresses a sitemap lists, each under the words of its path.
    public static func page(listing addresses: [WebAddress], at sitemap: WebAddress) -> ParsedPage {
        var page = ParsedPage(address: sitemap)
        page.links = addresses.filter { DocumentType($0) == nil && $0.path.utf8.count < 200 }.map { address in
            let last = address.path.split(separator: "/").last.map(String.init) ?? ""
            let words = NameTokens.words(last)
            return Link(address: address, text: words.count <= 8 ? words.joined(separator: " ") : "", zone: .navigation)
        }
        return page
    }

    /// Pages that a list of offices leads on to: its further pages, and lists it promises by strong words.
    public static func pagesBehind(_ page: ParsedPage) -> [WebAddress] {
        let host = SiteScope.hostKey(of: page.address)
        return page.links.filter { link in
            guard SiteScope.hostKey(of: link.address) == host, DocumentType(link.address) == nil,
                !LinkTrap.isTrap(link.address) || isFurtherPage(link, of: page)
            else { return false }
            return isFurtherPage(link, of: page) || DirectoryWords.weight(NameTokens.words(link.text)) >= 8
        }.map(\.address)
    }

    /// `2`, `3`, `Berikutnya` to the same path with another query or a number behind it.
    private static func isFurtherPage(_ link: Link, of page: ParsedPage) -> Bool {
        let text = link.text.trimmed.lowercased()
        let isNumber = !text.isEmpty && text.count <= 2 && text.allSatisfy(\.isNumber)
        guard isNumber || ["berikutnya", "selanjutnya", "next", "»", "›"].contains(text) else { return false }
        return link.address.path.hasPrefix(page.address.path) && page.address.path != "/"
    }
}

/// Words of menus that lead to lists of offices.
enum DirectoryWords {
    /// 0 when the words promise no list of offices.
    static func weight(_ words: [String]) -> Int {
        guard words.count <= 9 else { return 0 }
        let line = " " + words.joined(separator: " ") + " "
        return weights.filter { line.contains(" \($0.key) ") }.map(\.value).max() ?? 0
    }

    private static let weights: [String: Int] = [
        "perangkat daerah": 10, "opd": 10, "skpd": 10, "organisasi perangkat daerah": 10, "daftar opd": 10,
        "website opd": 10, "situs opd": 10, "link opd": 10, "unit kerja": 8, "instansi": 7, "dinas": 8, "badan": 7,
        "kecamatan": 8, "kelurahan": 6, "puskesmas": 8, "link terkait": 8, "tautan": 7, "tautan terkait": 8,
        "situs terkait": 8,
        "peta situs": 6, "sitemap": 6, "site map": 6, "lembaga": 5, "pemerintahan": 4, "direktori": 7, "subdomain": 8,
        "website": 4, "sekretariat": 5, "inspektorat": 4, "kesehatan": 3, "rumah sakit": 5, "pemerintah": 2,
        "bagian": 5,
        "biro": 5,
    ]
}
