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

    /// Offices of the list that some link names.
    public var namedOffices: Int { links.count }

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
}
