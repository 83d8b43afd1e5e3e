import Model

/// What can be said of the attempts to find one office's site.
struct AttemptFacts: Sendable {
    /// Attempts of this round that count.
    let counted: [Attempt]
    /// Attempts whose answer proves nothing.
    let uncounted: [Attempt]

    init(_ office: OfficeResult) {
        counted = office.attempts.filter { $0.result != .notCounted }
        uncounted = office.attempts.filter { $0.result == .notCounted }
    }
}

extension Attempt {
    /// Nothing of a taken-over address may be clickable.
    var isDefanged: Bool { result == .compromised }

    /// Worth a link: a server answered there with a page.
    var isLinkable: Bool {
        switch result {
        case .site, .section: status != nil
        // Somebody else may sit there: only addresses of the government are offered for a click.
        case .otherOwner, .notASite, .blocked, .notFound: status != nil && candidate.address.isGoID
        case .compromised, .noSuchName, .unreachable, .notCounted: false
        }
    }
}

extension WebAddress {
    /// Whether the host is a name under go.id.
    var isGoID: Bool { host.hasSuffix(".go.id") }
}
