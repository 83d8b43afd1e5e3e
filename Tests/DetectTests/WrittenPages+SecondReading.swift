extension WrittenPage {
    /// Written after the first tuning, before any run with them; both kinds.
    static let textSecondReading = #"""
        == c-dukcapil-1 /layanan/akta-lahir | per pro jw bi prd adu
        <h1>Pencatatan Kelahiran</h1><h2>Persyaratan:</h2><p>1. Mengisi formulir F-2.01</p><p>2. Surat keterangan lahir dari dokter/bidan/penolong kelahiran (asli)</p><p>3. Buku nikah orang tua</p><h2>Mekanisme dan Prosedur:</h2><p>1. Pemohon mengambil nomor antrean pada mesin antrean</p><p>2. Petugas loket memeriksa kelengkapan</p><p>3. Operator memproses kutipan akta</p><h2>Lama Penyelesaian:</h2><p>Paling lama 3 x 24 jam sejak berkas diterima lengkap</p><h2>Biaya:</h2><p>Tidak dipungut biaya (GRATIS)</p><h2>Pengaduan:</h2><p>Hubungi Halo Dukcapil di 0823-9912-4410</p>
        == c-dukcapil-2 /syarat-kk | per
        <p><strong>Syarat pembuatan KK karena tambah anggota keluarga :</strong></p><p>1. KK lama<br />2. Akta kelahiran anak</p><p><strong>Syarat KK karena hilang :</strong></p><p>1. Surat kehilangan dari kepolisian</p>
        ? prd
        == c-kel-1 /pelayanan/skd | per bi jw prd
        <div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title"><a data-toggle="collapse" href="#p1">Surat Keterangan Domisili Usaha</a></h4></div><div id="p1" class="panel-collapse collapse"><div class="panel-body"><table><tr><td>Persyaratan</td><td>KTP pemilik, bukti PBB lunas, izin tetangga</td></tr><tr><td>Waktu</td><td>±20 menit</td></tr><tr><td>Biaya</td><td>0 (nol) rupiah</td></tr></table></div></div></div>
        == c-kel-2 /layanan/nikah | per pro prd
        <h2>Pengantar Nikah (N1-N4)</h2><p>Berkas yang harus disiapkan calon pengantin:</p><ul><li>Surat pernyataan jejaka/perawan</li><li>Fotokopi ijazah</li></ul><p>Alur pengurusan:</p><ul><li>Ketua RT menerbitkan pengantar</li><li>Berkas dibawa ke kelurahan</li><li>Lurah menandatangani N1 sampai N4</li></ul>
        == c-pkm-1 /pendaftaran | pro per
        <h1>Pendaftaran Pasien</h1><h3>Alur pendaftaran</h3><ol><li>Ambil nomor antrian</li><li>Menunggu panggilan</li><li>Menyerahkan kartu berobat</li><li>Menuju poli</li></ol><h3>Yang Harus Dibawa</h3><ul><li>Kartu identitas</li><li>Kartu JKN</li></ul>
        ? prd
        == c-pkm-2 /pelayanan | prd bi
        <h1>Jenis Pelayanan dan Tarif</h1><table><tr><th>NO</th><th>JENIS PELAYANAN</th><th>TARIF PERDA</th></tr><tr><td>1</td><td>Cabut gigi susu</td><td>15.000</td></tr><tr><td>2</td><td>Pemasangan IUD</td><td>75.000</td></tr><tr><td>3</td><td>Surat sehat</td><td>10.000</td></tr></table>
        == c-pkm-3 /profil | jml
        <h1>Profil Puskesmas</h1><p>Puskesmas didukung oleh tenaga kesehatan sebanyak 42 orang terdiri dari 3 dokter umum dan 12 perawat.</p>
        == c-rsud-1 /rawat-inap | sar prd
        <h2>Instalasi Rawat Inap</h2><h4>Fasilitas Kelas I</h4><ul><li>1 kamar 2 tempat tidur</li><li>AC dan televisi</li><li>Kamar mandi dalam</li></ul>
        ? prd
        == c-rsud-2 /jadwal-dokter | jam
        <h1>Jadwal Praktik Dokter Spesialis</h1><table><tr><th>Dokter</th><th>Senin</th><th>Selasa</th></tr><tr><td>dr. A, Sp.PD</td><td>09.00 - 12.00</td><td>13.00 - 15.00</td></tr></table>
        ? prd
        == c-rsud-3 /igd | jam prd
        <h1>Instalasi Gawat Darurat</h1><p>IGD melayani 24 jam, 7 hari seminggu.</p>
        ? prd
        == c-rsud-4 /tarif | bi prd
        <h1>Tarif Layanan RSUD</h1><h4>Medical Check Up</h4><ul><li>Paket Dasar : Rp 350.000,-</li><li>Paket Lengkap : Rp 1.250.000,-</li></ul>
        == c-dpm-1 /perizinan/apotek | dh per pro jw bi prd
        <h1>Izin Apotek</h1><div class="tabs"><h3>Dasar Hukum</h3><p>Peraturan Menteri Kesehatan Nomor 14 Tahun 2021</p><h3>Persyaratan Perizinan</h3><ol><li>STRA dan SIPA apoteker penanggung jawab</li><li>Denah bangunan</li></ol><h3>Prosedur Perizinan</h3><ol><li>Pelaku usaha mendaftar melalui OSS</li><li>Verifikasi lapangan oleh tim teknis</li><li>Izin terbit di sistem</li></ol><h3>Masa Proses</h3><p>14 hari kerja</p><h3>Retribusi</h3><p>Tidak ada retribusi</p></div>
        == c-dpm-2 /izin/daftar | prd jw
        <table><tr><th>No</th><th>Jenis Perizinan</th><th>Lama Proses</th></tr><tr><td>1</td><td>Izin Praktik Dokter</td><td>5 hari</td></tr><tr><td>2</td><td>Izin Klinik</td><td>10 hari</td></tr></table>
        == c-dpm-3 /maklumat | mak
        <h3>Maklumat Pelayanan</h3><p>KAMI PIMPINAN DAN SELURUH STAF BERJANJI :</p><p>1. Memproses perizinan sesuai standar</p><p>2. Tidak menerima gratifikasi</p><p>3. Siap menerima sanksi apabila lalai</p>
        == c-samsat-1 /info | jam adu
        <h4>Waktu Layanan</h4><p>Senin s/d Kamis : 08.00 - 14.30</p><p>Jumat : 08.00 - 15.00</p><h4>Call Center Aduan</h4><p>0811-2299-475</p>
        == c-samsat-2 /biaya | bi
        <h1>Biaya Pengesahan dan Penerbitan</h1><table><tr><td>Penerbitan STNK roda 4</td><td>Rp200.000</td></tr><tr><td>Penerbitan TNKB</td><td>Rp100.000</td></tr></table>
        ? prd
        == c-dishub-1 /kir | per pro bi prd dh
        <h1>Pengujian Kendaraan Bermotor</h1><p>Landasan hukum pengujian adalah PP Nomor 55 Tahun 2012 tentang Kendaraan.</p><h3>Kelengkapan</h3><ul><li>Fotocopy STNK</li><li>Kartu uji lama</li></ul><h3>Tahapan uji</h3><ol><li>Pendaftaran</li><li>Pembayaran</li><li>Uji emisi</li><li>Uji rem</li></ol><h3>Besaran biaya</h3><p>Mobil penumpang Rp 60.000</p>
        == c-dlh-1 /lab | jw bi prd
        <h2>Laboratorium Lingkungan</h2><table><tr><th>Parameter</th><th>Waktu Analisa</th><th>Harga</th></tr><tr><td>BOD</td><td>7 hari</td><td>85.000</td></tr><tr><td>COD</td><td>3 hari</td><td>95.000</td></tr></table>
        == c-perpus-1 / | jam prd
        <main><section><h2>Layanan Perpustakaan</h2><ul><li>Layanan Sirkulasi</li><li>Layanan Anak</li><li>Layanan Referensi</li></ul></section><section><h2>Jam Buka Layanan</h2><p>Senin-Jumat 08.00-18.00</p><p>Sabtu-Minggu 09.00-15.00</p></section></main>
        == c-sosial-1 /rekomendasi | per pro prd
        <h1>Rekomendasi PBI-JK</h1><p>Persyaratan</p><ol><li>SKTM dari desa/kelurahan</li><li>KK dan KTP</li></ol><p>Prosedur</p><ol><li>Pemohon menyerahkan berkas ke front office</li><li>Staf memeriksa DTKS</li><li>Kepala dinas menandatangani rekomendasi</li></ol>
        == c-tera /tera | bi prd
        <h2>Tera/Tera Ulang</h2><p>Sejak 5 Januari 2024 layanan tera tidak dipungut retribusi.</p>
        == c-damkar /respon | jw prd
        <h2>Pelayanan Pemadaman</h2><h4>Waktu Tanggap</h4><p>Maksimal 15 menit sejak laporan diterima</p>
        ? jw
        == c-bapenda /bayar | pro
        <h1>Tata Cara Pembayaran Pajak Hotel</h1><ul><li>Wajib pajak melaporkan omzet melalui SPTPD</li><li>Sistem menerbitkan kode bayar</li><li>Pembayaran di teller atau QRIS</li></ul>
        ? prd
        == c-bkpsdm /layanan/pensiun | per prd
        <h3>USUL PENSIUN BUP</h3><ol><li>Surat pengantar dari unit kerja</li><li>DPCP</li><li>SK pangkat terakhir</li><li>SKP 1 tahun terakhir</li></ol>
        == c-pn /layanan/posbakum | prd bi
        <h2>Pos Bantuan Hukum</h2><p>Jenis layanan: pemberian informasi, konsultasi, pembuatan dokumen gugatan. Seluruh layanan tidak dikenai biaya.</p>
        == c-desa /layanan-desa | prd
        <h2>Layanan Desa</h2><ul><li>Surat Keterangan Kematian</li><li>Surat Keterangan Tidak Mampu</li><li>Surat Pengantar Nikah</li></ul>
        == c-skm-pdf /ikm | skm
        <h2>Publikasi IKM</h2><p>Periode Januari-Juni 2025</p><p>Nilai : 89.14</p><p>Jumlah responden : 210</p>
        == c-skm-chart / | skm
        <section class="ikm"><h4>Nilai Survei Kepuasan Masyarakat</h4><div class="counter">94,2</div></section>
        == c-jk /sp/7 | jk jp awas ev jml sar kom
        <table><tr><td>7</td><td>Sarana, prasarana, dan/atau fasilitas</td><td>Laptop, meja layanan, bangku antre</td></tr><tr><td>8</td><td>Kompetensi pelaksana</td><td>SMK sederajat, ramah, teliti</td></tr><tr><td>9</td><td>Pengawasan internal</td><td>Supervisi atasan langsung</td></tr><tr><td>10</td><td>Jumlah pelaksana</td><td>2 (dua) orang</td></tr><tr><td>11</td><td>Jaminan pelayanan</td><td>Diproses sesuai urutan antrean</td></tr><tr><td>12</td><td>Jaminan keamanan dan keselamatan pelayanan</td><td>Arsip tersimpan di lemari terkunci</td></tr><tr><td>13</td><td>Evaluasi kinerja pelaksana</td><td>Paling sedikit sekali setahun</td></tr></table>
        == c-horizontal /sp | per pro jw bi prd
        <table><tr><th>Jenis Pelayanan</th><th>Persyaratan</th><th>Prosedur</th><th>Waktu Pelayanan</th><th>Biaya</th></tr><tr><td>Legalisir KK</td><td>KK asli dan fotokopi</td><td>Pemohon ke loket, petugas mencocokkan, pejabat menandatangani</td><td>10 menit</td><td>-</td></tr><tr><td>Surat Miskin</td><td>Pengantar RT</td><td>Pemohon mengisi blangko, petugas mengetik surat</td><td>15 menit</td><td>Gratis</td></tr></table>
        == c-dasar-2 /profil/dasar-hukum | dh
        <h2>Dasar Hukum Pembentukan</h2><p>Peraturan Daerah Kabupaten No. 7 Tahun 2016 jo. Peraturan Bupati No. 33 Tahun 2022</p>
        == c-adu-sosmed /aduan | adu
        <h2>Layanan Aduan dan Aspirasi</h2><p>Email : lapor@kotacontoh.go.id</p><p>Instagram : @kotacontoh</p>
        == c-adu-foot / | adu
        <main><p>Selamat datang di situs resmi dinas.</p></main><footer><div><h6>PENGADUAN MASYARAKAT</h6><span>Telp/WA : 0853-2211-6540</span></div></footer>
        == c-hours-foot / | jam
        <main><p>Selamat datang di situs resmi dinas.</p></main><footer><div><i></i> Senin - Kamis <b>07.30 - 16.00</b></div><div>Jumat <b>07.30 - 16.30</b></div></footer>
        == c-neg-1 /berita/skm |
        <h1>Dinas Sosial Raih Predikat Baik</h1><p>Jumat (12/1/2024), Dinas Sosial menerima penghargaan dari Ombudsman.</p><p>"Nilai kepuasan masyarakat kami 90 persen," kata kepala dinas saat menerima piagam di aula kantor gubernur bersama kepala dinas lainnya dari seluruh kabupaten dan kota.</p>
        ? skm
        == c-neg-2 /layanan |
        <h1>Layanan</h1><p>Halaman ini sedang dalam pengembangan.</p>
        == c-neg-3 /sop |
        <h1>Daftar SOP</h1><table><tr><th>No</th><th>Judul</th><th>Aksi</th></tr><tr><td>1</td><td>SOP Surat Masuk</td><td><a href="/1.pdf">Unduh</a></td></tr><tr><td>2</td><td>SOP Cuti Pegawai</td><td><a href="/2.pdf">Unduh</a></td></tr></table>
        ? prd
        == c-neg-4 /tugas-fungsi |
        <h2>Sub Bagian Umum</h2><ol><li>menyiapkan bahan penyusunan standar operasional prosedur</li><li>melaksanakan pelayanan administrasi umum</li><li>memeriksa berkas surat masuk</li><li>melaksanakan evaluasi kinerja bawahan</li></ol>
        == c-neg-5 /ppid/setiap-saat |
        <h1>Daftar Informasi Setiap Saat</h1><table><tr><th>No</th><th>Ringkasan</th><th>Penanggung jawab</th></tr><tr><td>1</td><td>Standar Pelayanan</td><td>Sekretariat</td></tr><tr><td>2</td><td>Prosedur Pengaduan</td><td>Bidang I</td></tr></table>
        == c-neg-6 /pengumuman/diklat |
        <h1>Pengumuman Diklat PIM</h1><p>Peserta wajib membawa surat tugas dan pas foto. Kegiatan dimulai pukul 08.00 - 16.00 WIB hari Senin.</p>
        == c-neg-7 /kegiatan/donor |
        <h1>Bakti Sosial Donor Darah</h1><p>Dinas Kesehatan mengadakan donor darah gratis pada Sabtu lalu, diikuti 80 orang pegawai.</p>
        == c-neg-8 /data/kependudukan |
        <h1>Data Agregat</h1><table><tr><th>Kecamatan</th><th>Wajib KTP</th><th>Persentase</th></tr><tr><td>Utara</td><td>45.120</td><td>98,7%</td></tr></table>
        == c-neg-9 /umkm |
        <h1>Produk Unggulan</h1><div><h4>Keripik Pisang</h4><p>Rp 15.000 per bungkus</p></div><div><h4>Kopi Robusta</h4><p>Rp 40.000</p></div>
        == c-neg-10 /layanan/detail |
        <h1>Detail Layanan</h1><h4>Persyaratan</h4><div class="content"></div><h4>Prosedur</h4><div class="content">Data tidak tersedia</div><h4>Biaya</h4><div class="content">-</div>
        == c-neg-11 /bantuan-hukum/perkara |
        <h1>Putusan</h1><p>Terdakwa dijatuhi pidana penjara 2 bulan dan biaya perkara Rp 5.000.</p>
        ? bi
        == c-neg-12 /profil/pejabat |
        <h1>Profil Pejabat</h1><h4>Riwayat Pendidikan</h4><ul><li>S1 Hukum</li><li>S2 Administrasi Publik</li></ul><h4>Pelatihan</h4><ul><li>Diklat PIM III</li></ul>
        == c-neg-13 /komitmen |
        <h2>Zona Integritas</h2><p>Kami berkomitmen mewujudkan wilayah bebas korupsi dan birokrasi bersih melayani.</p>
        == c-neg-14 /pasar/harga |
        <h1>Harga Kebutuhan Pokok</h1><table><tr><th>Komoditas</th><th>Harga</th></tr><tr><td>Beras medium</td><td>13.500</td></tr><tr><td>Cabai rawit</td><td>60.000</td></tr></table>
        == c-neg-15 /sakip |
        <h1>Evaluasi Kinerja</h1><p>Laporan evaluasi kinerja instansi pemerintah (LAKIP) tahun 2023 dapat diunduh.</p>
        == c-neg-16 /aset |
        <h1>Sarana dan Prasarana</h1><p>Program pembangunan sarana dan prasarana jalan desa tahun anggaran 2024.</p>
        """#
}
