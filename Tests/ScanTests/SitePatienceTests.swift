import Model
import Testing

@testable import Scan

@Suite struct SitePatienceTests {
    @Test func isOverWhenItsTimeIs() {
        let start = ContinuousClock.now
        let patience = SitePatience(seconds: 10, from: start)
        #expect(!patience.isOver(at: start + .seconds(9)))
        #expect(patience.isOver(at: start + .seconds(10)))
    }

    @Test func isOverWhenEverythingIsSilentInARow() {
        var patience = SitePatience(seconds: 1000)
        for _ in 1..<SitePatience.maxSilences { patience.note(.stalled) }
        #expect(!patience.isOver())
        patience.note(nil)
        for _ in 1..<SitePatience.maxSilences { patience.note(.firstByteTimeout) }
        patience.note(.connectionReset)
        #expect(!patience.isOver())
        for _ in 0..<SitePatience.maxSilences { patience.note(.totalTimeout) }
        #expect(patience.isOver())
    }
}
