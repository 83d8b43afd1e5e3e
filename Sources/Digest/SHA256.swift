// Digest: libcrypto's hashes: SHA-256 of every piece of evidence, scrypt for passwords. Bytes in, hexadecimal out.

/// SHA-256 (FIPS 180-4) of bytes.
public enum SHA256 {
    /// The digest as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String { hexadecimal(Crypto.sha256(bytes)) }

    /// The digest of a text's UTF-8 bytes.
    public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
