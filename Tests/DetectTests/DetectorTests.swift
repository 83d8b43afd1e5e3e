import Detect
import Model
import Testing

@Suite("A page, read whole")
struct DetectorTests {
    private static let standard = """
        <html><head><title>Standar Pelayanan Legalisasi - Dinas Contoh</title></head><body>
        <nav><a href="/">Beranda</a><a href="/pengaduan">Pengaduan</a></nav>
        <main><h1>Standar Pelayanan Legalisasi Ijazah</h1>
        <table>
        <tr><th>No</th><th>Komponen</th><th>Uraian</th></tr>
        <tr><td>1</td><td>Dasar Hukum</td><td>Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik</td></tr>
        <tr><td>2</td><td>Persyaratan</td><td>Fotokopi ijazah dan KTP asli</td></tr>
        <tr><td>3</td><td>Sistem, Mekanisme dan Prosedur</td>
            <td>1. Pemohon menyerahkan berkas<br>2. Petugas memeriksa berkas<br>3. Pemohon menerima legalisasi</td></tr>
        <tr><td>4</td><td>Jangka Waktu</td><td>15 menit</td></tr>
        <tr><td>5</td><td>Biaya/Tarif</td><td>Tidak dipungut biaya</td></tr>
        <tr><td>6</td><td>Produk Pelayanan</td><td>Legalisasi ijazah</td></tr>
        <tr><td>7</td><td>Kompetensi Pelaksana</td><td>Minimal SMA, menguasai komputer</td></tr>
        <tr><td>8</td><td>Pengaduan</td><td>WhatsApp 0812-9988-7766</td></tr>
        <tr><td>9</td><td>Jumlah Pelaksana</td><td>2 orang</td></tr>
        <tr><td>10</td><td>Jaminan Pelayanan</td><td>...</td></tr>
        </table></main>
        <footer><p>Jl. Ahmad Yani No. 1</p><p>Senin - Jumat 08.00 - 15.00 WIB</p></footer></body></html>
        """

    @Test(
        "Every component of a label and value table",
        arguments: [
            ItemKey.dasarHukum, .persyaratan, .prosedur, .jangkaWaktu, .biaya, .produk, .kompetensiPelaksana,
            .pengaduan,
            .jumlahPelaksana, .jamLayanan, .kontakAlamat,
        ])
    func present(_ item: ItemKey) {
        #expect(TestRules.shared.read(Self.standard, path: "/standar-pelayanan").state(of: item) == .present)
    }

    @Test("What is only a label is not present, what is not there is absent")
    func notPresent() {
        let reading = TestRules.shared.read(Self.standard, path: "/standar-pelayanan")
        #expect(reading.state(of: .jaminanPelayanan) != .present)
        #expect(reading.state(of: .maklumat) == .absent)
        #expect(reading.kind == .serviceStandard)
        #expect(reading.condition == .normal)
    }

    @Test("A finding quotes the page and says where the words stand")
    func evidence() throws {
        let reading = TestRules.shared.read(Self.standard, path: "/standar-pelayanan")
        let finding = try #require(reading.findings.first { $0.item == .jangkaWaktu && $0.state == .present })
        #expect(finding.quotation == "15 menit")
        #expect(finding.place.contains("tabel 1 baris 5"))
        #expect(finding.rule == "jangka_waktu.under-heading")
        #expect(!finding.imageOnly)
    }

    @Test("A menu link is weaker than an empty heading, a link in the text is stronger")
    func order() {
        let menu = "<nav><a href='/m'>Maklumat Pelayanan</a></nav>"
        let empty = "<h1>Maklumat Pelayanan</h1><p>...</p>"
        let link = "<p><a href='/maklumat.pdf'>Maklumat Pelayanan</a></p>"
        #expect(TestRules.shared.read(menu + "<p>Teks pembuka halaman ini.</p>").state(of: .maklumat) == .linked)
        #expect(TestRules.shared.read(menu + empty).state(of: .maklumat) == .empty)
        #expect(TestRules.shared.read(menu + "<h1>Beranda</h1>" + link).state(of: .maklumat) == .linked)
    }

    @Test("An image is said to be unread, never to be content")
    func image() throws {
        let reading = TestRules.shared.read("<p>Profil</p><img src='/u/maklumat.jpg' alt='Maklumat Pelayanan'>")
        let finding = try #require(reading.findings.first { $0.item == .maklumat })
        #expect(finding.imageOnly && finding.state == .linked)
    }

    @Test(
        "A service that shows a component is quoted by its name, never by the component's words",
        arguments: [
            ("<h1>Legalisasi Ijazah</h1><h3>Biaya</h3><p>Tidak dipungut biaya</p>", "Legalisasi Ijazah"),
            (
                "<title>Penerbitan Kartu Keluarga</title><h1>Biaya</h1><p>Tidak dipungut biaya</p>",
                "Penerbitan Kartu Keluarga"
            ),
        ])
    func derivedProduct(html: String, name: String) throws {
        let finding = try #require(
            TestRules.shared.read(html).findings.first { $0.item == .produk && $0.rule == "produk.owns-component" })
        #expect(finding.quotation == name)
    }

    @Test("A page that is no site has no findings")
    func noSite() {
        let html = "<title>Account Suspended</title><p>This account has been suspended</p><p>Telp (0561) 712345</p>"
        #expect(TestRules.shared.read(html).findings.isEmpty)
    }

    @Test("Quotations stay within the limit")
    func limit() {
        let long = String(repeating: "Fotokopi KTP dan kartu keluarga pemohon yang masih berlaku. ", count: 30)
        let reading = TestRules.shared.read("<h2>Persyaratan</h2><ul><li>\(long)</li></ul>")
        #expect(reading.state(of: .persyaratan) == .present)
        #expect(reading.findings.allSatisfy { $0.quotation.count <= Finding.quotationLimit })
    }
}
