import CCrypto

/// The only place that calls libcrypto.
enum Crypto {
    /// SHA-256 of bytes (https://docs.openssl.org/3.0/man3/SHA256_Init/).
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe digest.withUnsafeMutableBufferPointer { output in
                _ = unsafe CCrypto.SHA256(input.baseAddress, input.count, output.baseAddress)
            }
        }
        return digest
    }

    /// 32 bytes derived from a password (https://docs.openssl.org/3.0/man3/EVP_PBE_scrypt/).
    static func scrypt(_ password: String, salt: [UInt8], logN: Int, r: Int, p: Int) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: 32)
        let secret = Array(password.utf8)
        let done = unsafe secret.withUnsafeBytes { secret in
            unsafe salt.withUnsafeBufferPointer { salt in
                unsafe key.withUnsafeMutableBufferPointer { key in
                    unsafe EVP_PBE_scrypt(
                        secret.assumingMemoryBound(to: CChar.self).baseAddress, secret.count, salt.baseAddress,
                        salt.count, 1 << UInt64(logN), UInt64(r), UInt64(p), 256 << 20, key.baseAddress, key.count)
                }
            }
        }
        // It fails only without memory; a key nobody can match is then the safe answer.
        return done == 1 ? key : random(32)
    }

    /// Bytes nobody can guess (https://docs.openssl.org/3.0/man3/RAND_bytes/).
    static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let done = unsafe bytes.withUnsafeMutableBufferPointer { unsafe RAND_bytes($0.baseAddress, Int32($0.count)) }
        precondition(done == 1, "the system gives no random bytes")
        return bytes
    }

    /// Equality in constant time (https://docs.openssl.org/3.0/man3/CRYPTO_memcmp/).
    static func same(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBytes { left in
            unsafe right.withUnsafeBytes { unsafe CRYPTO_memcmp(left.baseAddress, $0.baseAddress, left.count) == 0 }
        }
    }
}
