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
            let isChanged = try await reread(&record)
            let rounds = try await store.rounds(of: target.code, before: scan.id, limit: 24)
            let after = judge.judge(record, history: rounds.map(PastRound.init), incidents: scan.incidents)
            if isChanged {
                try await store.replace(record, after, bodies: [], in: scan.id)
            } else if after != before {
                try await store.replaceVerdict(of: target.code, in: scan.id, with: after)
            }
            if after != before { changes.append(Change(office: target, before: before, after: after)) }
            progress(done + 1)
        }
        var rejudged = scan
        rejudged.rulesHash = book.hash
        try await store.update(rejudged)
        return changes
    }

    /// Reads the pages of an office again, a few at a time so that all readers have work; whether any says something else.
    private func reread(_ record: inout SiteRecord) async throws -> Bool {
        let pages = record.pages
        var isChanged = false
        try await withThrowingTaskGroup(of: (Int, PageReading?).self) { group in
            for index in pages.indices {
                if index >= Self.atOnce, let (done, reading) = try await group.next() {
                    isChanged = Self.take(reading, &record.pages[done]) || isChanged
                }
                group.addTask { (index, try await readAgain(pages[index], isHome: index == 0)) }
            }
            for try await (done, reading) in group {
                isChanged = Self.take(reading, &record.pages[done]) || isChanged
            }
        }
        return isChanged
    }

    private static let atOnce = 16

    private static func take(_ reading: PageReading?, _ page: inout PageRecord) -> Bool {
        guard let reading, reading != page.reading else { return false }
        page.reading = reading
        return true
    }

    /// Nil where the old reading stays: the body was not kept, or today's tools cannot read it.
    private func readAgain(_ page: PageRecord, isHome: Bool) async throws -> PageReading? {
        guard let body = try await store.body(page.sha256) else { return nil }
        var request = PageRequest(
            body: body.bytes, address: page.address, contentType: page.contentType.isEmpty ? nil : page.contentType,
            status: page.status, isHome: isHome)
        request.onlyCrawlPart = true
        guard case .success(let answer) = await reading.read(request), answer.document != .unread else { return nil }
        return answer.reading
    }
}

extension PastRound {
    /// A stored round as the judge wants it.
    init(_ round: OfficeRound) {
        self.init(
            at: round.finishedAt, verdict: round.verdict, attempts: round.attempts, ownNetworkUp: round.ownNetworkUp)
    }
}
