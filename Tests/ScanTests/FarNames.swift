/// Who sits in the regions of the fourth world. The regions exist; every state of their hosts here is invented.
enum FarNames {
    /// Names in the nomenclature of the western and of the eastern provinces; labels by how often they are in use.
    static let offices: [WideNames.Office] = [
        .init(
            name: "Dinas Kependudukan dan Pencatatan Sipil", kind: "dukcapil", labels: ["disdukcapil", "dukcapil"],
            short: "Disdukcapil"),
        .init(
            name: "Dinas Pendidikan, Kepemudaan dan Olahraga", kind: "pendidikan", labels: ["disdikpora", "dikpora"],
            short: "Disdikpora"),
        .init(
            name: "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman", kind: "pupr",
            labels: ["dpupr", "pupr"], short: "DPUPRPKP"),
        .init(
            name: "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", kind: "sosial", labels: ["dinsos"],
            short: "Dinsos P3A"),
        .init(name: "Dinas Perhubungan", kind: "perhubungan", labels: ["dishub"], short: "Dishub"),
        .init(
            name: "Dinas Tanaman Pangan, Hortikultura dan Perkebunan", kind: "pertanian",
            labels: ["distan", "pertanian"], short: "DTPHBUN"),
        .init(
            name: "Badan Pengelolaan Keuangan dan Aset Daerah", kind: "keuangan", labels: ["bpkad", "bkad"],
            short: "BPKAD"),
        .init(name: "Badan Pendapatan Daerah", kind: "pendapatan", labels: ["bapenda"], short: "Bapenda"),
        .init(name: "Badan Kepegawaian Daerah", kind: "kepegawaian", labels: ["bkd", "bkpsdm"], short: "BKD"),
        .init(
            name: "Dinas Penanaman Modal dan PTSP", kind: "ptsp", labels: ["dpmptsp", "perizinan"], short: "DPMPTSP"),
        .init(name: "Dinas Ketahanan Pangan", kind: "pangan", labels: ["dkp", "ketahananpangan"], short: "Dishanpan"),
        .init(name: "Dinas Perikanan", kind: "kelautan-perikanan", labels: ["diskan", "perikanan"], short: "Diskan"),
        .init(name: "Satpol PP dan Damkar", kind: "satpolpp", labels: ["satpolpp", "polpp"], short: "Satpol PP"),
        .init(name: "Dinas Lingkungan Hidup dan Kebersihan", kind: "lh", labels: ["dlh", "dlhk"], short: "DLHK"),
        .init(
            name: "Dinas Perpustakaan dan Arsip Daerah", kind: "perpustakaan", labels: ["perpustakaan", "dispusip"],
            short: "Dispusda"),
        .init(
            name: "Dinas Kebudayaan dan Pariwisata", kind: "pariwisata", labels: ["disbudpar", "pariwisata"],
            short: "Disbudpar"),
        .init(
            name: "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan", kind: "koperasi-ukm",
            labels: ["diskopukm", "koperasi"], short: "Diskoperindag"),
        .init(name: "Dinas Ketenagakerjaan", kind: "naker", labels: ["disnaker"], short: "Disnaker"),
        .init(name: "Dinas Pengendalian Penduduk dan KB", kind: "pppa-kb", labels: ["dppkb"], short: "DPPKB"),
        .init(name: "Dinas Pemberdayaan Masyarakat dan Desa", kind: "pmd", labels: ["dpmd"], short: "DPMD"),
        .init(name: "Badan Perencanaan Pembangunan Daerah", kind: "bappeda", labels: ["bappeda"], short: "Bappeda"),
        .init(
            name: "Badan Kesbangpol", kind: "kesbangpol", labels: ["kesbangpol", "bakesbangpol"], short: "Kesbangpol"),
        .init(
            name: "Sekretariat Dewan Perwakilan Rakyat Daerah", kind: "setwan", labels: ["dprd", "setwan"],
            short: "Set. DPRD"),
        .init(name: "Inspektorat", kind: "inspektorat", labels: ["inspektorat"], short: "Itda"),
        .init(name: "Bagian Pengadaan Barang dan Jasa", kind: "setda-bagian", labels: ["ulp", "ukpbj"], short: "BPBJ"),
        .init(name: "BPBD", kind: "bpbd", labels: ["bpbd"], short: "BPBD"),
    ]
}

/// How the portal of a region of the fourth world shows its offices.
enum FarHabit: String, CaseIterable, Sendable {
    /// A menu of several columns with short names, full names in titles, addresses without scheme and in capitals.
    case megaMenu
    /// Paragraphs: name in bold, street, "Website: dinkes.x.go.id", e-mail.
    case addressBook
    /// Every link goes through the portal's own counter or a shortener.
    case redirector
    /// Cards without links: data attributes and handlers.
    case handlers
    /// A frame whose page has a base address, addresses relative to nothing.
    case frameBase
    /// A spreadsheet.
    case workbook
    /// A variable of a script, keys without quotes.
    case scriptVariable
    /// A page for each office, the address in the field "Situs Web" behind the words "Klik di sini".
    case detailPages
    /// Joomla in windows-1252: a home page that only sends on, categories of links with descriptions.
    case joomla
    /// The portal lives on www only; the bare name has no address.
    case wwwOnly
    /// Rows behind a form that sends itself back; the second page cannot be had by a link.
    case postBack
    /// An interface of pages: /api/skpd?page=2.
    case pagedData
    /// robots.txt forbids everything.
    case robotsShut

    var isUnreadable: Bool { self == .postBack || self == .robotsShut }
}
