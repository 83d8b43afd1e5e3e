extension WrittenPage {
    /// False friends: the words stand there, the thing does not.
    static let textFalseFriends = #"""
        == neg-empty-sp /standar-pelayanan |
        <h1>Standar Pelayanan</h1><h3>Persyaratan</h3><p>-</p><h3>Prosedur</h3><p>...</p><h3>Jangka Waktu</h3><p></p><h3>Biaya</h3><p>Belum tersedia</p><h3>Produk Pelayanan</h3><p>Lorem ipsum dolor sit amet</p>
        == neg-definition /tentang-sp |
        <h1>Apa itu Standar Pelayanan?</h1><p>Standar pelayanan adalah tolok ukur yang dipergunakan sebagai pedoman penyelenggaraan pelayanan. Persyaratan adalah syarat yang harus dipenuhi dalam pengurusan suatu jenis pelayanan. Biaya adalah ongkos yang dikenakan kepada penerima layanan.</p><p>Jangka waktu penyelesaian adalah waktu yang diperlukan untuk menyelesaikan seluruh proses pelayanan.</p>
        ? dh
        == neg-news-1 /berita/bupati-tinjau-mpp |
        <h1>Bupati Tinjau Mal Pelayanan Publik</h1><p>Senin, 4 Maret 2024</p><p>Bupati meninjau gerai layanan pada Senin pagi. "Persyaratan harus dipermudah, prosedur dipersingkat, biaya harus gratis," ujarnya saat ditemui di lokasi kegiatan bersama jajaran organisasi perangkat daerah setempat.</p><p>Ia menegaskan waktu penyelesaian izin paling lama 3 hari kerja agar masyarakat tidak menunggu terlalu lama, sebagaimana disampaikan dalam sambutannya.</p><p>Acara ini dihadiri oleh kepala dinas, camat, dan lurah se-kabupaten yang antusias mengikuti seluruh rangkaian kegiatan.</p>
        == neg-news-2 /artikel/sosialisasi |
        <h1>Dinas Gelar Sosialisasi Dokumen Kependudukan</h1><p>Kegiatan berlangsung selama 2 hari pukul 08.00 - 15.00 WIB di aula. Peserta membawa fotokopi KTP.</p><p>Kepala dinas mengatakan kegiatan tersebut rutin dilaksanakan setiap tahun demi tertib administrasi.</p>
        == neg-tender /pengumuman/lelang |
        <h1>Pengumuman Tender</h1><h3>Persyaratan Peserta</h3><ul><li>Fotokopi NPWP dan SIUP</li><li>Surat pernyataan bermeterai</li></ul><p>Nilai pagu Rp 250.000.000</p><p>Jangka waktu pelaksanaan 60 hari kalender</p>
        == neg-cpns /pengumuman/cpns |
        <h1>Seleksi CPNS 2024</h1><h3>Persyaratan Pelamar</h3><ol><li>Warga Negara Indonesia</li><li>Ijazah asli</li><li>Pas foto 4x6</li></ol><h3>Tata Cara Pendaftaran</h3><ol><li>Pelamar mendaftar di SSCASN</li><li>Pelamar mengunggah dokumen</li></ol>
        == neg-magang /pengumuman/beasiswa |
        <h1>Beasiswa Daerah</h1><p>Syarat: KTP, KK, kartu mahasiswa</p>
        == neg-privacy /kebijakan |
        <h1>Syarat dan Ketentuan Penggunaan</h1><ul><li>Pengguna wajib menjaga kerahasiaan akun</li><li>Pengguna harus berusia 17 tahun</li></ul>
        == neg-visi /visi-misi |
        <h1>Visi dan Misi</h1><h3>Misi</h3><ol><li>Meningkatkan sarana dan prasarana pelayanan</li><li>Meningkatkan kompetensi sumber daya manusia</li><li>Mewujudkan pelayanan prima yang cepat dan transparan</li><li>Melaksanakan evaluasi kinerja secara berkala</li></ol>
        == neg-tupoksi /tugas |
        <h1>Tugas dan Fungsi</h1><h3>Seksi Pelayanan Umum</h3><ul><li>Menyiapkan bahan pelayanan administrasi</li><li>Melaksanakan penanganan pengaduan masyarakat</li><li>Menerima dan memeriksa berkas permohonan</li></ul><h3>Bidang Pengawasan Internal</h3><ul><li>Melaksanakan pengawasan</li></ul>
        == neg-menu-tiles / |
        <main><h2>Layanan</h2><div><a href="/ktp">KTP</a><a href="/kk">Kartu Keluarga</a><a href="/akta">Akta</a></div></main>
        == neg-link-sp /informasi |
        <h1>Informasi Publik</h1><ul><li><a href="/a.pdf">Standar Pelayanan</a></li><li><a href="/b.pdf">Maklumat Pelayanan</a></li><li><a href="/c.pdf">SOP Pengaduan</a></li><li><a href="/d.pdf">Hasil SKM 2023</a></li></ul>
        == neg-ppid-objection /ppid/keberatan |
        <h1>Pengajuan Keberatan Informasi</h1><p>Lihat tautan berikut untuk formulir.</p><a href="/f.pdf">Formulir Keberatan</a>
        == neg-spm /spm |
        <h1>Standar Pelayanan Minimal</h1><table><tr><th>No</th><th>Jenis Pelayanan Dasar</th><th>Target</th></tr><tr><td>1</td><td>Pelayanan kesehatan ibu hamil</td><td>100%</td></tr><tr><td>2</td><td>Pelayanan kesehatan balita</td><td>100%</td></tr></table>
        == neg-survey-elements /survei | skm
        <h1>Survei Kepuasan Masyarakat</h1><form><p>Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?</p><label>Sangat mahal</label><label>Gratis</label><p>Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?</p><label>Tidak cepat</label><label>Sangat cepat</label><p>Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?</p><label>Tidak ada</label><label>Dikelola dengan baik</label></form>
        == neg-jadwal-sholat /jadwal-imsakiyah |
        <h1>Jadwal Imsakiyah</h1><table><tr><th>Tanggal</th><th>Subuh</th><th>Maghrib</th></tr><tr><td>Senin 1</td><td>04.30</td><td>18.05</td></tr></table>
        == neg-agenda /agenda |
        <h1>Agenda Kegiatan</h1><p>Rapat koordinasi, Selasa 12 Maret 2024, 09.00 - 11.00 WIB</p><p>Upacara hari jadi, Rabu 08.00 - 10.00</p>
        == neg-hotline / |
        <p>Call center 24 jam: 119</p><p>Selamat datang di laman kami</p>
        == neg-apbd /transparansi |
        <h1>Realisasi Anggaran</h1><table><tr><th>Uraian</th><th>Anggaran</th><th>Realisasi</th></tr><tr><td>Retribusi Daerah</td><td>1.250.000.000</td><td>98%</td></tr><tr><td>Belanja pegawai</td><td>3.500.000.000</td><td>90%</td></tr></table>
        == neg-wisata /wisata/pantai |
        <h1>Pantai Indah</h1><p>Tiket masuk Rp 10.000 per orang, parkir Rp 5.000. Buka setiap hari.</p><h3>Fasilitas</h3><ul><li>Toilet</li><li>Gazebo</li></ul>
        == neg-maklumat-title /maklumat |
        <h1>Maklumat Pelayanan</h1><p>Beranda / Maklumat Pelayanan</p><p>Maklumat pelayanan merupakan pernyataan tertulis yang berisi keseluruhan rincian kewajiban dan janji yang terdapat dalam standar pelayanan.</p>
        == neg-maklumat-lorem /maklumat-pelayanan |
        <h1>Maklumat Pelayanan</h1><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p>
        == neg-maklumat-ppid /ppid/maklumat |
        <h1>Maklumat Pelayanan Informasi Publik</h1><p>Kami sanggup memberikan pelayanan informasi publik sesuai standar kepada setiap pemohon informasi.</p>
        ? prd
        == neg-skm-empty /skm |
        <h1>Hasil Survei Kepuasan Masyarakat</h1><p>Nilai IKM: ...</p><p>Data belum tersedia.</p>
        == neg-ikm-industri /data |
        <h1>Data IKM</h1><p>Jumlah industri kecil menengah (IKM) tumbuh 85,4 persen.</p>
        == neg-dummy /contact |
        <h2>Contact</h2><p>A108 Adam Street, New York</p><p>+1 5589 55488 55</p><p>info@example.com</p><form><input placeholder="Your Name"><textarea placeholder="Message"></textarea></form>
        == neg-form-question /kontak |
        <h2>Hubungi Kami</h2><form><label>Nama</label><input><label>Pertanyaan atau Saran</label><textarea></textarea><button>Kirim</button></form>
        == neg-jdih /jdih |
        <h1>Produk Hukum</h1><ul><li><a href="/1.pdf">Perda No 1 Tahun 2020 tentang APBD</a></li><li><a href="/2.pdf">Perda No 2 Tahun 2020 tentang RPJMD</a></li></ul>
        == neg-history-region /sejarah |
        <h1>Sejarah Kabupaten</h1><p>Kabupaten ini dibentuk berdasarkan Undang-Undang Nomor 12 Tahun 1950 tentang Pembentukan Kabupaten.</p>
        == neg-staff-stats /data-pegawai |
        <h1>Statistik</h1><p>Jumlah penduduk 12.500 orang, laki-laki 6.200 orang.</p>
        == neg-training /pelatihan |
        <h1>Pendaftaran Pelatihan Barista</h1><p>Persyaratan peserta pelatihan:</p><ul><li>Fotokopi KTP</li><li>Ijazah minimal SMP</li></ul><p>Pelatihan berlangsung 10 hari kerja, gratis.</p>
        == neg-gallery /galeri |
        <h1>Galeri Kegiatan</h1><h5>Pelayanan KTP di Desa</h5><h5>Imunisasi Massal</h5><h5>Penyuluhan Stunting</h5>
        == neg-quality /layanan |
        <h2>Mengapa Memilih Layanan Kami</h2><ul><li>Cepat</li><li>Ramah</li><li>Profesional</li></ul>
        == neg-response /pengaduan | adu
        <h1>Layanan Pengaduan</h1><p>Setiap aduan ditanggapi maksimal 3 hari kerja. Kirim ke WA 0822-1144-9087.</p>
        == neg-spec-bidang /bidang/sarpras |
        <h1>Bidang Sarana dan Prasarana</h1><p>Bidang Sarana dan Prasarana mempunyai tugas melaksanakan pembangunan gedung sekolah dan ruang kelas.</p>
        == neg-bmkg-time /artikel/kesehatan |
        <h1>Tips Menjaga Kesehatan</h1><p>Berolahragalah minimal 30 menit setiap hari. Waktu tidur yang cukup adalah 7-8 jam.</p><p>Biaya pengobatan stroke bisa mencapai Rp 50.000.000.</p>
        == neg-permit-expiry /info |
        <h2>Masa Berlaku</h2><p>Izin berlaku selama 5 tahun dan dapat diperpanjang.</p>
        == neg-denda /ketertiban |
        <h2>Sanksi</h2><p>Pelanggar dikenai denda Rp 500.000 atau kurungan 3 hari.</p>
        == neg-loading /layanan/data |
        <h1>Data Layanan</h1><table><tr><th>No</th><th>Nama Layanan</th><th>Persyaratan</th><th>Biaya</th></tr><tr><td colspan="4">Tidak ada data</td></tr></table>
        == neg-other-agency /info-bpjs |
        <h1>Berita Kesehatan</h1><p>Bupati menyerahkan kartu BPJS gratis kepada warga kurang mampu dalam acara di alun-alun.</p>
        == neg-login /login |
        <h1>Masuk</h1><form><label>Email</label><input type="email"><label>Kata sandi</label><input type="password"><button>Masuk</button></form><p>Belum punya akun? Daftar</p>
        == neg-img-only /alur |
        <h1>Alur Pelayanan</h1><img src="/img/alur.jpg" alt="Alur Pelayanan">
        == neg-iframe /skm |
        <h1>Survei Kepuasan Masyarakat</h1><iframe src="https://docs.google.com/forms/d/e/1/viewform"></iframe>
        == neg-program /program |
        <h1>Program Kerja</h1><ul><li>Program pelayanan kesehatan ibu</li><li>Pembinaan UMKM</li><li>Peningkatan fasilitas</li></ul>
        == neg-innovation /inovasi |
        <h1>Inovasi</h1><h3>SI CEPAT</h3><p>Aplikasi antrean daring buatan puskesmas</p><h3>GEMAR</h3><p>Gerakan makan buah</p>
        == neg-lapor-link / |
        <main><p>Selamat datang</p></main><footer><a href="https://www.lapor.go.id"><img src="lapor.png" alt="LAPOR"></a></footer>
        == neg-atm /fasilitas | sar
        <h2>Fasilitas Umum</h2><ul><li>ATM Center (07.00 - 21.00)</li><li>Kantin (08.00 - 16.00)</li><li>Ruang tunggu</li></ul>
        == neg-lhkpn /ppid/berkala |
        <h1>Informasi Berkala</h1><ul><li><a href="/1">Profil</a></li><li><a href="/2">Laporan Kinerja</a></li><li><a href="/3">Laporan Keuangan</a></li></ul>
        == neg-ramadan /berita/jam-kerja |
        <h1>Jam Kerja ASN Selama Ramadan</h1><p>Jam kerja ASN selama bulan Ramadan Senin - Kamis 08.00 - 15.00, ujar Sekda.</p><p>Ia menjelaskan bahwa penyesuaian tersebut mengacu pada surat edaran menteri dan berlaku di seluruh perangkat daerah kabupaten.</p>
        == neg-lost-card /perpustakaan |
        <h2>Tata Tertib</h2><ul><li>Kartu hilang denda Rp 10.000</li><li>Keterlambatan Rp 500 per hari</li><li>Dilarang makan</li></ul>
        ? per
        == neg-app-steps /unduh |
        <h2>Unduh Aplikasi</h2><p>Tersedia di Play Store.</p>
        == neg-doc-list /statistik |
        <h2>Jumlah Dokumen Diterbitkan</h2><table><tr><th>Dokumen</th><th>Jumlah</th></tr><tr><td>KTP-el</td><td>12.400</td></tr><tr><td>Akta Kelahiran</td><td>3.210</td></tr></table>
        ? prd
        """#
}
