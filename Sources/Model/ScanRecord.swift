/// One round over one or more lists.
public struct ScanRecord: Sendable, Hashable, Codable {
    /// `2026-11-22T010203Z-6112` and the like; unique in a store, safe as a folder name.
    public var id: String
    /// Region codes of the lists.
    public var regions: [String]
    public var startedAt: Timestamp
    /// Nil while it is open.
    public var finishedAt: Timestamp?
    public var toolVersion: String
    /// SHA-256 of the rule set, lower-case hexadecimal.
    public var rulesHash: String
    /// Files that were read.
    public var lists: [String] = []
    public var incidents: [Incident] = []
    /// Counters: `offices`, `pages`, `bytes`, `failures` ...
    public var stats: [String: Int] = [:]
    /// The rows of kind `portal` of the lists: they give regions their portal and so their domain.
    public var portals: [Target] = []
    /// Every look at the control hosts, in order; nil in rounds of older versions.
    public var controls: [ControlCheck]?
    /// The header lines that every request carried besides Host; nil in rounds of older versions.
    public var requestHeaders: [String]?

    public init(
        id: String, regions: [String], startedAt: Timestamp, finishedAt: Timestamp? = nil, toolVersion: String,
        rulesHash: String, lists: [String] = [], incidents: [Incident] = [], stats: [String: Int] = [:],
        portals: [Target] = [], controls: [ControlCheck]? = nil, requestHeaders: [String]? = nil
    ) {
        self.id = id
        self.regions = regions
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.toolVersion = toolVersion
        self.rulesHash = rulesHash
        self.lists = lists
        self.incidents = incidents
        self.stats = stats
        self.portals = portals
        self.controls = controls
        self.requestHeaders = requestHeaders
    }
}

/// Trouble that is nobody's guilt: our own network, or one server that many offices share.
public struct Incident: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case ownNetworkDown = "own_network_down"
        case sharedServerDown = "shared_server_down"
        case nameServerDown = "name_server_down"
        case wildcardDNS = "wildcard_dns"
    }

    public var kind: Kind
    /// The IP, network, domain or host it concerns.
    public var subject: String
    public var startedAt: Timestamp
    public var endedAt: Timestamp?
    /// Codes of the offices touched.
    public var offices: [String] = []

    public init(kind: Kind, subject: String, startedAt: Timestamp, endedAt: Timestamp? = nil, offices: [String] = []) {
        self.kind = kind
        self.subject = subject
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.offices = offices
    }
}

/// A finished round as reports see it: everything, sorted, nothing to look up.
public struct ScanSnapshot: Sendable {
    public var scan: ScanRecord
    /// Regions by code.
    public var regionNames: [String: String]
    /// In list order.
    public var offices: [OfficeResult]
    /// The round before, when there is one.
    public var previous: PreviousScan?

    public init(
        scan: ScanRecord, regionNames: [String: String], offices: [OfficeResult], previous: PreviousScan? = nil
    ) {
        self.scan = scan
        self.regionNames = regionNames
        self.offices = offices
        self.previous = previous
    }
}

/// One office in a snapshot.
public struct OfficeResult: Sendable {
    public var target: Target
    public var verdict: Verdict
    public var attempts: [Attempt]
    public var pagesRead: Int
    /// Since which round the status has been the same.
    public var sameSince: Timestamp?
    /// Status in the round before.
    public var previousStatus: OfficeStatus?
    /// Final address in the round before.
    public var previousAddress: WebAddress?
    /// Domain class in the round before.
    public var previousDomainClass: DomainClass?
    public var suspects: [WebAddress] = []
    public var socialMedia: [WebAddress] = []
    public var startedAt: Timestamp
    public var finishedAt: Timestamp
    /// What the doors of the site told.
    public var doors: DoorFacts?
    /// The `.go.id` host that the region's own habit would give this office.
    public var suggestedHost: String?
    /// What people said about this office, oldest first.
    public var statements: [HumanStatement] = []
    /// The moment of the report: at which statements count; nil means the end of the round.
    public var asOf: Timestamp?

    public init(
        target: Target, verdict: Verdict, attempts: [Attempt], pagesRead: Int, sameSince: Timestamp? = nil,
        previousStatus: OfficeStatus? = nil, previousAddress: WebAddress? = nil,
        previousDomainClass: DomainClass? = nil, suspects: [WebAddress] = [], socialMedia: [WebAddress] = [],
        startedAt: Timestamp, finishedAt: Timestamp
    ) {
        self.target = target
        self.verdict = verdict
        self.attempts = attempts
        self.pagesRead = pagesRead
        self.sameSince = sameSince
        self.previousStatus = previousStatus
        self.previousAddress = previousAddress
        self.previousDomainClass = previousDomainClass
        self.suspects = suspects
        self.socialMedia = socialMedia
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}

extension OfficeResult {
    /// How the row stands in the light of what people said.
    public var standing: Standing { Standing(statements, status: verdict.status, at: asOf ?? finishedAt) }

    /// The row may be named: proven by repetition or confirmed by a person, and nobody's objection is open or was right.
    public var isProven: Bool {
        let standing = standing
        guard !standing.isDisputed else { return false }
        return verdict.proof.proven || (verdict.status.mayEnterLetter && standing.confirmation != nil)
    }
}

/// The round a snapshot is compared with.
public struct PreviousScan: Sendable, Hashable, Codable {
    public var id: String
    public var finishedAt: Timestamp

    public init(id: String, finishedAt: Timestamp) {
        self.id = id
        self.finishedAt = finishedAt
    }
}
