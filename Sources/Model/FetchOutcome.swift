/// What came of asking for one address. Trouble on the network is data, not an error.
public enum FetchOutcome: Sendable {
    case page(FetchedPage)
    case failure(FetchFailure)

    /// When the attempt ended.
    public var at: Timestamp {
        switch self {
        case .page(let page): page.at
        case .failure(let failure): failure.at
        }
    }

    /// Every answer on the way, first to last.
    public var trail: [Hop] {
        switch self {
        case .page(let page): page.trail
        case .failure(let failure): failure.trail
        }
    }
}

/// An HTTP answer with its body: any status, 404 and 500 included.
public struct FetchedPage: Sendable {
    /// What was asked for.
    public var requested: WebAddress
    /// What answered, after redirects.
    public var address: WebAddress
    public var status: Int
    /// Every answer on the way, the last one included.
    public var trail: [Hop]
    /// Response headers of the last answer, names in lower case, in order.
    public var headers: [Header]
    /// The header block of the last answer byte for byte as it was received, status line first.
    public var head: [UInt8] = []
    /// The decoded body, at most the limit of the request.
    public var body: [UInt8]
    /// The body was longer than the limit; what was read still counts.
    public var truncated: Bool = false
    /// What ended the body before its end, other than the limit of bytes: it stalled, was closed early or reset. What was
    /// read before still counts.
    public var cut: FailureKind?
    /// SHA-256 of `body`, lower-case hexadecimal.
    public var sha256: String
    /// The address the last answer came from.
    public var ip: String?
    public var tls: TLSFacts?
    /// `1.1`, `2`.
    public var httpVersion: String
    public var dns: DNSOutcome?
    /// When the last answer ended.
    public var at: Timestamp
    public var milliseconds: Int
    /// A 304: nothing changed since the validators of the request; `body` is empty.
    public var notModified: Bool = false

    public init(
        requested: WebAddress, address: WebAddress, status: Int, trail: [Hop], headers: [Header],
        head: [UInt8] = [], body: [UInt8], truncated: Bool = false, cut: FailureKind? = nil, sha256: String,
        ip: String? = nil, tls: TLSFacts? = nil, httpVersion: String,
        dns: DNSOutcome? = nil, at: Timestamp, milliseconds: Int, notModified: Bool = false
    ) {
        self.requested = requested
        self.address = address
        self.status = status
        self.trail = trail
        self.headers = headers
        self.head = head
        self.body = body
        self.truncated = truncated
        self.cut = cut
        self.sha256 = sha256
        self.ip = ip
        self.tls = tls
        self.httpVersion = httpVersion
        self.dns = dns
        self.at = at
        self.milliseconds = milliseconds
        self.notModified = notModified
    }

    /// The value of the first header of a name (lower case).
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Media type without parameters, lower case: `text/html`.
    public var mediaType: String {
        let value = header("content-type") ?? ""
        let end = value.firstIndex(of: ";") ?? value.endIndex
        return value[..<end].filter { !$0.isWhitespace }.lowercased()
    }
}

/// One header line.
public struct Header: Sendable, Hashable, Codable {
    /// Lower case.
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Why no answer came, with everything that was learnt before it failed.
public struct FetchFailure: Sendable, Hashable, Error {
    public var requested: WebAddress
    public var kind: FailureKind
    /// What the library said, for the log; never used to decide.
    public var detail: String = ""
    public var trail: [Hop] = []
    public var dns: DNSOutcome?
    public var ip: String?
    public var at: Timestamp
    public var milliseconds: Int = 0

    public init(
        requested: WebAddress, kind: FailureKind, detail: String = "", trail: [Hop] = [], dns: DNSOutcome? = nil,
        ip: String? = nil, at: Timestamp, milliseconds: Int = 0
    ) {
        self.requested = requested
        self.kind = kind
        self.detail = detail
        self.trail = trail
        self.dns = dns
        self.ip = ip
        self.at = at
        self.milliseconds = milliseconds
    }
}
