import Model
import Testing

@testable import Detect

/// Pages of our own writing in the ways offices write, each with an item that a reader finds there.
@Suite("How offices write")
struct HowOfficesWriteTests {
    @Test(arguments: [
        (
            ItemKey.persyaratan,
            "<h3>Pembuatan KTP</h3><p>Syarat :</p><p>1. Surat pengantar RT/RW</p><p>2. Fotokopi Kartu Keluarga</p>"
        ),
        (
            .persyaratan,
            "<h2>Pengantar Nikah</h2><strong>Berkas yang harus disiapkan</strong><ul><li>KTP calon mempelai</li><li>Akta kelahiran</li></ul>"
        ),
        (
            .persyaratan,
            "<div class='accordion'><h2><button data-bs-toggle='collapse' data-bs-target='#a'>Persyaratan</button></h2><div id='a' class='collapse'><div class='accordion-body'>KTP asli<br>Kartu BPJS</div></div></div>"
        ),
        (
            .persyaratan,
            "<table><tr><th>No</th><th>Jenis Izin</th><th>Syarat</th><th>Waktu</th><th>Biaya</th></tr><tr><td>1</td><td>Izin Praktik</td><td>STR, ijazah, pas foto</td><td>3 hari</td><td>Gratis</td></tr></table>"
        ),
        (
            .persyaratan,
            "<h4>Apa saja persyaratan untuk mengurus surat pindah?</h4><p>Pemohon membawa KTP dan Kartu Keluarga asli ke kantor kelurahan.</p>"
        ),
        (.persyaratan, "<dl><dt>Persyaratan</dt><dd>Surat permohonan bermaterai</dd></dl>"),
        (
            .persyaratan,
            "<h3>PERSYARATAN PELAYANAN RAWAT JALAN</h3><ul><li>Membawa kartu berobat bagi pasien lama</li></ul>"
        ),
        (.persyaratan, "<p><b>Kelengkapan berkas</b></p><ol><li>Surat pernyataan kepemilikan</li></ol>"),
        (.persyaratan, "<h3>Persaratan</h3><ul><li>Foto copy KTP 1 lembar</li></ul>"),
        (
            .prosedur,
            "<h2>Alur Pelayanan</h2><div><span>1</span><p>Pasien datang mengambil nomor antrean</p></div><div><span>2</span><p>Pasien mendaftar di loket</p></div>"
        ),
        (
            .prosedur,
            "<h2>Tata Cara Permohonan</h2><h4>Langkah 1</h4><p>Isi formulir di loket.</p><h4>Langkah 2</h4><p>Serahkan berkas kepada petugas.</p>"
        ),
        (
            .prosedur,
            "<table><tr><td>Sistem, mekanisme dan prosedur</td><td>1. Pemohon datang ke loket<br>2. Petugas memverifikasi berkas</td></tr></table>"
        ),
        (
            .prosedur,
            "<h3>SOP Pelayanan Gizi</h3><ol><li>Petugas memanggil pasien</li><li>Petugas menimbang berat badan</li><li>Petugas mencatat hasil</li></ol>"
        ),
        (
            .prosedur,
            "<h4>Bagaimana cara mendaftar?</h4><p>Buka aplikasi, pilih layanan, kemudian unggah berkas dan tunggu verifikasi.</p>"
        ),
        (
            .prosedur,
            "<p>Mekanisme Pelayanan:</p><p>a. Pemohon mengajukan surat kepada camat</p><p>b. Camat mendisposisikan kepada seksi pelayanan</p>"
        ),
        (.jangkaWaktu, "<p>Waktu Penyelesaian: 1 (satu) hari kerja</p>"),
        (
            .jangkaWaktu,
            "<table><tr><th>Jenis</th><th>Lama Proses</th></tr><tr><td>Surat domisili</td><td>15 menit</td></tr></table>"
        ),
        (
            .jangkaWaktu,
            "<h4>Berapa lama proses penerbitan izin?</h4><p>Paling lambat 7 hari kerja setelah berkas lengkap.</p>"
        ),
        (.jangkaWaktu, "<dl><dt>Waktu Pelayanan</dt><dd>± 30 menit</dd></dl>"),
        (
            .jangkaWaktu,
            "<h3>Jangka waktu penyelesaian</h3><ul><li>Pendaftaran : 5 menit</li><li>Pemeriksaan : 10 menit</li></ul>"
        ),
        (.jangkaWaktu, "<p>Estimasi waktu layanan 2 jam</p>"),
        (.biaya, "<p>Biaya/Tarif : Rp. 0,- (gratis)</p>"),
        (.biaya, "<h3>Tarif Retribusi</h3><table><tr><td>Rawat jalan umum</td><td>Rp 10.000</td></tr></table>"),
        (.biaya, "<h4>Apakah berbayar?</h4><p>Tidak, semua layanan kependudukan gratis.</p>"),
        (
            .biaya,
            "<table><tr><th>Uraian</th><th>Biaya</th></tr><tr><td>Legalisasi</td><td>Tidak dipungut biaya</td></tr></table>"
        ),
        (.biaya, "<p>Seluruh pelayanan administrasi di kelurahan tidak dikenakan biaya.</p>"),
        (.produk, "<h2>Jenis Pelayanan</h2><p>1. Poli Umum<br>2. Poli Gigi<br>3. KIA</p>"),
        (
            .produk,
            "<h2>Layanan Puskesmas</h2><div><h4>Imunisasi</h4><p>Setiap Rabu</p></div><div><h4>Laboratorium</h4><p>Setiap hari</p></div>"
        ),
        (
            .produk,
            "<table><tr><th>No</th><th>Jenis Layanan</th></tr><tr><td>1</td><td>Perekaman KTP-el</td></tr><tr><td>2</td><td>Penerbitan KIA</td></tr></table>"
        ),
        (
            .produk,
            "<p>Kami menyediakan pelayanan yang meliputi penerbitan surat keterangan, legalisasi, dan rekomendasi.</p>"
        ),
        (
            .produk,
            "<h3>Layanan yang tersedia</h3><ul><li>Surat Keterangan Tidak Mampu</li><li>Pengantar SKCK</li></ul>"
        ),
        (
            .pengaduan,
            "<h3>Kanal Pengaduan</h3><ul><li>Telepon: (0561) 712345</li><li>Email: aduan@contohkab.go.id</li></ul>"
        ),
        (.pengaduan, "<p>Penanganan Pengaduan : melalui kotak saran dan WhatsApp 0811-5577-123</p>"),
        (
            .pengaduan,
            "<h2>Formulir Pengaduan</h2><form><label>Nama</label><input name='a'><label>Isi Aduan</label><textarea name='b'></textarea><button>Kirim</button></form>"
        ),
        (
            .pengaduan,
            "<form><label>Jenis pesan</label><select><option>Pertanyaan</option><option>Pengaduan</option></select><textarea placeholder='Pesan'></textarea></form>"
        ),
        (
            .pengaduan,
            "<h4>Bagaimana menyampaikan keluhan?</h4><p>Sampaikan keluhan melalui call center atau datang langsung ke ruang pengaduan.</p>"
        ),
        (.pengaduan, "<footer><p>Hotline Pengaduan 0811-5577-123</p></footer>"),
        (
            .dasarHukum,
            "<h2>Dasar Hukum</h2><ol><li>UU No. 25 Tahun 2009 tentang Pelayanan Publik</li><li>Permenpan RB No 15 Tahun 2014</li></ol>"
        ),
        (
            .dasarHukum,
            "<p>Dinas dibentuk dengan Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah.</p>"
        ),
        (.dasarHukum, "<p>Tarif mengacu pada Peraturan Bupati Nomor 12 Tahun 2023.</p>"),
        (.saranaPrasarana, "<h3>Sarana, prasarana dan/atau fasilitas</h3><p>Ruang tunggu ber-AC, kursi, toilet</p>"),
        (
            .kompetensiPelaksana,
            "<table><tr><td>8</td><td>Kompetensi Pelaksana</td><td>Pendidikan minimal D3, menguasai komputer</td></tr></table>"
        ),
        (
            .pengawasanInternal,
            "<table><tr><td>Pengawasan internal</td><td>Dilakukan oleh atasan langsung</td></tr></table>"
        ),
        (.jumlahPelaksana, "<table><tr><td>Jumlah Pelaksana</td><td>5 orang</td></tr></table>"),
        (
            .jaminanPelayanan,
            "<table><tr><td>Jaminan pelayanan</td><td>Diselesaikan sesuai standar dan tepat waktu</td></tr></table>"
        ),
        (
            .jaminanKeamanan,
            "<table><tr><td>Jaminan keamanan dan keselamatan pelayanan</td><td>Kerahasiaan berkas dijamin</td></tr></table>"
        ),
        (
            .evaluasiKinerja,
            "<table><tr><td>Evaluasi kinerja pelaksana</td><td>Rapat bulanan dan SKM setiap semester</td></tr></table>"
        ),
        (
            .maklumat,
            "<h1>MAKLUMAT PELAYANAN</h1><p>DENGAN INI KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN</p><p>DAN APABILA TIDAK MENEPATI JANJI INI KAMI SIAP MENERIMA SANKSI</p>"
        ),
        (
            .maklumat,
            "<h3>Janji Pelayanan</h3><p>Kami, seluruh pegawai, berjanji memberikan pelayanan sesuai standar pelayanan.</p>"
        ),
        (
            .maklumat,
            "<p>Kami sanggup melaksanakan pelayanan sesuai standar yang telah ditetapkan dan siap menerima sanksi sesuai peraturan.</p>"
        ),
        (.surveiKepuasan, "<h2>Indeks Kepuasan Masyarakat</h2><p>Semester I 2025</p><p>88,75</p><p>Sangat Baik</p>"),
        (.surveiKepuasan, "<h2>Hasil SKM</h2><table><tr><td>Nilai</td><td>3,42</td></tr></table>"),
        (
            .surveiKepuasan,
            "<p>Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?</p><label>Sesuai</label><label>Tidak sesuai</label>"
        ),
        (.jamLayanan, "<table><tr><td>Senin s.d. Kamis</td><td>07.30 s.d. 14.00</td></tr></table>"),
        (.jamLayanan, "<footer><h4>Jam Pelayanan</h4><p>Senin-Kamis</p><p>08:00-15:30</p></footer>"),
        (.jamLayanan, "<p>Kami buka Senin sampai Jumat, pukul 08.00 sampai 16.00 WITA</p>"),
        (.jamLayanan, "<p>Pelayanan loket: 08.00–12.00 dan 13.00–15.00 (hari kerja)</p>"),
        (.visiMisi, "<h3>VISI</h3><p>Terwujudnya masyarakat sehat yang mandiri dan berkeadilan</p>"),
        (.moto, "<h4>Moto Pelayanan</h4><p>Melayani dengan Senyum</p>"),
        (.kontakAlamat, "<footer><p>Jalan Diponegoro No. 5, Kec. Sungai Raya</p><p>Telp (0561) 712345</p></footer>"),
        (
            .strukturOrganisasi,
            "<h2>Struktur Organisasi</h2><ul><li>Kepala Dinas: A</li><li>Sekretaris: B</li><li>Kepala Bidang Pangan: C</li></ul>"
        ),
        (.sp4nLapor, "<p>Laporkan keluhan Anda melalui SP4N-LAPOR! di lapor.go.id atau SMS 1708.</p>"),
        (
            .pelayananKhusus,
            "<p>Tersedia kursi roda dan loket prioritas untuk lansia, ibu hamil dan penyandang disabilitas.</p>"
        ),
        (.mediaSosial, "<footer><a href='https://facebook.com/dinkescontoh'>Facebook</a></footer>"),
    ])
    func isPresent(_ item: ItemKey, _ html: String) {
        let text = "<p>" + String(repeating: "Keterangan umum tentang kantor kami. ", count: 3) + "</p>"
        let reading = TestRules.shared.read("<main>" + html + text + "</main>", path: "/halaman")
        #expect(reading.state(of: item) == .present, "\(reading.findings.filter { $0.item == item })")
    }
}
