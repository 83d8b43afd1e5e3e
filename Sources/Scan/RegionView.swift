import Discovery
import Model
import Rules

/// What the offices of one region share: what their portal and sister offices say, and who may call a page theirs.
struct RegionView: Sendable {
    var directory: PortalDirectory?
    var identity: OfficeIdentity
    /// Lists of offices that other offices keep: a Dinkes of its puskesmas, a shared portal of the puskesmas.
    var sisters: [PortalDirectory] = []
    /// Hosts of the region whose label may abbreviate an office's name, by its code.
    var hints: [String: [Candidate]] = [:]
    /// A home page of the portal answered.
    var isPortalRead = false
    /// Lists of offices that exist and could not be read: the portal itself, a page of it, a document.
    var unread: [UnreadList] = []
    /// The address the portal's page came from: what it serves, it does not refuse us.
    var portalIP: String?
    /// Offices whose parent's site could not be read, with the answer it gave: their section may stand there.
    var unseen: [String: Attempt] = [:]
    /// Everything that could be asked answered; otherwise a later try may see more.
    var isComplete = true

    /// Whether an absence of this office may be concluded from what was read for its region.
    func isRead(for target: Target) -> Bool {
        isPortalRead && unseen[target.code] == nil && unreadList(for: target) == nil
    }

    /// A list that may name this office and could not be read.
    func unreadList(for target: Target) -> UnreadList? { unread.first { $0.promise.covers(target.kind) } }

    /// Takes the links that sites of the region have to other hosts as places to look.
    mutating func addSisters(_ pages: [ParsedPage], _ offices: [Target], _ book: RuleBook) {
        guard !offices.isEmpty, let first = pages.first else { return }
        let portal = directory?.portal ?? first.address
        sisters.append(
            PortalDirectory(book, portal: portal, pages: pages, offices: offices, reason: .sisterLink))
    }
}
