import Model

/// One address to ask for.
public struct FetchRequest: Sendable {
    public var address: WebAddress
    /// ETag of the copy we have; sent as If-None-Match.
    public var etag: String?
    /// Last-Modified of the copy we have; sent as If-Modified-Since.
    public var lastModified: String?
    /// Decoded bytes wanted at most; nil for the limit of the settings.
    public var maxBytes: Int?
    /// Higher goes first among the waiting requests of one host.
    public var priority: Int

    public init(
        _ address: WebAddress, etag: String? = nil, lastModified: String? = nil, maxBytes: Int? = nil,
        priority: Int = 0
    ) {
        self.address = address
        self.etag = etag
        self.lastModified = lastModified
        self.maxBytes = maxBytes
        self.priority = priority
    }
}
