import Model
import Rules

/// Whose page it is, as far as it tells.
public struct IdentityScore: Sendable, Hashable {
    public enum Names: String, Sendable, Hashable, CaseIterable, Codable {
        /// The page names this office as its owner.
        case thisOffice = "this_office"
        /// It names another office, the same office of another region, or is the portal's own page.
        case otherOffice = "other_office"
        /// It names no office.
        case nobody
        /// It names an office that this one is merged into: one site for several.
        case sharedWithOthers = "shared_with_others"
    }

    /// 0 to 1: how surely the page belongs to this office.
    public var value: Double
    /// Where a name was read, with the words: `judul: "Dinas Kesehatan Kabupaten ..."`. Read by people.
    public var evidence: [String]
    public var names: Names

    public init(value: Double, evidence: [String], names: Names) {
        self.value = value
        self.evidence = evidence
        self.names = names
    }

    /// From here on the page counts as this office's.
    public static let threshold = 0.5

    /// The page is this office's, alone or with others.
    public var isThisOffice: Bool {
        value >= Self.threshold && (names == .thisOffice || names == .sharedWithOthers)
    }
}

/// Decides whether a page belongs to an office, by what the page says and who leads to it.
///
/// A page that names nobody is never this office's by its host name alone: under a wildcard, or a redirect to the portal
/// home, every host "exists".
///
/// An object: as a value it was 2 KB, which every function that waits for a page of an office kept copies of.
public final class OfficeIdentity: Sendable {
    private let book: RuleBook
    private let reader: MentionReader
    private let naming: HostNaming
    private let portal: PortalDirectory?

    /// - Parameter portal: the region's portal, to recognise its own pages and to know which links it vouches for.
    public init(_ book: RuleBook, portal: PortalDirectory? = nil) {
        self.book = book
        self.portal = portal
        let gazetteer = RegionGazetteer(book.regions)
        reader = MentionReader(gazetteer: gazetteer)
        naming = HostNaming(book: book, gazetteer: gazetteer)
    }

    /// How surely `page`, reached through `candidate`, is the site of `target`.
    ///
    /// - Parameter wildcard: what a random label under the same domain answers, when the name servers know every name
    ///   (made with that host erased); a page with that content belongs to nobody, unless it is the very site of this
    ///   office, which its server shows under every name.
    public func score(
        page: ParsedPage, target: Target, candidate: Candidate, wildcard: PageFingerprint? = nil
    ) -> IdentityScore {
        let fingerprint = PageFingerprint(page)
        if let wildcard, PageFingerprint(page, erasing: page.address.host).isSame(as: wildcard) {
            let nobody = IdentityScore(value: 0, evidence: ["sama dengan jawaban untuk nama acak"], names: .nobody)
            guard wildcard.title == fingerprint.title, fingerprint.blocks.count >= 3 else { return nobody }
            let plain = score(page: page, target: target, candidate: candidate)
            return plain.names == .thisOffice && plain.isThisOffice ? plain : nobody
        }
        if !target.isPortal, isPortalPage(page, fingerprint, candidate) {
            return IdentityScore(value: 0, evidence: ["halaman portal daerah sendiri"], names: .otherOffice)
        }
        let name = OfficeName(target, book: book, reader: reader)
        var tally = Tally()
        for place in IdentityPlaces.read(page) { weigh(place, name, &tally) }
        weighBody(page, name, &tally)
        weighHost(page.address.host, candidate, name, &tally)
        weighPortal(page.address, candidate, target, &tally)
        weighRegion(page, name, &tally)
        weighStrangers(page, name, &tally)
        return tally.score
    }

    /// The words in which a page says whose it is, surest first.
    public static func ownWords(of page: ParsedPage) -> [String] {
        var seen: Set<String> = []
        return IdentityPlaces.read(page).sorted { $0.weight > $1.weight }.map(\.text)
            .filter { introduces($0) && seen.insert($0).inserted }.prefix(6).map(\.self)
    }

    /// "Selamat datang di situs Dinas Perhubungan" and "Pemkab Bogor | Dinas Perhubungan" introduce the office; "Rapat
    /// koordinasi bersama Dinas Perhubungan" only speaks of it. A text without an office's word is left to who reads it.
    static func introduces(_ text: String) -> Bool {
        let words = MentionReader.tokens(text)
        guard
            let unit = words.firstIndex(where: {
                MentionCursor.agencyWords.contains($0) || MentionCursor.properUnits[$0] != nil
            })
        else { return true }
        let before = words[..<unit].split(omittingEmptySubsequences: false) { $0 == "," || $0 == "|" }
        guard let first = before.last?.first else { return true }
        return OfficeTopics.silent.contains(first) || MentionCursor.nameNoise.contains(first)
            || MentionCursor.regionKind(first) != nil
    }

    /// What a page of the portal, or of another office's site, holds of one office.
    public func section(_ page: ParsedPage, target: Target) -> PortalSection {
        PortalSection.read(page, name: OfficeName(target, book: book, reader: reader), reader: reader)
    }

    /// The host's own label names this very office, and not only its kind: `pkm-sukamaju`, but not `puskesmas`.
    public func isNamed(byHost host: String, target: Target) -> Bool {
        naming.score(host: host, office: OfficeName(target, book: book, reader: reader)) >= 0.5
    }

    /// The portal's own front: its root, or the page that its root sends on to.
    public func isPortalFront(_ address: WebAddress) -> Bool {
        let isRoot = SiteScope.key(of: address) == SiteScope.hostKey(of: address) + "/"
        return isRoot && isPortalHost(address)
            || portal.map { SiteScope.key(of: address) == SiteScope.key(of: $0.portal) } ?? false
    }

    /// A page that was read as a list of offices, by whatever query it is asked for.
    public func isListPage(_ address: WebAddress) -> Bool {
        portal?.pages.contains {
            SiteScope.hostKey(of: $0) == SiteScope.hostKey(of: address) && $0.path == address.path
        } ?? false
    }

    /// A heading in the text of a page, below its title, names this office.
    public func isNamed(byHeadingOf page: ParsedPage, target: Target) -> Bool {
        let name = OfficeName(target, book: book, reader: reader)
        return page.blocks.contains { block in
            guard block.kind == .heading, block.zone == .main, block.text.count < 160,
                let owner = reader.owner(in: page.text(of: block)),
                case .same = name.compare(owner, gazetteer: reader.gazetteer)
            else { return false }
            return true
        }
    }

    private func weigh(_ place: IdentityPlaces.Place, _ name: OfficeName, _ tally: inout Tally) {
        let owners = reader.owners(in: place.text)
        let evidence = "\(place.label): \"\(place.text.prefix(120))\""
        guard let owner = owners.first else { return }
        if owners.count > 1 {
            let best = owners.map { name.compare($0, gazetteer: reader.gazetteer).score }.max() ?? 0
            if best >= 0.5 { return tally.share(place.weight * best, evidence, strong: place.isStrong) }
        }
        let isCertain = owner.readings.count <= 1
        switch name.compare(owner, gazetteer: reader.gazetteer) {
        case .same(let score):
            tally.add(place.weight * score, evidence, strong: place.isStrong, certain: isCertain)
        case .shared(let score) where score >= 0.4:
            tally.share(place.weight * score, evidence, strong: place.isStrong)
        case .otherRegion: tally.oppose(place.weight, evidence + " (daerah lain)", strong: place.isStrong, region: true)
        case .different, .shared:
            // A page of ours may name sister offices further down; only its head says whose it is.
            guard !owner.isVague, name.isTelling else { return }
            if place.isStrong {
                tally.oppose(place.weight, evidence + " (instansi lain)", strong: true, region: false)
            } else if isCertain, owners.count == 1, !Self.isKeeper(owner, at: place) {
                tally.contradict(evidence + " (instansi lain)", isHead: place.isHead)
            }
        }
    }

    /// "Dikelola oleh Dinas Komunikasi dan Informatika" at the foot of a page names who keeps the server.
    private static func isKeeper(_ owner: OfficeMention, at place: IdentityPlaces.Place) -> Bool {
        !place.isHead && owner.readings.contains { $0.first == "kominfo" }
    }

    /// A page that speaks of the office again and again is likelier its own than one that names it once in a list.
    private func weighBody(_ page: ParsedPage, _ name: OfficeName, _ tally: inout Tally) {
        var count = 0
        var first = ""
        for block in page.blocks.prefix(200) where block.zone == .main && block.text.count < 1_000 {
            let text = page.text(of: block)
            let isNamed = reader.mentions(in: text).contains { mention in
                guard case .same = name.compare(mention, gazetteer: reader.gazetteer) else { return false }
                return true
            }
            guard isNamed else { continue }
            count += 1
            if first.isEmpty { first = text }
        }
        if count >= 2 {
            tally.add(0.15, "isi: disebut \(count) kali, \"\(first.prefix(80))\"", strong: false, certain: false)
        }
    }

    private func weighHost(_ host: String, _ candidate: Candidate, _ name: OfficeName, _ tally: inout Tally) {
        let score = naming.score(host: host, office: name)
        let judgement = book.domains.judge(host: host, office: nil)
        if score >= 0.5 { tally.support(0.2 * score, "nama host: \(host)") }
        if judgement.region == name.region { tally.support(0.1, "di bawah domain daerahnya: \(host)") }
        if candidate.reason == .listed { tally.support(0.1, "tercantum dalam daftar") }
    }

    private func weighPortal(
        _ address: WebAddress, _ candidate: Candidate, _ target: Target, _ tally: inout Tally
    ) {
        if let link = portal?.link(to: candidate.address, for: target) ?? portal?.link(to: address, for: target) {
            tally.vouch(0.25, "tautan portal: \"\(link.text)\"")
        } else if candidate.reason == .portalLink {
            tally.vouch(0.2, candidate.detail)
        }
    }

    /// The region in the text tells apart what a name alone cannot: a puskesmas of the same name elsewhere.
    private func weighRegion(_ page: ParsedPage, _ name: OfficeName, _ tally: inout Tally) {
        let place = IdentityPlaces.addressText(of: page)
        let named = reader.regions(in: place)
        switch reader.gazetteer.relation(of: named, to: name.region) {
        case .same: tally.support(0.1, "menyebut daerahnya")
        case .other where book.domains.judge(host: page.address.host).region != name.region:
            tally.opposeRegion("alamat di daerah lain")
        case .other, .province, .silent: break
        }
    }

    /// Who the head of a page names on a host that is none of the region: a ministry, or a region that no register knows.
    private func weighStrangers(_ page: ParsedPage, _ name: OfficeName, _ tally: inout Tally) {
        let host = page.address.host
        guard host.hasSuffix(".go.id"), book.domains.judge(host: host, office: nil).region != name.region else {
            return
        }
        let heading = page.blocks.first { $0.kind == .heading && $0.zone != .footer }.map(page.text(of:)) ?? ""
        for text in [page.title, heading] where text.utf8.count < 200 {
            guard let sign = StrangeBody.sign(in: text), reader.regions(in: text).isEmpty else { continue }
            return tally.oppose(1, "\(sign): \"\(text.prefix(120))\"", strong: true, region: true)
        }
    }

    /// A portal's home, or a copy of our portal's under the office's host.
    private func isPortalPage(_ page: ParsedPage, _ fingerprint: PageFingerprint, _ candidate: Candidate) -> Bool {
        let isRoot = SiteScope.key(of: page.address) == SiteScope.hostKey(of: page.address) + "/"
        if isRoot, isPortalHost(page.address) { return true }
        if let portal, SiteScope.key(of: page.address) == SiteScope.key(of: portal.portal) { return true }
        guard let home = portal?.homeFingerprint, home.blocks.count >= 5 else { return false }
        return fingerprint.isSame(as: home)
    }

    /// The address lies on a host of the region's portal.
    public func isOnPortal(_ address: WebAddress) -> Bool { isPortalHost(address) }

    private func isPortalHost(_ address: WebAddress) -> Bool {
        if let portal, SiteScope.hostKey(of: address) == SiteScope.hostKey(of: portal.portal) { return true }
        let host = address.hostWithoutWWW
        return book.regions.region(forHost: host)?.domains.contains(host) == true
    }
}

/// What speaks for and against, added up.
private struct Tally {
    private var own = 0.0
    private var shared = 0.0
    private var support = 0.0
    private var against = 0.0
    private var strongOwn = false
    /// Some place names this office in full, and not by letters that two offices share ("DKP").
    private var certainOwn = false
    /// A place beside the head names another office in full.
    private var contradiction: (text: String, isHead: Bool)?
    private var strongShared = false
    private var strongOther = false
    private var otherRegion = false
    private var livesElsewhere = false
    private var isVouched = false
    private var evidence: [String] = []

    mutating func add(_ value: Double, _ text: String, strong: Bool, certain: Bool) {
        own += value
        certainOwn = certainOwn || certain
        strongOwn = strongOwn || strong
        evidence.append(text)
    }

    mutating func share(_ value: Double, _ text: String, strong: Bool) {
        shared += value
        strongShared = strongShared || strong
        evidence.append(text)
    }

    mutating func support(_ value: Double, _ text: String) {
        support += value
        evidence.append(text)
    }

    mutating func oppose(_ value: Double, _ text: String, strong: Bool, region: Bool) {
        against += value
        strongOther = strongOther || strong
        otherRegion = otherRegion || region
        evidence.append(text)
    }

    mutating func contradict(_ text: String, isHead: Bool) {
        if contradiction == nil || isHead { contradiction = (text, isHead) }
    }

    /// The page's own address lies elsewhere: only the portal's word outweighs that.
    mutating func opposeRegion(_ text: String) {
        livesElsewhere = true
        evidence.append(text)
    }

    mutating func vouch(_ value: Double, _ text: String) {
        isVouched = true
        support(value, text)
    }

    var score: IdentityScore {
        if livesElsewhere, !isVouched { return result(0, .otherOffice) }
        let named = own + shared
        if otherRegion, against >= own { return result(0, .otherOffice) }
        if strongOther, !strongOwn, !strongShared { return result(0, .otherOffice) }
        if let contradiction, own > 0 || contradiction.isHead, !certainOwn, shared == 0 {
            return IdentityScore(value: 0, evidence: evidence + [contradiction.text], names: .otherOffice)
        }
        guard named > 0 else { return result(min(0.4, support), .nobody) }
        let value = max(0, min(1, named + support - 0.5 * against))
        return result(value, own >= shared ? .thisOffice : .sharedWithOthers)
    }

    private func result(_ value: Double, _ names: IdentityScore.Names) -> IdentityScore {
        IdentityScore(value: value, evidence: evidence, names: names)
    }
}
