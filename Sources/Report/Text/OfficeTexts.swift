/// Words of an office's own section.
enum OfficeTexts {
    static let doors = Bilingual(id: "Pintu masuk situs", en: "Doors of the site")
    static let suggested = Bilingual(id: "Usul nama", en: "Suggested name")
    static let validCertificate = Bilingual(id: "sah", en: "valid")
    static let nothingRead = Bilingual(
        id: "Tidak ada halaman instansi ini yang dapat dibaca, sehingga informasi layanannya tidak dinilai.",
        en: "No page of this office could be read, so its service information was not judged.")
    static let received = Bilingual(id: "diterima {time}, HTTP {status}", en: "received {time}, HTTP {status}")

    static let title = Bilingual(id: "Pemeriksaan satu situs", en: "Check of one website")
    static let lead = Bilingual(
        id:
            "Dari enam informasi yang wajib diumumkan kepada pengguna layanan, {p} sudah terbaca oleh warga, {l} belum, dan {u} belum dapat dipastikan.",
        en:
            "Of the six kinds of information that must be published to users, citizens can read {p}, {l} are lacking, and {u} could not be decided."
    )
    static let first = Bilingual(id: "Terbitkan lebih dulu", en: "Publish first")
    static let next = Bilingual(id: "Berikutnya", en: "Next")
    static let found = Bilingual(id: "Yang ditemukan warga", en: "What a citizen finds")
    static let undecided = Bilingual(id: "Belum dapat dipastikan", en: "Could not be decided")
    static let facts = Bilingual(id: "Fakta situs", en: "Facts of the site")
    static let wording = Bilingual(id: "Contoh kalimat:", en: "Model wording:")
    static let lawFromMemory = Bilingual(
        id: "(nomor pasal belum dicocokkan)", en: "(article number not compared with the text)")
    /// What the mark † behind an article says.
    static let unsureLaw = Bilingual(
        id: "† nomor pasal belum dicocokkan dengan naskah peraturannya.",
        en: "† the article's number has not been compared with the text of the regulation.")
    static let source = Bilingual(
        id: "Jenis maladministrasi menurut {source}; kaitannya dengan tiap informasi adalah penilaian penyusun aturan.",
        en:
            "Kinds of maladministration by {source}; which of them an item invites is the judgement of the rules' authors."
    )
    static let services = Bilingual(
        id: "Jenis layanan yang dipublikasikan: {n}, dengan komponen masing-masing",
        en: "Services published: {n}, each with its components")
    static let servicesLabel = Bilingual(id: "Layanan dan komponennya", en: "Services and their components")
    static let service = Bilingual(id: "Layanan", en: "Service")
}
