import Model

/// The condition of a site from the conditions of its pages: a 200 is not a site, and one bad page is not a bad site.
enum SiteConditionFold {
    /// Planting and take-over on any page count; otherwise the home page speaks, unless other pages show content that
    /// its condition denies (an application with a profile beside it, an index page over real pages).
    static func condition(of record: SiteRecord) -> SiteCondition {
        let readings = record.pages.map(\.reading)
        guard let home = readings.first else { return .normal }
        if home.condition == .takeover || home.kind == .defaced && home.condition == .normal { return .takeover }
        if readings.contains(where: { $0.condition == .gambling }) { return .gambling }
        if home.kind == .parked && home.condition == .normal { return .parked }
        switch home.condition {
        case .application, .emptyCMS, .directoryListing, .errorPage, .spaShell:
            return readings.dropFirst().contains(where: isContent) ? .normal : home.condition
        default: return home.condition
        }
    }

    /// A page that only a living site of the office has.
    private static func isContent(_ reading: PageReading) -> Bool {
        reading.condition == .normal && reading.mayPublishItems
            && reading.findings.contains { $0.state == .present && !$0.imageOnly }
    }

    /// The reason key of a condition that means "a name, but no site of the office yet"; nil for the others.
    static func placeholderReason(_ condition: SiteCondition) -> String? {
        switch condition {
        case .parked: "parked"
        case .serverDefault: "server_default"
        case .suspended: "suspended"
        case .maintenance: "maintenance"
        case .emptyCMS: "empty_cms"
        case .directoryListing: "directory_listing"
        case .errorPage: "error_page"
        case .application: "application_only"
        case .normal, .spaShell, .gambling, .takeover, .challenge, .ispBlock: nil
        }
    }
}
