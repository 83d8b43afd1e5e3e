// Store: keeps every round, and gives it back. The only SQL of Ronda.
//
// In: ScanRecord, Target, SiteRecord, Verdict, bodies. Out: the same values, and snapshots for reports.
// Append-only per scan: a finished office of a scan is never written again (rejudging makes a new verdict row, the facts
// stay). What is "current" is a query. docs/store.md describes the tables.
//
// It refuses to judge, to read a clock, and to lose a finished office: an office and all its pages are one transaction.

import Model
import Zstd

/// What the flow needs of a store; answered by SQLite and by PostgreSQL.
public protocol ScanStore: Sendable {
    /// Opens a new scan over targets in list order.
    func begin(_ scan: ScanRecord, targets: [Target]) async throws(StoreError)
    /// The newest scan that has not ended and was begun over these very targets; nil when there is none.
    func unfinishedScan(over targets: [Target]) async throws(StoreError) -> ScanRecord?
    /// Targets of a scan without an outcome yet, in list order.
    func remainingTargets(of scan: String) async throws(StoreError) -> [Target]
    /// Stores what one round learnt of an office, with its verdict and the bodies its evidence rests on.
    func save(_ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String) async throws(StoreError)
    /// Replaces the verdict of an office of this scan (end-of-round judgement, or `rejudge` by other rules).
    func replaceVerdict(of office: String, in scan: String, with verdict: Verdict) async throws(StoreError)
    /// Replaces all that this scan holds of an office: after its second try, or after its bodies were read by other rules.
    func replace(_ record: SiteRecord, _ verdict: Verdict, bodies: [StoredBody], in scan: String)
        async throws(StoreError)
    /// Notes how far a scan has come; `finishedAt` nil leaves it open.
    func update(_ scan: ScanRecord) async throws(StoreError)
    /// Every scan, oldest first.
    func scans() async throws(StoreError) -> [ScanRecord]
    /// What a scan learnt of each office that has an outcome, in list order; `withPages` false leaves the pages out.
    func records(of scan: String, withPages: Bool) async throws(StoreError) -> [SiteRecord]
    /// Some offices of a scan with their verdicts and without their pages, by code: those behind `after`, `limit` at most.
    /// What reads a whole round reads it so: 22 KB an office are too much to hold for fifty thousand.
    func offices(of scan: String, after code: String, limit: Int) async throws(StoreError) -> [StoredOffice]
    /// What a scan learnt of some of its offices, without pages and verdicts, by code as above.
    func records(of scan: String, after code: String, limit: Int) async throws(StoreError) -> [SiteRecord]
    /// How many offices of a scan have each status.
    func statusCounts(of scan: String) async throws(StoreError) -> [OfficeStatus: Int]
    /// Number of pages read in a scan, by office code.
    func pageCounts(of scan: String) async throws(StoreError) -> [String: Int]
    /// What a scan learnt of one office.
    func record(of office: String, in scan: String) async throws(StoreError) -> SiteRecord?
    /// Every target of a scan, in list order.
    func targets(of scan: String) async throws(StoreError) -> [Target]
    /// The verdicts of a scan by office code.
    func verdicts(of scan: String) async throws(StoreError) -> [String: Verdict]
    /// The verdict on one office in a scan.
    func verdict(of office: String, in scan: String) async throws(StoreError) -> Verdict?
    /// Earlier finished rounds of an office, newest first.
    func rounds(of office: String, before scan: String, limit: Int) async throws(StoreError) -> [OfficeRound]
    /// What earlier finished rounds said of an office, newest first, without what it rests on.
    func pastStatuses(of office: String, before scan: String, limit: Int) async throws(StoreError) -> [PastStatus]
    func scan(_ id: String) async throws(StoreError) -> ScanRecord?
    /// The newest finished round of any of its regions that began before this scan.
    func roundBefore(_ scan: ScanRecord) async throws(StoreError) -> ScanRecord?
    /// A kept body by its SHA-256.
    func body(_ sha256: String) async throws(StoreError) -> StoredBody?
    /// The pages read for an office in its latest finished round by crawl key, for conditional requests.
    func validators(of office: String) async throws(StoreError) -> [String: PageValidators]
    /// The same, and with each page what reading it gave by this very program, so that not every page is asked for it.
    func validators(of office: String, keptBy program: String) async throws(StoreError) -> [String: PageValidators]
    /// One page of an office as a scan read it.
    func page(_ position: Int, of office: String, in scan: String) async throws(StoreError) -> PageRecord?
    /// What reading a body at an address gave by this very program (rules and version); nil when that is not kept.
    func keptReading(of sha256: String, at address: WebAddress, by program: String) async throws(StoreError) -> [UInt8]?
    /// Keeps what a person said; it comes back with its number.
    func add(_ statement: HumanStatement) async throws(StoreError) -> HumanStatement
    /// Adds the answer to a statement; an earlier answer stays in the store, the newest counts.
    func answer(statement id: Int, with answer: HumanStatement.Answer) async throws(StoreError) -> HumanStatement
    /// What was said, oldest first, each with its newest answer; of one office, or of all when nil.
    func statements(of office: String?) async throws(StoreError) -> [HumanStatement]
    /// Number of the first statement or answer that was altered after it was stored; nil when all are intact.
    func firstAlteredStatement() async throws(StoreError) -> Int?
}

/// One office of a round as the store holds it.
public struct StoredOffice: Sendable {
    /// In the list.
    public var position: Int
    public var record: SiteRecord
    public var verdict: Verdict
}

extension ScanStore {
    /// Hands over every office of a scan, in the order of their codes, holding a few hundred at a time.
    public func eachOffice(
        of scan: String, _ take: (StoredOffice) async throws -> Void
    ) async throws {
        var code = ""
        while true {
            let some = try await offices(of: scan, after: code, limit: 400)
            for office in some { try await take(office) }
            guard let last = some.last else { return }
            code = last.record.target.code
        }
    }

    /// Hands over what was learnt of every office, in the order of their codes and without pages and verdicts. A worker that
    /// ends the round of the nation reads it beside its own work, so only a hundred are held at a time.
    public func eachRecord(of scan: String, _ take: (SiteRecord) async throws -> Void) async throws {
        var code = ""
        while true {
            let some = try await records(of: scan, after: code, limit: 100)
            for record in some { try await take(record) }
            guard let last = some.last else { return }
            code = last.target.code
        }
    }
}

/// A received body, kept once however often it was received.
public struct StoredBody: Sendable, Hashable {
    /// Lower-case hexadecimal; the key.
    public var sha256: String
    public var contentType: String
    public var bytes: [UInt8]
    /// What reading it gave, for the next round.
    public var reading: StoredReading?
    /// The bytes as a store keeps them, once packed; `bytes` is empty then.
    private var frame: [UInt8]?
    private var packedSize = 0

    public init(sha256: String, contentType: String, bytes: [UInt8]) {
        self.sha256 = sha256
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// Bytes as a store keeps them, and how many they are unpacked.
typealias PackedBytes = (frame: [UInt8], size: Int)

extension StoredBody {
    /// Packs the bytes now and lets them go: a site that waits for its other pages holds a quarter of them so.
    public mutating func pack() {
        if frame == nil {
            packedSize = bytes.count
            frame = Zstd.compress(bytes)
            bytes = []
        }
        reading?.pack()
    }

    /// As a store keeps it, and the size of the body itself.
    var packed: PackedBytes { frame.map { ($0, packedSize) } ?? (Zstd.compress(bytes), bytes.count) }
}

/// What reading a body gave, as bytes that only the reader understands. A help for the next round and no evidence: a store
/// may drop it at any time.
public struct StoredReading: Sendable, Hashable {
    public var address: WebAddress
    /// Rules and version that made it.
    public var program: String
    public var bytes: [UInt8]
    private var frame: [UInt8]?
    private var packedSize = 0

    public init(address: WebAddress, program: String, bytes: [UInt8]) {
        self.address = address
        self.program = program
        self.bytes = bytes
    }
}

extension StoredReading {
    mutating func pack() {
        guard frame == nil else { return }
        packedSize = bytes.count
        frame = Zstd.compress(bytes)
        bytes = []
    }

    /// As a store keeps it, and the number of its bytes.
    var packed: PackedBytes { frame.map { ($0, packedSize) } ?? (Zstd.compress(bytes), bytes.count) }
}

extension ScanStore {
    /// A store that keeps none.
    public func keptReading(
        of sha256: String, at address: WebAddress, by program: String
    ) async throws(StoreError) -> [UInt8]? { nil }

    /// A store that gives them one by one.
    public func validators(
        of office: String, keptBy program: String
    ) async throws(StoreError) -> [String: PageValidators] { try await validators(of: office) }
}

/// One earlier round of one office.
public struct OfficeRound: Sendable {
    public var scan: String
    public var finishedAt: Timestamp
    public var verdict: Verdict
    public var attempts: [Attempt]
    public var ownNetworkUp: Bool
}

/// What an earlier round said of an office.
public struct PastStatus: Sendable {
    public var scan: String
    public var finishedAt: Timestamp
    /// Without items and proof.
    public var verdict: Verdict
}

extension ScanStore {
    public func pastStatuses(
        of office: String, before scan: String, limit: Int
    ) async throws(StoreError) -> [PastStatus] {
        try await rounds(of: office, before: scan, limit: limit).map {
            PastStatus(scan: $0.scan, finishedAt: $0.finishedAt, verdict: $0.verdict)
        }
    }

    public func scan(_ id: String) async throws(StoreError) -> ScanRecord? { try await scans().first { $0.id == id } }

    public func roundBefore(_ scan: ScanRecord) async throws(StoreError) -> ScanRecord? {
        try await scans().last {
            $0.finishedAt != nil && $0.startedAt < scan.startedAt && !Set($0.regions).isDisjoint(with: scan.regions)
        }
    }
}

/// What a repeat request may send along (RFC 9110 section 13).
public struct PageValidators: Sendable, Hashable {
    public var etag: String?
    public var lastModified: String?
    /// Body the validators belong to.
    public var sha256: String
    /// Where the page's reading is kept, and by which rules and program it was made.
    public var scan = ""
    public var position = 0
    public var rulesHash = ""
    public var toolVersion = ""
    /// What reading the page gave, when it was asked for along with these.
    public internal(set) var kept: KeptFrame?

    /// Of the pages of one office in a scan, by crawl key.
    static func of(_ pages: [PageHead], in scan: ScanRecord) -> [String: PageValidators] {
        var validators: [String: PageValidators] = [:]
        for (position, page) in pages.enumerated() {
            validators[page.address.crawlKey] = PageValidators(
                etag: page.etag, lastModified: page.lastModified, sha256: page.sha256, scan: scan.id,
                position: position, rulesHash: scan.rulesHash, toolVersion: scan.toolVersion)
        }
        return validators
    }
}

/// What reading a page gave, as the store holds it: most is unpacked only when the page answers that nothing changed.
public struct KeptFrame: Sendable, Hashable {
    /// Where the page stood.
    public var address: WebAddress
    var frame: [UInt8]
    var size: Int

    /// Nil when it cannot be unpacked.
    public var bytes: [UInt8]? { Zstd.decompress(frame, count: size) }
}

/// Why the store could not do its work, in one sentence that says what to do.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable {
        case cannotOpen, diskFull, readOnly, corrupted, busy, newerSchema, noSuchStatement, failed
        /// The unit of work belongs to another worker by now; nothing was written.
        case fenced
    }

    public var kind: Kind
    /// In English; a front end words the kind in its own language.
    public var description: String
    /// The file it is about, when one is.
    public var path = ""

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
