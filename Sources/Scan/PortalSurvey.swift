import Discovery
import Fetch
import Model
import Parse
import Rules

/// Reads the portal of a region once for all its offices, and the sites of offices that list others: which of their
/// links names which office.
struct PortalSurvey: Sendable {
    let tools: ScanTools

    /// - Parameter portals: the list's rows of the two portal kinds for this region.
    func view(of region: String, portals: [Target], offices: [Target]) async -> RegionView {
        var view = RegionView(identity: OfficeIdentity(tools.book))
        if let address = address(of: region, portals.first(where: \.isPortal)) {
            await addPortal(address, offices, &view)
        }
        for portal in portals where !portal.isPortal { await addShared(portal.listedAddress, offices, &view) }
        if let domain = tools.book.regions.region(region)?.portalDomain {
            await addShared(WebAddress("https://puskesmas.\(domain)/"), offices, &view, isGuess: true)
        }
        for parent in parents(in: offices) { await add(parent, offices, &view) }
        return view
    }

    // MARK: - The portal

    private func address(of region: String, _ portal: Target?) -> WebAddress? {
        portal?.listedAddress
            ?? tools.book.regions.region(region)?.portalDomain.flatMap { WebAddress("https://\($0)/") }
    }

    /// The portal's lists; one that does not answer, or cannot be read, is noted as unread.
    private func addPortal(_ address: WebAddress, _ offices: [Target], _ view: inout RegionView) async {
        guard let home = await readHome(address) else {
            view.isComplete = false
            if await mayExist(address) {
                view.unread.append(UnreadList(promise: ListPromise(address: address, isFirm: true)))
            }
            return
        }
        let portal = PortalReading(
            tools: tools, offices: offices, domain: tools.book.suffixes.registrable(home.fetched.address.host) ?? "")
        var reading = await portal.read(from: home)
        let directory = await explained(home, &reading, offices, &view)
        if let hidden = portal.hiddenList(reading, directory) {
            view.unread.append(UnreadList(promise: hidden, status: home.fetched.status))
        }
        view.directory = directory
        view.identity = OfficeIdentity(tools.book, portal: directory)
        view.unread += reading.unread
        view.isComplete = view.isComplete && reading.isComplete
        view.isPortalRead = true
        view.portalIP = home.fetched.ip
        await addSitemap(of: home, offices, &view)
    }

    /// What the portal's pages say of where offices are; hosts that they show and that no office has are asked whose they
    /// are, and lists that such a host keeps are read as the portal's.
    private func explained(
        _ home: ReadPage, _ reading: inout PortalReading.Result, _ offices: [Target], _ view: inout RegionView
    ) async -> PortalDirectory {
        let portal = home.fetched.address
        var first = PortalDirectory(tools.book, portal: portal, pages: reading.pages, offices: offices)
        if first.namedOffices * 3 < offices.count {
            await addWordless(portal, &reading, offices, first)
            first = PortalDirectory(
                tools.book, portal: portal, pages: reading.pages + reading.told, offices: offices)
        }
        let open = offices.filter { first.siteCandidates(for: $0).isEmpty }
        let isPoor = first.namedOffices * 3 < offices.count
        // Where the portal names hardly anybody, its offices may: the list stands on the site of one of them.
        var known = Set([portal.hostWithoutWWW])
        if !isPoor { known.formUnion(offices.flatMap { first.links(for: $0).map(\.address.hostWithoutWWW) }) }
        // The PPID's host is somebody's, and lists all the others.
        known = known.filter { !$0.hasPrefix("ppid.") }
        let keepers = isPoor ? offices.filter { $0.kind == "kominfo" }.compactMap(\.listedAddress?.hostWithoutWWW) : []
        let strange = keepers + reading.strangeHosts(beside: known.union(keepers))
        guard !open.isEmpty, !strange.isEmpty else { return first }
        let hosts = UnexplainedHosts(tools: tools, offices: open)
        let answer = await hosts.ask(strange, labels: reading.labels(of: strange), of: portal)
        let isSilenceTheirs = answer.silent == 0 ? true : await tools.control.networkIsUp()
        if !answer.isComplete || !isSilenceTheirs { view.isComplete = false }
        for (code, hints) in answer.hints { view.hints[code, default: []] += hints }
        if !answer.named.links.isEmpty {
            view.sisters.append(
                PortalDirectory(
                    tools.book, portal: portal, pages: [answer.named], offices: open, reason: .sisterLink))
        }
        guard isPoor else { return first }
        for list in answer.lists.prefix(3) {
            let more = await PortalReading(tools: tools, offices: offices).read(from: list)
            reading.pages += more.pages
            reading.promised += more.promised
            view.unread += more.unread
            view.isComplete = view.isComplete && more.isComplete
        }
        let told = reading.told
        reading.told.append(answer.named)
        return PortalDirectory(tools.book, portal: portal, pages: reading.pages + told, offices: offices)
    }

    /// A portal that hardly names an office may show them all as pictures: what stands behind wordless links is asked.
    private func addWordless(
        _ portal: WebAddress, _ reading: inout PortalReading.Result, _ offices: [Target], _ first: PortalDirectory
    ) async {
        let known = Set(offices.flatMap { first.links(for: $0).map(\.address.hostWithoutWWW) })
        let wordless = WordlessLinks(tools.book, region: offices.first?.region ?? "")
        let links = wordless.links(on: reading.pages, known: known)
        guard !links.isEmpty else { return }
        let read = Dictionary(reading.pages.map { ($0.address.crawlKey, $0) }, uniquingKeysWith: { first, _ in first })
        let asking = UnexplainedHosts(tools: tools, offices: offices)
        let answer = await asking.ask(wordless, links, of: portal, read: read)
        reading.isBandUnread = answer.isSilent
        if !answer.told.links.isEmpty { reading.told.append(answer.told) }
    }

    /// False when every name of the portal is said not to exist: what does not exist lists no office.
    private func mayExist(_ address: WebAddress) async -> Bool {
        for door in Endpoints.variants(of: Candidate(address: address, reason: .listed)) {
            if await tools.fetcher.resolve(door.host).kind != .nxdomain { return true }
        }
        return false
    }

    private func readHome(_ address: WebAddress) async -> ReadPage? {
        for door in Endpoints.variants(of: Candidate(address: address, reason: .listed)) {
            guard case .success(var page) = await tools.readTwice(door, isHome: true), page.fetched.status < 400 else {
                continue
            }
            for _ in 0..<2 where page.parsed.frames.isEmpty {
                guard var next = await behind(page) else { break }
                // What a thin front shows beside its way in is shown all the same.
                next.parsed.links += page.parsed.links.map { Link(address: $0.address, text: $0.text, zone: $0.zone) }
                page = next
            }
            // An empty page that sends on looks parked: what lies behind it counts.
            if !Self.isNobodysPage(page) { return page }
        }
        return nil
    }

    /// What lies behind a home page that only sends on.
    private func behind(_ page: ReadPage) async -> ReadPage? {
        let ways = FrontDoor.ways(on: page.parsed, body: page.fetched.body, textLength: page.reading.textLength)
        for way in ways {
            if case .success(let next) = await tools.readTwice(way, isHome: true), next.fetched.status < 400,
                next.isHTML
            {
                return next
            }
        }
        return nil
    }

    /// A page of the hoster or of a guard, in place of the portal's own; a thin or hacked portal is still the portal.
    private static func isNobodysPage(_ page: ReadPage) -> Bool {
        switch page.reading.condition {
        case .challenge, .ispBlock, .suspended, .parked, .serverDefault, .maintenance: true
        default: false
        }
    }

    /// The portal's sitemap: hosts and pages that carry an office's name.
    private func addSitemap(of home: ReadPage, _ offices: [Target], _ view: inout RegionView) async {
        let base = home.fetched.address
        var files = await tools.gate.sitemaps(of: base).compactMap { WebAddress($0, base: base) }
        if files.isEmpty { files = [WebAddress("/sitemap.xml", base: base)].compactMap(\.self) }
        var addresses: [WebAddress] = []
        var read = 0
        while let file = files.first, read < Self.sitemapLimit {
            files.removeFirst()
            read += 1
            guard let body = await tools.raw(file) else { continue }
            let map = SitemapParser.parse(body, address: file, contentType: nil)
            if map.kind == .index {
                files += map.entries.map(\.address)
            } else {
                addresses += map.entries.map(\.address)
            }
        }
        guard !addresses.isEmpty else { return }
        view.sisters.append(
            PortalDirectory(
                tools.book, portal: base,
                pages: [PortalDirectory.page(listing: Array(addresses.prefix(20_000)), at: base)], offices: offices,
                reason: .sitemap))
    }

    private static let sitemapLimit = 5

    // MARK: - Offices that list others

    /// Offices that others name as their parent; a Dinkes also where the list does not say whose the puskesmas are.
    private func parents(in offices: [Target]) -> [Target] {
        let named = Set(offices.compactMap(\.parent))
        let hasHealthCentres = offices.contains { $0.kind == "puskesmas" }
        return offices.filter { named.contains($0.code) || (hasHealthCentres && $0.kind == "kesehatan") }
    }

    private func children(of parent: Target, _ offices: [Target]) -> [Target] {
        offices.filter {
            $0.parent == parent.code || ($0.parent == nil && $0.kind == "puskesmas" && parent.kind == "kesehatan")
        }
    }

    private func add(_ parent: Target, _ offices: [Target], _ view: inout RegionView) async {
        let children = children(of: parent, offices)
        let (home, silent) = await site(of: parent, view)
        if let home { return await add(home, children, &view) }
        guard let silent else { return }
        view.isComplete = false
        for child in children { view.unseen[child.code] = silent }
    }

    /// The home page of a parent's site, or the answer of an address that may be it and could not be read.
    private func site(of parent: Target, _ view: RegionView) async -> (home: ReadPage?, silent: Attempt?) {
        let trial = CandidateTrial(tools: tools, target: parent, identity: view.identity, portalIP: view.portalIP)
        var silent: Attempt?
        let limit = tools.options.maxCandidates
        for candidate in tools.finder.candidates(for: parent, portal: view.directory, limit: limit) {
            if Task.isCancelled { break }
            let outcome = await trial.run(candidate)
            if let found = outcome.found, found.site.form != .section { return (found.home, nil) }
            silent = silent ?? Self.silence(in: outcome.attempts)
        }
        return (nil, silent)
    }

    /// The answer of a candidate by none of whose doors a page came, though something stands behind one.
    private static func silence(in attempts: [Attempt]) -> Attempt? {
        let isAnswered = attempts.contains { attempt in
            switch attempt.result {
            case .unreachable, .blocked, .noSuchName, .notCounted: false
            default: true
            }
        }
        return isAnswered ? nil : attempts.first { $0.result == .unreachable || $0.result == .blocked }
    }

    /// A portal that the region's puskesmas share. One that exists and cannot be read hides every one of them; a guess
    /// under name servers that know every name is no sign that it exists.
    private func addShared(
        _ address: WebAddress?, _ offices: [Target], _ view: inout RegionView, isGuess: Bool = false
    ) async {
        let children = offices.filter { $0.kind == "puskesmas" }
        guard let address, !children.isEmpty, await tools.fetcher.resolve(address.host).hasAddress,
            !view.sisters.contains(where: { $0.portal.hostWithoutWWW == address.hostWithoutWWW })
        else { return }
        guard let home = await readHome(address) else {
            view.isComplete = false
            let isWild = await isUnderWildcard(address)
            if !isGuess || !isWild {
                let promise = ListPromise(address: address, kind: "puskesmas", isFirm: true)
                view.unread.append(UnreadList(promise: promise))
            }
            return
        }
        await add(home, children, &view)
    }

    private func isUnderWildcard(_ address: WebAddress) async -> Bool {
        guard let domain = tools.book.suffixes.registrable(address.host) else { return false }
        return await tools.wildcards.isWildcard(domain)
    }

    private func add(_ home: ReadPage, _ children: [Target], _ view: inout RegionView) async {
        let reading = await PortalReading(tools: tools, offices: children).read(from: home)
        view.isComplete = view.isComplete && reading.isComplete
        view.unread += reading.unread.filter { $0.promise.kind == "puskesmas" }
        view.sisters.append(
            PortalDirectory(
                tools.book, portal: home.fetched.address, pages: reading.pages, offices: children,
                reason: .sisterLink))
    }
}
