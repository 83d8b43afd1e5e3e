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
}
