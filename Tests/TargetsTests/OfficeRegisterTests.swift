import Model
import Testing

@testable import Targets

@Suite struct OfficeRegisterTests {
    private let at = Timestamp(milliseconds: 0)
    private let list = OfficeList(id: "l", createdAt: Timestamp(milliseconds: 0), createdBy: "siti")

    private func target(_ code: String, _ name: String) -> Target {
        Target(code: code, name: name, kind: "sosial", region: "61.12")
    }

    private func register(_ states: (String, String, String, String?)...) -> OfficeRegister {
        OfficeRegister(
            list,
            states.enumerated().map { index, state in
                ListedOffice(
                    list: "l", position: index, target: target(state.0, state.1), from: state.2, until: state.3,
                    by: "siti", at: at)
            })
    }

    @Test func importAddsChangesAndLeavesTheRest() throws {
        let register = register(
            ("A", "Dinas A", "2025-01-01", nil), ("B", "Dinas B", "2025-01-01", nil),
            ("C", "Dinas C", "2025-01-01", nil))
        let result = try register.importing(
            [target("A", "Dinas A"), target("B", "Dinas B Baru"), target("D", "Dinas D")], from: "2026-01-01",
            by: "budi",
            at: at)
        #expect(result.unchanged == 1)
        #expect(result.added.map(\.target.code) == ["D"])
        #expect(result.added.map(\.position) == [3])
        #expect(result.changed.map(\.old.until) == ["2026-01-01"])
        #expect(result.changed.map(\.new.target.name) == ["Dinas B Baru"])
        #expect(result.absent == ["C"])
        #expect(result.states.count == 3)
    }

    @Test func renamingKeepsCodeAndHistory() throws {
        let register = register(("A", "Dinas A", "2025-01-01", nil))
        let states = try register.changing(
            "A", to: target("ignored", "Dinas A dan B"), from: "2026-02-01", reason: "Perbup 3/2026", by: "budi", at: at
        )
        #expect(states.map(\.target.code) == ["A", "A"])
        #expect(states.map(\.from) == ["2025-01-01", "2026-02-01"])
        let after = OfficeRegister(list, states)
        #expect(after.offices(on: "2026-01-31").map(\.target.name) == ["Dinas A"])
        #expect(after.offices(on: "2026-02-01").map(\.target.name) == ["Dinas A dan B"])
    }

    @Test func aChangeOnTheFirstDayReplacesTheState() throws {
        let register = register(("A", "Dnas A", "2026-02-01", nil))
        let states = try register.changing(
            "A", to: target("A", "Dinas A"), from: "2026-02-01", reason: "", by: "budi", at: at)
        #expect(states.map(\.target.name) == ["Dinas A"])
        #expect(states.map(\.until) == [nil])
    }

    @Test func mergingEndsTheOneAndNamesTheOther() throws {
        let register = register(("A", "Dinas A", "2025-01-01", nil), ("B", "Dinas B", "2025-01-01", nil))
        let states = try register.closing(
            "A", from: "2026-01-01", successor: "B", reason: "Perda 1/2025", by: "budi", at: at)
        #expect(states.map(\.until) == ["2026-01-01"])
        #expect(states.map(\.successor) == ["B"])
        let after = OfficeRegister(list, states + [register.states[1]])
        #expect(after.offices(on: "2026-01-01").map(\.target.code) == ["B"])
    }

    @Test(arguments: [
        ("Z", "2026-01-01", nil), ("A", "2024-01-01", nil), ("A", "2026-01-01", "Z"), ("A", "2026-01-01", "A"),
    ])
    func refusesWhatTheListDoesNotHold(code: String, day: String, successor: String?) {
        let register = register(("A", "Dinas A", "2025-01-01", nil))
        #expect(throws: OfficeRegister.Refusal.self) {
            try register.closing(code, from: day, successor: successor, reason: "", by: "budi", at: at)
        }
    }

    @Test func refusesToChangeWhatChangedLater() {
        let register = register(("A", "Dinas A", "2025-01-01", "2026-06-01"), ("A", "Dinas A Baru", "2026-06-01", nil))
        #expect(throws: OfficeRegister.Refusal.laterState("A", from: "2026-06-01")) {
            try register.changing("A", to: target("A", "X"), from: "2026-01-01", reason: "", by: "budi", at: at)
        }
    }
}
