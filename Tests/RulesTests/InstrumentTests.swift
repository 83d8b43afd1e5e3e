import Model
import Rules
import Testing

@Suite struct InstrumentTests {
    private static let book = Result { try RuleBook.bundled() }

    @Test(arguments: [
        (73.57, 2021, "kuning", ""), (77.5, 2022, "kuning", "C"), (86.6, 2023, "hijau", "B"),
        (90.50, 2024, "hijau", "A"), (79, 2021, "kuning", ""), (79, 2022, "hijau", "B"), (52, 2021, "kuning", ""),
        (52, 2022, "merah", "D"), (80.995, 2021, "kuning", ""), (0, 2022, "merah", "E"), (100, 2019, "hijau", ""),
        (46.02, 2019, "merah", ""),
    ])
    func aScoreIsReadByItsEdition(score: Double, year: Int, zone: String, category: String) throws {
        let edition = try #require(Self.book.get().edition(year: year))
        let band = try #require(edition.zone(score))
        #expect(band.zone.rawValue == zone)
        #expect(band.category ?? "" == category)
    }

    @Test(arguments: [2025]) func anEditionWithoutKnownLimitsGivesNoBand(year: Int) throws {
        let edition = try #require(Self.book.get().edition(year: year))
        #expect(edition.zone(90) == nil)
        #expect(edition.bandsVerified == .unknown)
    }

    @Test(arguments: [2020, 2014, 2026]) func aYearWithoutEditionHasNone(year: Int) throws {
        #expect(try Self.book.get().edition(year: year) == nil)
    }

    @Test(arguments: [-0.01, 100.01]) func aScoreOutsideTheScaleHasNoBand(score: Double) throws {
        #expect(try Self.book.get().edition(year: 2022)?.zone(score) == nil)
    }
}
