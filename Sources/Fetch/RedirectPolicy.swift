import Model

/// What may be asked for, and where a redirect leads: pure, told one hop at a time.
struct RedirectPolicy: Sendable {
    var maxRedirects: Int
    /// Any port may be asked.
    var anyPort: Bool
    private var seen: Set<String> = []
    private var firstHost: String?
    private var redirects = 0

    init(maxRedirects: Int, anyPort: Bool) {
        self.maxRedirects = maxRedirects
        self.anyPort = anyPort
    }

    /// Ports on which public web sites live besides 80 and 443.
    static let otherPorts: Set<Int> = [
        81, 88, 591, 4433, 7080, 7443, 8000, 8008, 8010, 8080, 8081, 8082, 8085, 8088, 8090, 8180, 8181, 8443, 8800,
        8880, 8888, 9443,
    ]
    /// Those of them to which a redirect from another host may lead: nobody official named them.
    static let strangersPorts: Set<Int> = [8080, 8443]

    /// Takes note of an address that is about to be asked; a failure when it must not be.
    mutating func enter(_ address: WebAddress) -> FailureKind? {
        guard address.scheme == "http" || address.scheme == "https" else { return .forbiddenProtocol }
        let port = address.effectivePort
        let isStranger = firstHost.map { $0 != address.host } ?? false
        firstHost = firstHost ?? address.host
        let others = isStranger ? Self.strangersPorts : Self.otherPorts
        guard anyPort || port == 80 || port == 443 || others.contains(port) else { return .forbiddenPort }
        return seen.insert(address.crawlKey).inserted ? nil : .redirectLoop
    }

    /// What a redirect's Location leads to.
    enum Step: Hashable {
        case go(WebAddress)
        case stop(FailureKind)
    }

    /// Resolves a Location against the address that answered; fragment and credentials are dropped.
    mutating func follow(location: String, from address: WebAddress) -> Step {
        redirects += 1
        guard redirects <= maxRedirects else { return .stop(.tooManyRedirects) }
        let trimmed = location.drop { $0.isWhitespace }
        guard let next = WebAddress(location, base: address).flatMap({ WebAddress($0.crawlKey) }) else {
            return .stop(Self.hasOtherScheme(trimmed) ? .forbiddenProtocol : .badRedirect)
        }
        return .go(next)
    }

    /// 301, 302, 303, 307, 308 with a Location (RFC 9110, 15.4).
    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    private static func hasOtherScheme(_ text: Substring) -> Bool {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isLetter else { return false }
        let scheme = text[..<colon].lowercased()
        let legal = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return legal && scheme != "http" && scheme != "https"
    }
}
