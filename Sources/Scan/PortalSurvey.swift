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
        var isComplete = true
        let pages = await portalPages(of: region, portal: portals.first(where: \.isPortal), &isComplete)
        let directory = pages.first.map {
            PortalDirectory(tools.book, portal: $0.fetched.address, pages: pages.map(\.parsed), offices: offices)
        }
        var view = RegionView(directory: directory, identity: OfficeIdentity(tools.book, portal: directory))
        let isShell = pages.first?.reading.condition == .spaShell && directory?.isEmpty != false
        view.isPortalRead = directory != nil && !isShell
        view.isComplete = isComplete
        view.portalIP = pages.first?.fetched.ip
        if let home = pages.first { await addSitemap(of: home, offices, &view) }
        for portal in portals where !portal.isPortal { await addShared(portal.listedAddress, offices, &view) }
        if let domain = tools.book.regions.region(region)?.portalDomain {
            await addShared(WebAddress("https://puskesmas.\(domain)/"), offices, &view)
        }
        for parent in parents(in: offices) { await add(parent, offices, &view) }
        return view
    }

    // MARK: - The portal

    private func address(of region: String, _ portal: Target?) -> WebAddress? {
        portal?.listedAddress
            ?? tools.book.regions.region(region)?.portalDomain.flatMap { WebAddress("https://\($0)/") }
    }

    /// Empty when the region has no known portal or it does not answer.
    private func portalPages(of region: String, portal: Target?, _ isComplete: inout Bool) async -> [ReadPage] {
        guard let address = address(of: region, portal) else { return [] }
        guard let home = await readHome(address) else {
            isComplete = false
            return []
        }
        return await directoryPages(from: home, &isComplete)
    }

    private func readHome(_ address: WebAddress) async -> ReadPage? {
        for door in Endpoints.variants(of: Candidate(address: address, reason: .listed)) {
            guard case .success(var page) = await tools.readTwice(door, isHome: true), page.fetched.status < 400,
                !Self.isNobodysPage(page)
            else { continue }
            for _ in 0..<2 where page.parsed.frames.isEmpty {
                guard let next = await behind(page) else { break }
                page = next
            }
            return page
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

    /// The home page, its frames, the pages of its that promise lists of offices, and those that these promise in turn;
    /// with the links their scripts and data files hold.
    private func directoryPages(from home: ReadPage, _ isComplete: inout Bool) async -> [ReadPage] {
        var home = withScriptLinks(home)
        if home.reading.condition == .spaShell || home.parsed.links.count < 8 { await addScriptFiles(&home) }
        var pages = [home]
        var seen: Set<String> = [home.fetched.address.crawlKey, home.fetched.requested.crawlKey]
        var wanted = FrontDoor.frames(on: home.parsed)
        wanted += PortalDirectory.pagesToRead(home: home.parsed)
        for depth in 0..<3 {
            let fresh = wanted.filter { seen.insert($0.crawlKey).inserted }.prefix(depth == 0 ? 12 : 6)
            let read = await readAll(Array(fresh), &isComplete)
            pages += read
            if read.isEmpty { break }
            wanted = read.flatMap { PortalDirectory.pagesBehind($0.parsed) }
        }
        return pages
    }

    private func readAll(_ addresses: [WebAddress], _ isComplete: inout Bool) async -> [ReadPage] {
        var pages: [ReadPage] = []
        for address in addresses {
            if Task.isCancelled { break }
            let answer = await tools.readTwice(address)
            if tools.mayPass(answer) { isComplete = false }
            if case .success(let page) = answer, page.fetched.status < 400, page.isHTML {
                pages.append(withScriptLinks(page))
            }
        }
        return pages
    }

    private func withScriptLinks(_ page: ReadPage) -> ReadPage {
        var page = page
        page.parsed.links += ScriptMenu.links(in: page.fetched.body, page: page.fetched.address)
        return page
    }

    /// The first few script files of a page that has hardly a link of its own, and the data files that scripts load.
    private func addScriptFiles(_ page: inout ReadPage) async {
        let home = page.fetched.address
        var data = ScriptMenu.dataFiles(in: page.fetched.body, page: home)
        for file in ScriptMenu.files(in: page.fetched.body, page: home).prefix(4) {
            guard let script = await raw(file) else { continue }
            page.parsed.links += ScriptMenu.links(in: script, page: home, isScript: true)
            data += ScriptMenu.dataFiles(in: script, page: home, isScript: true)
        }
        var seen: Set<String> = []
        for file in data.filter({ seen.insert($0.crawlKey).inserted }).prefix(4) {
            guard let body = await raw(file) else { continue }
            page.parsed.links += ScriptMenu.links(in: body, page: home, isScript: true)
        }
    }

    private func raw(_ file: WebAddress) async -> [UInt8]? {
        let request = FetchRequest(file, maxBytes: 2 << 20)
        let outcome = await tools.fetcher.fetch(request) { [gate = tools.gate] hop in await gate.permit(hop) }
        guard case .page(let page) = outcome, page.status < 400 else { return nil }
        return page.body
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
            guard let body = await raw(file) else { continue }
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

    /// A portal that the region's puskesmas share.
    private func addShared(_ address: WebAddress?, _ offices: [Target], _ view: inout RegionView) async {
        let children = offices.filter { $0.kind == "puskesmas" }
        guard let address, !children.isEmpty, await tools.fetcher.resolve(address.host).hasAddress,
            !view.sisters.contains(where: { $0.portal.hostWithoutWWW == address.hostWithoutWWW })
        else { return }
        guard let home = await readHome(address) else {
            view.isComplete = false
            return
        }
        await add(home, children, &view)
    }

    private func add(_ home: ReadPage, _ children: [Target], _ view: inout RegionView) async {
        let pages = await directoryPages(from: home, &view.isComplete)
        view.sisters.append(
            PortalDirectory(
                tools.book, portal: home.fetched.address, pages: pages.map(\.parsed), offices: children,
                reason: .sisterLink))
    }
}
