extension WrittenPage {
    /// Services, complaints, maklumat, surveys, legal bases, internal components, mixed pages.
    static let textPublication = #"""
        == produk-1 /layanan | prd
        <h1>Layanan Kami</h1><ul><li>Penerbitan Rekomendasi Pendirian Koperasi</li><li>Konsultasi UMKM</li><li>Fasilitasi Sertifikasi Halal</li></ul>
        == produk-2 /poliklinik | prd
        <h2>Poliklinik Spesialis</h2><div class="row"><div><h4>Penyakit Dalam</h4></div><div><h4>Bedah</h4></div><div><h4>Mata</h4></div></div>
        == produk-3 /layanan/jenis | prd
        <h2>Jenis-jenis layanan yang diberikan</h2><p>1) Pembuatan kartu pencari kerja<br>2) Pencatatan perjanjian kerja<br>3) Mediasi</p>
        == produk-4 /profil | prd
        <p>Adapun pelayanan yang tersedia di Puskesmas kami yaitu rawat jalan, persalinan 24 jam, laboratorium, dan farmasi.</p>
        == produk-5 /dpmptsp/izin | prd
        <h2>Daftar Jenis Izin</h2><table><tr><th>No</th><th>Nama Izin</th><th>Dinas Teknis</th></tr><tr><td>1</td><td>SIP Dokter</td><td>Dinkes</td></tr><tr><td>2</td><td>Izin Trayek</td><td>Dishub</td></tr></table>
        == produk-6 / | prd
        <main><section><h2>Pelayanan Publik</h2><div class="service-box"><h3>Perpustakaan Keliling</h3><p>Mobil baca ke desa setiap pekan.</p></div><div class="service-box"><h3>Layanan Referensi</h3><p>Bantuan menelusuri koleksi.</p></div></section></main>
        == produk-7 /bidang | prd
        <h2>Produk Layanan</h2><ul><li>Surat Rekomendasi Operasional LKS</li><li>Rekomendasi Pengangkatan Anak</li></ul>
        == produk-8 /layanan | prd
        <h3>Pelayanan Rawat Jalan</h3><p>Poli umum, gigi, anak</p><h3>Pelayanan Rawat Inap</h3><p>VIP, kelas I, II, III</p><h3>Pelayanan Penunjang</h3><p>Radiologi, laboratorium</p>
        == adu-1 /kontak | adu
        <h2>Saluran Pengaduan</h2><ul><li>SMS/WA: 0813-4567-8812</li><li>Datang langsung ke meja pengaduan</li></ul>
        == adu-2 / | adu
        <footer><h4>Layanan Aduan</h4><p>aduan@dukcapil.contohkab.go.id</p></footer><main><p>Selamat datang</p></main>
        == adu-3 /layanan-pengaduan | adu
        <h1>Formulir Aduan Masyarakat</h1><form><input placeholder="Nama Lengkap"><input placeholder="NIK"><textarea placeholder="Uraikan aduan Anda"></textarea><button>Kirim Aduan</button></form>
        == adu-4 /faq | adu
        <h4>Ke mana saya menyampaikan keluhan atas pelayanan?</h4><p>Silakan gunakan kotak saran di ruang tunggu atau hubungi call center (0711) 350021.</p>
        == adu-5 /sp | adu
        <p><b>Pengaduan, Saran dan Masukan</b> : email dinsos@contohkab.go.id, Telp. 0541-733221</p>
        == adu-6 /mekanisme-pengaduan | adu
        <h1>Tata Cara Pengaduan</h1><ol><li>Pengadu menyampaikan laporan tertulis atau lisan</li><li>Petugas mencatat dalam buku register</li><li>Jawaban disampaikan paling lambat 14 hari kerja</li></ol>
        == adu-7 /kontak | adu
        <form><label>Kategori</label><select><option>Informasi</option><option>Keluhan</option><option>Saran</option></select><textarea></textarea></form>
        == adu-8 /sapa | adu
        <h3>Kritik, Saran & Pengaduan</h3><p>Instagram @dlhcontoh | Telp (0361) 224411</p>
        == mak-1 /maklumat | mak
        <h1>Maklumat Pelayanan</h1><blockquote>Kami segenap jajaran Puskesmas Mekar dengan ini menyatakan kesanggupan menyelenggarakan pelayanan sesuai standar yang ditetapkan, dan apabila kami ingkar kami siap dikenai sanksi.</blockquote>
        == mak-2 / | mak
        <section><h3>MAKLUMAT</h3><p>"DENGAN INI, KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN DAN APABILA TIDAK MENEPATI JANJI INI, KAMI SIAP MENERIMA SANKSI SESUAI PERATURAN PERUNDANG-UNDANGAN YANG BERLAKU"</p></section>
        == mak-3 /janji | mak
        <h2>Janji Layanan</h2><ol><li>Melayani dengan senyum, salam, sapa</li><li>Menyelesaikan berkas tepat waktu</li><li>Tidak meminta imbalan apa pun</li></ol>
        ? jp
        == mak-4 /maklumat-pelayanan | mak
        <h1>Maklumat Pelayanan</h1><p>Dalam rangka memberikan pelayanan prima, kami berikrar:</p><ul><li>Bekerja sesuai SOP</li><li>Menerima kritik dan saran</li><li>Bersedia menerima sanksi apabila melanggar</li></ul>
        == mak-5 /profil/maklumat | mak
        <h2>MAKLUMAT PELAYANAN</h2><p>Kami bersedia dan bertanggung jawab memberikan layanan yang cepat, mudah, dan bebas pungli.</p>
        == skm-1 /skm | skm
        <h1>Hasil Survei Kepuasan Masyarakat Tahun 2024</h1><p>Nilai SKM</p><h2>83,47</h2><p>Mutu Pelayanan: B (Baik)</p><p>Responden: 154 orang</p>
        == skm-2 / | skm
        <section><h3>IKM Triwulan III</h3><span>91.20</span><span>Sangat Baik</span></section><p>Selamat datang di dinas kami</p>
        == skm-3 /ikm | skm
        <h1>Indeks Kepuasan Masyarakat</h1><table><tr><th>No</th><th>Unsur</th><th>Nilai</th></tr><tr><td>U1</td><td>Persyaratan</td><td>3,21</td></tr><tr><td>U2</td><td>Prosedur</td><td>3,30</td></tr><tr><td>U3</td><td>Waktu Penyelesaian</td><td>3,12</td></tr><tr><td>U4</td><td>Biaya/Tarif</td><td>3,90</td></tr></table>
        == skm-4 /survei | skm
        <h1>Kuesioner Survei Kepuasan</h1><form><p>1. Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?</p><label>a. Tidak sesuai</label><label>b. Kurang sesuai</label><label>c. Sesuai</label><label>d. Sangat sesuai</label><p>2. Bagaimana pemahaman Anda tentang kemudahan prosedur pelayanan di unit ini?</p><label>Tidak mudah</label><label>Mudah</label></form>
        == skm-5 /nilai | skm
        <p>Berdasarkan survei kepuasan masyarakat semester II tahun 2023 diperoleh nilai indeks sebesar 85,6 dengan kategori Baik.</p>
        == skm-6 / | skm
        <h3>Beri Penilaian Layanan Kami</h3><form><p>Seberapa puaskah Anda dengan pelayanan kami?</p><label>Sangat Puas</label><label>Puas</label><label>Tidak Puas</label><button>Kirim</button></form>
        == dh-1 /dasar-hukum | dh
        <h1>Landasan Hukum</h1><ul><li>UU No. 24 Tahun 2013</li><li>Perpres 96/2018</li><li>Permendagri 108/2019</li></ul>
        == dh-2 /profil | dh
        <p>Kedudukan dan tugas dinas diatur dengan Peraturan Wali Kota Nomor 61 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas, Fungsi dan Tata Kerja Dinas.</p>
        == dh-3 /layanan/parkir | dh
        <h2>Retribusi Parkir Tepi Jalan</h2><p>Dasar: Perda Kota Nomor 4 Tahun 2023 tentang Pajak Daerah dan Retribusi Daerah</p>
        ? prd
        == dh-4 /regulasi | dh
        <h1>Peraturan yang menjadi acuan</h1><ol><li>Undang-Undang Republik Indonesia Nomor 25 Tahun 2009</li><li>Peraturan Pemerintah RI Nomor 96 Tahun 2012</li><li>Permenpan RB No 16 Tahun 2014</li></ol>
        == dh-5 /sejarah | dh
        <h1>Sejarah</h1><p>UPTD Laboratorium ini didirikan melalui Keputusan Bupati No. 188/234/2011 dan mulai beroperasi tahun 2012.</p>
        == dh-6 /sp | dh
        <p><strong>Dasar Hukum :</strong> SK Kepala Dinas No. 065/12/2022 tentang Standar Pelayanan</p>
        == sar-1 /fasilitas | sar
        <h1>Fasilitas</h1><div><h5>Area Parkir Luas</h5></div><div><h5>Ruang Bermain Anak</h5></div><div><h5>Mushola</h5></div>
        == sar-2 /layanan/sp | sar kom jml awas
        <h3>Sarana/Prasarana</h3><p>Meja, kursi, AC, kendaraan operasional</p><h3>Kompetensi Pelaksana Layanan</h3><p>Minimal lulusan SMA dan menguasai tata naskah</p><h3>Jumlah Petugas Pelayanan</h3><p>Front office 2 orang, back office 3 orang</p><h3>Pengawasan</h3><p>Dilaksanakan oleh Lurah dan Sekretaris Lurah</p>
        == comp-2 /standar-pelayanan/rekom | jp jk ev awas
        <h4>Jaminan Layanan</h4><p>Pelayanan dilaksanakan sesuai SOP; bila lewat waktu pemohon dihubungi</p><h4>Jaminan Keamanan dan Keselamatan Layanan</h4><p>Rekomendasi dibubuhi tanda tangan elektronik tersertifikasi BSrE</p><h4>Evaluasi Kinerja Pelaksana Layanan</h4><p>Rapat evaluasi tiap bulan</p><h4>Pengawasan Internal</h4><p>Berjenjang oleh atasan langsung dan Inspektorat</p>
        == comp-3 /standar-pelayanan | jml jp kom
        <ul><li><b>Kompetensi Pelaksana</b>: S1 Hukum, pelatihan mediasi</li><li><b>Jumlah Pelaksana</b>: 6 (enam) orang</li><li><b>Jaminan Pelayanan</b>: Adanya maklumat pelayanan dan SOP yang jelas</li></ul>
        == service-detail /layanan/detail/12 | per pro jw bi prd adu
        <h1>Penerbitan SIP Perawat</h1><div class="item"><div class="label">Persyaratan</div><div class="value">STR aktif, rekomendasi organisasi profesi, surat tempat praktik</div></div><div class="item"><div class="label">Prosedur</div><div class="value">Daftar melalui aplikasi, verifikasi berkas, penerbitan SIP elektronik</div></div><div class="item"><div class="label">Waktu</div><div class="value">5 hari kerja</div></div><div class="item"><div class="label">Biaya</div><div class="value">Gratis</div></div><div class="item"><div class="label">Pengaduan</div><div class="value">0812-7766-5541 (WA)</div></div>
        == sippn-style /sippn | per pro jw bi prd adu
        <h2>Pelayanan Donor Darah</h2><h4><i class="fa"></i> Persyaratan</h4><ol><li>Usia 17-60 tahun</li><li>Berat badan minimal 45 kg</li><li>Membawa KTP</li></ol><h4>Sistem, Mekanisme dan Prosedur</h4><ol><li>Calon donor mengisi formulir</li><li>Petugas memeriksa kadar Hb</li><li>Pengambilan darah</li></ol><h4>Waktu Penyelesaian</h4><p>30 Menit</p><h4>Biaya / Tarif</h4><p>Tidak dipungut biaya</p><h4>Produk Pelayanan</h4><p>Kantong darah</p><h4>Pengaduan Layanan</h4><p>IG : @udd_contoh ; Telp 0355-791234</p>
        == whole-sentence /layanan/ambulans | bi prd
        <h2>Layanan Ambulans</h2><p>Layanan antar jenazah diberikan secara cuma-cuma bagi warga kota.</p>
        == misspelt /pelayanan | per pro bi jw prd
        <h3>Pembuatan Kartu Keluarga</h3><p>Persaratan :</p><p>1. Foto coppy KTP</p><p>2. Foto coppy buku nikah</p><p>Prosedure :</p><p>1. Pemohon mengisi formulir</p><p>2. Petugas mengecek berkas</p><p>Waktiu pelayanan : 30 menit</p><p>Biyaya : Gratis</p>
        == upper-nospace /sp-pelayanan | per jw bi prd
        <div><p>PELAYANAN UJI KIR</p><p>PERSYARATAN :</p><p>STNK DAN BUKU UJI</p><p>JANGKA WAKTU :</p><p>45 MENIT</p><p>BIAYA/TARIF :</p><p>RP 50.000,-</p></div>
        == kelurahan-list /pelayanan-umum | per prd
        <h4>1. Surat Keterangan Domisili</h4><ul><li>Surat Pengantar RT</li><li>FC KTP dan KK</li></ul><h4>2. Surat Keterangan Belum Menikah</h4><ul><li>Surat Pernyataan bermaterai</li><li>FC KTP</li></ul>
        == home-with-services / | prd jam adu
        <nav><ul><li><a href="/">Beranda</a></li><li><a href="/profil">Profil</a></li><li><a href="/layanan">Layanan</a></li></ul></nav><main><h2>Layanan Unggulan</h2><div class="card"><h4>Antar Dokumen</h4><p>Dokumen kependudukan diantar ke rumah</p></div><div class="card"><h4>Jemput Bola</h4><p>Perekaman di rumah untuk lansia</p></div></main><footer><p>Senin-Jumat 08.00-15.00 WIB</p><p>WA Pengaduan 0821-5533-7788</p></footer>
        == samsat /samsat/syarat | per bi prd pro
        <h1>Pengesahan STNK Tahunan</h1><h3>Syarat</h3><ul><li>STNK asli</li><li>KTP pemilik sesuai STNK</li></ul><h3>Alur</h3><ol><li>Penyerahan berkas di loket pendaftaran</li><li>Penetapan pajak</li><li>Pembayaran di kasir</li><li>Pengambilan STNK</li></ol><h3>Biaya</h3><p>SWDKLLJ roda dua Rp 35.000</p>
        == informal /cara-bikin-kk | per pro prd
        <h1>Cara Bikin Kartu Keluarga</h1><p>Bawa berkas ini ya:</p><ul><li>KK lama</li><li>Surat nikah</li></ul><p>Terus langsung ke loket 3, kasih berkasnya, lalu tunggu dipanggil petugas.</p>
        == english /en/service | jw bi prd
        <h2>Health Certificate</h2><p>Processing time: 30 minutes</p><p>Fee: Rp 25,000</p>
        == bpbd /layanan/darurat | prd jam
        <h2>Layanan Kedaruratan</h2><p>Posko siaga buka 24 jam setiap hari</p><ul><li>Evakuasi korban banjir</li><li>Pemotongan pohon tumbang</li><li>Distribusi air bersih</li></ul>
        """#
}
