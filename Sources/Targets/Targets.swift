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

/// Why a list could not be read or made.
public enum TargetsError: Error, Sendable, CustomStringConvertible {
    case unreadable(file: String)
    /// The file is of a kind that we do not read.
    case unsupported(file: String, what: String)
    /// No region of this code.
    case unknownRegion(String)
    /// The registers could not be read.
    case rules(String)

    public var description: String {
        switch self {
        case .unreadable(let file): "cannot read \(file); check the path and that you may read it"
        case .unsupported(let file, let what): "\(file) is \(what); save it in Excel as XLSX or CSV UTF-8 and try again"
        case .unknownRegion(let code):
            "no region has the code '\(code)'; give the Kemendagri code as in 61.12 (kabupaten/kota) or 61 (provinsi)"
        case .rules(let text): text
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
