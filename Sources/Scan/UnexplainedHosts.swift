import Discovery
import Fetch
import Model

/// Hosts of a region's domain that its portal shows, and under whose name no office of the list was found: each is asked
/// whose it is, because an office may stand behind a link that nobody understood.
struct UnexplainedHosts: Sendable {
    let tools: ScanTools
    /// Offices that nobody has linked to so far.
    let offices: [Target]

    struct Result: Sendable {
        /// What the hosts say of themselves, as links under their own words.
        var named: ParsedPage
        /// Fronts that promise lists of offices, or are the PPID's, which lists all of them.
        var lists: [ReadPage] = []
        /// Places to look, by the code of an office whose name a label may abbreviate.
        var hints: [String: [Candidate]] = [:]
        /// Hosts asked, and those of them that gave no page.
        var asked = 0
        var silent = 0

        /// So many were silent that it may be our line, or the server they share: a later try may see more.
        var isComplete: Bool { silent * 2 < max(2, asked) }
    }

    /// Hosts asked for one region at most, and at the same time.
    static let limit = 48
    private static let atOnce = 8

    /// - Parameters:
    ///   - hosts: names below the region's domain.
    ///   - labels: links of a single word that lead to a host.
    func ask(_ hosts: [String], labels: [String: [Link]], of portal: WebAddress) async -> Result {
        var result = Result(named: ParsedPage(address: portal))
        let asked = Array(hosts.prefix(Self.limit))
        result.asked = asked.count
        let pages = await pages(of: asked)
        for host in asked {
            if let page = pages[host] {
                take(page, asked: host, &result)
            } else {
                result.silent += 1
            }
            hint(host, labels[host] ?? [], &result)
        }
        return result
    }

    /// Links of the portal that bear no words, under what the pages behind them say of themselves; and whether some of them
    /// gave no page, though something may stand there.
    ///
    /// - Parameter read: pages that were read already, by their crawl key.
    func ask(
        _ wordless: WordlessLinks, _ links: [Link], of portal: WebAddress, read: [String: ParsedPage]
    ) async -> (told: ParsedPage, isSilent: Bool) {
        var told = ParsedPage(address: portal)
        var isSilent = false
        func tell(_ page: ParsedPage, _ link: Link) {
            for text in wordless.words(of: page) {
                told.links.append(Link(address: link.address, text: text, zone: .main))
            }
        }
        for link in links where !Task.isCancelled {
            if let page = read[link.address.crawlKey] {
                tell(page, link)
                continue
            }
            switch await tools.readTwice(link.address, isHome: link.address.path == "/") {
            case .success(let page) where page.fetched.status < 400 && page.isHTML:
                tell(page.parsed, link)
            case .success(let page): isSilent = isSilent || ![404, 410].contains(page.fetched.status)
            case .failure(let failure): isSilent = isSilent || failure.kind != .dnsNXDomain
            }
        }
        return (told, isSilent)
    }

    private func pages(of hosts: [String]) async -> [String: ReadPage] {
        await withTaskGroup(of: (String, ReadPage?).self) { group in
            var waiting = hosts.makeIterator()
            var found: [String: ReadPage] = [:]
            func startNext() {
                guard !Task.isCancelled, let host = waiting.next() else { return }
                group.addTask { (host, await front(of: host)) }
            }
            for _ in 0..<Self.atOnce { startNext() }
            while let (host, page) = await group.next() {
                found[host] = page
                startNext()
            }
            return found
        }
    }

    private func front(of host: String) async -> ReadPage? {
        for scheme in ["https", "http"] {
            guard let address = WebAddress("\(scheme)://\(host)/"),
                case .success(let page) = await tools.read(address, isHome: true), page.fetched.status < 400
            else { continue }
            return page
        }
        return nil
    }

    /// A host that sends on to another domain is still where the office was named.
    private func take(_ page: ReadPage, asked host: String, _ result: inout Result) {
        let isElsewhere = page.fetched.address.hostWithoutWWW != host
        let address = isElsewhere ? page.fetched.requested : page.fetched.address
        for text in OfficeIdentity.ownWords(of: page.parsed) {
            result.named.links.append(Link(address: address, text: text, zone: .main))
        }
        if PortalPages.keepsLists(page.parsed) { result.lists.append(page) }
    }

    /// A label or a link's word that may abbreviate an office: asked for that office too, whatever the host says.
    private func hint(_ host: String, _ labels: [Link], _ result: inout Result) {
        guard let root = WebAddress("https://\(host)/") else { return }
        let own = Link(address: root, text: String(host.prefix { $0 != "." }))
        for link in labels + [own] {
            for office in offices where Abbreviation.mayStand(link.text, for: office.name) {
                let candidate = Candidate(
                    address: link.address, reason: .sisterLink,
                    detail: "tampak di situs portal sebagai \"\(link.text)\", mungkin singkatan nama instansi ini")
                let known = result.hints[office.code] ?? []
                if known.count < Self.hintLimit, !known.contains(where: { $0.address == candidate.address }) {
                    result.hints[office.code] = known + [candidate]
                }
            }
        }
    }

    /// Hints of one office at most.
    private static let hintLimit = 4
}
