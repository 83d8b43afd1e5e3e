import Farm
import Model
import Testing

@testable import Fetch

@Suite struct ResolverTests {
    @Test(arguments: [
        ("ada.go.id", DNSOutcome.Kind.addresses), ("tiada.go.id", .nxdomain), ("kosong.go.id", .nodata),
        ("rusak.go.id", .servfail), ("tolak.go.id", .refused), ("bisu.go.id", .timeout), ("aneh.go.id", .malformed),
        ("-buruk-.go.id", .badName), ("10.0.0.7", .literal),
    ])
    func eachAnswerIsAFactOfItsOwn(host: String, kind: DNSOutcome.Kind) async throws {
        let names = try NameServer()
        var settings = FetchSettings.forTests
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        settings.timeouts.dns = 0.3
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        let outcome = await fetcher.resolve(host)
        #expect(outcome.kind == kind)
        #expect(outcome.host == host)
        if kind == .addresses {
            #expect(outcome.addresses == ["127.0.0.1"])
            #expect(outcome.aliases == ["alias.go.id"])
        }
        await fetcher.shutdown()
    }

    @Test func oneNameIsAskedOnceForManyRequests() async throws {
        let names = try NameServer()
        let server = try FarmServer(address: "127.0.0.1", hosts: [FarmHost("ada.go.id", otherwise: .page("isi"))])
        var settings = FetchSettings.forTests
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let address = WebAddress.literal("http://ada.go.id:\(server.port)/\(number)")
                    let outcome = await fetcher.fetch(FetchRequest(address), permit: { _ in nil })
                    #expect(outcome.gist == "page 200")
                    #expect(outcome.page?.dns?.aliases == ["alias.go.id"])
                }
            }
        }
        #expect(names.questions == 2, "one for A, one for AAAA")
        #expect(fetcher.counters.names == 1)
        await fetcher.shutdown()
    }

    /// A silence is remembered for a while, so that a dead name costs one question; after our own loss it is asked anew.
    @Test func silenceIsForgottenWhenAsked() async throws {
        let names = try NameServer()
        var settings = FetchSettings.forTests
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        _ = await fetcher.resolve("rusak.go.id")
        _ = await fetcher.resolve("ada.go.id")
        let asked = names.questions
        fetcher.forgetFailedNames()
        _ = await fetcher.resolve("ada.go.id")
        #expect(names.questions == asked, "an answer is kept")
        #expect(await fetcher.resolve("rusak.go.id").kind == .servfail)
        #expect(names.questions > asked)
        await fetcher.shutdown()
    }

    @Test func shutdownLeavesNobodyWaiting() async throws {
        let names = try NameServer()
        var settings = FetchSettings.forTests
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        settings.timeouts.dns = 60
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        async let outcome = fetcher.resolve("bisu.go.id")
        async let page = fetcher.fetch(FetchRequest(.literal("http://bisu.go.id/")), permit: { _ in nil })
        while names.questions < 2 { await Task.yield() }
        await fetcher.shutdown()
        #expect(await outcome.kind == .timeout)
        #expect(await page.gist == "failure cancelled")
    }

    @Test func aThousandNamesAtOnceAreAllAnswered() async throws {
        let names = try NameServer()
        var settings = FetchSettings.forTests
        settings.dnsServers = ["127.0.0.1:\(names.port)"]
        let fetcher = Fetcher(settings, registrable: { _ in nil }, now: { .testNow })
        await withTaskGroup(of: DNSOutcome.Kind.self) { group in
            for number in 0..<1000 {
                let label = number % 2 == 0 ? "ada" : "tiada"
                group.addTask { await fetcher.resolve("\(label).h\(number).go.id").kind }
            }
            var kinds: [DNSOutcome.Kind: Int] = [:]
            for await kind in group { kinds[kind, default: 0] += 1 }
            #expect(kinds == [.addresses: 500, .nxdomain: 500])
        }
        await fetcher.shutdown()
    }
}
