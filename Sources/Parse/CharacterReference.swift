/// `&amp;`, `&#160;`, `&#xA0;`: character references of text and attribute values (HTML standard, 13.2.5.72).
///
/// Names are the 253 of HTML 4, as libxml2 knows them; others stay as written. A missing semicolon is forgiven for numbers
/// and for the names that browsers forgive it for.
enum CharacterReference {
    private static let longestName = 10

    /// Reads the reference at `start`, appends what it stands for, answers where to go on.
    static func read(
        _ text: Span<UInt8>, at start: Int, end: Int, inAttribute: Bool, into bytes: inout [UInt8]
    ) -> Int {
        if start + 1 < end, text[start + 1] == 35 { return number(text, at: start, end: end, into: &bytes) }
        var stop = start + 1
        while stop < end, stop - start <= longestName, text[stop].isLetter || text[stop].isDigit { stop += 1 }
        let hasEnd = stop < end && text[stop] == 59
        let name = text.extracting((start + 1)..<stop)
        guard !name.isEmpty, let scalar = value(of: name),
            hasEnd || scalar < 256 && !(inAttribute && stop < end && text[stop] == 61)
        else {
            bytes.append(38)
            return start + 1
        }
        append(scalar, to: &bytes)
        return hasEnd ? stop + 1 : stop
    }

    /// The five that make up nine tenths of all, then libxml2's table.
    private static func value(of name: Span<UInt8>) -> UInt32? {
        if name.isWord("amp") { return 38 }
        if name.isWord("nbsp") { return 160 }
        if name.isWord("quot") { return 34 }
        if name.isWord("lt") { return 60 }
        if name.isWord("gt") { return 62 }
        if name.isWord("apos") { return 39 }
        return EntityNames.value(of: name)
    }

    private static func number(_ text: Span<UInt8>, at start: Int, end: Int, into bytes: inout [UInt8]) -> Int {
        var at = start + 2
        let isHexadecimal = at < end && text[at] | 32 == 120
        if isHexadecimal { at += 1 }
        let digits = at
        var value: UInt32 = 0
        while at < end, let digit = digit(text[at], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            at += 1
        }
        guard at > digits else {
            bytes.append(38)
            return start + 1
        }
        append(value, to: &bytes)
        return at < end && text[at] == 59 ? at + 1 : at
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 48) }
        let letter = byte | 32
        return isHexadecimal && letter >= 97 && letter <= 102 ? UInt32(letter - 87) : nil
    }

    /// A scalar in UTF-8; what is none (0, surrogates, past the end) is nothing. 128 to 159 mean windows-1252.
    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        let value = value >= 0x80 && value < 0xA0 ? UInt32(Charset.upperHalf[Int(value) - 0x80]) : value
        guard value > 0, let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
}
