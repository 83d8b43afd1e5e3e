import Model
import Testing

/// The third world: written without a look at how sites are looked for. Its first figures stand in docs/finding.md.
@Suite(.serialized) struct WideRegionTests {
    @Test func truthHoldsInWideRegions() async throws {
        let world = try WideWorld()
        #expect(world.offices.count >= 500)
        let snapshot = try await world.round(at: "2026-05-04T01:00:00Z")
        #expect(world.timesLineBroke == 1, "our own line broke in the middle of the round")
        let tally = try WorldTally(
            world.regions.map { ("\($0.portal.rawValue)/\($0.weather.rawValue)", $0.offices) }, snapshot)
        try tally.note("RONDA_WIDE_LOG")
        #expect(tally.offices == world.offices.count)
        #expect(tally.wronglyMissing == [])
        #expect(Double(tally.missing.right) >= 0.98 * Double(tally.missing.all), "\(tally.missing)")
        #expect(Double(tally.found.right) >= 0.95 * Double(tally.found.all), "\(tally.found)")
        #expect(Double(tally.wrong.count) <= 0.02 * Double(world.offices.count), "\(tally.wrong)")
    }
}
