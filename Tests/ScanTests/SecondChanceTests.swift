import Farm
import Model
import Scan
import Synchronization
import Testing

/// What failed by a bad moment is asked again, and what is doubtful is said as doubtful.
@Suite struct SecondChanceTests {
    static let dinkes = SmallRegion.office("A1", "Dinas Kesehatan", "kesehatan", url: "http://dinkes.ujikab.go.id/")

    /// A site that resets the first request for each of these paths.
    private func stumbling(_ host: String, _ name: String, at paths: Set<String>) -> FarmHost {
        let site = SmallRegion.site(host, name)
        let asked = Mutex<Set<String>>([])
        return FarmHost(host) { request in
            let isFirst = asked.withLock { $0.insert(request.path).inserted }
            if isFirst, paths.contains(request.path) { return .reset() }
            return site.routes[request.path] ?? .status(404)
        }
    }

    @Test func aPageThatFailedOnceIsReadInTheSamePass() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, stumbling("dinkes.ujikab.go.id", "Dinas Kesehatan", at: ["/layanan", "/kontak"]),
        ])
        let office = try #require(
            try await region.round([SmallRegion.portal, Self.dinkes], secondPass: false).offices.first)
        #expect(office.verdict.status == .active)
        #expect(office.pagesRead == 3)
        #expect(office.verdict.items.first { $0.item == .biaya }?.state == .present)
    }

    @Test func aPortalThatFailedOnceIsReadAgain() async throws {
        let asked = Mutex(0)
        let site = SmallRegion.site("kantor7.ujikab.go.id", "Dinas Sosial")
        let region = try SmallRegion([
            FarmHost("ujikab.go.id") { _ in
                let isFirst = asked.withLock { count in
                    count += 1
                    return count <= 2
                }
                return isFirst
                    ? .reset()
                    : .page(
                        "<!doctype html><html lang=\"id\"><head><title>Pemerintah Kabupaten Uji Coba</title></head><body><h1>Pemerintah Kabupaten Uji Coba</h1><p>Portal resmi.</p><ul><li><a href=\"http://kantor7.ujikab.go.id/\">Dinas Sosial</a></li></ul></body></html>"
                    )
            }, site,
        ])
        let dinsos = SmallRegion.office("A2", "Dinas Sosial", "sosial")
        let snapshot = try await region.round([SmallRegion.portal, dinsos])
        let log = region.farm.log.map { $0.host + $0.target }
        #expect(snapshot.offices.map(\.verdict.status) == [.active], "\(log)")
    }

    @Test func aGuessOutsideGoIDIsASuspectAndNoSite() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinsosujikab.web.id", "Dinas Sosial Kabupaten Uji Coba"),
        ])
        var dinsos = SmallRegion.office("A2", "Dinas Sosial", "sosial")
        dinsos.extra["url_dugaan"] = "http://dinsosujikab.web.id/"
        let office = try #require(try await region.round([SmallRegion.portal, dinsos]).offices.first)
        #expect(office.verdict.status == .missing)
        #expect(office.suspects.map(\.host) == ["dinsosujikab.web.id"])
    }

    @Test func aBlogThatNamesTheNewAddressLeadsThere() async throws {
        let region = try SmallRegion([
            SmallRegion.portalHost, SmallRegion.site("dinsos.ujikab.go.id", "Dinas Sosial"),
            FarmHost(
                "dinsosuji.blogspot.com",
                routes: [
                    "/": .page(
                        "<title>Dinas Sosial Kabupaten Uji Coba</title><h1>Dinas Sosial Kabupaten Uji Coba</h1><p>Kami pindah ke <a href=\"http://dinsos.ujikab.go.id/\">alamat baru</a>.</p>"
                    )
                ]),
        ])
        let listed = SmallRegion.office("A2", "Dinas Sosial", "sosial", url: "http://dinsosuji.blogspot.com/")
        let office = try #require(try await region.round([SmallRegion.portal, listed]).offices.first)
        #expect(office.verdict.status == .active)
        #expect(office.verdict.finalAddress?.host == "dinsos.ujikab.go.id")
    }

    @Test func theSharedPortalOfThePuskesmasIsNoOffice() async throws {
        let region = try SmallRegion([SmallRegion.portalHost])
        let row = SmallRegion.office(
            "PP", "Portal Puskesmas", "puskesmas-portal", url: "http://puskesmas.ujikab.go.id/")
        await #expect(throws: ScanError.self) { try await region.round([SmallRegion.portal, row]) }
        let centre = SmallRegion.office("A3", "Puskesmas Sukamaju", "puskesmas")
        let snapshot = try await region.round([SmallRegion.portal, row, centre])
        #expect(snapshot.offices.map(\.target.code) == ["A3"])
    }
}
