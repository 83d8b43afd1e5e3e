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
    ///
    /// Characters outside ASCII in a query are written in UTF-8, also when the page is in another encoding.
    public init?(_ href: String, base: WebAddress?) {
        guard let parsed = WebAddressParser(href.utf8, base: base).parse() else { return nil }
        self = parsed
    }

    /// As `init(_:base:)`, from bytes that are valid UTF-8.
    public init?(utf8 href: ArraySlice<UInt8>, base: WebAddress?) {
        guard let parsed = WebAddressParser(href, base: base).parse() else { return nil }
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

    /// The key under which a crawl knows this page: without credentials, fragment and empty query.
    ///
    /// Parameters keep their order: `?a=1&b=2` and `?b=2&a=1` may be two pages.
    public var crawlKey: String { origin + path + (query.map { $0.isEmpty ? "" : "?" + $0 } ?? "") }

    /// `www.` of a host is the same site (domain-rules.yaml, host_syntax).
    public var hostWithoutWWW: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// The host is a numeric address, not a name.
    public var hasLiteralHost: Bool {
        host.utf8.first == UInt8(ascii: "[") || WebAddressIPv4.endsInNumber(Array(host.utf8))
    }

    public static func < (left: WebAddress, right: WebAddress) -> Bool { left.description < right.description }
}
