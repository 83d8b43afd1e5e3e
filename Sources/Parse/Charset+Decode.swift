/// A body as UTF-8.
public struct DecodedBody: Sendable, Hashable {
    /// Valid UTF-8, without byte order mark.
    public var bytes: [UInt8]
    /// Bytes that are no text of the encoding were replaced by U+FFFD.
    public var wasReplaced: Bool

    public init(bytes: [UInt8], wasReplaced: Bool) {
        self.bytes = bytes
        self.wasReplaced = wasReplaced
    }
}

extension Charset {
    /// Turns a body into valid UTF-8; the byte order mark is dropped.
    ///
    /// - Parameter encoding: a WHATWG name as `decide` gives it; an unknown one is read as windows-1252.
    public static func decode(_ body: [UInt8], encoding: String) -> DecodedBody {
        switch encoding {
        case "utf-8": utf8(body)
        case "utf-16le": utf16(body, low: 0)
        case "utf-16be": utf16(body, low: 1)
        case "windows-1252", "x-user-defined": windows1252(body)
        case "replacement": DecodedBody(bytes: body.isEmpty ? [] : [0xEF, 0xBF, 0xBD], wasReplaced: !body.isEmpty)
        default: Iconv.decode(body, charset: glibcName(encoding)) ?? windows1252(body)
        }
    }

    private static func utf8(_ body: [UInt8]) -> DecodedBody {
        let bytes = body.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(body.dropFirst(3)) : body
        if isValidUTF8(bytes) { return DecodedBody(bytes: bytes, wasReplaced: false) }
        return DecodedBody(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), wasReplaced: true)
    }

    private static func utf16(_ body: [UInt8], low: Int) -> DecodedBody {
        var units: [UInt16] = []
        units.reserveCapacity(body.count / 2)
        var at = 0
        while at + 1 < body.count {
            units.append(UInt16(body[at + 1 - low]) << 8 | UInt16(body[at + low]))
            at += 2
        }
        if units.first == 0xFEFF { units.removeFirst() }
        let wasReplaced = body.count % 2 == 1 || String(validating: units, as: UTF16.self) == nil
        var bytes = Array(String(decoding: units, as: UTF16.self).utf8)
        if body.count % 2 == 1 { bytes.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        return DecodedBody(bytes: bytes, wasReplaced: wasReplaced)
    }

    private static func windows1252(_ body: [UInt8]) -> DecodedBody {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + body.count / 8)
        for byte in body {
            if byte < 0x80 {
                bytes.append(byte)
            } else {
                append(byte < 0xA0 ? upperHalf[Int(byte) - 0x80] : UInt16(byte), to: &bytes)
            }
        }
        return DecodedBody(bytes: bytes, wasReplaced: false)
    }

    /// A scalar from U+0080 to U+FFFF, no surrogate, as two or three bytes.
    private static func append(_ scalar: UInt16, to bytes: inout [UInt8]) {
        if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
        } else {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        }
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    }

    /// 0x80 to 0x9F of windows-1252 (Encoding Standard, index-windows-1252).
    static let upperHalf: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// What glibc calls the encoding (`iconv -l`), the superset that browsers mean.
    private static func glibcName(_ encoding: String) -> String {
        switch encoding {
        case "gbk": "GB18030"
        case "big5": "BIG5-HKSCS"
        case "shift_jis": "CP932"
        case "euc-kr": "CP949"
        case "euc-jp": "EUC-JP-MS"
        case "iso-8859-8-i": "ISO-8859-8"
        case "x-mac-cyrillic": "MAC-UK"
        case "windows-874": "CP874"
        default: encoding.hasPrefix("windows-") ? "CP" + encoding.dropFirst(8) : encoding.uppercased()
        }
    }
}
