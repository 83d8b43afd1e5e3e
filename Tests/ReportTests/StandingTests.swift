import Model
import Rules
import Testing

@testable import Report

/// What people said, in the list: a confirmed row is named and says so, a disputed one is not named.
@Suite struct StandingTests {
    private func list(_ said: (Timestamp) -> [HumanStatement]) throws -> [String] {
        var snapshot = SampleSnapshot.full
        let at = try #require(snapshot.offices.firstIndex { $0.verdict.status == .missing && $0.isProven })
        let end = snapshot.offices[at].finishedAt
        snapshot.offices[at].asOf = end.adding(seconds: 86_400)
        snapshot.offices[at].statements = said(end)
        let rows = MissingRows(snapshot)
        let code = snapshot.offices[at].target.code
        let isNamed = rows.proven[.missing]?.contains { $0.office.target.code == code } == true
        let time = LocalTime(region: snapshot.scan.regions.first, language: .id)
        return [isNamed ? "named" : "annex"] + StandingLines.of(snapshot.offices[at], time, .id)
    }

    private func said(_ kind: HumanStatement.Kind, _ at: Timestamp, until: Double? = nil) -> HumanStatement {
        HumanStatement(
            kind: kind, office: "x", status: .missing, by: "Siti Aminah", at: at, note: "situs pindah",
            address: kind == .object ? WebAddress("https://baru.contohkab.go.id/") : nil,
            expires: until.map { at.adding(seconds: $0) })
    }

    @Test func anObjectionTakesTheRowOutOfTheLetter() throws {
        let lines = try list { [said(.object, $0)] }
        #expect(lines[0] == "annex")
        #expect(lines[1].contains("Disanggah oleh Siti Aminah") && lines[1].contains("belum dijawab") == false)
        #expect(lines[1].contains("Belum dijawab"))
        #expect(lines[1].contains("situs pindah"))
    }

    @Test func aConfirmedRowSaysByWhom() throws {
        let lines = try list { [said(.confirm, $0)] }
        #expect(lines[0] == "named")
        #expect(lines[1].hasPrefix("Dikonfirmasi oleh Siti Aminah"))
    }

    @Test func anExplanationIsShownUntilItRunsOut() throws {
        #expect(try list { [said(.explain, $0, until: 100_000)] }[1].hasPrefix("Penjelasan Siti Aminah"))
        #expect(try list { [said(.explain, $0, until: 60)] }[1].contains("sudah lewat masa berlakunya"))
    }
}
