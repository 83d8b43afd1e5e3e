import Discovery
import Fetch
import Model
import Rules

/// Asks one candidate address, by all its doors, and says what each answer means for one office.
struct CandidateTrial: Sendable {
    let tools: ScanTools
    let target: Target
    let identity: OfficeIdentity

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

    func run(_ candidate: Candidate) async -> Outcome {
        var outcome = Outcome()
        var deadHosts: Set<String> = []
        for address in Endpoints.variants(of: candidate) where !deadHosts.contains(address.host) {
            let door = Candidate(address: address, reason: candidate.reason, detail: candidate.detail)
            let (attempt, found, page) = await ask(door)
            outcome.attempts.append(attempt)
            if let page, ![.site, .section].contains(attempt.result) { outcome.answers.append(page) }
            if attempt.result == .otherOwner { outcome.strange = found }
            if found != nil {
                if attempt.result != .otherOwner { outcome.found = found }
                break
            }
            switch attempt.result {
            case .unreachable where attempt.dns?.hasAddress != false: continue
            case .noSuchName, .unreachable: deadHosts.insert(address.host)
            default: return outcome
            }
        }
        return outcome
    }

    /// One door: the name, the page, whose page it is.
    private func ask(_ candidate: Candidate) async -> (Attempt, Found?, ReadPage?) {
        let dns = await tools.fetcher.resolve(candidate.address.host)
        guard dns.hasAddress else {
            let kind = FailureKind(dns: dns.kind)
            let attempt = Attempt(
                candidate: candidate, at: tools.clock.now(), dns: dns, failure: kind, result: Attempt.Result(kind))
            return (attempt, nil, nil)
        }
        switch await readFollowingRefresh(candidate.address) {
        case .failure(let failure):
            return (Attempt(candidate: candidate, failure: failure, dns: dns), nil, nil)
        case .success(let page):
            let (attempt, found) = await judge(page, candidate, dns)
            return (attempt, found, page)
        }
    }

    /// A home page that only sends on by meta refresh is followed, twice at most.
    private func readFollowingRefresh(_ address: WebAddress) async -> Result<ReadPage, FetchFailure> {
        var answer = await tools.read(address, isHome: true)
        for _ in 0..<2 {
            guard case .success(let page) = answer, let refresh = page.parsed.refresh, refresh.seconds <= 10,
                page.reading.textLength < 200, refresh.address.crawlKey != page.fetched.address.crawlKey
            else { break }
            guard case .success(var next) = await tools.read(refresh.address, isHome: true) else { break }
            next.fetched.trail = page.fetched.trail + next.fetched.trail
            answer = .success(next)
        }
        return answer
    }

    private func judge(_ page: ReadPage, _ candidate: Candidate, _ dns: DNSOutcome) async -> (Attempt, Found?) {
        var attempt = Attempt(candidate: candidate, page: page, dns: dns)
        if let refusal = PageMeaning.refusal(of: page) {
            attempt.result = refusal.result
            attempt.note = refusal.note
            return (attempt, nil)
        }
        if candidate.address.path != "/", await isSoftNotFound(page, requested: candidate.address) {
            attempt.result = .notFound
            attempt.note = "a random path beside it gives the same page"
            return (attempt, nil)
        }
        let score = identity.score(
            page: page.parsed, target: target, candidate: candidate, wildcard: await wildcardPage(candidate))
        attempt.note = score.evidence.joined(separator: "; ")
        var site = FoundSite(
            candidate: candidate, address: page.fetched.address, form: .own, identity: score.value,
            identityEvidence: score.evidence, tls: page.fetched.tls)
        if let form = form(of: page, candidate, score, &attempt) {
            attempt.result = form == .section ? .section : .site
            site.form = form
        }
        return (attempt, attempt.result == .notASite ? nil : Found(site: site, home: page))
    }

    /// Whose page it is; nil when it is not this office's, with the result of the attempt set.
    ///
    /// A page that names nobody counts only where somebody official says that it is the office's.
    private func form(
        of page: ReadPage, _ candidate: Candidate, _ score: IdentityScore, _ attempt: inout Attempt
    ) -> FoundSite.Form? {
        attempt.result = .otherOwner
        if score.names == .otherOffice, !isSectionUnderAnotherTitle(page, candidate) { return nil }
        if score.names == .nobody, !Self.isClaimed(candidate.reason) {
            // A living page on a host that carries the office's name, and no word whose it is: not shown to be the
            // office's, and no absence can be built on it. The judge takes a page without a site for "unclear".
            if isOnOwnHost(page, score) { attempt.result = .site }
            return nil
        }
        guard isSection(page, candidate) else { return score.names == .sharedWithOthers ? .shared : .own }
        switch identity.section(page.parsed, target: target) {
        case .profile: return .section
        case .directoryEntry, .notThisOffice: return nil
        case .empty:
            attempt.result = .notASite
            attempt.condition = .emptyCMS
            return nil
        }
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
        guard address.path.count > 1 || address.query != nil, candidate.address.path.count > 1 else { return false }
        let host = tools.book.domains.judge(host: address.host, office: nil)
        if host.kind == nil || host.kind == "portal" || host.kind != target.kind { return true }
        // `puskesmas.x.go.id/sukamaju`: the host speaks of the kind, and serves many of it.
        return target.kind == "puskesmas" && !identity.isNamed(byHost: address.host, target: target)
    }

    /// What any name under the domain answers, when a guess lies under a domain whose name servers know every name.
    private func wildcardPage(_ candidate: Candidate) async -> PageFingerprint? {
        guard candidate.reason == .namingRule, let domain = tools.book.suffixes.registrable(candidate.address.host),
            domain != candidate.address.host, let host = await tools.wildcards.wildcardHost(of: domain),
            let address = WebAddress("\(candidate.address.scheme)://\(host)/"),
            case .success(let page) = await tools.read(address)
        else { return nil }
        return PageFingerprint(page.parsed)
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
            candidate: candidate, at: failure.at, dns: failure.dns ?? dns, failure: failure.kind, trail: failure.trail,
            ip: failure.ip, result: Result(failure.kind), note: failure.detail)
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
