/// Somebody who may sign in at the desk.
public struct Person: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// Everything, other people's accounts too.
        case admin
        /// Rounds, lists, statements of the regions named.
        case petugas
        /// Reading only, of the regions named.
        case pembaca
    }

    /// Sign-in name: lower-case letters, digits, `.`, `-`.
    public var name: String
    public var role: Role
    /// Codes of the regions; a province code (`61`) includes its kabupaten (`61.12`). Empty: every region.
    public var regions: [String]
    public var disabled = false
    public var createdAt: Timestamp

    public init(name: String, role: Role, regions: [String], createdAt: Timestamp) {
        self.name = name
        self.role = role
        self.regions = regions
        self.createdAt = createdAt
    }

    /// Whether what concerns a region is this person's to see.
    public func sees(region: String) -> Bool {
        role == .admin || regions.isEmpty || regions.contains { region == $0 || region.hasPrefix($0 + ".") }
    }

    /// Whether this person may start rounds, write statements and change lists of a region.
    public func mayWork(in region: String) -> Bool { role != .pembaca && sees(region: region) }
}

/// A sign-in that holds; only the digest of its secret is kept.
public struct DeskSession: Sendable, Hashable {
    /// SHA-256 of the secret in the cookie.
    public var key: String
    public var person: String
    /// Secret that every form of this session carries.
    public var formSecret: String
    public var expires: Timestamp

    public init(key: String, person: String, formSecret: String, expires: Timestamp) {
        self.key = key
        self.person = person
        self.formSecret = formSecret
        self.expires = expires
    }
}

/// A right to use the JSON API without signing in; only the digest of the token is kept.
public struct APIToken: Sendable, Hashable {
    /// SHA-256 of the token.
    public var key: String
    /// What it is for, in the words of who made it.
    public var purpose: String
    public var person: String
    public var createdAt: Timestamp
    /// What may be asked with it; empty: whatever the person may read.
    public var scopes: Set<Scope> = []
    /// Of the person's regions only these; empty: all of them.
    public var regions: [String] = []
    /// From here on it is worth nothing; nil: until it is taken back.
    public var expires: Timestamp?

    /// What a token is good for; none includes another.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Regions and rounds, counted.
        case counts = "hitungan"
        /// Offices with status and items, without quotations.
        case offices = "kantor"
        /// One office with its evidence.
        case evidence = "bukti"
        /// Lists as CSV and XLSX.
        case downloads = "unduhan"
    }

    public init(key: String, purpose: String, person: String, createdAt: Timestamp) {
        self.key = key
        self.purpose = purpose
        self.person = person
        self.createdAt = createdAt
    }

    public func permits(_ scope: Scope) -> Bool { scopes.isEmpty || scopes.contains(scope) }
}

/// Something a person did at the desk.
public struct AuditEntry: Sendable, Hashable, Codable {
    public var at: Timestamp
    public var person: String
    /// `masuk`, `konfirmasi`, `jadwal`, ...
    public var action: String
    /// What it was done to: office, schedule, account.
    public var subject: String
    public var detail: String

    public init(at: Timestamp, person: String, action: String, subject: String, detail: String = "") {
        self.at = at
        self.person = person
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}

/// What one finished round found in one region, counted.
public struct RegionRound: Sendable, Hashable {
    public var region: String
    public var scan: String
    public var finishedAt: Timestamp
    /// Offices by status.
    public var counts: [OfficeStatus: Int]

    public init(region: String, scan: String, finishedAt: Timestamp, counts: [OfficeStatus: Int]) {
        self.region = region
        self.scan = scan
        self.finishedAt = finishedAt
        self.counts = counts
    }

    public var offices: Int { counts.values.reduce(0, +) }
}

/// An office whose status is another than in the round before of its region.
public struct OfficeChange: Sendable, Hashable {
    public var region, scan, office, name: String
    public var before, after: OfficeStatus

    public init(
        region: String, scan: String, office: String, name: String, before: OfficeStatus, after: OfficeStatus
    ) {
        self.region = region
        self.scan = scan
        self.office = office
        self.name = name
        self.before = before
        self.after = after
    }
}

/// Of the offices with a living site, how many show an item.
public struct ItemCount: Sendable, Hashable {
    public var shown: Int
    public var all: Int

    public init(shown: Int, all: Int) {
        self.shown = shown
        self.all = all
    }
}

/// One office of a region as a list shows it.
public struct OfficeRow: Sendable {
    public var target: Target
    public var verdict: Verdict
    public var finishedAt: Timestamp

    public init(target: Target, verdict: Verdict, finishedAt: Timestamp) {
        self.target = target
        self.verdict = verdict
        self.finishedAt = finishedAt
    }
}
