import Farm
import Model
import Testing

/// An office whose own address does not exist, in a region whose portal could not be read: the portal may hold its pages
/// or name its site, so an absence is a presumption, however often and on however many days it was met.
@Suite struct UnreadPortalTests {
    private static let offices = [
        SmallRegion.office("A", "Dinas Sosial", "sosial", url: "http://dinsos.ujikab.go.id/"),
        SmallRegion.office("B", "Dinas Kesehatan", "kesehatan"),
        SmallRegion.office("C", "Kecamatan Uji Timur", "kecamatan", url: "https://www.facebook.com/kecamatanujitimur"),
    ]

    static let portals: [(String, FarmReply)] = [
        ("resets", .script([.reset])), ("closes", .script([.close])),
        ("403", .page("<h1>Forbidden</h1>", status: 403)), ("500", .page("<h1>Galat</h1>", status: 500)),
        ("503", .page("<h1>Sebentar</h1>", status: 503)),
        ("a challenge", .page("<title>Just a moment...</title><h1>Checking your browser before accessing</h1>")),
        ("suspended", .page("<title>Account Suspended</title><h1>This Account has been suspended.</h1>")),
        ("sends on without end", .redirect("/", status: 302)),
        (
            "a shell of scripts",
            .page("<title>Portal</title><div id=\"app\"></div><script src=\"/app.js\"></script>")
        ),
    ]

    private static let days = ["2026-03-02T01:00:00Z", "2026-03-03T01:00:00Z"]

    @Test(arguments: portals)
    func noAbsenceIsProven(name: String, reply: FarmReply) async throws {
        let region = try SmallRegion([
            FarmHost("ujikab.go.id", otherwise: reply), FarmHost("www.ujikab.go.id", otherwise: reply),
        ])
        for day in Self.days {
            let snapshot = try await region.round([SmallRegion.portal] + Self.offices, at: day)
            for office in snapshot.offices where office.target.code != "P" {
                #expect(!office.verdict.proof.proven, "\(name), \(day): \(office.target.name)")
                #expect(office.verdict.items.allSatisfy { $0.state == .unknown })
            }
        }
    }

    /// What does not exist lists no office, so the status is said; it was not read either, so no machine proves it.
    @Test func behindANameThatDoesNotExistNothingIsProven() async throws {
        let region = try SmallRegion([FarmHost("lain.go.id", otherwise: .page("<h1>Lain</h1>"))])
        for day in Self.days {
            let snapshot = try await region.round([SmallRegion.portal] + Self.offices, at: day)
            let office = try #require(snapshot.offices.first { $0.target.code == "B" })
            #expect(office.verdict.status == .missing, "\(office.verdict.reason)")
            #expect(!office.verdict.proof.proven)
        }
    }

    @Test func behindAPortalThatWasReadItIs() async throws {
        let region = try SmallRegion([SmallRegion.portalHost])
        var proven: [String: Bool] = [:]
        for day in Self.days {
            let snapshot = try await region.round([SmallRegion.portal] + Self.offices, at: day)
            for office in snapshot.offices { proven[office.target.code] = office.verdict.proof.proven }
        }
        #expect(proven["A"] == true, "two days, four tries, a portal that was read: the same silence is proof")
    }
}
