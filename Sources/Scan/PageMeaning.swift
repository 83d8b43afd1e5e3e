import Documents
import Model

/// What an answer that is no usable page means.
enum PageMeaning {
    /// Nil when the page is content that may be an office's.
    static func refusal(of page: ReadPage) -> (result: Attempt.Result, note: String)? {
        if let nothing = nothingToRead(page) { return (.unreachable, nothing) }
        let condition = page.reading.condition
        switch condition {
        case .challenge, .ispBlock: return (.blocked, condition.rawValue)
        case .gambling, .takeover: return (.compromised, condition.rawValue)
        case .serverDefault where page.fetched.status == 410: return (.notFound, "HTTP 410")
        case .suspended, .parked, .serverDefault, .maintenance, .emptyCMS, .directoryListing:
            return (.notASite, condition.rawValue)
        case .normal, .errorPage, .application, .spaShell: break
        }
        switch page.fetched.status {
        case 200..<300 where condition == .errorPage:
            // Below the root it is the address that is gone, not the site.
            return page.fetched.requested.path.count > 1
                ? (.notFound, "an error page with HTTP 200") : (.notASite, condition.rawValue)
        case 200..<300: return nil
        case 404, 410: return (.notFound, "HTTP \(page.fetched.status)")
        case 401, 403, 405, 406, 407, 418, 429, 451: return (.blocked, "HTTP \(page.fetched.status)")
        case 503 where page.fetched.header("retry-after") != nil: return (.unreachable, "HTTP 503, retry later")
        default: return (.unreachable, "HTTP \(page.fetched.status)")
        }
    }
}

extension PageMeaning {
    /// Why an answer with a good status holds nothing that could be a site; nil when it may.
    ///
    /// Nothing can be said of such an office but that its address gave no page: an empty body is no parked domain.
    private static func nothingToRead(_ page: ReadPage) -> String? {
        let status = page.fetched.status
        if (300..<400).contains(status) { return "HTTP \(status) that leads nowhere" }
        guard (200..<300).contains(status) else { return nil }
        if page.fetched.body.allSatisfy({ $0 <= 32 }) { return "HTTP \(status) without a body" }
        // A page with stray binary in it has a title all the same.
        let isBinary = page.parsed.notes.contains { $0.kind == .notHTML } && page.parsed.title.isEmpty
        let isPicture = DocumentKind(page.fetched.body)?.isImage == true
        return isBinary || isPicture || page.document == .unread ? "the answer is no page" : nil
    }
}

extension FailureKind {
    /// The failure that a DNS outcome without address is.
    init(dns kind: DNSOutcome.Kind) {
        self =
            switch kind {
            case .nxdomain: .dnsNXDomain
            case .nodata: .dnsNoData
            case .servfail: .dnsServFail
            case .refused: .dnsRefused
            case .timeout: .dnsTimeout
            case .malformed: .dnsMalformed
            case .badName: .badHostName
            case .forbiddenAddress: .forbiddenAddress
            case .addresses, .literal: .internalError
            }
    }
}

extension Attempt.Result {
    /// A name that does not exist says so of an office's address only when it is that address's own: a host that sends
    /// us on to a dead name is there.
    init(_ failure: FetchFailure) {
        let result = Self(failure.kind)
        self = result == .noSuchName && !failure.trail.isEmpty ? .unreachable : result
    }

    /// What a failed fetch means for "does this office have a site here?".
    init(_ kind: FailureKind) {
        switch kind {
        case .dnsNXDomain, .dnsNoData, .badHostName: self = .noSuchName
        case .robotsDisallowed: self = .blocked
        case .forbiddenProtocol, .forbiddenPort, .hostBudgetSpent, .ownNetworkDown, .cancelled, .internalError:
            self = .notCounted
        // A name with a private address exists, and the public cannot reach what stands there: no absence.
        case .forbiddenAddress, .dnsServFail, .dnsRefused, .dnsTimeout, .dnsMalformed, .connectRefused, .connectTimeout,
            .hostUnreachable,
            .connectionReset, .closedEarly, .tlsHandshake, .tlsTimeout, .tlsVersion, .notTLS, .firstByteTimeout,
            .stalled, .totalTimeout, .malformedHTTP, .badContentCoding, .tooManyHeaders, .emptyReply, .tooManyRedirects,
            .redirectLoop, .badRedirect, .robotsUnreachable, .readerFailed:
            self = .unreachable
        }
    }
}
