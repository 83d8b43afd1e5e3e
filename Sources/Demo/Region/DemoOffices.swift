// The fictional region's offices with the truth about each: 38 OPD and 12 puskesmas.

extension DemoOffice {
    /// Every office in list order; the portal's own row is not one of them.
    static let all: [DemoOffice] = opd + districts + healthCentres

    private static let opd: [DemoOffice] = [
        DemoOffice(
            1, "Sekretariat Daerah", "setda", note: "bagian dari portal", .section, .compliantShared,
            because: "portal_section", site: "tanjungrambaikab.go.id/setda"),
        DemoOffice(
            2, "Sekretariat DPRD", "setwan", listed: "https://dprd.tanjungrambaikab.go.id", .active, .compliant,
            because: "spa_shell", site: "dprd.tanjungrambaikab.go.id"),
        DemoOffice(3, "Inspektorat Daerah", "inspektorat", listed: "inspektorat.tanjungrambaikab.go.id", .unreachable),
        DemoOffice(
            4, "Dinas Pendidikan dan Kebudayaan", "pendidikan", .active, .compliant,
            site: "disdikbud.tanjungrambaikab.go.id"),
        DemoOffice(
            5, "Dinas Kesehatan", "kesehatan", listed: "http://dinkes.tanjungrambaikab.go.id/", .active, .compliant,
            site: "dinkes.tanjungrambaikab.go.id"),
        DemoOffice(
            6, "Dinas Pekerjaan Umum dan Penataan Ruang", "pupr", .active, .compliant,
            site: "dpupr.tanjungrambaikab.go.id"),
        DemoOffice(
            7, "Dinas Perumahan Rakyat dan Kawasan Permukiman", "perkim",
            listed: "disperkim.tanjungrambaikab.go.id", .placeholder, because: "suspended"),
        DemoOffice(
            8, "Satuan Polisi Pamong Praja", "satpolpp", .active, .compliant, site: "satpolpp.tanjungrambaikab.go.id"),
        DemoOffice(
            9, "Dinas Pemadam Kebakaran dan Penyelamatan", "damkar", listed: "damkar.tanjungrambaikab.go.id",
            note: "alamat menurut daftar tahun 2022", .missing, .missing),
        DemoOffice(10, "Badan Penanggulangan Bencana Daerah", "bpbd", .placeholder, because: "server_default"),
        DemoOffice(
            11, "Dinas Sosial", "sosial", listed: "dinsosp3a.tanjungrambaikab.go.id", .active, .compliant,
            because: "site_shared", site: "dinsosp3a.tanjungrambaikab.go.id"),
        DemoOffice(
            12, "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb",
            note: "satu kantor dengan Dinas Sosial", .active, .compliant, because: "site_shared",
            site: "dinsosp3a.tanjungrambaikab.go.id"),
        DemoOffice(13, "Dinas Tenaga Kerja dan Transmigrasi", "naker", .placeholder, because: "maintenance"),
        DemoOffice(14, "Dinas Ketahanan Pangan", "pangan", .missing, .missing, because: "directory_entry_only"),
        DemoOffice(15, "Dinas Lingkungan Hidup", "lh", listed: "dlh.tanjungrambaikab.go.id", .blocked, because: "waf"),
        DemoOffice(
            16, "Dinas Kependudukan dan Pencatatan Sipil", "dukcapil",
            listed: "https://disdukcapil.tanjungrambaikab.go.id", .active, .compliant,
            site: "disdukcapil.tanjungrambaikab.go.id"),
        DemoOffice(
            17, "Dinas Pemberdayaan Masyarakat dan Desa", "pmd", .offDomain, .nonCompliant,
            site: "dpmdtanjungrambai.blogspot.com"
        ).then(.active, .compliant, site: "dpmd.tanjungrambaikab.go.id"),
        DemoOffice(18, "Dinas Perhubungan", "perhubungan", .active, .compliant, site: "dishub.tanjungrambaikab.go.id"),
        DemoOffice(
            19, "Dinas Komunikasi dan Informatika", "kominfo", listed: "diskominfo.tanjungrambaikab.go.id", .active,
            .compliant, site: "diskominfo.tanjungrambaikab.go.id"),
        DemoOffice(
            20, "Dinas Koperasi, UKM dan Perdagangan", "koperasi-ukm", listed: "www.diskopdag-rambai.com", .offDomain,
            .nonCompliant, site: "www.diskopdag-rambai.com"
        ).then(.active, .compliant, site: "diskopukm.tanjungrambaikab.go.id"),
        DemoOffice(
            21, "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp", .active, .compliant,
            site: "dpmptsp.tanjungrambaikab.go.id"),
        DemoOffice(
            22, "Dinas Kepemudaan dan Olahraga", "kepemudaan", listed: "dispora.tanjungrambaikab.go.id", .compromised,
            because: "gambling"),
        DemoOffice(
            23, "Dinas Pariwisata", "pariwisata", listed: "pariwisata.tanjungrambaikab.go.id", .offDomain,
            .nonCompliant, because: "redirected_off_domain", site: "www.pesonarambai.com"),
        DemoOffice(24, "Dinas Perpustakaan dan Kearsipan", "perpustakaan", .missing, .missing, because: "nxdomain_all"),
        DemoOffice(25, "Dinas Pertanian", "pertanian", .missing, .missing, because: "nxdomain_all"),
        DemoOffice(
            26, "Dinas Perikanan", "kelautan-perikanan", listed: "http://www.dkp-rambai.com/", .placeholder,
            because: "parked"),
        DemoOffice(
            27, "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah", "bappeda",
            listed: "bappeda.tanjungrambaikab.go.id", .blocked, because: "robots_disallow"),
        DemoOffice(
            28, "Badan Pendapatan Daerah", "pendapatan", listed: "bapenda.tanjungrambaikab.go.id", .unreachable,
            because: "refused"),
        DemoOffice(29, "Badan Kesatuan Bangsa dan Politik", "kesbangpol", .missing, .missing),
        DemoOffice(
            30, "RSUD Sultan Rambai", "rsud", listed: "https://rsud.tanjungrambaikab.go.id", .active, .compliant,
            site: "rsud.tanjungrambaikab.go.id"),
    ]

    private static let districts: [DemoOffice] = [
        DemoOffice(
            31, "Kecamatan Rambai Kota", "kecamatan", .active, .compliant, site: "kec-rambaikota.tanjungrambaikab.go.id"
        ),
        DemoOffice(
            32, "Kecamatan Muara Lanting", "kecamatan", .section, .compliantShared,
            because: "portal_section", site: "tanjungrambaikab.go.id/kecamatan/muara-lanting"),
        DemoOffice(33, "Kecamatan Bukit Sembilang", "kecamatan", .missing, .missing),
        DemoOffice(
            34, "Kecamatan Teluk Gambir", "kecamatan", note: "ada blog, tidak ditautkan portal", .missing, .missing),
        DemoOffice(35, "Kecamatan Sungai Pinoh", "kecamatan", .missing, .missing),
        DemoOffice(36, "Kecamatan Pulau Kenari", "kecamatan", .missing, .missing),
        DemoOffice(37, "Kecamatan Hulu Lanting", "kecamatan", .missing, .missing),
        DemoOffice(38, "Kecamatan Pesisir Rambai", "kecamatan", .missing, .missing),
    ]

    private static let healthCentres: [DemoOffice] = [
        .puskesmas("010101", "Rambai Kota", .missing), .puskesmas("010102", "Simpang Duku", .missing),
        .puskesmas(
            "020101", "Muara Lanting", listed: "https://www.facebook.com/puskesmas.muaralanting", .socialOnly),
        .puskesmas("020102", "Tebing Suluh", .missing), .puskesmas("030101", "Bukit Sembilang", .missing),
        .puskesmas(
            "040101", "Teluk Gambir", listed: "pkm-telukgambir.tanjungrambaikab.go.id", note: "menurut Dinkes 2021",
            .missing),
        .puskesmas("050101", "Sungai Pinoh", .missing), .puskesmas("050102", "Batu Berayun", .missing),
        .puskesmas("060101", "Pulau Kenari", .missing), .puskesmas("070101", "Hulu Lanting", .missing),
        .puskesmas("080101", "Pesisir Rambai", .missing), .puskesmas("080102", "Kuala Nipah", .missing),
    ]
}
