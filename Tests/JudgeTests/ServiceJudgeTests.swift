import Model
import Rules
import Testing

@testable import Judge

@Suite struct ServiceJudgeTests {
    private func reading(_ services: [ServiceReading]) -> PageReading {
        var reading = PageReading(kind: .serviceStandard, condition: .normal)
        reading.services = services
        return reading
    }

    private func said(_ item: ItemKey, _ state: ItemState, _ words: String) -> Finding {
        Finding(item: item, state: state, strength: 0.8, place: "Layanan", quotation: words, rule: "x.1")
    }

    private func services(_ pages: [[ServiceReading]], coverage: SiteRecord.Coverage) throws -> [ServiceVerdict] {
        let records = pages.enumerated().map { index, services in
            var page = Samples.page("/\(index)", kind: .serviceStandard)
            page.reading = reading(services)
            return page
        }
        let record = Samples.record(
            [Samples.attempt(.site)], site: Samples.site(), pages: records, coverage: coverage)
        return try #require(Samples.judged(record).services)
    }

    @Test func theSameServiceOfTwoPagesIsOneRowWithTheBetterState() throws {
        let rows = try services(
            [
                [ServiceReading(name: "Akta Kelahiran", place: "h2", items: [said(.biaya, .linked, "unduh")])],
                [
                    ServiceReading(
                        name: "AKTA KELAHIRAN", place: "h2",
                        items: [said(.biaya, .present, "Gratis"), said(.jangkaWaktu, .present, "3 hari")])
                ],
            ], coverage: .complete)
        #expect(rows.map(\.name) == ["AKTA KELAHIRAN"])
        #expect(rows[0].state(of: .biaya) == .present)
        #expect(rows[0].state(of: .jangkaWaktu) == .present)
        #expect(rows[0].state(of: .prosedur) == .absent)
        #expect(rows[0].items.first { $0.item == .biaya }?.evidence.first?.finding.quotation == "Gratis")
    }

    @Test func whatASiteReadInPartDoesNotSayIsNotAbsent() throws {
        let rows = try services(
            [[ServiceReading(name: "KTP", place: "h2", items: [said(.biaya, .present, "Gratis")])]],
            coverage: .budgetSpent)
        #expect(rows[0].state(of: .prosedur) == .unknown)
    }

    @Test func titlesThatNameNoServiceAreNoRow() throws {
        let rows = try services(
            [
                [
                    ServiceReading(
                        name: "Standar Pelayanan", place: "h1", isNamed: false,
                        items: [said(.biaya, .present, "Gratis")])
                ]
            ],
            coverage: .complete)
        #expect(rows.isEmpty)
    }

    @Test func theServiceOfWhichMostIsSaidStandsFirst() throws {
        let rows = try services(
            [
                [
                    ServiceReading(name: "A", place: "", items: []),
                    ServiceReading(name: "B", place: "", items: [said(.biaya, .present, "Gratis")]),
                ]
            ], coverage: .complete)
        #expect(rows.map(\.name) == ["B", "A"])
    }

    /// "Semua layanan gratis" on a page of its own: no service of the office lacks its tariff for sure.
    @Test func whatTheOfficeSaysOnceIsNotAbsentFromItsServices() throws {
        var services = Samples.page("/ktp", kind: .serviceStandard)
        services.reading = reading([
            ServiceReading(name: "KTP", place: "h2", items: [said(.jangkaWaktu, .present, "1 hari")])
        ])
        let general = Samples.page("/tarif", kind: .serviceStandard, [said(.biaya, .present, "Semua layanan gratis")])
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: [services, general]))
        let service = try #require(verdict.services?.first)
        #expect(verdict.state(of: .biaya, in: service) == .unknown)
        #expect(verdict.state(of: .prosedur, in: service) == .absent)
        #expect(verdict.state(of: .jangkaWaktu, in: service) == .present)
    }

    @Test func aServiceOnAnotherUnitsPageIsNotTheOffices() throws {
        let named = [ServiceReading(name: "Imunisasi", place: "h2", items: [said(.biaya, .present, "Gratis")])]
        var other = Samples.page("/puskesmas-lasi", kind: .serviceStandard)
        other.title = "Puskesmas Lasi"
        other.reading = reading(named)
        let verdict = Samples.judged(
            Samples.record([Samples.attempt(.site)], site: Samples.site(), pages: [Samples.page("/"), other]))
        #expect(try #require(verdict.services).isEmpty)
    }
}
