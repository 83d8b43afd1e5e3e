import Fetch
import Model
import Parse

/// May this address be fetched? Asked before every hop; one robots.txt per origin (RFC 9309).
///
/// No answer from the server at all is the failure of the page itself: the same server would fail for it too. A 5xx on
/// robots.txt is "complete disallow" (RFC 9309 section 2.3.1.4) and has its own kind, so that it can be told.
struct RobotsGate: Sendable {
    private let fetcher: Fetcher
    private let agent: String
    private let rulings = AskedOnce<Ruling>()

    private enum Ruling: Sendable {
        case policy(RobotsPolicy)
        case allowAll
        case failed(FailureKind)
    }

    init(fetcher: Fetcher, agent: String) {
        self.fetcher = fetcher
        self.agent = agent
    }

    /// Nil when the address may be fetched, else why not.
    func permit(_ address: WebAddress) async -> FailureKind? {
        switch await ruling(for: address) {
        case .allowAll: nil
        case .policy(let policy): policy.allows(agent: agent, address: address) ? nil : .robotsDisallowed
        case .failed(let kind): kind
        }
    }

    /// Sitemap addresses that robots.txt names.
    func sitemaps(of address: WebAddress) async -> [String] {
        guard case .policy(let policy) = await ruling(for: address) else { return [] }
        return policy.sitemaps
    }

    /// Forgets what failed, so that a second try asks again.
    func forgetFailures() async {
        await rulings.forget { if case .failed = $0 { true } else { false } }
    }

    /// The same for one origin.
    func forgetFailure(of address: WebAddress) async {
        await rulings.forget(address.origin) { if case .failed = $0 { true } else { false } }
    }

    private func ruling(for address: WebAddress) async -> Ruling {
        await rulings.answer(address.origin) { [fetcher, agent] in await Self.read(address, fetcher, agent) }
    }

    private static func read(_ address: WebAddress, _ fetcher: Fetcher, _ agent: String) async -> Ruling {
        guard let file = WebAddress("/robots.txt", base: address) else { return .allowAll }
        // RFC 9309 section 2.5: at least 500 KiB are to be read.
        let outcome = await fetcher.fetch(FetchRequest(file, maxBytes: 512 * 1024)) { _ in nil }
        switch outcome {
        case .failure(let failure) where leadsElsewhere(failure, from: file): return .allowAll
        case .failure(let failure): return ruling(of: failure.kind)
        // Half the rules are no rules: what forbids may stand in the other half.
        case .page(let page) where page.cut != nil: return .failed(page.cut ?? .closedEarly)
        case .page(let page):
            switch page.status {
            case 200..<300:
                let policy = RobotsPolicy(body: page.body)
                if let delay = policy.crawlDelay(agent: agent) {
                    fetcher.setDelay(min(delay, 30), forHost: address.host)
                }
                return .policy(policy)
            case 500...: return .failed(.robotsUnreachable)
            default: return .allowAll
            }
        }
    }

    /// The host answered and sent us to another one, whose trouble is not the host's.
    private static func leadsElsewhere(_ failure: FetchFailure, from file: WebAddress) -> Bool {
        guard let location = failure.trail.last?.location, let last = failure.trail.last else { return false }
        guard let next = WebAddress(location, base: last.address) else { return true }
        return next.host != file.host
    }

    /// A robots.txt that is lost in redirects says nothing (RFC 9309 section 2.3.1.2); trouble below HTTP is the host's.
    private static func ruling(of kind: FailureKind) -> Ruling {
        switch kind {
        case .tooManyRedirects, .redirectLoop, .badRedirect, .forbiddenProtocol, .forbiddenPort: .allowAll
        case .malformedHTTP, .badContentCoding, .tooManyHeaders, .emptyReply, .closedEarly: .allowAll
        default: .failed(kind)
        }
    }
}
