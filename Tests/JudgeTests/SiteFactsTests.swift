import Model
import Testing

@testable import Judge

@Suite("Electronic services, accessibility and template of an office")
struct SiteFactsTests {
    private static let site = WebAddress("https://dinas.contohkab.go.id/")
    private static let second = WebAddress("https://dinas.contohkab.go.id/layanan")
    private static let oss = WebAddress("https://oss.go.id/")

    private func page(_ address: WebAddress, _ condition: SiteCondition = .normal, failures: Int) -> PageRecord {
        var reading = PageReading(kind: .home, condition: condition)
        reading.electronic = [
            ElectronicService(kind: .oss, address: Self.oss, place: "menu", quotation: "OSS", rule: "electronic.oss")
        ]
        reading.accessibility = [
            AccessibilityFact(check: .imageText, failures: failures, looked: 4, places: failures > 0 ? ["a.jpg"] : [])
        ]
        var template = TemplatePrint()
        template.theme = "dinas"
        reading.template = template
        return PageRecord(
            requested: address, address: address, status: 200, title: "Dinas", sha256: "", bytes: 1,
            fetchedAt: Timestamp(milliseconds: 1_700_000_000_000), reading: reading)
    }

    @Test("Services once with their first page, failures added up, pages that are no site left out")
    func fold() throws {
        let site = try #require(Self.site)
        let second = try #require(Self.second)
        let pages = [page(site, failures: 0), page(second, failures: 3), page(second, .suspended, failures: 9)]
        let facts = try #require(SiteFactsFold.facts(of: pages))
        #expect(facts.electronic.map(\.page) == [site])
        #expect(facts.accessibility.map(\.failures) == [3] && facts.accessibility.map(\.looked) == [8])
        #expect(facts.accessibility.first?.page == second && facts.accessibility.first?.places == ["a.jpg"])
        #expect(facts.template?.theme == "dinas" && facts.pages == 2)
    }

    @Test("Without a readable page there are no facts")
    func none() throws {
        let site = try #require(Self.site)
        #expect(SiteFactsFold.facts(of: []) == nil)
        #expect(SiteFactsFold.facts(of: [page(site, .parked, failures: 1)]) == nil)
    }
}
