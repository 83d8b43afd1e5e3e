import Model

extension DemoSite {
    /// The region's portal, also the name all its sub-domains hang on.
    static let portalHost = "tanjungrambaikab.go.id"

    /// The portal as it stands in a round; only its links change.
    static func portal(round: Int) -> DemoSite {
        DemoSite(
            host: portalHost, name: "Pemerintah Kabupaten Tanjung Rambai", short: "Tanjung Rambai", theme: .bootstrap,
            street: "Kompleks Kantor Bupati, Jl. Merdeka No. 1, Rambai Kota", phone: "(0599) 21000",
            mail: "info@tanjungrambaikab.go.id", hours: nil,
            social: [("Facebook", "https://www.facebook.com/pemkabtanjungrambai")],
            welcome: [
                .text("Portal resmi Pemerintah Kabupaten Tanjung Rambai, negeri di muara Sungai Lanting."),
                .heading("Layanan Unggulan"),
                .links([
                    ("Administrasi Kependudukan", "http://disdukcapil.tanjungrambaikab.go.id/"),
                    ("Perizinan", "http://dpmptsp.tanjungrambaikab.go.id/"),
                ]),
            ],
            pages: [
                DemoPage(
                    "/perangkat-daerah", "Perangkat Daerah", title: "Daftar Perangkat Daerah",
                    [.links(directory(round: round))]),
                DemoPage("/kecamatan", "Kecamatan", title: "Daftar Kecamatan", districts),
                DemoPage(
                    "/selayang-pandang", "Selayang Pandang",
                    [.text("Kabupaten Tanjung Rambai dibentuk tahun 2003, beribu kota di Rambai Kota.")]),
            ],
            news: [
                DemoNews(
                    "/berita/musrenbang-2026", "Bupati Buka Musrenbang 2026", "25 Februari 2026",
                    ["RAMBAI KOTA - Bupati membuka Musyawarah Perencanaan Pembangunan di Aula Lanting, Rabu (25/2)."])
            ])
    }

    /// What the portal's page of offices links to: sites, sections, one-line entries, dead names, a blog.
    private static func directory(round: Int) -> [(label: String, href: String)] {
        [
            ("Sekretariat Daerah", "/setda"), ("Sekretariat DPRD", "http://dprd.tanjungrambaikab.go.id/"),
            ("Inspektorat Daerah", "http://inspektorat.tanjungrambaikab.go.id/"),
            ("Dinas Pendidikan dan Kebudayaan", "http://disdikbud.tanjungrambaikab.go.id/"),
            ("Dinas Kesehatan", "http://dinkes.tanjungrambaikab.go.id/"),
            ("Dinas Perumahan Rakyat dan Kawasan Permukiman", "http://disperkim.tanjungrambaikab.go.id/"),
            ("Dinas Pemadam Kebakaran dan Penyelamatan", "/perangkat-daerah/dinas-pemadam-kebakaran"),
            ("Dinas Sosial", "http://dinsosp3a.tanjungrambaikab.go.id/"),
            ("Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "http://dinsosp3a.tanjungrambaikab.go.id/"),
            ("Dinas Tenaga Kerja dan Transmigrasi", "http://disnakertrans.tanjungrambaikab.go.id/"),
            ("Dinas Ketahanan Pangan", "/perangkat-daerah/dinas-ketahanan-pangan"),
            ("Dinas Lingkungan Hidup", "http://dlh.tanjungrambaikab.go.id/"),
            ("Dinas Kependudukan dan Pencatatan Sipil", "http://disdukcapil.tanjungrambaikab.go.id/"),
            (
                "Dinas Pemberdayaan Masyarakat dan Desa",
                round == 1 ? "http://dpmdtanjungrambai.blogspot.com/" : "http://dpmd.tanjungrambaikab.go.id/"
            ),
            ("Dinas Perhubungan", "http://dishub.tanjungrambaikab.go.id/"),
            ("Dinas Komunikasi dan Informatika", "http://diskominfo.tanjungrambaikab.go.id/"),
            (
                "Dinas Koperasi, UKM dan Perdagangan",
                round == 1 ? "http://www.diskopdag-rambai.com/" : "http://diskopukm.tanjungrambaikab.go.id/"
            ),
            ("Dinas Kepemudaan dan Olahraga", "http://dispora.tanjungrambaikab.go.id/"),
            ("Dinas Pariwisata", "http://pariwisata.tanjungrambaikab.go.id/"),
            ("Dinas Perpustakaan dan Kearsipan", "http://perpustakaan.tanjungrambaikab.go.id/"),
            ("Dinas Pertanian", "#"), ("Dinas Perikanan", "http://www.dkp-rambai.com/"),
            (
                "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
                "http://bappeda.tanjungrambaikab.go.id/"
            ), ("Badan Pendapatan Daerah", "http://bapenda.tanjungrambaikab.go.id/"),
            ("Badan Kesatuan Bangsa dan Politik", "/perangkat-daerah/badan-kesbangpol"),
            ("RSUD Sultan Rambai", "http://rsud.tanjungrambaikab.go.id/"),
        ]
    }

    private static let districts: [DemoBlock] = [
        .table(
            head: ["Kecamatan", "Jumlah Desa", "Camat"],
            rows: [
                ["Bukit Sembilang", "11", "Drs. H. Amran"], ["Teluk Gambir", "8", "Siti Halimah, S.Sos"],
                ["Sungai Pinoh", "14", "Yohanes, S.IP"], ["Pulau Kenari", "6", "Rusli, S.H."],
            ]),
        .links([
            ("Kecamatan Rambai Kota", "http://kec-rambaikota.tanjungrambaikab.go.id/"),
            ("Kecamatan Muara Lanting", "/kecamatan/muara-lanting"), ("Kecamatan Hulu Lanting", "#"),
            ("Kecamatan Pesisir Rambai", "/kecamatan/pesisir-rambai"),
        ]),
    ]

    /// Directory entries that are one line and no section.
    static let portalEntries: [DemoPage] = [
        DemoPage(
            "/perangkat-daerah/dinas-ketahanan-pangan", "Dinas Ketahanan Pangan",
            [.text("Alamat: Jl. Lumbung No. 6, Rambai Kota.")]),
        DemoPage(
            "/perangkat-daerah/dinas-pemadam-kebakaran", "Dinas Pemadam Kebakaran dan Penyelamatan",
            [.text("Telepon darurat: 113.")]),
        DemoPage(
            "/perangkat-daerah/badan-kesbangpol", "Badan Kesatuan Bangsa dan Politik",
            [.text("Kepala: Drs. Mahmud Idris.")]),
        DemoPage(
            "/kecamatan/pesisir-rambai", "Kecamatan Pesisir Rambai",
            [.text("Camat: Nurhayati, S.STP. Alamat: Jl. Pantai No. 2.")]),
    ]

    /// Parts of the portal with content of an office.
    static let portalSections: [DemoSite] = [secretariat, estuary]
}
