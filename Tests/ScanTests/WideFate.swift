import Model

/// What is true of one office of the third world.
enum WideFate: String, CaseIterable, Sendable {
    // A living site.
    case listed, linkedOdd, ruled, tlsOnly, none1, linkedTLS, selfSigned, chain, none2, wwwOnly, bareOnly, soft404
    case softHome, pathSection, scriptSite, none3, slow, ipv6Only, sisterLinked, ruledOld, logoOnly, nameFlaps
    // It exists, and cannot be looked at.
    case geoBlock, requestRejected, status451, challenge, servfail, nameRefused, hangs, portsClosed, badGateway
    case databaseError, loginWall
    // A name, and nothing of the office behind it.
    case expiredCom, gamblingCom, iisDefault, indexOf, helloWorld, suspended, facebookListed, instagramLinked
    case blogLinked, comLinked
    // Nothing.
    case noData, listEntry, directoryLine, newsOnly, toPortal, otherOffice, namesake

    /// What may be said of it where its portal can be read.
    var right: Set<OfficeStatus> {
        switch self {
        case .listed, .linkedOdd, .ruled, .tlsOnly, .linkedTLS, .selfSigned, .chain, .wwwOnly, .bareOnly, .soft404,
            .softHome, .slow, .sisterLinked, .ruledOld, .logoOnly:
            [.active]
        case .pathSection: [.section]
        case .scriptSite: [.active, .unknown]
        case .ipv6Only, .nameFlaps: [.active, .unreachable]
        case .geoBlock, .requestRejected, .status451, .challenge: [.blocked]
        case .servfail, .nameRefused, .hangs, .portsClosed, .badGateway: [.unreachable]
        case .databaseError: [.unreachable, .placeholder, .unknown]
        // Somebody runs something of the office there: not denied, and no profile site either.
        case .loginWall: [.active, .placeholder, .unknown, .blocked]
        case .expiredCom, .iisDefault, .indexOf, .helloWorld, .suspended: [.placeholder]
        case .gamblingCom: [.compromised]
        case .facebookListed, .instagramLinked: [.socialOnly]
        case .blogLinked, .comLinked: [.offDomain]
        case .none1, .none2, .none3, .noData, .listEntry, .directoryLine, .newsOnly, .toPortal, .namesake:
            [.missing]
        // The list gives the host, the host bears the office's label, the page names another office: a doubt is right.
        case .otherOffice: [.missing, .unknown]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .linkedOdd, .ruled, .linkedTLS, .wwwOnly, .pathSection, .sisterLinked, .ruledOld: true
        default: false
        }
    }

    /// Only a reader of the portal can know.
    var needsPortal: Bool {
        switch self {
        case .linkedOdd, .linkedTLS, .wwwOnly, .pathSection, .instagramLinked, .blogLinked, .comLinked: true
        default: false
        }
    }
}
