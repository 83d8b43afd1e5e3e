/// An absolute http(s) address, serialised as browsers do (WHATWG URL Standard).
///
/// Two addresses are equal when their serialisations are. Fragments are kept; `crawlKey` drops them.
public struct WebAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `http` or `https`.
    public let scheme: String
    /// Host as serialised: lower case, punycode, IPv4 dotted, IPv6 in brackets.
    public let host: String
    /// The port when it is not the scheme's own.
    public let port: Int?
    /// User name and password, when given (`user:pass`); never sent by Ronda.
    public let credentials: String?
    /// Starts with `/`.
    public let path: String
    /// Without `?`; nil when there is none.
    public let query: String?
    /// Without `#`; nil when there is none.
    public let fragment: String?

    /// Reads an absolute address; nil when it is no http(s) address.
    public init?(_ text: String) { self.init(text, base: nil) }

    /// Resolves a link as a browser does; nil when the result is no http(s) address.
    public init?(_ href: String, base: WebAddress?) {
        guard let parsed = Self.parse(href, base: base) else { return nil }
        self = parsed
    }

    init(
        scheme: String, host: String, port: Int?, credentials: String?, path: String, query: String?, fragment: String?
    ) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.credentials = credentials
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// Thin first version; the WHATWG state machine replaces it.
    private static func parse(_ href: String, base: WebAddress?) -> WebAddress? {
        var text = Substring(href)
        while let c = text.first, c.isWhitespace { text.removeFirst() }
        while let c = text.last, c.isWhitespace { text.removeLast() }
        let lower = text.lowercased()
        if let base, !lower.hasPrefix("http://"), !lower.hasPrefix("https://") {
            if text.hasPrefix("//") { return parse(base.scheme + ":" + text, base: nil) }
            if text.hasPrefix("/") { return parse(base.origin + text, base: nil) }
            if text.isEmpty { return base }
            if text.hasPrefix("?") { return parse(base.origin + base.path + text, base: nil) }
            if text.hasPrefix("#") { return parse(base.origin + base.requestTarget + text, base: nil) }
            if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter }) { return nil }
            let folder = base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)]
            return parse(base.origin + folder + text, base: nil)
        }
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
        let scheme = lower.hasPrefix("https") ? "https" : "http"
        var rest = text.dropFirst(scheme.count + 3)
        var fragment: String?
        var query: String?
        var credentials: String?
        var port: Int?
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = rest[..<slash]
        let path = slash == rest.endIndex ? "/" : String(rest[slash...])
        if let at = authority.lastIndex(of: "@") {
            credentials = String(authority[..<at])
            authority = authority[authority.index(after: at)...]
        }
        if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
            guard let number = Int(authority[authority.index(after: colon)...]) else { return nil }
            port = number == (scheme == "https" ? 443 : 80) ? nil : number
            authority = authority[..<colon]
        }
        guard !authority.isEmpty, !authority.contains(" ") else { return nil }
        return WebAddress(
            scheme: scheme, host: authority.lowercased(), port: port, credentials: credentials, path: path,
            query: query, fragment: fragment)
    }

    /// The WHATWG serialisation.
    public var description: String {
        var text = scheme + "://" + (credentials.map { $0 + "@" } ?? "") + host
        if let port { text += ":\(port)" }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// `scheme://host[:port]`.
    public var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

    /// The port a connection goes to.
    public var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }

    /// Path and query, as a request line carries them.
    public var requestTarget: String { path + (query.map { "?" + $0 } ?? "") }

    /// The key under which a crawl knows this page: without credentials and fragment.
    public var crawlKey: String { origin + requestTarget }

    /// `www.` of a host is the same site (domain-rules.yaml, host_syntax).
    public var hostWithoutWWW: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    public static func < (left: WebAddress, right: WebAddress) -> Bool { left.description < right.description }
}
