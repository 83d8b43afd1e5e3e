import Detect
import Documents
import Judge
import Model
import Reader
import Rules
import Store

/// Reads the kept bodies of a scan again by the rules of today, without a network, and judges anew.
public struct Rejudge: Sendable {
    let book: RuleBook
    let detector: Detector
    let store: any ScanStore
    private let reading: DocumentReading

    public init(
        book: RuleBook, detector: Detector, store: any ScanStore, documents: DocumentSettings = .init(),
        readers: ReaderPool? = nil
    ) {
        self.book = book
        self.detector = detector
        self.store = store
        reading = DocumentReading(detector: detector, documents: documents, readers: readers)
    }

    /// What rejudging changed.
    public struct Change: Sendable, Hashable {
        public var office: Target
        public var before: Verdict
        public var after: Verdict
    }

    /// Rejudges one scan; offices come in list order.
    ///
    /// - Parameter progress: told the number of offices done.
    public func run(scan: ScanRecord, progress: @Sendable (Int) -> Void = { _ in }) async throws -> [Change] {
        let judge = OfficeJudge(book.including(portals: scan.portals))
        var changes: [Change] = []
        let verdicts = try await store.verdicts(of: scan.id)
        for (done, target) in try await store.targets(of: scan.id).enumerated() {
            try Task.checkCancellation()
            guard var record = try await store.record(of: target.code, in: scan.id), let before = verdicts[target.code]
            else { continue }
            for index in record.pages.indices { try await reread(&record.pages[index], isHome: index == 0) }
            let rounds = try await store.rounds(of: target.code, before: scan.id, limit: 24)
            let after = judge.judge(record, history: rounds.map(PastRound.init), incidents: scan.incidents)
            try await store.replace(record, after, bodies: [], in: scan.id)
            if after != before { changes.append(Change(office: target, before: before, after: after)) }
            progress(done + 1)
        }
        var rejudged = scan
        rejudged.rulesHash = book.hash
        try await store.update(rejudged)
        return changes
    }

    /// A page whose body was not kept keeps its old reading.
    private func reread(_ page: inout PageRecord, isHome: Bool) async throws {
        guard let body = try await store.body(page.sha256) else { return }
        let request = PageRequest(
            body: body.bytes, address: page.address, contentType: page.contentType.isEmpty ? nil : page.contentType,
            status: page.status, isHome: isHome)
        // What today's tools cannot read keeps what was read of it.
        guard case .success(let answer) = await reading.read(request), answer.document != .unread else { return }
        page.reading = answer.reading
    }
}

extension PastRound {
    /// A stored round as the judge wants it.
    init(_ round: OfficeRound) {
        self.init(
            at: round.finishedAt, verdict: round.verdict, attempts: round.attempts, ownNetworkUp: round.ownNetworkUp)
    }
}
