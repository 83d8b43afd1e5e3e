import Model

/// A set of word sets, as bits: the headings of the items first, then the named sets of the rules.
struct WordMask: Sendable, Hashable {
    private var low: SIMD4<UInt64> = .zero
    private var high: SIMD4<UInt64> = .zero

    /// How many word sets fit.
    static let capacity = 512

    @inline(__always) init() {}

    init(bit: Int) { insert(bit) }

    @inline(__always) var isEmpty: Bool { low | high == .zero }

    @inline(__always)
    mutating func insert(_ bit: Int) {
        if bit < 256 { low[bit >> 6] |= 1 << UInt64(bit & 63) } else { high[(bit - 256) >> 6] |= 1 << UInt64(bit & 63) }
    }

    @inline(__always)
    mutating func insert(_ items: ItemSet) { low[0] |= UInt64(items.bits) }

    @inline(__always)
    mutating func formUnion(_ other: WordMask) {
        low |= other.low
        high |= other.high
    }

    @inline(__always)
    func contains(_ bit: Int) -> Bool {
        (bit < 256 ? low[bit >> 6] : high[(bit - 256) >> 6]) & (1 << UInt64(bit & 63)) != 0
    }

    @inline(__always)
    func intersects(_ other: WordMask) -> Bool { (low & other.low) | (high & other.high) != .zero }

    /// The first 32 bits: item headings.
    var items: ItemSet { ItemSet(bits: UInt32(truncatingIfNeeded: low[0]) & ((1 << 25) - 1)) }
}
