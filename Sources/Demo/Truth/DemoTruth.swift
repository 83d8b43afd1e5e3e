import Model

/// What is true of one office in one round; written by hand, never computed.
public struct DemoTruth: Sendable {
    public var code: String
    public var name: String
    public var status: OfficeStatus
    /// Nil where there is no site to classify.
    public var domain: DomainClass?
    /// Key of the reason; nil where it is not written down.
    public var reason: String?
    /// States of the items whose truth is written down; the others are not judged.
    public var items: [ItemKey: ItemState]

    /// The truth about every office of the list, in list order.
    public static func rows(round: Int) -> [DemoTruth] {
        DemoOffice.all.map { office in
            let first = round == 1
            let site = first ? office.site.first : office.site.second
            return DemoTruth(
                code: office.code, name: office.name, status: first ? office.status.first : office.status.second,
                domain: first ? office.domain.first : office.domain.second, reason: office.reason,
                items: site.flatMap { DemoSite.byKey[$0]?.truth } ?? [:])
        }
    }

    /// How a scan's verdicts compare with the truth of a round.
    public static func confusion(_ snapshot: ScanSnapshot, round: Int) -> DemoConfusion {
        DemoConfusion(truth: rows(round: round), offices: snapshot.offices)
    }
}
