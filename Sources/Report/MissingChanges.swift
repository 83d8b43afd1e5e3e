import Model
import Rules

/// What changed in the list since an earlier round: newly missing, newly provided, moved to go.id, and other moves.
/// What one of the rounds could not see is no change.
public struct MissingChanges: Sendable {
    /// One office that changed.
    public struct Row: Sendable, Hashable {
        public var code: String
        public var name: String
        public var move: SiteMove
        public var before: OfficeStatus
        public var now: OfficeStatus
        public var from: WebAddress?
        public var to: WebAddress?
        /// The new state may be named already.
        public var isProven: Bool
    }

    public let rows: [Row]
    private let since: ScanRecord
    private let language: Language
    private let words: Vocabulary

    public init(from earlier: ScanSnapshot, to later: ScanSnapshot, book: RuleBook, language: Language) {
        since = earlier.scan
        self.language = language
        words = Vocabulary(book, language)
        let before = Dictionary(earlier.offices.map { ($0.target.code, $0) }, uniquingKeysWith: { first, _ in first })
        rows = later.offices.compactMap { office in
            guard let old = before[office.target.code] else { return nil }
            return Self.row(old, office)
        }
    }

    private static func row(_ old: OfficeResult, _ new: OfficeResult) -> Row? {
        let move = SiteMove.between(
            (old.verdict.status, old.verdict.finalAddress), (new.verdict.status, new.verdict.finalAddress),
            asked: new.verdict.siteAddress)
        return move.map {
            Row(
                code: new.target.code, name: new.target.name, move: $0, before: old.verdict.status,
                now: new.verdict.status, from: old.verdict.finalAddress, to: new.verdict.finalAddress,
                isProven: new.isProven)
        }
    }

    /// Lines for a terminal: a heading per kind of change, with its offices.
    public var lines: [String] {
        var lines = ["", Self.title(language, ["scan": since.id, "n": "\(rows.count)"])]
        for move in SiteMove.allCases {
            let some = rows.filter { $0.move == move }
            guard !some.isEmpty else { continue }
            lines.append("\(Self.heading(move)(language)) (\(some.count))")
            lines += some.map(line)
        }
        return lines
    }

    private func line(_ row: Row) -> String {
        let way = [row.from, row.to].map { $0.map { Defang.address($0) } ?? "-" }.joined(separator: " -> ")
        let doubt = row.move == .gone && !row.isProven ? " [\(Self.notProven(language))]" : ""
        return
            "  \(row.code) \(PlainText.clean(row.name)): \(words.label(row.before)) -> \(words.label(row.now)) (\(way))\(doubt)"
    }

    private static let title = Bilingual(
        id: "Perubahan sejak {scan}: {n} kantor", en: "Changes since {scan}: {n} offices")
    private static let notProven = Bilingual(id: "belum terbukti", en: "not yet proven")

    private static func heading(_ move: SiteMove) -> Bilingual {
        switch move {
        case .movedToGoID: Bilingual(id: "Pindah ke go.id", en: "Moved to go.id")
        case .renamed: Bilingual(id: "Berganti nama", en: "Renamed")
        case .redirected: Bilingual(id: "Alamat lama mengalihkan ke alamat baru", en: "The old address redirects")
        case .leftGoID: Bilingual(id: "Keluar dari go.id", en: "Left go.id")
        case .provided: Bilingual(id: "Kini punya situs", en: "Newly provided")
        case .gone: Bilingual(id: "Kini tanpa situs", en: "Newly missing")
        }
    }
}
