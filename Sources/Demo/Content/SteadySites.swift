extension DemoSite {
    /// Sites that are the same in both rounds.
    static let steady: [DemoSite] = [
        capil, permits, education, health, hospital, works, order, transport, social, informatics, youth, tourism,
        town, suspectBlog,
    ]

    /// Every content that carries a truth, by the key offices name it with: host, or host and path of a section.
    static let byKey: [String: DemoSite] = {
        let sites = steady + [villageBlog, village, tradeCom, tradeGo] + portalSections
        return Dictionary(sites.map { ($0.host + $0.base, $0) }, uniquingKeysWith: { first, _ in first })
    }()
}
