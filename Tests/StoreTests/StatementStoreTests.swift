import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct StatementStoreTests {
    private func objection(_ office: String, _ day: String) -> HumanStatement {
        HumanStatement(
            kind: .object, office: office, scan: "s1", status: .missing, by: "Siti", at: Sample.time(day), note: "ada",
            address: WebAddress("https://dinsos.contohkab.go.id/"))
    }

    @Test func keepsWhatWasSaidWithItsNumberAndNewestAnswer() async throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let first = try await store.add(objection("A1", "2026-03-02T01:00:00Z"))
        let second = try await store.add(objection("A2", "2026-03-03T01:00:00Z"))
        #expect((first.id, second.id) == (1, 2))
        let no = HumanStatement.Answer(
            by: "Budi", at: Sample.time("2026-03-04T01:00:00Z"), note: "tidak terbuka", outcome: .dismissed)
        let yes = HumanStatement.Answer(
            by: "Budi", at: Sample.time("2026-03-05T01:00:00Z"), note: "benar", outcome: .accepted)
        _ = try await store.answer(statement: 1, with: no)
        let answered = try await store.answer(statement: 1, with: yes)
        #expect(answered.answer == yes)
        var expected = first
        expected.answer = yes
        #expect(try await store.statements(of: "A1") == [expected])
        #expect(try await store.statements(of: nil) == [expected, second])
        #expect(try await store.statements(of: "A9") == [])
        await #expect(throws: StoreError.self) { try await store.answer(statement: 77, with: yes) }
    }

    @Test func refusesToForgetOrToChangeWhatWasSaid() async throws {
        let temporary = try TemporaryStore()
        for day in ["02", "03", "04"] {
            _ = try await temporary.store.add(objection("A1", "2026-03-\(day)T01:00:00Z"))
        }
        #expect(try await temporary.store.firstAlteredStatement() == nil)
        let outside = try DatabaseQueue(path: temporary.path)
        for sql in ["DELETE FROM statement WHERE id = 2", "UPDATE statement SET office = 'A2' WHERE id = 2"] {
            await #expect(throws: DatabaseError.self) { try await outside.write { try $0.execute(sql: sql) } }
        }
        // Somebody who takes the triggers away leaves a trace.
        try await outside.write { db in
            try db.execute(sql: "DROP TRIGGER statement_no_update")
            try db.execute(sql: "UPDATE statement SET record = replace(record, 'Siti', 'Sita') WHERE id = 2")
        }
        #expect(try await temporary.store.firstAlteredStatement() == 2)
    }
}
