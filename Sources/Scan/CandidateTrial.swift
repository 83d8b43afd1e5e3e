import Discovery
import Fetch
import Model
import Rules

/// Asks one candidate address, by all its doors, and says what each answer means for one office.
struct CandidateTrial: Sendable {
    let tools: ScanTools
    let target: Target
    let identity: OfficeIdentity
    /// The server that gave us the portal, when it was read.
    var portalIP: String?
    /// Nobody asks again after this.
    var isLastTry = false
    /// The guess is among the first few.
    var isLikely = false

    struct Outcome: Sendable {
        var attempts: [Attempt] = []
        /// The page of this office, when one answered.
        var found: Found?
        /// A readable page that answered and is not this office's, as far as its words tell.
        var strange: Found?
        /// Pages that answered and are not this office's site; evidence of what stands at the address instead.
        var answers: [ReadPage] = []
    }

    struct Found: Sendable {
        var site: FoundSite
        var home: ReadPage
    }

    /// Asks door after door until one is the office's. A door that shows something else does not close the others: a
    /// default page on http may stand beside the site on https, the portal on the bare host beside the site on `www.`.
    func run(_ candidate: Candidate) async -> Outcome {
        var outcome = Outcome()
        var deadHosts: Set<String> = []
        var met: Set<String> = []
        for address in await doors(of: candidate) where !deadHosts.contains(address.host) {
            // Where an earlier door led to needs no second question.
            guard !met.contains(address.crawlKey) else { continue }
            let door = Candidate(address: address, reason: candidate.reason, detail: candidate.detail)
            let (attempt, found) = await ask(door, of: candidate)
            outcome.attempts.append(attempt)
            met.formUnion(attempt.trail.map(\.address.crawlKey))
            if attempt.result == .otherOwner, outcome.strange == nil { outcome.strange = found }
            if found != nil, attempt.result != .otherOwner {
                outcome.found = found
                break
            }
            switch attempt.result {
            case .unreachable where attempt.dns?.hasAddress != false: continue
            case .noSuchName, .unreachable, .blocked: deadHosts.insert(address.host)
            // Nobody named this one; what it does closes no other door.
            case .notCounted where address.host != candidate.address.host: continue
            case .compromised, .notCounted: return outcome
            case .otherOwner, .notASite, .notFound, .site, .section: continue
            }
        }
        return outcome
    }

    /// The doors of a candidate; those of `www.` too where a guessed name is unknown and `www.` before it is known.
    private func doors(of candidate: Candidate) async -> [WebAddress] {
        let doors = Endpoints.variants(of: candidate)
        let host = candidate.address.host
        guard candidate.reason == .namingRule, !host.hasPrefix("www."), candidate.address.path == "/" else {
            return doors
        }
        switch await tools.fetcher.resolve(host).kind {
        // Where every name is known, the bare one tells nothing of `www.` before it; the likeliest guesses ask both.
        case .addresses where isLikely:
            guard await isUnderWildcard(candidate.address) else { return doors }
            return doors + ["http", "https"].compactMap { WebAddress("\($0)://www.\(host)/") }
        case .nxdomain, .nodata:
            guard await tools.fetcher.resolve("www." + host).hasAddress else { return doors }
            return doors + ["https", "http"].compactMap { WebAddress("\($0)://www.\(host)/") }
        default: return doors
        }
    }

    /// One door: the name, the page, whose page it is.
    private func ask(_ door: Candidate, of candidate: Candidate) async -> (Attempt, Found?) {
        let dns = await tools.fetcher.resolve(door.address.host)
        guard dns.hasAddress else {
            let kind = FailureKind(dns: dns.kind)
            let attempt = Attempt(
                candidate: door, at: tools.clock.now(), dns: dns, failure: kind, result: Attempt.Result(kind))
            return (attempt, nil)
        }
        // The list, the portal or the office names this very host; any other is a guess of ours.
        let isOtherHost = door.address.host != candidate.address.host
        let isGuess = !Self.isClaimed(candidate.reason) || isOtherHost
        switch await readThroughFront(door) {
        case .failure(let failure):
            var attempt = Attempt(candidate: door, failure: failure, dns: dns)
            if isOtherHost, await isUnderWildcard(door.address) {
                attempt.result = .notCounted
                attempt.note = "any name under this domain resolves; nobody named this one"
            }
            return (attempt, nil)
        case .success(let page):
            let nobody = isGuess ? await wildcardAnswer(door.address) : nil
            var (attempt, found) = await judge(page, door, dns, isGuess, nobody)
            if let nobody, isUnlike(page, nobody) { attempt.isUnlikeWildcard = true }
            return (attempt, found)
        }
    }

    /// A page that is only a door (meta refresh, script, frame, splash) is gone through, three times at most; what lies
    /// behind counts when it says more.
    private func readThroughFront(_ door: Candidate) async -> Result<ReadPage, FetchFailure> {
        let first = await tools.readHome(door.address, isLastTry: isLastTry)
        guard case .success(var page) = first else { return first }
        for _ in 0..<3 where page.fetched.status < 400 {
            let names = identity.score(page: page.parsed, target: target, candidate: door).names
            let isOwners = names != .nobody && !identity.isOnPortal(page.fetched.address)
            guard let next = await behind(page, isOwners: isOwners) else { break }
            page = next
        }
        return .success(page)
    }

    private func behind(_ page: ReadPage, isOwners: Bool) async -> ReadPage? {
        let ways = FrontDoor.ways(
            on: page.parsed, body: page.fetched.body, textLength: page.reading.textLength, isOwners: isOwners)
        for way in ways {
            guard case .success(var next) = await tools.read(way, isHome: true), next.fetched.status < 400, next.isHTML
            else { continue }
            next.fetched.trail = page.fetched.trail + next.fetched.trail
            return next
        }
        return nil
    }

    private func judge(
        _ page: ReadPage, _ candidate: Candidate, _ dns: DNSOutcome, _ isGuess: Bool, _ nobody: WildcardAnswer?
    ) async -> (Attempt, Found?) {
        var attempt = Attempt(candidate: candidate, page: page, dns: dns)
        if let nobody, isNobodys(page, nobody) {
            attempt.result = .notFound
            attempt.note = "any name under this domain answers so"
            return (attempt, nil)
        }
        if let refusal = PageMeaning.refusal(of: page) {
            attempt.result = refusal.result
            attempt.note = refusal.note
            return (attempt, nil)
        }
        if let front = portalFront(page, candidate) {
            attempt.result = .otherOwner
            attempt.note = "leads to the front of the portal: \(front)"
            return (attempt, nil)
        }
        if candidate.address.path != "/", await isSoftNotFound(page, requested: candidate.address) {
            attempt.result = .notFound
            attempt.note = "a random path beside it gives the same page"
            return (attempt, nil)
        }
        let score = identity.score(
            page: page.parsed, target: target, candidate: candidate, wildcard: nobody?.fingerprint)
        attempt.note = score.evidence.joined(separator: "; ")
        if let nobody, score.names == .nobody, isSame(page, nobody) {
            attempt.result = .notFound
            return (attempt, nil)
        }
        var site = FoundSite(
            candidate: candidate, address: page.fetched.address, form: .own, identity: score.value,
            identityEvidence: score.evidence, tls: page.fetched.tls)
        if let form = form(of: page, candidate, score, isGuess, &attempt) {
            attempt.result = form == .section ? .section : .site
            site.form = form
        }
        return (attempt, attempt.result == .notASite ? nil : Found(site: site, home: page))
    }

    /// Whose page it is; nil when it is not this office's, with the result of the attempt set.
    ///
    /// A page that names nobody counts only where somebody official says that it is the office's.
    private func form(
        of page: ReadPage, _ candidate: Candidate, _ score: IdentityScore, _ isGuess: Bool,
        _ attempt: inout Attempt
    ) -> FoundSite.Form? {
        attempt.result = .otherOwner
        if score.names == .otherOffice, !isSectionUnderAnotherTitle(page, candidate) { return nil }
        if score.names == .nobody, isGuess {
            // A living page on a host that carries the office's name, and no word whose it is: not shown to be the
            // office's, and no absence can be built on it. The judge takes a page without a site for "unclear".
            if isOnOwnHost(page, score) { attempt.result = .site }
            return nil
        }
        // A list of offices that names nobody as its owner is no office's, whoever's line led there.
        if score.names == .nobody, identity.isListPage(page.fetched.address) { return nil }
        // A host that bears the office's own name is nobody's shared one, whatever its query says.
        if isFrontOnSharedHost(page, candidate, score), Self.isFrontOfTenant(page),
            !identity.isNamed(byHost: page.fetched.address.host, target: target)
        {
            return .section
        }
        guard isSection(page, candidate) else { return score.names == .sharedWithOthers ? .shared : .own }
        switch identity.section(page.parsed, target: target) {
        case .profile: return .section
        case .directoryEntry, .notThisOffice:
            if isFrontOnSharedHost(page, candidate, score) { attempt.result = .site }
            return nil
        case .empty:
            attempt.result = .notASite
            attempt.condition = .emptyCMS
            return nil
        }
    }

    /// Somebody official leads to this page of a host that is not the portal's, and the page says that it is this office's:
    /// a front among many on one server. However short it is, no absence can be built on it.
    private func isFrontOnSharedHost(_ page: ReadPage, _ candidate: Candidate, _ score: IdentityScore) -> Bool {
        (Self.isClaimed(candidate.reason) || candidate.reason == .sisterLink) && score.isThisOffice
            && !identity.isOnPortal(page.fetched.address)
    }

    /// `opd.x.go.id/?opd=dinsos`: the root of a host, told apart by its query, with a page of several parts.
    private static func isFrontOfTenant(_ page: ReadPage) -> Bool {
        let address = page.fetched.address
        let isRoot = address.path == "/" || address.path == "/index.php"
        return isRoot && address.query != nil && page.parsed.blocks.count { $0.zone == .main } >= 4
    }

    /// The page lies at the root of a host of the region that is named after this very office; never under a wildcard,
    /// where the page is everybody's and its score is 0.
    private func isOnOwnHost(_ page: ReadPage, _ score: IdentityScore) -> Bool {
        let address = page.fetched.address
        let host = tools.book.domains.judge(host: address.host, office: nil)
        guard score.value > 0, address.path == "/", host.region == target.region else { return false }
        return identity.isNamed(byHost: address.host, target: target)
            || (!target.kind.isEmpty && host.kind == target.kind)
    }

    /// Somebody official says that this address is the office's.
    private static func isClaimed(_ reason: Candidate.Reason) -> Bool {
        switch reason {
        case .listed, .portalLink, .redirect: true
        case .register, .sitemap, .sisterLink, .namingRule: false
        }
    }

    /// A page whose title is the portal's or the parent's, and whose heading is this office: a section, when it was
    /// linked under the office's name and lies in the region's own web.
    private func isSectionUnderAnotherTitle(_ page: ReadPage, _ candidate: Candidate) -> Bool {
        guard candidate.reason == .portalLink || candidate.reason == .sisterLink, isSection(page, candidate),
            tools.book.domains.judge(host: page.fetched.address.host, office: nil).region == target.region
        else { return false }
        return identity.isNamed(byHeadingOf: page.parsed, target: target)
    }

    /// A page below the root of the portal's or another office's host is a section; a site of its own may live in a path.
    private func isSection(_ page: ReadPage, _ candidate: Candidate) -> Bool {
        let address = page.fetched.address
        let asked = candidate.address
        guard address.path.count > 1 || address.query != nil, asked.path.count > 1 || asked.query != nil else {
            return false
        }
        // Below go.id only: elsewhere a path is how a free hoster or a shared server gives an office a site of its own.
        guard address.host.hasSuffix(".go.id") else { return false }
        let host = tools.book.domains.judge(host: address.host, office: nil)
        // `unit7.x.go.id/index.php/home` is the front of a host of its own, whatever its name says.
        if host.kind == nil, FrontDoor.isFront(address), !identity.isOnPortal(address) { return false }
        if host.kind == nil || host.kind == "portal" || host.kind != target.kind { return true }
        // `puskesmas.x.go.id/sukamaju`: the host speaks of the kind, and serves many of it.
        return target.kind == "puskesmas" && !identity.isNamed(byHost: address.host, target: target)
    }

    /// The portal's own front, when an office's host leads there; where a portal has frames, its front is no content.
    private func portalFront(_ page: ReadPage, _ candidate: Candidate) -> WebAddress? {
        guard !target.isPortal, !identity.isPortalFront(candidate.address) else { return nil }
        return (page.fetched.trail.map(\.address) + [page.fetched.address]).first(where: identity.isPortalFront)
    }

    /// What any name under the domain answers, where its name servers know every name; asked once per domain.
    private func wildcardAnswer(_ address: WebAddress) async -> WildcardAnswer? {
        guard let domain = tools.book.suffixes.registrable(address.host) else { return nil }
        return await tools.wildcards.answer(to: address, under: domain) { [tools] random in
            guard case .success(let page) = await tools.read(random) else { return nil }
            return WildcardAnswer(
                status: page.fetched.status, ip: page.fetched.ip,
                fingerprint: PageFingerprint(page.parsed, erasing: random.host))
        }
    }

    private func isUnderWildcard(_ address: WebAddress) async -> Bool {
        guard let domain = tools.book.suffixes.registrable(address.host), domain != address.host else { return false }
        return await tools.wildcards.isWildcard(domain)
    }

    private func isSame(_ page: ReadPage, _ nobody: WildcardAnswer) -> Bool {
        PageFingerprint(page.parsed, erasing: page.fetched.address.host).isSame(as: nobody.fingerprint)
    }

    /// Another page by content and by title: what differs by a date or a random line is the same answer.
    private func isUnlike(_ page: ReadPage, _ nobody: WildcardAnswer) -> Bool {
        let own = PageFingerprint(page.parsed, erasing: page.fetched.address.host)
        return own.title != nobody.fingerprint.title && !own.isSame(as: nobody.fingerprint)
    }

    /// An answer without content of anybody, the same that a made-up name gets. A refusal counts so only from the server
    /// that gave us the portal: elsewhere it may be us who are refused.
    private func isNobodys(_ page: ReadPage, _ nobody: WildcardAnswer) -> Bool {
        guard page.fetched.status == nobody.status, let refusal = PageMeaning.refusal(of: page) else { return false }
        let isSame = isSame(page, nobody)
        switch refusal.result {
        case .notFound, .notASite: return isSame
        case .blocked: return isSame && portalIP != nil && page.fetched.ip == portalIP && nobody.ip == portalIP
        default: return false
        }
    }

    /// A random path is asked first; a page that looks like its answer is a "not found" with a 200 (design, section 3.5).
    private func isSoftNotFound(_ page: ReadPage, requested: WebAddress) async -> Bool {
        let path = SoftNotFound.probePath(seed: UInt64.random(in: 1...UInt64.max))
        guard let probe = WebAddress(path, base: requested) else { return false }
        let habit: SoftNotFound
        switch await tools.read(probe) {
        case .success(let answer):
            habit = SoftNotFound(
                requested: probe, final: answer.fetched.address, status: answer.fetched.status, page: answer.parsed)
        case .failure: habit = SoftNotFound()
        }
        return habit.isNotFound(requested: requested, page: page.parsed)
    }
}

extension Attempt {
    /// An attempt that ended without an answer.
    init(candidate: Candidate, failure: FetchFailure, dns: DNSOutcome) {
        self.init(
            candidate: candidate, at: failure.at, dns: failure.trail.isEmpty ? failure.dns ?? dns : dns,
            failure: failure.kind, trail: failure.trail, ip: failure.ip, result: Result(failure), note: failure.detail)
    }

    /// An attempt that ended with an answer; what it means is said later.
    init(candidate: Candidate, page: ReadPage, dns: DNSOutcome) {
        let fetched = page.fetched
        self.init(
            candidate: candidate, at: fetched.at, dns: fetched.dns ?? dns, status: fetched.status,
            finalAddress: fetched.address, tls: fetched.tls, trail: fetched.trail, ip: fetched.ip,
            sha256: fetched.sha256, result: .notCounted, condition: page.reading.condition)
    }
}
