import Model

/// What is true of one office of the fifth world.
enum LateFate: String, CaseIterable, Sendable {
    // The list gives an address, and something of the office is alive.
    case backslashes, trailingDot, withRemark, xhtml, utf16, entities, brokenHeading, foreignRefresh, longCookieHome
    // The list gives an address, and there is trouble.
    case none1, empty202, silentPort, pictureHome, plainText, comingSoon, none2, ownError
    // No address in the list; the portal knows one.
    case linkedShortener, linkedTypo, linkedDeep, linkedMoved, linkedMerged, linkedBlog, linkedDeadBlog, none3
    case linkedMailOnly, linkedPhone, linkedPhoto, linkedSelf, anchorSection, none4
    // No address in the list; a name by habit.
    case ruled1, ruledLong, ruledSigned, ruledWWW, ruledSix, ruledRefused, ruledToPortal, none5
    // Another's.
    case namesakeLinked, motherHost, listedElsewhere, none6

    var right: Set<OfficeStatus> {
        switch self {
        case .backslashes, .trailingDot, .withRemark, .xhtml, .utf16, .entities, .brokenHeading, .foreignRefresh,
            .longCookieHome, .linkedShortener, .linkedTypo, .linkedDeep, .linkedMoved, .ruled1,
            .ruledSigned, .ruledWWW:
            [.active]
        // The new office carries the old one's name among others.
        case .linkedMerged: [.active, .unknown]
        case .ruledSix: [.active, .unreachable]
        case .empty202: [.blocked, .unknown, .unreachable, .placeholder]
        case .silentPort: [.unreachable]
        // A name that no habit gives and nobody links to cannot be found.
        case .ruledLong: [.active, .missing]
        case .ownError: [.unreachable, .placeholder, .unknown]
        // A picture or a line of text on the office's own listed host: somebody runs it.
        case .pictureHome, .plainText: [.active, .placeholder, .unknown, .unreachable]
        case .comingSoon: [.placeholder]
        case .linkedBlog: [.offDomain]
        case .ruledRefused: [.blocked, .unreachable, .unknown]
        case .anchorSection: [.missing, .section, .unknown]
        case .linkedPhoto: [.missing, .unknown]
        case .linkedSelf, .namesakeLinked, .motherHost, .listedElsewhere: [.missing, .unknown]
        case .none1, .none2, .none3, .none4, .none5, .none6, .linkedMailOnly, .linkedPhone, .linkedDeadBlog,
            .ruledToPortal:
            [.missing]
        }
    }

    /// There is a site, and the list does not lead to it.
    var isWithheld: Bool {
        switch self {
        case .linkedShortener, .linkedTypo, .linkedDeep, .linkedMoved, .ruled1, .ruledSigned, .ruledWWW:
            true
        default: false
        }
    }

    /// Only a reader of the portal can know.
    var needsPortal: Bool {
        switch self {
        case .linkedShortener, .linkedTypo, .linkedDeep, .linkedMoved, .linkedMerged, .linkedBlog, .linkedPhoto,
            .linkedSelf, .anchorSection, .namesakeLinked:
            true
        default: false
        }
    }
}

/// How the portal of a region of the fifth world shows its offices.
enum LateHabit: String, CaseIterable, Sendable {
    /// Plain names, nothing linked; the portal links nobody.
    case namesOnly
    /// A page per first letter.
    case letters
    /// The list is structured data (JSON-LD) and cards without text.
    case linkedData
    /// Another host of the region holds the list, acronyms with tips.
    case otherHost
    /// The list is one picture.
    case picture
    /// Cards that a script appends while one scrolls; the next fragment's address is in an attribute.
    case scrolling
    /// A small table for each office: name on top, then street, telephone, "Laman".
    case smallTables
    /// Markers of a map with bubbles, in a script.
    case markers

    /// What it lists cannot be known by reading pages.
    var isUnreadable: Bool { self == .picture || self == .scrolling }
}
