import Model

/// How the count sentence groups offices.
public enum OfficeGroup: String, Sendable, Hashable, CaseIterable {
    /// Every organisation of the region that is none of the others.
    case opd
    case puskesmas
    /// Kelurahan: counted in the ladder, not named in the sentence.
    case kelurahan
    /// The region's portal, which is no office.
    case portal

    /// The group of a target by its nomenclature kind.
    public init(_ target: Target) {
        switch target.kind {
        case "puskesmas": self = .puskesmas
        case "kelurahan": self = .kelurahan
        case "portal": self = .portal
        default: self = .opd
        }
    }
}

/// An office together with its number in the report, which names its anchors.
struct NumberedOffice: Sendable {
    /// Position in the snapshot, from 1.
    let number: Int
    let office: OfficeResult

    var group: OfficeGroup { OfficeGroup(office.target) }
    var status: OfficeStatus { office.verdict.status }
    var isProven: Bool { office.isProven }
    /// Nothing of a compromised office may be clickable.
    var isDefanged: Bool { status == .compromised }

    /// Anchor of the office's own section.
    var anchor: String { "o\(number)" }
    /// Anchor of its row in the list of offices without a website.
    var proofAnchor: String { "b\(number)" }

    /// The number the row is quoted by.
    func proofNumber(in scan: ScanRecord) -> String {
        ProofNumber.of(scan: scan.id, office: office.target.code, status: status)
    }

    func itemAnchor(_ item: ItemKey) -> String { "o\(number)-\(item.rawValue)" }
}

extension ScanSnapshot {
    /// The offices of the snapshot with their numbers, in list order.
    var numbered: [NumberedOffice] {
        offices.enumerated().map { NumberedOffice(number: $0.offset + 1, office: $0.element) }
    }

    /// The names of the regions of the round.
    var regionTitle: String {
        scan.regions.map { regionNames[$0] ?? $0 }.joined(separator: ", ")
    }
}
