import Farm
import Model
import Synchronization
import Testing

@testable import Fetch

@Suite struct SharedEdgesTests {
    private let edges = SharedEdges([.init(name: "tepi", ranges: ["104.16.0.0/13", "2606:4700::/32"])])

    @Test(arguments: ["104.15.255.255", "104.24.0.0", "203.0.113.7", "2606:4701::1", "bukan alamat"])
    func anAddressElsewhereIsItself(_ address: String) {
        #expect(edges.key(of: address) { "kuburayakab.go.id" } == address)
    }

    @Test func aDomainBehindOneHasOnePlaceWhateverItsAddress() {
        let keys = ["104.16.0.1", "104.23.255.255", "2606:4700::6810:1"].map { address in
            edges.key(of: address) { "kuburayakab.go.id" }
        }
        #expect(Set(keys).count == 1)
        #expect(keys[0].hasPrefix("cdn:tepi:"))
    }

    @Test func manyDomainsShareABoundedNumberOfPlaces() {
        let keys = Set((0..<500).map { number in edges.key(of: "104.16.0.1") { "kab\(number).go.id" } })
        #expect(keys.count == SharedEdges.places)
    }

    @Test(arguments: [
        ("203.0.113.0/24", true), ("2001:db8::/32", true), ("203.0.113.0", false), ("203.0.113.0/33", false),
        ("203.0.113.0/0", false), ("x/8", false), ("2001:db8::/129", false), ("203.0.113.0/24/8", false),
    ])
    func rangesAreReadAsCIDR(_ text: String, _ isOne: Bool) { #expect(SharedEdges.isRange(text) == isOne) }

    /// Notes what it is asked for.
    private final class Turns: AddressTurns {
        let asked = Mutex<[[String]]>([])
        func enter(_ addresses: [String]) async -> Double? {
            asked.withLock { $0.append(addresses) }
            return 0
        }
        func mayStart(_ addresses: [String]) -> Bool { true }
        func leave(_ addresses: [String], pause: Double?) {}
    }

    @Test func workersTakeTurnsByDomainThere() async throws {
        let turns = Turns()
        let bed = try TestBed([FarmHost("a.go.id", routes: ["/": .page("a")])]) { settings in
            settings.sharedEdges = SharedEdges([.init(name: "tepi", ranges: ["127.0.0.0/8"])])
            settings.turns = turns
        }
        #expect(await bed.fetch("http://a.go.id/").gist == "page 200")
        // The test's fetcher knows no public suffixes: the host stands for its domain.
        let key = bed.fetcher.politenessKey(of: "127.0.0.1", host: "a.go.id")
        #expect(key.hasPrefix("cdn:tepi:"))
        #expect(turns.asked.withLock(\.self) == [[key]])
        await bed.fetcher.shutdown()
    }
}
