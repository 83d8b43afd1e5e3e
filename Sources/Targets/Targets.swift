// Targets: lists of offices, in and out.
//
// In:  a CSV or XLSX file as offices really make them in Excel, or the code of a region.
// Out: [Target] with what is wrong as file:line:column (`TargetListReader`); CSV that Excel opens (`TargetListWriter`);
//      a draft list for any of the 552 regions (`TargetDraft`).
//
// A row with a doubt is kept and the doubt is reported; a row is left out only when it names no office. An office that
// is silently dropped would never be looked for.
//
// Refuses: the network, and any guess at a web address. An address is in a list because somebody wrote it there.

import Model
import Rules

/// Why a list could not be read or made.
public enum TargetsError: Error, Sendable, CustomStringConvertible {
    case unreadable(file: String)
    /// The file is of a kind that we do not read.
    case unsupported(file: String, Format)
    /// The workbook cannot be read; the reader's own sentence.
    case workbook(file: String, String)
    /// No region of this code.
    case unknownRegion(String)
    /// The registers could not be read.
    case rules(String)

    /// Kinds of file that lists come in and that we refuse.
    public enum Format: Sendable { case oldExcel, pdf }

    public var description: String { sentence(.id) }

    /// One sentence that says what to do.
    public func sentence(_ language: Language) -> String {
        let indonesian = language == .id
        switch self {
        case .unreadable(let file):
            return indonesian
                ? "\(file) tidak dapat dibaca; periksa nama berkas dan izin bacanya"
                : "cannot read \(file); check the path and that you may read it"
        case .unsupported(let file, let format):
            let what = format == .pdf ? "PDF" : "Excel (.xls)"
            return indonesian
                ? "\(file) adalah berkas \(what); simpan sebagai XLSX atau CSV UTF-8, lalu coba lagi"
                : "\(file) is a file of the kind \(what); save it as XLSX or CSV UTF-8 and try again"
        case .workbook(let file, let sentence): return "\(file): \(sentence)"
        case .unknownRegion(let code):
            return indonesian
                ? "tidak ada wilayah berkode '\(code)'; berikan kode Kemendagri seperti 61.12 (kabupaten/kota) atau 61 (provinsi)"
                : "no region has the code '\(code)'; give the Kemendagri code as in 61.12 (kabupaten/kota) or 61 (provinsi)"
        case .rules(let text): return text
        }
    }
}

/// The offices of one or more lists, with everything that should be looked at.
public struct TargetList: Sendable {
    /// In list order.
    public var targets: [Target]
    /// In order of file and line; errors are rows left out, warnings rows kept.
    public var problems: [DataProblem]

    public init(targets: [Target], problems: [DataProblem] = []) {
        self.targets = targets
        self.problems = problems
    }

    public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
