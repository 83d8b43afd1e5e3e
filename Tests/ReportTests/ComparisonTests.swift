import Foundation
import Model
import Rules
import Testing

@testable import Report

/// Before and after: what counts as better, and what never may.
struct ComparisonTests {
    private static func verdict(_ status: OfficeStatus, _ items: [ItemKey: ItemState] = [:]) -> Verdict {
        Verdict(
            status: status, reason: "r", proof: SampleSnapshot.notProven, domainClass: .compliant,
            items: ItemKey.allCases.map { ItemVerdict(item: $0, state: items[$0] ?? .unknown) })
    }

    static func office(
        _ code: String, _ before: Verdict?, _ after: Verdict?, region: String = "61.12"
    ) -> Comparison.Office {
        Comparison.Office(
            target: Target(code: code, name: "Dinas \(code) <b>", kind: "sosial", region: region), before: before,
            after: after)
    }

    static func side(_ name: String, _ day: String) -> Comparison.Side {
        Comparison.Side(name: name, at: SampleSnapshot.time(day + "T01:00:00Z"), scans: [name])
    }

    static let sample = Comparison(
        before: side("a", "2026-10-01"), after: side("b", "2026-11-01"),
        offices: [
            office(
                "1", verdict(.active, [.biaya: .absent, .persyaratan: .present]),
                verdict(.active, [.biaya: .present, .persyaratan: .present])),
            office("2", verdict(.active, [.biaya: .present]), verdict(.missing)),
            office("3", verdict(.unknown), verdict(.missing)), office("4", nil, verdict(.active)),
            office("5", verdict(.missing), nil), office("6", verdict(.missing), verdict(.missing), region: "61.01"),
            office(
                "7", verdict(.active, [.biaya: .absent, .maklumat: .present]),
                verdict(.active, [.biaya: .present, .maklumat: .empty]), region: "61.01"),
        ], regionNames: ["61": "Kalimantan Barat", "61.12": "Kubu Raya", "61.01": "Sambas"])

    @Test(arguments: [
        (OfficeStatus.missing, OfficeStatus.active, Comparison.Movement.mended), (.active, .missing, .regressed),
        (.active, .unknown, .unknown), (.unreachable, .active, .unknown), (.blocked, .blocked, .unknown),
        (.section, .section, .same), (.active, .compromised, .regressed), (.missing, .unreachable, .unknown),
    ])
    func aSiteMoves(_ old: OfficeStatus, _ new: OfficeStatus, _ movement: Comparison.Movement) {
        #expect(Self.office("1", Self.verdict(old), Self.verdict(new)).site == movement)
    }

    @Test(arguments: [
        (ItemState.absent, ItemState.present, Comparison.Movement.mended), (.linked, .present, .mended),
        (.present, .linked, .regressed), (.present, .unknown, .unknown), (.unknown, .present, .unknown),
        (.absent, .absent, .same),
    ])
    func anItemMoves(_ old: ItemState, _ new: ItemState, _ movement: Comparison.Movement) {
        let office = Self.office("1", Self.verdict(.active, [.biaya: old]), Self.verdict(.active, [.biaya: new]))
        #expect(office.item(.biaya) == movement)
    }

    @Test func movementsOfTheSample() {
        let expected: [Comparison.Movement] = [.mended, .regressed, .unknown, .new, .gone, .same, .mixed]
        #expect(Self.sample.offices.map(\.movement) == expected)
    }

    @Test func aVanishedSiteIsNoLossOfItems() {
        // Nobody could look for the items any more: only the site went backwards.
        #expect(Self.sample.offices[1].items(.regressed).isEmpty)
        #expect(Self.sample.offices[1].site == .regressed)
    }

    @Test func aProvinceSumsItsKabupaten() throws {
        let regions = ComparisonRegion.all(Self.sample)
        #expect(regions.map(\.code) == ["61", "61.01", "61.12"])
        let province = try #require(regions.first)
        #expect(province.isSum)
        #expect(province.tally.offices == 7)
        // Offices 1, 2, 6 and 7 could be judged both times.
        #expect(province.tally.sites == ComparisonTally.Pair(before: 3, after: 2, total: 4))
        #expect(province.tally.mandatory == ComparisonTally.Pair(before: 1, after: 3, total: 3))
    }

    @Test func aRankingLeavesSumsOutAndPutsTheBestGainFirst() {
        #expect(ComparisonRegion.ranked(Self.sample).map(\.code) == ["61.01", "61.12"])
    }

    @Test func thePageHoldsThePictureAndNothingHostile() throws {
        let folder = try TemporaryFolder()
        let facts = ComparisonFacts(Self.sample, words: .sample())
        try ComparisonPage(facts: facts, ranking: false).write(to: folder.path + "/a.html")
        let page = try folder.read("a.html")
        #expect(page.contains("<svg class=\"dumbbells\""))
        #expect(page.contains("Dari 7 kantor, 1 membaik, 1 memburuk"))
        #expect(page.contains("Dinas 1 &lt;b&gt;"))
        #expect(!page.contains("Peringkat"))
        #expect(page.range(of: "(<[a-z]+ [^>]*src=|@import|url\\((?!#))", options: .regularExpression) == nil)
        try ComparisonPage(facts: facts, ranking: true).write(to: folder.path + "/b.html")
        #expect(try folder.read("b.html").contains("Peringkat"))
    }

    @Test func filesHoldEveryOffice() throws {
        let folder = try TemporaryFolder()
        let facts = ComparisonFacts(Self.sample, words: .sample())
        try ComparisonFiles.writeCSV(facts, to: folder.path + "/a.csv")
        try ComparisonFiles.writeJSON(facts, to: folder.path + "/a.json")
        #expect(try folder.read("a.csv").split(separator: "\r\n").count == 8)
        let value = try JSONSerialization.jsonObject(with: Data(folder.read("a.json").utf8)) as? [String: Any]
        #expect((value?["offices"] as? [Any])?.count == 7)
        #expect((value?["totals"] as? [String: Any])?["mended"] as? Int == 1)
    }
}

/// The office's own page and its lines.
struct OfficePageTests {
    private func page(_ office: OfficeResult) throws -> String {
        var snapshot = SampleSnapshot.full
        snapshot.offices = [office]
        let folder = try TemporaryFolder()
        let book = try RuleBook.bundled()
        try ReportWriter(book: book, language: .id).writeOffice(
            office.target.code, snapshot: snapshot, book: book, to: folder.path + "/a.html")
        return try folder.read("a.html")
    }

    @Test func tellsWhatIsThereWhatLacksAndTheWords() throws {
        let page = try page(SampleSnapshot.active)
        #expect(page.contains("1 sudah terbaca oleh warga, 4 belum, dan 1 belum dapat dipastikan"))
        #expect(page.contains("Terbitkan lebih dulu"))
        #expect(page.contains("paling lama ………… hari kerja"))
        #expect(page.contains("Fotokopi KTP"))
        let ids = page.matches(of: /[ ]id="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
    }

    @Test func aCompromisedSiteIsNotALink() throws {
        let page = try page(SampleSnapshot.compromised)
        #expect(!page.contains("href=\"https://dinsos"))
        #expect(!page.contains("//judi.example.com"))
    }

    @Test(arguments: [
        (ItemState.present, OfficeSummary.Result.complete), (.absent, .lacking), (.unknown, .undecided),
        (.linked, .lacking),
    ])
    func aPipelineIsTold(_ state: ItemState, _ result: OfficeSummary.Result) throws {
        var office = SampleSnapshot.active
        office.verdict.items = ItemKey.allCases.map { ItemVerdict(item: $0, state: $0 == .biaya ? state : .present) }
        let summary = OfficeSummary(office, book: try RuleBook.bundled(), language: .id)
        #expect(summary.result == result)
        #expect(summary.lines.contains { $0.hasPrefix("Terbitkan lebih dulu") } == (result == .lacking))
    }
}
