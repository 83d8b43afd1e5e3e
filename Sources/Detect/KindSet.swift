import Model

/// Kinds of pages as bits: every rule asks for them on every page, many on every line, and a set hashes each time.
struct KindSet: Sendable, Hashable {
    private let bits: UInt32

    init(_ kinds: some Sequence<PageKind>) { bits = kinds.reduce(0) { $0 | Self.bit($1) } }

    var isEmpty: Bool { bits == 0 }

    func contains(_ kind: PageKind) -> Bool { bits & Self.bit(kind) != 0 }

    func isDisjoint(with other: KindSet) -> Bool { bits & other.bits == 0 }

    private static func bit(_ kind: PageKind) -> UInt32 {
        switch kind {
        case .serviceStandard: 1 << 0
        case .home: 1 << 1
        case .profile: 1 << 2
        case .news: 1 << 3
        case .ppid: 1 << 4
        case .complaint: 1 << 5
        case .contact: 1 << 6
        case .survey: 1 << 7
        case .parked: 1 << 8
        case .defaced: 1 << 9
        case .spaShell: 1 << 10
        case .social: 1 << 11
        case .other: 1 << 12
        }
    }
}
