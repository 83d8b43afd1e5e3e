import Model

/// A set of items as bits.
struct ItemSet: Sendable, Hashable {
    var bits: UInt32 = 0

    init(bits: UInt32 = 0) { self.bits = bits }

    init(_ items: [ItemKey]) { for item in items { insert(item) } }

    var isEmpty: Bool { bits == 0 }

    mutating func insert(_ item: ItemKey) { bits |= 1 << UInt32(item.index) }

    /// A set of one item by its index.
    init(index: Int) { bits = 1 << UInt32(index) }

    mutating func remove(_ item: ItemKey) { bits &= ~(1 << UInt32(item.index)) }

    func contains(_ item: ItemKey) -> Bool { bits & (1 << UInt32(item.index)) != 0 }

    func intersection(_ other: ItemSet) -> ItemSet { subtracting(subtracting(other)) }
    func union(_ other: ItemSet) -> ItemSet { ItemSet(bits: bits | other.bits) }

    func subtracting(_ other: ItemSet) -> ItemSet { ItemSet(bits: bits & ~other.bits) }

    func intersects(_ other: ItemSet) -> Bool { bits & other.bits != 0 }
}
