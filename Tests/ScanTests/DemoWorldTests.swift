import Demo
import Farm
import Fetch
import Model
import Rules
import Testing

/// The fictional region is what its documentation says, before anybody scans it.
@Suite struct DemoWorldTests {
    @Test func regionIsNobodys() throws {
        let book = try RuleBook.bundled()
        #expect(book.regions.region(DemoRegion.code) == nil)
        #expect(book.regions.region(forHost: DemoRegion.portalDomain) == nil)
        #expect(!book.regions.all.contains { $0.name == DemoRegion.name })
    }

    @Test(arguments: [1, 2]) func countsAreThoseOfTheStory(round: Int) {
        let rows = DemoTruth.rows(round: round)
        let healthCentres = rows.filter { $0.name.hasPrefix("Puskesmas") }
        let opd = rows.filter { !$0.name.hasPrefix("Puskesmas") }
        #expect(opd.count == 38)
        #expect(opd.count { $0.status == .missing } == 11)
        #expect(healthCentres.count == 12)
        #expect(healthCentres.count { $0.status == .missing } == 11)
        #expect(healthCentres.count { $0.status == .socialOnly } == 1)
    }

    @Test func twoOfficesMoveToGoID() {
        let moved = zip(DemoTruth.rows(round: 1), DemoTruth.rows(round: 2)).filter { $0.status != $1.status }
        #expect(moved.map(\.0.status) == [.offDomain, .offDomain])
        #expect(moved.map(\.1.status) == [.active, .active])
    }

    @Test func everyRungOfTheLadderButUnknownHappens() {
        let seen = Set(DemoTruth.rows(round: 1).map(\.status))
        #expect(seen == Set(OfficeStatus.allCases).subtracting([.unknown]))
    }

    @Test func activeOfficesHaveATruthAboutItems() {
        // The shell of the council's site has nothing that could be known without JavaScript.
        let bare = DemoTruth.rows(round: 2).filter { $0.status == .active && $0.items.isEmpty }
        #expect(bare.map(\.name) == ["Sekretariat DPRD"])
    }

    @Test func codesAreUniqueAndListHasARowForEach() {
        let codes = DemoTruth.rows(round: 1).map(\.code)
        #expect(Set(codes).count == codes.count)
        let lines = DemoRegion.listCSV().split(separator: "\n")
        #expect(lines.first == "kode,nama,jenis,wilayah,url,induk,keterangan")
        #expect(lines.dropFirst(2).map { String($0.prefix { $0 != "," }) } == codes)
    }

    @Test(arguments: [1, 2]) func worldIsTheSameEveryTime(round: Int) throws {
        let table = try HostsTable(text: try DemoRegion.world(round: round).start().hostsTable)
        #expect(table.names == (try HostsTable(text: try DemoRegion.world(round: round).start().hostsTable)).names)
        #expect(table.addresses(of: "perpustakaan.tanjungrambaikab.go.id") == nil)
        #expect(table.addresses(of: "dpmd.tanjungrambaikab.go.id") == (round == 1 ? nil : ["127.66.0.11"]))
    }

    @Test func hostsAnswerOnlyOnLoopback() throws {
        let servers = try DemoRegion.world(round: 2).start()
        for line in servers.hostsTable.split(separator: "\n") { #expect(line.hasPrefix("127.66.")) }
    }
}
