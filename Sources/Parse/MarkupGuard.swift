/// Makes a body safe for libxml2 2.9.14 before it is read.
///
/// That version compares every attribute of a tag with all others of the tag (0.7 MB in one tag took 15 seconds), stops
/// at a NUL, and takes `<!-->` for a comment without end. One linear pass mends all three.
struct MarkupGuard {
    private var bytes: [UInt8]
    private let attributeLimit: Int
    private(set) var cutAttributes = false

    /// The body in a form that is safe to read, and whether attributes were left out.
    static func clean(_ utf8: [UInt8], attributeLimit: Int) -> (bytes: [UInt8], cutAttributes: Bool) {
        var guardian = MarkupGuard(utf8, attributeLimit)
        guardian.run()
        return (guardian.bytes, guardian.cutAttributes)
    }

    private init(_ utf8: [UInt8], _ limit: Int) {
        bytes = utf8.contains(0) ? utf8.filter { $0 != 0 } : utf8
        attributeLimit = limit
    }

    private mutating func run() {
        var at = 0
        let count = bytes.count
        while at + 1 < count {
            guard bytes[at] == 60 else {
                at += 1
                continue
            }
            let next = bytes[at + 1]
            if next.isLetter || next == 95 || next == 58 {
                at = scanTag(from: at + 1)
            } else if next == 33 {
                at = scanComment(from: at)
            } else {
                at += 1
            }
        }
    }

    /// Blanks the abrupt forms `<!-->` and `<!--->`; other comments are stepped over.
    private mutating func scanComment(from open: Int) -> Int {
        guard bytes[open...].starts(withWord: "<!--") else { return open + 2 }
        let inside = open + 4
        let abrupt = bytes[inside...].starts(withWord: ">") ? 1 : bytes[inside...].starts(withWord: "->") ? 2 : 0
        guard abrupt == 0 else {
            for i in open..<(inside + abrupt) { bytes[i] = 32 }
            return inside + abrupt
        }
        var at = inside
        while at + 2 < bytes.count {
            if bytes[at] == 45, bytes[at + 1] == 45 {
                if bytes[at + 2] == 62 { return at + 3 }
                // `--!>` ends a comment too; libxml2 wants `-->`.
                if bytes[at + 2] == 33, at + 3 < bytes.count, bytes[at + 3] == 62 {
                    bytes[at] = 32
                    bytes[at + 1] = 45
                    bytes[at + 2] = 45
                    return at + 4
                }
            }
            at += 1
        }
        return bytes.count
    }

    /// Walks over a tag as libxml2 does; past the limit the rest of its attributes becomes blank.
    private mutating func scanTag(from start: Int) -> Int {
        let count = bytes.count
        var at = start
        while at < count, !bytes[at].isWhitespace, bytes[at] != 62, bytes[at] != 47 { at += 1 }
        let name = start..<at
        var attributes = 0
        while at < count, bytes[at] != 62 {
            while at < count, bytes[at].isWhitespace || bytes[at] == 47 { at += 1 }
            guard at < count, bytes[at] != 62 else { break }
            attributes += 1
            let attribute = at
            while at < count, !bytes[at].isWhitespace, bytes[at] != 62, bytes[at] != 61, bytes[at] != 47 { at += 1 }
            at = skipValue(from: at)
            if at == attribute { at += 1 }
            if attributes > attributeLimit {
                cutAttributes = true
                for i in attribute..<min(at, count) { bytes[i] = 32 }
            }
        }
        let isEmptyElement = at > start && bytes[at - 1] == 47
        return isEmptyElement ? min(at + 1, count) : contentStart(of: name, from: min(at + 1, count))
    }

    /// Scripts and styles hold code, not tags: what looks like a tag there must stay as it is.
    private func contentStart(of name: Range<Int>, from start: Int) -> Int {
        let tag = bytes[name]
        for word in ["script", "style"] where tag.isWord(word) {
            return bytes[start...].position(ofWord: "</" + word) ?? bytes.count
        }
        return start
    }

    private func skipValue(from start: Int) -> Int {
        let count = bytes.count
        var at = start
        while at < count, bytes[at].isWhitespace { at += 1 }
        guard at < count, bytes[at] == 61 else { return start }
        at += 1
        while at < count, bytes[at].isWhitespace { at += 1 }
        guard at < count else { return count }
        let quote = bytes[at]
        if quote == 34 || quote == 39 {
            at += 1
            while at < count, bytes[at] != quote { at += 1 }
            return min(at + 1, count)
        }
        while at < count, !bytes[at].isWhitespace, bytes[at] != 62 { at += 1 }
        return at
    }
}
