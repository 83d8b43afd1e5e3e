import Model

/// What is true of one office of the sixth world; written down before its first run.
enum BlindFate: String, CaseIterable, Sendable {
    // The list gives an address.
    case listedLoud, listedOldName, listedMovedText, listedLanguage, listedWhoops, none1, listedMergedText
    case listedOffline, listedStatus503, listedHomeBroken, listedFrames, listedFacebook, listedSibling, none2
    // No address in the list; the portal knows one.
    case linkAbbreviated, linkDotted, linkTenant, linkSecureOnly, linkOldOfficeName, linkGone, none3
    case linkSilent, linkForbidden, linkWhoops, linkInstagram, linkBlog, linkPortalPage, none4
    case linkPortalThin, linkDocument, linkNothing, linkApp, linkSecureWWW, none5
    // No address anywhere; a name by habit.
    case ruledPlain, ruledSecureWWW, ruledSecondLabel, ruledRefresh, ruled500, ruledSickName, ruledNameless, none6
    case ruledForeign, ruledDefault, ruledGambling
    // Somebody else mentions it.
    case sisterLink, newsMention, sitemapOnly, none7

    /// What may be said of it, and why.
    var right: Set<OfficeStatus> {
        switch self {
        // Its own site answers, on a name that is listed, linked, by habit, or told by a neighbour.
        case .listedLoud, .listedMovedText, .listedFrames, .linkAbbreviated, .linkDotted, .linkSecureOnly,
            .linkSecureWWW, .ruledPlain, .ruledSecureWWW, .ruledSecondLabel, .ruledRefresh, .sisterLink,
            .listedOldName:
            [.active]
        // It turns away whoever sends no Accept-Language: the site or the refusal, both are true.
        case .listedLanguage: [.active, .blocked]
        // An error said with status 200, on the office's own host: something of it is there.
        case .listedWhoops, .linkWhoops, .listedOffline: [.unreachable, .placeholder, .unknown]
        // Its host says it was merged into the portal, which has nothing of it but a line.
        case .listedMergedText: [.missing, .placeholder, .unknown, .unreachable]
        case .listedStatus503, .linkSilent, .ruled500: [.unreachable]
        // The front page fails, the pages below answer.
        case .listedHomeBroken: [.active, .unreachable]
        case .listedFacebook, .linkInstagram: [.socialOnly]
        // The list gives a neighbour's site; it has none.
        case .listedSibling: [.missing, .unknown]
        // A microsite on the host that all offices share.
        case .linkTenant: [.active, .section]
        // The site still calls itself by the name before the reorganisation.
        case .linkOldOfficeName: [.active, .unknown]
        case .linkForbidden: [.blocked]
        case .linkBlog: [.offDomain]
        case .linkPortalPage: [.section]
        case .linkPortalThin: [.missing, .placeholder]
        // A document about the office is no site; nor is an application of its.
        case .linkDocument, .linkApp: [.missing, .unknown, .placeholder]
        case .ruledSickName: [.unreachable, .unknown]
        // A page with content that says of nobody that it is his, on the office's own name.
        case .ruledNameless: [.active, .unknown, .placeholder]
        // The site of another town's office on this town's name.
        case .ruledForeign: [.missing, .unknown]
        case .ruledDefault: [.placeholder]
        case .ruledGambling: [.compromised]
        // News on the portal's front names the address; the portal's sitemap names the page.
        case .newsMention: [.active, .unknown]
        case .sitemapOnly: [.section, .unknown]
        case .none1, .none2, .none3, .none4, .none5, .none6, .none7, .linkGone, .linkNothing: [.missing]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .linkAbbreviated, .linkDotted, .linkTenant, .linkSecureOnly, .linkSecureWWW, .linkPortalPage, .ruledPlain,
            .ruledSecureWWW, .ruledSecondLabel, .ruledRefresh, .sisterLink, .listedOldName:
            true
        default: false
        }
    }

    /// Only a reader of the portal can know.
    var needsPortal: Bool { rawValue.hasPrefix("link") || self == .newsMention || self == .sitemapOnly }
}

/// How the portal of a region of the sixth world shows its offices.
enum BlindHabit: String, CaseIterable, Sendable {
    /// A mega menu of abbreviations below a heading that is no link, as page builders make it.
    case megaMenu
    /// Rows of fields, the address as text beside a label, with a pager below.
    case fieldRows
    /// Cards by field of work whose address stands in JSON within an attribute.
    case dataCards
    /// Nothing but a search box.
    case searchOnly
    /// No list of its own; the PPID's host lists "PPID Pelaksana".
    case informationOfficers
    /// Only the page "Peta Situs" in the footer has them.
    case siteMapPage
    /// Addresses within addresses, coded in base64.
    case codedLinks
    /// One host for all offices, told apart by `?opd=`.
    case tenants
    /// "Aplikasi dan Website": applications and offices in one grid, names in pictures' texts.
    case applications
    /// Four columns of abbreviations in the footer.
    case footer

    /// What it knows cannot be learnt by reading pages.
    var isUnreadable: Bool { self == .searchOnly }
}
