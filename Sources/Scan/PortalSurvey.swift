import Discovery
import Model
import Rules

/// What the offices of one region share: what their portal says, and who may call a page theirs.
struct RegionView: Sendable {
    var directory: PortalDirectory?
    var identity: OfficeIdentity
}

/// Reads the portal of a region once for all its offices: which of its links names which office.
struct PortalSurvey: Sendable {
    let tools: ScanTools

    func view(of region: String, portal: Target?, offices: [Target]) async -> RegionView {
        let directory = await directory(of: region, portal: portal, offices: offices)
        return RegionView(directory: directory, identity: OfficeIdentity(tools.book, portal: directory))
    }

    /// Nil when the region has no known portal or it does not answer.
    private func directory(of region: String, portal: Target?, offices: [Target]) async -> PortalDirectory? {
        let address =
            portal?.listedAddress
            ?? tools.book.regions.region(region)?.portalDomain.flatMap { WebAddress("https://\($0)/") }
        guard let address, let home = await readHome(address) else { return nil }
        var pages = [home.parsed]
        for address in PortalDirectory.pagesToRead(home: home.parsed) {
            if Task.isCancelled { break }
            if case .success(let page) = await tools.read(address), page.fetched.status < 400, page.isHTML {
                pages.append(page.parsed)
            }
        }
        return PortalDirectory(tools.book, portal: home.fetched.address, pages: pages, offices: offices)
    }

    private func readHome(_ address: WebAddress) async -> ReadPage? {
        for door in Endpoints.variants(of: Candidate(address: address, reason: .listed)) {
            if case .success(let page) = await tools.read(door, isHome: true), page.fetched.status < 400 { return page }
        }
        return nil
    }
}
