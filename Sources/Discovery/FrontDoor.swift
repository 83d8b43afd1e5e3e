import Model

/// A home page that holds nothing but the way in: a refresh, a script that sends on, frames, a lone "Masuk".
///
/// No script is run: a location that a script sets is read as text, and only where the page shows next to nothing.
public enum FrontDoor {
    /// Letters of visible text up to which a page may be a door only.
    public static let thin = 200

    /// Where a thin page leads, likeliest first; empty when the page is content, or leads nowhere.
    ///
    /// - Parameters:
    ///   - page: the page as parsed.
    ///   - body: its bytes, for what scripts say.
    ///   - textLength: letters of its visible text.
    ///   - isOwners: the page says whose it is: a short home page, and its one link is a menu and no entrance.
    public static func ways(
        on page: ParsedPage, body: [UInt8], textLength: Int, isOwners: Bool = false
    ) -> [WebAddress] {
        guard textLength < thin else { return [] }
        var found: [WebAddress] = []
        if let refresh = page.refresh, refresh.seconds <= 10 { found.append(refresh.address) }
        if let sent = scriptTarget(in: body, page: page.address) { found.append(sent) }
        found += page.frames.filter(isPage).prefix(3)
        if found.isEmpty { found += movedTo(on: page) }
        if found.isEmpty, !isOwners { found += entrances(on: page) }
        var seen: Set<String> = [page.address.crawlKey]
        return found.filter { seen.insert($0.crawlKey).inserted }
    }

    /// "Situs kami telah pindah ke ...": the one other government host that a short notice leads to.
    private static func movedTo(on page: ParsedPage) -> [WebAddress] {
        let words = Set(page.blocks.flatMap { NameTokens.words(page.text(of: $0)) })
        guard !words.isDisjoint(with: movedWords) else { return [] }
        let host = SiteScope.hostKey(of: page.address)
        let links = page.links.map(\.address).filter {
            $0.host.hasSuffix(".go.id") && SiteScope.hostKey(of: $0) != host
        }
        return Set(links.map { SiteScope.hostKey(of: $0) }).count == 1 ? Array(links.prefix(1)) : []
    }

    private static let movedWords: Set<String> = [
        "pindah", "berpindah", "dipindahkan", "beralih", "dialihkan", "digabung", "bergabung", "moved", "baru",
    ]

    /// The path says "front page" and nothing else: `/index.php`, `/web/beranda`.
    public static func isFront(_ address: WebAddress) -> Bool {
        address.query == nil
            && address.path.lowercased().split(separator: "/").allSatisfy { part in
                let stem = part.prefix { $0 != "." }
                return frontWords.contains(String(stem))
            }
    }

    private static let frontWords: Set<String> = [
        "index", "home", "beranda", "web", "main", "default", "public", "depan", "id", "portal", "site", "cms",
        "welcome",
    ]

    /// Frames of a portal: each may hold a menu.
    public static func frames(on page: ParsedPage) -> [WebAddress] { page.frames.filter(isPage).prefix(4).map(\.self) }

    private static func isPage(_ address: WebAddress) -> Bool {
        DocumentType(address) == nil && !foreignFrames.contains { address.hostWithoutWWW.hasSuffix($0) }
    }

    /// Frames that every site embeds.
    private static let foreignFrames = [
        "youtube.com", "youtube-nocookie.com", "google.com", "facebook.com", "instagram.com", "twitter.com",
        "openstreetmap.org", "tiktok.com", "googletagmanager.com",
    ]

    /// The address that a script assigns to the location: `location.href = "..."`, `location.replace("...")`.
    static func scriptTarget(in body: [UInt8], page: WebAddress) -> WebAddress? {
        guard body.count < 60_000 else { return nil }
        let text = String(decoding: body, as: UTF8.self)
        let assigned = text.firstMatch(
            of: /location(?:\.href)?\s*=\s*["'`]([^"'`<>\s]{1,300})["'`]/)?.output.1
        let called = text.firstMatch(
            of: /location\.(?:replace|assign)\(\s*["'`]([^"'`<>\s]{1,300})["'`]/)?.output.1
        guard let target = assigned ?? called, !target.hasPrefix("#") else { return nil }
        return WebAddress(String(target), base: page)
    }

    /// The link of a splash page: the only way on, or one that says so.
    private static func entrances(on page: ParsedPage) -> [WebAddress] {
        let host = SiteScope.hostKey(of: page.address)
        let inside = page.links.filter {
            SiteScope.hostKey(of: $0.address) == host && DocumentType($0.address) == nil
                && SiteScope.key(of: $0.address) != SiteScope.key(of: page.address)
        }
        let targets = Set(inside.map { SiteScope.key(of: $0.address) })
        guard (1...6).contains(targets.count) else { return [] }
        if targets.count == 1 { return inside.prefix(1).map(\.address) }
        return inside.filter { !Set(NameTokens.words($0.text)).isDisjoint(with: entranceWords) }.prefix(1).map(
            \.address)
    }

    private static let entranceWords: Set<String> = [
        "masuk", "enter", "beranda", "home", "lanjut", "lanjutkan", "website", "situs", "kunjungi", "continue",
    ]
}
