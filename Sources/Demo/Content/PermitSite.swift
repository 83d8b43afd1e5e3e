import Model

extension DemoSite {
    /// Licensing office: a table with one row per licence, tabs, a maklumat that is only a picture.
    static let permits = DemoSite(
        host: "dpmptsp.tanjungrambaikab.go.id", ip: DemoNet.second,
        name: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", short: "DPMPTSP", theme: .bootstrap,
        street: "Mal Pelayanan Publik Lt. 2, Jl. Jenderal Sudirman No. 3, Rambai Kota", phone: "(0599) 21770",
        mail: "dpmptsp@tanjungrambaikab.go.id", hours: "Senin - Jumat pukul 08.00 - 15.00",
        welcome: [
            .text("Perizinan di Kabupaten Tanjung Rambai dilayani di satu tempat, mudah dan transparan."),
            .links([
                ("Daftar perizinan", "/perizinan"), ("Lacak berkas", "https://lacak.tanjungrambaikab.go.id/"),
                ("Agenda", "/agenda?bulan=2026-03"),
            ]),
        ],
        pages: [
            DemoPage("/perizinan", "Jenis Perizinan", DemoService.asColumns([.permit, .billboard, .researchPermit])),
            DemoPage(
                "/alur", "Alur Perizinan", [.text("Pilih jenis izin:")] + DemoService.asPanels([.permit, .billboard])),
            DemoPage(
                "/maklumat", "Maklumat Pelayanan",
                [.image(file: "maklumat-2024.jpg", alt: "Maklumat Pelayanan DPMPTSP")]),
            DemoPage(
                "/pengaduan", "Pengaduan",
                [
                    .text("Sampaikan keluhan Anda tentang pelayanan perizinan dengan formulir ini."),
                    .form(fields: ["Nama", "Nomor telepon", "Isi pengaduan"], button: "Kirim pengaduan"),
                    .text("Atau telepon (0599) 21770 dan datang ke meja pengaduan."),
                ]),
            DemoPage(
                "/visi-misi", "Visi Misi",
                [
                    .heading("Visi"), .text("Pelayanan perizinan yang prima dan ramah investasi."), .heading("Misi"),
                    .steps(["Menyederhanakan perizinan", "Meningkatkan kualitas aparatur"]),
                ]),
        ],
        endlessAgenda: true,
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
            .produk: .present, .pengaduan: .present, .visiMisi: .present, .jamLayanan: .present,
            .kontakAlamat: .present,
        ])
}
