extension WrittenPage {
    /// Written after the third tuning, before any run with them: links, tasks, statistics, running sentences.
    static let textFourthReading = #"""
        == e-1 /layanan |
        <h1>Persyaratan Pelayanan</h1><ul><li><a href="/syarat-ktp">Syarat KTP</a></li><li><a href="/syarat-kk">Syarat KK</a></li><li><a href="/syarat-akta">Syarat Akta Kelahiran</a></li></ul>
        == e-2 /prosedur |
        <h1>Prosedur</h1><p>Silakan unduh prosedur pelayanan melalui tautan berikut.</p><a href="/p.pdf">Unduh Prosedur</a>
        == e-3 /biaya |
        <h1>Biaya Layanan</h1><p>Informasi biaya dapat dilihat pada <a href="/perda.pdf">Perda Retribusi</a></p>
        == e-4 / |
        <main><h2>Layanan Publik</h2><div class="grid"><div><a href="/a"><h4>Pengaduan</h4></a></div><div><a href="/b"><h4>Survei Kepuasan</h4></a></div><div><a href="/c"><h4>Standar Pelayanan</h4></a></div></div></main>
        == e-5 /layanan/kontak-kami | jam
        <h2>Kontak Kami</h2><p>Kantor buka Senin-Jumat (08.00-16.00)</p><form><input placeholder="Nama"><input placeholder="Subjek"><textarea placeholder="Pesan"></textarea></form>
        == e-6 /layanan/ktp | per jw bi prd
        <h1>KTP Elektronik</h1><p>Penduduk yang telah berusia 17 tahun dapat melakukan perekaman dengan membawa fotokopi KK. KTP-el diterbitkan paling lambat 24 jam setelah perekaman dan tidak dipungut biaya.</p>
        ? pro
        == e-7 /layanan/ambil | pro
        <h1>Bagaimana mengambil dokumen yang sudah jadi?</h1><p>Anda cukup menunjukkan bukti pengambilan di loket 5, kemudian menandatangani buku tanda terima.</p>
        ? prd per
        == e-8 /unit/mal | jam
        <h2>Mal Pelayanan Publik</h2><p>MPP buka dari hari Senin hingga Jumat, mulai jam 8 pagi sampai jam 3 sore.</p>
        ? prd
        == e-9 /struktur |
        <h1>Struktur Organisasi</h1><ul><li>Kepala Dinas</li><li>Sekretaris</li><li>Kepala Bidang Pelayanan Pendaftaran Penduduk</li><li>Kepala Bidang Pelayanan Pencatatan Sipil</li><li>Kepala Bidang Pengelolaan Informasi</li><li>UPTD Pelayanan</li></ul>
        == e-10 /renstra |
        <h1>Rencana Strategis</h1><ul><li>Peningkatan pelayanan publik</li><li>Pelayanan administrasi perkantoran</li><li>Pembinaan kelembagaan</li><li>Peningkatan sarana dan prasarana aparatur</li></ul>
        == e-11 /data/layanan |
        <h1>Statistik Pelayanan 2023</h1><table><tr><th>Jenis Layanan</th><th>Jumlah</th></tr><tr><td>Penerbitan KTP-el</td><td>4.512</td></tr><tr><td>Penerbitan KK</td><td>3.100</td></tr></table>
        ? prd
        == e-12 /program/bansos |
        <h1>Bantuan Sosial Tunai</h1><p>Bantuan sebesar Rp 600.000 disalurkan kepada 1.200 keluarga dalam waktu 3 hari.</p>
        == e-13 /agenda/vaksin |
        <h1>Vaksinasi Massal</h1><p>Minggu, 5 Mei 2024 pukul 07.00 - 10.00 di alun-alun. Gratis! Bawa KTP.</p>
        ? per
        == e-14 /aturan/tarif | dh bi
        <h1>Ketentuan Tarif</h1><p>Berdasarkan Peraturan Daerah Nomor 1 Tahun 2024 tentang Pajak Daerah dan Retribusi Daerah, tarif pelayanan kesehatan rawat jalan adalah Rp 15.000.</p>
        ? prd
        == e-15 /maklumat-layanan | mak
        <h1>Maklumat Layanan</h1><p>Kami selalu siap melayani Anda dengan sepenuh hati sesuai standar pelayanan yang berlaku.</p>
        == e-16 /nilai |
        <h1>Budaya Kerja</h1><p>BerAKHLAK: Berorientasi pelayanan, akuntabel, kompeten, harmonis, loyal, adaptif, kolaboratif</p>
        == e-17 /bidang/pelayanan |
        <h1>Bidang Pelayanan Perizinan</h1><p>Bidang Pelayanan Perizinan mempunyai tugas melaksanakan verifikasi berkas, penerbitan izin, dan penanganan pengaduan.</p><ol><li>memverifikasi berkas permohonan</li><li>menerbitkan izin</li><li>melaksanakan survei kepuasan masyarakat</li></ol>
        == e-18 /pelayanan/poli-gigi | prd sar
        <h1>Poli Gigi</h1><p>Melayani pencabutan gigi, penambalan gigi, dan pembersihan karang gigi.</p><h4>Sarana</h4><ul><li>Dental unit 2 buah</li><li>Ruang tunggu</li></ul>
        == e-19 /jam |
        <h1>Jam Digital</h1><p>Sekarang pukul 10.15 WIB</p>
        == e-20 /skm/2023 | skm
        <h1>SKM 2023</h1><table><tr><th>Unit</th><th>Responden</th><th>Nilai Konversi</th><th>Mutu</th></tr><tr><td>Kecamatan</td><td>120</td><td>82,45</td><td>B</td></tr></table>
        == e-21 /ketentuan | per prd
        <h1>Peminjaman Buku</h1><h4>Syarat Peminjaman</h4><ul><li>Memiliki kartu anggota</li><li>Maksimal 2 buku</li></ul>
        == e-22 /pengaduan/whistle |
        <h1>Whistle Blowing System</h1><p>Laporkan dugaan korupsi melalui WBS Inspektorat, telp (021) 5523411.</p>
        ? awas
        == e-23 /faq | pro
        <h3>Bagaimana jika lupa password?</h3><p>Klik lupa kata sandi, masukkan email, lalu buka tautan yang dikirim.</p>
        ? pro prd
        == e-24 /layanan/sewa-alat | per bi prd
        <h2>Sewa Alat Berat</h2><table><tr><td>Excavator</td><td>Rp. 1.800.000/hari</td></tr><tr><td>Dump truck</td><td>Rp. 600.000/hari</td></tr></table><p>Penyewa wajib melampirkan surat permohonan dan fotokopi KTP.</p>
        == e-25 /kedudukan | dh
        <p>Berdasarkan Perbup No. 45 Tahun 2020, Kecamatan merupakan perangkat daerah yang dipimpin camat dan mempunyai tugas mengoordinasikan pelayanan publik.</p>
        == e-26 /blog/tips-oss |
        <h1>5 Tips Mengurus NIB</h1><p>Oleh: Admin | 12 Maret 2024</p><p>Pelaku usaha kini semakin mudah mengurus NIB karena semua proses berlangsung daring dan hanya membutuhkan beberapa menit saja, menurut kepala dinas dalam keterangan pers yang diterima redaksi pada hari Selasa.</p>
        ? per pro jw prd
        == e-27 /layanan/detail/3 |
        <h1>Detail Layanan</h1><table><tr><td>Persyaratan</td><td><a href="/x.pdf">Lihat</a></td></tr><tr><td>Prosedur</td><td><a href="/y.pdf">Lihat</a></td></tr><tr><td>Biaya</td><td>...</td></tr></table>
        == e-28 /jumlah-pegawai | jml
        <h1>Data Pegawai Puskesmas</h1><table><tr><th>Jabatan</th><th>Jumlah</th></tr><tr><td>Dokter umum</td><td>3 orang</td></tr><tr><td>Bidan</td><td>12 orang</td></tr></table>
        == e-29 /kompetensi | kom
        <h2>Kualifikasi Petugas Pelayanan</h2><ul><li>Pendidikan minimal D3</li><li>Memahami regulasi adminduk</li></ul>
        == e-30 /pengawasan | awas
        <h2>Pengawasan Internal</h2><p>Dilakukan oleh Kepala Puskesmas melalui lokakarya mini bulanan.</p>
        """#
}
