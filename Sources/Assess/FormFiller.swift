import Model
import Report
import Rules

/// The columns that Ronda adds beside an assessor's.
public enum FormColumns {
    /// Every header of ours starts so.
    static let prefix = "Ronda: "

    static func headers(_ language: Language) -> [String] {
        let names =
            language == .id
            ? [
                "keadaan di situs", "tautan bukti", "kutipan", "letak", "dibaca pada", "SHA-256", "aturan",
                "keterangan",
            ]
            : ["state on the website", "links to evidence", "quotation", "place", "read at", "SHA-256", "rule", "note"]
        return names.map { prefix + $0 }
    }
}

/// Fills a form with what a website showed, beside the assessor's columns. No column of ours holds a number of points.
public struct FormFiller: Sendable {
    let edition: Instrument
    let words: FormWords
    /// Findings by office and item.
    private let findings: [String: [ItemKey: AttachedFinding]]

    public init(edition: Instrument, findings: [AttachedFinding], book: RuleBook, language: Language) {
        self.edition = edition
        words = FormWords(book, language)
        self.findings = Dictionary(grouping: findings, by: \.office).mapValues { list in
            Dictionary(list.map { ($0.item, $0) }) { _, newest in newest }
        }
    }

    /// The filled form: the assessor's bytes or cells as they were, ours behind them.
    public func fill(_ file: FormFile, rows: [AssessorForm.Row]) throws(AssessError) -> [UInt8] {
        var additions = [file.layout.headerRow: FormColumns.headers(words.language)]
        for row in rows { additions[row.line - 1] = cells(of: row).map(Self.guarded) }
        return try file.adding(additions)
    }

    /// A blank form of the edition for an assessment that has none yet: a row per locus and indicator, as CSV.
    public func blank(_ loci: [Assessment.Locus]) -> [UInt8] {
        var text = "\u{FEFF}" + Self.line(["kode", "lokus", "indikator", "uraian", "produk", "nilai"])
        for locus in loci {
            for (key, name) in FormWords.questions(of: edition, words.language) {
                text += Self.line([locus.code, locus.name, key, name, "", ""])
            }
        }
        return Array(text.utf8)
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { "\"" + guarded($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }

    /// Text that no spreadsheet takes for a formula (OWASP, CSV injection).
    static func guarded(_ text: String) -> String {
        let clean = PlainText.clean(text, limit: SheetText.limit)
        guard let first = clean.first, "=+-@＝＋－＠|%".contains(first) else { return clean }
        return "'" + clean
    }

    private func cells(of row: AssessorForm.Row) -> [String] {
        let blank = [String](repeating: "", count: FormColumns.headers(words.language).count)
        guard let indicator = row.indicator, let office = row.office else {
            return blank.dropLast() + [words.notRecognised]
        }
        guard indicator != Scoring.total else { return blank.dropLast() + [words.noWebPart] }
        let items = edition.items(of: indicator)
        guard !items.isEmpty else { return blank.dropLast() + [words.noWebPart] }
        guard let known = findings[office] else { return blank.dropLast() + [words.notAttached] }
        return filled(items.compactMap { known[$0] }, indicator)
    }

    private func filled(_ found: [AttachedFinding], _ indicator: String) -> [String] {
        let several = found.count > 1
        func joined(_ part: (AttachedFinding) -> [String]) -> String {
            found.flatMap { finding in
                part(finding).map { several ? "\(words.name(finding.item)): \($0)" : $0 }
            }.joined(separator: " ; ")
        }
        func quoted(_ part: @escaping (Evidence) -> String) -> String {
            joined { finding in finding.evidence.prefix(Self.shown).map(part) }
        }
        return [
            joined { [words.state($0)] },
            joined { finding in finding.evidence.prefix(Self.shown).map { words.link($0, finding) } },
            joined { finding in finding.evidence.prefix(Self.shown).map { words.quotation($0, finding) } },
            quoted(\.finding.place),
            joined { finding in
                finding.evidence.isEmpty
                    ? [finding.readAt.iso8601] : finding.evidence.prefix(Self.shown).map(\.fetchedAt.iso8601)
            },
            quoted(\.sha256), quoted(\.finding.rule), words.note(found, edition.web(of: indicator)),
        ]
    }

    /// Pieces of evidence per item; all of them are in the evidence bag.
    private static let shown = 2
}

extension Instrument {
    /// Items that touch a dimension or an indicator, in the order of the law.
    func items(of indicator: String) -> [ItemKey] {
        let parts = indicator.split(separator: "/").map(String.init)
        guard let dimension = dimensions.first(where: { $0.key == parts.first }) else { return [] }
        guard parts.count == 2 else { return dimension.items }
        return dimension.indicators.first { $0.key == parts[1] }?.items ?? []
    }

    func web(of indicator: String) -> Web {
        let parts = indicator.split(separator: "/").map(String.init)
        guard let dimension = dimensions.first(where: { $0.key == parts.first }) else { return .none }
        guard parts.count == 2 else { return dimension.web }
        return dimension.indicators.first { $0.key == parts[1] }?.web ?? dimension.web
    }
}
