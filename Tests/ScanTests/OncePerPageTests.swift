import Farm
import Model
import Scan
import Testing

/// No page of a site is fetched twice, by whatever way one comes to it, and a repeat round reads only what changed.
@Suite struct OncePerPageTests {
    private static let office = SmallRegion.office(
        "A1", "Dinas Kesehatan", "kesehatan", url: "http://dinkes.ujikab.go.id/")

    private static func page(_ body: String, etag: String? = nil) -> FarmReply {
        let html = "<html lang=\"id\"><title>Dinas Kesehatan</title><h1>Dinas Kesehatan</h1>\(body)</html>"
        return .page(html, etag: etag)
    }

    private static func site(_ tag: String?, extra: String = "") -> FarmHost {
        FarmHost(
            "dinkes.ujikab.go.id",
            routes: [
                "/": page(
                    """
                    <p>Selamat datang di situs resmi Dinas Kesehatan Kabupaten Uji Coba. Kami melayani warga.</p>
                    <nav><a href="/layanan">Standar Pelayanan</a><a href="/persyaratan">Persyaratan</a>
                    <a href="/biaya-tarif">Biaya dan tarif</a><a href="/beranda">Profil</a></nav>\(extra)
                    """),
                "/layanan": page(
                    "<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p><a href=\"/jam-layanan\">Jam layanan</a>", etag: tag
                ),
                "/jam-layanan": page("<h2>Jam layanan</h2><p>Senin - Jumat 08.00 - 15.00 WIB</p>", etag: tag),
                "/persyaratan": .redirect("/layanan"), "/biaya-tarif": .redirect("/layanan#biaya"),
                "/beranda": .redirect("/"),
            ])
    }

    @Test func redirectsToPagesThatAreReadAreNotFollowed() async throws {
        let region = try SmallRegion([SmallRegion.portalHost, Self.site(nil)])
        let snapshot = try await region.round([SmallRegion.portal, Self.office])
        let office = try #require(snapshot.offices.first)
        let paths = region.farm.log(host: "dinkes.ujikab.go.id").map(\.target)
        for path in ["/layanan", "/jam-layanan"] {
            #expect(paths.count { $0 == path } == 1, "\(path) is fetched once, of \(paths)")
        }
        let record = try #require(try await region.store.record(of: "A1", in: snapshot.scan.id))
        // The other ways to the page are known as such.
        let layanan = record.pages.filter { $0.address.path == "/layanan" }
        #expect(Set(layanan.map(\.sha256)).count == 1)
        #expect(layanan.contains { $0.requested.path != "/layanan" })
        #expect(office.verdict.items.first { $0.item == .biaya }?.state == .present)
    }

    @Test(arguments: ["\"v1\"", nil])
    func anUnchangedPageSaysTheSameInTheNextRound(_ tag: String?) async throws {
        let region = try SmallRegion([SmallRegion.portalHost, Self.site(tag)])
        let list = [SmallRegion.portal, Self.office]
        let first = try await region.round(list, at: "2026-03-02T01:00:00Z")
        let second = try await region.round(list, at: "2026-03-09T01:00:00Z")
        #expect(first.offices[0].verdict.items.map(\.state) == second.offices[0].verdict.items.map(\.state))
        let before = try #require(try await region.store.record(of: "A1", in: first.scan.id))
        let after = try #require(try await region.store.record(of: "A1", in: second.scan.id))
        let pages = { (record: SiteRecord) in
            record.pages.sorted { $0.requested < $1.requested }.map {
                "\($0.requested) \($0.sha256) \($0.bytes) \($0.reading)"
            }
        }
        #expect(pages(before) == pages(after), "the same pages with the same readings")
        #expect(after.pages.contains { $0.exchange?.notModified == true } == (tag != nil))
        #expect(after.pages.allSatisfy { $0.status == 200 && $0.contentType.hasPrefix("text/html") && $0.bytes > 0 })
    }

    /// With many sites open at once readings lie packed until their office is judged.
    @Test func aCrowdOfSitesSaysTheSame() async throws {
        var pages: [[String]] = []
        for concurrency in [8, 300] {
            let region = try SmallRegion([SmallRegion.portalHost, Self.site(nil)])
            let snapshot = try await region.round([SmallRegion.portal, Self.office], concurrency: concurrency)
            let record = try #require(try await region.store.record(of: "A1", in: snapshot.scan.id))
            pages.append(
                record.pages.sorted { $0.requested < $1.requested }.map { "\($0.requested) \($0.sha256) \($0.reading)" }
            )
        }
        #expect(pages[0] == pages[1])
        #expect(pages[0].contains { $0.contains("Tidak dipungut biaya") })
    }
}
