import Detect
import Discovery
import Fetch
import Judge
import Model
import Reader
import Rules
import Store

/// One office, once: look for its site, read it, and say everything that was learnt.
struct SiteScan: Sendable {
    let tools: ScanTools
    let target: Target
    let region: RegionView
    /// The second pass: what breaks off at once is asked once more.
    var isLastTry = false

    struct Outcome: Sendable {
        var record: SiteRecord
        var bodies: [StoredBody] = []
        /// Readings at rest, by the index of their page: with thousands of sites open at once the values themselves would
        /// take gigabytes. Empty where few are.
        private var resting: [Int: [UInt8]] = [:]
        /// The home page's links to other hosts, and nothing else of it; nil without a site.
        @Boxed var neighbours: ParsedPage? = nil

        init(record: SiteRecord) { self.record = record }

        /// Adds a page; `isCrowded` puts its reading to rest.
        mutating func add(_ page: PageRecord, isCrowded: Bool) {
            record.pages.append(page)
            guard isCrowded else { return }
            let index = record.pages.count - 1
            resting[index] = RestingReading.bytes(of: page.reading)
            record.pages[index].reading = PageReading(kind: .other, condition: .normal)
        }

        /// The pages with their readings again. What cannot be woken would be a fault of ours, and ends the round.
        func woken() throws -> Outcome {
            guard !resting.isEmpty else { return self }
            var outcome = self
            outcome.resting = [:]
            for (index, bytes) in resting {
                guard let reading = RestingReading.reading(bytes) else {
                    throw ScanError(.interrupted, "A page's reading was lost in memory; run the same command again.")
                }
                outcome.record.pages[index].reading = reading
            }
            return outcome
        }

        /// A page read before, under another address asked for.
        mutating func addAgain(_ index: Int, asked: WebAddress) {
            var page = record.pages[index]
            page.requested = asked
            // Evidence must not hold an answer that was not received.
            page.exchange = nil
            record.pages.append(page)
            resting[record.pages.count - 1] = resting[index]
        }

        /// Some answer could have failed by our own network's fault.
        var sawNetworkTrouble: Bool {
            record.attempts.contains { $0.result == .unreachable } || record.unread.contains { $0.failure != nil }
        }
    }

    func run() async -> Outcome {
        let start = tools.clock.now()
        var outcome = Outcome(record: SiteRecord(target: target, startedAt: start, finishedAt: start))
        outcome.record.portalRead = region.isRead(for: target)
        outcome.record.unreadPortal = region.unreadList(for: target)?.promise.address
        var (found, strange) = await find(&outcome)
        if let found {
            outcome.record.site = found.site
            outcome.neighbours = Self.neighbours(on: found.home.parsed)
            if tools.options.checkDoors, found.site.form != .section {
                outcome.record.doors = await DoorCheck(tools: tools).facts(of: found.site, home: found.home)
            }
        } else if tools.options.exhaustive {
            // Asked for everything: a listed site is read whoever's it is. It is no site of this office all the same.
            found = strange
        }
        let begun = found.map { begin($0, &outcome) }
        // The home page as read is let go before the rest is: five thousand sites at once held a gigabyte of them.
        found = nil
        strange = nil
        if let begun { await read(begun.site, begun.frontier, &outcome) }
        let taken = Set(outcome.record.attempts.filter { Self.isTaken($0.result) }.map(\.candidate.address.host))
        outcome.record.suggestedHost = tools.finder.suggestedHosts(for: target, portal: region.directory)
            .first { !taken.contains($0) }
        outcome.record.finishedAt = tools.clock.now()
        return outcome
    }

    /// Somebody else answers there.
    private static func isTaken(_ result: Attempt.Result) -> Bool { result == .otherOwner || result == .compromised }

    /// Tries the candidates, strongest claim first, until one is the office's.
    ///
    /// A site outside go.id does not end the search: the office may have moved and nobody mended the list. One that
    /// nobody official names is a suspect, and never the site (design, section 3.6).
    private func find(
        _ outcome: inout Outcome
    ) async -> (found: CandidateTrial.Found?, strange: CandidateTrial.Found?) {
        var strange: CandidateTrial.Found?
        var trial = CandidateTrial(
            tools: tools, target: target, identity: region.identity, portalIP: region.portalIP, isLastTry: isLastTry)
        outcome.record.socialMedia =
            (region.directory?.socialMedia(for: target) ?? [])
            + region.sisters.flatMap { $0.socialMedia(for: target) }
        let judge = OfficeJudge(tools.book)
        var outside: CandidateTrial.Found?
        var candidates = tools.finder.candidates(
            for: target, portal: region.directory, sisters: region.sisters,
            registered: tools.register.candidates(for: target) + (region.hints[target.code] ?? []),
            limit: tools.finder.room(
                for: target, portal: region.directory, limit: tools.options.maxCandidates))[...]
        // One address is a question about that address: no other is looked for.
        let isOneAddress = tools.options.maxCandidates <= 1
        if isOneAddress { candidates = candidates.prefix(1) }
        var guesses = 0
        while let candidate = candidates.popFirst() {
            if Task.isCancelled { break }
            let host = tools.book.domains.judge(
                host: candidate.address.host, office: OfficeHint(kind: target.kind, region: target.region))
            if host.form == "social" {
                outcome.record.socialMedia.append(candidate.address)
                continue
            }
            if candidate.reason == .namingRule { guesses += 1 }
            trial.isLikely = guesses <= Self.likelyGuesses
            let answer = await trial.run(candidate)
            outcome.record.attempts += answer.attempts
            keep(answer.answers, &outcome)
            if candidate.reason == .listed { strange = answer.strange }
            guard let found = answer.found else {
                if let page = answer.strange?.home.parsed {
                    candidates = (stated(on: page, candidate) + candidates)[...]
                }
                continue
            }
            guard judge.mayBeTheSite(found.site) else {
                outcome.record.suspects.append(found.site.address)
                keep([found.home], &outcome)
                continue
            }
            if Self.isGoID(found.site.address) { return (found, strange) }
            if outside == nil, !isOneAddress {
                candidates = (newAddresses(on: found.home) + candidates)[...]
            }
            if outside == nil {
                outside = found
            }
        }
        if let outside { return (outside, strange) }
        outcome.record.attempts += silentParent()
        if let domain = tools.book.regions.region(target.region)?.portalDomain {
            outcome.record.wildcardDNS = await tools.wildcards.isWildcard(domain)
        }
        return (nil, strange)
    }

    /// Keeps what answered instead of the office's site, each body once and a few of them.
    private func keep(_ pages: [ReadPage], _ outcome: inout Outcome) {
        var kept = outcome.record.answers ?? []
        for page in pages where kept.count < Self.answerLimit {
            if kept.contains(where: { $0.sha256 == page.fetched.sha256 && $0.address == page.fetched.address }) {
                continue
            }
            kept.append(page.answerRecord)
            if tools.options.keepBodies { outcome.bodies.append(page.body) }
        }
        if !kept.isEmpty { outcome.record.answers = kept }
    }

    private static let answerLimit = 12
    /// Guesses that are asked by `www.` too where name servers know every name.
    private static let likelyGuesses = 4

    /// The parent's site is known and did not answer: a section of this office may stand there, so its silence stands
    /// against an absence. A parent's host that was only guessed stands for nothing.
    private func silentParent() -> [Attempt] {
        guard var attempt = region.unseen[target.code],
            attempt.candidate.reason == .listed || attempt.candidate.reason == .portalLink
        else { return [] }
        attempt.candidate.reason = .sisterLink
        attempt.note = "the parent's site, where a section of this office may stand"
        return [attempt]
    }

    /// The links of a page to go.id hosts other than its own: "Link terkait" in a footer names sister offices.
    private static func neighbours(on home: ParsedPage) -> ParsedPage? {
        var page = ParsedPage(address: home.address)
        page.links = home.links.filter { isGoID($0.address) && $0.address.host != home.address.host }.prefix(60).map {
            Link(address: $0.address, text: $0.text, zone: $0.zone)
        }
        return page.links.isEmpty ? nil : page
    }

    private static func isGoID(_ address: WebAddress) -> Bool { address.host.hasSuffix(".go.id") }

    /// The sites that the portal's page about this office states, where the page itself is no site of it.
    private func stated(on page: ParsedPage, _ candidate: Candidate) -> [Candidate] {
        guard candidate.reason == .portalLink, let portal = region.directory?.portal,
            page.address.hostWithoutWWW == portal.hostWithoutWWW,
            region.identity.section(page, target: target) != .notThisOffice
        else { return [] }
        return StatedSites.addresses(on: page).map {
            Candidate(address: $0, reason: .portalLink, detail: "alamat situs di \(page.address.description)")
        }
    }

    /// Addresses under go.id that carry this office's name, linked from a site of its outside: "we have moved".
    private func newAddresses(on page: ReadPage) -> [Candidate] {
        var seen: Set<String> = []
        return page.parsed.links.lazy.map(\.address)
            .filter { Self.isGoID($0) && region.identity.isNamed(byHost: $0.host, target: target) }
            .filter { seen.insert($0.host).inserted }
            .prefix(2)
            .map { Candidate(address: $0, reason: .redirect, detail: "tautan di \(page.fetched.address)") }
    }

    /// Tells a new frontier what the home page said.
    private func begin(
        _ found: CandidateTrial.Found, _ outcome: inout Outcome
    ) -> (site: FoundSite, frontier: SiteFrontier) {
        var frontier = SiteFrontier(home: found.site.address, options: frontierOptions(found.site))
        take(found.home, requested: found.site.address, isHome: true, &frontier, &outcome)
        return (found.site, frontier)
    }

    /// Reads the site: the frontier says what is worth reading, and is told what it said.
    private func read(_ site: FoundSite, _ start: SiteFrontier, _ outcome: inout Outcome) async {
        let validators = await tools.validators(of: target.code, isCrowded: isCrowded)
        var frontier = start
        var patience = SitePatience(seconds: tools.options.siteSeconds)
        let claims = PageClaims(read: outcome.record.pages.flatMap { [$0.requested, $0.address] } + [site.address])
        // Asked for, and where that led: pages read under another address.
        var doubles: [(asked: WebAddress, page: WebAddress)] = []
        await withTaskGroup(of: (WebAddress, String, SiteAnswer).self) { group in
            var underWay = 0
            var step = frontier.next()
            // Pages that failed by what may pass are asked once more when nothing else is left.
            var held: [(WebAddress, String)] = []
            var asked = 0
            while !Task.isCancelled {
                while underWay < tools.options.transfersPerSite, !patience.isOver(),
                    case .fetch(let address, let text) = step
                {
                    step = frontier.next()
                    guard claims.take(address, for: address) else { continue }
                    let known = validators[address.crawlKey]
                    group.addTask { [tools] in
                        (address, text, await tools.readPage(address, claims, validators: known))
                    }
                    underWay += 1
                }
                guard let (address, text, answer) = await group.next() else {
                    if held.isEmpty { break }
                    if patience.isOver() {
                        giveUp(held, &frontier, &outcome)
                        break
                    }
                    try? await tools.clock.pause(seconds: ScanTools.retryPause)
                    await tools.gate.forgetFailures()
                    for (address, text) in held {
                        take(await tools.read(address), address, text, &frontier, &outcome)
                    }
                    held = []
                    step = frontier.next()
                    continue
                }
                underWay -= 1
                guard case .read(let answer) = answer else {
                    if case .known(let page) = answer { doubles.append((address, page)) }
                    if case .stop = step { step = frontier.next() }
                    continue
                }
                patience.note(Self.failure(answer))
                if tools.mayPass(answer), asked < Self.retryLimit {
                    asked += 1
                    held.append((address, text))
                } else {
                    take(answer, address, text, &frontier, &outcome)
                }
                if case .stop = step { step = frontier.next() }
            }
            group.cancelAll()
        }
        for double in doubles { note(double.asked, leadsTo: double.page, &outcome) }
        if !patience.isOver() { await readDocuments(&frontier, validators, &outcome) }
        if patience.isOver() {
            outcome.record.coverage = .budgetSpent
        } else if !Task.isCancelled, case .stop(let coverage) = frontier.next() {
            outcome.record.coverage = coverage
        }
        outcome.record.openItems = frontier.openItems.sorted()
    }

    /// A link that redirects to a page read under another address is that page, read once.
    private func note(_ asked: WebAddress, leadsTo page: WebAddress, _ outcome: inout Outcome) {
        let key = SiteFrontier.key(of: page)
        let known = outcome.record.pages.firstIndex {
            SiteFrontier.key(of: $0.address) == key || SiteFrontier.key(of: $0.requested) == key
        }
        if let known { outcome.addAgain(known, asked: asked) }
    }

    /// What was to be asked once more, and is not, because the site's time is over.
    private func giveUp(
        _ held: [(WebAddress, String)], _ frontier: inout SiteFrontier, _ outcome: inout Outcome
    ) {
        for (address, text) in held {
            let unread = UnreadPage(address: address, failure: .hostBudgetSpent, linkText: text)
            frontier.failed(unread)
            outcome.record.unread.append(unread)
        }
    }

    private static func failure(_ answer: Result<ReadPage, FetchFailure>) -> FailureKind? {
        if case .failure(let failure) = answer { failure.kind } else { nil }
    }

    /// Pages of one site asked once more at most: a site that fell over altogether is the second pass's matter.
    private static let retryLimit = 8

    /// Reads the documents that promise items no page shows, then the images, a few of each.
    private func readDocuments(
        _ frontier: inout SiteFrontier, _ validators: [String: PageValidators], _ outcome: inout Outcome
    ) async {
        for (documents, limit) in [
            (frontier.documents, tools.options.maxDocuments), (frontier.images, tools.options.maxImages),
        ] {
            var asked = 0
            for document in documents where asked < limit && !Task.isCancelled {
                guard !document.promises.isDisjoint(with: ItemSet(frontier.missingItems)) else { continue }
                asked += 1
                await readDocument(document, validators[document.address.crawlKey], &frontier, &outcome)
            }
        }
    }

    /// One that could not be read, or not surely enough, goes on hiding what it promises.
    private func readDocument(
        _ document: DocumentLink, _ known: PageValidators?, _ frontier: inout SiteFrontier, _ outcome: inout Outcome
    ) async {
        guard case .success(let page) = await tools.read(document.address, validators: known),
            page.fetched.status < 400,
            let completeness = page.document
        else { return }
        frontier.learn(document: document.address, findings: page.reading.findings, isWhole: completeness == .whole)
        outcome.add(page.record, isCrowded: isCrowded)
        if let body = tools.body(of: page, isHome: false) { outcome.bodies.append(body) }
    }

    /// So many sites are open at once that what they hold counts.
    private var isCrowded: Bool { tools.options.offices > Self.crowd }

    static let crowd = 200

    private func frontierOptions(_ site: FoundSite) -> FrontierOptions {
        FrontierOptions(
            maxPages: tools.options.maxPages, exhaustive: tools.options.exhaustive,
            pathPrefix: site.form == .section ? SiteFrontier.sectionPrefix(of: site.address) : nil)
    }

    private func take(
        _ answer: Result<ReadPage, FetchFailure>, _ address: WebAddress, _ text: String, _ frontier: inout SiteFrontier,
        _ outcome: inout Outcome
    ) {
        switch answer {
        case .failure(let failure):
            let unread = UnreadPage(address: address, failure: failure.kind, linkText: text)
            frontier.failed(unread)
            outcome.record.unread.append(unread)
        case .success(let page) where page.fetched.status >= 400:
            let unread = UnreadPage(address: address, status: page.fetched.status, linkText: text)
            frontier.failed(unread)
            outcome.record.unread.append(unread)
        case .success(let page):
            take(page, requested: address, &frontier, &outcome)
        }
    }

    private func take(
        _ page: ReadPage, requested: WebAddress, isHome: Bool = false, _ frontier: inout SiteFrontier,
        _ outcome: inout Outcome
    ) {
        guard page.isHTML else { return }
        frontier.learn(
            page: page.parsed, reading: page.reading, status: page.fetched.status, requested: requested,
            isCut: page.fetched.truncated)
        outcome.add(page.record, isCrowded: isCrowded)
        if let body = tools.body(of: page, isHome: isHome) { outcome.bodies.append(body) }
    }
}
