// Service standards of the fictional offices, each with its own wording.

extension DemoService {
    static let idCard = DemoService(
        name: "Penerbitan KTP Elektronik Baru",
        requirements: [
            "Telah berusia 17 tahun, sudah kawin atau pernah kawin", "Fotokopi Kartu Keluarga",
            "Surat keterangan pindah bagi penduduk dari daerah lain",
        ],
        steps: [
            "Pemohon mengambil nomor antrean di loket pendaftaran",
            "Petugas memeriksa kelengkapan berkas pemohon", "Petugas merekam foto, sidik jari dan iris mata",
            "Pemohon menerima KTP elektronik di loket pengambilan",
        ],
        time: "1 (satu) hari kerja sejak berkas dinyatakan lengkap", cost: "Tidak dipungut biaya (gratis)",
        product: "KTP Elektronik",
        basis: [
            "Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan",
            "Peraturan Presiden Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran Penduduk",
        ])

    static let birth = DemoService(
        name: "Akta Kelahiran",
        requirements: [
            "Surat keterangan lahir dari bidan atau rumah sakit", "Fotokopi buku nikah orang tua",
            "Fotokopi KK dan KTP orang tua", "Fotokopi KTP dua orang saksi",
        ],
        steps: [
            "Pemohon mengisi formulir F-2.01", "Petugas loket memverifikasi berkas",
            "Pejabat pencatatan sipil menandatangani kutipan akta", "Akta diserahkan kepada pemohon",
        ],
        time: "3 hari kerja", cost: "Gratis", product: "Kutipan Akta Kelahiran dan KK baru",
        basis: ["Undang-Undang Nomor 24 Tahun 2013"])

    static let family = DemoService(
        name: "Perubahan Kartu Keluarga",
        requirements: ["KK lama yang asli", "Fotokopi akta kelahiran atau buku nikah", "Surat pengantar desa"],
        steps: ["Menyerahkan berkas ke loket 2", "Petugas memperbarui data", "KK baru dikirim ke surel pemohon"],
        time: "1 x 24 jam", cost: "Rp 0", product: "Kartu Keluarga")

    static let permit = DemoService(
        name: "Izin Praktik Perawat",
        requirements: ["Fotokopi STR yang masih berlaku", "Pas foto 4x6 dua lembar", "Rekomendasi organisasi profesi"],
        steps: [
            "Pemohon mengunggah berkas", "Petugas front office memverifikasi", "Tim teknis memberi rekomendasi",
            "Izin terbit dengan tanda tangan elektronik",
        ],
        time: "5 hari kerja", cost: "Rp 0,-", product: "Surat Izin Praktik Perawat")

    static let billboard = DemoService(
        name: "Izin Penyelenggaraan Reklame",
        requirements: ["Surat permohonan bermeterai", "Fotokopi KTP pemohon", "Gambar rancangan dan denah lokasi"],
        steps: ["Pemohon mendaftar di loket", "Tim meninjau lokasi", "Pemohon membayar pajak", "Izin diserahkan"],
        time: "7 hari kerja", cost: "Sesuai tarif pajak reklame, mulai Rp 75.000 per meter persegi",
        product: "Izin reklame")

    static let researchPermit = DemoService(
        name: "Surat Keterangan Penelitian",
        requirements: ["Surat pengantar dari kampus", "Proposal penelitian", "Fotokopi KTP"],
        steps: ["Pemohon menyerahkan berkas", "Petugas membuat konsep surat", "Surat diambil pemohon"],
        time: "2 hari kerja", cost: "Tidak dipungut biaya", product: "Surat keterangan penelitian")

    static let referral = DemoService(
        name: "Rekomendasi Izin Operasional Klinik",
        requirements: [
            "Surat permohonan ditujukan kepada Kepala Dinas Kesehatan", "Fotokopi akta pendirian badan usaha",
            "Daftar tenaga kesehatan beserta STR dan SIP",
        ],
        steps: [
            "Pemohon menyerahkan berkas ke bagian umum", "Petugas memeriksa kelengkapan berkas",
            "Tim melakukan kunjungan lapangan", "Kepala Dinas menandatangani rekomendasi",
        ],
        time: "14 hari kerja", cost: "Tidak dipungut biaya",
        product: "Surat rekomendasi izin operasional klinik",
        basis: ["Peraturan Menteri Kesehatan Nomor 14 Tahun 2021"])

    static let vehicleTest = DemoService(
        name: "Uji Berkala Kendaraan Bermotor (KIR)",
        requirements: ["Fotokopi STNK yang masih berlaku", "Buku uji lama", "Kendaraan dihadirkan di gedung uji"],
        steps: [
            "Pemilik kendaraan mendaftar di loket", "Membayar retribusi di kasir", "Penguji memeriksa kendaraan",
            "Petugas menyerahkan kartu uji",
        ],
        time: "45 menit per kendaraan", cost: "Mobil penumpang umum Rp 60.000; truk Rp 85.000",
        product: "Kartu lulus uji berkala", basis: ["Peraturan Daerah Nomor 3 Tahun 2023 tentang Retribusi Daerah"])

    static let subdomain = DemoService(
        name: "Permohonan Subdomain",
        requirements: ["Surat permohonan kepala perangkat daerah", "Nama dan nomor kontak pengelola situs"],
        steps: ["Pemohon mengirim surat", "Petugas memverifikasi nama yang diminta", "Subdomain diaktifkan"],
        time: "2 hari kerja", cost: "Gratis", product: "Subdomain tanjungrambaikab.go.id yang aktif")

    static let welfare = DemoService(
        name: "Surat Keterangan Terdaftar DTKS",
        requirements: ["Fotokopi KTP dan KK", "Surat pengantar dari desa atau kelurahan"],
        steps: ["Pemohon datang ke meja layanan", "Petugas mengecek data di aplikasi", "Surat dicetak dan diserahkan"],
        time: "15 menit", cost: "Tidak dipungut biaya", product: "Surat keterangan terdaftar DTKS")

    static let village = DemoService(
        name: "Rekomendasi Pencairan Dana Desa",
        requirements: ["Surat permohonan kepala desa", "Laporan realisasi tahap sebelumnya", "Perdes APBDes"],
        steps: ["Desa menyerahkan berkas", "Petugas memverifikasi laporan", "Kepala Dinas menerbitkan rekomendasi"],
        time: "3 hari kerja", cost: "Tidak dipungut biaya", product: "Surat rekomendasi pencairan")

    static let cooperative = DemoService(
        name: "Rekomendasi Pendirian Koperasi",
        requirements: ["Berita acara rapat pembentukan", "Fotokopi KTP pendiri", "Rencana anggaran dasar"],
        steps: ["Pengurus mengajukan permohonan", "Petugas memeriksa berkas", "Rekomendasi diserahkan ke notaris"],
        time: "4 hari kerja", cost: "Gratis", product: "Surat rekomendasi")

    static let districtLetter = DemoService(
        name: "Legalisasi Surat Keterangan Tidak Mampu",
        requirements: ["Surat pengantar dari kepala desa", "Fotocopy KTP dan KK yg masih berlaku"],
        steps: ["Pemohon membawa berkas ke loket", "Petugas meregister surat", "Camat menanda tangani surat"],
        time: "10 menit", cost: "Tidak ada biaya", product: "Surat keterangan yang dilegalisir")

    static let dispensation = DemoService(
        name: "Surat Dispensasi Nikah",
        requirements: ["Surat pengantar KUA", "Fotokopi KTP calon pengantin", "Pas foto 3x4"],
        steps: ["Pemohon menyerahkan berkas", "Kasi Kesra memeriksa", "Camat menandatangani surat dispensasi"],
        time: "1 hari kerja", cost: "Gratis", product: "Surat dispensasi nikah")
}
