import Model
import Report
import Rules

/// The words of a bag in one language.
struct EvidenceWords: Sendable {
    let language: Language
    let time: LocalTime
    let book: Vocabulary

    init(_ book: RuleBook, _ language: Language, region: String) {
        self.language = language
        time = LocalTime(region: region, language: language)
        self.book = Vocabulary(book, language)
    }

    func say(_ indonesian: String, _ english: String) -> String { language == .id ? indonesian : english }

    func received(_ at: Timestamp) -> String {
        say("diterima \(time.dateTime(at))", "received \(time.dateTime(at))") + " (\(at.iso8601))"
    }

    var back: String { say("kembali ke bukti", "back to the evidence") }
    var unsureLaw: String { book.unsureLaw }
    var untitled: String { say("(halaman tanpa judul)", "(page without a title)") }

    var copyNote: String {
        say(
            "Salinan teks yang aman dibuka: kata-kata halaman, tanpa skrip, gambar, dan tautan aslinya. Kutipan "
                + "yang menjadi dasar temuan diberi warna. Nomor 16 angka dan kata sandi disamarkan. Byte asli ada di berkas WARC.",
            "A copy of the text that is safe to open: the words of the page without its scripts, pictures and links. "
                + "Quotations that findings rest on are marked. 16-digit numbers and secrets are masked. The bytes as received "
                + "are in the WARC file.")
    }

    /// Above the findings, where there are pictures.
    var pictureNote: String {
        say(
            "Gambar dibuat dari salinan yang tersimpan, bukan dari situs langsung: tanpa skrip, gambar, huruf dan gaya "
                + "yang dimuat terpisah. Nomor 16 angka dan kata sandi disamarkan.",
            "Made from the stored copy, not from the live site: without scripts and without images, fonts and style "
                + "sheets that are loaded apart. 16-digit numbers and secrets are masked.")
    }

    /// Whether there are pictures, and why not.
    func say(_ taken: PicturesTaken) -> String {
        switch taken.state {
        case .made:
            let count = taken.pictures.count
            var text = say(
                "\(count) gambar dibuat luring dari halaman yang tersimpan dengan \(taken.program)",
                "\(count) pictures made offline from the stored pages by \(taken.program)")
            if taken.unseen > 0 {
                text += say(
                    "; \(taken.unseen) kutipan tidak terlihat tanpa skrip dan gaya situs itu",
                    "; \(taken.unseen) quotations cannot be seen without the site's scripts and styles")
            }
            if taken.isCut { text += say("; sebagian tidak sempat dibuat", "; some were not made in time") }
            return text + "."
        case .nothingToShow: return say("Tidak ada kutipan halaman yang dapat digambar.", "No quoted page to show.")
        case .notAsked: return say("Tidak diminta.", "Not asked for.")
        case .failed(let trouble):
            return say(
                "Tidak dibuat: Chromium \(trouble == .notInstalled ? "tidak terpasang" : "tidak dapat dijalankan (\(trouble.rawValue))"). "
                    + "Kutipan, salinan dan byte asli tetap lengkap.",
                "Not made: Chromium \(trouble == .notInstalled ? "is not installed" : "could not be run (\(trouble.rawValue))"). "
                    + "Quotations, copies and the bytes as received are complete.")
        }
    }

    /// What a bag proves and what it does not.
    var proves: [String] {
        language == .id
            ? [
                "Paket ini membuktikan apa yang diterima pemeriksa dari alamat yang disebut, pada waktu yang disebut, "
                    + "dan bahwa isi paket tidak berubah sejak dibuat (manifest-sha256.txt).",
                "Paket ini tidak membuktikan apa yang dilihat orang lain pada waktu lain, tidak membuktikan bahwa "
                    + "layanan di kantor sama dengan yang tertulis, dan bukan penilaian Ombudsman.",
                "Jam yang dipakai adalah jam mesin pemeriksa; tidak ada cap waktu dari pihak ketiga.",
                "“Tidak ada” hanya dikatakan setelah situs dibaca cukup lengkap; bila tidak dapat dilihat, tertulis "
                    + "“belum dapat diperiksa”.",
            ]
            : [
                "This bag proves what the checker received from the addresses named, at the times named, and that its "
                    + "content has not changed since it was made (manifest-sha256.txt).",
                "It does not prove what others saw at other times, nor that the service at the counter is as written, "
                    + "and it is no assessment by the Ombudsman.",
                "The clock is that of the checking machine; there is no time stamp by a third party.",
                "\"Absent\" is said only after a site was read completely enough; what could not be looked at is "
                    + "called \"not yet checkable\".",
            ]
    }

    var absenceIntro: String {
        say(
            "Setiap alamat yang dicoba, jawabannya, dan waktunya. Satu putaran hanya dugaan; terbukti bila "
                + "sedikitnya \(Proof.attemptsNeeded) kali dicoba pada \(Proof.daysNeeded) hari berbeda.",
            "Every address tried, its answer and the time. One round is a presumption; proven means at least "
                + "\(Proof.attemptsNeeded) tries on \(Proof.daysNeeded) different days.")
    }

    var howToCheck: [String] {
        let unpack = say("Buka ZIP lalu masuk ke foldernya.", "Unpack the ZIP and enter its folder.")
        return [
            unpack, "sha256sum -c manifest-sha256.txt", "bagit.py --validate .", "warcio check data/warc/*.warc.gz",
        ]
    }
}
