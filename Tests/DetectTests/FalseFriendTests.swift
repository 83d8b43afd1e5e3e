import Model
import Testing

@testable import Detect

/// What looks like an item and is none: the false friends of the indicator data, one page each.
@Suite("False friends are not present")
struct FalseFriendTests {
    @Test(arguments: [
        (ItemKey.dasarHukum, "<h1>Produk Hukum</h1><ul><li><a href='/1.pdf'>Perda Nomor 3 Tahun 2021</a></li></ul>"),
        (.dasarHukum, "<p>Sesuai RPJMD yang ditetapkan dengan Perda Nomor 3 Tahun 2021.</p>"),
        (.persyaratan, "<h2>Persyaratan Lelang</h2><ul><li>Fotokopi NPWP perusahaan</li></ul>"),
        (.persyaratan, "<h2>Persyaratan Seleksi CPNS</h2><ul><li>Fotokopi ijazah</li></ul>"),
        (.persyaratan, "<h2>Syarat penggunaan situs</h2><ul><li>Pengguna wajib memiliki akun</li></ul>"),
        (.persyaratan, "<h1>Persyaratan</h1><p>Belum tersedia</p>"),
        (.persyaratan, "<form><h2>Survei Kepuasan</h2><label>1. Persyaratan pelayanan</label></form>"),
        (.prosedur, "<h2>Alur Pengaduan</h2><ol><li>Pelapor mengisi formulir</li><li>Petugas mencatat</li></ol>"),
        (.prosedur, "<h2>SOP</h2><ul><li><a href='/a.pdf'>SOP Surat Masuk</a></li></ul>"),
        (.jangkaWaktu, "<h2>Waktu Pelayanan</h2><p>Senin - Jumat 08.00 - 15.00</p>"),
        (.jangkaWaktu, "<p>Izin berlaku selama 12 bulan, masa berlaku dapat diperpanjang.</p>"),
        (.jangkaWaktu, "<h2>Pengaduan</h2><p>Ditanggapi paling lama 5 hari kerja</p>"),
        (.biaya, "<p>Realisasi belanja mencapai Rp 5.000.000.000 atau 85% dari APBD.</p>"),
        (.biaya, "<ul><li>WiFi gratis di ruang tunggu</li></ul>"),
        (.biaya, "<h2>Tarif Parkir</h2><p>Rp 2.000</p>"),
        (.produk, "<h1>Produk Hukum Daerah</h1><ul><li>Perda</li><li>Perbup</li></ul>"),
        (.produk, "<h2>Produk UMKM</h2><ul><li>Keripik</li><li>Kopi</li></ul>"),
        (.produk, "<h2>Layanan Kami</h2><ul><li>Cepat</li><li>Ramah</li><li>Transparan</li></ul>"),
        (.saranaPrasarana, "<h2>Bidang Sarana dan Prasarana</h2><p>Membangun gedung sekolah</p>"),
        (.kompetensiPelaksana, "<h2>Uji Kompetensi Seleksi Jabatan</h2><p>Peserta minimal S1</p>"),
        (.pengawasanInternal, "<p>Inspektorat melakukan pengawasan pembangunan.</p>"),
        (.pengaduan, "<h2>Whistle Blowing System</h2><p>Telepon (0561) 712345</p>"),
        (.pengaduan, "<h2>Kontak</h2><p>Telepon (0561) 712345</p>"),
        (.pengaduan, "<p>WA Pengaduan: 0812-3456-7890</p>"),
        (.jumlahPelaksana, "<h2>Jumlah Penduduk</h2><p>12 orang</p>"),
        (.jaminanPelayanan, "<h2>Jaminan Kesehatan</h2><p>Peserta BPJS dilayani</p>"),
        (.jaminanKeamanan, "<h2>Keamanan Pangan</h2><p>Data pangan aman</p>"),
        (.evaluasiKinerja, "<h2>Evaluasi Kinerja Keuangan</h2><p>Dilakukan tahunan</p>"),
        (.maklumat, "<h1>Maklumat Pelayanan</h1><p>Lorem ipsum dolor sit amet</p>"),
        (.maklumat, "<h1>Maklumat Kapolri</h1><p>Kami siap memberikan pelayanan di masa pandemi</p>"),
        (.visiMisi, "<h2>Visi Misi Calon Bupati</h2><p>Terwujudnya kabupaten yang maju dan sejahtera bersama</p>"),
        (.moto, "<h2>Sepeda motor dinas</h2><p>Dibeli tahun lalu</p>"),
        (.jamLayanan, "<p>Rapat koordinasi hari Senin pukul 08.00 - 10.00</p>"),
        (.jamLayanan, "<p>Buka setiap hari kerja</p>"),
        (.surveiKepuasan, "<h2>IKM - Industri Kecil Menengah</h2><p>Pertumbuhan industri 84,52</p>"),
        (.surveiKepuasan, "<h1>Survei Kepuasan Masyarakat</h1><p>Nilai IKM: ...</p>"),
        (.sp4nLapor, "<p>Jangan lupa lapor SPT tahunan melalui e-filing.</p>"),
        (.pelayananKhusus, "<p>Data penyandang disabilitas dan bantuan sosial lansia</p>"),
        (.kontakAlamat, "<footer><p>A108 Adam Street, New York, NY 535022</p></footer>"),
        (.mediaSosial, "<footer><a href='https://www.facebook.com/'>Facebook</a></footer>"),
    ])
    func notPresent(_ item: ItemKey, _ html: String) {
        let reading = TestRules.shared.read(html)
        #expect(reading.state(of: item) != .present, "\(reading.findings.filter { $0.item == item })")
    }

    @Test("The nine elements of a survey are no service standard")
    func surveyElements() {
        let elements = [
            "Persyaratan", "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif",
            "Kompetensi Pelaksana",
            "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana",
        ]
        let rows = elements.map { "<tr><td>\($0)</td><td>3,45</td><td>Baik</td></tr>" }.joined()
        let html = "<title>Hasil Survei Kepuasan Masyarakat</title><h1>Hasil SKM</h1><table>\(rows)</table>"
        let reading = TestRules.shared.read(html, path: "/skm")
        let present = ItemKey.components.filter { reading.state(of: $0) == .present }
        #expect(present == [])
        #expect(reading.state(of: .surveiKepuasan) == .present)
    }
}
