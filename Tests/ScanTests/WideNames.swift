/// Who sits in the regions of the third world. The regions exist; every state of their hosts here is invented.
enum WideNames {
    /// Official name, nomenclature kind, host labels that are in use for it, and what people call it.
    struct Office: Sendable {
        var name: String
        var kind: String
        var labels: [String]
        var short: String
    }

    static let offices: [Office] = [
        .init(name: "Sekretariat Daerah", kind: "setda", labels: ["setda"], short: "Setda"),
        .init(name: "Sekretariat DPRD", kind: "setwan", labels: ["setwan", "dprd"], short: "Setwan"),
        .init(name: "Inspektorat Daerah", kind: "inspektorat", labels: ["inspektorat"], short: "Inspektorat"),
        .init(
            name: "Dinas Pendidikan dan Kebudayaan", kind: "pendidikan", labels: ["disdikbud", "dikbud"],
            short: "Disdikbud"),
        .init(
            name: "Dinas Pekerjaan Umum dan Penataan Ruang", kind: "pupr", labels: ["dpupr", "pupr"], short: "DPUPR"),
        .init(
            name: "Dinas Perumahan, Kawasan Permukiman dan Pertanahan", kind: "perkim",
            labels: ["disperkimtan", "perkim"], short: "Disperkimtan"),
        .init(name: "Satuan Polisi Pamong Praja", kind: "satpolpp", labels: ["satpolpp", "polpp"], short: "Satpol PP"),
        .init(
            name: "Dinas Pemadam Kebakaran dan Penyelamatan", kind: "damkar", labels: ["damkar"], short: "Disdamkar"),
        .init(name: "Badan Penanggulangan Bencana Daerah", kind: "bpbd", labels: ["bpbd"], short: "BPBD"),
        .init(name: "Dinas Sosial", kind: "sosial", labels: ["dinsos", "sosial"], short: "Dinsos"),
        .init(
            name: "Dinas Tenaga Kerja dan Transmigrasi", kind: "naker", labels: ["disnakertrans", "nakertrans"],
            short: "Disnakertrans"),
        .init(
            name: "Dinas Pengendalian Penduduk dan Keluarga Berencana", kind: "pppa-kb", labels: ["dppkb"],
            short: "DPPKB"),
        .init(
            name: "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", kind: "pppa-kb", labels: ["dp3a", "dpppa"],
            short: "DP3A"),
        .init(name: "Dinas Ketahanan Pangan", kind: "pangan", labels: ["dkp", "ketahananpangan"], short: "DKP"),
        .init(name: "Dinas Lingkungan Hidup", kind: "lh", labels: ["dlh"], short: "DLH"),
        .init(
            name: "Dinas Kependudukan dan Pencatatan Sipil", kind: "dukcapil", labels: ["disdukcapil", "dukcapil"],
            short: "Disdukcapil"),
        .init(name: "Dinas Pemberdayaan Masyarakat dan Desa", kind: "pmd", labels: ["dpmd"], short: "DPMD"),
        .init(name: "Dinas Perhubungan", kind: "perhubungan", labels: ["dishub"], short: "Dishub"),
        .init(
            name: "Dinas Koperasi dan Usaha Kecil Menengah", kind: "koperasi-ukm", labels: ["diskopukm", "diskop"],
            short: "Diskop UKM"),
        .init(
            name: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", kind: "ptsp", labels: ["dpmptsp"],
            short: "DPMPTSP"),
        .init(name: "Dinas Kepemudaan dan Olahraga", kind: "kepemudaan", labels: ["dispora"], short: "Dispora"),
        .init(
            name: "Dinas Pariwisata dan Ekonomi Kreatif", kind: "pariwisata", labels: ["disparekraf", "dispar"],
            short: "Disparekraf"),
        .init(
            name: "Dinas Perpustakaan dan Kearsipan", kind: "perpustakaan", labels: ["dispusip", "perpustakaan"],
            short: "Dispusip"),
        .init(
            name: "Dinas Kelautan dan Perikanan", kind: "kelautan-perikanan", labels: ["diskan", "perikanan"],
            short: "Dislautkan"),
        .init(name: "Dinas Pertanian", kind: "pertanian", labels: ["distan", "pertanian"], short: "Distan"),
        .init(
            name: "Dinas Perindustrian dan Perdagangan", kind: "perindag", labels: ["disperindag"],
            short: "Disperindag"),
        .init(
            name: "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", kind: "bappeda",
            labels: ["bappeda", "bapperida"], short: "Bapperida"),
        .init(
            name: "Badan Pengelola Keuangan dan Aset Daerah", kind: "keuangan", labels: ["bpkad", "bkad"],
            short: "BPKAD"),
        .init(name: "Badan Pendapatan Daerah", kind: "pendapatan", labels: ["bapenda"], short: "Bapenda"),
        .init(
            name: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", kind: "kepegawaian",
            labels: ["bkpsdm", "bkd"], short: "BKPSDM"),
        .init(
            name: "Badan Kesatuan Bangsa dan Politik", kind: "kesbangpol", labels: ["kesbangpol", "bakesbangpol"],
            short: "Kesbangpol"),
        .init(
            name: "Bagian Organisasi", kind: "setda-bagian", labels: ["organisasi", "ortala"], short: "Bag. Organisasi"),
        .init(name: "Bagian Hukum", kind: "setda-bagian", labels: ["hukum", "baghukum"], short: "Bag. Hukum"),
    ]
}

/// How the portal of a region shows its offices.
enum WidePortal: String, Sendable {
    /// A table with the addresses as plain text, no links.
    case plainTable
    /// Ten to a page, numbered.
    case paged
    /// Headings that open, each with a link that says "Kunjungi".
    case accordion
    /// A page per field of work.
    case perField
    /// A PDF with addresses.
    case pdf
    /// A select list that jumps.
    case select
    /// Logos with areas and titles, no text.
    case images
    /// English menus and names.
    case english
    /// State of a script framework in the page.
    case scriptState
    /// The home page is read, the list is refused.
    case listRefused
    /// A shell whose script asks another host that does not answer.
    case shell
    /// A login form.
    case login
    /// Cards: name in a heading, buttons beside it.
    case cards
    /// Definition list below a long menu.
    case footer

    /// Nobody can know what the portal links to.
    var isUnreadable: Bool { self == .listRefused || self == .shell || self == .login }
}

/// What else is special about a region.
enum WideWeather: String, Sendable {
    case fair
    /// Name servers answer SERVFAIL at the first question about every name.
    case namesFlap
    /// Every name shows the portal.
    case wildPortal
    /// Every name shows a parking page.
    case wildParked
    /// One server for all offices, which dies in the middle of the run.
    case dyingServer
    /// Names that do not exist get SERVFAIL: the delegation is lame.
    case lameNames
    /// Every name shows a greeting with the name in it.
    case wildGreets
    /// Every name sends to the portal.
    case wildRedirect
    /// Every host resets the first request it gets.
    case flapping
    /// The server answers 429 to everybody after some requests.
    case busy429
}
