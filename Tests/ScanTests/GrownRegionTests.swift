import Model
import Testing

/// The seventh world: written before its author had read the search. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct GrownRegionTests {
    @Test func truthHoldsInGrownRegions() async throws {
        let regions = GrownRegion.all
        let world = try WideWorld(regions.map(\.region), lineBreaksAt: 1_100, andAgainAt: 2_600)
        #expect(world.offices.count >= 300)
        #expect(regions.count >= 8)
        let snapshot = try await world.round(at: "2026-09-07T01:00:00Z", patience: 30)
        #expect(world.timesLineBroke == 2, "our own line broke twice")
        let tally = try WorldTally(
            regions.map { ("\($0.habit.rawValue)/\($0.weather.rawValue)", $0.region.offices) }, snapshot)
        try tally.note("RONDA_GROWN_LOG")
        #expect(tally.offices == world.offices.count)
        #expect(tally.wronglyMissing == [])
        #expect(Double(tally.missing.right) >= 0.98 * Double(tally.missing.all), "\(tally.missing)")
        #expect(Double(tally.found.right) >= 0.95 * Double(tally.found.all), "\(tally.found)")
        #expect(Double(tally.wrong.count) <= 0.03 * Double(world.offices.count), "\(tally.wrong)")
    }
}
