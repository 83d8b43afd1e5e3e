import Model
import Rules

/// A score sheet as lines for people: every number with how sure its rule is, every gap by name.
public struct ScoreLines: Sendable {
    let sheet: ScoreSheet
    let language: Language

    public init(_ sheet: ScoreSheet, language: Language) {
        self.sheet = sheet
        self.language = language
    }

    public var lines: [String] {
        var lines = [
            "\(sheet.edition.name[language]) [\(sheet.edition.key)]",
            say("aturan nilai", "score rule") + ": \(rule)", "",
        ]
        for locus in sheet.loci { lines += self.lines(of: locus) + [""] }
        lines.append(say("Nilai daerah", "Region") + ": \(value(sheet.value, sheet.band))")
        lines += sheet.gaps.map { "  - " + $0.sentence(language) }
        if sheet.value != nil { lines += joinings.map { "  - " + $0 } }
        lines.append(
            say(
                "Nilai hanya dari penilai; temuan situs tidak pernah dijadikan nilai.",
                "Scores are the assessor's only; what a website shows is never made a score."))
        return lines
    }

    private func lines(of locus: ScoreSheet.LocusScore) -> [String] {
        var lines = ["\(locus.locus.name) (\(locus.locus.code))"]
        for part in locus.dimensions {
            let weight =
                part.dimension.weight.map { "\($0) % \(sure(part.dimension.weightVerified))" }
                ?? say("bobot belum diketahui", "weight not known")
            let score = part.score.map { "\($0.rounded)" } ?? "-"
            let points = part.points.map { " -> \($0.rounded)" } ?? ""
            lines.append("  \(part.dimension.name[language]): \(score)\(points) (\(weight))")
        }
        let own = locus.isOwnTotal ? say(" (total dari penilai)", " (the assessor's total)") : ""
        lines.append("  " + say("nilai", "value") + ": \(value(locus.value, locus.band))\(own)")
        return lines + locus.gaps.map { "  - " + $0.sentence(language) }
    }

    /// `77.50, zona kuning, C, kualitas sedang [batas: points]`.
    public func value(_ score: Score?, _ band: Instrument.Band?) -> String {
        guard let score else { return say("belum diketahui", "not known") }
        guard let band else { return score.rounded + ", " + say("zona belum diketahui", "zone not known") }
        let zone = band.zone.map { [say("zona", "zone") + " \($0.rawValue)"] } ?? []
        let parts = [score.rounded] + zone + [band.category, band.opinion].compactMap { $0 }
        return parts.joined(separator: ", ") + " [" + say("batas", "limits") + ": \(sure(band.verified))]"
    }

    private var rule: String {
        let score = sheet.edition.score
        let name =
            switch score.rule {
            case .none: say("tanpa nilai", "no score")
            case .productMean: say("rata-rata produk layanan", "mean of service products")
            case .weighted: say("jumlah dimensi menurut bobot", "dimensions by their weights")
            }
        return "\(name), 0-\(Score(.init(written: score.scale)).plain), \(sure(score.verified))"
    }

    private var joinings: [String] {
        guard sheet.edition.score.rule == .weighted else { return [] }
        let score = sheet.edition.score
        return [
            say("produk dirata-ratakan", "products by their mean") + ": \(sure(score.productsVerified))",
            say("lokus dirata-ratakan", "offices by their mean") + ": \(sure(score.lociVerified))",
        ]
    }

    private func sure(_ verified: Verification) -> String {
        switch verified {
        case .page: say("dibaca pada sumber", "read at the source")
        case .points: say("cocok dengan nilai yang diumumkan", "agrees with announced scores")
        case .memory: say("dari ingatan, belum diperiksa", "from memory, not checked")
        case .unknown: say("belum diketahui", "not known")
        }
    }

    private func say(_ indonesian: String, _ english: String) -> String { language == .id ? indonesian : english }
}
