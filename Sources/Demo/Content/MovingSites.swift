import Model

extension DemoSite {
    /// The village office as long as it lives on a free blog.
    static let villageBlog = DemoSite(
        host: "dpmdtanjungrambai.blogspot.com", ip: DemoNet.blogs, name: "Dinas Pemberdayaan Masyarakat dan Desa",
        short: "DPMD", theme: .blog, street: "Jl. Desa Maju No. 4, Rambai Kota", phone: "(0599) 21313",
        mail: "dpmd.tanjungrambai@contoh.invalid", hours: nil,
        welcome: [
            .text("Blog resmi Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Tanjung Rambai."),
            .text("Untuk sementara informasi dinas kami tayangkan di sini."),
        ],
        pages: [
            DemoPage(
                "/p/layanan.html", "Layanan",
                [.heading("Persyaratan rekomendasi pencairan"), .list(DemoService.village.requirements)])
        ],
        news: [
            DemoNews(
                "/2026/02/pelatihan-bumdes.html", "Pelatihan BUMDes", "Februari 2026",
                ["Pelatihan pengelolaan BUMDes diikuti 30 desa."])
        ],
        truth: [.persyaratan: .present, .kontakAlamat: .present])

    /// The same office with a name of its own.
    static let village = DemoSite(
        host: "dpmd.tanjungrambaikab.go.id", ip: DemoNet.second, name: "Dinas Pemberdayaan Masyarakat dan Desa",
        short: "DPMD", theme: .cards, street: "Jl. Desa Maju No. 4, Rambai Kota", phone: "(0599) 21313",
        mail: "dpmd@tanjungrambaikab.go.id", hours: "Senin - Jumat 08.00 - 15.30",
        welcome: [
            .text("Situs resmi Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Tanjung Rambai."),
            .text("Per Maret 2026 kami pindah dari blog ke alamat resmi ini."),
        ],
        pages: [
            DemoPage("/layanan", "Layanan", DemoService.village.asHeadings),
            DemoPage("/kontak", "Kontak", [.text("Jl. Desa Maju No. 4, Rambai Kota. Telepon (0599) 21313")]),
        ],
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
            .produk: .present, .jamLayanan: .present, .kontakAlamat: .present, .maklumat: .absent,
        ])

    /// Cooperatives and trade under a .com that somebody once bought.
    static let tradeCom = trade(
        host: "www.diskopdag-rambai.com", ip: DemoNet.commercial, mail: "info@diskopdag-rambai.com")

    /// The same content under the region's domain.
    static let tradeGo = trade(
        host: "diskopukm.tanjungrambaikab.go.id", ip: DemoNet.second, mail: "diskopukm@tanjungrambaikab.go.id")

    private static func trade(host: String, ip: String, mail: String) -> DemoSite {
        DemoSite(
            host: host, ip: ip, name: "Dinas Koperasi, UKM dan Perdagangan", short: "Diskopdag", theme: .magazine,
            street: "Jl. Pasar Baru No. 15, Rambai Kota", phone: "(0599) 21290", mail: mail,
            hours: "Jam layanan Senin s/d Jumat 08.00 - 15.00",
            welcome: [
                .text("Dinas Koperasi, UKM dan Perdagangan Kabupaten Tanjung Rambai."), .heading("Harga Pangan"),
                .text("Harga cabai di Pasar Baru hari ini Rp 42.000 per kilogram."),
            ],
            pages: [
                DemoPage("/layanan", "Layanan", DemoService.cooperative.asHeadings),
                DemoPage("/kontak", "Kontak", [.text("Jl. Pasar Baru No. 15, telepon (0599) 21290")]),
            ],
            truth: [
                .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
                .produk: .present, .jamLayanan: .present, .kontakAlamat: .present,
            ])
    }

    /// Tourism: the go.id name sends its readers to a .com.
    static let tourism = DemoSite(
        host: "www.pesonarambai.com", ip: DemoNet.commercial, name: "Dinas Pariwisata", short: "Pesona Wisata",
        theme: .cards, street: "Jl. Pantai Kenari No. 9, Rambai Kota", phone: "(0599) 21655",
        mail: "dinaspariwisata@pesonarambai.com", hours: nil,
        social: [("Instagram", "https://www.instagram.com/pesonarambai")],
        welcome: [
            .text("Dinas Pariwisata Kabupaten Tanjung Rambai mengundang Anda ke Pantai Kenari dan Air Terjun Lanting.")
        ],
        pages: [
            DemoPage("/wisata", "Destinasi", [.text("Tiket masuk Pantai Kenari Rp 5.000 per orang.")]),
            DemoPage("/kontak", "Kontak", [.text("Kantor Dinas Pariwisata, Jl. Pantai Kenari No. 9")]),
        ],
        truth: [.persyaratan: .absent, .kontakAlamat: .present])
}
