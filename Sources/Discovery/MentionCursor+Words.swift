/// The words a walk over a text turns on.
extension MentionCursor {
    static let agencyWords: Set<String> = [
        "dinas", "badan", "inspektorat", "sekretariat", "satuan", "bagian", "biro", "kantor",
    ]
    static let divisionWords: Set<String> = ["bagian", "biro"]

    /// A dinas inside these is a part of it, not the office.
    static let subUnits: Set<String> = ["bidang", "seksi", "subbagian", "kementerian", "cabang"]

    static let properUnits: [String: OfficeMention.Unit] = [
        "puskesmas": .puskesmas, "pkm": .puskesmas, "pusk": .puskesmas, "kecamatan": .kecamatan, "camat": .kecamatan,
        "distrik": .kecamatan, "kapanewon": .kecamatan, "kemantren": .kecamatan, "kelurahan": .kelurahan,
        "lurah": .kelurahan, "rsud": .hospital, "rsj": .hospital, "rsjd": .hospital, "rsd": .hospital, "rsu": .hospital,
    ]

    static let nameNoise: Set<String> = [
        "upt", "uptd", "blud", "dtp", "rawat", "inap", "umum", "daerah", "jiwa", "tipe", "kelas", "dr", "prof", "drg",
        "h", "hj", "non", "perawatan", "induk", "kab",
    ]

    static let nameEnds: Set<String> = [
        "yang", "adalah", "merupakan", "melayani", "siap", "telah", "website", "situs", "web", "official", "resmi",
        "di",
        "pada", "untuk", "dengan", "sebagai", "selamat", "menuju", "berada", "terletak", "jl", "jalan", "home",
        "beranda",
        "profil", "layanan", "pelayanan", "portal", "tahun", "melaksanakan", "mengadakan", "gelar", "raih", "menggelar",
        "akan", "oleh", "dalam2", "wilayah", "email", "telp", "alamat", "memiliki", "mengucapkan",
    ]

    /// Acronym-like words that are none.
    static let plainWords: Set<String> = [
        "dinamika", "dinding", "diskusi", "display", "distribusi", "discover", "disini", "disiplin", "dinamis",
        "disana",
        "ini", "dpr", "umum", "hukum", "desa", "pajak", "dprd2", "dinilai", "disabilitas", "disertai", "disebut",
    ]
}
