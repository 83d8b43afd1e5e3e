import Testing

@testable import Farm

@Suite struct FarmServerTests {
    @Test func servesByHostHeader() throws {
        let server = try FarmServer(hosts: [
            FarmHost("satu.test", routes: ["/": .page("satu")]), FarmHost("Dua.test", routes: ["/": .page("dua")]),
        ])
        #expect(try FarmClient.get(server, "satu.test", "/").body == "satu")
        #expect(try FarmClient.get(server, "DUA.test:\(server.port)", "/").body == "dua")
        #expect(try FarmClient.get(server, "tiga.test", "/").status == 404)
    }

    @Test func targetWinsOverPathAndHandlerComesLast() throws {
        let host = FarmHost("a.test", routes: ["/a": .page("jalan"), "/a?b=1": .page("target")]) {
            .page("handler \($0.path)")
        }
        let server = try FarmServer(hosts: [host])
        #expect(try FarmClient.get(server, "a.test", "/a?b=1").body == "target")
        #expect(try FarmClient.get(server, "a.test", "/a?b=2").body == "jalan")
        #expect(try FarmClient.get(server, "a.test", "/x?y").body == "handler /x")
    }

    @Test func oneConnectionServesSeveralRequests() throws {
        let server = try FarmServer(hosts: [FarmHost("a.test", handler: { .page($0.target) })])
        let client = try FarmClient(server)
        for path in ["/1", "/2", "/3"] {
            client.ask("a.test", path)
            #expect(client.receive { $0.isWhole() }.body == path)
        }
        #expect(server.log.map(\.connection) == [1, 1, 1])
        #expect(server.connectionCount == 1)
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() throws {
        let server = try FarmServer(hosts: [FarmHost("a.test", handler: { .page($0.target) })])
        let client = try FarmClient(server)
        client.send("GET /1 HTTP/1.1\r\nHost: a.test\r\n\r\nGET /2 HTTP/1.1\r\nHost: a.test\r\n\r\n")
        let seen = client.receive { $0.text.hasSuffix("/2") }
        #expect(seen.text.contains("/1HTTP/1.1 200"))
    }

    @Test func logKeepsTheRequestsOfAHost() throws {
        let server = try FarmServer(hosts: [FarmHost("a.test"), FarmHost("b.test")])
        _ = try FarmClient.get(server, "a.test", "/x", headers: "User-Agent: Ronda\r\n")
        _ = try FarmClient.get(server, "b.test", "/y")
        #expect(server.log(host: "a.test").map(\.target) == ["/x"])
        #expect(server.log.first?.header("user-agent") == "Ronda")
        #expect(server.log.map(\.address) == ["127.0.0.1", "127.0.0.1"])
    }

    @Test func tlsHelloGets400() throws {
        let server = try FarmServer(hosts: [])
        let client = try FarmClient(server)
        let hello: [UInt8] = [0x16, 3, 1, 0, 5, 1, 0, 0, 1, 3]
        _ = client.socket.write(hello, from: 0, atMost: hello.count)
        #expect(client.receive().status == 400)
    }

    @Test func oneServerListensOnSeveralAddresses() throws {
        let hosts = [FarmHost("a.test"), FarmHost("b.test", address: "127.9.0.2", otherwise: .page("b"))]
        let server = try FarmServer(addresses: ["127.9.0.1", "127.9.0.2"], hosts: hosts)
        let client = try FarmClient(server, address: "127.9.0.2")
        client.ask("b.test", "/")
        #expect(client.receive { $0.isWhole() }.body == "b")
        #expect(server.peakConnections(address: "127.9.0.2") == 1)
        #expect(server.peakConnections(address: "127.9.0.1") == 0)
        #expect(server.hostsTable == "127.9.0.1 a.test\n127.9.0.2 b.test\n")
        #expect(server.connectTo == [":80::\(server.port)"])
    }

    @Test func stoppedServerRefuses() throws {
        let server = try FarmServer(hosts: [])
        server.stop()
        server.stop()
        #expect(throws: FarmError.self) { try FarmClient(server) }
    }

    @Test func serverStopsWhenNobodyHoldsIt() throws {
        var server: FarmServer? = try FarmServer(hosts: [FarmHost("a.test", otherwise: .hang)])
        let client = try #require(try server.map { try FarmClient($0, holding: false) })
        client.ask("a.test", "/")
        server = nil
        // Orderly or by reset, depending on whether the request had been read; still open would be the fault.
        #expect(client.receive().end != .wouldBlock)
    }

    @Test func closedPortRefuses() throws {
        let closed = try FarmClosedPort()
        #expect(throws: FarmError.self) { try FarmSocket.connected(address: "127.0.0.1", port: closed.port) }
    }

    @Test(arguments: ["0.0.0.0", "192.168.1.1", "127.x"]) func staysOnLoopback(address: String) {
        #expect(throws: FarmError.self) { try FarmServer(address: address, hosts: []) }
    }

    @Test func openingIsPlayedBeforeAnyRequest() throws {
        let server = try FarmServer(
            address: "127.0.0.1", hosts: [], opening: [.send(Array("SSH-2.0\r\n".utf8)), .close])
        #expect(try FarmClient(server).receive().text == "SSH-2.0\r\n")
    }

    @Test func manyConnectionsAtOnce() throws {
        let server = try FarmServer(hosts: [FarmHost("a.test", otherwise: .page("ya"))])
        let clients = try (0..<300).map { _ in try FarmClient(server) }
        for client in clients { client.ask("a.test", "/") }
        for client in clients { #expect(client.receive { $0.isWhole() }.body == "ya") }
        #expect(server.peakConnections() == 300)
        clients.forEach { $0.socket.close() }
    }
}
