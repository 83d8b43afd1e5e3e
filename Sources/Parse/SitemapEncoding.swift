/// The bytes of an XML or text file as UTF-8 (XML 1.0, appendix F): mark first, then the declaration, then UTF-8.
enum SitemapEncoding {
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), low: 1) }
        if bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes[...], low: 0) }
        if bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes[...], low: 1) }
        return isLatin(bytes.prefix(512)) ? latin(bytes) : bytes
    }

    /// 16-bit units with the low byte at offset `low` of each pair.
    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            units.append(UInt16(bytes[i + low]) | UInt16(bytes[i + 1 - low]) << 8)
            i += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The XML declaration names a Latin-1 encoding.
    private static func isLatin(_ start: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: start, as: UTF8.self).lowercased()
        guard text.contains("<?xml"), let end = text.firstRange(of: "?>") else { return false }
        let declaration = text[..<end.lowerBound]
        return ["iso-8859-1", "windows-1252", "latin1"].contains { declaration.contains($0) }
    }

    private static func latin(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte < 0x80 { out.append(byte) } else { out += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
        }
        return out
    }
}

/// Character data of XML: the five entities and character references; anything else behind `&` stays as written.
enum XMLText {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var out: [UInt8] = []
        var rest = bytes
        while let amp = rest.firstIndex(of: UInt8(ascii: "&")) {
            out += rest[..<amp]
            let name = rest[(amp + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
            let end = amp + 1 + name.count
            if end < rest.endIndex, rest[end] == UInt8(ascii: ";"), let character = character(name) {
                out += Array(String(character).utf8)
                rest = rest[(end + 1)...]
            } else {
                out.append(UInt8(ascii: "&"))
                rest = rest[(amp + 1)...]
            }
        }
        return out + rest
    }

    private static func character(_ name: ArraySlice<UInt8>) -> Character? {
        let text = String(decoding: name, as: UTF8.self)
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard text.hasPrefix("#") else { return nil }
        let isHex = text.hasPrefix("#x") || text.hasPrefix("#X")
        guard let value = UInt32(text.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), value > 0,
            let scalar = Unicode.Scalar(value)
        else { return nil }
        return Character(scalar)
    }
}
