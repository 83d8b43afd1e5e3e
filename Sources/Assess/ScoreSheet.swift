import Foundation
import Model
import Rules

/// What the scores of an assessor come to by the rule of the pack.
public struct ScoreSheet: Sendable {
    public struct DimensionScore: Sendable {
        public var dimension: Instrument.Dimension
        /// The assessor's score of the dimension, products joined.
        public var score: Score?
        /// What it adds to the whole: score times weight.
        public var points: Score?
        public var gap: ScoreGap?
    }

    public struct LocusScore: Sendable {
        public var locus: Assessment.Locus
        public var dimensions: [DimensionScore]
        /// The sum by the pack's rule, or the assessor's own total where the rule cannot be followed.
        public var value: Score?
        /// The value is the assessor's own total.
        public var isOwnTotal = false
        public var band: Instrument.Band?
        public var gaps: [ScoreGap]
    }

    public var edition: Instrument
    public var loci: [LocusScore]
    /// The value of the region.
    public var value: Score?
    public var band: Instrument.Band?
    public var gaps: [ScoreGap]

    public init(edition: Instrument, loci: [LocusScore] = [], gaps: [ScoreGap] = []) {
        self.edition = edition
        self.loci = loci
        self.gaps = gaps
    }
}

/// Why there is no number where one was asked for.
public enum ScoreGap: Sendable, Hashable {
    /// The instrument is a duty without a score.
    case noScoreRule
    /// Nobody entered a score.
    case noScores
    /// No score of this dimension was entered.
    case dimension(String)
    /// The weight of this dimension is not known.
    case weight(String)
    /// Scores of single indicators were entered, and their shares in the dimension are not known.
    case shares(String)
    /// How several products become one score is not known.
    case products
    /// How the offices become one value is not known.
    case loci
    /// This locus has no value yet.
    case locus(String)
    /// The limits of the bands are not known.
    case bands
    /// The assessor's total differs from the sum by the rule.
    case contradiction(total: String, sum: String)

    public func sentence(_ language: Language) -> String { language == .id ? indonesian : english }

    private var indonesian: String {
        switch self {
        case .noScoreRule: "instrumen ini kewajiban tanpa nilai"
        case .noScores: "belum ada nilai dari penilai"
        case .dimension(let key): "nilai dimensi \(key) belum diisi"
        case .weight(let key): "bobot \(key): belum diketahui"
        case .shares(let key): "bobot indikator dalam \(key): belum diketahui, sehingga nilainya tidak dijumlahkan"
        case .products: "cara menggabungkan beberapa produk: belum diketahui"
        case .loci: "cara menggabungkan lokus menjadi nilai daerah: belum diketahui"
        case .locus(let name): "lokus \(name) belum bernilai"
        case .bands: "batas zona: belum diketahui"
        case .contradiction(let total, let sum):
            "nilai total penilai \(total) berbeda dengan jumlah menurut aturan \(sum)"
        }
    }

    private var english: String {
        switch self {
        case .noScoreRule: "this instrument is a duty without a score"
        case .noScores: "no score was entered by an assessor"
        case .dimension(let key): "no score of the dimension \(key) was entered"
        case .weight(let key): "the weight of \(key) is not known"
        case .shares(let key): "the shares of the indicators in \(key) are not known, so their scores are not summed"
        case .products: "how several products become one score is not known"
        case .loci: "how the offices become the region's value is not known"
        case .locus(let name): "the locus \(name) has no value yet"
        case .bands: "the limits of the zones are not known"
        case .contradiction(let total, let sum): "the assessor's total \(total) differs from the sum by the rule \(sum)"
        }
    }
}
