import Model
import Testing

/// The fifth world: written before its author had read how pages are told apart. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct LateRegionTests {
    @Test func truthHoldsInLateRegions() async throws {
        let regions = LateRegion.all
        let world = try WideWorld(regions.map(\.region), lineBreaksAt: 900)
        #expect(world.offices.count >= 200)
        #expect(regions.count >= 8)
        let snapshot = try await world.round(at: "2026-08-03T01:00:00Z")
        #expect(world.timesLineBroke == 1, "our own line broke in the middle of the round")
        let tally = try WorldTally(
            regions.map { ("\($0.habit.rawValue)/\($0.weather.rawValue)", $0.region.offices) }, snapshot)
        try tally.note("RONDA_LATE_LOG")
        #expect(tally.offices == world.offices.count)
        #expect(tally.wronglyMissing == [])
        #expect(Double(tally.missing.right) >= 0.98 * Double(tally.missing.all), "\(tally.missing)")
        #expect(Double(tally.found.right) >= 0.95 * Double(tally.found.all), "\(tally.found)")
        #expect(Double(tally.wrong.count) <= 0.03 * Double(world.offices.count), "\(tally.wrong)")
    }
}
