import Model
import Testing

@testable import Report

struct FactsTests {
    @Test func theLadderCountsEveryOfficeOnceAndNoPortal() {
        let ladder = Ladder(SampleSnapshot.full)
        #expect(ladder.rungs.map(\.status) == OfficeStatus.allCases)
        #expect(ladder.total == 17)
        let missing = ladder.rungs.first { $0.status == .missing }
        #expect(missing?.opd == 3)
        #expect(missing?.puskesmas == 1)
        #expect(missing?.kelurahan == 1)
    }

    @Test func onlyProvenRowsStandUnderTheHeadings() {
        let rows = MissingRows(SampleSnapshot.full)
        #expect(rows.proven.values.joined().allSatisfy { $0.isProven && $0.status.mayEnterLetter })
        #expect(Set(rows.proven.keys) == [.missing, .offDomain, .socialOnly, .placeholder, .unreachable])
        #expect(rows.unproven.map(\.office.target.name) == ["Inspektorat", "Dinas Koperasi"])
        #expect(!rows.all.contains { [.compromised, .blocked, .unknown, .active, .section].contains($0.status) })
    }

    @Test func itemsAreCountedOnlyWherePagesWereRead() {
        let tally = ItemTally.all(SampleSnapshot.full).first { $0.item == .persyaratan }
        // active, moved, off domain and a puskesmas have it; the kecamatan's budget was spent; the portal is no office.
        #expect(tally?[.present] == 4)
        #expect(tally?[.unknown] == 1)
        #expect(tally?.total == 5)
    }

    @Test(arguments: [
        (OfficeStatus.offDomain, OfficeStatus.active, Change.Direction?.some(.better)), (.missing, .section, .better),
        (.active, .placeholder, .worse), (.active, .compromised, .worse), (.placeholder, .socialOnly, .other),
        // Not seen is neither better nor worse.
        (.active, .unreachable, .other), (.unknown, .active, .other), (.blocked, .missing, .other),
        (.active, .active, nil),
    ])
    func changesHaveADirection(before: OfficeStatus, after: OfficeStatus, expected: Change.Direction?) {
        var snapshot = SampleSnapshot.full
        var office = SampleSnapshot.active
        office.previousStatus = before
        office.verdict.status = after
        snapshot.offices = [office]
        #expect(Change.all(snapshot).first?.direction == expected)
    }

    @Test(arguments: [
        ("https://dinkes.contohraya.go.id/beranda", false), ("http://www.dinkes.contohraya.go.id/", false),
        ("https://dinkes-lama.contohraya.go.id/", true),
    ])
    func aMoveIsAnotherHost(previous: String, isChange: Bool) {
        var snapshot = SampleSnapshot.full
        var office = SampleSnapshot.active
        office.previousAddress = SampleSnapshot.address(previous)
        snapshot.offices = [office]
        #expect(Change.all(snapshot).isEmpty == !isChange)
    }

    @Test(arguments: [
        ("61.12", "22 November 2026, 06.05 WIB"), ("64", "22 November 2026, 07.05 WITA"),
        ("91.01", "22 November 2026, 08.05 WIT"),
    ])
    func timesAreThoseOfTheRegion(region: String, expected: String) {
        let time = LocalTime(region: region, language: .id)
        #expect(time.dateTime(SampleSnapshot.time("2026-11-21T23:05:09Z")) == expected)
    }

    @Test func timesInEnglish() {
        let time = LocalTime(region: nil, language: .en)
        #expect(time.dateTime(SampleSnapshot.time("2026-05-01T00:00:00Z")) == "1 May 2026, 07:00 WIB")
        #expect(time.day("2026-08-17") == "17 August 2026")
    }

    @Test(arguments: [
        (["2026-11-08", "2026-11-15", "2026-12-01"], "8, 15 November 2026, 1 Desember 2026"),
        (["2025-12-31", "2026-12-31"], "31 Desember 2025, 31 Desember 2026"), ([], ""),
        (["kapan-kapan"], "kapan-kapan"),
        ((1...9).map { "2026-01-0\($0)" }, "1 Januari 2026 – 9 Januari 2026"),
    ])
    func listsDays(days: [String], expected: String) {
        #expect(LocalTime(region: nil, language: .id).days(days) == expected)
    }

    @Test func fillsTemplatesOnce() {
        let text = Bilingual(id: "{a} dan {b}{c}", en: "")
        #expect(text(.id, ["a": "{b}", "b": "2"]) == "{b} dan 2{c}")
    }

    @Test func tablesLineUp() {
        var table = TextTable(heads: ["Nama", "Jumlah"], numeric: [1])
        table.add(["Dinas \u{1B}[31mA", "5"])
        table.add([String(repeating: "x", count: 100), "12"])
        #expect(Set(table.lines.map(\.count)).count == 1)
        #expect(table.lines[2].hasPrefix("Dinas A "))
    }
}
