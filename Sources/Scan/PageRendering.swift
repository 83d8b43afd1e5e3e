import Browser
import Digest
import Fetch
import Model

/// Lets a browser run the scripts of pages that show nothing without them, a few of each host.
///
/// The browser has no network: what the page asks for is fetched here, by the same fetcher, robots and pace as pages.
actor PageRendering {
    /// Pages of one host that are rendered at most.
    static let pagesPerHost = 12

    private let browser: Browser
    private let fetcher: Fetcher
    private let gate: RobotsGate
    private var counts: [String: Int] = [:]

    init(_ browser: Browser, fetcher: Fetcher, gate: RobotsGate) {
        self.browser = browser
        self.fetcher = fetcher
        self.gate = gate
    }

    /// The page as it stands after its scripts ran; nil when that cannot be had, and then it stays a shell.
    func render(_ page: FetchedPage) async -> FetchedPage? {
        let host = page.address.host
        guard counts[host, default: 0] < Self.pagesPerHost else { return nil }
        counts[host, default: 0] += 1
        let answer = await browser.render(page.address) { [fetcher, gate] address in
            if address.crawlKey == page.address.crawlKey {
                return BrowserSupply(
                    status: page.status, contentType: page.header("content-type") ?? "text/html", body: page.body)
            }
            guard
                case .page(let part) = await fetcher.fetch(
                    FetchRequest(address), permit: { hop in await gate.permit(hop) })
            else { return nil }
            return BrowserSupply(
                status: part.status, contentType: part.header("content-type") ?? "", body: part.body)
        }
        guard case .success(let rendered) = answer, rendered.address.host == host else { return nil }
        var result = page
        result.body = rendered.html
        result.sha256 = SHA256.hex(rendered.html)
        result.headers.removeAll { ["content-type", "etag", "last-modified"].contains($0.name.lowercased()) }
        result.headers.append(Header(name: "content-type", value: "text/html; charset=utf-8"))
        return result
    }
}
