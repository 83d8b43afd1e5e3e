import Detect
import Model
import Rules
import Testing

@Suite("Page kinds")
struct KindReaderTests {
    @Test(arguments: [
        (PageKind.home, "/", "<title>Dinas Contoh</title><h1>Selamat Datang</h1>"),
        (.serviceStandard, "/layanan/standar-pelayanan", "<title>Standar Pelayanan</title><h1>Standar Pelayanan</h1>"),
        (.profile, "/profil/visiMisi", "<title>Visi Misi</title><h1>Visi dan Misi</h1>"),
        (.ppid, "/ppid/informasi-berkala", "<title>Informasi Berkala</title><h1>Informasi Berkala</h1>"),
        (.complaint, "/pengaduan", "<title>Pengaduan</title><h1>Layanan Pengaduan</h1>"),
        (.contact, "/kontak", "<title>Kontak</title><h1>Hubungi Kami</h1>"),
        (.survey, "/skm", "<title>Survei Kepuasan Masyarakat</title><h1>Survei Kepuasan Masyarakat</h1>"),
        (.other, "/galeri", "<title>Galeri</title><h1>Galeri Foto</h1>"),
        (
            .news, "/berita/2024/06/dinas-gelar-rapat",
            "<title>Dinas gelar rapat koordinasi bersama camat</title><h1>Dinas gelar rapat</h1><p>Senin lalu dinas menggelar rapat, ujarnya.</p>"
        ),
    ])
    func kinds(_ kind: PageKind, _ path: String, _ html: String) {
        let text = "<p>" + String(repeating: "Keterangan umum tentang kantor. ", count: 5) + "</p>"
        #expect(TestRules.shared.read(html + text, path: path).kind == kind)
    }

    @Test("A page without a telling address or title is known by its structure")
    func structure() {
        let components = ["Persyaratan", "Prosedur", "Jangka Waktu", "Biaya", "Produk Pelayanan"]
        let html = components.map { "<h3>\($0)</h3><p>Diatur sebagaimana mestinya di kantor.</p>" }.joined()
        #expect(TestRules.shared.read("<title>Halaman</title>" + html, path: "/p/17").kind == .serviceStandard)
    }

    @Test("A line of weights stands in place of a rule's points, and evidence nobody gathers is an error")
    func weights() throws {
        var rules = TestRules.shared.rules
        let place = SourcePlace(file: "t", line: 1, column: 1)
        let evidence = KindEvidence(rules: rules.kinds).names
        #expect(Set(evidence).count == evidence.count)
        let known = Set(evidence + ["always"])
        #expect(rules.kindWeights.allSatisfy { known.contains($0.evidence) })
        rules.kindWeights = [KindWeight(evidence: "always", weights: [.survey: 1000], source: place)]
        let reading = try Detector(rules).read(
            TestRules.page(
                "<title>Kontak</title><h1>Hubungi Kami</h1><p>Kantor dinas melayani masyarakat kecamatan dan kelurahan.</p>"
                    + "<p>Alamat kantor ada di peta.</p>", path: "/kontak"),
            status: 200, isHome: false)
        #expect(reading.kind == .survey)
    }

    @Test("What only pages of service may say is heard where two components are shown, but not in news")
    func shownService() {
        let told = "<p>Berkas didaftarkan di loket, diperiksa petugas, lalu hasilnya dicetak dan diserahkan.</p>"
        let shown =
            "<h4>Persyaratan</h4><ul><li>Fotokopi KTP</li><li>Pas foto 3x4</li></ul><h4>Biaya</h4><p>Rp 25.000</p>"
        let app = "<title>Aplikasi</title><h1>Aplikasi Warga</h1>" + shown + told
        let without = "<title>Aplikasi</title><h1>Aplikasi Warga</h1>" + told
        #expect(TestRules.shared.read(app, path: "/aplikasi").state(of: .prosedur) == .present)
        #expect(TestRules.shared.read(without, path: "/aplikasi").state(of: .prosedur) != .present)
    }
}
