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
        case .template(let name):
            Bilingual(
                id: "Templat \(name) tidak ada atau rusak; pasang ulang ronda beserta folder ronda_Report.resources.",
                en:
                    "The template \(name) is missing or broken; install ronda again with its folder ronda_Report.resources."
            )
        }
    }
}
