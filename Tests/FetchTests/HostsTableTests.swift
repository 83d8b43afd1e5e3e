import Testing

@testable import Fetch

@Suite struct HostsTableTests {
    @Test func readsHostsSyntax() throws {
        let table = try HostsTable(
            text: "# komentar\n127.0.0.1\tA.go.id b.go.id # ekor\n\n::1 a.go.id.\n127.0.0.1 a.go.id\r\n")
        #expect(table.addresses(of: "a.GO.id") == ["127.0.0.1", "::1"])
        #expect(table.addresses(of: "b.go.id.") == ["127.0.0.1"])
        #expect(table.addresses(of: "c.go.id") == nil)
        #expect(table.names == ["a.go.id", "b.go.id"])
    }

    @Test func namesTheWrongLine() {
        #expect(throws: FetchError.badHostsLine(file: "f", line: 2, "'bukan' is no IP address")) {
            try HostsTable(text: "127.0.0.1 a\nbukan b\n", file: "f")
        }
        #expect(throws: FetchError.badHostsLine(file: "f", line: 1, "no name")) {
            try HostsTable(text: "127.0.0.1 # a", file: "f")
        }
        #expect(throws: FetchError.unreadableFile("/tidak/ada")) { try HostsTable(file: "/tidak/ada") }
    }
}

@Suite struct ConnectToTests {
    @Test func readsCurlSyntax() {
        #expect(
            ConnectTo("A.go.id:443:127.0.0.1:8443")
                == ConnectTo(host: "a.go.id", port: 443, toHost: "127.0.0.1", toPort: 8443))
        #expect(ConnectTo("::[::1]:8080") == ConnectTo(toHost: "[::1]", toPort: 8080))
        #expect(ConnectTo(":80::8080") == ConnectTo(port: 80, toPort: 8080))
        for wrong in ["", "a:b", "a:x:b:1", "a:1:b:99999", "[::1:1:b:1", "a:1:b:2:c"] {
            #expect(ConnectTo(wrong) == nil)
        }
    }

    @Test func theFirstRuleThatFitsDecidesTheRoute() {
        var settings = FetchSettings()
        settings.connectTo = [ConnectTo("a.go.id:443:b.go.id:8443"), ConnectTo(":80::8080")].compactMap { $0 }
        let first = Route(.literal("https://a.go.id/"), settings: settings)
        #expect(first.host == "b.go.id" && first.port == 8443 && first.connectTo == "a.go.id:443:b.go.id:8443")
        #expect(!first.ownNameDecides)
        let second = Route(.literal("http://c.go.id/"), settings: settings)
        #expect(second.host == "c.go.id" && second.port == 8080)
        #expect(
            second.resolveEntry([IPAddress("1.2.3.4"), IPAddress("2001:500::1")].compactMap { $0 })
                == "c.go.id:8080:1.2.3.4,[2001:500::1]")
        #expect(Route(.literal("https://c.go.id/"), settings: settings).connectTo == nil)
        settings.dnsServers = ["127.0.0.1"]
        #expect(Route(.literal("https://a.go.id/"), settings: settings).ownNameDecides)
    }

    @Test func settingsThatCannotWorkAreNamed() {
        var settings = FetchSettings()
        settings.dnsServers = ["127.0.0.1:5353", "8.8.8.8", "[::1]:53", "::1"]
        #expect(throws: Never.self) { try settings.check() }
        settings.dnsServers = ["dns.google"]
        #expect(throws: FetchError.badNameServer("dns.google")) { try settings.check() }
    }
}
