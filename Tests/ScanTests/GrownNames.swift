/// Who sits in the regions of the seventh world. The regions exist; every state of their hosts here is invented.
enum GrownNames {
    private static func office(_ name: String, _ kind: String, _ short: String, _ labels: String...) -> WideNames.Office
    {
        WideNames.Office(name: name, kind: kind, labels: labels, short: short)
    }

    static let offices: [WideNames.Office] = [
        office("Dinas Pendidikan", "pendidikan", "Disdik", "disdik", "dinaspendidikan"),
        office("Dinas Pekerjaan Umum dan Penataan Ruang", "pupr", "PUPR", "pupr", "dinaspupr"),
        office("Dinas Perumahan Rakyat dan Kawasan Permukiman", "perkim", "DPRKP", "disperkim", "perkim"),
        office("Dinas Pengendalian Penduduk dan Keluarga Berencana", "pppa-kb", "DPPKB", "dppkb", "disdalduk"),
        office("Dinas Sosial", "sosial", "Dinsos", "dinsos", "sosial"),
        office("Dinas Koperasi, Usaha Kecil dan Menengah", "koperasi-ukm", "Diskop UKM", "diskopukm", "diskop"),
        office("Dinas Tenaga Kerja", "naker", "Disnaker", "disnaker", "naker"),
        office("Dinas Pertanian dan Ketahanan Pangan", "pertanian", "DPKP", "dpkp", "distan"),
        office("Dinas Kelautan dan Perikanan", "kelautan-perikanan", "DKP", "dislutkan", "dkp"),
        office("Dinas Lingkungan Hidup", "lh", "DLH", "dlh", "blh"),
        office("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "Dukcapil", "disdukcapil", "dukcapil"),
        office("Dinas Pemberdayaan Masyarakat dan Desa", "pmd", "DPMD", "dpmd", "dispermasdes"),
        office("Dinas Perhubungan", "perhubungan", "Dishub", "dishub", "dishubkominfo"),
        office("Dinas Penanaman Modal dan PTSP", "ptsp", "DPMPTSP", "dpmptsp", "dpmptsp"),
        office("Dinas Kepemudaan, Olahraga dan Pariwisata", "kepemudaan", "Disporapar", "disporapar", "dispora"),
        office("Dinas Arsip dan Perpustakaan Daerah", "perpustakaan", "Disarpus", "disarpus", "perpustakaan"),
        office("Badan Perencanaan Pembangunan Daerah", "bappeda", "Bappeda", "bappeda", "bappedalitbang"),
        office("Badan Pengelolaan Keuangan dan Aset Daerah", "keuangan", "BPKAD", "bpkad", "dppkad"),
        office("Badan Kepegawaian dan Pengembangan SDM", "kepegawaian", "BKPSDM", "bkpsdm", "bkd"),
        office("Badan Kesatuan Bangsa dan Politik", "kesbangpol", "Kesbangpol", "kesbangpol", "bakesbangpol"),
        office("Badan Penanggulangan Bencana Daerah", "bpbd", "BPBD", "bpbd", "bpbd"),
        office("Satuan Polisi Pamong Praja", "satpolpp", "Satpol PP", "satpolpp", "polpp"),
    ]

    /// What the office was called before 2016.
    static let formerly = [
        "lh": "Badan Lingkungan Hidup", "kepegawaian": "Badan Kepegawaian Daerah",
        "keuangan": "Dinas Pendapatan, Pengelolaan Keuangan dan Aset Daerah",
        "pmd": "Badan Pemberdayaan Masyarakat dan Pemerintahan Desa", "perhubungan": "Dinas Perhubungan dan Kominfo",
    ]
}
