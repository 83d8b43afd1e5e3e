extension WrittenPage {
    /// Whole standards, hours, fees, times, requirements and steps, in the forms offices use.
    static let textStandards = #"""
        == sp-table /standar-pelayanan | per pro jw bi prd sar kom awas adu jml jp jk ev dh
        <h1>Standar Pelayanan Penerbitan Kartu Identitas Anak</h1><table><tr><th>No</th><th>Komponen</th><th>Uraian</th></tr><tr><td>1</td><td>Dasar Hukum</td><td>Permendagri Nomor 2 Tahun 2016 tentang Kartu Identitas Anak</td></tr><tr><td>2</td><td>Persyaratan</td><td>a. Akta lahir anak<br>b. KK orang tua<br>c. Foto 2x3 untuk anak di atas 5 tahun</td></tr><tr><td>3</td><td>Sistem, Mekanisme, Prosedur</td><td>Pemohon menyerahkan berkas, petugas memverifikasi, KIA dicetak dan diserahkan</td></tr><tr><td>4</td><td>Jangka Waktu</td><td>± 1 (satu) hari kerja</td></tr><tr><td>5</td><td>Biaya/tarif</td><td>Nihil</td></tr><tr><td>6</td><td>Produk layanan</td><td>Kartu Identitas Anak</td></tr><tr><td>7</td><td>Sarpras</td><td>PC, printer kartu, genset</td></tr><tr><td>8</td><td>Kompetensi Pelaksana</td><td>SLTA, paham aplikasi SIAK</td></tr><tr><td>9</td><td>Pengawasan Internal</td><td>Kepala Bidang</td></tr><tr><td>10</td><td>Penanganan Pengaduan</td><td>Kotak saran, WA 0852-4410-9921</td></tr><tr><td>11</td><td>Jumlah Pelaksana</td><td>3 orang</td></tr><tr><td>12</td><td>Jaminan Pelayanan</td><td>Tepat waktu, bila terlambat diantar</td></tr><tr><td>13</td><td>Jaminan keamanan dan keselamatan</td><td>Blanko disimpan dalam brankas</td></tr><tr><td>14</td><td>Evaluasi Kinerja</td><td>Setiap tiga bulan</td></tr></table>
        == sp-table-six /publik/sp-legalisir | per pro jw bi prd adu
        <h2>SP Legalisir Surat</h2><table><tbody><tr><td>1.</td><td>Persyaratan Pelayanan</td><td>:</td><td>Dokumen asli beserta salinannya</td></tr><tr><td>2.</td><td>Sistem, Mekanisme dan Prosedur</td><td>:</td><td>1) Pemohon menyerahkan dokumen; 2) Petugas mencocokkan; 3) Lurah membubuhkan tanda tangan</td></tr><tr><td>3.</td><td>Jangka Waktu Pelayanan</td><td>:</td><td>10 (sepuluh) menit</td></tr><tr><td>4.</td><td>Biaya / Tarif</td><td>:</td><td>Rp. 0,00</td></tr><tr><td>5.</td><td>Produk Pelayanan</td><td>:</td><td>Surat yang telah dilegalisir</td></tr><tr><td>6.</td><td>Pengelolaan Pengaduan</td><td>:</td><td>Langsung ke petugas piket atau telepon (0271) 664310</td></tr></tbody></table>
        == table-header-columns /layanan/tabel | per jw bi prd
        <h2>Daftar Pelayanan Kecamatan</h2><table><thead><tr><th>No.</th><th>Jenis Layanan</th><th>Syarat-syarat</th><th>Waktu Selesai</th><th>Tarif</th></tr></thead><tbody><tr><td>1</td><td>Surat Pindah</td><td>KK, KTP, Pengantar desa</td><td>20 menit</td><td>Gratis</td></tr><tr><td>2</td><td>Dispensasi Nikah</td><td>N1, N2, N4</td><td>1 jam</td><td>Gratis</td></tr></tbody></table>
        == dl-list /layanan/akta-mati | per jw bi prd
        <h1>Akta Kematian</h1><dl><dt>Syarat</dt><dd>Surat kematian dari rumah sakit atau kepala desa</dd><dt>Lama Layanan</dt><dd>maks. 24 jam kerja</dd><dt>Ongkos</dt><dd>Gratis</dd></dl>
        == colon-lines /kelurahan/sku | per jw bi prd
        <h3>Surat Keterangan Usaha (SKU)</h3><p>Syarat : Pengantar RT/RW, fc KTP, foto tempat usaha</p><p>Waktu : 15 menit</p><p>Biaya : Tidak Ada</p>
        == colon-br /pelayanan/skck | per bi prd jw
        <div><b>Pengantar SKCK</b><br>Persyaratan: Surat pengantar RT, KK, KTP<br>Waktu penyelesaian: 5 menit<br>Biaya: tanpa dipungut biaya</div>
        == accordion /layanan | per pro bi prd
        <div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button" data-bs-toggle="collapse" data-bs-target="#c1">Kartu Keluarga Baru</button></h2><div id="c1" class="accordion-collapse collapse"><div class="accordion-body"><strong>Syarat</strong><ul><li>Buku nikah / kutipan akta perkawinan</li><li>Surat pindah bagi pendatang</li></ul><strong>Cara</strong><ol><li>Ambil antrean di loket 2</li><li>Serahkan berkas</li><li>Tunggu KK dicetak</li></ol><p>Tidak dipungut biaya apapun</p></div></div></div></div>
        == tabs /pelayanan/igd | pro per jw
        <ul class="nav nav-tabs"><li><a class="nav-link" data-bs-toggle="tab" data-bs-target="#s" href="#s">Persyaratan</a></li><li><a class="nav-link" data-bs-toggle="tab" data-bs-target="#a" href="#a">Alur</a></li><li><a class="nav-link" data-bs-toggle="tab" data-bs-target="#w" href="#w">Waktu Pelayanan</a></li></ul><div class="tab-content"><div class="tab-pane" id="s"><p>Kartu BPJS/KIS bagi peserta, identitas bagi pasien umum</p></div><div class="tab-pane" id="a"><p>1. Pasien masuk triase</p><p>2. Dokter memeriksa pasien</p><p>3. Pasien dirawat atau dipulangkan</p></div><div class="tab-pane" id="w"><p>Respon awal kurang dari 5 menit, observasi paling lama 6 jam</p></div></div>
        ? prd
        == faq-ktp /faq | per jw bi pro prd
        <h1>Tanya Jawab</h1><h4>Apa saja yang harus dibawa untuk perekaman KTP-el?</h4><p>Cukup membawa fotokopi Kartu Keluarga.</p><h4>Berapa lama KTP saya jadi?</h4><p>Biasanya selesai dalam 1 hari kerja.</p><h4>Apakah dikenakan biaya?</h4><p>Tidak. Semua layanan Adminduk gratis.</p><h4>Bagaimana cara memperbaiki data yang salah?</h4><p>Datang ke loket pengaduan data, isi formulir F-1.06, lalu tunggu verifikasi petugas.</p>
        == faq-details /bantuan/faq | bi jw prd
        <details><summary>Berapa tarif uji KIR?</summary><p>Sejak Januari 2024 uji berkala kendaraan bebas retribusi.</p></details><details><summary>Berapa lama pengujian kendaraan?</summary><p>Sekitar 30-45 menit bila antrean normal.</p></details>
        == numbered-outline /sop/izin | dh per pro jw bi prd
        <p><b>IZIN PENELITIAN</b></p><p>A. DASAR HUKUM</p><p>Permendagri No. 3 Tahun 2018 tentang Penerbitan Surat Keterangan Penelitian</p><p>B. PERSYARATAN</p><p>1. Surat pengantar dari kampus</p><p>2. Proposal penelitian</p><p>C. MEKANISME</p><p>1. Mahasiswa mengajukan berkas</p><p>2. Berkas diperiksa petugas</p><p>3. Surat ditandatangani kepala badan</p><p>D. WAKTU</p><p>3 hari kerja</p><p>E. BIAYA</p><p>Gratis / tidak dipungut retribusi</p>
        == roman-outline /layanan-imb | per pro prd
        <h1>Persetujuan Bangunan Gedung (PBG)</h1><p>I. Syarat Administrasi</p><ul><li>Sertifikat hak atas tanah</li><li>KTP pemilik bangunan</li></ul><p>II. Syarat Teknis</p><ul><li>Gambar rencana arsitektur</li></ul><p>III. Tata Cara</p><ul><li>Pemohon membuat akun di simbg.pu.go.id</li><li>Tim profesi ahli menilai dokumen</li><li>Pemohon membayar retribusi</li></ul>
        == puskesmas-cards /layanan-kami | prd jam
        <h2>Pelayanan Dalam Gedung</h2><div class="row"><div class="card"><h5>Poli Umum</h5><p>Senin - Sabtu 08.00 - 12.00</p></div><div class="card"><h5>Poli KIA/KB</h5><p>Senin - Kamis 08.00 - 12.00</p></div><div class="card"><h5>Klinik Sanitasi</h5><p>Rabu 09.00 - 11.00</p></div></div>
        == puskesmas-jadwal /jadwal | prd jam
        <h1>Jadwal Pelayanan Puskesmas</h1><table><tr><th>Hari</th><th>Poli</th><th>Jam</th></tr><tr><td>Senin</td><td>Poli Gigi</td><td>08.00 s.d 11.30</td></tr><tr><td>Selasa</td><td>Imunisasi</td><td>08.30 s.d 11.00</td></tr></table>
        == hours-footer-1 / | jam
        <header><h1>Puskesmas Sukamaju</h1></header><main><p>Selamat datang di situs resmi kami.</p></main><footer><h5>Jam Buka Loket</h5><p>Sen-Kam 07.45-11.30</p><p>Jum 07.45-10.00</p><p>Sab 07.45-11.00</p></footer>
        == hours-2 /kontak | jam
        <h2>Kontak</h2><p>Jl. Merdeka 7</p><p>Waktu Pelayanan</p><p>Hari Senin s.d Kamis pukul 08.00 WIB s.d. 15.30 WIB, istirahat pukul 12.00-13.00</p><p>Hari Jumat pukul 08.00 s.d. 16.00 WIB</p>
        == hours-3 /profil | jam
        <p>Kantor melayani masyarakat setiap hari kerja mulai pukul 08.00 hingga 14.00 WITA.</p>
        == hours-4 / | jam
        <div class="topbar"><span>Senin–Jumat: 07:30–16:00</span><span>(0274) 512345</span></div><main><h1>Dinas Perpustakaan</h1><p>Selamat membaca</p></main>
        == hours-5 /visit | jam
        <h3>Opening Hours</h3><ul><li>Monday - Thursday 08:00 AM - 3:00 PM</li><li>Friday 08:00 AM - 11:00 AM</li></ul>
        == hours-6 /rsud/jam-besuk | jam
        <h1>Jam Besuk Pasien</h1><p>Siang : 11.00 – 13.00</p><p>Sore : 16.30 – 18.00</p>
        == hours-7 /layanan/samsat-keliling | jam
        <h1>Jadwal Samsat Keliling</h1><table><tr><th>Hari</th><th>Lokasi</th><th>Waktu</th></tr><tr><td>Senin</td><td>Halaman kantor camat</td><td>09.00-12.00</td></tr><tr><td>Rabu</td><td>Pasar pagi</td><td>09.00-12.00</td></tr></table>
        ? prd
        == hours-8 /kontak | jam
        <p>Kami siap melayani Anda: Senin s/d Jum'at, 08.00 - 15.00</p>
        == biaya-tariff /tarif | bi
        <h1>Tarif Retribusi Pelayanan Kesehatan</h1><table><tr><th>No</th><th>Uraian</th><th>Satuan</th><th>Tarif (Rp)</th></tr><tr><td>1</td><td>Jasa visite dokter</td><td>per kali</td><td>35.000</td></tr><tr><td>2</td><td>Rawat luka</td><td>per tindakan</td><td>20.000</td></tr></table>
        ? prd
        == biaya-perda /layanan/sewa | bi prd
        <h2>Sewa Gedung Serbaguna</h2><p>Tarif sewa Rp1.500.000 per hari sesuai Perda No 1 Tahun 2024.</p>
        ? dh
        == biaya-pnbp /layanan/sim | bi prd
        <h2>Penerbitan SIM</h2><h3>PNBP</h3><ul><li>SIM A baru Rp 120.000</li><li>SIM C baru Rp 100.000</li></ul>
        == biaya-zero /izin | bi prd
        <h2>Izin Praktik Bidan</h2><h4>Biaya Perizinan</h4><p>Rp0 (nol rupiah)</p>
        == biaya-percent /pajak/bphtb | bi
        <h2>Tarif BPHTB</h2><p>5% dari nilai perolehan objek pajak kena pajak</p>
        ? prd
        == waktu-1 /layanan/izin-reklame | jw prd
        <h2>Izin Reklame</h2><p>Proses perizinan paling lama 5 (lima) hari kerja terhitung sejak berkas dinyatakan lengkap dan benar.</p>
        == waktu-2 /rawat-jalan | jw prd
        <h2>Rawat Jalan</h2><h4>Target Waktu</h4><p>Waktu tunggu ≤ 60 menit</p>
        == waktu-3 /layanan/kk | jw prd
        <h2>Perubahan Kartu Keluarga</h2><p>SLA: 1x24 jam</p>
        == waktu-4 /layanan/pengantar | jw prd
        <h2>Surat Pengantar</h2><p>Lama pembuatan 5-10 menit.</p>
        == waktu-5 /layanan/rekom | jw prd
        <h2>Rekomendasi BBM Nelayan</h2><h3>Waktu Penyelesaian</h3><p>Hari itu juga apabila pejabat penandatangan di tempat</p>
        == waktu-6 /layanan/uji-lab | jw prd
        <h2>Pengujian Sampel Air</h2><table><tr><td>Waktu Pengujian</td><td>7 hari</td></tr></table>
        == syarat-1 /layanan/bpjs | per prd
        <h2>Pendaftaran Pasien BPJS</h2><p>Yang perlu disiapkan:</p><p>- Kartu BPJS aktif</p><p>- KTP</p><p>- Rujukan faskes pertama</p>
        == syarat-2 /layanan/perpus | per prd
        <h2>Pembuatan Kartu Anggota Perpustakaan</h2><h4>Ketentuan</h4><ul><li>Menunjukkan KTP/Kartu Pelajar</li><li>Pas foto 2x3 sebanyak 2 lembar</li></ul>
        == syarat-3 /layanan/waris | per prd
        <h2>SURAT KETERANGAN AHLI WARIS</h2><ol><li>Pengantar dari RT dan RW</li><li>Foto copy KTP semua ahli waris</li><li>Foto copy KK</li><li>Surat kematian pewaris</li><li>Materai 10.000 (2 lembar)</li></ol>
        == syarat-4 /adminduk | per prd
        <h3>Akta Perkawinan</h3><p>Dokumen yang wajib dilampirkan</p><ul><li>Surat pemberkatan dari pemuka agama</li><li>Pas foto berdampingan 4x6</li></ul>
        == syarat-5 /layanan/nikah | per prd
        <h3>Pengantar nikah</h3><p>Calon pengantin wajib melampirkan fotokopi KTP, akta lahir, dan surat pernyataan belum menikah bermeterai.</p>
        == syarat-6 /layanan/makam | per prd
        <h3>Izin Penggunaan Tanah Makam</h3><p><u>Persyaratan Administratif</u></p><p>• Surat keterangan kematian</p><p>• KTP penanggung jawab</p>
        == syarat-7 /en/passport | per prd
        <h2>Marriage Certificate</h2><h4>Required Documents</h4><ul><li>Copy of ID card (KTP)</li><li>Family card (KK)</li></ul>
        == syarat-8 /layanan/pbb | per prd
        <h2>Mutasi PBB-P2</h2><h4>Berkas yang perlu dilengkapi</h4><ul><li>SPPT tahun terakhir</li><li>Bukti jual beli</li></ul>
        == syarat-9 /disnaker/ak1 | per pro prd
        <h2>Kartu AK-1 (Kartu Kuning)</h2><h5>Persyaratan</h5><p>Fotokopi ijazah terakhir, KTP, pas foto berwarna 3x4 (2 lbr)</p><h5>Tata cara pembuatan</h5><p>Daftar akun di karirhub, isi biodata, datang ke kantor untuk cetak kartu</p>
        == prosedur-1 /alur | pro
        <h1>Alur Pelayanan Rawat Inap</h1><ol><li>Keluarga pasien melapor ke TPPRI</li><li>Pasien diantar ke ruangan</li><li>Keluarga menyelesaikan administrasi di kasir</li></ol>
        ? prd
        == prosedur-2 /alur-pelayanan | pro
        <h2>Mekanisme Layanan Konsultasi</h2><div class="step"><h5>1. Registrasi</h5><p>Isi buku tamu</p></div><div class="step"><h5>2. Konsultasi</h5><p>Bertemu petugas sesuai bidang</p></div><div class="step"><h5>3. Selesai</h5><p>Mengisi survei</p></div>
        ? prd
        == prosedur-3 /pajak/pbb/bayar | pro
        <h2>Cara Bayar PBB</h2><p>Siapkan NOP, kunjungi Bank Daerah atau kantor pos terdekat, kemudian simpan bukti bayar.</p>
        ? prd
        == prosedur-4 /pkm/alur | pro
        <h2>Alur Pasien</h2><p>Pendaftaran → Skrining → Poli → Lab (bila perlu) → Apotek</p>
        ? prd
        == prosedur-5 /panduan | pro
        <h1>Panduan Pengajuan Online</h1><p>Langkah 1: Buat akun</p><p>Langkah 2: Pilih jenis layanan</p><p>Langkah 3: Unggah persyaratan</p><p>Langkah 4: Pantau status permohonan</p>
        ? prd per
        == prosedur-6 /sop/perekaman | pro prd
        <h1>SOP Perekaman Biometrik</h1><table><tr><th>No</th><th>Kegiatan</th><th>Pelaksana</th></tr><tr><td>1</td><td>Mengambil nomor antrean</td><td>Pemohon</td></tr><tr><td>2</td><td>Memanggil sesuai urutan</td><td>Operator</td></tr><tr><td>3</td><td>Merekam sidik jari dan iris</td><td>Operator</td></tr></table>
        == prosedur-7 /meja | pro
        <h2>Alur Posyandu</h2><p>Meja 1 : Pendaftaran</p><p>Meja 2 : Penimbangan</p><p>Meja 3 : Pencatatan</p><p>Meja 4 : Penyuluhan</p><p>Meja 5 : Pelayanan kesehatan</p>
        ? prd
        == prosedur-8 /layanan/damkar | pro
        <h2>Prosedur Permintaan Pemadaman</h2><ul><li>Hubungi nomor darurat 113</li><li>Sebutkan lokasi kejadian</li><li>Petugas meluncur ke lokasi</li></ul>
        ? prd
        """#
}
