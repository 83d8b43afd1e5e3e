import Model

extension DemoSite {
    /// A district with a site from 2014 and typing errors; it links a blog of its neighbour that nobody official knows.
    static let town = DemoSite(
        host: "kec-rambaikota.tanjungrambaikab.go.id", name: "Kecamatan Rambai Kota", short: "Kec. Rambai Kota",
        theme: .tables, street: "Jl. Camat Lama No. 1, Rambai Kota", phone: "(0599) 21008",
        mail: "kec.rambaikota@tanjungrambaikab.go.id",
        hours: "Jam pelayanan : Senin \u{2013} Jum\u{2019}at jam 8.00 s/d 15.00",
        welcome: [
            .text("Assalamu\u{2019}alaikum. Selamat datang di website Kecamatan Rambai Kota Kabupaten Tanjung Rambai."),
            .text("Motto : \u{201C}Melayani dengan hati\u{201D}"),
            .links([("Blog Kecamatan Teluk Gambir", "http://kectelukgambir.blogspot.com/")]),
        ],
        pages: [
            DemoPage(
                "/pelayanan.html", "PELAYANAN", title: "Jenis Pelayanan Kecamatan",
                [.subheading("A. Legalisasi SKTM")] + DemoService.districtLetter.asFacts + [
                    .subheading("B. Dispensasi Nikah")
                ] + DemoService.dispensation.asFacts),
            DemoPage(
                "/pengaduan.html", "PENGADUAN", [.text("Kotak saran ada di depan kantor, pengaduan telp (0599) 21008")]),
            DemoPage("/struktur.html", "STRUKTUR", title: "Struktur Organisasi", []),
        ],
        truth: [
            .persyaratan: .present, .prosedur: .present, .jangkaWaktu: .present, .biaya: .present,
            .produk: .present, .pengaduan: .present, .moto: .present, .jamLayanan: .present,
            .kontakAlamat: .present, .maklumat: .absent,
        ])

    /// A blog about a district; neither portal nor list knows it.
    static let suspectBlog = DemoSite(
        host: "kectelukgambir.blogspot.com", ip: DemoNet.blogs, name: "Kecamatan Teluk Gambir", short: "Teluk Gambir",
        theme: .blog, street: "Teluk Gambir", phone: "-", mail: "-", hours: nil,
        welcome: [.text("Cerita dan foto dari Kecamatan Teluk Gambir, Kabupaten Tanjung Rambai.")])

    /// The secretariat's own part of the portal.
    static let secretariat = DemoSite(
        host: DemoSite.portalHost, name: "Sekretariat Daerah", short: "Setda", theme: .bootstrap,
        street: "Kompleks Kantor Bupati, Jl. Merdeka No. 1, Rambai Kota", phone: "(0599) 21001",
        mail: "setda@tanjungrambaikab.go.id", hours: nil,
        welcome: [
            .text("Sekretariat Daerah Kabupaten Tanjung Rambai membantu Bupati menyusun kebijakan daerah."),
            .text(
                "Sekretariat Daerah dipimpin Sekretaris Daerah, dibantu tiga asisten dan sembilan bagian. Tugasnya "
                    + "mengoordinasikan perangkat daerah serta memberikan pelayanan administratif kepada seluruh dinas dan "
                    + "badan di lingkungan pemerintah kabupaten."),
            .heading("Visi"), .text("Sekretariat Daerah yang responsif dan akuntabel."), .heading("Misi"),
            .list(["Meningkatkan koordinasi perangkat daerah", "Menata organisasi dan pelayanan publik"]),
        ],
        pages: [
            DemoPage(
                "/setda/struktur", "Struktur Organisasi",
                [
                    .table(
                        head: ["Jabatan", "Unit"],
                        rows: [
                            ["Sekretaris Daerah", "Sekretariat Daerah"], ["Asisten I", "Pemerintahan dan Kesra"],
                            ["Asisten II", "Perekonomian dan Pembangunan"], ["Asisten III", "Administrasi Umum"],
                            ["Kepala Bagian", "Bagian Organisasi"],
                        ])
                ]),
            DemoPage(
                "/setda/layanan", "Layanan Setda",
                [.heading("Surat Keterangan Penelitian")] + DemoService.researchPermit.asFacts),
            DemoPage(
                "/setda/kontak", "Kontak Setda",
                [.text("Sekretariat Daerah, Kompleks Kantor Bupati, Jl. Merdeka No. 1. Telepon (0599) 21001.")]),
        ],
        base: "/setda", truth: [.visiMisi: .present, .persyaratan: .present, .kontakAlamat: .present])

    /// A district with a real part of the portal.
    static let estuary = DemoSite(
        host: DemoSite.portalHost, name: "Kecamatan Muara Lanting", short: "Kec. Muara Lanting", theme: .bootstrap,
        street: "Jl. Dermaga No. 3, Muara Lanting", phone: "(0599) 23010", mail: "muaralanting@tanjungrambaikab.go.id",
        hours: "Senin - Jumat 08.00 - 15.00",
        welcome: [
            .text(
                "Kecamatan Muara Lanting terdiri dari 9 desa di muara Sungai Lanting, Kabupaten Tanjung Rambai, dengan "
                    + "penduduk sekitar 11 ribu jiwa."),
            .text(
                "Warganya kebanyakan nelayan dan petani kelapa. Pasar ikan Muara Lanting buka setiap subuh, dan setiap "
                    + "bulan Agustus diadakan lomba sampan hias antardesa. Kecamatan melayani surat pengantar, dispensasi "
                    + "nikah dan legalisasi pada hari kerja."),
            .text("Kantor Camat: Jl. Dermaga No. 3, Muara Lanting, telepon (0599) 23010."),
        ],
        pages: [
            DemoPage(
                "/kecamatan/muara-lanting/layanan", "Pelayanan Kecamatan",
                [.heading("Dispensasi Nikah")] + DemoService.dispensation.asFacts)
        ],
        base: "/kecamatan/muara-lanting",
        truth: [.persyaratan: .present, .prosedur: .present, .biaya: .present, .kontakAlamat: .present])
}
