import Foundation
import Model
import Rules
import Testing

@testable import Report

/// Who may be published after an objection period.
struct ObjectionRecordTests {
    private static let now = SampleSnapshot.time("2026-12-02T00:00:00Z")

    private func preview(_ named: [String]) -> Publication {
        Publication(
            kind: .preview, scan: "s", by: "Siti", at: SampleSnapshot.start, named: named, files: [], sha256: "")
    }

    private func objection(_ office: String, _ time: String, answered: HumanStatement.Outcome? = nil) -> HumanStatement
    {
        HumanStatement(
            kind: .object, office: office, by: "=Budi", at: SampleSnapshot.time(time), note: "Situs <ada>",
            answer: answered.map {
                .init(by: "Siti", at: SampleSnapshot.time("2026-11-30T00:00:00Z"), note: "benar", outcome: $0)
            })
    }

    @Test func anObjectionIsOpenUntilAnswered() {
        let targets = SampleSnapshot.offices.map(\.target)
        let said = [
            objection("99.01-11", "2026-11-25T00:00:00Z"),
            objection("99.01-05", "2026-11-25T00:00:00Z", answered: .dismissed),
            objection("99.01-11", "2026-12-09T00:00:00Z"),
            // Not in the preview.
            objection("99.01-12", "2026-11-25T00:00:00Z"),
        ]
        let record = ObjectionRecord(
            preview: preview(["99.01-11", "99.01-05", "gone"]), targets: targets, statements: said, now: Self.now)
        #expect(record.rows.map(\.target.code) == ["99.01-11", "99.01-05"])
        #expect(record.open.map(\.office) == ["99.01-11"])
    }

    @Test func theRecordIsHarmless() throws {
        let folder = try TemporaryFolder()
        let record = ObjectionRecord(
            preview: preview(["99.01-11", "99.01-05"]), targets: SampleSnapshot.offices.map(\.target),
            statements: [objection("99.01-11", "2026-11-25T00:00:00Z", answered: .accepted)], now: Self.now)
        try record.write(region: "99.01", language: .id, to: folder.path + "/a.csv")
        let text = try folder.read("a.csv")
        #expect(text.contains("\"'=Budi\""))
        #expect(text.contains(",diterima\r\n"))
        #expect(text.contains(",tidak disanggah\r\n"))
    }

    @Test func nobodyIsNamedWhoWasNotShown() throws {
        let writer = LetterWriter(book: try RuleBook.bundled(), form: LetterForm())
        let all = writer.named(SampleSnapshot.full)
        #expect(all.contains("99.01-11"))
        var confirmed = SampleSnapshot.full
        confirmed.offices = confirmed.offices.map { office in
            var office = office
            office.statements = [
                HumanStatement(
                    kind: .confirm, office: office.target.code, by: "x", at: SampleSnapshot.start, note: "y")
            ]
            return office
        }
        #expect(writer.named(writer.naming(only: ["99.01-11"], confirmed)) == ["99.01-11"])
    }
}
