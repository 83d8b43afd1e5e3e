import Model

/// A page or document of a portal that promises a list of offices.
public struct ListPromise: Sendable, Hashable, Codable {
    public var address: WebAddress
    /// The only kind of office it promises (`puskesmas`, `kecamatan`, `kelurahan`); nil for any.
    public var kind: String?
    /// Its words promise a list and name no single office: when it cannot be read, offices may stand there unseen.
    public var isFirm: Bool
    /// A file to be read as a document.
    public var isDocument: Bool

    public init(address: WebAddress, kind: String? = nil, isFirm: Bool = false, isDocument: Bool = false) {
        self.address = address
        self.kind = kind
        self.isFirm = isFirm
        self.isDocument = isDocument
    }

    /// An office of this kind may stand in the list.
    public func covers(_ kind: String) -> Bool { self.kind == nil || self.kind == kind }
}

/// Which pages of a portal are worth reading for links to offices.
public enum PortalPages {
    /// Pages that the words of links promise, likeliest first, documents among them; a list may stand on another host of
    /// the region's domain.
    public static func promised(on page: ParsedPage, limit: Int = 10) -> [ListPromise] {
        var seen: Set<String> = [SiteScope.key(of: page.address)]
        var found: [(promise: ListPromise, weight: Int)] = []
        for link in page.links {
            guard let (promise, weight) = promise(of: link, on: page),
                seen.insert(SiteScope.key(of: link.address)).inserted
            else { continue }
            found.append((promise, weight))
        }
        let ordered = found.enumerated().sorted {
            $0.element.weight != $1.element.weight ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
        }
        return ordered.prefix(limit).map(\.element.promise)
    }

    private static func promise(of link: Link, on page: ParsedPage) -> (ListPromise, Int)? {
        let words = NameTokens.words(link.text)
        let path = NameTokens.words(LinkWords.readablePath(of: link.address))
        let isDocument = DocumentType(link.address) != nil
        let ownWeight = DirectoryWords.weight(words)
        let weight =
            isDocument
            ? (DirectoryWords.promisesAddresses(words + path) ? 6 : 0)
            : max(ownWeight, DirectoryWords.weight(path) - 1)
        guard weight > 0, isDocument || !LinkTrap.isTrap(link.address) else { return nil }
        guard
            SiteScope.hostKey(of: link.address) == SiteScope.hostKey(of: page.address)
                || (ownWeight >= 8 && DirectoryWords.isBare(words) && isNear(link.address, page.address))
        else { return nil }
        let isFirm = isDocument || (weight >= 7 && DirectoryWords.isBare(ownWeight >= weight ? words : path))
        let promise = ListPromise(
            address: link.address, kind: DirectoryWords.onlyKind(ownWeight > 0 ? words : path), isFirm: isFirm,
            isDocument: isDocument)
        return (promise, weight)
    }

    /// Another host of the same domain: `opd.wilayahkab.go.id` beside `wilayahkab.go.id`.
    private static func isNear(_ address: WebAddress, _ page: WebAddress) -> Bool {
        address.host.hasSuffix("." + page.hostWithoutWWW)
    }

    /// Pages that a list of offices leads on to: its further pages, and lists it promises by strong words.
    public static func behind(_ page: ParsedPage) -> [ListPromise] {
        let host = SiteScope.hostKey(of: page.address)
        return page.links.compactMap { link in
            guard SiteScope.hostKey(of: link.address) == host else { return nil }
            if DocumentType(link.address) == nil, isFurtherPage(link, of: page) {
                return ListPromise(address: link.address, isFirm: true)
            }
            let isStrong = DirectoryWords.weight(NameTokens.words(link.text)) >= 8
            guard isStrong || DocumentType(link.address) != nil else { return nil }
            return promise(of: link, on: page)?.0
        }
    }

    /// The address that a link means: the one within it, where it carries one.
    public static func opened(_ address: WebAddress) -> WebAddress { WrappedAddress.opened(address) }

    /// The front of a host that keeps a list of the region's offices: it promises one by strong words, or it is that of the
    /// PPID, whose executors are all offices.
    public static func keepsLists(_ page: ParsedPage) -> Bool {
        let label = page.address.hostWithoutWWW.prefix { $0 != "." }
        return label == "ppid" || promised(on: page).contains { $0.isFirm && $0.kind == nil }
    }

    /// Pages of the portal whose words promise nothing: read when those that do hold hardly an office.
    public static func others(on page: ParsedPage, limit: Int) -> [ListPromise] {
        let host = SiteScope.hostKey(of: page.address)
        var seen: Set<String> = [SiteScope.key(of: page.address)]
        let links = page.links.filter { link in
            guard SiteScope.hostKey(of: link.address) == host, DocumentType(link.address) == nil,
                !LinkTrap.isTrap(link.address)
            else { return false }
            let words = NameTokens.words(link.text)
            let path = NameTokens.words(LinkWords.readablePath(of: link.address))
            return words.count < LinkWords.sentenceWords
                && !LinkWords.isStream(path: path, text: words, address: link.address)
                && !LinkWords.isForbidden(path: path, text: words, address: link.address)
        }
        let menus = links.filter { $0.zone == .navigation || $0.zone == .header }
        return (menus + links.filter { $0.zone != .navigation && $0.zone != .header })
            .filter { seen.insert(SiteScope.key(of: $0.address)).inserted }
            .prefix(limit).map { ListPromise(address: $0.address) }
    }

    /// Pages one menu further down that may lead to the list by weaker words: "Pemerintahan", "Organisasi". For portals whose
    /// own words promise nothing.
    public static func deeper(on page: ParsedPage) -> [ListPromise] {
        promised(on: page, limit: 4).filter { !$0.isDocument }.map { ListPromise(address: $0.address) }
    }

    /// Files that a page which promises the list gives in place of showing it.
    public static func files(on page: ParsedPage) -> [ListPromise] {
        let host = SiteScope.hostKey(of: page.address)
        return page.links.filter { link in
            guard SiteScope.hostKey(of: link.address) == host else { return false }
            switch DocumentType(link.address) {
            case .pdf, .office: return true
            default: return false
            }
        }.prefix(3).map { ListPromise(address: $0.address, isFirm: true, isDocument: true) }
    }

    /// The address of a data file speaks of offices or menus.
    public static func mayList(_ file: WebAddress) -> Bool {
        let words = NameTokens.words(LinkWords.readablePath(of: file))
        return DirectoryWords.weight(words) > 0
            || !Set(words).isDisjoint(with: ["menu", "menus", "nav", "navigation", "links"])
    }

    /// The path of an address is that of a list of offices: `/opd`, `/Daftar-SKPD.aspx`.
    public static func isList(_ address: WebAddress) -> Bool {
        DirectoryWords.weight(NameTokens.words(LinkWords.readablePath(of: address))) >= 7
    }

    /// `2`, `3`, `Berikutnya` to the same path with another query or a number behind it.
    private static func isFurtherPage(_ link: Link, of page: ParsedPage) -> Bool {
        let text = link.text.trimmed.lowercased()
        let isNumber = !text.isEmpty && text.count <= 2 && text.allSatisfy(\.isNumber)
        guard isNumber || ["berikutnya", "selanjutnya", "next", "»", "›", ">", ">>"].contains(text) else {
            return false
        }
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

    /// The words are those of a list and of menus, and nothing that could be an office's own name.
    static func isBare(_ words: [String]) -> Bool {
        !words.isEmpty && words.allSatisfy { listWords.contains($0) || $0.allSatisfy(\.isNumber) }
    }

    /// The one kind of unit that the words promise.
    static func onlyKind(_ words: [String]) -> String? {
        let named = Set(words.compactMap { kinds[$0] })
        guard named.count == 1, words.allSatisfy({ kindsAndSilent.contains($0) }) else { return nil }
        return named.first
    }

    /// The words of a document promise the addresses of offices, and not their budgets.
    static func promisesAddresses(_ words: [String]) -> Bool {
        let all = Set(words)
        return !all.isDisjoint(with: [
            "website", "situs", "web", "url", "laman", "link", "tautan", "subdomain", "domain",
        ])
            && !all.isDisjoint(with: [
                "daftar", "opd", "skpd", "perangkat", "dinas", "instansi", "unit", "kecamatan", "puskesmas", "badan",
                "data",
            ])
    }

    private static let kinds = [
        "puskesmas": "puskesmas", "pkm": "puskesmas", "kecamatan": "kecamatan", "distrik": "kecamatan",
        "kelurahan": "kelurahan",
    ]
    private static let kindsAndSilent: Set<String> = Set(kinds.keys).union([
        "daftar", "data", "website", "situs", "link", "se", "semua", "profil",
    ])

    private static let listWords: Set<String> = [
        "perangkat", "daerah", "opd", "skpd", "skpk", "skpa", "organisasi", "daftar", "website", "situs", "link",
        "unit", "kerja",
        "instansi", "dinas", "badan", "dan", "kecamatan", "distrik", "kelurahan", "puskesmas", "tautan", "terkait",
        "peta",
        "lembaga", "pemerintahan", "direktori", "subdomain", "domain", "sekretariat", "bagian", "biro", "government",
        "agencies", "agency", "apparatus", "regional", "local", "departments", "department", "offices", "office",
        "satuan", "urusan", "teknis", "kantor", "list", "of", "our", "profil", "data", "alamat", "semua", "seluruh",
        "en", "id",
        "structure", "institutions", "institution", "services", "sites", "related", "links", "kami", "web", "page",
        "html", "php", "ppid", "pelaksana",
    ]

    private static let weights: [String: Int] = [
        "perangkat daerah": 10, "opd": 10, "skpd": 10, "skpk": 10, "skpa": 10, "satuan kerja": 9,
        "organisasi perangkat daerah": 10, "daftar opd": 10, "website opd": 10, "situs opd": 10, "link opd": 10,
        "unit kerja": 8, "instansi": 7, "ppid pelaksana": 9, "dinas": 8, "badan": 7, "kecamatan": 8, "distrik": 8,
        "kelurahan": 6,
        "puskesmas": 8, "link terkait": 8, "tautan": 7, "tautan terkait": 8, "situs terkait": 8, "related links": 8,
        "peta situs": 6, "sitemap": 6, "site map": 6, "lembaga": 5, "pemerintahan": 4, "direktori": 7, "subdomain": 8,
        "website": 4, "sekretariat": 5, "inspektorat": 4, "kesehatan": 3, "rumah sakit": 5, "pemerintah": 2,
        "bagian": 5, "biro": 5, "urusan": 6, "organisasi": 4, "government": 5, "regional apparatus": 10,
        "local government": 7, "agencies": 9, "government agencies": 10, "departments": 8, "regional government": 7,
        "regional offices": 9, "local agencies": 10, "institutions": 6, "work units": 9,
    ]
}
