import Model
import Rules

/// What every section needs: the snapshot, the words and the clock of the region.
struct ReportContext: Sendable {
    let snapshot: ScanSnapshot
    let words: Vocabulary
    let time: LocalTime
    let offices: [NumberedOffice]
    /// Sites of this round by template, the largest group first.
    let templates: [TemplateCluster]

    init(snapshot: ScanSnapshot, words: Vocabulary) {
        self.snapshot = snapshot
        self.words = words
        time = LocalTime(region: snapshot.scan.regions.first, language: words.language)
        offices = snapshot.numbered
        templates = TemplateCluster.clusters(
            of: snapshot.offices.compactMap { office in
                office.verdict.facts?.template.map { (office: office.target.code, print: $0) }
            })
    }

    var language: Language { words.language }

    /// A text of this module in the language of the report.
    func text(_ bilingual: Bilingual) -> String { bilingual(language) }

    func text(_ bilingual: Bilingual, _ values: [String: String]) -> String { bilingual(language, values) }

    /// The round spans regions, so that each row must name its own.
    var hasManyRegions: Bool { snapshot.scan.regions.count > 1 }

    /// The name of an office's region.
    func region(_ target: Target) -> String { snapshot.regionNames[target.region] ?? target.region }

    /// `Terbukti: dicoba 3 putaran pada 2 hari (...)` or what is still needed.
    func proofLine(_ proof: Proof) -> String {
        let values = [
            "n": String(proof.attempts), "d": String(proof.days.count), "days": time.days(proof.days),
        ]
        return text(proof.proven ? ColumnTexts.proofLine : ColumnTexts.proofNeeds, values)
    }
}
