/// What the doors of a found site told, beside its pages: http and https, with and without `www.`.
public struct DoorFacts: Sendable, Hashable, Codable {
    /// The four doors, `http://` before `https://`, the bare host before `www.`.
    public var doors: [Door] = []
    /// Where most doors that answer lead to: the address the site calls its own.
    public var canonical: WebAddress?
    /// Strict-Transport-Security of the https answer, as sent (RFC 6797); nil when none was sent.
    public var hsts: String?
    public var ipv4: [String] = []
    /// Empty: the site has no IPv6 address.
    public var ipv6: [String] = []
    /// Canonical names met while resolving the host (CNAME), in order.
    public var aliases: [String] = []
    /// What the name servers say of the domain beside its addresses; nil when nobody was asked or nobody answered.
    public var domain: DomainFacts?
    /// The network that serves the first address, by an offline table; nil without one.
    public var network: HostingNetwork?

    public init() {}

    /// One door and its answer.
    public struct Door: Sendable, Hashable, Codable {
        public var address: WebAddress
        /// HTTP status of the last answer.
        public var status: Int?
        /// Where it led; nil without an answer.
        public var final: WebAddress?
        public var failure: FailureKind?
        public var tls: TLSFacts?

        public init(
            address: WebAddress, status: Int? = nil, final: WebAddress? = nil, failure: FailureKind? = nil,
            tls: TLSFacts? = nil
        ) {
            self.address = address
            self.status = status
            self.final = final
            self.failure = failure
            self.tls = tls
        }

        /// A page came, wherever from.
        public var isOpen: Bool { status.map { $0 < 400 } ?? false }
    }

    /// A visitor who types the bare http address ends on https.
    public var upgradesToHTTPS: Bool {
        let plain = doors.filter { $0.address.scheme == "http" && $0.isOpen }
        return !plain.isEmpty && plain.allSatisfy { $0.final?.scheme == "https" }
    }

    /// The certificate of the first https door that showed one.
    public var certificate: TLSFacts? { doors.first { $0.address.scheme == "https" && $0.tls != nil }?.tls }

    /// Whole days until the certificate ends; negative when it has ended.
    public func certificateDaysLeft(at now: Timestamp) -> Int? {
        certificate?.notAfter.map { Int(($0.seconds(since: now) / 86_400).rounded(.down)) }
    }
}
