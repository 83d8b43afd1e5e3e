import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct PublicationStoreTests {
    private func publication(_ kind: Publication.Kind, _ number: String) -> Publication {
        Publication(
            kind: kind, scan: "s1", region: "61.12", by: "Siti", at: Sample.time("2026-03-02T01:00:00Z"),
            deadline: Sample.time("2026-03-09T17:00:00Z"), number: number, named: ["A1", "A2"],
            files: [.init(name: "surat.pdf", sha256: "ab")], sha256: "cd")
    }

    @Test func keepsThePublicationWithItsCopy() async throws {
        let temporary = try TemporaryStore()
        let copy = Array(String(repeating: "daftar ", count: 900).utf8)
        let first = try await temporary.store.add(publication(.preview, ""), copy: copy)
        let second = try await temporary.store.add(publication(.final, "555/1"), copy: [1, 2])
        #expect((first.id, second.id) == (1, 2))
        #expect(try await temporary.store.publications() == [first, second])
        #expect(try await temporary.store.copy(ofPublication: 1) == copy)
        #expect(try await temporary.store.copy(ofPublication: 9) == nil)
    }

    @Test func aNumberIsGivenOnceAndNothingIsForgotten() async throws {
        let temporary = try TemporaryStore()
        _ = try await temporary.store.add(publication(.final, "555/1"), copy: [])
        await #expect(throws: StoreError.self) {
            try await temporary.store.add(publication(.final, "555/1"), copy: [])
        }
        // Two previews have no number and are no clash.
        _ = try await temporary.store.add(publication(.preview, ""), copy: [])
        _ = try await temporary.store.add(publication(.preview, ""), copy: [])
        let outside = try DatabaseQueue(path: temporary.path)
        for sql in ["DELETE FROM publication", "UPDATE publication SET number = '1'"] {
            await #expect(throws: DatabaseError.self) { try await outside.write { try $0.execute(sql: sql) } }
        }
    }
}
