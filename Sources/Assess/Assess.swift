// Assess: an assessor's work with an instrument, and what a website can add to it.
//
//   Instrument + Assessment + AttachedFinding + the assessor's own form (CSV, XLSX) -> ScoreSheet, the form filled in
//
// Findings of a round are attached to the indicators that the pack maps their items to. The form comes in with any order
// of columns, every row that cannot be used is named, and it goes out again with evidence beside the assessor's columns:
// a CSV keeps each of its bytes, a workbook each of its parts but the one sheet, and in that each cell.
//
// Scores are the assessor's. They are summed by the pack's rule; what the pack does not know (a weight, how products or
// offices are joined, a limit) makes a gap with a name and never a number. A type that holds a finding holds no score,
// and the sum never sees a finding: nothing here can predict an assessment.
//
// Refuses: the network, a clock, and to change anything that an assessor wrote.

import Model
import Rules

/// Why a form cannot be read or filled in, in one sentence that says what to do.
public enum AssessError: Error, Sendable, Hashable, CustomStringConvertible {
    /// An old XLS, PDF or UTF-16 file.
    case unsupported(file: String)
    /// The workbook's own reader says why.
    case workbook(file: String, String)
    /// No row names an indicator column.
    case noHeader(file: String)
    /// Rows name no office and the assessment has several.
    case noOffice(file: String)
    case tooLarge(file: String)

    public var description: String { sentence(.en) }

    public func sentence(_ language: Language) -> String {
        let indonesian = language == .id
        switch self {
        case .unsupported(let file):
            return indonesian
                ? "\(file) bukan CSV UTF-8 atau XLSX; simpan ulang dalam salah satu bentuk itu."
                : "\(file) is neither CSV UTF-8 nor XLSX; save it as one of these."
        case .workbook(let file, let sentence): return "\(file): \(sentence)"
        case .noHeader(let file):
            return indonesian
                ? "\(file): baris judul tidak ditemukan; seharusnya ada kolom `indikator` (atau komponen, variabel) "
                    + "atau `produk`, dan kolom `nilai`."
                : "\(file): no header found; expected a column `indikator` (or komponen, variabel) or `produk`, and a "
                    + "column `nilai`."
        case .noOffice(let file):
            return indonesian
                ? "\(file): tidak ada kolom lokus, padahal penilaian ini punya beberapa; sebutkan dengan --kantor KODE."
                : "\(file): no column names the office and this assessment has several; name one with --kantor CODE."
        case .tooLarge(let file):
            return indonesian
                ? "\(file) terlalu besar; bagi menjadi beberapa formulir."
                : "\(file) is too large; divide it into several forms."
        }
    }
}
