import Testing

@testable import Farm

/// Every behaviour, seen by a client of raw bytes.
@Suite struct FarmBehaviourTests {
    private func server(_ reply: FarmReply) throws -> FarmServer {
        try FarmServer(hosts: [FarmHost("a.test", otherwise: reply)])
    }

    private func answer(_ reply: FarmReply, headers: String = "") throws -> FarmClient.Answer {
        try FarmClient.get(server(reply), "a.test", "/", headers: headers)
    }

    private func timed(_ reply: FarmReply) throws -> (Duration, String) {
        let server = try server(reply)
        var body = ""
        let spent = try ContinuousClock().measure { body = try FarmClient.get(server, "a.test", "/").body }
        return (spent, body)
    }

    @Test func pageHasStatusHeadersAndBody() throws {
        let seen = try answer(.page("<p>isi</p>", status: 403, headers: [(name: "Server", value: "LiteSpeed")]))
        #expect(seen.status == 403)
        #expect(seen.head.contains("Server: LiteSpeed"))
        #expect(seen.head.contains("Content-Type: text/html; charset=utf-8"))
        #expect(seen.body == "<p>isi</p>")
    }

    @Test func sameETagIsNotSentAgain() throws {
        let page = FarmReply.page("isi", etag: "\"v1\"")
        let seen = try answer(page, headers: "If-None-Match: \"v1\"\r\n")
        #expect(seen.status == 304)
        #expect(seen.body.isEmpty)
        #expect(try answer(page, headers: "If-None-Match: \"v0\"\r\n").body == "isi")
    }

    @Test func redirectSaysWhere() throws {
        let seen = try answer(.redirect("http://b.test/x", status: 301))
        #expect(seen.status == 301)
        #expect(seen.head.contains("Location: http://b.test/x"))
    }

    @Test func headHasNoBody() throws {
        let server = try server(.page("isi"))
        let seen = try FarmClient.get(server, "a.test", "/", method: "HEAD")
        #expect(seen.head.contains("Content-Length: 3"))
        #expect(seen.body.isEmpty)
    }

    @Test func gzipBodyGoesOutAsGiven() throws {
        let seen = try answer(.gzip([0x1F, 0x8B, 8, 0]))
        #expect(seen.head.contains("Content-Encoding: gzip"))
        #expect(Array(seen.bytes.suffix(4)) == [0x1F, 0x8B, 8, 0])
    }

    @Test func chunkedBodyIsFramedInChunks() throws {
        let client = try FarmClient(server(.chunked("abcdefg", size: 3)))
        client.ask("a.test", "/")
        let seen = client.receive { $0.text.hasSuffix("0\r\n\r\n") }
        #expect(seen.body == "3\r\nabc\r\n3\r\ndef\r\n1\r\ng\r\n0\r\n\r\n")
    }

    @Test func delayComesBeforeTheFirstByte() throws {
        let (spent, body) = try timed(.page("lambat").delayed(milliseconds: 120))
        #expect(body == "lambat")
        #expect(spent >= .milliseconds(115))
    }

    @Test func slowHostsDoNotWaitForEachOther() throws {
        let server = try server(.page("lambat").delayed(milliseconds: 1500))
        let clients = try (0..<8).map { _ in try FarmClient(server) }
        let spent = ContinuousClock().measure {
            for client in clients { client.ask("a.test", "/") }
            for client in clients { #expect(client.receive { $0.isWhole() }.body == "lambat") }
        }
        #expect(spent < .seconds(8))
        #expect(server.peakRequests(host: "a.test") == 8)
        #expect(server.peakConnections() == 8)
    }

    @Test func dripKeepsItsRate() throws {
        let body = String(repeating: "x", count: 100)
        let (spent, seen) = try timed(.page(body).dripped(bytesPerSecond: 400))
        #expect(seen == body)
        #expect(spent >= .milliseconds(180))
    }

    @Test func earlyEndBreaksThePromise() throws {
        let seen = try answer(.closesEarly("separuh", claimed: 900))
        #expect(seen.head.contains("Content-Length: 900"))
        #expect(seen.body == "separuh")
        #expect(seen.end == .ended)
    }

    @Test(arguments: [0, 20]) func resetIsAReset(after count: Int) throws {
        let seen = try answer(.reset(after: Array(repeating: 65, count: count)))
        // 104 is ECONNRESET; bytes sent before a reset may or may not arrive.
        #expect(seen.end == .failed(104))
    }

    @Test func emptyReplyEndsWithoutAByte() throws {
        let seen = try answer(.emptyReply)
        #expect(seen.bytes.isEmpty)
        #expect(seen.end == .ended)
    }

    @Test func garbageIsNoHTTP() throws {
        let seen = try answer(.garbage)
        #expect(seen.bytes.count == 512)
        #expect(!seen.text.hasPrefix("HTTP/"))
    }

    @Test func rawBytesAreExact() throws {
        #expect(try answer(.raw(Array("HTTP/9 abc\n".utf8))).text == "HTTP/9 abc\n")
    }

    @Test func hugeHeadersAreHuge() throws {
        #expect(try answer(.hugeHeaders(count: 30, size: 8000)).head.utf8.count > 240_000)
    }

    @Test func endlessBodyKeepsComing() throws {
        let client = try FarmClient(server(.endless()))
        client.ask("a.test", "/")
        let seen = client.receive { $0.bytes.count > 5_000_000 }
        #expect(seen.bytes.count > 5_000_000)
        client.socket.close()
    }

    @Test func endlessHeadersNeverReachTheBody() throws {
        let client = try FarmClient(server(.endlessHeaders))
        client.ask("a.test", "/")
        #expect(!client.receive { $0.bytes.count > 500_000 }.text.contains("\r\n\r\n"))
    }

    @Test func interimStormEndsInThePage() throws {
        let client = try FarmClient(server(.interimStorm(count: 300, then: "akhir")))
        client.ask("a.test", "/")
        let seen = client.receive { $0.text.hasSuffix("akhir") }
        #expect(seen.text.split(separator: "HTTP/1.1 103").count == 300)
        #expect(seen.text.contains("HTTP/1.1 200 OK"))
    }

    @Test func hangSaysNothingUntilTheServerStops() throws {
        let server = try server(.hang)
        let client = try FarmClient(server)
        client.ask("a.test", "/")
        let other = try FarmClient(server)
        other.send("BUKAN HTTP\r\n\r\n")
        #expect(other.receive().status == 400)
        server.stop()
        let seen = client.receive()
        #expect(seen.bytes.isEmpty)
        #expect(seen.end != .wouldBlock)
    }
}
