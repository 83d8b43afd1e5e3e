import Model

/// Pages that were read and hold only the heading of an item: a link that leads to one publishes nothing.
///
/// A link to a page that was not read, or that shows the item or leads on to a document, stays what it is.
struct HollowTargets {
    private struct Key: Hashable {
        var item: ItemKey
        /// `WebAddress.crawlKey`: the fragment of a link names a place on the page.
        var page: String
    }

    private var hollow: Set<Key> = []

    init(_ record: SiteRecord) {
        for page in record.pages where (200..<300).contains(page.status) && page.reading.mayPublishItems {
            let shown = page.reading.findings.filter { $0.state == .present || Self.isOwnLink($0) }.map(\.item)
            for finding in page.reading.findings where finding.state == .empty && !shown.contains(finding.item) {
                hollow.insert(Key(item: finding.item, page: page.address.crawlKey))
                hollow.insert(Key(item: finding.item, page: page.requested.crawlKey))
            }
        }
    }

    /// A link of the page's own content; the same menu stands on every page and says nothing of this one.
    private static func isOwnLink(_ finding: Finding) -> Bool { finding.state == .linked && finding.strength >= 0.5 }

    /// The finding is a link to such a page.
    func leads(_ finding: Finding) -> Bool {
        guard finding.state == .linked, let target = finding.target else { return false }
        return hollow.contains(Key(item: finding.item, page: target.crawlKey))
    }
}
