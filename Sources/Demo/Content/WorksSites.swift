import Model

extension DemoSite {
    /// Standards only as PDF files that are scans without text.
    static let works = DemoSite(
        host: "dpupr.tanjungrambaikab.go.id", name: "Dinas Pekerjaan Umum dan Penataan Ruang", short: "DPUPR",
        theme: .magazine, street: "Jl. Simpang Lima No. 21, Rambai Kota", phone: "(0599) 21500",
        mail: "dpupr@tanjungrambaikab.go.id", hours: nil,
        welcome: [.text("Website Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Tanjung Rambai.")],
        pages: [
            DemoPage(
                "/standar-pelayanan", "Standar Pelayanan",
                [
                    .text("Silakan unduh dokumen berikut:"),
                    .link(
                        label: "Persyaratan Persetujuan Bangunan Gedung (PDF)",
                        href: "/wp-content/uploads/2024/syarat-pbg.pdf"),
                    .link(label: "SOP Pelayanan Tata Ruang (PDF)", href: "/wp-content/uploads/2024/sop-tata-ruang.pdf"),
                ]),
            DemoPage(
                "/profil", "Profil",
                [.text("Dinas PUPR dibentuk berdasarkan Peraturan Daerah Kabupaten Tanjung Rambai Nomor 5 Tahun 2016.")]
            ),
            DemoPage("/kontak", "Kontak", [.text("Alamat: Jl. Simpang Lima No. 21. Telp (0599) 21500")]),
        ],
        truth: [
            .persyaratan: .linked, .prosedur: .linked, .kontakAlamat: .present,
        ])

    /// Standards only as pictures; unknown addresses get a friendly 200.
    static let order = DemoSite(
        host: "satpolpp.tanjungrambaikab.go.id", name: "Satuan Polisi Pamong Praja", short: "Satpol PP", theme: .cards,
        street: "Jl. Merdeka No. 2, Rambai Kota", phone: "(0599) 21900", mail: "satpolpp@tanjungrambaikab.go.id",
        hours: nil,
        welcome: [
            .text("Satuan Polisi Pamong Praja Kabupaten Tanjung Rambai, praja wibawa untuk ketertiban bersama.")
        ],
        pages: [
            DemoPage("/alur-pelayanan", "Alur Pelayanan", [.image(file: "alur-pelayanan-pengaduan.jpg", alt: "")]),
            DemoPage(
                "/struktur", "Struktur Organisasi",
                [.image(file: "struktur-organisasi-satpolpp.png", alt: "struktur organisasi")]),
            DemoPage(
                "/pengaduan", "Pengaduan Trantibum",
                [.text("Laporkan gangguan ketertiban dan keluhan atas pelayanan kami ke (0599) 21900, siaga 24 jam.")]),
        ],
        news: [
            DemoNews(
                "/berita/penertiban-reklame", "Satpol PP Tertibkan Reklame Tanpa Izin", "3 Februari 2026",
                [
                    "Sebanyak 14 reklame yang tidak memenuhi persyaratan dan tidak membayar biaya izin dibongkar, Selasa (3/2)."
                ])
        ],
        softNotFound: true,
        truth: [
            .persyaratan: .absent, .biaya: .absent, .jangkaWaktu: .absent, .pengaduan: .present,
            .kontakAlamat: .present, .maklumat: .absent,
        ])

    /// A slow server with everything on it.
    static let transport = DemoSite(
        host: "dishub.tanjungrambaikab.go.id", ip: DemoNet.second, name: "Dinas Perhubungan", short: "Dishub",
        theme: .magazine, street: "Jl. Terminal No. 7, Rambai Kota", phone: "(0599) 21444",
        mail: "dishub@tanjungrambaikab.go.id", hours: "Jam buka loket uji: Senin - Jumat 08.00 - 14.00",
        welcome: [
            .text("Dinas Perhubungan Kabupaten Tanjung Rambai melayani pengujian kendaraan, terminal dan parkir.")
        ],
        pages: [
            DemoPage("/layanan/uji-kir", "Uji KIR", in: "Layanan", DemoService.vehicleTest.asHeadings),
            DemoPage(
                "/layanan/parkir", "Parkir", in: "Layanan",
                [.text("Parkir langganan belum tersedia di Tanjung Rambai.")]),
            DemoPage("/pengaduan", "Pengaduan", []),
            DemoPage("/kontak", "Kontak", [.text("Jl. Terminal No. 7 Rambai Kota. Telepon (0599) 21444.")]),
        ],
        delay: 250,
        truth: [
            .dasarHukum: .present, .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present,
            .biaya: .present, .produk: .present, .jamLayanan: .present, .kontakAlamat: .present,
            .maklumat: .absent,
        ])
}
