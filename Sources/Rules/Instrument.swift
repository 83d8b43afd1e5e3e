import Model

/// One dated assessment instrument: a law, or an edition of the Ombudsman's assessment.
///
/// The same score means different zones in different years (79: kuning in 2021, hijau in 2022), so a band is always
/// asked of an edition. No score is ever predicted from the web (design, section 3.9).
public struct Instrument: Sendable, Hashable {
    /// `ombudsman-2022`, `uu-25-2009`.
    public var key: String
    public var name: LocalText
    /// Years it was used for; empty for a law.
    public var years: [Int]
    public var law: [String]
    /// Highest first; empty when the limits of the edition are not known.
    public var bands: [Band]
    public var bandsVerified: Verification
    public var dimensions: [Dimension]
    public var dimensionsVerified: Verification
    /// Loci that were visited.
    public var loci: [String]
    public var note: String

    public enum Zone: String, Sendable, Hashable, CaseIterable, Codable { case hijau, kuning, merah }

    /// A range of scores with the words the Ombudsman gives it.
    public struct Band: Sendable, Hashable {
        public var zone: Zone
        /// `A` to `E` since 2022; nil before.
        public var category: String?
        /// `kualitas tertinggi`, `kepatuhan sedang`.
        public var opinion: String
        /// Lowest score of the band.
        public var min: Double
        /// Highest score as printed, with two decimals.
        public var max: Double
        public var verified: Verification
    }

    /// A part of the score and what a website can show of it.
    public struct Dimension: Sendable, Hashable {
        public enum Web: String, Sendable, Hashable, CaseIterable, Codable { case none, little, partly, all }

        public var key: String
        public var name: LocalText
        /// Points of 100; nil when not known.
        public var weight: Double?
        /// How much of it a website can evidence.
        public var web: Web
        /// Items that touch it.
        public var items: [ItemKey]
    }

    /// The band of a score, 0 to 100; nil outside it or when the limits of this edition are not known.
    public func zone(_ score: Double) -> Band? {
        guard (0...100).contains(score) else { return nil }
        return bands.first { score >= $0.min }
    }
}
