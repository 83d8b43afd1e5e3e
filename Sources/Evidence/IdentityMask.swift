/// Hides 16-digit identity numbers (NIK, nomor KK) and values of secrets in what people read; the WARC keeps the bytes
/// as they came.
public enum IdentityMask {
    /// The text with each 16-digit number shown by its first four digits and each secret (`SecretPlaces`) by stars; the
    /// length in bytes stays the same.
    ///
    /// Digits may stand in groups with single blanks, dots or hyphens. Longer numbers, and digits inside a word (a hash)
    /// are none.
    public static func mask(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var at = 0
        while at < bytes.count {
            guard isDigit(bytes[at]) else {
                at += 1
                continue
            }
            let digits = run(bytes, from: at)
            let end = (digits.last ?? at) + 1
            let isAlone = (at == 0 || !isWord(bytes[at - 1])) && (end == bytes.count || !isWord(bytes[end]))
            if digits.count == 16, isAlone { for place in digits.dropFirst(4) { result[place] = UInt8(ascii: "*") } }
            at = end
        }
        for place in SecretPlaces.of(bytes) {
            for at in place where !isBlank(bytes[at]) { result[at] = UInt8(ascii: "*") }
        }
        return result
    }

    public static func mask(_ text: String) -> String { String(decoding: mask(Array(text.utf8)), as: UTF8.self) }

    /// Places of the digits that belong together from one on.
    private static func run(_ bytes: [UInt8], from start: Int) -> [Int] {
        var digits = [start]
        var at = start + 1
        while at < bytes.count {
            if isDigit(bytes[at]) {
                digits.append(at)
                at += 1
            } else if isSeparator(bytes[at]), at + 1 < bytes.count, isDigit(bytes[at + 1]), digits.count < 16 {
                at += 1
            } else {
                break
            }
        }
        return digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2E || byte == 0x2D }
    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) }
}
