/// Words of an office's own section.
enum OfficeTexts {
    static let validCertificate = Bilingual(id: "sah", en: "valid")
    static let nothingRead = Bilingual(
        id: "Tidak ada halaman instansi ini yang dapat dibaca, sehingga informasi layanannya tidak dinilai.",
        en: "No page of this office could be read, so its service information was not judged.")
    static let received = Bilingual(id: "diterima {time}, HTTP {status}", en: "received {time}, HTTP {status}")
}
