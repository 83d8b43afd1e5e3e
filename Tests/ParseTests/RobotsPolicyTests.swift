import Model
import Testing

@testable import Parse

@Suite struct RobotsPolicyTests {
    private func allows(_ body: String, _ target: String, agent: String = "RondaBot") throws -> Bool {
        let address = try #require(WebAddress("https://x.go.id" + target))
        return RobotsPolicy(body: Array(body.utf8)).allows(agent: agent, address: address)
    }

    @Test(arguments: [
        ("/admin", "/admin/x", false), ("/admin/", "/admin", true), ("/Admin", "/admin", true), ("/", "/", false),
        ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x=1", true), ("/a*c*e", "/abcde", false),
        ("/a*c*e", "/abde", true), ("/a$", "/a", false), ("/a$", "/ab", true), ("*", "/x", false),
        ("/a$b", "/a$b", false),
        ("/**", "/x", false), ("/*$", "/x/y", false), ("/cari?q=", "/cari?q=ktp", false), ("", "/x", true),
    ])
    func patterns(_ pattern: String, _ target: String, _ allowed: Bool) throws {
        #expect(try allows("User-agent: *\nDisallow: \(pattern)\n", target) == allowed)
    }

    @Test(arguments: [
        ("/%7Euser", "/~user"), ("/~user", "/%7euser"), ("/a%3cd", "/a%3Cd"), ("/pelayanan/ü", "/pelayanan/%C3%BC"),
        ("/%2A", "/*"), ("/a%2fb", "/a%2Fb"), ("/%41", "/A"),
    ])
    func spellingsOfOnePath(_ pattern: String, _ target: String) throws {
        #expect(try !allows("User-agent: *\nDisallow: \(pattern)\n", target))
    }

    @Test func anEscapedSlashIsNoSlash() throws {
        #expect(try allows("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"))
        #expect(try allows("User-agent: *\nDisallow: /%2A/x\n", "/a/x"))
    }

    @Test func theLongestPatternDecidesAndAllowWinsATie() throws {
        let body = "User-agent: *\nDisallow: /\nAllow: /publik\nDisallow: /publik/draf\nAllow: /sama\nDisallow: /sama\n"
        #expect(try allows(body, "/publik/a"))
        #expect(try !allows(body, "/publik/draf/1"))
        #expect(try allows(body, "/sama"))
        #expect(try !allows(body, "/lain"))
    }

    @Test func ownGroupsAreMergedAndReplaceThoseOfEverybody() throws {
        let body =
            "User-agent: *\nDisallow: /\n\nUser-agent: rondabot/1.2\nDisallow: /a\n\nUSER-AGENT: RONDABOT\nDisallow: /b\n"
        #expect(try !allows(body, "/a"))
        #expect(try !allows(body, "/b"))
        #expect(try allows(body, "/c"))
        #expect(try !allows(body, "/c", agent: "lain"))
        #expect(try !allows(body, "/c", agent: "ronda"))
    }

    @Test func otherLinesDoNotEndTheListOfAgents() throws {
        let body = "User-agent: a\nSitemap: https://x.go.id/s.xml\nCrawl-delay: 3\nUser-agent: b\nDisallow: /x\n"
        #expect(try !allows(body, "/x", agent: "a"))
        #expect(try !allows(body, "/x", agent: "b"))
        let policy = RobotsPolicy(body: Array(body.utf8))
        #expect(policy.crawlDelay(agent: "a") == 3)
        #expect(policy.crawlDelay(agent: "b") == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndings(_ end: String) throws {
        let body = ["\u{FEFF}User-agent: * # semua", "  disallow :  /x\t", "Disallow /y"].joined(separator: end)
        #expect(try !allows(body, "/x"))
        #expect(try allows(body, "/y"))
    }

    @Test(arguments: [("10", 10.0), ("0.5", 0.5), ("sepuluh", nil), ("-1", nil), ("inf", nil), ("", nil)])
    func delays(_ value: String, _ seconds: Double?) {
        let policy = RobotsPolicy(body: Array("User-agent: *\nCrawl-delay: \(value)\n".utf8))
        #expect(policy.crawlDelay(agent: "RondaBot") == seconds)
    }

    @Test func sitemapsBelongToNobody() {
        let body = "sitemap: https://x.go.id/1.xml\nUser-agent: lain\nDisallow: /\nSITEMAP:/2.xml#x\nSitemap:\n"
        #expect(RobotsPolicy(body: Array(body.utf8)).sitemaps == ["https://x.go.id/1.xml", "/2.xml"])
    }

    @Test func robotsItselfMayAlwaysBeRead() throws {
        #expect(try allows("User-agent: *\nDisallow: /\n", "/robots.txt"))
    }

    @Test func linesPastTheLimitDoNotCount() throws {
        let padding = String(repeating: "# isi\n", count: RobotsPolicy.byteLimit / 6 + 1)
        #expect(try allows(padding + "User-agent: *\nDisallow: /\n", "/x"))
        #expect(try !allows("User-agent: *\nDisallow: /\n" + padding, "/x"))
    }

    /// A pattern of many stars must not take the time of all their combinations.
    @Test(.timeLimit(.minutes(1))) func manyStarsStayCheap() throws {
        let pattern = "/" + String(repeating: "a*", count: 2000) + "b"
        #expect(try allows("User-agent: *\nDisallow: \(pattern)\n", "/" + String(repeating: "a", count: 4000)))
    }

    @Test func bytesThatAreNoTextAreNoDanger() {
        let policy = RobotsPolicy(body: (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 97) })
        #expect(policy.sitemaps.isEmpty)
    }
}
