import Model

/// The one thread of the network: owns curl, c-ares, the queues and every transfer.
final class TransferLoop {
    private let settings: FetchSettings
    private let mailbox: Mailbox
    private let caFile: String
    private let clock: () -> Timestamp
    private let guardian: AddressGuard
    private let lookup: RouteLookup
    private let epoll = Epoll()
    private let curl: CurlMulti
    private let channel: AresChannel?
    private let resolver: NameResolver
    private var politeness: Politeness
    /// Every job that has no answer yet.
    private var transfers: [UInt64: Transfer] = [:]
    /// Jobs with a handle at work.
    private var active: Set<UInt64> = []
    private var idle: [CurlEasy] = []
    private var tlsMemory = TLSMemory()
    private var nextSweep = 0.0
    private var nextTick = 0.0
    private var stopping: [CheckedContinuation<Void, Never>?]?
    private var tally = FetchCounters()
    private let registrable: (String) -> String?

    private static let sweepSeconds = 0.25
    /// Starts between two looks at the sockets: a thousand handshakes at once would time out on our own CPU.
    private static let startsAtOnce = 32
    private static let idleHandles = 512
    /// A 429 or 503 slows its server's queue down as an answer of this latency would.
    private static let overloadSeconds = 10.0

    /// Nil when libcurl cannot be set up.
    init?(
        settings: FetchSettings, registrable: @escaping (String) -> String?, mailbox: Mailbox, caFile: String,
        fileLimit: Int,
        clock: @escaping () -> Timestamp
    ) {
        self.settings = settings
        self.registrable = registrable
        self.mailbox = mailbox
        self.caFile = caFile
        self.clock = clock
        guardian = AddressGuard(allowPrivate: settings.allowPrivate)
        let connections = max(64, min(settings.keptConnections, fileLimit - 200))
        guard let curl = CurlMulti(epoll: epoll, maxConnections: connections) else { return nil }
        self.curl = curl
        channel =
            settings.hosts == nil
            ? AresChannel(servers: settings.dnsServers, seconds: settings.timeouts.dns, epoll: epoll) : nil
        resolver = NameResolver(hosts: settings.hosts, channel: channel)
        lookup = RouteLookup(settings: settings, guardian: guardian, resolver: resolver)
        let concurrency = min(settings.concurrency, max(16, fileLimit - 200))
        politeness = Politeness(
            concurrency: concurrency, perKey: settings.perIP, delay: settings.delaySeconds,
            perDomain: settings.perDomain)
        epoll.watch(mailbox.bell.descriptor, owner: .bell, read: true, write: false)
    }

    /// Works until it is told to stop; returns those who wait for the end.
    func run() -> [CheckedContinuation<Void, Never>] {
        while stopping == nil {
            for event in epoll.wait(seconds: waitSeconds()) { dispatch(event) }
            for command in mailbox.takeAll() { obey(command) }
            if curl.timerDue <= Linux.seconds() { curl.actOnTimer() }
            while let (easy, code) = curl.nextFinished() { ended(easy, code: code) }
            let now = Linux.seconds()
            if now >= nextTick { tick(now) }
            if now >= nextSweep { sweep(now) }
            startTurns(now)
        }
        close()
        return (stopping ?? []).compactMap { $0 }
    }

    private func waitSeconds() -> Double {
        let now = Linux.seconds()
        var due = min(curl.timerDue, resolver.nextTick(now: now), politeness.nextStart() ?? .infinity)
        if !active.isEmpty { due = min(due, nextSweep) }
        return max(0, min(due - now, 60))
    }

    private func dispatch(_ event: Epoll.Event) {
        switch event.owner {
        case .bell: mailbox.bell.clear()
        case .curl: curl.act(event)
        case .ares: channel?.process(event)
        }
    }

    private func obey(_ command: Command) {
        switch command {
        case .fetch(let job): begin(job)
        case .resolve(let host, let reply): lookup.find(host) { reply.resume(returning: $0) }
        case .records(let name, let type, let reply):
            resolver.records(of: name, type: type) { reply.resume(returning: $0) }
        case .forgetFailedNames: resolver.forgetFailures()
        case .cancel(let id): cancel(id)
        case .setDelay(let seconds, let host): politeness.setDelay(min(seconds, settings.crawlDelayCap), host: host)
        case .admitted(let id, let addresses, let wait): admitted(id, addresses, wait)
        case .stop(let done): stopping = (stopping ?? []) + [done]
        }
    }

    // MARK: Names

    private func begin(_ job: HopJob) {
        let transfer = Transfer(job: job, route: Route(job.address, settings: settings))
        transfers[job.id] = transfer
        lookup.find(job.address.host, transfer.route) { [weak self] outcome in self?.named(transfer, outcome) }
    }

    private func named(_ transfer: Transfer, _ outcome: DNSOutcome) {
        guard transfers[transfer.job.id] === transfer else { return }
        transfer.dns = outcome
        if let kind = FailureMapping.failure(outcome.kind) { return fail(transfer, kind) }
        transfer.addresses = outcome.addresses.compactMap { IPAddress($0) }
        guard !transfer.addresses.isEmpty else { return fail(transfer, .dnsNoData) }
        guard let turns = settings.turns else { return enqueue(transfer) }
        let (id, addresses, mailbox) = (transfer.job.id, keys(of: transfer), mailbox)
        Task { mailbox.post(.admitted(id, addresses, await turns.enter(addresses))) }
    }

    /// Shared work: the turn has come, or will not. A job that was cancelled meanwhile gives its turn back.
    private func admitted(_ id: UInt64, _ addresses: [String], _ wait: Double?) {
        guard let transfer = transfers[id] else {
            if wait != nil { settings.turns?.leave(addresses, pause: nil) }
            return
        }
        guard let wait else { return fail(transfer, .cancelled, detail: "no turn") }
        transfer.turn = addresses
        enqueue(transfer)
        let now = Linux.seconds()
        if wait > 0 { politeness.hold(key: key(of: transfer), until: now + wait, now: now) }
    }

    /// What politeness counts a transfer by.
    private func key(of transfer: Transfer) -> String { keys(of: transfer).first ?? "" }

    /// The same of every address it may go to.
    private func keys(of transfer: Transfer) -> [String] {
        let host = transfer.job.address.host
        var keys: [String] = []
        for address in transfer.addresses {
            let key = settings.sharedEdges.key(of: address.description) { registrable(host) ?? host }
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    private func enqueue(_ transfer: Transfer) {
        politeness.enqueue(
            transfer.job.id, key: key(of: transfer), host: transfer.job.address.host, domain: transfer.job.domain,
            priority: transfer.job.priority, now: Linux.seconds())
    }

    // MARK: Transfers

    private func startTurns(_ now: Double) {
        let ids = politeness.start(now: now, limit: Self.startsAtOnce)
        guard !ids.isEmpty else { return }
        defer { publish() }
        for id in ids {
            guard let transfer = transfers[id] else { continue }
            if let turns = settings.turns, !turns.mayStart(transfer.turn) {
                fail(transfer, .cancelled, detail: "the turn was lost")
                continue
            }
            transfer.mode = tlsMemory.mode(of: transfer.origin, now: now)
            start(transfer)
        }
    }

    private func start(_ transfer: Transfer) {
        guard let easy = idle.popLast() ?? CurlEasy(agent: settings.agent, caFile: caFile, guardian: guardian) else {
            return fail(transfer, .internalError, detail: "no handle")
        }
        let now = Linux.seconds()
        transfer.begin(now: now)
        transfer.easy = easy
        easy.job = transfer.job.id
        easy.intake = Intake(
            maxBodyBytes: transfer.job.maxBytes, maxTextBytes: settings.maxTextBytes,
            maxHeaderBytes: settings.maxHeaderBytes,
            maxHeaderCount: settings.maxHeaderCount, deadline: now + settings.timeouts.total)
        easy.prepare(order(for: transfer))
        guard curl.add(easy) else { return fail(transfer, .internalError, detail: "handle not accepted") }
        active.insert(transfer.job.id)
        tally.requests += 1
        tally.inFlightPeak = max(tally.inFlightPeak, active.count)
    }

    private func order(for transfer: Transfer) -> CurlOrder {
        CurlOrder(
            url: RequestText.url(transfer.job.address), resolve: transfer.route.resolveEntry(transfer.addresses),
            connectTo: transfer.route.connectTo, headers: transfer.job.headers, mode: transfer.mode,
            plainHTTP1: transfer.plainHTTP1,
            connectSeconds: settings.timeouts.connect + settings.timeouts.tls + 5)
    }

    private func ended(_ easy: CurlEasy, code: UInt32) {
        guard let transfer = transfers[easy.job], transfer.easy === easy else { return }
        let isNew = transfer.isSecure && !tlsMemory.knows(transfer.origin, now: Linux.seconds())
        let report = easy.report(withCertificates: isNew)
        let code = CurlCode(rawValue: code)
        let complete = code == .ok || TLSReading.endsWithConnection(code, report, easy.intake)
        if easy.intake.stop == .bodyLimit || easy.intake.stop == .trailerLimit { return answer(transfer, easy, report) }
        if complete {
            // A head that breaks off is no answer, though curl is content with it.
            guard easy.intake.isHeadComplete else { return fail(transfer, .closedEarly, report: report) }
            return answer(transfer, easy, report)
        }
        if let stop = easy.intake.stop, let kind = FailureMapping.failure(stop) {
            if stop == .totalTime, hasReadPart(of: easy, report) { return answer(transfer, easy, report, cut: kind) }
            return fail(transfer, kind, detail: report.message, report: report)
        }
        if makeGentler(transfer, code, report) {
            release(transfer)
            return start(transfer)
        }
        let kind = FailureMapping.failure(code, report)
        // What stood before the garbage after a gzip stream is whole; it counts like a body that broke off.
        let isBroken = kind == .closedEarly || kind == .connectionReset || kind == .malformedHTTP || code == .writeError
        if hasReadPart(of: easy, report), isBroken {
            return answer(transfer, easy, report, cut: kind)
        }
        fail(transfer, kind, detail: report.message, report: report)
    }

    /// A part of a good answer's body is there: what was read before it broke still counts.
    private func hasReadPart(of easy: CurlEasy, _ report: CurlReport) -> Bool {
        easy.intake.isHeadComplete && !easy.intake.body.isEmpty && (200..<300).contains(report.status)
    }

    /// Changes how the next try is made; false when the failure gives no hope for one.
    private func makeGentler(_ transfer: Transfer, _ code: CurlCode?, _ report: CurlReport) -> Bool {
        switch code {
        case .peerFailedVerification where transfer.mode == .verified:
            transfer.refusal = report.verifyResult
            transfer.mode = .unverified
        case .sslConnectError where transfer.mode != .legacy && TLSReading.deservesLegacyTry(report):
            transfer.mode = .legacy
        case .http2 where !transfer.plainHTTP1, .http2Stream where !transfer.plainHTTP1:
            transfer.plainHTTP1 = true
        default: return false
        }
        return true
    }

    private func answer(_ transfer: Transfer, _ easy: CurlEasy, _ report: CurlReport, cut: FailureKind? = nil) {
        let intake = easy.intake
        easy.intake = Intake()
        let now = Linux.seconds()
        let raw = RawAnswer(
            status: report.status, headerBytes: intake.headerBytes, body: intake.body,
            truncated: intake.stop == .bodyLimit, cut: cut, tls: tlsMemory.facts(of: transfer, report, now: now),
            httpVersion: report.httpVersion)
        let pause = retryAfter(raw)
        if let pause {
            politeness.pause(transfer.job.id, until: now + min(pause, settings.retryAfterCap), now: now)
        }
        countAnswer(raw.body.count, report)
        let latency = intake.firstByteAt - intake.requestSentAt
        let overloaded = raw.status == 429 || raw.status == 503
        finish(
            transfer, .answered(raw), report: report,
            latency: overloaded ? max(latency, Self.overloadSeconds) : latency,
            pause)
    }

    private func retryAfter(_ raw: RawAnswer) -> Double? {
        guard raw.status == 429 || raw.status == 503 else { return nil }
        let value = HeaderBlock.parse(raw.headerBytes).first { $0.name == "retry-after" }?.value
        return value.flatMap { HeaderBlock.retryAfter($0, now: clock()) }
    }

    private func fail(_ transfer: Transfer, _ kind: FailureKind, detail: String = "", report: CurlReport? = nil) {
        tally.failures[kind, default: 0] += 1
        let strained = kind == .firstByteTimeout || kind == .stalled || kind == .totalTimeout
        let latency = strained ? Linux.seconds() - transfer.startedAt : nil
        finish(transfer, .failed(kind, detail: detail), report: report, latency: latency, nil)
    }

    /// Gives the answer back and the turn on.
    private func finish(
        _ transfer: Transfer, _ result: HopAnswer.Result, report: CurlReport?, latency: Double?, _ pause: Double?
    ) {
        release(transfer)
        let now = Linux.seconds()
        let id = transfer.job.id
        if !politeness.cancel(id) { politeness.finished(id, latency: latency, now: now) }
        transfers[id] = nil
        if let turns = settings.turns, !transfer.turn.isEmpty { turns.leave(transfer.turn, pause: pause) }
        publish()
        let started = transfer.firstStartedAt
        transfer.job.reply.resume(
            returning: HopAnswer(
                result: result, dns: transfer.dns, ip: report?.ip ?? transfer.addresses.first?.description,
                milliseconds: started == 0 ? 0 : Int((now - started) * 1000), retryAfter: pause))
    }

    /// Takes the handle back.
    private func release(_ transfer: Transfer) {
        guard let easy = transfer.easy else { return }
        curl.remove(easy)
        easy.intake = Intake()
        transfer.easy = nil
        active.remove(transfer.job.id)
        if idle.count < Self.idleHandles { idle.append(easy) }
    }

    private func countAnswer(_ bytes: Int, _ report: CurlReport) {
        tally.answers += 1
        tally.bytes += bytes
        tally.wireBytes += report.wireBytes
        tally.connections += report.newConnections
        if report.newConnections == 0 { tally.reused += 1 }
    }

    /// Lets other threads see the counters.
    private func publish() {
        tally.inFlight = active.count
        tally.waiting = politeness.waiting
        tally.names = resolver.asked
        tally.namesCached = resolver.remembered
        mailbox.publish(tally)
    }

    // MARK: Time

    private func tick(_ now: Double) {
        nextTick = now + 0.1
        resolver.tick(now: now)
    }

    /// Ends transfers that have passed a limit.
    private func sweep(_ now: Double) {
        nextSweep = now + Self.sweepSeconds
        for id in active {
            guard let transfer = transfers[id], let kind = transfer.overdue(settings.timeouts, now: now) else {
                continue
            }
            guard let easy = transfer.easy else { continue }
            let withCertificates = transfer.isSecure && !tlsMemory.knows(transfer.origin, now: now)
            let report = easy.report(withCertificates: withCertificates)
            if hasReadPart(of: easy, report) {
                answer(transfer, easy, report, cut: kind)
            } else {
                fail(transfer, kind, report: report)
            }
        }
        publish()
    }

    private func cancel(_ id: UInt64) {
        if let transfer = transfers[id] { fail(transfer, .cancelled) }
    }

    private func close() {
        for command in mailbox.close() { Mailbox.refuse(command) }
        for transfer in transfers.values { fail(transfer, .cancelled, detail: "stopped") }
        resolver.close()
    }
}
