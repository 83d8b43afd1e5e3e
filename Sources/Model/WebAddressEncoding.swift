/// Percent-encoding of the parts of an address (https://url.spec.whatwg.org/#percent-encoded-bytes).
enum PercentEncoding {
    /// Which bytes of a part must be written as `%XX`; controls and bytes past `~` always are.
    enum Set {
        case fragment, query, path, userinfo

        func holds(_ byte: UInt8) -> Bool {
            if byte <= 0x20 || byte > 0x7E { return true }
            return switch self {
            case .fragment: Self.fragmentBytes.contains(byte)
            case .query: Self.queryBytes.contains(byte)
            case .path: Self.pathBytes.contains(byte)
            case .userinfo: Self.pathBytes.contains(byte) || Self.userinfoBytes.contains(byte)
            }
        }

        private static let fragmentBytes = ByteSet("\"<>`")
        private static let queryBytes = ByteSet("\"#<>'")
        private static let pathBytes = ByteSet("\"#<>?^`{}")
        private static let userinfoBytes = ByteSet("/:;=@[\\]|")
    }

    static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8], set: Set) {
        for byte in bytes {
            guard set.holds(byte) else {
                out.append(byte)
                continue
            }
            out.append(UInt8(ascii: "%"))
            out.append(hexDigit(byte >> 4))
            out.append(hexDigit(byte & 15))
        }
    }

    static func text(_ bytes: ArraySlice<UInt8>, set: Set) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        append(bytes, to: &out, set: set)
        return String(decoding: out, as: UTF8.self)
    }

    /// Bytes for `%XX`; a percent sign without two digits stays.
    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            if bytes[i] == UInt8(ascii: "%"), bytes.endIndex - i >= 3, let high = hexValue(bytes[i + 1]),
                let low = hexValue(bytes[i + 2])
            {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return out
    }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

/// A set of ASCII bytes in two words.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ characters: String) {
        for byte in characters.utf8 where byte < 128 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}
