import Testing

@testable import Model

@Suite struct IDNATests {
    @Test(arguments: [
        ("xn--bcher-kva.example", "bücher.example"), ("contohkab.go.id", "contohkab.go.id"),
        ("xn--g-1tb.id", "gо.id"), ("a.xn--fiqs8s", "a.中国"), ("xn--\u{1}.id", "xn--\u{1}.id"),
        ("xn--zzzzzzzzzz99999.id", "xn--zzzzzzzzzz99999.id"),
    ])
    func readableForm(_ host: String, _ text: String) {
        #expect(IDNA.toUnicode(host) == text)
    }

    /// Samples of RFC 3492, section 7.1, and short ones; what was encoded comes back.
    @Test(arguments: [
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("ü", "tda"), ("a-ü", "a--yka"),
    ])
    func punycode(_ text: String, _ code: String) throws {
        let encoded = try #require(Punycode.encode(Array(text.unicodeScalars)))
        #expect(String(decoding: encoded, as: UTF8.self) == code)
        #expect(Punycode.decode(Array(code.utf8)) == Array(text.unicodeScalars))
    }
}
