/// What the name servers said about a host name. Each outcome is a different fact (RFC 1035, RFC 2308).
public struct DNSOutcome: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        /// At least one address.
        case addresses
        /// The name does not exist.
        case nxdomain
        /// The name exists, but has no address record.
        case nodata
        /// The server could not answer (broken delegation, DNSSEC, overload).
        case servfail
        /// The server refuses to answer.
        case refused
        /// No answer in time.
        case timeout
        /// The answer could not be understood.
        case malformed
        /// The name is not a host name.
        case badName = "bad_name"
        /// Only addresses that a public site cannot have (private, loopback, link-local ...).
        case forbiddenAddress = "forbidden_address"
        /// The address was written as an IP literal; no name server was asked.
        case literal
    }

    public var host: String
    public var kind: Kind
    /// Textual IPv4 and IPv6 addresses, in the order they are tried.
    public var addresses: [String] = []
    /// Canonical names met on the way, in order.
    public var aliases: [String] = []
    public var milliseconds: Int = 0

    public init(host: String, kind: Kind, addresses: [String] = [], aliases: [String] = [], milliseconds: Int = 0) {
        self.host = host
        self.kind = kind
        self.addresses = addresses
        self.aliases = aliases
        self.milliseconds = milliseconds
    }

    public var hasAddress: Bool { kind == .addresses || kind == .literal }
}

/// What the TLS handshake showed. Bad TLS is a finding; the page is read all the same.
public struct TLSFacts: Sendable, Hashable, Codable {
    public enum Problem: String, Sendable, Hashable, CaseIterable, Codable {
        case expired
        case notYetValid = "not_yet_valid"
        case wrongName = "wrong_name"
        case selfSigned = "self_signed"
        case incompleteChain = "incomplete_chain"
        case untrusted
        case weak
    }

    /// Nil when the certificate verified for this host.
    public var problem: Problem?
    public var subject: String?
    public var issuer: String?
    /// End of validity.
    public var notAfter: Timestamp?

    public init(problem: Problem? = nil, subject: String? = nil, issuer: String? = nil, notAfter: Timestamp? = nil) {
        self.problem = problem
        self.subject = subject
        self.issuer = issuer
        self.notAfter = notAfter
    }
}

/// One answer on the way to a page: a redirect, or the last answer.
public struct Hop: Sendable, Hashable, Codable {
    public var address: WebAddress
    /// HTTP status of this answer.
    public var status: Int
    /// The Location header as sent, when the answer was a redirect.
    public var location: String?
    /// The address the connection was made to.
    public var ip: String?

    public init(address: WebAddress, status: Int, location: String? = nil, ip: String? = nil) {
        self.address = address
        self.status = status
        self.location = location
        self.ip = ip
    }
}

/// Why no page came: one case per cause that a civil servant can be told about.
///
/// Retry or not, cause and advice per case: Rules, `failures.yaml`. Classification is by code, never by message text.
public enum FailureKind: String, Sendable, Hashable, CaseIterable, Codable {
    // Names
    case dnsNXDomain = "dns_nxdomain"
    case dnsNoData = "dns_nodata"
    case dnsServFail = "dns_servfail"
    case dnsRefused = "dns_refused"
    case dnsTimeout = "dns_timeout"
    case dnsMalformed = "dns_malformed"
    case badHostName = "bad_host_name"
    case forbiddenAddress = "forbidden_address"
    // Connections
    case connectRefused = "connect_refused"
    case connectTimeout = "connect_timeout"
    case hostUnreachable = "host_unreachable"
    case connectionReset = "connection_reset"
    case closedEarly = "closed_early"
    // TLS
    case tlsHandshake = "tls_handshake"
    case tlsTimeout = "tls_timeout"
    case tlsVersion = "tls_version"
    case notTLS = "not_tls"
    // HTTP
    case firstByteTimeout = "first_byte_timeout"
    case stalled
    case totalTimeout = "total_timeout"
    case malformedHTTP = "malformed_http"
    case badContentCoding = "bad_content_coding"
    case tooManyHeaders = "too_many_headers"
    case emptyReply = "empty_reply"
    // Redirects
    case tooManyRedirects = "too_many_redirects"
    case redirectLoop = "redirect_loop"
    case badRedirect = "bad_redirect"
    case forbiddenProtocol = "forbidden_protocol"
    case forbiddenPort = "forbidden_port"
    // Ourselves
    case robotsDisallowed = "robots_disallowed"
    case robotsUnreachable = "robots_unreachable"
    case hostBudgetSpent = "host_budget_spent"
    case ownNetworkDown = "own_network_down"
    case cancelled
    /// The page came, and ended the process that read it.
    case readerFailed = "reader_failed"
    case internalError = "internal_error"
}
