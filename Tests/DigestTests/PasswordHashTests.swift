import Testing

@testable import Digest

@Suite struct PasswordHashTests {
    @Test func aPasswordMatchesItsHashAndNoOther() {
        let stored = PasswordHash.make("rahasia-ku 7")
        #expect(PasswordHash.matches("rahasia-ku 7", stored))
        #expect(!PasswordHash.matches("rahasia-ku 8", stored))
        #expect(!PasswordHash.matches("", stored))
        #expect(PasswordHash.make("rahasia-ku 7") != stored, "a salt of its own")
    }

    @Test(arguments: ["", "scrypt$15$8$1$00", "md5$x", "scrypt$99$8$1$00$00", "scrypt$15$8$1$zz$00"])
    func brokenHashesMatchNothing(stored: String) {
        #expect(!PasswordHash.matches("", stored))
        #expect(!PasswordHash.matches("a", stored))
    }

    /// RFC 7914 section 12, second vector, first 32 of its 64 bytes.
    @Test func itIsScrypt() {
        let key = Crypto.scrypt("password", salt: Array("NaCl".utf8), logN: 10, r: 8, p: 16)
        #expect(SHA256.hexadecimal(key) == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
    }

    @Test func secretsDiffer() {
        #expect(PasswordHash.secret().utf8.count == 64)
        #expect(PasswordHash.secret() != PasswordHash.secret())
        #expect(PasswordHash.same("a", "a") && !PasswordHash.same("a", "b") && !PasswordHash.same("a", "aa"))
    }
}
