import Discovery
import Fetch
import Model
import Parse
import Rules

/// A list of offices that a portal promises and that could not be read: an office may stand there unseen.
struct UnreadList: Sendable, Hashable, Codable {
    var promise: ListPromise
    var status: Int?
    var failure: FailureKind?
}

/// Reads the pages of a portal, or of an office that lists others, as far as they may list offices.
struct PortalReading: Sendable {
    let tools: ScanTools
    /// Offices that the pages may name.
    let offices: [Target]
    /// The region's own domain.
    var domain = ""

    struct Result: Sendable {
        var pages: [ParsedPage] = []
        var unread: [UnreadList] = []
        /// Everything asked was answered, or refused for good; otherwise a later try may see more.
        var isComplete = true
        /// Pages that came under words which promise the list of all offices.
        var promised: [ListPromise] = []
        /// Buttons and anchors without address, by page.
        var controls: [(page: WebAddress, count: Int)] = []
        /// Hosts below the portal's domain that stand anywhere in what was read, in order.
        var hosts: [String] = []
        /// What hosts and pages behind the portal's links say of themselves.
        var told: [ParsedPage] = []
        /// Wordless links behind which nobody answered: whose they are is not known.
        var isBandUnread = false
    }

    /// Links read from further pages, per level of lists.
    private static let widths = [12, 20, 16, 8]
    /// Failures in a row after which the rest of a portal is left alone.
    private static let patience = 3
    /// Pages without a promise that are read when the promised ones name hardly an office.
    private static let otherPages = 16

    /// The home page, its frames, the pages that promise lists, and those that these promise in turn; with the links
    /// their scripts, documents and data files hold.
    func read(from home: ReadPage) async -> Result {
        var result = Result()
        var home = withHiddenLinks(home)
        if home.reading.condition == .spaShell || home.unrendered != nil || home.parsed.links.count < 8 {
            await addScriptFiles(&home, &result)
        }
        result.pages = [home.parsed]
        // A thin front leads straight to its one page, the list.
        if PortalPages.isList(home.fetched.address) {
            result.promised = [ListPromise(address: home.fetched.address, isFirm: true)]
        }
        note(home, &result)
        var seen: Set<String> = [home.fetched.address.crawlKey, home.fetched.requested.crawlKey]
        let frames = FrontDoor.frames(on: home.parsed).map { ListPromise(address: $0) }
        await follow(frames + PortalPages.promised(on: home.parsed), &seen, &result)
        if isPoor(result, home) {
            let deeper = result.pages.dropFirst().flatMap(PortalPages.deeper)
            await follow(
                deeper + PortalPages.others(on: home.parsed, limit: Self.otherPages), &seen, &result, isDeep: true)
        }
        // The portal's front sent on to a list that does not show all it has.
        if PortalPages.isList(home.fetched.address), hidesOffices(home, home.parsed) {
            let promise = ListPromise(address: home.fetched.address, isFirm: true)
            result.unread.append(UnreadList(promise: promise, status: home.fetched.status))
        }
        if isMute(home), directory(result, home).isEmpty {
            let promise = ListPromise(address: home.fetched.address, isFirm: true)
            result.unread.append(UnreadList(promise: promise, status: home.fetched.status))
        }
        return result
    }

    /// The page came, and neither a link nor a line of it names an office.
    private func namesNobody(_ promise: ListPromise, _ result: Result) -> Bool {
        let key = promise.address.crawlKey
        guard let page = result.pages.first(where: { $0.address.crawlKey == key }) else { return false }
        let alone = PortalDirectory(tools.book, portal: page.address, pages: [page], offices: offices)
        return alone.isEmpty && ListCoverage(tools.book, directory: alone, pages: [page], offices: offices).named == 0
    }

    /// What the bytes of a page tell beside its links.
    private func note(_ page: ReadPage, _ result: inout Result) {
        let untold = UntoldAddresses.count(in: page.unrendered ?? page.fetched.body, page: page.parsed)
        result.controls.append((page.fetched.address, DeadControls.count(in: page.fetched.body) + untold))
        let known = Set(result.hosts)
        for body in [page.fetched.body, page.unrendered].compactMap(\.self) {
            result.hosts += SeenHosts.hosts(in: body, under: domain).filter { !known.contains($0) }
        }
    }

    /// The list of offices that these pages do not show: they came, and name hardly an agency, so that the list must stand
    /// elsewhere; or they name the agencies, and keep the addresses to buttons, scripts or wordless pictures.
    func hiddenList(_ result: Result, _ directory: PortalDirectory) -> ListPromise? {
        let coverage = ListCoverage(
            tools.book, directory: directory, pages: result.pages + result.told, offices: offices)
        let front = result.pages.first.map { ListPromise(address: $0.address, isFirm: true) }
        if coverage.isPoor, let empty = result.promised.first(where: { namesNobody($0, result) }) { return empty }
        if result.isBandUnread { return front }
        // A promised list that names somebody is a list, however few of the agencies stand there.
        if coverage.isNone, result.promised.isEmpty { return front }
        guard coverage.isUnlinked,
            let page = result.controls.first(where: { $0.count * 2 >= coverage.named })
        else { return nil }
        return ListPromise(address: page.page, isFirm: true)
    }

    private func directory(_ result: Result, _ home: ReadPage) -> PortalDirectory {
        PortalDirectory(tools.book, portal: home.fetched.address, pages: result.pages, offices: offices)
    }

    /// The pages so far name less than a third of the offices.
    private func isPoor(_ result: Result, _ home: ReadPage) -> Bool {
        offices.count >= 3 && directory(result, home).namedOffices * 3 < offices.count
    }

    /// A home page that shows nothing without its scripts or a login, or that others write: it does not say what it
    /// leads to.
    private func isMute(_ home: ReadPage) -> Bool {
        switch home.reading.condition {
        case .spaShell, .application, .gambling, .takeover, .errorPage: true
        default:
            home.parsed.passwordFields > 0
                || (home.parsed.scriptCount > 0 && home.reading.textLength < FrontDoor.thin
                    && home.parsed.links.isEmpty)
        }
    }

    // MARK: - Pages

    /// - Parameter isDeep: menus with weaker words are gone down too.
    private func follow(
        _ first: [ListPromise], _ seen: inout Set<String>, _ result: inout Result, isDeep: Bool = false
    ) async {
        var wanted = first
        var failures = 0
        for width in Self.widths {
            let fresh = wanted.filter { seen.insert($0.address.crawlKey).inserted }.prefix(width)
            if fresh.isEmpty { break }
            wanted = []
            for promise in fresh {
                if Task.isCancelled { return }
                guard failures < Self.patience else {
                    if promise.isFirm { result.unread.append(UnreadList(promise: promise, failure: .hostBudgetSpent)) }
                    continue
                }
                let page = await page(promise, &result)
                failures = page == nil ? failures + 1 : 0
                guard let page else { continue }
                wanted += PortalPages.behind(page.parsed) + page.further
                if isDeep { wanted += PortalPages.deeper(on: page.parsed) }
            }
        }
    }

    /// The page of a promise, kept in the result; nil when none came. What a firm promise hides is noted.
    private func page(
        _ promise: ListPromise, _ result: inout Result
    ) async -> (parsed: ParsedPage, further: [ListPromise])? {
        let answer = await tools.readTwice(promise.address)
        if tools.mayPass(answer) { result.isComplete = false }
        var unread = UnreadList(promise: promise)
        switch answer {
        case .failure(let failure): unread.failure = failure.kind
        case .success(let page):
            unread.status = page.fetched.status
            if let parsed = readable(page) {
                result.pages.append(parsed)
                note(page, &result)
                if promise.isFirm, promise.kind == nil { result.promised.append(promise) }
                if promise.isFirm, page.document == nil, hidesOffices(page, parsed) { result.unread.append(unread) }
                guard promise.isFirm else { return (parsed, []) }
                let fragments = ScriptPager.fragments(in: page.fetched.body, page: parsed.address)
                // The page names nobody and gives a file: the file is the list.
                let files = page.document == nil && namesNobody(parsed) ? PortalPages.files(on: parsed) : []
                return (parsed, fragments.map { ListPromise(address: $0, isFirm: true) } + files)
            }
            // A page that is gone hides nothing.
            if page.fetched.status == 404 || page.fetched.status == 410 { return nil }
        }
        if promise.isFirm { result.unread.append(unread) }
        return nil
    }

    /// The content of an answer, when it is some: a page that is none of a guard or a login, a document with text.
    private func readable(_ page: ReadPage) -> ParsedPage? {
        guard page.fetched.status < 400 else { return nil }
        if let document = page.document { return document == .unread ? nil : page.parsed }
        if TableText.isHeld(type: page.fetched.header("content-type"), at: page.fetched.address) {
            return TableText.page(page.fetched.body, at: page.fetched.address)
        }
        guard page.isHTML else { return nil }
        switch page.reading.condition {
        case .challenge, .ispBlock, .suspended: return nil
        // A thin page with a link may look like these; without any it leads nowhere.
        case .parked where page.parsed.links.isEmpty, .serverDefault where page.parsed.links.isEmpty,
            .maintenance where page.parsed.links.isEmpty:
            return nil
        default: break
        }
        if page.parsed.passwordFields > 0, page.parsed.links.count < 8 { return nil }
        return withHiddenLinks(page).parsed
    }

    /// A list of offices that does not show all it has: rows behind a script, or hardly a link on a page that a script was to
    /// fill, whether or not it ran.
    private func hidesOffices(_ page: ReadPage, _ parsed: ParsedPage) -> Bool {
        if ScriptPager.hidesMore(in: page.fetched.body) { return true }
        if PicturedList.isHeld(by: parsed), namesNobody(parsed) { return true }
        guard page.reading.condition == .spaShell || page.unrendered != nil else { return false }
        return page.parsed.links.count < 3 && parsed.links.count == page.parsed.links.count
    }

    /// No link of the page names an office.
    private func namesNobody(_ page: ParsedPage) -> Bool {
        PortalDirectory(tools.book, portal: page.address, pages: [page], offices: offices).isEmpty
    }

    private func withHiddenLinks(_ page: ReadPage) -> ReadPage {
        var page = page
        for body in [page.fetched.body, page.unrendered].compactMap(\.self) {
            page.parsed.links += ScriptMenu.links(in: body, page: page.fetched.address)
            page.parsed.links += MarkupLinks.links(in: body, page: page.fetched.address)
            page.parsed.links += AttributeData.links(in: body, page: page.fetched.address)
        }
        return page
    }

    // MARK: - Scripts

    /// The first few script files of a page that has hardly a link of its own, and the data files that scripts load.
    private func addScriptFiles(_ page: inout ReadPage, _ result: inout Result) async {
        let home = page.fetched.address
        let body = page.unrendered ?? page.fetched.body
        var data = ScriptMenu.dataFiles(in: body, page: home)
        for file in ScriptMenu.files(in: body, page: home).prefix(4) {
            guard let script = await tools.raw(file) else { continue }
            page.parsed.links += ScriptMenu.links(in: script, page: home, isScript: true)
            data += ScriptMenu.dataFiles(in: script, page: home, isScript: true)
        }
        var seen: Set<String> = []
        for file in data.filter({ seen.insert($0.crawlKey).inserted }).prefix(6) {
            guard let body = await tools.raw(file) else {
                // What was to fill the page did not come.
                let promise = ListPromise(address: file, isFirm: true)
                if PortalPages.mayList(file) { result.unread.append(UnreadList(promise: promise)) }
                continue
            }
            page.parsed.links += ScriptMenu.links(in: body, page: home, isScript: true)
        }
    }
}

extension PortalReading.Result {
    /// Hosts that the pages show, without those already known and their `www.`.
    func strangeHosts(beside known: Set<String>) -> [String] {
        var seen = known
        return hosts.map { $0.hasPrefix("www.") ? String($0.dropFirst(4)) : $0 }.filter { seen.insert($0).inserted }
    }

    /// Links of a single word that lead to these hosts.
    func labels(of hosts: [String]) -> [String: [Link]] {
        let wanted = Set(hosts)
        var labels: [String: [Link]] = [:]
        for link in pages.lazy.flatMap(\.links) {
            var link = link
            link.address = PortalPages.opened(link.address)
            let host = link.address.hostWithoutWWW
            guard wanted.contains(host), link.text.split(whereSeparator: \.isWhitespace).count == 1 else { continue }
            labels[host, default: []].append(link)
        }
        return labels
    }
}

extension ScanTools {
    /// The bytes of a script, data file or sitemap; nil without a good answer.
    func raw(_ file: WebAddress) async -> [UInt8]? {
        let request = FetchRequest(file, maxBytes: 2 << 20)
        let outcome = await fetcher.fetch(request) { [gate] hop in await gate.permit(hop) }
        guard case .page(let page) = outcome, page.status < 400 else { return nil }
        return page.body
    }
}
