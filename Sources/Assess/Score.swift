import Foundation
import Model

/// A score an assessor wrote: an exact decimal number.
public struct Score: Sendable, Hashable {
    public var value: Decimal

    public init(_ value: Decimal) { self.value = value }

    /// Reads `77.5`, `77,5`, `90`; nil for anything else. One sign may part the decimals, so `1.234,5` is none.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = parts.first, (1...6).contains(whole.utf8.count), parts.count == 1 || !parts[1].isEmpty,
            let value = Decimal(string: parts.map { String($0.prefix(12)) }.joined(separator: "."))
        else { return nil }
        self.value = value
    }

    /// With a point and no more digits than it has: `77.5`.
    public var plain: String { "\(value)" }

    /// Two decimals, as scores are announced.
    public var rounded: String {
        // Scores are never negative: half a hundredth more, cut off behind the hundredths.
        let cents = "\(value * 100 + Decimal(written: 0.5))".prefix { $0 != "." }
        let digits = String(repeating: "0", count: max(0, 3 - cents.count)) + cents
        return digits.dropLast(2) + "." + digits.suffix(2)
    }

    static func mean(_ scores: [Score]) -> Score? {
        scores.isEmpty ? nil : Score(scores.reduce(Decimal(0)) { $0 + $1.value } / Decimal(scores.count))
    }
}

extension Decimal {
    /// The decimal number that a person wrote in a pack, not the binary one nearest to it.
    init(written number: Double) { self = Decimal(string: "\(number)") ?? Decimal(number) }
}
