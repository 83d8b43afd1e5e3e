/// The encoding a body is read in, and why.
public struct CharsetChoice: Sendable, Hashable {
    public enum Source: String, Sendable, Hashable, CaseIterable {
        /// A byte order mark.
        case bom
        /// The charset of the Content-Type header.
        case http
        /// A meta element in the first 1024 bytes.
        case meta
        /// `<?xml version="1.0" encoding="...">` at the start.
        case xmlDeclaration = "xml_declaration"
        /// A meta element further on.
        case lateMeta = "late_meta"
        /// Nothing declared, and the bytes are valid UTF-8.
        case valid = "valid_utf8"
        /// Nothing declared and not UTF-8: windows-1252, as browsers of this locale do.
        case fallback
    }

    /// WHATWG name, lower case.
    public var encoding: String
    public var source: Source

    public init(encoding: String, source: Source) {
        self.encoding = encoding
        self.source = source
    }
}

/// Decides the encoding of a page and turns it into UTF-8 (HTML standard 13.2.3, Encoding Standard).
public enum Charset {
    /// The encoding of a body: byte order mark, then header, meta, XML declaration, late meta, valid UTF-8, windows-1252.
    public static func decide(_ body: [UInt8], contentType: String?) -> CharsetChoice {
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { return CharsetChoice(encoding: "utf-8", source: .bom) }
        if body.starts(with: [0xFE, 0xFF]) { return CharsetChoice(encoding: "utf-16be", source: .bom) }
        if body.starts(with: [0xFF, 0xFE]) { return CharsetChoice(encoding: "utf-16le", source: .bom) }
        if let name = contentType.flatMap(encoding(ofContentType:)) {
            return CharsetChoice(encoding: name, source: .http)
        }
        if let name = utf16Declaration(body) { return CharsetChoice(encoding: name, source: .xmlDeclaration) }
        if let name = MetaPrescan.early(body) { return CharsetChoice(encoding: name, source: .meta) }
        if let name = xmlEncoding(body) { return CharsetChoice(encoding: name, source: .xmlDeclaration) }
        if let name = MetaPrescan.late(body) { return CharsetChoice(encoding: name, source: .lateMeta) }
        if isValidUTF8(body) { return CharsetChoice(encoding: "utf-8", source: .valid) }
        return CharsetChoice(encoding: "windows-1252", source: .fallback)
    }

    /// The WHATWG name that a label stands for, in lower case; nil when unknown.
    public static func encoding(forLabel label: String) -> String? {
        EncodingLabels.encoding(for: Array(label.utf8)[...])
    }

    /// The charset parameter of a Content-Type header as an encoding; nil when missing or unknown.
    static func encoding(ofContentType header: String) -> String? {
        let bytes = Array(header.utf8)
        for parameter in bytes.split(separator: 59).dropFirst() {
            let text = parameter.trimmed
            guard let equals = text.firstIndex(of: 61), text[..<equals].trimmed.isWord("charset") else { continue }
            var value = text[(equals + 1)...].trimmed
            if value.first == 34 { value = value.dropFirst().prefix { $0 != 34 } }
            if value.first == 39, value.last == 39, value.count > 1 { value = value.dropFirst().dropLast() }
            if let name = EncodingLabels.encoding(for: value) { return name }
        }
        return nil
    }

    /// `<?x` in two-byte units.
    private static func utf16Declaration(_ body: [UInt8]) -> String? {
        if body.starts(with: [0x3C, 0, 0x3F, 0, 0x78, 0]) { return "utf-16le" }
        if body.starts(with: [0, 0x3C, 0, 0x3F, 0, 0x78]) { return "utf-16be" }
        return nil
    }

    /// "Get an XML encoding" of the HTML standard.
    private static func xmlEncoding(_ body: [UInt8]) -> String? {
        guard body.starts(with: Array("<?xml".utf8)), let end = body.prefix(1024).firstIndex(of: 62) else { return nil }
        let declaration = body[..<end]
        guard let found = declaration.position(ofWord: "encoding") else { return nil }
        var rest = declaration[(found + 8)...].drop { $0 <= 32 }
        guard rest.first == 61 else { return nil }
        rest = rest.dropFirst().drop { $0 <= 32 }
        guard let quote = rest.first, quote == 34 || quote == 39 else { return nil }
        let inside = rest.dropFirst()
        guard let close = inside.firstIndex(of: quote) else { return nil }
        let label = inside[..<close]
        guard !label.contains(where: { $0 <= 32 }) else { return nil }
        return EncodingLabels.encoding(for: label).map { $0.hasPrefix("utf-16") ? "utf-8" : $0 }
    }

    static func isValidUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }
}
