/// Who sits in the regions of the fifth world. The regions exist; every state of their hosts here is invented.
enum LateNames {
    static let offices: [WideNames.Office] = [
        .init(
            name: "Dinas Pendidikan dan Kebudayaan", kind: "pendidikan", labels: ["disdikbud", "dikbud"],
            short: "Disdikbud"),
        .init(
            name: "Dinas Pekerjaan Umum dan Penataan Ruang", kind: "pupr", labels: ["dpupr", "pupr"],
            short: "DPUPR"),
        .init(
            name: "Dinas Perumahan Rakyat dan Kawasan Permukiman", kind: "perkim", labels: ["disperkim", "perkim"],
            short: "Disperkim"),
        .init(
            name: "Dinas Sosial P3AP2KB", kind: "sosial", labels: ["dinsosp3ap2kb", "dinsos"], short: "DinsosP3AP2KB"),
        .init(
            name: "Dinas Tenaga Kerja, Perindustrian, Koperasi dan UKM", kind: "naker",
            labels: ["disnaker", "disnakerperinkopukm"], short: "Disnakerperinkop"),
        .init(
            name: "Dinas Pertanian dan Pangan", kind: "pertanian", labels: ["dispertan", "pertanian"],
            short: "Dispertan"),
        .init(name: "Dinas Perdagangan", kind: "perindag", labels: ["disdag", "perdagangan"], short: "Disdag"),
        .init(
            name: "Dinas Pemberdayaan Masyarakat dan Desa", kind: "pmd", labels: ["dinpermades", "dpmd"], short: "DPMD"),
        .init(name: "Dinas Perhubungan", kind: "perhubungan", labels: ["dishub"], short: "Dishub"),
        .init(
            name: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", kind: "ptsp",
            labels: ["dpmptsp", "mpp"], short: "DPMPTSP"),
        .init(
            name: "Dinas Kearsipan dan Perpustakaan", kind: "perpustakaan", labels: ["arpusda", "dinarpus"],
            short: "Arpusda"),
        .init(
            name: "Dinas Kependudukan dan Pencatatan Sipil", kind: "dukcapil", labels: ["disdukcapil", "dukcapil"],
            short: "Disdukcapil"),
        .init(
            name: "Dinas Lingkungan Hidup, Kehutanan dan Pertanahan", kind: "lh", labels: ["dlh", "dinlhp"],
            short: "DLHKP"),
        .init(
            name: "Badan Perencanaan Pembangunan Daerah", kind: "bappeda", labels: ["bappeda", "bapperida"],
            short: "Bappeda"),
        .init(
            name: "Badan Kepegawaian, Pendidikan dan Pelatihan Daerah", kind: "kepegawaian", labels: ["bkppd", "bkd"],
            short: "BKPPD"),
        .init(
            name: "Badan Pengelolaan Pendapatan, Keuangan dan Aset Daerah", kind: "keuangan",
            labels: ["bppkad", "bpkad"], short: "BPPKAD"),
        .init(name: "Satuan Polisi Pamong Praja", kind: "satpolpp", labels: ["satpolpp"], short: "Satpol PP"),
        .init(name: "Badan Penanggulangan Bencana Daerah", kind: "bpbd", labels: ["bpbd"], short: "BPBD"),
        .init(
            name: "Kantor Kesatuan Bangsa dan Politik", kind: "kesbangpol", labels: ["kesbangpol"], short: "Kesbangpol"),
        .init(
            name: "Bagian Umum Sekretariat Daerah", kind: "setda-bagian", labels: ["bagumum", "umum"],
            short: "Bag. Umum"),
    ]
}
