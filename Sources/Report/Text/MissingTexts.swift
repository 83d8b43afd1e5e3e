import Model

/// Words of the list of offices without a website.
enum MissingTexts {
    /// The heading under which proven rows of a status stand.
    static func heading(_ status: OfficeStatus) -> Bilingual {
        switch status {
        case .missing: Bilingual(id: "Belum memiliki situs web", en: "Have no website")
        case .offDomain: Bilingual(id: "Situsnya di luar .go.id", en: "Website outside .go.id")
        case .socialOnly: Bilingual(id: "Hanya memakai media sosial", en: "Social media only")
        case .placeholder:
            Bilingual(
                id: "Domain ada, tetapi belum berisi situs instansi",
                en: "Domain exists, but holds no site of the office")
        case .unreachable: Bilingual(id: "Lama tidak terjangkau", en: "Unreachable for long")
        case .active, .section, .compromised, .blocked, .unknown:
            Bilingual(id: "Tidak termasuk daftar", en: "Not part of the list")
        }
    }

    static let proofNumber = Bilingual(id: "Nomor bukti", en: "Proof number")
    static let tried = Bilingual(id: "Alamat dicoba", en: "Addresses tried")
    static let sheet = Bilingual(id: "Tanpa situs", en: "No website")
    static let annexSheet = Bilingual(id: "Belum terbukti", en: "Not yet proven")
    static let notesSheet = Bilingual(id: "Keterangan", en: "About")
    static let about = Bilingual(id: "Perihal", en: "Subject")
    static let content = Bilingual(id: "Isi", en: "Content")
    static let zone = Bilingual(id: "Zona waktu", en: "Time zone")
    static let yes = Bilingual(id: "ya", en: "yes")
    static let no = Bilingual(id: "belum", en: "not yet")
    static let regionCode = Bilingual(id: "Kode wilayah", en: "Region code")
    static let statusKey = Bilingual(id: "Kunci status", en: "Status key")
    static let provenHead = Bilingual(id: "Terbukti", en: "Proven")
    static let found = Bilingual(id: "Alamat yang ditemukan", en: "Address found")
}
