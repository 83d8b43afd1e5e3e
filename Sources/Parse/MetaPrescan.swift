/// Looks for the encoding that a page declares in its first bytes (HTML standard, 13.2.3.2 "prescan a byte stream").
struct MetaPrescan {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    /// Skip the content of script, style, title and the like, as a parser that comes this far would.
    private let skipsRawText: Bool
    /// The last tag ended with `>`; a tag that the end of the bytes cuts off declares nothing.
    private var tagWasClosed = false

    private init(_ bytes: ArraySlice<UInt8>, skipsRawText: Bool) {
        self.bytes = bytes
        self.skipsRawText = skipsRawText
        at = bytes.startIndex
    }

    /// Bytes that the standard's prescan looks at.
    static let window = 1024
    /// How far a late declaration is searched.
    static let lateWindow = 512 * 1024

    /// The encoding that a meta element in the first 1024 bytes declares; nil when none does.
    static func early(_ body: [UInt8]) -> String? {
        var scan = MetaPrescan(body.prefix(window), skipsRawText: false)
        return scan.run()
    }

    /// The encoding that a meta element further on declares: a browser meets it while parsing and reads again.
    static func late(_ body: [UInt8]) -> String? {
        guard body.count > window else { return nil }
        var scan = MetaPrescan(body.prefix(lateWindow), skipsRawText: true)
        return scan.run()
    }

    private mutating func run() -> String? {
        while let open = bytes[at...].firstIndex(of: 60) {
            at = open
            if bytes[at...].starts(withWord: "<!--") {
                skipComment()
            } else if isMeta {
                at += 5
                if let encoding = readMeta() { return encoding }
            } else if let name = tagName {
                skipTag(name)
            } else if at + 1 < bytes.endIndex, [33, 47, 63].contains(bytes[at + 1]) {
                at = bytes[at...].firstIndex(of: 62).map { $0 + 1 } ?? bytes.endIndex
            } else {
                at += 1
            }
        }
        return nil
    }

    private var isMeta: Bool {
        guard bytes[at...].starts(withWord: "<meta"), at + 5 < bytes.endIndex else { return false }
        return bytes[at + 5].isWhitespace || bytes[at + 5] == 47
    }

    /// `<!-->` is a whole comment: the dashes may serve twice.
    private mutating func skipComment() {
        at = bytes[(at + 2)...].position(ofWord: "-->").map { $0 + 3 } ?? bytes.endIndex
    }

    /// Name of the tag here, end tags with their slash; nil when no tag starts here.
    private var tagName: ArraySlice<UInt8>? {
        var start = at + 1
        if start < bytes.endIndex, bytes[start] == 47 { start += 1 }
        guard start < bytes.endIndex, bytes[start].isLetter else { return nil }
        let end = bytes[start...].firstIndex { $0.isWhitespace || $0 == 62 } ?? bytes.endIndex
        return bytes[(at + 1)..<end]
    }

    private mutating func skipTag(_ name: ArraySlice<UInt8>) {
        at = name.endIndex
        while nextAttribute() != nil {}
        guard skipsRawText, let word = Self.rawText.first(where: { name.isWord($0) }) else { return }
        at = bytes[at...].position(ofWord: "</" + word) ?? bytes.endIndex
    }

    private static let rawText = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]

    private mutating func readMeta() -> String? {
        var isPragma = false
        var needsPragma = false
        var encoding: String??
        var seen: Set<[UInt8]> = []
        while let (name, value) = nextAttribute() {
            guard seen.insert(name).inserted else { continue }
            if name[...].isWord("http-equiv") {
                isPragma = value[...].isWord("content-type")
            } else if name[...].isWord("content") {
                if encoding == nil, let label = Self.charset(inContent: value[...]),
                    let found = EncodingLabels.encoding(for: label)
                {
                    encoding = .some(found)
                    needsPragma = true
                }
            } else if name[...].isWord("charset") {
                encoding = .some(EncodingLabels.encoding(for: value[...]))
                needsPragma = false
            }
        }
        guard tagWasClosed, case .some(.some(let name)) = encoding, isPragma || !needsPragma else { return nil }
        return Self.readable(name)
    }

    /// A page that could be read as ASCII up to here is not UTF-16.
    static func readable(_ encoding: String) -> String {
        switch encoding {
        case "utf-16le", "utf-16be": "utf-8"
        case "x-user-defined": "windows-1252"
        default: encoding
        }
    }

    /// "Get an attribute" of the standard: name in lower case, value as lower case too; nil at the end of the tag.
    private mutating func nextAttribute() -> (name: [UInt8], value: [UInt8])? {
        while at < bytes.endIndex, bytes[at].isWhitespace || bytes[at] == 47 { at += 1 }
        tagWasClosed = false
        guard at < bytes.endIndex else { return nil }
        if bytes[at] == 62 {
            tagWasClosed = true
            at += 1
            return nil
        }
        var name: [UInt8] = []
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 61, !name.isEmpty { break }
            if byte.isWhitespace || byte == 47 || byte == 62 { break }
            name.append(byte.lowered)
            at += 1
        }
        while at < bytes.endIndex, bytes[at].isWhitespace { at += 1 }
        guard at < bytes.endIndex, bytes[at] == 61 else { return (name, []) }
        at += 1
        while at < bytes.endIndex, bytes[at].isWhitespace { at += 1 }
        return at < bytes.endIndex ? (name, attributeValue()) : nil
    }

    private mutating func attributeValue() -> [UInt8] {
        var value: [UInt8] = []
        let quote = bytes[at]
        if quote == 34 || quote == 39 {
            at += 1
            while at < bytes.endIndex, bytes[at] != quote {
                value.append(bytes[at].lowered)
                at += 1
            }
            at = min(at + 1, bytes.endIndex)
            return value
        }
        while at < bytes.endIndex, !bytes[at].isWhitespace, bytes[at] != 62 {
            value.append(bytes[at].lowered)
            at += 1
        }
        return value
    }

    /// The label after `charset=` ("extract a character encoding from a meta element").
    static func charset(inContent content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var from = content.startIndex
        while let found = content.position(ofWord: "charset", from: from) {
            var at = found + 7
            while at < content.endIndex, content[at].isWhitespace { at += 1 }
            guard at < content.endIndex else { return nil }
            guard content[at] == 61 else {
                from = at
                continue
            }
            at += 1
            while at < content.endIndex, content[at].isWhitespace { at += 1 }
            guard at < content.endIndex else { return nil }
            return label(content[at...])
        }
        return nil
    }

    private static func label(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let quote = rest.first, quote == 34 || quote == 39 else {
            return rest.prefix { !$0.isWhitespace && $0 != 59 }
        }
        let inside = rest.dropFirst()
        return inside.firstIndex(of: quote).map { inside[inside.startIndex..<$0] }
    }
}
