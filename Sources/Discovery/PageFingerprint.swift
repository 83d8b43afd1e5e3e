import Model

/// What a page says, as a set of hashes of its blocks: two answers of one template with the same content are alike.
public struct PageFingerprint: Sendable, Hashable, Codable {
    /// FNV-1a hashes of blocks of at least `minWords` letters, digits left out (clocks, counters, nonces).
    public let blocks: Set<UInt64>
    public let title: String

    static let minBytes = 4

    /// - Parameter host: the host the page came from, when its own name in the text is to count for nothing: a template
    ///   that greets every name by itself is one content.
    public init(_ page: ParsedPage, erasing host: String? = nil) {
        var hashes: Set<UInt64> = []
        for block in page.blocks {
            let text = page.text[block.text]
            if let hash = host.map({ Self.hash(Self.erase($0, from: text)[...]) }) ?? Self.hash(text) {
                hashes.insert(hash)
            }
        }
        for image in page.images where !image.fileName.isEmpty {
            if let hash = Self.hash(Array(image.fileName.utf8)[...]) { hashes.insert(hash ^ 0x9E37_79B9_7F4A_7C15) }
        }
        blocks = hashes
        title = NameTokens.words(page.title).joined(separator: " ")
    }

    /// Shared blocks as a part of all blocks, 0 to 1; two pages without blocks are alike when their titles are.
    public func similarity(to other: PageFingerprint) -> Double {
        let all = blocks.union(other.blocks).count
        guard all > 0 else { return title == other.title ? 1 : 0 }
        return Double(blocks.intersection(other.blocks).count) / Double(all)
    }

    /// The same content: all but a few blocks agree.
    public func isSame(as other: PageFingerprint) -> Bool { similarity(to: other) >= 0.85 }

    private static func erase(_ host: String, from text: ArraySlice<UInt8>) -> [UInt8] {
        let label = String(host.prefix { $0 != "." })
        var words = String(decoding: text, as: UTF8.self).lowercased().replacing(host, with: " ")
        if label.count > 2 { words = words.replacing(label, with: " ") }
        return Array(words.utf8)
    }

    private static func hash(_ text: ArraySlice<UInt8>) -> UInt64? {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var letters = 0
        for byte in text where byte > 0x40 {
            hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
            letters += 1
        }
        return letters >= minBytes ? hash : nil
    }
}
