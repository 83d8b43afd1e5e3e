import Fetch
import Rules
import Testing

@Suite struct EdgeDataTests {
    @Test func everyRangeOfTheDataIsOneForTheNetwork() throws {
        let networks = try RuleBook.bundled().edges
        #expect(!networks.isEmpty)
        for network in networks {
            #expect(!network.ranges.isEmpty, "\(network.name)")
            for range in network.ranges { #expect(SharedEdges.isRange(range), "\(range)") }
        }
        let edges = SharedEdges(networks.map { .init(name: $0.name, ranges: $0.ranges) })
        #expect(edges.key(of: "104.21.5.6") { "kuburayakab.go.id" }.hasPrefix("cdn:cloudflare:"))
        // The data centre of a ministry is a server like any other.
        #expect(edges.key(of: "103.85.60.1") { "kuburayakab.go.id" } == "103.85.60.1")
    }
}
