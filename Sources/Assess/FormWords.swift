import Model
import Report
import Rules

/// The words of a filled form in one language.
public struct FormWords: Sendable {
    public let language: Language
    private let vocabulary: Vocabulary

    init(_ book: RuleBook, _ language: Language) {
        self.language = language
        vocabulary = Vocabulary(book, language)
    }

    private func say(_ indonesian: String, _ english: String) -> String { language == .id ? indonesian : english }

    func name(_ item: ItemKey) -> String { vocabulary.item(item).name }

    func state(_ finding: AttachedFinding) -> String {
        let label = vocabulary.label(finding.state)
        return finding.state == .unknown && !finding.reason.isEmpty
            ? "\(label) (\(vocabulary.itemReason(finding.reason)))" : label
    }

    /// The address at the quoted words; one of a taken-over site so that nobody can follow it.
    func link(_ evidence: Evidence, _ finding: AttachedFinding) -> String {
        finding.status == .compromised
            ? Defang.address(evidence.address)
            : TextFragment.link(evidence.address, quotation: evidence.finding.quotation)
    }

    func quotation(_ evidence: Evidence, _ finding: AttachedFinding) -> String {
        let text = evidence.finding.quotation
        return "\u{201C}\(finding.status == .compromised ? Defang.text(text) : text)\u{201D}"
    }

    func note(_ found: [AttachedFinding], _ web: Instrument.Web) -> String {
        guard let first = found.first else { return notAttached }
        let part =
            switch web {
            case .all: say("situs dapat menunjukkan seluruhnya", "a website can show all of it")
            case .partly: say("situs hanya dapat menunjukkan sebagian", "a website can show a part of it only")
            case .little: say("situs hanya dapat menunjukkan sedikit", "a website can show little of it")
            case .none: say("tidak dapat ditunjukkan oleh situs", "no website can show it")
            }
        return say(
            "pemeriksaan \(first.scan), \(first.pagesRead) halaman dibaca; \(part); nilai tetap dari penilai",
            "scan \(first.scan), \(first.pagesRead) pages read; \(part); the score is the assessor's")
    }

    var notRecognised: String {
        say("baris tidak dikenali: indikator atau lokusnya tidak ada dalam penilaian ini", "row not recognised")
    }
    var noWebPart: String {
        say("bagian ini tidak dapat ditunjukkan oleh situs", "no website can show this part")
    }
    var notAttached: String {
        say(
            "belum ada temuan yang dilampirkan untuk lokus ini (ronda assess attach)",
            "no findings are attached to this locus yet (ronda assess attach)")
    }

    /// Every question of an edition with its name: dimensions, and indicators below them.
    public static func questions(of edition: Instrument, _ language: Language) -> [(key: String, name: String)] {
        edition.dimensions.flatMap { dimension in
            [(dimension.key, dimension.name[language])]
                + dimension.indicators.map { ("\(dimension.key)/\($0.key)", $0.name[language]) }
        }
    }
}
