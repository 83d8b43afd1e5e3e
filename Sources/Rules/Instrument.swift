import Model

/// One dated assessment instrument: a law, an edition of the Ombudsman's assessment, PEKPPP, e-Monev.
///
/// The same score means different zones in different years (79: kuning in 2021, hijau in 2022), so a band is always
/// asked of an edition. Every value says how sure its source is; what is not known stays nil and is shown as unknown.
/// No score is ever predicted from the web (design, section 3.9).
public struct Instrument: Sendable, Hashable {
    /// Who assesses: only editions of one family follow each other.
    public enum Family: String, Sendable, Hashable, CaseIterable, Codable { case law, ombudsman, pekppp, kip }

    /// `ombudsman-2021`, `uu-25-2009-pasal-21`.
    public var key: String
    public var family: Family
    public var name: LocalText
    /// Years it was used for; empty for a law.
    public var years: [Int]
    public var law: [String]
    public var lawVerified: Verification
    /// Levels of region it applies to; empty when not known.
    public var levels: [Level]
    public var levelsVerified: Verification
    public var score: ScoreRule
    /// Highest first; empty when the limits of the edition are not known.
    public var bands: [Band]
    public var bandsVerified: Verification
    /// Opinions that the edition gives without published limits.
    public var opinions: [Opinion]
    public var dimensions: [Dimension]
    public var dimensionsVerified: Verification
    /// Kinds of offices that were visited.
    public var loci: [Locus]
    public var note: String
    /// The file this edition was read from.
    public var pack: PackName

    public enum Zone: String, Sendable, Hashable, CaseIterable, Codable { case hijau, kuning, merah }

    public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
        case provinsi, kabupaten, kota

        /// The level of a region by its Kemendagri code: `61` a provinsi, `61.12` a kabupaten, `61.71` a kota.
        public init?(region: String) {
            let parts = region.split(separator: ".")
            switch (parts.count, parts.last?.first) {
            case (1, .some): self = .provinsi
            case (2, "7"): self = .kota
            case (2, .some): self = .kabupaten
            default: return nil
            }
        }
    }

    /// A range of scores with the words the assessor gives it.
    public struct Band: Sendable, Hashable {
        /// Nil where the instrument knows no zones.
        public var zone: Zone?
        /// `A` to `E` since 2022; nil before.
        public var category: String?
        /// `kualitas tertinggi`, `kepatuhan sedang`.
        public var opinion: String
        /// Lowest score of the band.
        public var min: Double
        /// Highest score as printed.
        public var max: Double
        public var verified: Verification
    }

    public struct Opinion: Sendable, Hashable {
        public var name: String
        public var verified: Verification
    }

    /// How much of something a website can show.
    public enum Web: String, Sendable, Hashable, CaseIterable, Codable { case none, little, partly, all }

    /// A part of the score and what a website can show of it.
    public struct Dimension: Sendable, Hashable {
        public var key: String
        public var name: LocalText
        /// Other words for it in forms.
        public var aliases: [String]
        public var article: String?
        /// Share of the whole in percent; nil when not known.
        public var weight: Double?
        public var weightVerified: Verification
        public var web: Web
        /// Items that touch it, those of its indicators included.
        public var items: [ItemKey]
        public var indicators: [Indicator]
    }

    /// One question of the instrument; an item may touch several, and several items one.
    public struct Indicator: Sendable, Hashable {
        public var key: String
        public var name: LocalText
        /// Other words for it in forms.
        public var aliases: [String]
        public var article: String?
        /// Share of its dimension in percent; nil when not known.
        public var share: Double?
        public var web: Web
        public var items: [ItemKey]
        /// Asks in how many media something is published; the website is one of them.
        public var countsMedia: Bool
        /// How sure it is that the instrument asks this.
        public var verified: Verification
    }

    /// An office that the edition visited, by its kind in the nomenclature.
    public struct Locus: Sendable, Hashable {
        public var level: Level
        public var kind: String
        public var name: String
        /// Number of them; nil when one.
        public var count: Int?
        public var verified: Verification
    }

    /// The band of a score; nil outside the scale or when the limits of this edition are not known.
    public func zone(_ score: Double) -> Band? {
        guard (0...self.score.scale).contains(score) else { return nil }
        return bands.first { score >= $0.min }
    }
}

extension Instrument {
    /// How scores become one value.
    public struct ScoreRule: Sendable, Hashable {
        public enum Rule: String, Sendable, Hashable, CaseIterable, Codable {
            /// No score: a duty.
            case none
            /// The mean of the scores of all service products.
            case productMean = "product_mean"
            /// The sum of the dimensions' scores by their weights.
            case weighted
        }

        /// How several scores of the same thing become one.
        public enum Joining: String, Sendable, Hashable, CaseIterable, Codable { case mean, unknown }

        public var rule: Rule
        /// Highest score of a dimension and of the whole.
        public var scale: Double
        public var verified: Verification
        public var products: Joining
        public var productsVerified: Verification
        public var loci: Joining
        public var lociVerified: Verification
        public var note: String
    }

    /// Which text an edition was read from.
    public struct PackName: Sendable, Hashable, Codable {
        /// Name in the folder of rules: `instruments/ombudsman-2022-2024.yaml`.
        public var file: String
        /// SHA-256 of the file's bytes.
        public var hash: String

        public init(file: String, hash: String) {
            self.file = file
            self.hash = hash
        }
    }
}
