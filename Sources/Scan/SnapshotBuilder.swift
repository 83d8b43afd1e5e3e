import Model
import Rules
import Store

/// From rows to the value that reports are made of.
public struct SnapshotBuilder: Sendable {
    let book: RuleBook
    let store: any ScanStore

    public init(book: RuleBook, store: any ScanStore) {
        self.book = book
        self.store = store
    }

    /// The round with this id, or the newest when nil; a round that was cut short gives what it has.
    ///
    /// - Parameter now: the moment of the report, at which statements of people count; nil means the end of the round,
    ///   and what was said later counts all the same.
    public func snapshot(of id: String? = nil, asOf now: Timestamp? = nil) async throws -> ScanSnapshot {
        let found = if let id { try await store.scan(id) } else { try await store.scans().last }
        guard let scan = found else {
            throw ScanError(
                .noSuchScan,
                id.map { "The store holds no scan \($0); `ronda report --list` shows which there are." }
                    ?? "The store holds no scan yet; run `ronda scan LIST.csv --store FILE` first.")
        }
        let previous = try await store.roundBefore(scan)
        var offices: [(position: Int, office: OfficeResult)] = []
        let said = try await store.statements(of: nil)
        let latest = said.flatMap { [$0.at, $0.answer?.at].compactMap(\.self) }.max()
        let asOf = now ?? [scan.finishedAt, latest].compactMap(\.self).max()
        let statements = Dictionary(grouping: said, by: \.office)
        let pages = try await store.pageCounts(of: scan.id)
        try await store.eachOffice(of: scan.id) { stored in
            let code = stored.record.target.code
            var office = try await result(stored.record, stored.verdict, pages: pages[code] ?? 0, in: scan.id)
            office.statements = statements[code] ?? []
            office.asOf = asOf
            office.doors = stored.record.doors
            office.suggestedHost = stored.record.suggestedHost
            offices.append((stored.position, office))
        }
        offices.sort { $0.position < $1.position }
        return ScanSnapshot(
            scan: scan, regionNames: names(of: scan), offices: offices.map(\.office),
            previous: previous.flatMap { scan in
                scan.finishedAt.map { PreviousScan(id: scan.id, finishedAt: $0) }
            })
    }

    /// A snapshot of one office only; nil when the round has no outcome of it.
    public func snapshot(ofOffice code: String, in scan: String) async throws -> ScanSnapshot? {
        guard let round = try await store.scan(scan),
            let record = try await store.record(of: code, in: scan),
            let verdict = try await store.verdict(of: code, in: scan)
        else { return nil }
        var office = try await result(record, verdict, pages: record.pages.count, in: scan)
        office.statements = try await store.statements(of: code)
        office.asOf = [round.finishedAt, office.statements.map(\.at).max()].compactMap(\.self).max()
        return ScanSnapshot(scan: round, regionNames: names(of: round), offices: [office])
    }

    private func names(of scan: ScanRecord) -> [String: String] {
        let regions = book.including(portals: scan.portals).regions
        return Dictionary(uniqueKeysWithValues: scan.regions.map { ($0, regions.region($0)?.fullName ?? $0) })
    }

    private func result(
        _ record: SiteRecord, _ verdict: Verdict, pages: Int, in scan: String
    ) async throws -> OfficeResult {
        let rounds = try await store.pastStatuses(of: record.target.code, before: scan, limit: 60)
        let same = rounds.prefix { $0.verdict.status == verdict.status }
        return OfficeResult(
            target: record.target, verdict: verdict.masked(), attempts: record.attempts.map { $0.masked() },
            pagesRead: pages,
            sameSince: same.last?.finishedAt ?? record.finishedAt, previousStatus: rounds.first?.verdict.status,
            previousAddress: rounds.first?.verdict.finalAddress.map(PrivateData.masked),
            previousDomainClass: rounds.first?.verdict.domainClass,
            suspects: record.suspects, socialMedia: record.socialMedia, startedAt: record.startedAt,
            finishedAt: record.finishedAt)
    }
}
