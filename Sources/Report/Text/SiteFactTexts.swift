import Model

/// Words for electronic services, basic accessibility and templates.
enum SiteFactTexts {
    static let electronic = Bilingual(id: "Layanan elektronik", en: "Electronic services")
    static let noElectronic = Bilingual(
        id: "Tidak ada tautan atau nomor layanan elektronik pada halaman yang dibaca.",
        en: "No link or number of an electronic service on the pages that were read.")
    static let accessibility = Bilingual(id: "Aksesibilitas dasar", en: "Basic accessibility")
    static let accessibilityNote = Bilingual(
        id: "Dibaca dari HTML {n} halaman; bukan pengganti pemeriksaan oleh orang.",
        en: "Read from the HTML of {n} pages; it does not replace a person's look.")
    static let good = Bilingual(id: "tidak ada masalah", en: "no problem")
    static let failing = Bilingual(id: "{f} dari {n} bermasalah", en: "{f} of {n} fail")
    static let template = Bilingual(id: "Templat situs", en: "Site template")
    static let sites = Bilingual(id: "{t}, {n} situs dalam putaran ini", en: "{t}, {n} sites in this round")
    static let heading = Bilingual(
        id: "Layanan elektronik dan aksesibilitas", en: "Electronic services and accessibility")

    static func kind(_ kind: ElectronicService.Kind) -> Bilingual {
        switch kind {
        case .oss: Bilingual(id: "Perizinan berusaha (OSS)", en: "Business licensing (OSS)")
        case .licensing: Bilingual(id: "Perizinan daring", en: "Licensing on line")
        case .registration: Bilingual(id: "Pendaftaran atau permohonan daring", en: "Registration on line")
        case .queue: Bilingual(id: "Antrean daring", en: "Queue on line")
        case .population: Bilingual(id: "Adminduk daring", en: "Population documents on line")
        case .payment: Bilingual(id: "Pembayaran daring", en: "Payment on line")
        case .sippn: Bilingual(id: "SIPPN", en: "SIPPN, the national service directory")
        case .catalogue: Bilingual(id: "E-katalog dan pengadaan", en: "E-catalogue and procurement")
        case .lapor: Bilingual(id: "SP4N-LAPOR!", en: "SP4N-LAPOR!, national complaints")
        case .whatsApp: Bilingual(id: "WhatsApp layanan", en: "WhatsApp of the service")
        case .form: Bilingual(id: "Formulir daring", en: "Form on line")
        case .application: Bilingual(id: "Aplikasi", en: "Application")
        }
    }

    static func check(_ check: AccessibilityFact.Check) -> Bilingual {
        switch check {
        case .language: Bilingual(id: "Bahasa halaman disebut", en: "Language of the page is named")
        case .title: Bilingual(id: "Judul halaman ada", en: "The page has a title")
        case .imageText: Bilingual(id: "Gambar punya teks pengganti", en: "Images have an alternative text")
        case .fieldLabel: Bilingual(id: "Isian formulir berlabel", en: "Form fields have a label")
        case .headingOrder: Bilingual(id: "Urutan judul runtut", en: "Headings are in order")
        case .zoom: Bilingual(id: "Halaman dapat diperbesar", en: "Zooming is not forbidden")
        case .viewport: Bilingual(id: "Menyesuaikan layar ponsel", en: "Fits a phone")
        case .imageOnly: Bilingual(id: "Informasi tidak hanya dalam gambar", en: "Information not only as a picture")
        case .documentOnly:
            Bilingual(id: "Informasi tidak hanya dalam dokumen", en: "Information not only as a document")
        }
    }
}
