import Detect
import Model
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
}
