import Farm
import Model
import Testing

@testable import Fetch

@Suite struct TLSTests {
    private func fetch(
        _ host: String, server: TLSServer, folder: CertificateFolder, anchors: String? = "akar.pem"
    ) async throws -> FetchOutcome {
        var settings = FetchSettings.forTests
        settings.hosts = try HostsTable(text: "127.0.0.1 \(host)")
        settings.connectTo = [ConnectTo(port: 443, toPort: server.port)]
        settings.caFile = anchors.map { folder[$0] }
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        let first = await fetcher.fetch(FetchRequest(.literal("https://\(host)/")), permit: { _ in nil })
        let second = await fetcher.fetch(FetchRequest(.literal("https://\(host)/")), permit: { _ in nil })
        #expect(second.page?.tls == first.page?.tls, "what an origin showed is remembered")
        await fetcher.shutdown()
        return first
    }

    @Test func badCertificatesAreFindingsAndThePageIsReadAllTheSame() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        let host = "dinkes.go.id"
        try folder.leaf("baik", host: host, issuer: "akar")
        try folder.leaf("habis", host: host, issuer: "akar", from: -90, to: -1)
        try folder.leaf("nanti", host: host, issuer: "akar", from: 5, to: 90)
        try folder.leaf("lain", host: "lain.go.id", issuer: "akar")
        try folder.leaf("sendiri", host: host, issuer: nil)
        try folder.leaf("putus", host: host, issuer: "antara")
        try folder.leaf("asingku", host: host, issuer: "asing")
        let cases: [(leaf: String, chain: String?, problem: TLSFacts.Problem?)] = [
            ("baik", nil, nil), ("habis", nil, .expired), ("nanti", nil, .notYetValid), ("lain", nil, .wrongName),
            ("sendiri", nil, .selfSigned), ("putus", nil, .incompleteChain), ("putus", "antara", nil),
            ("asingku", "asing", .untrusted),
        ]
        for one in cases {
            let chain = one.chain.map { ["-cert_chain", folder[$0 + ".pem"]] } ?? []
            let server = try TLSServer(
                ["-cert", folder[one.leaf + ".pem"], "-key", folder[one.leaf + ".key"]] + chain)
            let page = try #require(await fetch(host, server: server, folder: folder).page, "\(one.leaf)")
            #expect(page.status == 200 && !page.body.isEmpty)
            #expect(page.tls?.problem == one.problem, "\(one.leaf) \(one.chain ?? "")")
            #expect(page.tls?.subject?.contains(one.leaf == "lain" ? "lain.go.id" : host) == true)
            #expect(page.tls?.issuer?.isEmpty == false && page.tls?.notAfter != nil)
        }
    }

    @Test func anOldServerIsReadAndCalledWeak() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        try folder.leaf("baik", host: "tua.go.id", issuer: "akar")
        let server = try TLSServer([
            "-cert", folder["baik.pem"], "-key", folder["baik.key"], "-tls1", "-cipher", "ALL:@SECLEVEL=0",
        ])
        let page = try #require(await fetch("tua.go.id", server: server, folder: folder).page)
        #expect(page.tls?.problem == .weak)
    }

    @Test func plainHTTPBehindHTTPSIsNotTLS() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("polos"))])
        let outcome = await bed.fetch("https://127.0.0.1:\(bed.server.port)/")
        #expect(outcome.gist == "failure not_tls")
        await bed.fetcher.shutdown()
    }

    @Test func aSilentHandshakeIsATLSTimeOutAndNotAConnectTimeOut() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("x"))], opening: [.hang]) {
            $0.timeouts.tls = 0.6
            $0.timeouts.connect = 0.6
        }
        let outcome = await bed.fetch("https://127.0.0.1:\(bed.server.port)/")
        #expect(outcome.gist == "failure tls_timeout")
        await bed.fetcher.shutdown()
    }

    @Test func aResetInTheHandshakeIsNoPage() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("x"))], opening: [.reset])
        let kind = await bed.fetch("https://127.0.0.1:\(bed.server.port)/").failure?.kind
        #expect(kind == .tlsHandshake || kind == .connectionReset)
        await bed.fetcher.shutdown()
    }
}
