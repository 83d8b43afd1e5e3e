extension WrittenPage {
    /// Written after the second tuning, before any run with them.
    static let textThirdReading = #"""
        == d-page-1 /layanan/rekam-medis | per pro jw bi prd jam
        <section id="hero"><h1>Permintaan Salinan Rekam Medis</h1></section><section><h2>Deskripsi</h2><p>Layanan penyediaan salinan rekam medis bagi pasien atau keluarga.</p><h2>Syarat dan Ketentuan</h2><ul><li>Menunjukkan KTP pasien</li><li>Surat kuasa bila diwakilkan</li></ul><h2>Cara Mengajukan</h2><ol><li>Datang ke unit rekam medis</li><li>Isi formulir permintaan</li><li>Tunggu salinan disiapkan</li></ol><h2>Estimasi</h2><p>2 hari kerja</p><h2>Tarif</h2><p>Rp 10.000 per berkas</p><h2>Jam Layanan</h2><p>Senin–Kamis 08.00–14.00</p></section>
        == d-page-2 /pelayanan/iumk | per jw bi prd
        <div class="row"><div class="col"><i class="icon"></i><h5>Waktu Proses</h5><p>15 Menit</p></div><div class="col"><h5>Biaya</h5><p>Gratis</p></div><div class="col"><h5>Syarat</h5><p>KTP, NPWP, foto usaha</p></div></div><h1>Izin Usaha Mikro Kecil</h1>
        == d-page-3 /informasi-layanan | per bi jw prd
        <h2>Informasi Layanan</h2><p><strong>1. Pembuatan Kartu Pencari Kerja</strong></p><p>Persyaratan: KTP, ijazah terakhir dan pas foto. Waktu pelayanan 10 menit. Tidak dipungut biaya.</p><p><strong>2. Pengesahan Peraturan Perusahaan</strong></p><p>Persyaratan: surat permohonan, draft peraturan perusahaan. Waktu pelayanan 7 hari kerja. Tidak dipungut biaya.</p>
        == d-page-4 /layanan/visum | pro prd
        <h3>Alur Pelayanan Visum et Repertum</h3><ul><li>Korban datang bersama penyidik membawa surat permintaan visum</li><li>Pemeriksaan oleh dokter</li><li>Hasil visum diserahkan kepada penyidik</li></ul>
        ? per
        == d-page-5 /sop-pelayanan | pro prd
        <h1>SOP Pelayanan Surat Masuk Kecamatan</h1><p>1. Tamu menyerahkan surat di meja penerima</p><p>2. Petugas mencatat di agenda</p><p>3. Surat diteruskan ke camat untuk disposisi</p>
        == d-page-6 / | prd jam adu skm
        <main><section class="hero"><h1>RSUD Harapan</h1></section><section><h2>Pelayanan Kami</h2><div class="card"><h4>Instalasi Gawat Darurat</h4><p>Siaga 24 jam</p></div><div class="card"><h4>Hemodialisa</h4><p>Cuci darah dengan 10 mesin</p></div></section><section><h2>Indeks Kepuasan</h2><p>IKM 2024: 87,5 (Baik)</p></section></main><footer><p>Pengaduan: pengaduan@rsudharapan.go.id</p><p>Jam Kunjungan 11.00-13.00 dan 17.00-19.00</p></footer>
        == d-page-7 /tentang | dh
        <h2>Tentang Kami</h2><p>Badan ini dibentuk sesuai Peraturan Daerah Provinsi Nomor 13 Tahun 2022 tentang Pembentukan dan Susunan Perangkat Daerah dan dipimpin oleh seorang kepala badan.</p>
        == d-page-8 /ppid/regulasi | dh
        <h1>Dasar Hukum PPID</h1><ol><li>Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik</li><li>Peraturan Komisi Informasi Nomor 1 Tahun 2021</li></ol>
        == d-page-9 /ppid/tata-cara | pro jw
        <h1>Tata Cara Permohonan Informasi</h1><ol><li>Pemohon mengisi formulir permohonan</li><li>Petugas mencatat permohonan dalam register</li><li>PPID memberikan jawaban paling lambat 10 hari kerja</li></ol>
        ? prd jw
        == d-page-10 /ppid/biaya | bi
        <h1>Biaya Layanan Informasi</h1><p>PPID menyediakan informasi publik secara gratis, sedangkan biaya penggandaan ditanggung pemohon.</p>
        ? prd
        == d-page-11 /fasilitas-publik | sar
        <h1>Fasilitas Publik</h1><h5>Ruang Tunggu</h5><h5>Area Parkir</h5><h5>Toilet</h5><h5>Mushola</h5>
        == d-page-12 /layanan/uji-petik | prd bi
        <h2>Daftar Tarif Pengujian</h2><table><tr><th>Jenis Pengujian</th><th>Tarif</th></tr><tr><td>Uji tekan beton</td><td>Rp. 45.000</td></tr><tr><td>Uji aspal</td><td>Rp. 120.000</td></tr></table>
        == d-page-13 /aplikasi/antrean | pro
        <h2>Cara Menggunakan Layanan Antrean</h2><p>Unduh aplikasi, lakukan registrasi, pilih poli tujuan, lalu tunjukkan kode QR kepada petugas.</p>
        ? prd
        == d-page-14 /lapor | adu
        <h1>Kanal Aspirasi dan Pengaduan</h1><div class="card"><h5>WhatsApp</h5><p>0857-1122-3648</p></div><div class="card"><h5>Surel</h5><p>halo@kominfocontoh.go.id</p></div>
        == d-page-15 /kontak | adu jam
        <h2>Hubungi Kami</h2><p>Telp (0254) 200123</p><h4>Pusat Pengaduan</h4><p>SMS ke 0819-0044-1234</p><h4>Jam Kerja</h4><table><tr><td>Senin</td><td>07.30 - 16.00</td></tr><tr><td>Jumat</td><td>07.30 - 16.30</td></tr></table>
        == d-page-16 /janji-layanan | jp
        <h2>Kompensasi Layanan</h2><p>Apabila petugas terlambat menyelesaikan, pemohon berhak atas pengantaran berkas gratis ke rumah.</p>
        ? bi mak prd
        == d-page-17 /maklumat | mak
        <div class="text-center"><h2>Maklumat Pelayanan</h2><p><em>“Dengan ini kami sanggup menyelenggarakan pelayanan sesuai standar pelayanan dan apabila tidak menepati janji ini kami siap menerima sanksi sesuai ketentuan.”</em></p><p>Kepala UPTD</p></div>
        == d-page-18 /skm/form | skm
        <h3>Form Survei Kepuasan Pelanggan</h3><form><label>Bagaimana kesopanan dan keramahan petugas?</label><select><option>Tidak sopan</option><option>Sopan</option><option>Sangat sopan</option></select><label>Bagaimana kualitas sarana dan prasarana?</label><select><option>Buruk</option><option>Baik</option><option>Sangat baik</option></select></form>
        == d-page-19 /pajak | prd
        <h1>Pajak Daerah</h1><div class="accordion"><button class="accordion-button">Pajak Reklame</button><div class="panel"><p>Pajak atas penyelenggaraan reklame.</p></div><button class="accordion-button">Pajak Air Tanah</button><div class="panel"><p>Pajak atas pengambilan air tanah.</p></div></div>
        == d-page-20 /layanan/disabilitas | prd sar
        <h2>Layanan Ramah Disabilitas</h2><h4>Sarana yang tersedia</h4><ul><li>Kursi roda</li><li>Ramp</li><li>Toilet difabel</li></ul>
        ? prd
        == d-page-21 /jadwal-imunisasi | jam
        <h2>Jadwal Pelayanan Imunisasi</h2><p>Setiap hari Rabu, pukul 08.00 - 11.00 WIB</p>
        ? prd
        == d-page-22 /pelayanan | per prd
        <table><thead><tr><th>NO</th><th>NAMA PELAYANAN</th><th>PERSYARATAN</th></tr></thead><tbody><tr><td>1</td><td>Surat Keterangan Tidak Mampu</td><td>1. Pengantar RT/RW 2. Fotokopi KK 3. Surat pernyataan tidak mampu</td></tr><tr><td>2</td><td>Surat Keterangan Kelahiran</td><td>1. Keterangan bidan 2. Fotokopi KTP orang tua</td></tr></tbody></table>
        == d-neg-1 /layanan |
        <h1>Layanan Online</h1><div class="row"><a class="card" href="https://oss.go.id"><img src="oss.png" alt="OSS"><span>OSS RBA</span></a><a class="card" href="https://simbg.pu.go.id"><span>SIMBG</span></a></div>
        == d-neg-2 /profil |
        <h1>Selayang Pandang</h1><p>Kecamatan memiliki 12 desa dengan jumlah penduduk 45.210 orang. Sarana dan prasarana pendidikan terdiri dari 20 sekolah dasar.</p><p>Jarak ke ibu kota kabupaten 25 km dengan waktu tempuh 45 menit.</p>
        == d-neg-3 /berita/12 |
        <h1>Puskesmas Gelar Posyandu Lansia</h1><p>Kamis (14/3), Puskesmas menggelar posyandu lansia pukul 08.00 - 11.00 WIB di balai desa. Pemeriksaan kesehatan gratis diikuti 60 lansia, ujar kepala puskesmas.</p><p>Peserta membawa KTP dan kartu BPJS.</p>
        == d-neg-4 /tugas-pokok |
        <h1>Tugas Pokok dan Fungsi</h1><p>Dinas mempunyai tugas membantu bupati melaksanakan urusan pemerintahan bidang kesehatan.</p><ul><li>perumusan kebijakan pelayanan kesehatan</li><li>pelaksanaan evaluasi dan pelaporan</li><li>pengelolaan sarana dan prasarana</li></ul>
        == d-neg-5 /standar-pelayanan |
        <h1>Standar Pelayanan</h1><ul><li><a href="/sp1.pdf">Standar Pelayanan Rawat Jalan</a></li><li><a href="/sp2.pdf">Standar Pelayanan Gawat Darurat</a></li></ul>
        == d-neg-6 /alur-pelayanan |
        <h1>Alur Pelayanan</h1><img src="/uploads/alur.png"><p>Beranda</p>
        == d-neg-7 /artikel/demam-berdarah |
        <h1>Kenali Gejala Demam Berdarah</h1><p>Masa inkubasi 4 - 10 hari. Langkah pencegahan:</p><ol><li>Menguras bak mandi</li><li>Menutup tempat air</li><li>Mengubur barang bekas</li></ol>
        == d-neg-8 /reformasi-birokrasi |
        <h1>Nilai Reformasi Birokrasi</h1><p>Indeks SPBE 3,12 dan nilai RB 78,40 pada tahun 2023.</p>
        == d-neg-9 /prosedur-evakuasi |
        <h1>Prosedur Peringatan Dini dan Evakuasi</h1><ol><li>Petugas membunyikan alarm</li><li>Pegawai keluar melalui tangga darurat</li><li>Pegawai berkumpul di titik kumpul</li></ol>
        == d-neg-10 /admin/tambah |
        <h1>Tambah Layanan</h1><form><label>Nama Layanan</label><input><label>Persyaratan</label><textarea></textarea><label>Prosedur</label><textarea></textarea><label>Biaya</label><input><button>Simpan</button></form>
        == d-neg-11 /kebijakan-mutu |
        <h1>Kebijakan Mutu</h1><p>Kami mengutamakan kecepatan, ketepatan, dan keamanan produk bagi pelanggan.</p>
        == d-neg-12 /informasi-tarif |
        <h1>Tarif Layanan</h1><p>Memuat data...</p>
        == d-neg-13 /sejarah |
        <h1>Sejarah Puskesmas</h1><p>Puskesmas mulai berdiri tahun 1984 di atas tanah hibah seluas 1.200 meter persegi dengan biaya Rp 20.000.000 dari pemerintah.</p>
        == d-neg-14 /unit/farmasi |
        <h1>Penghargaan</h1><p>Instalasi farmasi menerima penghargaan pelayanan publik terbaik tahun 2022.</p>
        """#
}
