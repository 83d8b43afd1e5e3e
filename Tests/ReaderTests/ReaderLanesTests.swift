import Testing

@testable import Reader

@Suite struct ReaderLanesTests {
    @Test func `the first page wakes a reader, the next ones wait for it`() {
        var lanes = ReaderLanes(3)
        #expect(lanes.wake() == 0)
        lanes.runs(0, true)
        lanes.givesBatch()
        #expect(lanes.wake() == nil && lanes.hasRest)
    }

    @Test func `a reader that runs and rests is woken before another is started`() {
        var lanes = ReaderLanes(2)
        #expect(lanes.wake() == 0)
        lanes.runs(0, true)
        lanes.rests(0)
        #expect(lanes.wake() == 0)
    }

    @Test func `under a load that lasts all are started, one for a page`() {
        var lanes = ReaderLanes(3)
        #expect(lanes.wake() == 0)
        lanes.runs(0, true)
        for _ in 0..<ReaderLanes.lasting { lanes.givesBatch() }
        #expect(lanes.wake() == 1)
        #expect(lanes.wake() == 2)
        #expect(lanes.wake() == nil && !lanes.hasRest)
    }

    @Test func `a rest ends the load`() {
        var lanes = ReaderLanes(2)
        #expect(lanes.wake() == 0)
        lanes.runs(0, true)
        for _ in 0..<ReaderLanes.lasting { lanes.givesBatch() }
        lanes.rests(0)
        #expect(lanes.wake() == 0)
        #expect(lanes.wake() == nil)
    }

    @Test func `who waited too long gets a reader whatever the load`() {
        var lanes = ReaderLanes(2)
        #expect(lanes.wake() == 0)
        #expect(lanes.wakeAnother() == 1)
        #expect(lanes.wakeAnother() == nil)
    }

    @Test func `one whose process ended is started again like a new one`() {
        var lanes = ReaderLanes(2)
        #expect(lanes.wake() == 0)
        lanes.runs(0, true)
        lanes.rests(0)
        lanes.runs(0, false)
        #expect(lanes.wake() == 0)
    }
}
