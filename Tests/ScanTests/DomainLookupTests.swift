import Fetch
import Model
import Testing

@testable import Scan

/// Name servers and mail records of a domain, asked of a name server on the loopback.
@Suite struct DomainLookupTests {
    private static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }
    private static func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

    private static let records: @Sendable (String, UInt8) -> [[UInt8]]? = { host, type in
        switch (host, type) {
        case ("ujikab.go.id", 2): [name("ns2.ujikab.go.id"), name("ns1.ujikab.go.id")]
        case ("ujikab.go.id", 15): [[0, 20] + name("cadangan.example"), [0, 5] + name("surat.ujikab.go.id")]
        // Two strings of one record belong together.
        case ("ujikab.go.id", 16): [text("google-site-verification=x"), text("v=spf1 mx ") + text("-all")]
        case ("_dmarc.ujikab.go.id", 16): [text("v=DMARC1; p=quarantine")]
        default: nil
        }
    }

    private func ask(_ domain: String, _ answer: LoopbackNames.Answer) async throws -> DomainFacts? {
        let names = try LoopbackNames(records: Self.records) { _ in answer }
        var settings = FetchSettings()
        settings.allowPrivate = true
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        settings.timeouts.dns = 0.2
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { Timestamp(milliseconds: 0) })
        let facts = await DomainLookup(fetcher: fetcher).facts(of: domain)
        await fetcher.shutdown()
        return facts
    }

    @Test func recordsAreRead() async throws {
        let facts = try #require(try await ask("ujikab.go.id", .nxdomain))
        #expect(facts.nameServers == ["ns1.ujikab.go.id", "ns2.ujikab.go.id"])
        #expect(facts.mail == ["surat.ujikab.go.id", "cadangan.example"])
        #expect(facts.spf == "v=spf1 mx -all")
        #expect(facts.dmarcPolicy == "quarantine")
        #expect(facts.unanswered == [])
    }

    @Test func aNameWithoutRecordsHasNone() async throws {
        let facts = try #require(try await ask("lainkab.go.id", .nodata))
        #expect(facts.nameServers == [] && facts.mail == [] && facts.spf == nil && facts.dmarc == nil)
        #expect(facts.unanswered == [])
    }

    @Test(arguments: [LoopbackNames.Answer.servfail, .silence])
    func whatNobodyAnsweredIsNotSaidToBeAbsent(_ answer: LoopbackNames.Answer) async throws {
        #expect(try await ask("lainkab.go.id", answer) == nil)
    }
}
