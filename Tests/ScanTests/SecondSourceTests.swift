import Farm
import Fetch
import Model
import Rules
import Scan
import Testing

/// What a person gave as the office's address is asked in the next round; the doors of a found site are told.
@Suite struct SecondSourceTests {
    @Test func anObjectionsAddressIsAskedInTheNextRound() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("laman-aneh.ujikab.go.id", "Dinas Sosial Kabupaten Uji Coba"),
        ])
        let office = SmallRegion.office("A", "Dinas Sosial", "sosial")
        let first = try await region.round([SmallRegion.portal, office])
        #expect(first.offices[0].verdict.status == .missing)
        #expect(first.offices[0].suggestedHost?.hasSuffix(".ujikab.go.id") == true)
        _ = try await region.store.add(
            HumanStatement(
                kind: .object, office: "A", status: .missing, by: "Siti", at: first.offices[0].finishedAt,
                note: "ada", address: WebAddress("http://laman-aneh.ujikab.go.id/")))
        let second = try await region.round([SmallRegion.portal, office], at: "2026-03-09T01:00:00Z")
        #expect(second.offices[0].verdict.status == .active)
        #expect(second.offices[0].attempts.contains { $0.candidate.detail == "sanggahan nomor 1" })
        #expect(second.offices[0].standing.openObjection != nil)
    }

    @Test func theFourDoorsOfASiteAreTold() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinsos.ujikab.go.id", "Dinas Sosial Kabupaten Uji Coba"),
            FarmHost("www.dinsos.ujikab.go.id", otherwise: .redirect("http://dinsos.ujikab.go.id/", status: 301)),
        ])
        let office = SmallRegion.office("A", "Dinas Sosial", "sosial", url: "http://dinsos.ujikab.go.id/")
        let snapshot = try await region.round([SmallRegion.portal, office])
        let facts = try #require(snapshot.offices[0].doors)
        #expect(
            facts.doors.map { "\($0.address.scheme) \($0.address.host)" } == [
                "http dinsos.ujikab.go.id", "https dinsos.ujikab.go.id", "http www.dinsos.ujikab.go.id",
                "https www.dinsos.ujikab.go.id",
            ])
        #expect(facts.doors.map(\.isOpen) == [true, false, true, false])
        #expect(facts.doors[1].failure == .connectRefused)
        #expect(facts.canonical?.description == "http://dinsos.ujikab.go.id/")
        #expect(facts.ipv4 == ["127.0.0.1"] && facts.ipv6.isEmpty)
        #expect(!facts.upgradesToHTTPS && facts.hsts == nil)
    }
}
