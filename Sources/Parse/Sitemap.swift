import Deflate
import Model

/// What a sitemap, a feed or a list of addresses names.
public struct Sitemap: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Pages of the site (sitemaps.org).
        case urlset
        /// Further sitemaps, not pages.
        case index
        case rss
        case atom
        /// One address a line.
        case text
        /// None of these: a web page in its place, mostly.
        case none
    }

    /// One address, once, with the time its line gives.
    public struct Entry: Sendable, Hashable {
        public var address: WebAddress
        public var lastModified: Timestamp?

        public init(address: WebAddress, lastModified: Timestamp? = nil) {
            self.address = address
            self.lastModified = lastModified
        }
    }

    public var kind: Kind
    /// Absolute http(s) addresses in the order of the file, each once.
    public var entries: [Entry]
    /// The file was read to its end and within the limits; false also when it is no sitemap.
    public var complete: Bool

    public init(kind: Kind, entries: [Entry], complete: Bool) {
        self.kind = kind
        self.entries = entries
        self.complete = complete
    }
}

/// Reads sitemaps as they are found: gzip files, any Unicode encoding, prefixed or no namespaces, noise before the
/// declaration, bare ampersands, files cut in the middle.
public enum SitemapParser {
    /// Entries of one file (the protocol's own limit).
    static let entryLimit = 50_000
    /// Bytes of one file, decompressed (the protocol's own limit).
    static let byteLimit = 52_428_800
    /// First bytes of a gzip file with deflate (RFC 1952 section 2.3.1).
    private static let gzipMagic: [UInt8] = [0x1F, 0x8B, 0x08]

    /// What a body names. Trouble is never thrown: a body that is no sitemap has kind `none`.
    ///
    /// - Parameters:
    ///   - address: where the body came from; the sitemap itself is no entry of its own.
    ///   - contentType: only a help where the bytes leave a doubt; `text/html` with a sitemap in it is a sitemap.
    public static func parse(_ body: [UInt8], address: WebAddress, contentType: String?) -> Sitemap {
        var bytes = body
        var whole = body.count <= byteLimit
        if !whole { bytes.removeSubrange(byteLimit...) }
        if bytes.starts(with: gzipMagic), let file = Deflate.decompress(bytes, limit: byteLimit) {
            bytes = file.bytes
            whole = whole && file.complete
        }
        let text = SitemapEncoding.utf8(bytes)
        var list = SitemapEntries(limit: entryLimit)
        var reader = SitemapReader(text)
        let kind = reader.read(into: &list)
        if kind != .none {
            return Sitemap(kind: kind, entries: list.entries, complete: whole && reader.isClosed && !list.isFull)
        }
        guard !reader.sawMarkup, readLines(text, into: &list) else {
            return Sitemap(kind: .none, entries: [], complete: false)
        }
        return Sitemap(kind: .text, entries: list.entries, complete: whole && !list.isFull)
    }

    /// A text sitemap: lines that are addresses count, and at least half of them must be.
    private static func readLines(_ text: [UInt8], into list: inout SitemapEntries) -> Bool {
        var lines = 0
        var taken = 0
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let bare = SitemapReader.trimmed(line)
            guard !bare.isEmpty, !list.isFull else { continue }
            lines += 1
            if list.add(bare, lastModified: nil) { taken += 1 }
        }
        return taken > 0 && taken * 2 >= lines
    }
}

/// Collects entries: absolute http(s) addresses only, each once.
struct SitemapEntries {
    private(set) var entries: [Sitemap.Entry] = []
    private(set) var isFull = false
    private var seen: Set<String> = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Takes one address; true when it is one, known or new.
    @discardableResult
    mutating func add(_ text: some Collection<UInt8>, lastModified: Timestamp?) -> Bool {
        guard text.count <= 4096, let address = WebAddress(String(decoding: text, as: UTF8.self)) else { return false }
        guard entries.count < limit else {
            isFull = true
            return true
        }
        if seen.insert(address.description).inserted {
            entries.append(Sitemap.Entry(address: address, lastModified: lastModified))
        }
        return true
    }
}
