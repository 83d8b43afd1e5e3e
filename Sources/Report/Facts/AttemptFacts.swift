import Model

extension Attempt {
    /// Nothing of a taken-over address may be clickable, nor an address outside go.id where somebody else sits.
    var isDefanged: Bool {
        switch result {
        case .compromised: true
        case .otherOwner, .notASite: !candidate.address.isGoID
        case .site, .section, .blocked, .noSuchName, .notFound, .unreachable, .notCounted: false
        }
    }

    /// How the address that was asked is shown: as a link where a server of the office or the government answered.
    var show: Links.Show {
        if isDefanged { return .defanged }
        switch result {
        case .site, .section: return status == nil ? .text : .link
        case .otherOwner, .notASite, .blocked, .notFound: return status == nil ? .text : .link
        case .compromised, .noSuchName, .unreachable, .notCounted: return .text
        }
    }

    /// How the address that answered in the end is shown: a redirect may lead to a stranger.
    var showFinal: Links.Show {
        guard show == .link, let finalAddress, result != .site, result != .section else { return show }
        return finalAddress.isGoID ? .link : .defanged
    }
}

extension WebAddress {
    /// Whether the host is a name under go.id.
    var isGoID: Bool { host.hasSuffix(".go.id") }
}
