import Model
import Rules
import Testing

@testable import Discovery

/// Registers, doors and headlines: where to look, and where not.
@Suite struct PlacesToLookTests {
    @Test func aRegisterNamesHostsByCodeAndByLabel() {
        func host(_ name: String, _ office: String? = nil) -> RegisteredHost {
            RegisteredHost(address: WebAddress("https://\(name)/")!, office: office, origin: "r.csv baris 2")
        }
        let register = HostRegister(
            Samples.book,
            hosts: [
                host("laman7.kuburayakab.go.id", "61.12.7"), host("dinkes.kuburayakab.go.id"),
                host("dinkes.sanggau.go.id"), host("bpbd.kuburayakab.go.id"),
            ])
        var target = Samples.target("Dinas Kesehatan", "kesehatan")
        target.code = "61.12.7"
        let found = register.candidates(for: target)
        #expect(found.map(\.address.host) == ["laman7.kuburayakab.go.id", "dinkes.kuburayakab.go.id"])
        #expect(found.allSatisfy { $0.reason == .register && $0.detail == "r.csv baris 2" })
    }

    static let scripts: [(String, String?)] = [
        ("<script>window.location.href = \"/home\";</script>", "https://a.go.id/home"),
        ("<script>location.replace('https://b.go.id/x')</script>", "https://b.go.id/x"),
        ("<script>document.location = `http://b.go.id/`</script>", "http://b.go.id/"),
        ("<script>var lokasi = 'kantor'; if (location.hash) {}</script>", nil),
        ("<script>location.href='#atas'</script>", nil),
    ]

    @Test(arguments: scripts)
    func aScriptThatSendsOnIsADoor(_ html: String, _ target: String?) {
        let page = ParsedPage(address: WebAddress("https://a.go.id/")!)
        let ways = FrontDoor.ways(on: page, body: Array(html.utf8), textLength: 10)
        #expect(ways.map(\.description) == (target.map { [$0] } ?? []))
        #expect(FrontDoor.ways(on: page, body: Array(html.utf8), textLength: 900).isEmpty, "content is no door")
    }

    static let headlines: [(String, Bool)] = [
        ("Dinas Kesehatan Gelar Vaksinasi Massal", true),
        ("Bupati Lantik Kepala Dinas Kesehatan Baru di Pendopo", true),
        ("Dinas Kesehatan", false), ("Profil Dinas Kesehatan Kabupaten Kubu Raya", false),
        ("Tugas Pokok dan Fungsi Dinas Kesehatan", false), ("DINKES", false),
        ("Dinas Kesehatan - Struktur Organisasi", false),
    ]

    @Test(arguments: headlines)
    func aHeadlineIsNoPlaceOfTheOffice(_ text: String, _ expected: Bool) {
        #expect(Headline.isOne(text, about: ["dinas", "kesehatan", "kubu", "raya"]) == expected)
    }
}
