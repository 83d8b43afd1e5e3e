import Model

/// What is true of one office of the fourth world.
enum FarFate: String, CaseIterable, Sendable {
    // Listed, and alive.
    case noScheme, brokenScheme, deepLinkDead, none1, moved, frameset, splash, scriptHop, metaHop, linkedA, poster
    case wrongName, oldName, none2, capitals, busyAtFirst, twoInOneCell, linkedTLS, ruled1, nginx403
    // Not listed, and alive.
    case sectionPath, linkedB, none3, sectionQuery, ownSecondLevel, linkedWWW, linkedStale, ruled2, dashListed
    case ruledTLS, ruledWWW, sister, linkedC, wordListed, ruledBlocked, ruledServfail, ruledHangs, ruledDefault
    case none4, ruledError, linkedBlog, linkedGoogleSite, linkedCom, linkedFacebook, hashLink, tree
    // Listed, and in trouble.
    case incapsula, tooMany, robots, servfail, silence, emptyReply, none5, garbage, maintenance, construction, laravel
    case cpanel, nginxWelcome, gamblingGov, homeLink, blogRemoved, instagramWritten, mailListed, none6
    // Nothing of its own.
    case directoryCard, emptySection, appLink, ministryLink, mapLink, chatLink, otherRegion, documentOnly, wrongLink

    var right: Set<OfficeStatus> {
        switch self {
        case .noScheme, .brokenScheme, .deepLinkDead, .moved, .frameset, .splash, .scriptHop, .metaHop, .wrongName,
            .capitals, .twoInOneCell, .linkedA, .linkedB, .linkedC, .linkedTLS, .linkedWWW, .linkedStale,
            .ownSecondLevel, .ruled1, .ruled2, .ruledTLS, .ruledWWW, .sister:
            [.active]
        // Nothing but a picture: a reader of pages may be in doubt.
        case .poster, .oldName: [.active, .unknown]
        case .busyAtFirst: [.active, .unreachable]
        case .sectionPath, .sectionQuery: [.section]
        case .nginx403, .incapsula, .tooMany, .robots: [.blocked]
        case .ruledBlocked: [.blocked, .unknown, .unreachable]
        case .ruledServfail, .ruledHangs, .ruledError: [.unreachable, .unknown]
        case .servfail, .silence, .emptyReply, .garbage: [.unreachable]
        case .maintenance: [.unreachable, .placeholder]
        // Where two offices share a label, the other's trouble hides this one's default page.
        case .ruledDefault: [.placeholder, .unreachable]
        case .construction, .laravel, .cpanel, .nginxWelcome: [.placeholder]
        case .gamblingGov: [.compromised]
        case .linkedBlog, .linkedGoogleSite, .linkedCom: [.offDomain]
        case .linkedFacebook, .instagramWritten: [.socialOnly]
        case .tree: [.socialOnly, .offDomain]
        case .none1, .none2, .none3, .none4, .none5, .none6, .dashListed, .wordListed, .mailListed, .hashLink,
            .homeLink, .blogRemoved, .directoryCard, .ministryLink, .mapLink, .otherRegion:
            [.missing]
        case .emptySection: [.missing, .placeholder]
        case .chatLink: [.missing, .socialOnly]
        case .documentOnly, .wrongLink: [.missing, .unknown]
        case .appLink: [.missing, .unknown, .placeholder]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .linkedA, .linkedB, .linkedC, .linkedTLS, .linkedWWW, .linkedStale, .ownSecondLevel, .ruled1, .ruled2,
            .ruledTLS, .ruledWWW, .sister, .sectionPath, .sectionQuery, .moved:
            true
        default: false
        }
    }

    /// Only a reader of the portal can know.
    var needsPortal: Bool {
        switch self {
        case .linkedA, .linkedB, .linkedC, .linkedTLS, .linkedWWW, .ownSecondLevel, .sectionPath, .sectionQuery,
            .linkedBlog, .linkedGoogleSite, .linkedCom, .linkedFacebook, .tree, .emptySection, .chatLink, .appLink,
            .documentOnly, .wrongLink:
            true
        default: false
        }
    }
}
