import Detect
import Discovery
import Documents
import Fetch
import Judge
import Model
import Reader
import Rules
import Store

/// What the offices of a round share. Everything in it may be used from many tasks at once.
///
/// An object: as a value it was 5.6 KB, and every function that waits kept copies of it in its frame (270 KB a site open).
final class ScanTools: Sendable {
    let book: RuleBook
    let fetcher: Fetcher
    let detector: Detector
    let store: any ScanStore
    let clock: RunClock
    let options: ScanOptions
    let gate: RobotsGate
    let control: ControlHosts
    let suspension: Suspension
    let wildcards: WildcardProbe
    let domains: DomainLookup
    let finder: CandidateFinder
    let register: HostRegister
    let largePages: Turnstile
    let reading: DocumentReading
    let rendering: PageRendering?

    init(
        book: RuleBook, fetcher: Fetcher, detector: Detector, store: any ScanStore, clock: RunClock,
        options: ScanOptions
    ) {
        self.book = book
        self.fetcher = fetcher
        self.detector = detector
        self.store = store
        self.clock = clock
        self.options = options
        suspension = Suspension()
        largePages = Turnstile()
        gate = RobotsGate(fetcher: fetcher, agent: options.agent)
        control = ControlHosts(
            fetcher: fetcher, hosts: options.controlHosts, clock: clock, seconds: options.controlSeconds)
        wildcards = WildcardProbe(fetcher: fetcher)
        domains = DomainLookup(fetcher: fetcher)
        finder = CandidateFinder(book)
        register = HostRegister(book, hosts: options.register)
        rendering = options.browser.map { [fetcher, gate] in PageRendering($0, fetcher: fetcher, gate: gate) }
        reading = DocumentReading(detector: detector, documents: options.documents, readers: options.readers)
    }

    /// The same tools, with another store or another number of offices at once.
    init(_ other: ScanTools, store: (any ScanStore)? = nil, offices: Int? = nil) {
        var options = other.options
        options.offices = offices ?? options.offices
        self.options = options
        self.store = store ?? other.store
        book = other.book
        fetcher = other.fetcher
        detector = other.detector
        clock = other.clock
        gate = other.gate
        control = other.control
        suspension = other.suspension
        wildcards = other.wildcards
        domains = other.domains
        finder = other.finder
        register = other.register
        largePages = other.largePages
        reading = other.reading
        rendering = other.rendering
    }

    /// The same tools with the regions that a list's portals bring along, and more hosts to try.
    func knowing(portals: [Target], hosts: [RegisteredHost]) -> ScanTools {
        var options = options
        options.register += hosts
        return ScanTools(
            book: book.including(portals: portals), fetcher: fetcher, detector: detector, store: store, clock: clock,
            options: options)
    }

    /// Fetches one address politely and reads what came.
    ///
    /// - Parameters:
    ///   - validators: what an earlier round knows of this address; a 304 is answered from the store.
    func read(
        _ address: WebAddress, isHome: Bool = false, validators: PageValidators? = nil
    ) async -> Result<ReadPage, FetchFailure> {
        let request = FetchRequest(address, etag: validators?.etag, lastModified: validators?.lastModified)
        let outcome = await fetcher.fetch(request, permit: { [gate] hop in await gate.permit(hop) })
        return await read(outcome, isHome: isHome, validators: validators)
    }

    /// A page of a site, after its home page: of what was parsed only what the crawl goes on from is kept, and a redirect
    /// to a page that is read under its own address is not followed.
    func readPage(
        _ address: WebAddress, _ claims: PageClaims, validators: PageValidators?
    ) async -> SiteAnswer {
        let known = Locked<WebAddress?>(nil)
        let request = FetchRequest(address, etag: validators?.etag, lastModified: validators?.lastModified)
        let outcome = await fetcher.fetch(request) { [gate] hop in
            if let refusal = await gate.permit(hop) { return refusal }
            if hop == address || claims.take(hop, for: address) { return nil }
            known.update { $0 = hop }
            return .cancelled
        }
        if case .failure = outcome, let page = known.value { return .known(page) }
        return .read(
            await read(outcome, isHome: false, validators: validators, onlyCrawlPart: true))
    }

    private func read(
        _ outcome: FetchOutcome, isHome: Bool, validators: PageValidators?, onlyCrawlPart: Bool = false
    ) async -> Result<ReadPage, FetchFailure> {
        switch outcome {
        case .failure(let failure): return .failure(failure)
        case .page(var page):
            if let known = await knownReading(of: page, validators) { return .success(known) }
            if page.notModified, let validators {
                guard let kept = try? await store.body(validators.sha256) else {
                    return await read(page.requested, isHome: isHome)
                }
                page.body = kept.bytes
                page.sha256 = kept.sha256
                page.status = 200
                page.headers.append(Header(name: "content-type", value: kept.contentType))
                page.keep(validators)
            }
            let cut = page.cut
            let made = await afterScripts(
                await make(page, isHome: isHome, onlyCrawlPart: onlyCrawlPart), isHome: isHome)
            // What came before the body broke off counts when it is something to read.
            if let cut, case .success(let part) = made, part.reading.textLength < Self.leastText {
                return .failure(
                    FetchFailure(
                        requested: page.requested, kind: cut, detail: "the body broke off", trail: page.trail,
                        dns: page.dns, ip: page.ip, at: page.at, milliseconds: page.milliseconds))
            }
            return made
        }
    }

    /// A page whose bytes, address, rules and program are those of an earlier round, by 304 or by its hash: its reading and
    /// its links are those of then, and neither body nor row is unpacked. Never a home page, which is read as such.
    private func knownReading(of page: FetchedPage, _ known: PageValidators?) async -> ReadPage? {
        guard let known, known.position > 0, page.cut == nil, !page.truncated,
            page.notModified || page.status == 200 && page.sha256 == known.sha256,
            let bytes = await keptReading(of: page, known),
            let kept = KeptReading(bytes), kept.page.address == page.address,
            page.notModified || kept.contentType == page.header("content-type") ?? ""
        else { return nil }
        var page = page
        if page.notModified {
            page.sha256 = known.sha256
            page.status = 200
            page.headers.append(Header(name: "content-type", value: kept.contentType))
            page.keep(known)
        }
        page.body = []
        return ReadPage(
            fetched: page, parsed: kept.page, reading: kept.reading, notes: kept.notes,
            document: kept.document.flatMap(DocumentReading.Completeness.init), keptSize: kept.size)
    }

    private func keptReading(of page: FetchedPage, _ known: PageValidators) async -> [UInt8]? {
        if let kept = known.kept, kept.address == page.address { return kept.bytes }
        return try? await store.keptReading(of: known.sha256, at: page.address, by: program)
    }

    /// What the last round knows of an office's pages; what reading them gave comes along where few sites are open, for it
    /// takes 4 KB a page.
    func validators(of office: String, isCrowded: Bool) async -> [String: PageValidators] {
        if isCrowded { return (try? await store.validators(of: office)) ?? [:] }
        return (try? await store.validators(of: office, keptBy: program)) ?? [:]
    }

    /// By what a reading was made; another version or other rules read anew.
    private var program: String { "\(options.toolVersion) \(book.hash) \(KeptReading.form)" }

    /// The body for the store, with what reading it gave; nil when the store has both already.
    ///
    /// - Parameter isHome: it was read as a home page; another office may come to it as a page like others.
    func body(of page: ReadPage, isHome: Bool) -> StoredBody? {
        guard options.keepBodies, page.keptSize == nil else { return nil }
        var body = page.body
        let fetched = page.fetched
        let isWhole = fetched.cut == nil && !fetched.truncated && fetched.status == 200
        // What a browser or a document tool would read better next time is read again.
        let isFinal = page.document == nil || page.document == .whole
        if isWhole, isFinal, !isHome, !page.notes.contains("rendered"), page.reading.condition != .spaShell {
            let kept = KeptReading(
                page: page.wire == nil ? page.parsed.crawlPart : page.parsed, reading: page.reading, notes: page.notes,
                document: page.document?.rawValue,
                size: fetched.body.count, contentType: fetched.header("content-type") ?? "", wire: page.wire)
            body.reading = StoredReading(address: fetched.address, program: program, bytes: kept.bytes)
        }
        body.pack()
        return body
    }

    /// Forgets what failed, so that another pass asks again: rules of robots, and names that got no answer.
    func forgetFailures() async {
        fetcher.forgetFailedNames()
        await gate.forgetFailures()
    }

    /// As `read`, and once more after a moment when the failure is one that passes.
    func readTwice(_ address: WebAddress, isHome: Bool = false) async -> Result<ReadPage, FetchFailure> {
        let first = await read(address, isHome: isHome)
        guard mayPass(first), !Task.isCancelled else { return first }
        try? await clock.pause(seconds: Self.retryPause)
        await gate.forgetFailures()
        return await read(address, isHome: isHome)
    }

    /// A home page; in the last try one that broke off at once is asked once more: a host that resets its first question,
    /// and leads to another that does, is no dead one. What takes its time to fail is not asked again.
    func readHome(_ address: WebAddress, isLastTry: Bool) async -> Result<ReadPage, FetchFailure> {
        let first = await read(address, isHome: true)
        guard isLastTry, case .failure(let failure) = first, failure.brokeOff, !Task.isCancelled else { return first }
        try? await clock.pause(seconds: Self.retryPause)
        await gate.forgetFailure(of: failure.lastAsked)
        return await read(address, isHome: true)
    }

    /// Characters of text below which a page that broke off is taken for no page.
    private static let leastText = 200
    /// Bytes of a page from which on only one is read at a time: many at once would take the memory of the rest.
    private static let largePage = 1 << 20

    /// Seconds before what failed is asked once more within the same site.
    static let retryPause = 2.0

    /// The answer may be another one in a moment: a failure below HTTP that is worth a retry, or a server's own error.
    func mayPass(_ answer: Result<ReadPage, FetchFailure>) -> Bool {
        switch answer {
        case .failure(let failure): book.failures.shouldRetry(failure.kind)
        case .success(let page): page.fetched.status >= 500 || page.fetched.cut != nil
        }
    }

    /// A page that only scripts write is read as it stands after they ran, when there is a browser.
    private func afterScripts(
        _ answer: Result<ReadPage, FetchFailure>, isHome: Bool
    ) async -> Result<ReadPage, FetchFailure> {
        guard let rendering, case .success(let shell) = answer, shell.isHTML, shell.reading.condition == .spaShell,
            let rendered = await rendering.render(shell.fetched),
            case .success(var page) = await make(rendered, isHome: isHome), page.reading.condition != .spaShell
        else { return answer }
        page.notes.append("rendered")
        page.unrendered = shell.fetched.body
        for index in page.reading.findings.indices { page.reading.findings[index].means = .rendered }
        return .success(page)
    }

    /// Parses and detects one answer. A page that ends its reader twice is a failure of its own, and is kept for study.
    func make(
        _ page: FetchedPage, isHome: Bool, onlyCrawlPart: Bool = false
    ) async -> Result<ReadPage, FetchFailure> {
        guard page.body.count > Self.largePage else { return await readBody(of: page, isHome, onlyCrawlPart) }
        await largePages.enter()
        let made = await readBody(of: page, isHome, onlyCrawlPart)
        await largePages.leave()
        return made
    }

    private func readBody(
        of page: FetchedPage, _ isHome: Bool, _ onlyCrawlPart: Bool
    ) async -> Result<ReadPage, FetchFailure> {
        var request = PageRequest(
            body: page.body, address: page.address, contentType: page.header("content-type"), status: page.status,
            isHome: isHome)
        request.onlyCrawlPart = onlyCrawlPart
        switch await reading.read(request) {
        case .success(let answer):
            return .success(
                ReadPage(
                    fetched: page, parsed: answer.page, reading: answer.reading, notes: answer.notes,
                    document: answer.document, wire: onlyCrawlPart ? answer.wire : nil))
        case .failure(let trouble):
            if trouble != .noReader {
                options.study?.keep(
                    page.body, sha256: page.sha256, address: page.address, trouble: trouble, at: page.at)
            }
            return .failure(
                FetchFailure(
                    requested: page.requested, kind: .readerFailed, detail: trouble.rawValue, trail: page.trail,
                    dns: page.dns, ip: page.ip, at: page.at))
        }
    }
}

/// One page on its way through the stages: as received, as parsed, as read by the rules.
struct ReadPage: Sendable {
    @Boxed var fetched: FetchedPage
    @Boxed var parsed: ParsedPage
    var reading: PageReading
    /// What was doubtful about reading it.
    var notes: [String] = []

    /// The bytes as they came, of a page that was read after its scripts ran: what stood in the scripts is gone then.
    var unrendered: [UInt8]?

    /// Nil for a page; for a document or an image how much of it was read.
    var document: DocumentReading.Completeness?

    /// Bytes of the body, when it is in the store already and was not unpacked for this.
    var keptSize: Int?

    /// Crawl part and reading as bytes, when a reader gave them and nothing was changed since.
    var wire: [UInt8]?

    /// An HTML page, by its declared type or, without one, by what was found in it.
    var isHTML: Bool {
        if document != nil { return false }
        return switch fetched.mediaType {
        case "text/html", "application/xhtml+xml": true
        case "", "text/plain", "application/octet-stream": !parsed.blocks.isEmpty && parsed.elementCount > 2
        default: false
        }
    }

    /// The row that is kept.
    var record: PageRecord {
        PageRecord(
            requested: fetched.requested, address: fetched.address, status: fetched.status,
            title: PrivateData.masked(parsed.title),
            sha256: fetched.sha256, ip: fetched.ip, etag: fetched.header("etag"),
            lastModified: fetched.header("last-modified"), bytes: keptSize ?? fetched.body.count, fetchedAt: fetched.at,
            contentType: fetched.header("content-type") ?? "",
            notes: (fetched.truncated ? ["body_truncated"] : []) + (fetched.cut.map { ["cut_" + $0.rawValue] } ?? [])
                + notes, reading: reading,
            exchange: HTTPExchange(fetched))
    }

    /// The row of a page that is no page of the office: what it is counts, what stands in it does not.
    var answerRecord: PageRecord {
        var record = record
        record.reading.findings = []
        return record
    }

    var body: StoredBody {
        StoredBody(
            sha256: fetched.sha256, contentType: fetched.header("content-type") ?? "", bytes: fetched.body)
    }
}

extension FetchedPage {
    /// A 304 need not repeat the validators (RFC 9110 section 15.4.5); they hold for the next round too.
    fileprivate mutating func keep(_ validators: PageValidators) {
        if header("etag") == nil, let etag = validators.etag { headers.append(Header(name: "etag", value: etag)) }
        if header("last-modified") == nil, let time = validators.lastModified {
            headers.append(Header(name: "last-modified", value: time))
        }
    }
}

extension FetchFailure {
    /// The connection was cut, at once: nothing is lost by another question.
    fileprivate var brokeOff: Bool {
        switch kind {
        case .connectionReset, .closedEarly, .emptyReply: milliseconds < 2_000
        default: false
        }
    }

    /// The address that failed: the one asked for, or where the last answer led to.
    fileprivate var lastAsked: WebAddress {
        guard let last = trail.last, let location = last.location else { return requested }
        return WebAddress(location, base: last.address) ?? requested
    }
}
