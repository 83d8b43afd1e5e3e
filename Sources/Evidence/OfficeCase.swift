import Model
import Rules
import Store

/// Everything the store holds about one office in one round, and what earlier rounds said.
public struct OfficeCase: Sendable {
    public var scan: ScanRecord
    public var regionName: String
    public var record: SiteRecord
    public var verdict: Verdict
    /// Earlier finished rounds, newest first.
    public var rounds: [OfficeRound]
    /// Looks at the control hosts, by round.
    public var controls: [String: [ControlCheck]]
    /// Kept bodies by SHA-256.
    public var bodies: [String: StoredBody]
    /// What people said of the office, oldest first: confirmations, objections with their answers, explanations.
    public var statements: [HumanStatement]

    public init(
        scan: ScanRecord, regionName: String, record: SiteRecord, verdict: Verdict, rounds: [OfficeRound] = [],
        controls: [String: [ControlCheck]] = [:], bodies: [String: StoredBody] = [:],
        statements: [HumanStatement] = []
    ) {
        self.scan = scan
        self.regionName = regionName
        self.record = record
        self.verdict = verdict
        self.rounds = rounds
        self.controls = controls
        self.bodies = bodies
        self.statements = statements
    }

    /// The pages that the verdict rests on, each address and body once; first the site's own, in the order read.
    ///
    /// When an item is said to be absent or empty, every page read is the proof.
    public var decisivePages: [PageRecord] {
        let pages = record.pages
        let all = verdict.items.contains { $0.state == .absent || $0.state == .empty }
        let quoted = Set(verdict.items.flatMap(\.evidence).map(\.sha256))
        let chosen = pages.enumerated().filter { index, page in
            all || index == 0 || quoted.contains(page.sha256) || page.reading.condition != .normal
        }.map(\.element)
        var seen: Set<String> = []
        return (chosen + (record.answers ?? [])).filter { seen.insert("\($0.address) \($0.sha256)").inserted }
    }

    /// Addresses of a site that was taken over are shown so that nobody can follow them.
    public var isDefanged: Bool {
        verdict.status == .compromised || [.gambling, .takeover].contains(verdict.condition)
    }

    /// As `isDefanged`, for one page.
    func isDefanged(_ page: PageRecord) -> Bool {
        isDefanged || [.gambling, .takeover].contains(page.reading.condition)
            || page.reading.signs.contains { [.gambling, .takeover].contains($0.condition) }
    }
}

/// Takes cases out of a store: one round of it.
public struct CaseReader: Sendable {
    public let scan: ScanRecord
    /// Codes of the offices that have an outcome, in list order.
    public let offices: [String]
    /// Whoever knows the regions that the round's portals bring along sets it.
    public var book: RuleBook
    private let store: any ScanStore
    private let verdicts: [String: Verdict]
    private let controls: [String: [ControlCheck]]

    /// Opens the round with this id, or the newest when nil.
    public init(book: RuleBook, store: any ScanStore, scan id: String? = nil) async throws {
        let scans = try await store.scans()
        guard let scan = id.map({ id in scans.first { $0.id == id } }) ?? scans.last else {
            throw EvidenceError.noSuchScan(id ?? "")
        }
        self.scan = scan
        self.book = book
        self.store = store
        verdicts = try await store.verdicts(of: scan.id)
        offices = try await store.targets(of: scan.id).map(\.code).filter { [verdicts] in verdicts[$0] != nil }
        controls = Dictionary(scans.map { ($0.id, $0.controls ?? []) }) { first, _ in first }
    }

    /// One office of the round, with the bodies of its decisive pages.
    public func office(_ code: String) async throws -> OfficeCase {
        guard let verdict = verdicts[code], let record = try await store.record(of: code, in: scan.id) else {
            throw EvidenceError.noSuchOffice(code, scan: scan.id)
        }
        let rounds = try await store.rounds(of: code, before: scan.id, limit: 60)
        var office = OfficeCase(
            scan: scan, regionName: regionName(record.target.region), record: record, verdict: verdict, rounds: rounds)
        office.statements = try await store.statements(of: code)
        for round in [scan.id] + rounds.map(\.scan) { office.controls[round] = controls[round] ?? [] }
        for page in office.decisivePages where office.bodies[page.sha256] == nil {
            office.bodies[page.sha256] = try await store.body(page.sha256)
        }
        return office
    }

    /// By the register; a region that only the list knows has its portal's name.
    private func regionName(_ code: String) -> String {
        if let known = book.regions.region(code) { return known.fullName }
        return scan.portals.first { $0.region == code }?.name ?? code
    }
}
