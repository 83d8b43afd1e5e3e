import Model
import Testing

/// The fourth world: written without a look at how sites are looked for. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct FarRegionTests {
    @Test func truthHoldsInFarRegions() async throws {
        let regions = FarRegion.all
        let world = try WideWorld(regions.map(\.region), lineBreaksAt: 1_700)
        #expect(world.offices.count >= 400)
        #expect(regions.count >= 12)
        let snapshot = try await world.round(at: "2026-07-06T01:00:00Z")
        #expect(world.timesLineBroke == 1, "our own line broke in the middle of the round")
        let tally = try WorldTally(
            regions.map { ("\($0.habit.rawValue)/\($0.weather.rawValue)", $0.region.offices) }, snapshot)
        try tally.note("RONDA_FAR_LOG")
        #expect(tally.offices == world.offices.count)
        #expect(tally.wronglyMissing == [])
        #expect(Double(tally.missing.right) >= 0.98 * Double(tally.missing.all), "\(tally.missing)")
        #expect(Double(tally.found.right) >= 0.95 * Double(tally.found.all), "\(tally.found)")
        #expect(Double(tally.wrong.count) <= 0.02 * Double(world.offices.count), "\(tally.wrong)")
    }
}
