import Model

/// How far one site is read.
public struct FrontierOptions: Sendable, Hashable {
    /// Addresses given out at most; 0 means no limit.
    public var maxPages: Int
    /// Clicks from the home page at most.
    public var maxDepth: Int
    /// Links taken from one page at most.
    public var maxLinksPerPage: Int
    /// Follow every link of the site, in the order met, and never stop early.
    public var exhaustive: Bool
    /// Items that are looked for; once all stand on the site, reading ends.
    public var wantedItems: Set<ItemKey>
    /// For a section of a portal: only paths below this belong to the office. Nil for a site of its own.
    public var pathPrefix: String?

    public init(
        maxPages: Int = 40, maxDepth: Int = 4, maxLinksPerPage: Int = 500, exhaustive: Bool = false,
        wantedItems: Set<ItemKey> = Set(ItemKey.allCases), pathPrefix: String? = nil
    ) {
        self.maxPages = maxPages
        self.maxDepth = maxDepth
        self.maxLinksPerPage = maxLinksPerPage
        self.exhaustive = exhaustive
        self.wantedItems = wantedItems
        self.pathPrefix = pathPrefix
    }
}

/// What to do next in one site.
public enum FrontierStep: Sendable, Hashable {
    case fetch(WebAddress, linkText: String)
    /// Nothing more is worth reading; how complete the reading was.
    case stop(SiteRecord.Coverage)
}

/// A document met in a site: not a page, and read by other means.
public struct DocumentLink: Sendable, Hashable {
    public var address: WebAddress
    public var linkText: String
    /// The items its words promise.
    public var promises: ItemSet
    /// Its content was read; until then it may hide what it promises.
    public var isRead: Bool = false
    /// Its words name items, not only services at large: what is not read of it keeps them open.
    public var isTelling: Bool = true
}

/// The focused crawl of one site: told what pages said, it answers with the page most likely to hold a missing item.
///
/// A pure state machine. `next()` may be asked again after `.stop`: a page learnt later can open new work, so a caller
/// with several transfers under way acts on `.stop` only when none is left. No address is given out twice, whatever its
/// scheme, `www.`, fragment or session id.
public struct SiteFrontier: Sendable {
    public let options: FrontierOptions
    /// PDF, office files and images met in the site, in the order met.
    public private(set) var documents: [DocumentLink] = []
    /// Images that are named, labelled or headed like an item, in the order met.
    public private(set) var images: [DocumentLink] = []
    /// Addresses given out so far.
    public private(set) var issued = 0

    private let home: WebAddress
    private var hosts: Set<String>
    private var homePending = true
    /// Keys of every page queued, given out or read.
    private var seen: Set<String> = []
    /// Keys of pages read, under the address asked for and the one that answered.
    private var read: Set<String> = []
    private var queue = LinkQueue()
    private var depths: [String: Int] = [:]
    private var missing: ItemSet
    private var documentIndex: [String: Int] = [:]
    private var imageIndex: [String: Int] = [:]
    private var blockedParts = 0
    private var droppedParts = 0
    private var pagesLearnt = 0
    private var shells = 0
    /// Paths without query, of one host of the site, that lead to what is known already: a menu stands on every page,
    /// and a look-up costs a fifth of making a key.
    private var knownPaths: Set<String> = []
    private var knownPathsHost = ""
    private var lastHost: (host: String, port: Int?, key: String) = ("", nil, "")

    public init(home: WebAddress, options: FrontierOptions = FrontierOptions()) {
        self.home = home
        self.options = options
        hosts = [SiteScope.hostKey(of: home)]
        missing = ItemSet(options.wantedItems)
        seen.insert(SiteScope.key(of: home))
    }

    /// The name under which a site knows a page, whatever its scheme, `www.`, fragment or session id.
    public static func key(of address: WebAddress) -> String { SiteScope.key(of: address) }

    /// Items not yet present on any page read.
    public var missingItems: Set<ItemKey> { missing.keys }

    /// Items not yet present that an unread document or script of the site may hold: `SiteRecord.openItems`.
    public var openItems: Set<ItemKey> {
        if shells > 0 { return missing.keys }
        return hidden.intersection(missing).keys
    }

    /// What unread documents and images may hold.
    private var hidden: ItemSet {
        (documents + images).filter { !$0.isRead && $0.isTelling }.reduce(ItemSet()) { $0.union($1.promises) }
    }

    private static let imageLimit = 60

    /// The path below which a section's pages lie: the address's own path without its file ending, with its query when
    /// the portal tells pages apart by query only.
    public static func sectionPrefix(of address: WebAddress) -> String {
        var path = address.path
        for ending in [".html", ".htm", ".php"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
        let isFront = path == "/" || path.hasSuffix("/index")
        return isFront && address.query != nil ? address.requestTarget : path
    }

    /// A page was read.
    ///
    /// - Parameters:
    ///   - page: its content; `page.address` is where it answered.
    ///   - reading: what the rules made of it.
    ///   - status: HTTP status; links of error pages are not followed.
    ///   - requested: what was asked for, when it redirected.
    ///   - isCut: the body ended before its end; the rest may hold what is looked for.
    public mutating func learn(
        page: ParsedPage, reading: PageReading, status: Int = 200, requested: WebAddress? = nil,
        isCut: Bool = false
    ) {
        let asked = requested.map(SiteScope.key) ?? SiteScope.key(of: page.address)
        let answered = SiteScope.key(of: page.address)
        homePending = false
        if pagesLearnt == 0 { hosts.insert(SiteScope.hostKey(of: page.address)) }
        let depth = depths[asked] ?? 0
        let isNew = read.insert(answered).inserted
        read.insert(asked)
        seen.formUnion([asked, answered])
        guard (200..<300).contains(status) else {
            if pagesLearnt == 0 || status >= 500 || status == 403 || status == 429 { blockedParts += 1 }
            return
        }
        pagesLearnt += 1
        guard isNew, hosts.contains(SiteScope.hostKey(of: page.address)) else { return }
        if reading.condition == .spaShell { shells += 1 }
        if isCut || page.notes.contains(where: Self.hidesSomething) { droppedParts += 1 }
        if reading.condition == .challenge { blockedParts += 1 }
        note(reading)
        if reading.mayPublishItems { noteImages(of: page) }
        if !page.noFollow || options.exhaustive { enqueueLinks(of: page, reading: reading, depth: depth + 1) }
    }

    /// A part of the page was left unread.
    private static func hidesSomething(_ note: ParseNote) -> Bool {
        note.kind == .truncated || note.kind == .tooManyLinks
    }

    /// A page that was given out could not be read. A 404 hides nothing; anything else may.
    public mutating func failed(_ page: UnreadPage) {
        if SiteScope.key(of: page.address) == SiteScope.key(of: home) { homePending = false }
        if let status = page.status, status == 404 || status == 410 { return }
        if page.failure == .robotsDisallowed || LinkPromise(text: page.linkText, address: page.address).couldHoldItem {
            blockedParts += 1
        }
    }

    /// A document or an image was read with these findings; an empty list says it was read and holds nothing.
    ///
    /// - Parameter isWhole: nothing of it was left out or doubtful; else it may still hide what it promises.
    public mutating func learn(document: WebAddress, findings: [Finding], isWhole: Bool = true) {
        let key = SiteScope.key(of: document)
        if isWhole, let index = documentIndex[key] { documents[index].isRead = true }
        if isWhole, let index = imageIndex[key] { images[index].isRead = true }
        for finding in findings where finding.state == .present { missing.remove(finding.item) }
    }

    /// The next step.
    public mutating func next() -> FrontierStep {
        if homePending {
            homePending = false
            issued += 1
            depths[SiteScope.key(of: home)] = 0
            return .fetch(home, linkText: "")
        }
        guard pagesLearnt > 0 || !queue.isEmpty else { return .stop(.notRead) }
        if options.exhaustive { return nextExhaustive() }
        if missing.isEmpty { return .stop(.complete) }
        return give { $0.promise.tier > .unlikely }
    }

    private mutating func nextExhaustive() -> FrontierStep { give { _ in true } }

    /// Gives out the best entry that is wanted and was not read meanwhile under another address.
    private mutating func give(_ isWanted: (LinkQueue.Entry) -> Bool) -> FrontierStep {
        while let top = queue.peek(missing: missing) {
            guard !read.contains(top.key) else {
                _ = queue.pop()
                continue
            }
            guard isWanted(top) else { return .stop(coverage) }
            guard options.maxPages == 0 || issued < options.maxPages else { return .stop(.budgetSpent) }
            _ = queue.pop()
            issued += 1
            return .fetch(top.address, linkText: top.text)
        }
        return .stop(coverage)
    }

    /// What may be said of completeness when nothing worth reading is left.
    private var coverage: SiteRecord.Coverage {
        if pagesLearnt == 0 { return .notRead }
        if blockedParts > 0 { return .partlyBlocked }
        if droppedParts > 0 { return .budgetSpent }
        if shells > 0 { return .unreadableParts }
        return hidden.isDisjoint(with: missing) ? .complete : .unreadableParts
    }

    private mutating func note(_ reading: PageReading) {
        guard reading.mayPublishItems else { return }
        for finding in reading.findings where finding.state == .present && !finding.imageOnly {
            missing.remove(finding.item)
        }
    }

    private mutating func enqueueLinks(of page: ParsedPage, reading: PageReading, depth: Int) {
        let fromNews = reading.kind == .news
        var taken = 0
        for link in page.links {
            enqueue(link.address, text: link.text, zone: link.zone, depth: depth, fromNews: fromNews, taken: &taken)
        }
        for frame in page.frames {
            enqueue(frame, text: "", zone: .main, depth: depth, fromNews: fromNews, taken: &taken)
        }
        if let refresh = page.refresh {
            enqueue(refresh.address, text: "", zone: .main, depth: depth, fromNews: false, taken: &taken)
        }
    }

    private mutating func enqueue(
        _ address: WebAddress, text: String, zone: Block.Zone, depth: Int, fromNews: Bool, taken: inout Int
    ) {
        let host = hostKey(of: address)
        guard hosts.contains(host) else { return }
        if host != knownPathsHost { (knownPathsHost, knownPaths) = (host, []) }
        if address.query == nil, knownPaths.contains(address.path) { return }
        let key = SiteScope.key(of: address, host: host)
        if let type = DocumentType(address) {
            return note(document: address, type: type, key: key, text: text)
        }
        guard SiteScope.isInside(address, prefix: options.pathPrefix) else { return }
        guard !seen.contains(key) else {
            if address.query == nil { knownPaths.insert(address.path) }
            return
        }
        guard let promise = promise(of: address, text: text, fromNews: fromNews), !LinkTrap.isTrap(address) else {
            return
        }
        guard taken < options.maxLinksPerPage, depth <= options.maxDepth || options.exhaustive else {
            if promise.tier == .promising || (promise.tier == .neutral && taken >= options.maxLinksPerPage) {
                droppedParts += 1
            }
            return
        }
        taken += 1
        seen.insert(key)
        depths[key] = depth
        queue.push(address, key: key, text: text, promise: promise, depth: depth, zone: zone)
    }

    /// The key of the address's host; that of the link before is remembered.
    private mutating func hostKey(of address: WebAddress) -> String {
        if lastHost.host != address.host || lastHost.port != address.port {
            lastHost = (address.host, address.port, SiteScope.hostKey(of: address))
        }
        return lastHost.key
    }

    /// Nil for links that are never followed.
    private func promise(of address: WebAddress, text: String, fromNews: Bool) -> LinkPromise? {
        if options.exhaustive { return LinkPromise.isForbidden(text: text, address: address) ? nil : .inOrder }
        var promise = LinkPromise(text: text, address: address)
        if fromNews, promise.tier == .neutral { promise.tier = .unlikely }
        return promise.tier > .never ? promise : nil
    }

    private mutating func note(document address: WebAddress, type: DocumentType, key: String, text: String) {
        if type == .image { return note(image: address, key: key, text: text, words: text) }
        guard documentIndex[key] == nil else { return }
        let promise = LinkPromise(text: text, address: address)
        documentIndex[key] = documents.count
        documents.append(DocumentLink(address: address, linkText: text, promises: promise.items))
    }

    /// Images whose alternative text, file name or heading names an item.
    private mutating func noteImages(of page: ParsedPage) {
        for image in page.images where image.zone != .navigation && image.zone != .footer {
            guard let address = image.address, images.count < Self.imageLimit else { continue }
            let words = image.alt + " | " + heading(before: image, on: page)
            note(image: address, key: SiteScope.key(of: address), text: image.alt, words: words)
        }
    }

    /// The heading an image stands under.
    private func heading(before image: Image, on page: ParsedPage) -> String {
        page.heading(before: image).map { page.text(of: page.blocks[Int($0)]) } ?? ""
    }

    private mutating func note(image address: WebAddress, key: String, text: String, words: String) {
        guard images.count < Self.imageLimit, imageIndex[key] == nil else { return }
        let hint = LinkWords.strongestHint(
            in: NameTokens.phrases(words) + ["|"] + NameTokens.words(LinkWords.readablePath(of: address)))
        guard !hint.items.isEmpty else { return }
        imageIndex[key] = images.count
        images.append(
            DocumentLink(
                address: address, linkText: text, promises: hint.items, isTelling: hint.weight > LinkWords.telling))
    }
}
