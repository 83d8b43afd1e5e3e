/// Everything one round learnt about one office: the input of the verdict. Replayable from the store.
public struct SiteRecord: Sendable, Codable {
    public var target: Target
    /// Every address asked while looking for the site, with every answer, in order.
    public var attempts: [Attempt] = []
    /// Where the site was found; nil when nowhere.
    public var site: FoundSite?
    /// Pages read, the home page first.
    public var pages: [PageRecord] = []
    /// Why reading stopped.
    public var coverage: Coverage = .notRead
    /// Addresses in the site that were wanted and could not be read, with the cause.
    public var unread: [UnreadPage] = []
    /// Names under the region's domain all resolve, so that a name alone proves nothing.
    public var wildcardDNS: Bool = false
    /// The control hosts answered before and after this office was looked at.
    public var ownNetworkUp: Bool = true
    /// Links to social media of the office met in the list, the portal or the site.
    public var socialMedia: [WebAddress] = []
    /// Addresses outside go.id that look like the office's but that nobody official links to.
    public var suspects: [WebAddress] = []
    public var startedAt: Timestamp
    public var finishedAt: Timestamp
    /// The region's portal was read for links to this office; false when it could not be, nil when nobody says.
    /// Without it an absence can be proposed, but not proven.
    public var portalRead: Bool?
    /// A list of offices in the region's web that exists and could not be read: this office may stand there, so that no
    /// absence may be concluded. Nil when all were read, no portal is known, or nobody says.
    public var unreadPortal: WebAddress?
    /// Items that unread documents or scripts may still hold; nil when nobody says, and then all of them. Used with the
    /// coverage `unreadableParts`: an item that no unread part promises is absent all the same.
    public var openItems: [ItemKey]?
    /// What the doors of the found site told; nil when none was found, or nobody asked.
    public var doors: DoorFacts?
    /// The `.go.id` host that the region's own habit would give this office, and that nobody else answers at.
    public var suggestedHost: String?
    /// Pages that answered while the site was looked for and are not the office's: parked, suspended, taken over, a
    /// refusal, somebody else's. Kept as evidence of the verdict; nil in rounds of older versions.
    public var answers: [PageRecord]?

    public init(
        target: Target, attempts: [Attempt] = [], site: FoundSite? = nil, pages: [PageRecord] = [],
        coverage: Coverage = .notRead, unread: [UnreadPage] = [], wildcardDNS: Bool = false,
        ownNetworkUp: Bool = true, socialMedia: [WebAddress] = [], suspects: [WebAddress] = [], startedAt: Timestamp,
        finishedAt: Timestamp, portalRead: Bool? = nil, openItems: [ItemKey]? = nil, answers: [PageRecord]? = nil
    ) {
        self.target = target
        self.attempts = attempts
        self.site = site
        self.pages = pages
        self.coverage = coverage
        self.unread = unread
        self.wildcardDNS = wildcardDNS
        self.ownNetworkUp = ownNetworkUp
        self.socialMedia = socialMedia
        self.suspects = suspects
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.portalRead = portalRead
        self.openItems = openItems
        self.answers = answers
    }

    /// How completely the site was read: `absent` may be said only after `complete`.
    public enum Coverage: String, Sendable, Hashable, Codable {
        /// No page of the office was read.
        case notRead = "not_read"
        /// Every page that could hold an item was read.
        case complete
        /// The page, time or byte budget ended first.
        case budgetSpent = "budget_spent"
        /// A part that could hold items failed, is forbidden by robots.txt or was blocked.
        case partlyBlocked = "partly_blocked"
        /// Documents or scripts that could hold items could not be read.
        case unreadableParts = "unreadable_parts"
    }
}

/// One question to the network while looking for an office's site, and its answer.
public struct Attempt: Sendable, Hashable, Codable {
    /// What an answer means for "does this office have a site here?".
    public enum Result: String, Sendable, Hashable, CaseIterable, Codable {
        /// A page of this office.
        case site
        /// A page of this office inside the portal or another office's site.
        case section
        /// A page, but of somebody else.
        case otherOwner = "other_owner"
        /// A page that is no site: default, parked, suspended, maintenance, empty.
        case notASite = "not_a_site"
        /// Taken over, or filled with foreign content.
        case compromised
        /// 403, 429, challenge, robots.txt: it exists and refuses us.
        case blocked
        /// The name does not exist (NXDOMAIN), or exists without address.
        case noSuchName = "no_such_name"
        /// The server says 404 or 410 for the address.
        case notFound = "not_found"
        /// No usable answer: refused, reset, time-out, SERVFAIL, 5xx, TLS failure.
        case unreachable
        /// Not asked, or the answer counts for nothing (own network down, forbidden address).
        case notCounted = "not_counted"
    }

    public var candidate: Candidate
    public var at: Timestamp
    public var dns: DNSOutcome?
    /// HTTP status of the last answer.
    public var status: Int?
    /// The address that answered last.
    public var finalAddress: WebAddress?
    public var failure: FailureKind?
    public var tls: TLSFacts?
    public var trail: [Hop] = []
    public var ip: String?
    public var sha256: String?
    public var result: Result
    /// One sentence in English for the log: why it was judged so.
    public var note: String = ""
    /// What the page that answered showed the place to be; nil when no page was read.
    public var condition: SiteCondition?
    /// Its name servers know every name, and this one answers otherwise than one that nobody made: somebody set it up.
    public var isUnlikeWildcard: Bool?

    public init(
        candidate: Candidate, at: Timestamp, dns: DNSOutcome? = nil, status: Int? = nil,
        finalAddress: WebAddress? = nil, failure: FailureKind? = nil, tls: TLSFacts? = nil, trail: [Hop] = [],
        ip: String? = nil, sha256: String? = nil, result: Result, note: String = "",
        condition: SiteCondition? = nil
    ) {
        self.candidate = candidate
        self.at = at
        self.dns = dns
        self.status = status
        self.finalAddress = finalAddress
        self.failure = failure
        self.tls = tls
        self.trail = trail
        self.ip = ip
        self.sha256 = sha256
        self.result = result
        self.note = note
        self.condition = condition
    }
}

/// The address where an office's pages were found.
public struct FoundSite: Sendable, Hashable, Codable {
    public enum Form: String, Sendable, Hashable, Codable {
        /// A site of its own.
        case own
        /// A part of the portal's or another office's site.
        case section
        /// One site that serves several offices.
        case shared
    }

    public var candidate: Candidate
    /// Where it answered, after redirects.
    public var address: WebAddress
    public var form: Form
    /// 0 to 1: how surely this is the site of this office.
    public var identity: Double
    /// Where the office's name was read: title, heading, logo, address, portal link, host label.
    public var identityEvidence: [String] = []
    public var tls: TLSFacts?

    public init(
        candidate: Candidate, address: WebAddress, form: Form, identity: Double, identityEvidence: [String] = [],
        tls: TLSFacts? = nil
    ) {
        self.candidate = candidate
        self.address = address
        self.form = form
        self.identity = identity
        self.identityEvidence = identityEvidence
        self.tls = tls
    }
}

/// A page that was read for an office, with what the rules made of it.
public struct PageRecord: Sendable, Codable {
    public var requested: WebAddress
    public var address: WebAddress
    public var status: Int
    public var title: String
    public var sha256: String
    public var ip: String?
    public var etag: String?
    public var lastModified: String?
    public var bytes: Int
    public var fetchedAt: Timestamp
    /// Body kept in the store under `sha256`.
    public var contentType: String = "text/html"
    public var notes: [String] = []
    public var reading: PageReading
    /// How the answer came over HTTP; nil in rounds of older versions.
    public var exchange: HTTPExchange?

    public init(
        requested: WebAddress, address: WebAddress, status: Int, title: String, sha256: String, ip: String? = nil,
        etag: String? = nil, lastModified: String? = nil, bytes: Int, fetchedAt: Timestamp,
        contentType: String = "text/html", notes: [String] = [], reading: PageReading,
        exchange: HTTPExchange? = nil
    ) {
        self.requested = requested
        self.address = address
        self.status = status
        self.title = title
        self.sha256 = sha256
        self.ip = ip
        self.etag = etag
        self.lastModified = lastModified
        self.bytes = bytes
        self.fetchedAt = fetchedAt
        self.contentType = contentType
        self.notes = notes
        self.reading = reading
        self.exchange = exchange
    }
}

/// A wanted page that could not be read.
public struct UnreadPage: Sendable, Hashable, Codable {
    public var address: WebAddress
    /// HTTP status when there was an answer.
    public var status: Int?
    public var failure: FailureKind?
    /// Link text that led to it.
    public var linkText: String = ""

    public init(address: WebAddress, status: Int? = nil, failure: FailureKind? = nil, linkText: String = "") {
        self.address = address
        self.status = status
        self.failure = failure
        self.linkText = linkText
    }
}

extension WebAddress: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = WebAddress(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an http(s) address: \(text)"))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
