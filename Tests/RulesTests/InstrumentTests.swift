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
        #expect(band.zone?.rawValue == zone)
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

@Suite struct InstrumentPackTests {
    private static let book = Result { try RuleBook.bundled() }

    /// One edition with two dimensions; the tests change a line of it.
    private static func pack(_ change: (String) -> String = { $0 }) -> String {
        change(
            """
            editions:
            - key: uji
              family: ombudsman
              name: {id: Uji, en: Trial}
              years: [2030]
              law: [UU 1]
              law_verified: memory
              applies_to: {levels: [kabupaten], verified: memory}
              score: {rule: weighted, scale: 100, verified: memory}
              bands:
              - {zone: hijau, opinion: baik, min: 50.00, max: 100, verified: page}
              - {zone: merah, opinion: buruk, min: 0, max: 49.99, verified: page}
              bands_verified: page
              dimensions:
              - {key: a, name: {id: A, en: A}, weight: 40, weight_verified: page, web: none}
              - {key: b, name: {id: B, en: B}, weight: 60, weight_verified: page, web: partly, items: [biaya, prosedur]}
              dimensions_verified: page

            """)
    }

    @Test func aSoundPackIsRead() throws {
        let pack = try InstrumentPack(text: Self.pack(), file: "uji.yaml")
        let edition = try #require(pack.edition("uji"))
        #expect(edition.dimensions.map(\.weight) == [40, 60])
        #expect(edition.dimensions[1].items == [.prosedur, .biaya])
        #expect(edition.pack == pack.name)
        #expect(pack.name.hash.count == 64)
    }

    @Test(arguments: [
        ("weight: 60,", "weight: 61,", "2:3", "101.0"),
        ("weight: 60, weight_verified: page,", "weight: 60,", "16:5", "a weight needs"),
        ("weight: 60, weight_verified: page,", "weight_verified: page,", "16:5", "must be unknown"),
        ("max: 49.99", "max: 48", "2:3", "leave a gap"),
        ("[biaya, prosedur]", "[biaya, ongkos]", "16:99", "'ongkos' is no item"),
        ("years: [2030]", "years: []", "2:3", "needs the years"),
        ("levels: [kabupaten]", "levels: [desa]", "8:25", "expected one of: provinsi, kabupaten, kota"),
        ("key: b", "key: a", "2:3", "'a' stands here twice"),
        ("rule: weighted", "rule: tebak", "9:17", "'rule' must be one of"),
        ("law_verified", "law_verifed", "7:3", "unknown key 'law_verifed'"),
    ])
    func whatIsWrongIsNamedWithItsPlace(old: String, new: String, place: String, words: String) {
        let error = #expect(throws: RulesError.self) {
            try InstrumentPack(text: Self.pack { $0.replacing(old, with: new) }, file: "uji.yaml")
        }
        let text = error?.description ?? ""
        #expect(text.contains("uji.yaml:\(place): error:") && text.contains(words), "\(text)")
    }

    @Test func oneChangedByteIsAnotherPack() throws {
        let one = try InstrumentPack(text: Self.pack(), file: "uji.yaml")
        let other = try InstrumentPack(text: Self.pack { $0 + "# x\n" }, file: "uji.yaml")
        #expect(one.name.hash != other.name.hash)
        #expect(one.editions.map(\.bands) == other.editions.map(\.bands))
    }

    @Test func everyBundledEditionComesBackFromItsPack() throws {
        let book = try Self.book.get()
        #expect(book.instruments.count == 10)
        for edition in book.instruments {
            let pack = try book.pack(of: edition)
            #expect(pack.edition(edition.key) == edition)
        }
    }

    @Test func theLawMapsEveryComponentOnce() throws {
        let law = try #require(Self.book.get().edition(key: "uu-25-2009-pasal-21"))
        #expect(law.dimensions[0].items == ItemKey.serviceDelivery.sorted())
        #expect(Set(law.dimensions.flatMap(\.items)) == Set(ItemKey.components))
        #expect(
            law.dimensions.flatMap(\.indicators).allSatisfy {
                $0.article?.hasPrefix("UU 25/2009 Pasal 21 huruf") == true
            })
    }

    @Test(
        arguments: [
            ("ombudsman-2022-2023", [21.85, 32.37, 24.24, 21.54]), ("ombudsman-2024", [nil, nil, nil, nil]),
            ("pekppp-f01", [24, 25, 18, 11, 10, 12]),
        ] as [(String, [Double?])])
    func weightsAreThoseOfTheSourceAndUnknownStaysUnknown(key: String, weights: [Double?]) throws {
        let edition = try #require(Self.book.get().edition(key: key))
        #expect(edition.dimensions.map(\.weight) == weights)
        #expect(edition.dimensions.allSatisfy { ($0.weight == nil) == ($0.weightVerified == .unknown) })
    }

    @Test func aScoreOfSeventySevenAndAHalfIsHalfAPointUnderGreen() throws {
        let edition = try #require(Self.book.get().edition(year: 2022))
        let green = try #require(edition.bands.filter { $0.zone == .hijau }.map(\.min).min())
        #expect(green - 77.5 == 0.5)
    }

    @Test(arguments: [("61", "provinsi"), ("61.12", "kabupaten"), ("61.71", "kota")])
    func theCodeOfARegionTellsItsLevel(code: String, level: String) {
        #expect(Instrument.Level(region: code)?.rawValue == level)
    }
}
