/// The ladder of office states (design, section 3.2).
public enum OfficeStatus: String, Sendable, Hashable, CaseIterable, Codable {
    /// Situs go.id aktif.
    case active
    /// Bagian dari portal daerah.
    case section
    /// Situs di luar go.id.
    case offDomain = "off_domain"
    /// Hanya media sosial.
    case socialOnly = "social_only"
    /// Domain ada, isinya bawaan, parkir, ditangguhkan atau dalam perbaikan.
    case placeholder
    /// Disusupi.
    case compromised
    /// Menolak pemeriksa.
    case blocked
    /// Tidak terjangkau (belum terbukti).
    case unreachable
    /// Belum memiliki situs.
    case missing
    /// Belum dapat diperiksa.
    case unknown

    /// Only these may be named in the letter to Kominfo, each under its own heading, and only when proven.
    public var mayEnterLetter: Bool {
        switch self {
        case .missing, .offDomain, .socialOnly, .placeholder, .unreachable: true
        case .active, .section, .compromised, .blocked, .unknown: false
        }
    }
}

/// How an address relates to the `.go.id` rules; the level keys of `domain-rules.yaml`.
public enum DomainClass: String, Sendable, Hashable, CaseIterable, Codable {
    /// Sub-domain of the region's own domain.
    case compliant
    /// A path of the portal or of another office's site.
    case compliantShared = "compliant-shared"
    /// Own second-level go.id name, or under another region.
    case partial
    /// Outside go.id.
    case nonCompliant = "non-compliant"
    /// A go.id application, not a profile site.
    case notAProfileSite = "not-a-profile-site"
    /// desa.id, sch.id, ac.id ...
    case wrongClass = "wrong-class"
    /// No address at all.
    case missing
}

/// What a host name says by itself.
public struct HostJudgement: Sendable, Hashable, Codable {
    public var host: String
    public var domainClass: DomainClass
    /// Nomenclature kind the left-most label speaks of; nil when it says nothing.
    public var kind: String?
    /// Region code of the domain; nil when it belongs to none.
    public var region: String?
    /// Registrable domain by the public suffix list.
    public var registrable: String?
    /// Finer form for people: `subdomain`, `unit_below_opd`, `own_second_level`, `other_region`, `free_hosting`, `social`, `ip_literal` ...
    public var form: String = ""

    public init(
        host: String, domainClass: DomainClass, kind: String? = nil, region: String? = nil,
        registrable: String? = nil, form: String = ""
    ) {
        self.host = host
        self.domainClass = domainClass
        self.kind = kind
        self.region = region
        self.registrable = registrable
        self.form = form
    }
}

/// How well an adverse status is proven (design, section 3.3).
public struct Proof: Sendable, Hashable, Codable {
    /// At least 3 counted attempts on at least 2 days, or a person confirmed it.
    public var proven: Bool
    /// Counted rounds of attempts that all said the same, this round included.
    public var attempts: Int
    /// Days (WIB) on which they were made, ascending, `2026-11-22`.
    public var days: [String]
    public var first: Timestamp?
    public var last: Timestamp?

    public init(proven: Bool, attempts: Int, days: [String], first: Timestamp? = nil, last: Timestamp? = nil) {
        self.proven = proven
        self.attempts = attempts
        self.days = days
        self.first = first
        self.last = last
    }

    public static let attemptsNeeded = 3
    public static let daysNeeded = 2
}

/// The verdict on one office in one round.
public struct Verdict: Sendable, Hashable, Codable {
    public var status: OfficeStatus
    /// Key of the reason sentence in Rules `statuses.yaml`, bounded: `nxdomain_all`, `suspended`, `portal_section` ...
    public var reason: String
    /// Values for the sentence: host, date, count ...
    public var reasonValues: [String: String] = [:]
    public var proof: Proof
    public var siteAddress: WebAddress?
    public var finalAddress: WebAddress?
    public var domainClass: DomainClass
    public var condition: SiteCondition = .normal
    public var tls: TLSFacts?
    /// One per item key, in the order of `ItemKey.allCases`.
    public var items: [ItemVerdict]
    /// The services the office publishes and what is said of each; nil in rounds of older versions.
    public var services: [ServiceVerdict]?
    /// Electronic services, basic accessibility and template; nil without a site, and for rounds before they were read.
    public var facts: SiteFacts?

    public init(
        status: OfficeStatus, reason: String, reasonValues: [String: String] = [:], proof: Proof,
        siteAddress: WebAddress? = nil, finalAddress: WebAddress? = nil, domainClass: DomainClass,
        condition: SiteCondition = .normal, tls: TLSFacts? = nil, items: [ItemVerdict],
        services: [ServiceVerdict]? = nil
    ) {
        self.status = status
        self.reason = reason
        self.reasonValues = reasonValues
        self.proof = proof
        self.siteAddress = siteAddress
        self.finalAddress = finalAddress
        self.domainClass = domainClass
        self.condition = condition
        self.tls = tls
        self.items = items
        self.services = services
    }
}

/// The state of one item for one office.
public struct ItemVerdict: Sendable, Hashable, Codable {
    public var item: ItemKey
    public var state: ItemState
    /// Why it is unknown: `site_not_found`, `budget_spent`, `needs_javascript`, `document_unread`, `blocked` ...; empty otherwise.
    public var reason: String = ""
    public var evidence: [Evidence] = []

    public init(item: ItemKey, state: ItemState, reason: String = "", evidence: [Evidence] = []) {
        self.item = item
        self.state = state
        self.reason = reason
        self.evidence = evidence
    }
}

/// Something anyone can open and check.
public struct Evidence: Sendable, Hashable, Codable {
    public var address: WebAddress
    public var fetchedAt: Timestamp
    public var status: Int
    public var ip: String?
    /// SHA-256 of the body received.
    public var sha256: String
    public var finding: Finding

    public init(
        address: WebAddress, fetchedAt: Timestamp, status: Int, ip: String? = nil, sha256: String, finding: Finding
    ) {
        self.address = address
        self.fetchedAt = fetchedAt
        self.status = status
        self.ip = ip
        self.sha256 = sha256
        self.finding = finding
    }
}
