// Digest: SHA-256 by OpenSSL's libcrypto, the hash of every piece of evidence. Bytes in, hexadecimal out.

import CCrypto

/// SHA-256 (FIPS 180-4) of bytes, once or in parts.
public enum SHA256 {
    /// The digest as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        // https://docs.openssl.org/3.0/man3/SHA256_Init/
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe digest.withUnsafeMutableBufferPointer { output in
                _ = unsafe CCrypto.SHA256(input.baseAddress, input.count, output.baseAddress)
            }
        }
        return hexadecimal(digest)
    }

    /// The digest of a text's UTF-8 bytes.
    public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
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
