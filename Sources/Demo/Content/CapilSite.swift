import Model

extension DemoSite {
    /// The best site of the region: every component, in accordions and tables.
    static let capil = DemoSite(
        host: "disdukcapil.tanjungrambaikab.go.id", name: "Dinas Kependudukan dan Pencatatan Sipil",
        short: "Disdukcapil", theme: .bootstrap, street: "Jl. Pelabuhan Lama No. 12, Rambai Kota",
        phone: "(0599) 21045", mail: "disdukcapil@tanjungrambaikab.go.id",
        hours: "Senin s.d. Kamis 08.00 - 15.30, Jumat 08.00 - 11.30",
        social: [("Instagram", "https://www.instagram.com/disdukcapil.tanjungrambai")],
        welcome: [
            .text("Selamat datang di situs resmi Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tanjung Rambai."),
            .subheading("Moto"), .text("Moto pelayanan kami: \"Sekali Datang, Selesai\"."),
        ],
        pages: capilPages,
        news: [
            DemoNews(
                "/berita/jemput-bola-hulu-lanting", "Jemput Bola Perekaman KTP di Hulu Lanting", "18 Februari 2026",
                [
                    "Tim Disdukcapil melakukan perekaman KTP elektronik bagi warga lanjut usia di Kecamatan Hulu "
                        + "Lanting, Rabu (18/2). Sebanyak 64 warga terlayani.",
                    "\"Kami datang ke rumah warga yang sakit,\" kata Kepala Bidang Pendaftaran Penduduk.",
                ])
        ],
        truth: [
            .dasarHukum: .present, .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present,
            .biaya: .present, .produk: .present, .saranaPrasarana: .present, .pengaduan: .present,
            .maklumat: .present, .surveiKepuasan: .present, .visiMisi: .present, .moto: .present,
            .jamLayanan: .present, .kontakAlamat: .present, .mediaSosial: .present, .sp4nLapor: .present,
            .pelayananKhusus: .present,
        ])

    private static let capilPages: [DemoPage] = [
        DemoPage(
            "/profil", "Visi dan Misi", in: "Profil",
            [
                .heading("Visi"), .text("Terwujudnya tertib administrasi kependudukan yang membahagiakan masyarakat."),
                .heading("Misi"),
                .list([
                    "Meningkatkan cakupan kepemilikan dokumen kependudukan",
                    "Memberikan pelayanan yang cepat, mudah dan gratis",
                ]),
            ]),
        DemoPage(
            "/profil/struktur", "Struktur Organisasi", in: "Profil",
            [.image(file: "bagan-struktur.png", alt: "Bagan struktur organisasi Disdukcapil")]),
        DemoPage(
            "/layanan", "Standar Pelayanan",
            [.text("Klik nama layanan untuk melihat standar pelayanannya.")]
                + DemoService.asPanels([.idCard, .birth, .family]) + [
                    .heading("Sarana dan Prasarana"),
                    .list(["Ruang tunggu berpendingin", "Toilet", "Mesin antrean", "Kursi roda", "Ruang laktasi"]),
                    .heading("Pelayanan Khusus"),
                    .text("Tersedia loket prioritas bagi penyandang disabilitas, lansia dan ibu hamil."),
                ]),
        DemoPage(
            "/maklumat", "Maklumat Pelayanan",
            [
                .text(
                    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah "
                        + "ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan "
                        + "perundang-undangan.")
            ]),
        DemoPage(
            "/pengaduan", "Pengaduan",
            [
                .text("Pengaduan, saran dan masukan atas layanan kami disampaikan melalui:"),
                .list([
                    "Kotak saran di ruang pelayanan", "Telepon (0599) 21045 pada jam kerja",
                    "WhatsApp pengaduan 0800-0000-1604", "SP4N-LAPOR! melalui www.lapor.go.id atau SMS 1708",
                ]),
                .text("Pengaduan ditanggapi oleh petugas pengelola pengaduan paling lambat dalam 5 hari kerja."),
            ]),
        DemoPage(
            "/skm", "Survei Kepuasan Masyarakat", title: "Hasil Survei Kepuasan Masyarakat Semester II 2025",
            [
                .text(
                    "Nilai Indeks Kepuasan Masyarakat (IKM): 87,62. Mutu pelayanan B (Baik), jumlah responden 312 "
                        + "orang, periode Juli - Desember 2025."),
                .table(
                    head: ["No", "Unsur", "Nilai"],
                    rows: [
                        ["1", "Persyaratan", "3,52"], ["2", "Sistem, Mekanisme dan Prosedur", "3,48"],
                        ["3", "Waktu Penyelesaian", "3,41"], ["4", "Biaya/Tarif", "3,88"],
                        ["5", "Kompetensi Pelaksana", "3,50"], ["6", "Sarana dan Prasarana", "3,33"],
                    ]),
            ]),
        DemoPage(
            "/kontak", "Kontak",
            [
                .text("Kantor: Jl. Pelabuhan Lama No. 12, Rambai Kota, Kabupaten Tanjung Rambai 79911"),
                .text("Telepon (0599) 21045, surel disdukcapil@tanjungrambaikab.go.id"),
            ]),
    ]
}
