import Model
import Testing

@testable import Store

@Suite struct ListStoreTests {
    private let list = OfficeList(id: "kubu-raya", createdAt: Sample.time("2026-01-01T00:00:00Z"), createdBy: "siti")

    private func state(_ index: Int, from: String, until: String? = nil) -> ListedOffice {
        ListedOffice(
            list: list.id, position: index, target: Sample.targets[index], from: from, until: until, by: "siti",
            at: list.createdAt)
    }

    @Test(arguments: StoreKind.here) func keepsEveryStateAndReplacesTheOneOfTheSameDay(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        let first = state(0, from: "2026-01-01")
        #expect(try await store.change(list, [first, state(1, from: "2026-01-01")]))
        var ended = first
        ended.until = "2026-03-01"
        var renamed = state(0, from: "2026-03-01")
        renamed.target.name = "Dinas Kesehatan dan KB"
        var known = list
        known.revision = 1
        #expect(try await store.change(known, [ended, renamed]))
        #expect(try await store.offices(ofList: list.id) == [ended, renamed, state(1, from: "2026-01-01")])
        #expect(try await store.listings(of: "A1") == [ended, renamed])
        #expect(try await store.officeLists().map(\.revision) == [2])
    }

    @Test(arguments: StoreKind.here) func refusesAChangeOfAnOlderState(_ kind: StoreKind) async throws {
        let (store, folder) = try await kind.open()
        defer { withExtendedLifetime(folder) {} }
        #expect(try await store.change(list, [state(0, from: "2026-01-01")]))
        #expect(try await !store.change(list, [state(1, from: "2026-01-01")]))
        #expect(try await store.offices(ofList: list.id).map(\.target.code) == ["A1"])
    }
}
