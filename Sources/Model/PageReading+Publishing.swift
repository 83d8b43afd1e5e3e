extension PageReading {
    /// Whether items found on this page count as published by the office: news, parked, taken-over and foreign pages
    /// never publish a service standard, and neither does a page that is no content (design, section 3.5).
    ///
    /// A page of the office into which gambling was planted is still the office's page; the planting is told apart.
    public var mayPublishItems: Bool {
        switch kind {
        case .news, .parked, .defaced, .social: return false
        default: break
        }
        switch condition {
        case .normal, .application, .spaShell, .gambling: return true
        default: return false
        }
    }
}
