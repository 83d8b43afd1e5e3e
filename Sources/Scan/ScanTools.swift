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
struct ScanTools: Sendable {
    let book: RuleBook
    let fetcher: Fetcher
    let detector: Detector
    var store: any ScanStore
    let clock: RunClock
    var options: ScanOptions
    let gate: RobotsGate
    let control: ControlHosts
    let suspension = Suspension()
    let wildcards: WildcardProbe
    let finder: CandidateFinder
    let register: HostRegister
    let largePages = Turnstile()
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
        gate = RobotsGate(fetcher: fetcher, agent: options.agent)
        control = ControlHosts(fetcher: fetcher, hosts: options.controlHosts, clock: clock)
        wildcards = WildcardProbe(fetcher: fetcher)
        finder = CandidateFinder(book)
        register = HostRegister(book, hosts: options.register)
        rendering = options.browser.map { [fetcher, gate] in PageRendering($0, fetcher: fetcher, gate: gate) }
        reading = DocumentReading(detector: detector, documents: options.documents, readers: options.readers)
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
    ///   - office: whose page that was; the same bytes under the same rules are not read by the rules again.
    func read(
        _ address: WebAddress, isHome: Bool = false, validators: PageValidators? = nil, office: String = ""
    ) async -> Result<ReadPage, FetchFailure> {
        let request = FetchRequest(address, etag: validators?.etag, lastModified: validators?.lastModified)
        switch await fetcher.fetch(request, permit: { [gate] hop in await gate.permit(hop) }) {
        case .failure(let failure): return .failure(failure)
        case .page(var page):
            if page.notModified, let validators {
                guard let kept = try? await store.body(validators.sha256) else {
                    return await read(address, isHome: isHome)
                }
                page.body = kept.bytes
                page.sha256 = kept.sha256
                page.status = 200
                page.headers.append(Header(name: "content-type", value: kept.contentType))
                page.keep(validators)
            }
            let cut = page.cut
            if cut == nil, let known = await knownReading(of: page, validators, office) { return .success(known) }
            let made = await afterScripts(await make(page, isHome: isHome), isHome: isHome)
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

    /// A page whose bytes, address, rules and program are those of an earlier round: its reading is that of then. Only the
    /// links are cut anew, for the crawl goes on from them. Position 0 is the home page, which is read as such.
    private func knownReading(of page: FetchedPage, _ known: PageValidators?, _ office: String) async -> ReadPage? {
        guard let known, known.sha256 == page.sha256, known.position > 0, known.rulesHash == book.hash,
            known.toolVersion == options.toolVersion, DocumentKind(page.body) == nil,
            let before = try? await store.page(known.position, of: office, in: known.scan),
            before.address == page.address, before.status == page.status,
            before.contentType == page.header("content-type") ?? ""
        else { return nil }
        var request = PageRequest(
            body: page.body, address: page.address, contentType: page.header("content-type"), status: page.status)
        request.onlyParse = true
        guard case .success(let answer) = await reading.read(request) else { return nil }
        return ReadPage(fetched: page, parsed: answer.page, reading: before.reading, notes: answer.notes)
    }

    /// As `read`, and once more after a moment when the failure is one that passes.
    func readTwice(_ address: WebAddress, isHome: Bool = false) async -> Result<ReadPage, FetchFailure> {
        let first = await read(address, isHome: isHome)
        guard mayPass(first), !Task.isCancelled else { return first }
        try? await clock.pause(seconds: Self.retryPause)
        await gate.forgetFailures()
        return await read(address, isHome: isHome)
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
        for index in page.reading.findings.indices { page.reading.findings[index].means = .rendered }
        return .success(page)
    }

    /// Parses and detects one answer. A page that ends its reader twice is a failure of its own, and is kept for study.
    func make(_ page: FetchedPage, isHome: Bool) async -> Result<ReadPage, FetchFailure> {
        guard page.body.count > Self.largePage else { return await readBody(of: page, isHome: isHome) }
        await largePages.enter()
        let made = await readBody(of: page, isHome: isHome)
        await largePages.leave()
        return made
    }

    private func readBody(of page: FetchedPage, isHome: Bool) async -> Result<ReadPage, FetchFailure> {
        let request = PageRequest(
            body: page.body, address: page.address, contentType: page.header("content-type"), status: page.status,
            isHome: isHome)
        switch await reading.read(request) {
        case .success(let answer):
            return .success(
                ReadPage(
                    fetched: page, parsed: answer.page, reading: answer.reading, notes: answer.notes,
                    document: answer.document))
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
    var fetched: FetchedPage
    var parsed: ParsedPage
    var reading: PageReading
    /// What was doubtful about reading it.
    var notes: [String] = []

    /// Nil for a page; for a document or an image how much of it was read.
    var document: DocumentReading.Completeness?

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
            lastModified: fetched.header("last-modified"), bytes: fetched.body.count, fetchedAt: fetched.at,
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
