import Foundation
import Model
import Testing

@testable import Store

@Suite struct SQLiteStoreTests {
    @Test func rowsHoldAnyText() throws {
        let texts = ["", "a\"b\\c", "\u{0}\u{1F}\n\t", "é—🙂", "{}[],:"]
        #expect(try JSON.value(try JSON.text(texts)) == texts)
        let nested: [String: [[Double?]]] = ["a": [[1, nil, -0.5], []], "b": []]
        #expect(try JSON.value(try JSON.text(nested)) == nested)
    }

    @Test func survivesReopening() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.begin(Sample.scan("s1", at: "2026-03-01T01:00:00Z"), targets: Sample.targets)
        let again = try SQLiteStore(path: temporary.path)
        #expect(try await again.remainingTargets(of: "s1") == Sample.targets)
    }

    @Test func saysWhatIsWrongWithABrokenFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-broken-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("x.db")
        try Data(repeating: 65, count: 8192).write(to: file)
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        #expect(error?.kind == .corrupted)
        let missing = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path + "/none/x.db") }
        #expect(missing?.kind == .cannotOpen)
    }

    @Test func oneRoundAtATime() throws {
        let temporary = try TemporaryStore()
        let other = try SQLiteStore(path: temporary.path)
        do {
            let lock = try temporary.store.lockForScan()
            let error = #expect(throws: StoreError.self) { try other.lockForScan() }
            #expect(error?.kind == .busy)
            withExtendedLifetime(lock) {}
        }
        _ = try other.lockForScan()
    }
}
