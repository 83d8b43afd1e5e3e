/// A set of item keys as one word of bits.
public struct ItemSet: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public init(_ keys: some Sequence<ItemKey>) {
        rawValue = keys.reduce(0) { $0 | 1 << UInt32($1.index) }
    }

    public static let all = ItemSet(ItemKey.allCases)

    public mutating func remove(_ key: ItemKey) { subtract(ItemSet(rawValue: 1 << UInt32(key.index))) }

    public func contains(_ key: ItemKey) -> Bool { rawValue & 1 << UInt32(key.index) != 0 }

    public var keys: Set<ItemKey> { Set(ItemKey.allCases.filter(contains)) }
}
