import Model
import Rules
import Store

/// Names of regions: the register's, or those that the list of a round brought along.
struct RegionNames: Sendable {
    let book: RuleBook
    let store: any DeskStore

    func name(of code: String, in scan: String) async throws(StoreError) -> String {
        if let region = book.regions.region(code) { return region.fullName }
        guard let round = try await store.scan(scan), !round.portals.isEmpty else { return code }
        return book.including(portals: round.portals).regions.region(code)?.fullName ?? code
    }
}
