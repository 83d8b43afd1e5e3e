import Rules

/// Why a report could not be written, in one sentence that says what to do.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The folder could not be made or entered.
    case folder(path: String, cause: String)
    /// A file could not be created, written or renamed.
    case file(path: String, cause: String)
    /// No space or no quota left on the disk of this file.
    case diskFull(path: String)
    /// libxlsxwriter refused the workbook.
    case workbook(path: String, cause: String)
    /// The installation lacks a template or holds a broken one.
    case template(name: String)
    /// A letter template that a person edited is wrong: what, at which line.
    case wording(file: String, line: Int, cause: String)
    /// WeasyPrint is not installed; everything else was written.
    case noPaperEngine(path: String)
    /// WeasyPrint could not print the page.
    case paper(path: String, cause: String)
    /// A letter about this office may not be written.
    case noLetter(LocalText)

    public var description: String { sentence(.en) }

    /// The sentence in a language.
    public func sentence(_ language: Language) -> String { wording(language) }

    private var wording: Bilingual {
        switch self {
        case .folder(let path, let cause):
            Bilingual(
                id:
                    "Folder laporan \(path) tidak dapat dibuat atau ditulisi (\(cause)); pilih folder lain dengan --out.",
                en: "The report folder \(path) cannot be made or written to (\(cause)); choose another with --out.")
        case .file(let path, let cause):
            Bilingual(
                id: "Berkas \(path) tidak dapat ditulis (\(cause)); periksa izin folder itu atau pilih --out lain.",
                en:
                    "The file \(path) cannot be written (\(cause)); check the folder's permissions or choose another --out."
            )
        case .diskFull(let path):
            Bilingual(
                id: "Ruang disk habis ketika menulis \(path); kosongkan ruang lalu jalankan `ronda report` lagi.",
                en: "The disk is full while writing \(path); free some space and run `ronda report` again.")
        case .workbook(let path, let cause):
            Bilingual(
                id: "Buku kerja \(path) tidak dapat dibuat (\(cause)); periksa folder itu lalu ulangi `ronda report`.",
                en: "The workbook \(path) cannot be made (\(cause)); check that folder and run `ronda report` again.")
        case .wording(let file, let line, let cause):
            Bilingual(
                id: "\(file):\(line):1: templat surat itu keliru: \(cause).",
                en: "\(file):\(line):1: that letter template is wrong: \(cause).")
        case .noPaperEngine(let path):
            Bilingual(
                id:
                    "PDF \(path) tidak dibuat karena WeasyPrint tidak terpasang (apt-get install weasyprint); berkas lainnya sudah ditulis.",
                en:
                    "The PDF \(path) was not made because WeasyPrint is not installed (apt-get install weasyprint); all other files were written."
            )
        case .paper(let path, let cause):
            Bilingual(
                id:
                    "PDF \(path) gagal dibuat oleh WeasyPrint (\(cause)); buka berkas HTML di sebelahnya lalu cetak dari peramban.",
                en:
                    "WeasyPrint could not make the PDF \(path) (\(cause)); open the HTML file beside it and print it from a browser."
            )
        case .noLetter(let reason): Bilingual(id: reason.id, en: reason.en)
        case .template(let name):
            Bilingual(
                id: "Templat \(name) tidak ada atau rusak; pasang ulang ronda beserta folder ronda_Report.resources.",
                en:
                    "The template \(name) is missing or broken; install ronda again with its folder ronda_Report.resources."
            )
        }
    }
}
