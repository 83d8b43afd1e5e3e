import Model

/// What is true of one office of the seventh world; written down before its first run.
enum GrownFate: String, CaseIterable, Sendable {
    // The list gives an address.
    case listedCatchAll, listedTypo, noneA, listedJoomla, listedPortalRedirect, listedGone, oddHost, listedServfail
    case listedLoop, rulePlain, noneB, listedRepair, listedYoutube, pathSection, listedExpiredCert, listedNamesake
    case listedNamesakeNone, noneC, listedAddress, listedGarbage, oddShort, ruleOldLabel
    // No address in the list; the portal knows one, or nothing.
    case pathCard, pathHome, noneD, oddElsewhere, ownSecond, underProvince, googleSite, noneE, goesCom, challenge
    case busy429, linkedGone, linkedReset, noneF, linkedIndex, linkedLogin, tenantPath, renamedLink
    // No address anywhere; a name by habit, or somebody's mention.
    case ruleWWW, noneG, ruleSecure, ruleShortOnly, rule500, ruleStub, ruleOtherOffice, noneH, mailOnly, sisterFooter

    /// What may be said of it.
    var right: Set<OfficeStatus> {
        switch self {
        case .listedCatchAll, .listedTypo, .listedJoomla, .listedExpiredCert, .listedNamesake, .oddHost, .oddShort,
            .oddElsewhere, .ownSecond, .rulePlain, .ruleOldLabel, .ruleWWW, .ruleSecure, .ruleShortOnly, .sisterFooter:
            [.active]
        // Own site, on a number instead of a name; below the province's domain.
        case .listedAddress, .underProvince: [.active, .offDomain]
        // The line says what the office was called ten years ago; the mail's domain is where its site stands.
        case .renamedLink, .mailOnly: [.active, .unknown]
        // A host of its own that only sends to the portal's front is no site, and proves no absence.
        case .listedPortalRedirect: [.missing, .placeholder, .unknown, .unreachable]
        case .listedServfail, .listedLoop, .listedGarbage, .linkedReset, .rule500: [.unreachable, .unknown]
        case .listedRepair, .linkedIndex, .ruleStub: [.placeholder]
        case .listedYoutube: [.socialOnly]
        case .listedNamesakeNone, .ruleOtherOffice: [.missing, .unknown]
        case .pathSection: [.section]
        case .tenantPath: [.active, .section]
        case .pathCard, .pathHome: [.missing, .placeholder]
        case .googleSite, .goesCom: [.offDomain]
        case .challenge, .busy429: [.blocked]
        case .linkedLogin: [.missing, .unknown, .placeholder]
        case .listedGone, .linkedGone, .noneA, .noneB, .noneC, .noneD, .noneE, .noneF, .noneG, .noneH: [.missing]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .listedTypo, .listedNamesake, .oddHost, .oddShort, .oddElsewhere, .ownSecond, .underProvince, .pathSection,
            .tenantPath, .rulePlain, .ruleOldLabel, .ruleWWW, .ruleSecure, .ruleShortOnly, .sisterFooter:
            true
        default: false
        }
    }

    /// Only a reader of the portal can know.
    var needsPortal: Bool {
        switch self {
        case .oddHost, .oddShort, .oddElsewhere, .ownSecond, .underProvince, .pathSection, .pathCard, .pathHome,
            .googleSite, .goesCom, .challenge, .busy429, .linkedReset, .linkedIndex, .linkedLogin, .tenantPath,
            .renamedLink, .mailOnly, .linkedGone:
            true
        default: false
        }
    }
}

/// How a region of the seventh world tells where its offices are.
enum GrownHabit: String, CaseIterable, Sendable {
    /// A window that a button opens over the front page.
    case modal
    /// The listed name sends to the region's second domain; the list stands three menus below.
    case movedPortal
    /// Names and short labels in data; a script makes addresses of them.
    case assembled
    /// The portal has none; the site of its Diskominfo has.
    case ownHub
    /// A scan in a PDF.
    case scannedPDF
    /// A band of logos without a word.
    case pictures
    /// Tabs whose tables come from addresses in `data-url`.
    case fragments
    /// The chart of the organisation, drawn as SVG with links.
    case chart
    /// A frame of somebody's spreadsheet.
    case foreignSheet
    /// A data set of the region's data portal, in CSV.
    case dataset
    /// A page for every office, "Laman" among its fields; every other path shows the front page.
    case detailFields
    /// News, greetings and a search; nobody's list.
    case noList

    /// What it knows cannot be learnt by reading pages.
    var isUnreadable: Bool {
        switch self {
        case .assembled, .scannedPDF, .foreignSheet, .noList: true
        default: false
        }
    }
}
