/// The text of a list file, whatever encoding Excel chose.
enum ListText {
    enum Encoding { case utf8, utf16, windows1252 }

    /// Decodes by byte order mark, by the zero bytes of UTF-16, as UTF-8, else as windows-1252.
    static func decode(_ bytes: [UInt8]) -> (text: String, encoding: Encoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), bigEndian: false), .utf16) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), bigEndian: true), .utf16) }
        let head = bytes.prefix(200)
        let zeros = head.enumerated().filter { $0.element == 0 }
        if head.count >= 4, zeros.count * 3 >= head.count {
            return (utf16(bytes[...], bigEndian: zeros[0].offset.isMultiple(of: 2)), .utf16)
        }
        return utf8(bytes)
    }

    private static func utf8(_ bytes: [UInt8]) -> (text: String, encoding: Encoding) {
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(windows1252(byte)) }
        return (String(scalars), .windows1252)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
        var units: [UInt16] = []
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The signs that Excel itself puts into texts; the other code points of 0x80-0x9F do not occur in names.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0x80: "\u{20AC}"
        case 0x85: "\u{2026}"
        case 0x91: "\u{2018}"
        case 0x92: "\u{2019}"
        case 0x93: "\u{201C}"
        case 0x94: "\u{201D}"
        case 0x96: "\u{2013}"
        case 0x97: "\u{2014}"
        case 0x99: "\u{2122}"
        default: Unicode.Scalar(byte)
        }
    }
}
