import Model

extension DemoSite {
    /// One site for two offices under one roof.
    static let social = DemoSite(
        host: "dinsosp3a.tanjungrambaikab.go.id",
        name: "Dinas Sosial dan Dinas Pemberdayaan Perempuan dan Perlindungan Anak", short: "Dinsos dan DP3A",
        theme: .magazine, street: "Jl. Kartini No. 10, Rambai Kota", phone: "(0599) 21606",
        mail: "dinsosp3a@tanjungrambaikab.go.id", hours: "Pelayanan Senin - Jumat jam 08.00 - 15.00",
        welcome: [
            .text(
                "Situs bersama Dinas Sosial serta Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Tanjung "
                    + "Rambai."),
            .heading("Layanan Dinas Sosial"), .list(["Surat keterangan DTKS", "Rehabilitasi sosial lansia"]),
            .heading("Layanan Dinas Pemberdayaan Perempuan dan Perlindungan Anak"),
            .list(["Pendampingan korban kekerasan", "Konseling keluarga (Puspaga)"]),
        ],
        pages: [
            DemoPage("/layanan/dtks", "Surat DTKS", in: "Layanan", DemoService.welfare.asHeadings),
            DemoPage(
                "/layanan/pendampingan", "Pendampingan Korban", in: "Layanan",
                [
                    .heading("Persyaratan"), .list(["Fotokopi KTP pelapor", "Surat pengantar desa bila ada"]),
                    .heading("Prosedur"),
                    .steps(["Pelapor datang atau menelepon", "Petugas mencatat laporan", "Konselor mendampingi korban"]
                    ),
                    .heading("Biaya"), .text("Tidak dipungut biaya."),
                ]),
            DemoPage(
                "/pengaduan", "Pengaduan Layanan",
                [.text("Pengaduan atas pelayanan kami: telepon (0599) 21606, kotak pengaduan di ruang depan.")]),
        ],
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
            .produk: .present, .pengaduan: .present, .jamLayanan: .present, .kontakAlamat: .present,
            .surveiKepuasan: .absent,
        ])

    /// The communication office: information requests, and news about gambling that must not accuse it.
    static let informatics = DemoSite(
        host: "diskominfo.tanjungrambaikab.go.id", name: "Dinas Komunikasi dan Informatika", short: "Diskominfo",
        theme: .cards, street: "Jl. Satelit No. 5, Rambai Kota", phone: "(0599) 21818",
        mail: "diskominfo@tanjungrambaikab.go.id", hours: nil,
        social: [("YouTube", "https://www.youtube.com/@diskominfotanjungrambai")],
        welcome: [.text("Dinas Komunikasi dan Informatika Kabupaten Tanjung Rambai, melayani dengan data.")],
        pages: [
            DemoPage("/layanan", "Layanan", [.heading("Permohonan Subdomain")] + DemoService.subdomain.asFacts),
            DemoPage(
                "/ppid", "PPID", title: "PPID Pelaksana Diskominfo",
                [
                    .text(
                        "Pejabat Pengelola Informasi dan Dokumentasi (PPID) Pelaksana melayani permohonan informasi "
                            + "publik Diskominfo Kabupaten Tanjung Rambai."),
                    .heading("Daftar Informasi Publik"),
                    .list(["Informasi berkala", "Informasi serta merta", "Informasi setiap saat"]),
                ]),
            DemoPage("/kontak", "Kontak", [.text("Kantor Diskominfo, Jl. Satelit No. 5, telepon (0599) 21818")]),
        ],
        news: [
            DemoNews(
                "/berita/waspada-judi-online", "Diskominfo Ajak Warga Waspada Judi Online", "27 Januari 2026",
                [
                    "RAMBAI KOTA - Diskominfo mengajak warga melaporkan situs judi online, termasuk slot dan togel, "
                        + "yang menyusup ke laman pemerintah, Selasa (27/1).",
                    "\"Banyak laman instansi disusupi tautan judi,\" kata Kepala Dinas. Ia meminta setiap OPD "
                        + "memeriksa situsnya sebulan sekali.",
                ])
        ],
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present, .produk: .present,
            .ppid: .present, .kontakAlamat: .present, .mediaSosial: .present, .maklumat: .absent,
        ])

    /// Youth and sport: a real site with a block of gambling links planted below the fold.
    static let youth = DemoSite(
        host: "dispora.tanjungrambaikab.go.id", name: "Dinas Kepemudaan dan Olahraga", short: "Dispora",
        theme: .magazine,
        street: "Stadion Lanting Raya, Rambai Kota", phone: "(0599) 21717", mail: "dispora@tanjungrambaikab.go.id",
        hours: nil,
        welcome: [.text("Dinas Kepemudaan dan Olahraga Kabupaten Tanjung Rambai.")],
        pages: [DemoPage("/profil", "Profil", [.text("Dispora membina pemuda dan olahraga di Tanjung Rambai.")])],
        injected: SpecialPages.gambling)
}
