/// Passwords as they may be stored: scrypt (RFC 7914) by libcrypto, with a salt of its own for each.
///
/// Text form `scrypt$15$8$1$salt$key`, salt and key in hexadecimal. One hash takes about 60 ms and 32 MiB: dear for who
/// guesses, cheap for who signs in.
public enum PasswordHash {
    /// log2 N, r, p: OWASP's password storage cheat sheet of 2023 gives N = 2^15 with r = 8, p = 3, or 2^17 with p = 1.
    static let cost = (logN: 15, r: 8, p: 3)
    /// The longest password taken, in bytes: more would only be work for nothing.
    public static let longest = 512

    public static func make(_ password: String) -> String {
        let salt = Crypto.random(16)
        let key = Crypto.scrypt(password, salt: salt, logN: cost.logN, r: cost.r, p: cost.p)
        return "scrypt$\(cost.logN)$\(cost.r)$\(cost.p)$\(SHA256.hexadecimal(salt))$\(SHA256.hexadecimal(key))"
    }

    /// Whether a password is the one a stored text was made of; takes the same time for right and wrong ones.
    public static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let logN = Int(parts[1]), let r = Int(parts[2]),
            let p = Int(parts[3]), (1...20).contains(logN), (1...32).contains(r), (1...16).contains(p),
            let salt = bytes(parts[4]), let key = bytes(parts[5]), key.count == 32, password.utf8.count <= longest
        else { return false }
        return Crypto.same(Crypto.scrypt(password, salt: salt, logN: logN, r: r, p: p), key)
    }

    /// A secret nobody can guess, in hexadecimal: 32 random bytes.
    public static func secret() -> String { SHA256.hexadecimal(Crypto.random(32)) }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    public static func same(_ left: String, _ right: String) -> Bool {
        Crypto.same(Array(left.utf8), Array(right.utf8))
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count % 2 == 0 else { return nil }
        var result: [UInt8] = []
        var rest = text
        while let pair = UInt8(rest.prefix(2), radix: 16), !rest.isEmpty {
            result.append(pair)
            rest = rest.dropFirst(2)
        }
        return rest.isEmpty ? result : nil
    }
}
