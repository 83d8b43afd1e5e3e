import Model
import Store
import Testing

@testable import Fleet

@Suite struct WorkerRulesTests {
    @Test(arguments: [StoreError.Kind.cannotOpen, .busy, .diskFull, .readOnly])
    func troubleOfTheStoreIsNoFaultOfAUnit(_ kind: StoreError.Kind) {
        #expect(Worker.isStoreAway(StoreError(kind, "x")))
        #expect(!Worker.isStoreAway(StoreError(.corrupted, "x")))
        #expect(!Worker.isStoreAway(CancellationError()))
    }

    @Test func oneLooksIntoTheOutboxAndOnceMoreWhenCalledMeanwhile() {
        var outbox = OutboxState()
        // One begins, a second comes meanwhile: once more, and then it is over; the next one begins anew.
        let answers = [
            outbox.begin(), outbox.begin(), outbox.goesOn(), outbox.goesOn(), outbox.begin(), outbox.goesOn(),
        ]
        #expect(answers == [true, false, true, false, true, false])
    }
}
