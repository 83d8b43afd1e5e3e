import Model

/// Headings and short labels of the pages.
enum PageTexts {
    static let title = Bilingual(
        id: "Pemeriksaan situs web perangkat daerah", en: "Survey of local government websites")
    static let missingTitle = Bilingual(
        id: "Daftar instansi yang belum memiliki situs web", en: "Offices that have no website")
    static let checked = Bilingual(id: "Diperiksa", en: "Checked")
    static let compared = Bilingual(id: "Dibandingkan dengan", en: "Compared with")
    static let rules = Bilingual(id: "Sidik aturan", en: "Rules hash")
    static let tool = Bilingual(id: "Alat", en: "Tool")
    static let scan = Bilingual(id: "Nomor putaran", en: "Round")
    static let unfinished = Bilingual(
        id: "Putaran ini terhenti sebelum selesai: yang belum sempat diperiksa tidak ada dalam laporan ini.",
        en: "This round was cut short: what was not reached is not in this report.")

    static let summary = Bilingual(id: "Ringkasan", en: "Summary")
    static let changes = Bilingual(id: "Perubahan", en: "Changes")
    static let missing = Bilingual(id: "Tanpa situs", en: "No website")
    static let compromised = Bilingual(id: "Disusupi", en: "Compromised")
    static let matrix = Bilingual(id: "Matriks", en: "Matrix")
    static let offices = Bilingual(id: "Tiap instansi", en: "Each office")
    static let incidents = Bilingual(id: "Gangguan", en: "Incidents")
    static let method = Bilingual(id: "Cara dan batas", en: "Method and limits")

    static let ladderTitle = Bilingual(id: "Keadaan situs menurut tangga status", en: "Where the offices stand")
    static let itemsTitle = Bilingual(
        id: "Informasi layanan yang ditemukan di situs", en: "Service information found on the websites")
    static let itemsLead = Bilingual(
        id:
            "Dihitung dari {n} instansi yang halamannya dapat dibaca. Tanda ★: enam komponen yang wajib diumumkan kepada pengguna layanan (PermenPANRB 15/2014).",
        en:
            "Out of {n} offices whose pages could be read. ★ marks the six components that must be published to users (PermenPANRB 15/2014)."
    )
    static let numbersTitle = Bilingual(id: "Angka dan barisnya", en: "The numbers and their rows")
    static let changesTitle = Bilingual(
        id: "Yang berubah sejak putaran sebelumnya", en: "What changed since the round before")
    static let noChanges = Bilingual(
        id: "Tidak ada status yang berubah sejak putaran sebelumnya.",
        en: "No status has changed since the round before.")
    static let missingLead = Bilingual(
        id:
            "Sebuah instansi dinyatakan terbukti setelah sedikitnya tiga kali dicoba pada sedikitnya dua hari yang berbeda, ketika jaringan pemeriksa sendiri terbukti baik. Yang belum memenuhi syarat itu ada di lampiran “belum terbukti” dan belum boleh dimuat dalam surat.",
        en:
            "An office counts as proven after at least three attempts on at least two different days, while the checker's own network was known to be good. What falls short of that is in the annex “not yet proven” and does not belong in a letter."
    )
    static let annexTitle = Bilingual(id: "Lampiran: belum terbukti", en: "Annex: not yet proven")
    static let annexNone = Bilingual(id: "Tidak ada baris yang belum terbukti.", en: "No row is waiting for proof.")
    static let noneProven = Bilingual(
        id: "Belum ada baris yang terbukti.", en: "No row is proven yet.")
    static let compromisedTitle = Bilingual(id: "Situs yang disusupi", en: "Compromised websites")
    static let compromisedLead = Bilingual(
        id:
            "Alamat sengaja ditulis tanpa tautan. Sampaikan lewat jalur tertutup kepada pengelola dan tim tanggap insiden (CSIRT); jangan disebarkan.",
        en:
            "Addresses are deliberately not links. Pass this on privately to the owner and the incident response team (CSIRT); do not publish it."
    )
    static let compromisedNone = Bilingual(
        id: "Tidak ditemukan situs yang disusupi pada putaran ini.",
        en: "No compromised website was found in this round.")
    static let matrixTitle = Bilingual(
        id: "Instansi dan informasi layanannya", en: "Offices and their service information")
    static let matrixLead = Bilingual(
        id: "Pilih sebuah sel untuk membuka buktinya.", en: "Choose a cell to open its evidence.")
    static let officesTitle = Bilingual(id: "Bukti tiap instansi", en: "Evidence for each office")
    static let officesLead = Bilingual(
        id: "Hanya lipatan yang sudah dibuka yang ikut tercetak di bagian ini.",
        en: "In this part only what has been unfolded is printed.")
    static let statsTitle = Bilingual(id: "Angka putaran ini", en: "Figures of this round")
    static let listTitle = Bilingual(id: "Daftar", en: "List")
    static let proofsTitle = Bilingual(id: "Bukti tiap baris", en: "Proof of each row")
    static let incidentsTitle = Bilingual(
        id: "Gangguan jaringan selama pemeriksaan", en: "Network trouble during the survey")
    static let incidentsNone = Bilingual(
        id: "Tidak ada gangguan yang tercatat.", en: "No trouble was recorded.")
    static let incidentsLead = Bilingual(
        id:
            "Gangguan bersama bukan kesalahan masing-masing instansi: selama itu tidak ada instansi yang dinyatakan tanpa situs.",
        en: "Shared trouble is not the fault of each office: nothing was judged against an office on account of it.")
    static let methodTitle = Bilingual(
        id: "Cara pemeriksaan dan batas kejujurannya", en: "How this was done, and its honest limits")

    static let components = Bilingual(
        id: "14 komponen standar pelayanan (UU 25/2009 Pasal 21)",
        en: "14 service standard components (UU 25/2009 art. 21)")
    static let others = Bilingual(id: "Informasi lain", en: "Other information")
    static let filter = Bilingual(id: "Saring instansi", en: "Filter offices")
    static let backToTop = Bilingual(id: "Kembali ke atas", en: "Back to top")
    static let skip = Bilingual(id: "Langsung ke isi", en: "Skip to content")
    static let footer = Bilingual(
        id:
            "Laporan ini dibuat otomatis dari halaman yang diterima alat pada waktu yang tertulis. Ia menunjukkan apa yang terlihat dari luar, bukan mutu layanan di loket.",
        en:
            "This report was made automatically from the pages the tool received at the times given. It shows what can be seen from outside, not the quality of service at the counter."
    )

    static func direction(_ direction: Change.Direction) -> Bilingual {
        switch direction {
        case .better: Bilingual(id: "membaik", en: "better")
        case .worse: Bilingual(id: "memburuk", en: "worse")
        case .other: Bilingual(id: "berubah", en: "changed")
        }
    }

    static func claim(_ claim: CountSentence.Claim) -> Bilingual {
        switch claim {
        case .opdMissing: Bilingual(id: "OPD yang belum memiliki situs web", en: "OPD that have no website")
        case .opdNowGoID: Bilingual(id: "OPD yang kini memakai .go.id", en: "OPD that now use .go.id")
        case .puskesmasMissing: Bilingual(id: "Puskesmas yang belum memiliki situs", en: "Puskesmas that have no site")
        case .undecided: Bilingual(id: "Instansi yang belum dapat dipastikan", en: "Offices that could not be decided")
        }
    }
}
