import Model

/// A forward scan over sitemap markup.
///
/// libxml2 is not used: it refuses what many sites send (blanks before the declaration, a bare `&`), and a sitemap needs
/// no tree, no entities but the five of XML and character references, and no more memory than its entries.
struct SitemapReader {
    private let text: [UInt8]
    private var at = 0
    /// Open elements, names as written; deeper ones are only counted.
    private var open: [ArraySlice<UInt8>] = []
    private var tooDeep = 0
    private var root: (kind: Sitemap.Kind, prefix: ArraySlice<UInt8>, depth: Int)?
    private var value: [UInt8] = []
    private var location: [UInt8]?
    private var modified: Timestamp?
    /// The root element was closed.
    private(set) var isClosed = false
    /// A tag was met, so the body is no plain text.
    private(set) var sawMarkup = false

    private static let depthLimit = 64

    init(_ utf8: [UInt8]) { text = utf8 }

    /// Reads to the end of the root element, or as far as the file goes.
    mutating func read(into list: inout SitemapEntries) -> Sitemap.Kind {
        while let less = text[at...].firstIndex(of: UInt8(ascii: "<")), !isClosed, !list.isFull {
            appendText(text[at..<less])
            at = less + 1
            guard readMarkup(into: &list) else { return root?.kind ?? .none }
        }
        return root?.kind ?? .none
    }

    /// One tag, comment, section or instruction; false ends the reading.
    private mutating func readMarkup(into list: inout SitemapEntries) -> Bool {
        if skip("!--", to: "-->") || skip("?", to: "?>") { return at < text.count }
        if starts(with: "![CDATA[") {
            let start = at + 8
            guard let end = find("]]>", from: start) else { return false }
            if isReading { value += text[start..<end] }
            at = end + 3
            return true
        }
        if starts(with: "!") {
            sawMarkup = true
            if lowercase(text[at...].prefix(13)).contains("html") { return false }
            return skip("!", to: ">")
        }
        guard let end = tagEnd() else { return false }
        defer { at = end + 1 }
        let tag = text[at..<end]
        if tag.first == UInt8(ascii: "/") {
            close(Self.name(tag.dropFirst()), into: &list)
            return true
        }
        guard let first = tag.first,
            first | 0x20 >= UInt8(ascii: "a") && first | 0x20 <= UInt8(ascii: "z") || first == 0x5F
        else { return true }
        sawMarkup = true
        return openTag(tag, into: &list)
    }

    private mutating func openTag(_ tag: ArraySlice<UInt8>, into list: inout SitemapEntries) -> Bool {
        let name = Self.name(tag)
        let isEmpty = tag.last == UInt8(ascii: "/")
        if root == nil {
            // Other elements before the root are noise: the warning of a script, for example. A web page is none.
            if ["html", "head", "body"].contains(lowercase(name)) { return false }
            guard let kind = Self.roots[Self.text(Self.local(name))] else { return true }
            root = (kind, Self.prefix(name), 0)
        }
        if root?.kind == .atom, open.count == 2, isOwn(name, "link"), isOwn(open[1], "entry") { takeAtomLink(tag) }
        value.removeAll(keepingCapacity: true)
        if isEmpty {
            if open.isEmpty { isClosed = true }
        } else if open.count < Self.depthLimit {
            open.append(name)
        } else {
            tooDeep += 1
        }
        return true
    }

    private mutating func close(_ name: ArraySlice<UInt8>, into list: inout SitemapEntries) {
        guard root != nil else { return }
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        guard let index = open.lastIndex(where: { $0.elementsEqual(name) }) else { return }
        if index == open.count - 1 { finish(name, into: &list) }
        open.removeSubrange(index...)
        value.removeAll(keepingCapacity: true)
        if open.isEmpty { isClosed = true }
    }

    /// The value of a closed element, and the end of an entry.
    private mutating func finish(_ name: ArraySlice<UInt8>, into list: inout SitemapEntries) {
        guard let kind = root?.kind, let entry = Self.entryNames[kind], let parent = open.dropLast().last else {
            return
        }
        if isOwn(name, entry.element) {
            if let location { list.add(location, lastModified: modified) }
            location = nil
            modified = nil
        } else if isOwn(parent, entry.element) {
            if kind != .atom, isOwn(name, entry.link) { location = location ?? Array(Self.trimmed(value[...])) }
            if isOwn(name, entry.time) { modified = Timestamp(iso8601: Self.text(Self.trimmed(value[...]))) }
        }
    }

    /// The alternate link of an Atom entry (RFC 4287, section 4.2.7: no rel means alternate).
    private mutating func takeAtomLink(_ tag: ArraySlice<UInt8>) {
        let relation = Self.attribute("rel", of: tag).map(Self.text) ?? "alternate"
        guard relation == "alternate", let href = Self.attribute("href", of: tag) else { return }
        location = location ?? Array(Self.trimmed(XMLText.decoded(href)[...]))
    }

    // MARK: Text

    /// Text matters only inside elements of an entry.
    private var isReading: Bool { root != nil && open.count >= 2 && value.count < 8_192 }

    private mutating func appendText(_ bytes: ArraySlice<UInt8>) {
        if isReading { value += XMLText.decoded(bytes) }
    }

    // MARK: Names

    private static let roots: [String: Sitemap.Kind] = [
        "urlset": .urlset, "sitemapindex": .index, "rss": .rss, "RDF": .rss, "feed": .atom,
    ]

    private static let entryNames: [Sitemap.Kind: (element: String, link: String, time: String)] = [
        .urlset: ("url", "loc", "lastmod"), .index: ("sitemap", "loc", "lastmod"), .rss: ("item", "link", "date"),
        .atom: ("entry", "link", "updated"),
    ]

    /// An element of the format itself: `image:loc` is not the loc of a page. RSS elements carry no prefix of their own.
    private func isOwn(_ name: ArraySlice<UInt8>, _ local: String) -> Bool {
        guard Self.local(name).elementsEqual(local.utf8), let root else { return false }
        return root.kind == .rss
            ? Self.prefix(name).isEmpty || local == "date" : Self.prefix(name).elementsEqual(root.prefix)
    }

    private static func name(_ tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    }

    private static func prefix(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.firstIndex(of: UInt8(ascii: ":")).map { name[..<$0] } ?? []
    }

    private static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name.firstIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    }

    /// The raw value of an attribute without prefix.
    private static func attribute(_ wanted: String, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = tag.drop { $0 > 0x20 }
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = trimmed(rest[..<equals])
            let after = rest[(equals + 1)...].drop { $0 <= 0x20 }
            guard let quote = after.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = after.dropFirst().firstIndex(of: quote)
            else { return nil }
            if name.elementsEqual(wanted.utf8) { return after[(after.startIndex + 1)..<end] }
            rest = after[(end + 1)...]
        }
        return nil
    }

    // MARK: Scanning

    private func starts(with word: String) -> Bool { text[at...].starts(with: word.utf8) }

    /// Skips a construct; false when another one stands here. Without its end the rest of the file is skipped.
    private mutating func skip(_ start: String, to end: String) -> Bool {
        guard starts(with: start) else { return false }
        at = find(end, from: at + start.utf8.count).map { $0 + end.utf8.count } ?? text.count
        return true
    }

    private func find(_ word: String, from start: Int) -> Int? {
        let wanted = Array(word.utf8)
        var i = start
        while let hit = text[min(i, text.count)...].firstIndex(of: wanted[0]) {
            if text[hit...].starts(with: wanted) { return hit }
            i = hit + 1
        }
        return nil
    }

    /// The `>` that ends the tag at hand, outside quotes.
    private func tagEnd() -> Int? {
        var quote: UInt8?
        for i in at..<text.count {
            let byte = text[i]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return i
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return nil
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
            return []
        }
        return bytes[start...end]
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private func lowercase(_ bytes: ArraySlice<UInt8>) -> String { Self.text(bytes).lowercased() }
}
