/// Who sits in the regions of the sixth world. The regions exist; every state of their hosts here is invented.
enum BlindNames {
    private static func office(_ name: String, _ kind: String, _ short: String, _ labels: String...) -> WideNames.Office
    {
        WideNames.Office(name: name, kind: kind, labels: labels, short: short)
    }

    static let offices: [WideNames.Office] = [
        office("Dinas Pendidikan, Kepemudaan dan Olahraga", "pendidikan", "DISDIKPORA", "disdikpora", "dikpora"),
        office("Dinas Pekerjaan Umum, Penataan Ruang dan Pertanahan", "pupr", "DPUPR", "dpupr", "pupr"),
        office("Dinas Perumahan, Kawasan Permukiman dan Pertamanan", "perkim", "DISPERKIM", "disperkim", "perkim"),
        office(
            "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak", "pppa-kb",
            "DPPKBP3A", "dppkbp3a", "dp3ap2kb"),
        office("Dinas Sosial", "sosial", "DINSOS", "dinsos", "dissos"),
        office(
            "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan", "koperasi-ukm", "DISKOPERINDAG",
            "diskoperindag", "diskop"),
        office("Dinas Tenaga Kerja dan Transmigrasi", "naker", "DISNAKERTRANS", "disnakertrans", "disnaker"),
        office("Dinas Ketahanan Pangan dan Perikanan", "pangan", "DKPP", "dkpp", "dkp"),
        office("Dinas Tanaman Pangan, Hortikultura dan Perkebunan", "pertanian", "DISTPHBUN", "distan", "dtphbun"),
        office("Dinas Lingkungan Hidup dan Kehutanan", "lh", "DLHK", "dlhk", "dlh"),
        office("Dinas Kependudukan dan Pencatatan Sipil", "dukcapil", "DISDUKCAPIL", "disdukcapil", "dukcapil"),
        office("Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa", "pmd", "DPMPD", "dpmd", "dispmd"),
        office("Dinas Perhubungan", "perhubungan", "DISHUB", "dishub"),
        office("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "ptsp", "DPMPTSP", "dpmptsp", "ptsp"),
        office("Dinas Pariwisata dan Ekonomi Kreatif", "pariwisata", "DISPAREKRAF", "disparekraf", "dispar"),
        office("Dinas Perpustakaan dan Kearsipan", "perpustakaan", "DISPUSIP", "dispusip", "perpustakaan"),
        office(
            "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "bappeda", "BAPPERIDA", "bapperida", "bappeda"),
        office("Badan Keuangan dan Aset Daerah", "keuangan", "BKAD", "bkad", "bpkad"),
        office("Badan Pendapatan Daerah", "pendapatan", "BAPENDA", "bapenda"),
        office("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "kepegawaian", "BKPSDM", "bkpsdm", "bkd"),
        office("Badan Kesatuan Bangsa dan Politik", "kesbangpol", "KESBANGPOL", "kesbangpol", "bakesbangpol"),
        office("Inspektorat Daerah", "inspektorat", "INSPEKTORAT", "inspektorat"),
        office(
            "Satuan Polisi Pamong Praja dan Pemadam Kebakaran", "satpolpp", "SATPOLPPDAMKAR", "satpolpp",
            "satpolppdamkar"),
    ]
}
