import Model
import Testing

/// The sixth world: written before its author had read the search. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct BlindRegionTests {
    @Test func truthHoldsInBlindRegions() async throws {
        let regions = BlindRegion.all
        let world = try WideWorld(regions.map(\.region), lineBreaksAt: 900, andAgainAt: 1_800)
        #expect(world.offices.count >= 200)
        #expect(regions.count >= 8)
        let snapshot = try await world.round(at: "2026-08-10T01:00:00Z", patience: 30)
        #expect(world.timesLineBroke == 2, "our own line broke twice")
        let tally = try WorldTally(
            regions.map { ("\($0.habit.rawValue)/\($0.weather.rawValue)", $0.region.offices) }, snapshot)
        try tally.note("RONDA_BLIND_LOG")
        #expect(tally.offices == world.offices.count)
        #expect(tally.wronglyMissing == [])
        #expect(Double(tally.missing.right) >= 0.98 * Double(tally.missing.all), "\(tally.missing)")
        #expect(Double(tally.found.right) >= 0.95 * Double(tally.found.all), "\(tally.found)")
        #expect(Double(tally.wrong.count) <= 0.03 * Double(world.offices.count), "\(tally.wrong)")
    }
}
