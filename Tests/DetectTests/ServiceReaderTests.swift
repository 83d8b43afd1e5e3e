import Model
import Testing

@testable import Detect

/// The matrix service x component of pages of our own writing.
@Suite("Services and their components")
struct ServiceReaderTests {
    /// `Name: item item` for what is present.
    private func matrix(_ html: String, path: String = "/layanan") -> [String] {
        TestRules.shared.read("<main>" + html + "</main>", path: path).services.map { service in
            let items = service.items.filter { $0.state == .present }.map(\.item.rawValue)
            return (service.isNamed ? service.name : "(" + service.name + ")") + ": " + items.joined(separator: " ")
        }
    }

    @Test("a table with a row per service")
    func rows() {
        let html = """
            <h1>Standar Pelayanan</h1><table>
            <tr><th>No</th><th>Jenis Layanan</th><th>Persyaratan</th><th>Waktu</th><th>Biaya</th></tr>
            <tr><td>1</td><td>Surat Pindah</td><td>KTP dan KK asli</td><td>15 menit</td><td>Gratis</td></tr>
            <tr><td>2</td><td>Pengantar Nikah</td><td>Fotokopi akta</td><td>1 hari kerja</td><td>...</td></tr></table>
            """
        #expect(
            matrix(html) == [
                "Surat Pindah: persyaratan jangka_waktu biaya produk",
                "Pengantar Nikah: persyaratan jangka_waktu produk",
            ])
    }

    @Test("a table with a column per service")
    func columns() {
        let html = """
            <h1>Standar Pelayanan</h1><table><tr><th>Komponen</th><th>Legalisasi Ijazah</th><th>Mutasi Siswa</th></tr>
            <tr><td>Persyaratan</td><td>Ijazah asli</td><td>Rapor dan surat pengantar</td></tr>
            <tr><td>Jangka waktu</td><td>1 hari</td><td>3 hari kerja</td></tr></table>
            """
        #expect(
            matrix(html) == [
                "Legalisasi Ijazah: persyaratan jangka_waktu produk", "Mutasi Siswa: persyaratan jangka_waktu produk",
            ])
    }

    @Test("headings that own component sections, and a heading that names both")
    func headings() {
        let html = """
            <h1>Layanan</h1><h2>Kartu Keluarga</h2><h3>Persyaratan</h3><ul><li>Surat pengantar RT</li></ul>
            <h3>Biaya</h3><p>Gratis</p><h2>Syarat Pembuatan KTP</h2><ul><li>Fotokopi KK</li></ul>
            """
        #expect(matrix(html) == ["Kartu Keluarga: persyaratan biaya produk", "Pembuatan KTP: persyaratan produk"])
    }

    @Test("accordions: the label is the service")
    func accordions() {
        let html = """
            <h1>Standar Pelayanan</h1>
            <button data-bs-toggle="collapse" data-bs-target="#a">Izin Praktik Bidan</button>
            <div id="a" class="collapse"><p>Persyaratan</p><ol><li>Fotokopi STR</li></ol><p>Waktu: 5 hari kerja</p></div>
            <button data-bs-toggle="collapse" data-bs-target="#b">Izin Apotek</button>
            <div id="b" class="collapse"><p>Biaya: Gratis</p></div>
            """
        #expect(
            matrix(html) == ["Izin Praktik Bidan: persyaratan jangka_waktu produk", "Izin Apotek: biaya produk"])
    }

    @Test("a list of services without components, and one empty component")
    func lists() {
        #expect(
            matrix("<h2>Jenis Layanan</h2><ul><li>Poli Umum</li><li>Poli Gigi: Senin</li></ul>")
                == ["Poli Umum: produk", "Poli Gigi: produk"])
        let page = TestRules.shared.read("<main><h1>Surat Kematian</h1><h2>Persyaratan</h2></main>", path: "/layanan")
        #expect(page.services.map(\.name) == ["Surat Kematian"])
        #expect(page.services.first?.state(of: .persyaratan) == .empty)
    }

    @Test("components under a title that names no service")
    func unnamed() {
        let html = "<title>Standar Pelayanan | Dinas</title><h1>Standar Pelayanan</h1><h2>Biaya</h2><p>Gratis</p>"
        #expect(matrix(html) == ["(Standar Pelayanan): biaya"])
    }

    @Test("a complaint page and the footer name no service")
    func none() {
        #expect(
            matrix("<h1>Pengaduan</h1><h2>Prosedur Pengaduan</h2><ol><li>Isi formulir</li><li>Tunggu</li></ol>") == [])
        let frame = TestRules.shared.read("<main><h1>Profil</h1></main><footer><p>Biaya: Gratis</p></footer>")
        #expect(frame.services == [])
    }
}
