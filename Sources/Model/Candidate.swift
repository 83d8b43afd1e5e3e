/// An address that may be an office's site, and why it is tried.
public struct Candidate: Sendable, Hashable, Codable {
    /// Why an address is tried, strongest claim first.
    public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
        /// The target list gives it.
        case listed
        /// The region's portal links to it under the office's name.
        case portalLink = "portal_link"
        /// A site that was the office's own sends its readers there.
        case redirect
        /// An imported register of hosts names it.
        case register
        /// A sitemap of the portal or of the parent office names it.
        case sitemap
        /// A sister office links to it.
        case sisterLink = "sister_link"
        /// The naming rules of the region propose it.
        case namingRule = "naming_rule"
    }

    public var address: WebAddress
    public var reason: Reason
    /// What made it a candidate: the link text and its page, the label of the rule, the row of the list.
    public var detail: String = ""

    public init(address: WebAddress, reason: Reason, detail: String = "") {
        self.address = address
        self.reason = reason
        self.detail = detail
    }
}
