import Model

/// What the head of a page says: title, base, meta elements, and the scripts that carry data.
struct HeadReader {
    private(set) var isInTitle = false
    private(set) var title: [UInt8] = []
    private var hasTitle = false
    var base: [UInt8]?
    var canonical: [UInt8]?
    var refresh: [UInt8]?
    private var scriptData: [UInt8]?
    private static let titleLimit = 1000
    private static let dataLimit = 200_000

    /// Only the first title of a page counts; later ones (in SVG) are text.
    mutating func openTitle() {
        guard !hasTitle else { return }
        hasTitle = true
        isInTitle = true
    }

    mutating func closeTitle() { isInTitle = false }

    /// A title that nobody closed ends where the page goes on.
    mutating func leaveTitle(at tag: Tag) {
        guard isInTitle else { return }
        if !tag.isPlain, tag != .b, tag != .strong, tag != .br { isInTitle = false }
    }

    mutating func addTitle(_ bytes: Span<UInt8>) {
        title.append(bytes.extracting(first: Self.titleLimit - title.count))
        if title.count >= Self.titleLimit { isInTitle = false }
    }

    /// A script element opens; only structured data is kept.
    mutating func openScript(type: ArraySlice<UInt8>?) {
        scriptData = type?.trimmed.isWord("application/ld+json") ?? false ? [] : nil
    }

    mutating func script(_ bytes: Span<UInt8>) {
        guard scriptData != nil, (scriptData?.count ?? 0) < Self.dataLimit else { return }
        scriptData?.append(bytes)
    }

    /// The script closes; answers its structured data.
    mutating func closeScript() -> [UInt8]? {
        defer { scriptData = nil }
        return scriptData
    }
}
