import Digest
import Model

/// Fetches pages: politely, within limits, every hop recorded. Safe to call from any number of tasks.
public final class Fetcher: Sendable {
    private let settings: FetchSettings
    private let registrable: @Sendable (String) -> String?
    private let now: @Sendable () -> Timestamp
    private let mailbox = Mailbox()

    /// Starts the thread of the network.
    ///
    /// - Parameters:
    ///   - registrable: registrable domain of a host by the public suffix list; nil when it has none.
    ///   - now: the clock of the run; every time stamp comes from it.
    public init(
        _ settings: FetchSettings, registrable: @escaping @Sendable (String) -> String?,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.settings = settings
        self.registrable = registrable
        self.now = now
        let mailbox = mailbox
        let started = Linux.startThread {
            for done in Self.work(settings, registrable, mailbox, now) { done.resume() }
        }
        if !started { for command in mailbox.close() { Mailbox.refuse(command) } }
    }

    /// The life of the thread: everything it owns is gone when this returns.
    private static func work(
        _ settings: FetchSettings, _ registrable: @escaping @Sendable (String) -> String?, _ mailbox: Mailbox,
        _ now: @escaping @Sendable () -> Timestamp
    ) -> [CheckedContinuation<Void, Never>] {
        Linux.blockBrokenPipe()
        let limit = Linux.raiseFileLimit()
        let anchors = TrustAnchors(settings)
        defer { anchors.remove() }
        let loop = TransferLoop(
            settings: settings, registrable: registrable, mailbox: mailbox, caFile: anchors.path, fileLimit: limit,
            clock: now)
        guard let loop else {
            for command in mailbox.close() { Mailbox.refuse(command) }
            return []
        }
        return loop.run()
    }

    deinit { mailbox.post(.stop(nil)) }

    /// The header lines that every request carries besides Host and conditions.
    public var requestHeaders: [String] {
        ["User-Agent: \(settings.agent)"] + RequestText.accepts + ["Accept-Encoding: \(RequestText.codings)"]
    }

    /// What has been done so far.
    public var counters: FetchCounters { mailbox.counters }

    /// Fetches an address and follows its redirects hop by hop.
    ///
    /// `permit` is asked before every hop, the first included; a kind it returns is the failure. Cancelling the task
    /// ends the transfer. Trouble on the network comes back as a failure, with every hop made before it.
    public func fetch(
        _ request: FetchRequest, permit: @escaping @Sendable (WebAddress) async -> FailureKind?
    ) async -> FetchOutcome {
        var walk = Walk(
            request, policy: RedirectPolicy(maxRedirects: settings.maxRedirects, anyPort: settings.allowPrivate))
        while true {
            if let kind = walk.policy.enter(walk.address) { return walk.failure(kind, at: now()) }
            if let kind = await permit(walk.address) { return walk.failure(kind, at: now()) }
            let answer = await patientHop(request, &walk)
            switch answer.result {
            case .failed(let kind, let detail): return walk.failure(kind, detail: detail, at: now())
            case .answered(let raw):
                let headers = HeaderBlock.parse(raw.headerBytes)
                switch walk.record(raw, headers, ip: answer.ip) {
                case .go(let next): walk.address = next
                case .stop(let kind): return walk.failure(kind, at: now())
                case nil: return .page(walk.page(raw, headers, at: now()))
                }
            }
        }
    }

    /// Asks for a name. The answer says what kind of "no" it was.
    public func resolve(_ host: String) async -> DNSOutcome {
        await withCheckedContinuation { mailbox.post(.resolve(host.lowercased(), $0)) }
    }

    /// What politeness counts a host at an address by: the address, or a place of a shared network.
    public func politenessKey(of address: String, host: String) -> String {
        settings.sharedEdges.key(of: address) { registrable(host) ?? host }
    }

    /// Asks for records of a name that are no addresses.
    public func records(of name: String, type: RecordType) async -> RecordAnswer {
        await withCheckedContinuation { mailbox.post(.records(name.lowercased(), type, $0)) }
    }

    /// Lets more seconds pass between two requests to a host (robots.txt Crawl-delay); fewer than the setting are not granted.
    public func setDelay(_ seconds: Double, forHost host: String) {
        mailbox.post(.setDelay(seconds, host: host.lowercased()))
    }

    /// Forgets names that name servers gave no answer to, so that the next question asks them again. Said after a loss of
    /// our own network, and between two passes.
    public func forgetFailedNames() { mailbox.post(.forgetFailedNames) }

    /// Ends every transfer as cancelled and the thread; returns when it is gone.
    public func shutdown() async {
        await withCheckedContinuation { mailbox.post(.stop($0)) }
    }

    /// One hop, asked again after the wait that a 429 or 503 named.
    private func patientHop(_ request: FetchRequest, _ walk: inout Walk) async -> HopAnswer {
        var tries = 0
        while true {
            let answer = await hop(request, walk.address)
            walk.note(answer)
            guard let seconds = answer.retryAfter, seconds <= settings.retryAfterCap,
                tries < settings.retryAfterTries, case .answered(let raw) = answer.result
            else { return answer }
            walk.trail.append(Hop(address: walk.address, status: raw.status, ip: answer.ip))
            tries += 1
        }
    }

    private func hop(_ request: FetchRequest, _ address: WebAddress) async -> HopAnswer {
        let id = mailbox.newID()
        let mailbox = mailbox
        let headers = RequestText.headers(request, at: address)
        let domain = settings.perDomain == nil ? nil : registrable(address.host)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { reply in
                mailbox.post(
                    .fetch(
                        HopJob(
                            id: id, address: address, domain: domain, headers: headers,
                            maxBytes: request.maxBytes ?? settings.maxBodyBytes, priority: request.priority,
                            reply: reply)))
                // Cancelled before the job was posted: the handler below came too early for it.
                if Task.isCancelled { mailbox.post(.cancel(id)) }
            }
        } onCancel: {
            mailbox.post(.cancel(id))
        }
    }
}
