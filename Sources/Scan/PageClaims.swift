import Discovery
import Model
import Synchronization

/// Which pages of a site somebody reads or has read: none is fetched twice, by whatever way one comes to it.
///
/// A link that redirects to a page that is read under its own address is the commonest second way.
final class PageClaims: Sendable {
    /// Of each page, by its site key, the key it was asked under first.
    private let owners: Mutex<[String: String]>

    /// - Parameter read: addresses read already.
    init(read: [WebAddress]) {
        owners = Mutex(
            Dictionary(read.map { (SiteFrontier.key(of: $0), SiteFrontier.key(of: $0)) }, uniquingKeysWith: { $1 }))
    }

    /// Takes a page for whoever asked for `asked`; false when somebody else has it.
    func take(_ address: WebAddress, for asked: WebAddress) -> Bool {
        let (key, owner) = (SiteFrontier.key(of: address), SiteFrontier.key(of: asked))
        return owners.withLock { owners in
            if let holder = owners[key] { return holder == owner }
            owners[key] = owner
            return true
        }
    }
}

/// What asking for a page of a site gave.
enum SiteAnswer: Sendable {
    case read(Result<ReadPage, FetchFailure>)
    /// It redirects to this page, which is read under another address.
    case known(WebAddress)
}
