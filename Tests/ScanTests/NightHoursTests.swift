import Farm
import Model
import Scan
import Testing

@Suite struct NightHoursTests {
    /// Eight in the morning in the west; offices wait for ten at night where they lie.
    @Test(arguments: [("61.12", "2026-03-02T15:00"), ("64.01", "2026-03-02T14:00"), ("81.01", "2026-03-02T13:00")])
    func anOfficeIsBegunAtNightWhereItLies(region: String, start: String) async throws {
        let small = try SmallRegion([
            FarmHost("dinas.ujikab.go.id") { _ in .page("<title>Dinas Uji</title><h1>Dinas Uji</h1>") }
        ])
        let target = Target(
            code: "U1", name: "Dinas Uji", kind: "sosial", region: region, listed: "http://dinas.ujikab.go.id/")
        let round = try await small.round(
            [target], secondPass: false, hours: RoundHours(usual: DayWindow(from: 22 * 60, until: 5 * 60)))
        let office = try #require(round.offices.first)
        #expect(office.startedAt.iso8601.hasPrefix(start))
    }

    @Test func whatIsOpenWaitsForNothing() async throws {
        let small = try SmallRegion([FarmHost("dinas.ujikab.go.id") { _ in .page("<h1>Dinas Uji</h1>") }])
        let target = Target(code: "U1", name: "Dinas Uji", kind: "sosial", region: "61.12")
        let round = try await small.round(
            [target], secondPass: false, hours: RoundHours(usual: DayWindow(from: 7 * 60, until: 9 * 60)))
        #expect(round.offices.first?.startedAt.iso8601.hasPrefix("2026-03-02T01:0") == true)
    }

    /// Eight in the morning. One region asked for the night, the other is read at once, though it stands behind in the
    /// list and one office is read at a time.
    @Test func aRegionWithHoursOfItsOwnKeepsNobodyWaiting() async throws {
        let small = try SmallRegion([FarmHost("dinas.ujikab.go.id") { _ in .page("<h1>Dinas Uji</h1>") }])
        let list = [("U1", "61.12"), ("U2", "61.12"), ("U3", "61.01")].map {
            Target(code: $0.0, name: "Dinas Uji", kind: "sosial", region: $0.1)
        }
        let night = DayWindow(from: 22 * 60, until: 5 * 60)
        let round = try await small.round(
            list, concurrency: 1, secondPass: false, hours: RoundHours(usual: nil, ofRegions: ["61.12": night]))
        let starts = Dictionary(uniqueKeysWithValues: round.offices.map { ($0.target.code, $0.startedAt.iso8601) })
        #expect(starts["U3"]?.hasPrefix("2026-03-02T01:0") == true)
        #expect(starts["U1"]?.hasPrefix("2026-03-02T15:0") == true)
        #expect(starts["U2"]?.hasPrefix("2026-03-02T15:0") == true)
    }
}
