import Model

extension DemoSite {
    /// The health office: standards under headings, and its puskesmas as one line each.
    static let health = DemoSite(
        host: "dinkes.tanjungrambaikab.go.id", name: "Dinas Kesehatan", short: "Dinkes", theme: .cards,
        street: "Jl. Pemuda No. 45, Rambai Kota", phone: "(0599) 21330", mail: "dinkes@tanjungrambaikab.go.id",
        hours: "Jam pelayanan: Senin-Kamis 07.30-15.30, Jumat 07.30-11.00",
        social: [("Instagram", "https://www.instagram.com/dinkes_tanjungrambai")],
        welcome: [
            .text("Selamat datang di website Dinas Kesehatan Kabupaten Tanjung Rambai. Sehat bersama, maju bersama."),
            .link(label: "Daftar Puskesmas", href: "/puskesmas"),
        ],
        pages: [
            DemoPage("/standar-pelayanan", "Standar Pelayanan", DemoService.referral.asHeadings),
            DemoPage(
                "/puskesmas", "Puskesmas", title: "Daftar Puskesmas Kabupaten Tanjung Rambai",
                [
                    .table(
                        head: ["No", "Nama Puskesmas", "Kecamatan", "Jenis"],
                        rows: DemoOffice.all.filter { $0.kind == "puskesmas" }.enumerated().map {
                            ["\($0 + 1)", $1.name, "Tanjung Rambai", $0 % 3 == 0 ? "Rawat inap" : "Non rawat inap"]
                        }),
                    .link(
                        label: "Facebook Puskesmas Muara Lanting",
                        href: "https://www.facebook.com/puskesmas.muaralanting"),
                ]),
            DemoPage(
                "/pengaduan", "Pengaduan",
                [
                    .text(
                        "Keluhan tentang pelayanan kesehatan dapat disampaikan melalui telepon (0599) 21330 atau "
                            + "datang langsung ke ruang pengaduan."),
                    .link(label: "LAPOR!", href: "https://www.lapor.go.id/"),
                ]),
            DemoPage(
                "/profil", "Profil",
                [
                    .heading("Visi"), .text("Masyarakat Tanjung Rambai yang sehat dan mandiri."), .heading("Misi"),
                    .list(["Mendekatkan layanan kesehatan", "Menguatkan pencegahan penyakit"]),
                    .heading("Tugas dan Fungsi"), .text("Membantu Bupati dalam urusan pemerintahan bidang kesehatan."),
                ]),
        ],
        truth: [
            .dasarHukum: .present, .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present,
            .biaya: .present, .produk: .present, .pengaduan: .present, .visiMisi: .present,
            .jamLayanan: .present, .kontakAlamat: .present, .maklumat: .absent, .surveiKepuasan: .absent,
        ])

    /// The hospital: tariffs, flow of registration, visiting hours, the result of its survey.
    static let hospital = DemoSite(
        host: "rsud.tanjungrambaikab.go.id", ip: DemoNet.second, name: "RSUD Sultan Rambai",
        short: "RSUD Sultan Rambai",
        theme: .bootstrap, street: "Jl. Rumah Sakit No. 8, Rambai Kota", phone: "(0599) 22001",
        mail: "rsud@tanjungrambaikab.go.id", hours: "Poliklinik: Senin - Sabtu 08.00 - 14.00; IGD 24 jam",
        welcome: [
            .text("Rumah Sakit Umum Daerah Sultan Rambai melayani masyarakat Kabupaten Tanjung Rambai sejak 1987."),
            .subheading("Motto"), .text("Motto kami: Sembuh dengan Senyum."),
        ],
        pages: [
            DemoPage(
                "/layanan", "Layanan",
                [
                    .heading("Poliklinik"),
                    .list([
                        "Poli Anak", "Poli Penyakit Dalam", "Poli Kebidanan dan Kandungan", "Poli Gigi", "Poli Mata",
                    ]),
                ]),
            DemoPage(
                "/pendaftaran", "Alur Pendaftaran", title: "Alur dan Persyaratan Pendaftaran Pasien",
                [
                    .heading("Persyaratan"),
                    .list(["KTP atau kartu identitas anak", "Kartu BPJS Kesehatan", "Surat rujukan dari puskesmas"]),
                    .heading("Alur Pelayanan"),
                    .steps([
                        "Pasien mengambil nomor antrean", "Petugas memeriksa berkas dan mencetak SEP",
                        "Pasien menuju poliklinik", "Pasien mengambil obat di apotek",
                    ]),
                    .heading("Waktu Pelayanan"),
                    .text("Pendaftaran pasien diselesaikan dalam waktu paling lama 10 menit."),
                ]),
            DemoPage(
                "/tarif", "Tarif",
                [
                    .table(
                        head: ["Jenis Pelayanan", "Tarif (Rp)"],
                        rows: [
                            ["Pemeriksaan dokter spesialis", "75.000"], ["Kamar kelas III per hari", "120.000"],
                            ["Foto rontgen dada", "95.000"],
                        ])
                ]),
            DemoPage(
                "/maklumat", "Maklumat",
                [
                    .text(
                        "Kami pegawai RSUD Sultan Rambai berjanji dan siap memberikan pelayanan sesuai standar "
                            + "pelayanan, serta bersedia menerima sanksi apabila tidak menepatinya.")
                ]),
            DemoPage(
                "/ikm", "Indeks Kepuasan",
                [.text("Nilai IKM RSUD Sultan Rambai Triwulan IV 2025 adalah 81,40 (Baik) dari 220 responden.")]),
            DemoPage(
                "/pengaduan", "Pengaduan Pasien",
                [.text("Pengaduan pasien dan keluarga: telepon (0599) 22001 atau kotak saran di setiap ruangan.")]),
        ],
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
            .produk: .present, .maklumat: .present, .surveiKepuasan: .present, .pengaduan: .present,
            .moto: .present, .jamLayanan: .present, .kontakAlamat: .present,
        ])
}
