import Model
import Rules

/// Takes from a round what an assessment asks of its loci.
public struct FindingAttacher: Sendable {
    private let items: Set<ItemKey>

    public init(edition: Instrument) { items = Set(edition.dimensions.flatMap(\.items)) }

    /// The findings of one office of a round.
    public func findings(
        of locus: Assessment.Locus, _ record: SiteRecord, _ verdict: Verdict, scan: String, pagesRead: Int,
        at moment: Timestamp
    ) -> [AttachedFinding] {
        verdict.items.filter { items.contains($0.item) }.map { item in
            AttachedFinding(
                office: locus.code, item: item.item, state: item.state, reason: item.reason, evidence: item.evidence,
                scan: scan, readAt: record.finishedAt, pagesRead: pagesRead, status: verdict.status,
                attachedAt: moment)
        }
    }
}
