import Model
import Parse
import Rules
import Testing

@testable import Detect

@Suite struct VetoTests {
    private static func vetoes(_ html: String, _ item: ItemKey) throws -> [VetoedRule] {
        let address = try #require(WebAddress("https://dinas.contoh.go.id/layanan"))
        let page = PageParser.parse(Array(html.utf8), address: address, contentType: nil)
        return try Detector(RuleBook.bundled().detection).vetoes(page, status: 200, isHome: false, item: item)
    }

    @Test func theVetoIsNamedWithItsWords() throws {
        let vetoes = try Self.vetoes("<h2>Tarif</h2><p>Parkir motor Rp 2.000</p>", .biaya)
        let veto = try #require(vetoes.first { $0.rule == "biaya.under-heading" })
        #expect(veto.reason == "not_line: not_a_fee")
        #expect(veto.quotation == "Parkir motor Rp 2.000")
    }

    @Test func aRuleThatSpokeIsNoVeto() throws {
        let vetoes = try Self.vetoes("<h2>Tarif</h2><p>Rp 2.000</p>", .biaya)
        #expect(!vetoes.contains { $0.rule == "biaya.under-heading" })
    }
}
