import Model

extension ItemSet {
    init(bits: UInt32) { self.init(rawValue: bits) }

    /// A set of one item by its index.
    init(index: Int) { self.init(rawValue: 1 << UInt32(index)) }

    var bits: UInt32 { rawValue }

    mutating func insert(_ item: ItemKey) { formUnion(ItemSet(index: item.index)) }

    func intersects(_ other: ItemSet) -> Bool { !isDisjoint(with: other) }
}
