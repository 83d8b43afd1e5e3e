import Model

/// Takes pictures of stored pages, without a network.
public protocol Camera: Sendable {
    /// Pictures of the places that findings quote, a few of them; empty when none could be taken.
    func shots(of body: [UInt8], page: PageRecord, findings: [Finding]) async -> [Shot]
}

/// A picture and the items it shows.
public struct Shot: Sendable {
    public var png: [UInt8]
    public var items: [ItemKey]

    public init(png: [UInt8], items: [ItemKey]) {
        self.png = png
        self.items = items
    }
}
