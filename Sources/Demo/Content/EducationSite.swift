import Model

extension DemoSite {
    /// Headings without content, and news that talks of requirements and standards without giving any.
    static let education = DemoSite(
        host: "disdikbud.tanjungrambaikab.go.id", name: "Dinas Pendidikan dan Kebudayaan", short: "Disdikbud",
        theme: .magazine, street: "Jl. Ki Hajar Dewantara No. 1, Rambai Kota", phone: "(0599) 21112",
        mail: "disdikbud@tanjungrambaikab.go.id", hours: nil,
        social: [("Facebook", "https://www.facebook.com/disdikbud.tanjungrambai")],
        welcome: [
            .text("Situs resmi Dinas Pendidikan dan Kebudayaan Kabupaten Tanjung Rambai."), .heading("Pengumuman"),
            .text("Asesmen nasional jenjang SD dilaksanakan bulan September."),
        ],
        pages: [
            DemoPage(
                "/visi-misi", "Visi dan Misi", in: "Profil",
                [
                    .text("Visi: Terwujudnya insan Tanjung Rambai yang cerdas dan berbudaya."),
                    .text("Misi: memeratakan akses pendidikan dan melestarikan budaya daerah."),
                ]),
            DemoPage(
                "/struktur-organisasi", "Struktur Organisasi", in: "Profil", [.text("Halaman ini belum tersedia.")]),
            DemoPage(
                "/standar-pelayanan", "Standar Pelayanan", in: "Layanan",
                [
                    .emptyHeading("Persyaratan"), .text("Belum tersedia."), .emptyHeading("Prosedur"), .text("..."),
                    .emptyHeading("Jangka Waktu"),
                ]),
            DemoPage("/maklumat-pelayanan", "Maklumat Pelayanan", in: "Layanan", []),
            DemoPage("/kontak", "Kontak", [.text("Jl. Ki Hajar Dewantara No. 1 Rambai Kota, telepon (0599) 21112.")]),
        ],
        news: [
            DemoNews(
                "/2026/02/11/bupati-minta-opd-umumkan-standar-pelayanan",
                "Bupati Minta OPD Umumkan Standar Pelayanan", "11 Februari 2026",
                [
                    "RAMBAI KOTA - Bupati Tanjung Rambai meminta seluruh OPD mengumumkan standar pelayanan, mulai dari "
                        + "persyaratan, prosedur, jangka waktu sampai biaya, Rabu (11/2).",
                    "\"Jangan sampai masyarakat bingung soal biaya,\" ujar Bupati dalam apel gabungan. Ia menambahkan, "
                        + "maklumat pelayanan wajib dipajang di setiap kantor.",
                ]),
            DemoNews(
                "/2026/01/20/beasiswa-prestasi-dibuka", "Beasiswa Prestasi Dibuka, Ini Syaratnya", "20 Januari 2026",
                [
                    "Pemerintah Kabupaten Tanjung Rambai membuka beasiswa prestasi bagi 40 mahasiswa. Pendaftaran "
                        + "ditutup 28 Februari 2026.",
                    "Syaratnya antara lain fotokopi kartu mahasiswa dan transkrip nilai dengan IPK minimal 3,25.",
                ]),
        ],
        truth: [
            .persyaratan: .empty, .prosedur: .empty, .jangkaWaktu: .empty, .biaya: .absent, .maklumat: .empty,
            .pengaduan: .absent, .surveiKepuasan: .absent, .visiMisi: .present, .jamLayanan: .absent,
            .kontakAlamat: .present, .mediaSosial: .present,
        ])
}
