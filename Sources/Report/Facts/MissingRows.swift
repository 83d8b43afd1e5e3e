import Model

/// The offices that may be named to the Kominfo office, each under the heading of its status.
struct MissingRows: Sendable {
    /// The headings, in the order of the letter.
    static let headings: [OfficeStatus] = [.missing, .offDomain, .socialOnly, .placeholder, .unreachable]

    /// Rows whose status is proven, by heading; a heading without rows has none.
    let proven: [OfficeStatus: [NumberedOffice]]
    /// Rows of the same statuses that are not proven yet: the annex.
    let unproven: [NumberedOffice]

    init(_ snapshot: ScanSnapshot) {
        let named = snapshot.numbered.filter { $0.status.mayEnterLetter && $0.group != .portal }
        proven = Dictionary(grouping: named.filter(\.isProven), by: \.status)
        let waiting = Dictionary(grouping: named.filter { !$0.isProven }, by: \.status)
        unproven = Self.headings.flatMap { waiting[$0] ?? [] }
    }

    /// Proven rows in the order of the headings, then the annex.
    var all: [NumberedOffice] { Self.headings.flatMap { proven[$0] ?? [] } + unproven }
}
