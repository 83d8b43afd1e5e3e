// Rules: what Ronda knows before it looks at anything, as data that people without Swift can read and mend.
//
// In:  the folder `Resources`: registers (regions, office kinds, puskesmas), texts (items, statuses, failures), domain
//      rules, public suffixes, detection rules, dated assessment instruments. YAML and CSV.
// Out: one checked value, `RuleBook`, and its hash, which every verdict carries.
//
// Every case of every Model enumeration that a person may read about must have its text here; a gap is found when the
// files are read, with file:line:column, not when a report is printed. Facts keep the source they came from and how
// sure it is (`verified: page | points | memory | unknown`).
//
// Refuses: the network, the clock, and any decision about an office. It says what the rules are, never what follows
// from them for one site (Detect and Judge do that).

import Model

/// Why the rules could not be used.
public enum RulesError: Error, Sendable, CustomStringConvertible {
    /// No folder with rule files was found; the places that were looked at.
    case folderNotFound([String])
    /// A file of the folder cannot be read.
    case unreadable(file: String)
    /// Files were read and are wrong; at least one problem is an error.
    case invalid([DataProblem])

    public var description: String {
        switch self {
        case .folderNotFound(let places):
            "no rule files found (looked in \(places.joined(separator: ", "))); "
                + "set RONDA_DATA to the folder that holds regions.csv and opd-kinds.yaml"
        case .unreadable(let file):
            "cannot read the rule file \(file); check that it exists and that you may read it"
        case .invalid(let problems):
            problems.map(\.description).joined(separator: "\n")
        }
    }
}

/// The language of texts for people.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Bahasa Indonesia.
    case id
    case en
}

/// One text in both languages.
public struct LocalText: Sendable, Hashable {
    public var id: String
    public var en: String

    public init(id: String, en: String) {
        self.id = id
        self.en = en
    }

    public subscript(language: Language) -> String { language == .id ? id : en }
}

/// How sure a fact of the rules is.
public enum Verification: String, Sendable, Hashable, CaseIterable, Codable {
    /// Read on a page of the source itself.
    case page
    /// Not read, but agrees with every observed value.
    case points
    /// From memory; must stay marked wherever it is shown.
    case memory
    /// Not known.
    case unknown
}
