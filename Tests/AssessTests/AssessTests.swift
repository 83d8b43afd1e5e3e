import Foundation
import Model
import Rules
import Testing

@testable import Assess

/// The editions that come with Ronda, and the loci of a small assessment.
enum Sample {
    static let book = Result { try RuleBook.bundled() }

    static func edition(_ key: String) throws -> Instrument { try #require(book.get().edition(key: key)) }

    static let loci = [
        Assessment.Locus(code: "K1", name: "Dinas Kesehatan", kind: "kesehatan"),
        Assessment.Locus(code: "K2", name: "Dinas Sosial", kind: "sosial"),
    ]

    static func entry(_ office: String, _ indicator: String, _ score: String, product: String = "") throws -> ScoreEntry
    {
        ScoreEntry(office: office, indicator: indicator, product: product, score: try #require(Score(score)))
    }

    static func four(_ office: String, _ scores: [String]) throws -> [ScoreEntry] {
        try zip(["input", "proses", "output", "pengaduan"], scores).map { try entry(office, $0, $1) }
    }

    static func finding(_ office: String, _ item: ItemKey, _ state: ItemState, quotation: String = "Gratis")
        -> AttachedFinding
    {
        let at = Timestamp(iso8601: "2026-11-22T05:00:00Z") ?? Timestamp(milliseconds: 0)
        let evidence = WebAddress("https://dinkes.contoh.go.id/standar").map { address in
            Evidence(
                address: address, fetchedAt: at, status: 200, sha256: String(repeating: "ab", count: 32),
                finding: Finding(
                    item: item, state: state, strength: 1, place: "Biaya", quotation: quotation, rule: "biaya.1"))
        }
        return AttachedFinding(
            office: office, item: item, state: state, reason: "",
            evidence: state == .absent ? [] : [evidence].compactMap { $0 }, scan: "S1", readAt: at, pagesRead: 12,
            status: .active, attachedAt: at)
    }
}

@Suite struct ScoreTests {
    @Test(arguments: [
        ("77,5", "77.50"), ("90", "90.00"), ("73.57", "73.57"), ("0", "0.00"), ("0,005", "0.01"),
        ("66.6666666", "66.67"),
        ("77.994", "77.99"),
    ])
    func aDecimalNumberIsRead(text: String, shown: String) throws {
        #expect(try #require(Score(text)).rounded == shown)
    }

    @Test(arguments: ["", "-1", "1.234,5", "7 7", "tujuh", "12.", ".5", "1e3", "0x10", "12345678"])
    func anythingElseIsNone(text: String) { #expect(Score(text) == nil) }
}

@Suite struct ScoringTests {
    @Test(
        arguments: [
            (2021, "73.57", "kuning", nil), (2022, "77.5", "kuning", "C"), (2023, "86.6", "hijau", "B"),
            (2024, "90.50", "hijau", "A"), (2021, "79", "kuning", nil), (2022, "79", "hijau", "B"),
            (2022, "78", "hijau", "B"),
            (2022, "77.99", "kuning", "C"), (2016, "81", "hijau", nil), (2022, "54", "kuning", "C"),
            (2022, "100", "hijau", "A"),
        ] as [(Int, String, String, String?)])
    func theYearDecidesTheZone(year: Int, score: String, zone: String, category: String?) throws {
        let edition = try #require(Sample.book.get().edition(year: year))
        let value = try #require(Score(score))
        let band = try #require(Scoring(edition).band(value))
        #expect(band.zone?.rawValue == zone)
        #expect(band.category == category)
    }

    @Test func scoresOfDimensionsAreSummedByTheirWeights() throws {
        let edition = try Sample.edition("ombudsman-2022-2023")
        let entries =
            try Sample.four("K1", ["80", "90", "70", "60"]) + Sample.four("K2", ["100", "100", "100", "100"])
        let sheet = Scoring(edition).sheet(entries, loci: Sample.loci)
        // 80 x 21.85 + 90 x 32.37 + 70 x 24.24 + 60 x 21.54 = 7650.5 hundredths
        #expect(sheet.loci[0].value?.plain == "76.505")
        #expect(sheet.loci[0].band?.zone == .kuning)
        #expect(sheet.loci[1].value?.plain == "100")
        #expect(sheet.value?.plain == "88.2525")
        #expect(sheet.band?.category == "A")
        #expect(sheet.gaps.isEmpty)
    }

    @Test func twoProductsOfAnOfficeAreJoinedByTheirMean() throws {
        let edition = try Sample.edition("ombudsman-2022-2023")
        let entries =
            try Sample.four("K1", ["80", "80", "80", "80"])
            + [Sample.entry("K1", "proses", "60", product: "izin")]
        let sheet = Scoring(edition).sheet(entries, loci: [Sample.loci[0]])
        #expect(sheet.loci[0].dimensions[1].score?.plain == "70")
        #expect(sheet.value?.rounded == "76.76")
    }

    @Test func beforeTwentyTwentyTwoTheValueIsTheMeanOfTheProducts() throws {
        let edition = try Sample.edition("ombudsman-2021")
        let entries = try [
            Sample.entry("K1", "total", "70", product: "a"), Sample.entry("K1", "total", "80", product: "b"),
            Sample.entry("K2", "total", "90", product: "c"),
        ]
        let sheet = Scoring(edition).sheet(entries, loci: Sample.loci)
        #expect(sheet.loci[0].value?.plain == "75")
        #expect(sheet.value?.plain == "80")
        #expect(sheet.band?.zone == .kuning)
    }

    @Test func anUnknownWeightMakesNoValueAndIsNamed() throws {
        let edition = try Sample.edition("ombudsman-2024")
        let sheet = try Scoring(edition).sheet(Sample.four("K1", ["80", "80", "80", "80"]), loci: [Sample.loci[0]])
        #expect(sheet.value == nil && sheet.loci[0].value == nil)
        #expect(sheet.loci[0].gaps.contains(.weight("proses")))
        let lines = ScoreLines(sheet, language: .id).lines.joined(separator: "\n")
        #expect(lines.contains("bobot proses: belum diketahui"))
    }

    @Test func theAssessorsOwnTotalStandsWhereTheRuleIsNotKnown() throws {
        let edition = try Sample.edition("ombudsman-2024")
        let sheet = try Scoring(edition).sheet([Sample.entry("K1", "total", "90.5")], loci: [Sample.loci[0]])
        #expect(sheet.loci[0].value?.plain == "90.5" && sheet.loci[0].isOwnTotal)
        #expect(sheet.loci[0].band?.category == "A")
        #expect(sheet.value == nil && sheet.gaps == [.loci])
    }

    @Test func anEditionWithoutLimitsGivesAValueAndNoZone() throws {
        let edition = try Sample.edition("ombudsman-2025")
        let sheet = try Scoring(edition).sheet([Sample.entry("K1", "total", "90")], loci: [Sample.loci[0]])
        #expect(sheet.loci[0].value?.plain == "90" && sheet.loci[0].band == nil)
        #expect(sheet.loci[0].gaps == [.bands])
    }

    @Test func aMissingDimensionOrLocusMakesNoValue() throws {
        let edition = try Sample.edition("ombudsman-2022-2023")
        let sheet = try Scoring(edition).sheet(Sample.four("K1", ["80", "90", "70"]), loci: Sample.loci)
        #expect(sheet.loci[0].value == nil && sheet.loci[0].gaps == [.dimension("pengaduan")])
        #expect(sheet.value == nil)
        let half = try Scoring(edition).sheet(Sample.four("K1", ["80", "90", "70", "60"]), loci: Sample.loci)
        #expect(half.value == nil && half.gaps == [.locus("Dinas Sosial")])
    }

    @Test func scoresOfSingleIndicatorsAreNotSummedWithoutTheirShares() throws {
        let edition = try Sample.edition("ombudsman-2022-2023")
        let sheet = try Scoring(edition).sheet([Sample.entry("K1", "proses/biaya", "100")], loci: [Sample.loci[0]])
        #expect(sheet.loci[0].gaps.contains(.shares("proses")))
    }

    @Test func aTotalThatContradictsTheSumIsSaid() throws {
        let edition = try Sample.edition("ombudsman-2022-2023")
        let entries = try Sample.four("K1", ["80", "80", "80", "80"]) + [Sample.entry("K1", "total", "85")]
        let sheet = Scoring(edition).sheet(entries, loci: [Sample.loci[0]])
        #expect(sheet.loci[0].value?.plain == "80")
        #expect(sheet.loci[0].gaps == [.contradiction(total: "85.00", sum: "80.00")])
    }

    @Test(arguments: [
        "ombudsman-2021", "ombudsman-2022-2023", "ombudsman-2024", "ombudsman-2025", "pekppp-f01",
        "uu-25-2009-pasal-21",
    ])
    func withoutAnAssessorThereIsNoValueWhateverTheWebShows(key: String) throws {
        let sheet = try Scoring(Sample.edition(key)).sheet([], loci: Sample.loci)
        #expect(sheet.value == nil && sheet.loci.allSatisfy { $0.value == nil })
    }

    @Test func theNewestFormOfAnOfficeCounts() {
        func form(_ number: Int, _ rows: [(String, String)]) -> AssessorForm {
            AssessorForm(
                number: number, name: "f", sha256: "", importedAt: Timestamp(milliseconds: 0), office: nil,
                rows: rows.map { .init(line: 1, office: $0.0, indicator: "total", product: "", score: $0.1) })
        }
        let entries = ScoreEntry.entries(of: [form(2, [("K1", "90")]), form(1, [("K1", "10"), ("K2", "20")])])
        #expect(entries.map { "\($0.office) \($0.score.plain)" } == ["K1 90", "K2 20"])
    }
}
