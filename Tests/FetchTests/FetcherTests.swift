import Farm
import Model
import Testing

@testable import Fetch

@Suite struct FetcherTests {
    @Test func aPageComesWholeWithEverythingAroundIt() async throws {
        let bed = try TestBed([
            FarmHost(
                "dinkes.go.id",
                routes: [
                    "/": .page("<h1>Dinas Kesehatan</h1>", headers: [(name: "X-A", value: " satu ")], etag: "\"v1\"")
                ])
        ])
        let page = try #require(await bed.fetch("http://admin:rahasia@dinkes.go.id/#bagian").page)
        #expect(page.status == 200)
        #expect(String(decoding: page.body, as: UTF8.self) == "<h1>Dinas Kesehatan</h1>")
        #expect(page.sha256 == "bdfafd8afc09fc2a04d868efb837389871cec0741710cefe760a9770ace7a627")
        #expect(page.header("x-a") == "satu")
        #expect(page.mediaType == "text/html")
        #expect(page.ip == "127.0.0.1")
        #expect(page.httpVersion == "1.1")
        #expect(page.dns?.kind == .addresses)
        #expect(page.at == .testNow)
        #expect(page.trail == [Hop(address: .literal("http://dinkes.go.id/"), status: 200, ip: "127.0.0.1")])
        #expect(!page.truncated && !page.notModified && page.tls == nil)
        let sent = try #require(bed.server.log.first)
        #expect(sent.header("user-agent")?.hasPrefix("RondaBot/") == true)
        #expect(sent.header("cookie") == nil && sent.header("authorization") == nil)
        await bed.fetcher.shutdown()
    }

    @Test(arguments: [
        ("/empty", "failure empty_reply"), ("/reset", "page 200 cut connection_reset"),
        ("/early", "page 200 cut closed_early"), ("/garbage", "failure malformed_http"),
        ("/headers", "failure too_many_headers"), ("/manyheaders", "failure too_many_headers"),
        ("/endlessheaders", "failure too_many_headers"), ("/badgzip", "failure bad_content_coding"),
        ("/twocodings", "failure bad_content_coding"), ("/404", "page 404"), ("/500", "page 500"),
        ("/chunked", "page 200"), ("/interim", "page 200"), ("/halfhead", "failure closed_early"),
        ("/interims", "failure too_many_headers"), ("/upgrade", "failure malformed_http"),
        ("/longline", "failure too_many_headers"), ("/endlessline", "failure too_many_headers"),
        ("/badchunk", "failure malformed_http"), ("/trailers", "page 200"), ("/lyingtrailers", "page 200"),
        ("/resetbeforebody", "failure connection_reset"), ("/halfhead500", "page 500"),
    ])
    func eachBehaviourHasItsOutcome(path: String, gist: String) async throws {
        let bed = try TestBed([FarmHost("h.go.id", routes: Self.behaviours)])
        #expect(await bed.fetch("http://h.go.id" + path).gist == gist)
        await bed.fetcher.shutdown()
    }

    private static let behaviours: [String: FarmReply] = [
        "/empty": .emptyReply, "/reset": .reset(after: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8)),
        "/early": .closesEarly("<p>separuh</p>", claimed: 5000), "/garbage": .garbage,
        "/headers": .hugeHeaders(count: 20, size: 8000), "/manyheaders": .hugeHeaders(count: 300, size: 10),
        "/endlessheaders": .endlessHeaders, "/badgzip": .gzip(Array("bukan gzip sama sekali".utf8)),
        "/twocodings": .gzip([1, 2, 3], coding: "gzip, gzip"), "/500": .status(500),
        "/chunked": .chunked(String(repeating: "potongan ", count: 500)), "/interim": .interimStorm(count: 5),
        "/halfhead": .raw(Array("HTTP/1.1 200 OK\r\nContent-Ty".utf8)), "/interims": .interimStorm(count: -1),
        "/upgrade": .raw(Array("HTTP/1.1 101 Switching Protocols\r\n\r\n".utf8)),
        "/longline": .hugeHeaders(count: 1, size: 300_000),
        "/endlessline": .script([
            .send(Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .endless(Array(repeating: 120, count: 4096)),
        ]),
        "/badchunk": .raw(chunked("zzz\r\n")),
        "/trailers": .script([.send(chunked("3\r\nabc\r\n0\r\n")), .endless(Array("X-Ekor: a\r\n".utf8))]),
        "/lyingtrailers": .raw(
            chunked("3\r\nabc\r\n0\r\nContent-Encoding: gzip\r\nContent-Encoding: br\r\n\r\n")),
        "/resetbeforebody": .reset(after: Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n".utf8)),
        "/halfhead500": .raw(Array("HTTP/1.1 500 Galat\r\nContent-Length: 2\r\n\r\nok".utf8)),
    ]

    private static func chunked(_ rest: String) -> [UInt8] {
        Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + Array(rest.utf8)
    }

    @Test func refusedIsToldFromSilence() async throws {
        let closed = try FarmClosedPort()
        let bed = try TestBed([])
        #expect(await bed.fetch("http://127.0.0.1:\(closed.port)/").gist == "failure connect_refused")
        await bed.fetcher.shutdown()
    }

    @Test func aSlowFirstByteAndAStallAreDifferentFailures() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nabc".utf8)
        let bed = try TestBed(
            [FarmHost("h.go.id", routes: ["/silent": .hang, "/stall": .script([.send(head), .hang])])]
        ) { settings in
            settings.timeouts.firstByte = 0.5
            settings.timeouts.stall = 0.5
        }
        #expect(await bed.fetch("http://h.go.id/silent").gist == "failure first_byte_timeout")
        #expect(await bed.fetch("http://h.go.id/stall").gist == "page 200 cut stalled")
        await bed.fetcher.shutdown()
    }

    @Test func aDripThatNeverEndsHitsTheTotalTime() async throws {
        let reply = FarmReply.page(String(repeating: "x", count: 100_000)).dripped(bytesPerSecond: 2000)
        let bed = try TestBed([FarmHost("h.go.id", otherwise: reply)]) {
            $0.timeouts = PhaseTimeouts().capped(total: 1)
        }
        #expect(await bed.fetch("http://h.go.id/").gist == "page 200 cut total_timeout")
        await bed.fetcher.shutdown()
    }

    @Test func aHugeBodyIsCutAndSaid() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .endless())]) { $0.maxBodyBytes = 100_000 }
        let page = try #require(await bed.fetch("http://h.go.id/").page)
        #expect(page.truncated)
        #expect(page.body.count == 100_000)
        let request = FetchRequest(.literal("http://h.go.id/"), maxBytes: 5000)
        let small = try #require(await bed.fetcher.fetch(request, permit: { _ in nil }).page)
        #expect(small.truncated && small.body.count == 5000)
        await bed.fetcher.shutdown()
    }

    @Test func aBodyOfExactlyTheLimitIsNotTruncated() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page(String(repeating: "y", count: 4096)))]) {
            $0.maxBodyBytes = 4096
        }
        let page = try #require(await bed.fetch("http://h.go.id/").page)
        #expect(!page.truncated && page.body.count == 4096)
        await bed.fetcher.shutdown()
    }

    @Test func anUnchangedPageIsNotModified() async throws {
        let bed = try TestBed([FarmHost("h.go.id", routes: ["/": .page("isi", etag: "\"v1\"")])])
        let request = FetchRequest(
            .literal("http://h.go.id/"), etag: "\"v1\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
        let page = try #require(await bed.fetcher.fetch(request, permit: { _ in nil }).page)
        #expect(page.status == 304 && page.notModified && page.body.isEmpty)
        #expect(bed.server.log.first?.header("if-modified-since") == "Sun, 06 Nov 1994 08:49:37 GMT")
        await bed.fetcher.shutdown()
    }

    @Test func aNameOutsideTheHostsTableDoesNotExist() async throws {
        let bed = try TestBed([FarmHost("ada.go.id", otherwise: .page("ada"))])
        let failure = try #require(await bed.fetch("http://tiada.go.id/").failure)
        #expect(failure.kind == .dnsNXDomain)
        #expect(failure.dns?.kind == .nxdomain && failure.dns?.host == "tiada.go.id")
        #expect(await bed.fetcher.resolve("tiada.go.id").kind == .nxdomain)
        #expect(await bed.fetcher.resolve("ADA.go.id").addresses == ["127.0.0.1"])
        #expect(bed.server.log.isEmpty)
        await bed.fetcher.shutdown()
    }

    @Test func privateAddressesAreRefusedBeforeAnyPacket() async throws {
        let bed = try TestBed([FarmHost("dalam.go.id", otherwise: .page("rahasia"))]) { $0.allowPrivate = false }
        let failure = try #require(await bed.fetch("http://dalam.go.id/").failure)
        #expect(failure.kind == .forbiddenAddress)
        #expect(failure.dns?.kind == .forbiddenAddress)
        #expect(await bed.fetch("http://169.254.169.254/latest/meta-data").gist == "failure forbidden_address")
        #expect(await bed.fetch("http://[::ffff:127.0.0.1]/").gist == "failure forbidden_address")
        #expect(bed.server.connectionCount == 0)
        await bed.fetcher.shutdown()
    }

    @Test func permitIsAskedBeforeEveryHop() async throws {
        let bed = try TestBed([
            FarmHost("a.go.id", routes: ["/": .redirect("http://b.go.id/larangan")]),
            FarmHost("b.go.id", otherwise: .page("tidak boleh")),
        ])
        let outcome = await bed.fetch("http://a.go.id/") { $0.path == "/larangan" ? .robotsDisallowed : nil }
        #expect(outcome.gist == "failure robots_disallowed")
        #expect(outcome.trail.map(\.status) == [302])
        #expect(bed.server.log(host: "b.go.id").isEmpty)
        #expect(await bed.fetch("http://a.go.id/") { _ in .hostBudgetSpent }.gist == "failure host_budget_spent")
        #expect(bed.server.log(host: "a.go.id").count == 1)
        await bed.fetcher.shutdown()
    }

    @Test func cancellingTheTaskEndsTheTransfer() async throws {
        // However late this task has its turn again: no clock may end the transfer first.
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .hang)]) {
            ($0.timeouts.firstByte, $0.timeouts.stall, $0.timeouts.total) = (3600, 3600, 3600)
        }
        let task = Task { await bed.fetch("http://h.go.id/") }
        while bed.server.log.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value.gist == "failure cancelled")
        #expect(bed.fetcher.counters.inFlight == 0)
        await bed.fetcher.shutdown()
    }

    @Test func afterShutdownEverythingIsCancelled() async throws {
        let bed = try TestBed([FarmHost("h.go.id", otherwise: .page("x"))])
        await bed.fetcher.shutdown()
        #expect(await bed.fetch("http://h.go.id/").gist == "failure cancelled")
        await bed.fetcher.shutdown()
    }
}
